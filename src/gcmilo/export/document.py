"""Everything in one JSON document, and its shape. One description makes both, so that they cannot part."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.frozen import frozen
from gcmilo.model import (
    ActivityKind,
    ActivityStatus,
    Basis,
    DocumentKind,
    Means,
    MeansBasis,
    Source,
    Stance,
    Status,
    TensionKind,
    Tie,
    Trilingual,
    cite_compact,
)
from gcmilo.refs import ActionRef
from gcmilo.schema import NUMBER, NUMBERS, TEXT, TEXTS, Schema, answer, document, many, maybe, record, words

NAME = "crosswalk"
"""The name of the document's schema."""

_LANGUAGES = record(en=TEXT, fr=TEXT, es=TEXT)
_ENDS = many(record(ref=TEXT, basis=words(Basis)))
_Field = tuple[Schema, Callable[[Any, Source], Any]]


@frozen
class _Part:
    """A part of the document: its records, and their fields in order."""

    records: Callable[[Any], Any]
    fields: Mapping[str, _Field]

    def shape(self) -> Schema:
        return record(**{name: shape for name, (shape, _) in self.fields.items()})

    def data(self, found: Any, source: Source) -> dict[str, Any]:
        return {name: value(found, source) for name, (_, value) in self.fields.items()}


def _same(shape: Schema, *names: str) -> dict[str, _Field]:
    """Fields that stand in the document as they do in the model."""
    return {name: (shape, _Same(name)) for name in names}


@frozen
class _Same:
    name: str

    def __call__(self, found: Any, _: Source) -> Any:
        value = getattr(found, self.name)
        return list(value) if isinstance(value, tuple) else value


def _in_languages(text: Trilingual) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr, "es": text.es}


def _texts(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _ends(ties: Iterable[Tie]) -> list[dict[str, Any]]:
    return [{"ref": str(tie.ref), "basis": tie.basis} for tie in ties]


_CITE_PARAGRAPHS: _Field = (TEXT, lambda found, source: source.cite_paragraphs(*found.paragraphs))

_PLAN = _Part(lambda c: c.plan, _same(TEXT, "title", "organisation", "short") | _same(maybe(TEXT), "period", "symbol"))
_SOURCE = _Part(
    lambda c: c.source,
    _same(TEXT, "symbol", "title")
    | _same(maybe(TEXT), "author", "session", "date", "edition", "address", "coverage_table", "sha256"),
)
_OBJECTIVE = _Part(
    lambda c: c.objectives,
    {
        "ref": (TEXT, lambda o, _: str(o.ref)),
        "number": (NUMBER, lambda o, _: o.number),
        "title": (TEXT, lambda o, _: o.title.en),
        "titles": (_LANGUAGES, lambda o, _: _in_languages(o.title)),
        "label": (TEXT, lambda o, _: o.label.en),
        "labels": (_LANGUAGES, lambda o, _: _in_languages(o.label)),
        "gcm_paragraph": (NUMBER, lambda o, _: o.ref.gcm_paragraph),
        "round_table": (NUMBER, lambda o, _: o.round_table),
        "sdg_targets": (TEXTS, lambda o, _: list(o.sdg_targets)),
        "sdg_note": (maybe(TEXT), lambda o, _: o.sdg_note),
        "actions": (
            many(record(ref=TEXT, letter=TEXT, label=TEXT)),
            lambda o, _: [
                {"ref": str(ActionRef(o.ref, a.letter)), "letter": a.letter, "label": a.label} for a in o.actions
            ],
        ),
        "citation": (TEXT, lambda o, _: cite_compact(o.ref)),
    },
)
_TERM = _Part(lambda c: c.terms, _same(TEXTS, "en", "fr", "es"))
_PLAN_POINT = _Part(
    lambda c: c.plan_points,
    {
        "ref": (TEXT, lambda p, _: str(p.ref)),
        "key": (TEXT, lambda p, _: p.ref.key),
        **_same(TEXT, "subject"),
        **_same(maybe(TEXT), "summary"),
        **_same(maybe(many(words(Means))), "means"),
        **_same(maybe(words(MeansBasis)), "means_basis"),
        **_same(NUMBERS, "paragraphs"),
        "citation": _CITE_PARAGRAPHS,
    },
)
_COVERAGE = _Part(
    lambda c: c.coverage,
    {
        "objective": (NUMBER, lambda row, _: row.objective.number),
        **_same(maybe(words(Status)), "status"),
        **_same(maybe(TEXT), "channel", "note"),
        "citation": (TEXT, lambda row, source: source.cite_row(row.objective)),
    },
)
_LINKAGE = _Part(
    lambda c: c.linkages,
    {
        "objective": (NUMBER, lambda link, _: link.objective.number),
        "action": (maybe(TEXT), lambda link, _: _text(link.action)),
        "plan_point": (maybe(TEXT), lambda link, _: _text(link.plan_point)),
        **_same(maybe(NUMBER), "paragraph"),
        **_same(words(Basis), "basis"),
        **_same(words(Stance), "stance"),
        **_same(maybe(TEXT), "wording", "note"),
        "citation": (TEXT, lambda link, source: source.cite_paragraphs(link.paragraph)),
    },
)
_PARAGRAPH = _Part(
    lambda c: c.paragraphs,
    _same(NUMBER, "number")
    | _same(TEXT, "section", "summary")
    | {"citation": (TEXT, lambda found, source: source.cite_paragraphs(found.number))},
)
_ACTIVITY = _Part(
    lambda c: c.activities,
    {
        **_same(TEXT, "id", "name"),
        **_same(words(ActivityKind), "kind"),
        **_same(TEXT, "owner"),
        **_same(maybe(words(ActivityStatus)), "status"),
        **_same(TEXTS, "dates"),
        "figures": (
            many(record(value=NUMBER, of=TEXT)),
            lambda a, _: [{"value": f.value, "of": f.of} for f in a.figures],
        ),
        **_same(TEXTS, "partners", "places"),
        "objectives": (_ENDS, lambda a, _: _ends(a.objectives)),
        "plan_points": (_ENDS, lambda a, _: _ends(a.plan_points)),
        **_same(NUMBERS, "paragraphs"),
        **_same(TEXT, "summary"),
        **_same(TEXTS, "also"),
        "citation": _CITE_PARAGRAPHS,
    },
)
_DOCUMENT = _Part(
    lambda c: c.documents,
    {
        **_same(TEXT, "id"),
        **_same(maybe(TEXT), "symbol"),
        **_same(TEXT, "title"),
        **_same(maybe(NUMBER), "year"),
        **_same(words(DocumentKind), "kind"),
        **_same(maybe(NUMBER), "footnote"),
        **_same(maybe(TEXT), "address"),
        **_same(NUMBERS, "paragraphs"),
        **_same(TEXTS, "also"),
        "citation": _CITE_PARAGRAPHS,
    },
)
_SIDE = _Part(
    lambda tension: tension.sides,
    {
        **_same(TEXT, "text"),
        **_same(maybe(TEXT), "quote"),
        "citation": (TEXT, lambda side, source: source.cite(*side.at)),
        "at": (TEXTS, lambda side, _: _texts(side.at)),
    },
)
_TENSION = _Part(
    lambda c: c.tensions,
    {
        **_same(TEXT, "id"),
        **_same(words(TensionKind), "kind"),
        **_same(TEXT, "title"),
        "objectives": (TEXTS, lambda t, _: _texts(t.objectives)),
        "plan_points": (TEXTS, lambda t, _: _texts(t.plan_points)),
        "sides": (many(_SIDE.shape()), lambda t, source: [_SIDE.data(side, source) for side in t.sides]),
    },
)

_BEFORE = {"plan": _PLAN, "source": _SOURCE}
_TABLES = {
    "objectives": _OBJECTIVE,
    "terms": _TERM,
    "plan_points": _PLAN_POINT,
    "coverage": _COVERAGE,
    "linkages": _LINKAGE,
    "paragraphs": _PARAGRAPH,
    "activities": _ACTIVITY,
    "documents": _DOCUMENT,
    "tensions": _TENSION,
}


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return everything as one JSON document that ends in a line break."""
    source = crosswalk.source
    data: dict[str, Any] = {"schema": f"gcmilo/{NAME}/1"}
    data |= {name: part.data(part.records(crosswalk), source) for name, part in _BEFORE.items()}
    data |= {name: [part.data(found, source) for found in part.records(crosswalk)] for name, part in _TABLES.items()}
    data |= {"uncited": _texts(crosswalk.uncited)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def shape() -> Schema:
    """Return the JSON Schema of the document."""
    single = {name: part.shape() for name, part in _BEFORE.items()}
    tables = {name: many(part.shape()) for name, part in _TABLES.items()}
    return document(NAME, answer(NAME, **single, **tables, uncited=TEXTS), {})
