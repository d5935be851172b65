"""The data files: the tables of each, and the fields of their records."""

from functools import lru_cache
from typing import Any

from gcmilo.fields import (
    Each,
    Kind,
    Maybe,
    Number,
    OneOf,
    Pattern,
    RecordField,
    Reference,
    Schema,
    Text,
    listed_number,
)
from gcmilo.frozen import frozen
from gcmilo.model import (
    Action,
    Activity,
    ActivityKind,
    ActivityStatus,
    Basis,
    Coverage,
    Document,
    DocumentKind,
    Figure,
    Linkage,
    Means,
    MeansBasis,
    Objective,
    Paragraph,
    Plan,
    PlanPoint,
    Side,
    Source,
    Stance,
    Status,
    Tension,
    TensionKind,
    Term,
    Tie,
    Trilingual,
)
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, parse_objective, parse_place

_LARGEST = 999_999_999
"""The largest number that a data file can hold, because its numbers have nine digits at most."""

_remembered = lru_cache(maxsize=4096)
"""A large file repeats the same few references, and all its records share one value of each."""

_subject = _remembered(parse_objective)


def _objective_only(text: str) -> ObjectiveRef | None:
    ref = parse_objective(text)
    return ref if isinstance(ref, ObjectiveRef) else None


@_remembered
def _plan_point(text: str) -> PlanPointRef | None:
    ref = PlanPointRef(text)
    return ref if ref.key else None


def _linkage(
    objective: ObjectiveRef | ActionRef, paragraph: int | None = None, **rest: Any
) -> Linkage:
    # A data file has one field for both, "7" or "7(d)".
    action = objective if isinstance(objective, ActionRef) else None
    return Linkage(objective.objective, action, paragraph=paragraph, **rest)


TEXT = Text()
TEXTS = Each(TEXT)
LETTER = Pattern("one letter", "[a-z]")
_MONTH = r"\d{4}(?:-(?:0[1-9]|1[0-2]))?"
DATE = Pattern(
    "a year, a month such as 2018-12, or an interval such as 2015/2019",
    rf"{_MONTH}(?:/{_MONTH})?",
)
TRILINGUAL = RecordField(Trilingual, {"en": TEXT, "fr": TEXT, "es": TEXT})
OBJECTIVE_REF = Reference('an objective such as "7"', _objective_only)
SUBJECT_REF = Reference('an objective or action such as "7" or "7(d)"', _subject)
POINT_REF = Reference("the label of a plan point", _plan_point)
PARAGRAPH_REF = Reference('a paragraph number such as "12"', _remembered(listed_number))
PLACE = Reference('a place such as "17", "appendix 20", "footnote 5" or "summary"', parse_place)
PARAGRAPH_REFS = Each(PARAGRAPH_REF)


def _ties(ref: Kind) -> Kind:
    return Each(RecordField(Tie, {"ref": ref, "basis": OneOf(Basis)}))


OBJECTIVE = RecordField(
    Objective,
    {
        "number": Number(1, 99),
        "title": TRILINGUAL,
        "label": TRILINGUAL,
        "actions": Each(RecordField(Action, {"letter": LETTER, "label": TEXT})),
        "sdg_targets": TEXTS,
        "round_table": Number(1, 4),
    },
    {"sdg_note": TEXT},
)
TERM = RecordField(Term, {"en": TEXTS, "fr": TEXTS, "es": TEXTS})
PLAN = RecordField(
    Plan, {"title": TEXT, "organisation": TEXT, "short": TEXT}, {"period": TEXT, "symbol": TEXT}
)
SOURCE = RecordField(
    Source,
    {"symbol": TEXT, "title": TEXT},
    dict.fromkeys(
        ("author", "session", "date", "edition", "address", "coverage_table", "sha256"), TEXT
    ),
)
PLAN_POINT = RecordField(
    PlanPoint,
    {"ref": POINT_REF, "subject": TEXT},
    {
        "summary": TEXT,
        "means": Each(OneOf(Means)),
        "means_basis": OneOf(MeansBasis),
        "paragraphs": PARAGRAPH_REFS,
    },
)
COVERAGE = RecordField(
    Coverage,
    {"objective": OBJECTIVE_REF, "status": Maybe(OneOf(Status))},
    {"channel": TEXT, "note": TEXT},
)
LINKAGE = RecordField(
    _linkage,
    {
        "objective": SUBJECT_REF,
        "plan_point": Maybe(POINT_REF),
        "paragraph": Maybe(PARAGRAPH_REF),
        "basis": OneOf(Basis),
        "stance": OneOf(Stance),
    },
    {"wording": TEXT, "note": TEXT, "place": TEXT},
    either=("paragraph", "place"),
)
PARAGRAPH = RecordField(
    Paragraph, {"number": Number(1, _LARGEST), "section": TEXT, "summary": TEXT}
)
ACTIVITY = RecordField(
    Activity,
    {
        "id": TEXT,
        "name": TEXT,
        "kind": OneOf(ActivityKind),
        "owner": TEXT,
        "status": Maybe(OneOf(ActivityStatus)),
        "dates": Each(DATE),
        "figures": Each(RecordField(Figure, {"value": Number(0, _LARGEST), "of": TEXT})),
        "partners": TEXTS,
        "places": TEXTS,
        "objectives": _ties(SUBJECT_REF),
        "plan_points": _ties(POINT_REF),
        "paragraphs": PARAGRAPH_REFS,
        "summary": TEXT,
    },
    {"also": TEXTS},
)
DOCUMENT = RecordField(
    Document,
    {
        "id": TEXT,
        "symbol": Maybe(TEXT),
        "title": TEXT,
        "year": Maybe(Number(1000, 9999)),
        "kind": OneOf(DocumentKind),
        "footnote": Maybe(Number(1, 999)),
        "address": Maybe(TEXT),
        "paragraphs": PARAGRAPH_REFS,
    },
    {"also": TEXTS},
)
TENSION = RecordField(
    Tension,
    {
        "id": TEXT,
        "kind": OneOf(TensionKind),
        "title": TEXT,
        "objectives": Each(SUBJECT_REF),
        "plan_points": Each(POINT_REF),
        "sides": Each(RecordField(Side, {"text": TEXT, "quote": Maybe(TEXT), "at": Each(PLACE)})),
    },
)


@frozen
class Table:
    """A table of a file: a list of items, or one item alone where ``single``.

    An optional table may be left out of its file.
    """

    name: str
    item: Kind
    single: bool = False
    optional: bool = False

    def schema(self) -> Schema:
        """Return the JSON Schema of the table."""
        item = self.item.schema()
        if self.single:
            return item
        return {"anyOf": [{"type": "array", "items": item}, {"type": "null"}]}


@frozen
class DataFile:
    """A file of the data directory; one that is not required may be missing.

    The tables of a missing file are empty.
    """

    name: str
    tables: tuple[Table, ...]
    required: bool = False

    def schema(self) -> Schema:
        """Return the JSON Schema of the file, for editors that check during typing."""
        tables = {table.name: table.schema() for table in self.tables}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"gcmilo: {self.name}",
            "type": "object",
            "properties": tables,
            "required": [table.name for table in self.tables if not table.optional],
            "additionalProperties": False,
        }


COMPACT_FILES = (
    DataFile("objectives.yaml", (Table("objectives", OBJECTIVE),), required=True),
    DataFile("terms.yaml", (Table("terms", TERM),), required=True),
)
"""The Compact side, the same for every plan."""

PLAN_FILES = (
    DataFile(
        "plan.yaml",
        (Table("plan", PLAN, single=True), Table("source", SOURCE, single=True)),
        required=True,
    ),
    DataFile(
        "plan_points.yaml",
        (Table("plan_points", PLAN_POINT), Table("uncited", POINT_REF, optional=True)),
        required=True,
    ),
    DataFile("coverage.yaml", (Table("coverage", COVERAGE),)),
    DataFile("linkages.yaml", (Table("linkages", LINKAGE),)),
    DataFile("paragraphs.yaml", (Table("paragraphs", PARAGRAPH),)),
    DataFile("activities.yaml", (Table("activities", ACTIVITY),)),
    DataFile("documents.yaml", (Table("documents", DOCUMENT),)),
    DataFile("tensions.yaml", (Table("tensions", TENSION),)),
)
"""The plan side, the bundled one or a user's own."""
