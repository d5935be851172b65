"""The IRIs of everything that an export names, and their short forms.

References go in by their keys (``13d``): parentheses are legal in an IRI, and break readers of its
short form.
"""

import re
from functools import cached_property
from urllib.parse import quote

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.frozen import frozen
from gcmilo.model import Linkage
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, place_in_words
from gcmilo.text import fold

WHOLE = "_whole"
"""The plan as a whole, where the key of a point would be. Keys of points have no underscore."""

STANDARD_PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Turtle allows more in the part after the colon, with escapes that some readers do not know.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_ANCHORS = {
    "paragraph": "para_{}",
    "appendix": "appendix_row_{}",
    "footnote": "fn_{}",
    "summary": "summary",
}


def slug(text: str) -> str:
    """Return a text as a part of an IRI: ``gb-335-pol-1-rev``.

    It is percent-encoded where it has no plain letters or digits.
    """
    plain = re.findall(r"[a-z0-9]+", fold(text))
    return "-".join(plain) if plain else quote(text, safe="")


@frozen
class Iris:
    """The IRIs of one export."""

    crosswalk: Crosswalk
    publication: Publication

    @property
    def base(self) -> str:
        """What every IRI starts with."""
        return self.publication.base_iri

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The short forms of the beginnings of IRIs, those of this export first."""
        own = {
            "gcm": f"{self.base}gcm/",
            "plan": f"{self.plan}/",
            "source": f"{self.source}#",
            "linkage": f"{self.base}linkage/",
            "activity": f"{self.base}activity/",
            "document": f"{self.base}document/",
            "tension": f"{self.base}tension/",
            "voc": f"{self.base}vocabulary#",
        }
        return own | STANDARD_PREFIXES

    @property
    def compact(self) -> str:
        """The IRI of the Compact as a concept scheme."""
        return f"{self.base}gcm"

    @cached_property
    def plan(self) -> str:
        """The IRI of the plan as a concept scheme."""
        return f"{self.base}plan/{slug(self.crosswalk.plan.short)}"

    @cached_property
    def source(self) -> str:
        """The IRI of the source."""
        return f"{self.base}source/{slug(self.crosswalk.source.symbol)}"

    def subject(self, ref: ObjectiveRef | ActionRef) -> str:
        """Return the IRI of an objective or action."""
        return f"{self.base}gcm/{ref.key}"

    def point(self, ref: PlanPointRef | None) -> str:
        """Return the IRI of a plan point, of the plan as a whole for None."""
        return f"{self.plan}/{_point_name(ref)}"

    def place(self, place: Place) -> str:
        """Return the IRI of a place in the source, by an anchor after Akoma Ntoso: ``#para_12``."""
        if place.words:
            return f"{self.source}#{_anchor_in_words(place)}"
        return f"{self.source}#{_ANCHORS[place.kind].format(place.number)}"

    def paragraph(self, number: int) -> str:
        """Return the IRI of a numbered paragraph of the source."""
        return self.place(Place("paragraph", number))

    def linkage(self, linkage: Linkage) -> str:
        """Return the IRI of a linkage, made of all that identifies it."""
        point = _point_name(linkage.plan_point)
        place = str(linkage.paragraph or "none")
        if linkage.place:
            place = _anchor_in_words(place_in_words(linkage.place))
        return f"{self.base}linkage/{linkage.subject.key}_{point}_{place}_{linkage.stance}"

    def of_id(self, kind: str, id: str) -> str:
        """Return the IRI of an activity, document or tension."""
        return f"{self.base}{kind}/{quote(id, safe='')}"

    def short(self, iri: str) -> str | None:
        """Return the short form of an IRI (``gcm:6l``), None where not every reader takes one."""
        for prefix, start in self.prefixes.items():
            local = iri.removeprefix(start)
            if local != iri and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
        return None


def _anchor_in_words(place: Place) -> str:
    return f"place-{quote(place.key, safe='')}"


def _point_name(ref: PlanPointRef | None) -> str:
    return WHOLE if ref is None else quote(ref.key, safe="")
