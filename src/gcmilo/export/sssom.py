"""SSSOM 1.1: one row for every linkage, and one for an unaddressed objective without a linkage.

The predicate is ``skos:relatedMatch``: the source says that work supports an objective, not that
the two are near in meaning. Where the source leaves an objective out, the object is
``sssom:NoTermFound``. No confidence is given, because the source states none.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.iris import WHOLE, Iris
from gcmilo.model import Linkage, Stance, Status
from gcmilo.refs import ActionRef, ObjectiveRef, Place
from gcmilo.text import words

_EXTENSIONS = (
    "ext_status",
    "ext_basis",
    "ext_stance",
    "ext_paragraph",
    "ext_wording",
    "ext_place",
)
_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "mapping_cardinality",
    "see_also",
    "comment",
    *_EXTENSIONS,
)

_IN_EVERY_ROW = {
    "predicate_id": "skos:relatedMatch",
    "mapping_justification": "semapv:ManualMappingCuration",
}
_NO_OBJECT = {
    "object_id": "sssom:NoTermFound",
    "object_label": "",
    "mapping_cardinality": "1:0",
}

_TYPES = {"ext_paragraph": "xsd:integer"}
# SSSOM requires a licence, and has this IRI for none.
_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the mapping set as TSV with its metadata in comment lines."""
    iris = Iris(crosswalk, publication)
    text = StringIO()
    text.writelines(f"#{line}\n" for line in _head(iris))
    writer = csv.DictWriter(text, _COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(_rows(iris))
    return text.getvalue()


def _head(iris: Iris) -> Iterator[str]:
    plan, source = iris.crosswalk.plan, iris.crosswalk.source
    about = f"Linkages between objectives of the Global Compact for Migration and the {plan.title}"
    yield "sssom_version: '1.1'"
    yield "curie_map:"
    # The prefixes skos, semapv and sssom are built into SSSOM.
    for prefix in ("gcm", "plan", "voc", "xsd"):
        yield f"  {prefix}: {_quoted(iris.prefixes[prefix])}"
    yield f"mapping_set_id: {_quoted(f'{iris.plan}/sssom')}"
    yield f"mapping_set_title: {_quoted(about)}"
    yield f"mapping_set_description: {_quoted(f'Coded from {source.symbol}: {source.title}')}"
    yield f"license: {_quoted(iris.publication.licence or _UNSPECIFIED)}"
    yield "subject_type: skos concept"
    yield "object_type: skos concept"
    yield "extension_definitions:"
    for name in _EXTENSIONS:
        yield f"  - slot_name: {name}"
        yield f"    property: voc:{name.removeprefix('ext_')}"
        yield f"    type_hint: {_TYPES.get(name, 'xsd:string')}"


def _quoted(text: str) -> str:
    """The text in single quotes, in which YAML gives a meaning to nothing but the quote itself."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _rows(iris: Iris) -> Iterator[dict[str, str]]:
    crosswalk = iris.crosswalk
    for linkage in crosswalk.linkages:
        found = _object(iris, linkage) if is_match(crosswalk, linkage) else _NO_OBJECT
        yield _row(iris, linkage.subject, found, linkage)
    linked = {linkage.objective for linkage in crosswalk.linkages}
    for coverage in crosswalk.coverage:
        if coverage.status is Status.NOT_ADDRESSED and coverage.objective not in linked:
            yield _row(iris, coverage.objective, _NO_OBJECT, None)


def is_match(crosswalk: Crosswalk, linkage: Linkage) -> bool:
    """Return whether a linkage relates its ends.

    It does not where it leaves out an objective that is not addressed.
    """
    # An objective that is left out, but which the coverage table has as indirect, keeps its match.
    status = crosswalk.coverage_of(linkage.objective).status
    return not (linkage.stance is Stance.NOT_INCLUDED and status is Status.NOT_ADDRESSED)


def _row(
    iris: Iris,
    ref: ObjectiveRef | ActionRef,
    found: dict[str, str],
    linkage: Linkage | None,
) -> dict[str, str]:
    extensions = _extensions(iris.crosswalk, ref.objective, linkage)
    places = _places(iris.crosswalk, ref.objective, linkage)
    return {
        **_IN_EVERY_ROW,
        "subject_id": f"gcm:{ref.key}",
        "subject_label": _label(iris.crosswalk, ref),
        **found,
        "see_also": "|".join(iris.place(place) for place in places),
        "comment": _comment(extensions, linkage),
        **{f"ext_{name}": value for name, value in extensions.items()},
    }


def _label(crosswalk: Crosswalk, ref: ObjectiveRef | ActionRef) -> str:
    if isinstance(ref, ActionRef):
        return crosswalk.action(ref).label
    return crosswalk.objective(ref).title.en


def _object(iris: Iris, linkage: Linkage) -> dict[str, str]:
    ref = linkage.plan_point
    if ref is None:
        return {"object_id": f"plan:{WHOLE}", "object_label": iris.crosswalk.plan.title}
    local = iris.point(ref).removeprefix(iris.prefixes["plan"])
    return {"object_id": f"plan:{local}", "object_label": iris.crosswalk.plan_point(ref).subject}


def _extensions(
    crosswalk: Crosswalk, objective: ObjectiveRef, linkage: Linkage | None
) -> dict[str, str]:
    values: dict[str, object] = {"status": crosswalk.coverage_of(objective).status}
    if linkage:
        values |= {
            "basis": linkage.basis,
            "stance": linkage.stance,
            "paragraph": linkage.paragraph,
            "place": linkage.place,
            "wording": linkage.wording,
        }
    return {name: str(value) for name, value in values.items() if value is not None}


def _places(
    crosswalk: Crosswalk, objective: ObjectiveRef, linkage: Linkage | None
) -> Iterator[Place]:
    if linkage:
        yield from linkage.at
    if crosswalk.source.coverage_table:
        yield Place("appendix", objective.number)


def _comment(extensions: dict[str, str], linkage: Linkage | None) -> str:
    """The extensions in words, because some readers drop their columns, and the note."""
    parts = [f"{name}: {words(value)}" for name, value in extensions.items()]
    if linkage and linkage.note:
        parts.append(linkage.note)
    return "; ".join(parts)
