"""No field of a record is forgotten in silence: each is in every form, or is left out for a reason.

A form has a field if it changes when the field does and nothing else does. ``LEFT_OUT`` says what
the forms leave out, and why; what is in a form although it is said to be left out is a fault too.
The JSON Schema is made of the description that makes the JSON, and needs no look of its own.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

import pytest

import gcmilo
from gcmilo import Crosswalk
from gcmilo.export import ExportFormat, exported
from gcmilo.frozen import frozen
from gcmilo.model import (
    Action,
    Activity,
    Coverage,
    Document,
    Figure,
    Linkage,
    Objective,
    Paragraph,
    Plan,
    PlanPoint,
    Side,
    Source,
    Tension,
    Term,
    Tie,
    Trilingual,
)
from gcmilo.output.forms import to_rows
from gcmilo.output.render import Format, render
from gcmilo.query import Answer
from gcmilo.query.search import fill_index
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef
from gcmilo.shapes import Data

RECORDS: dict[type, tuple[str, str]] = {
    Objective: ("objectives", ""),
    Action: ("objectives", "actions"),
    Term: ("terms", ""),
    Plan: ("plan", ""),
    Source: ("source", ""),
    PlanPoint: ("plan_points", ""),
    Coverage: ("coverage", ""),
    Linkage: ("linkages", ""),
    Paragraph: ("paragraphs", ""),
    Activity: ("activities", ""),
    Figure: ("activities", "figures"),
    Tie: ("activities", "objectives"),
    Document: ("documents", ""),
    Tension: ("tensions", ""),
    Side: ("tensions", "sides"),
}
"""Where the records of each class are: a table of the crosswalk, and for parts of records a field.
"""


def answers(crosswalk: Crosswalk) -> Iterator[Answer]:
    """The answers that show records: each record by itself, and the lists of them."""
    for objective in crosswalk.objectives:
        yield gcmilo.objective(crosswalk, str(objective.number))
    for point in crosswalk.plan_points:
        yield gcmilo.plan_point(crosswalk, point.ref.label)
    for paragraph in crosswalk.paragraphs:
        yield gcmilo.paragraph(crosswalk, str(paragraph.number))
    for activity in crosswalk.activities:
        yield gcmilo.activity(crosswalk, activity.id)
    yield gcmilo.objectives(crosswalk)
    yield gcmilo.plan_points(crosswalk)
    yield gcmilo.paragraphs(crosswalk)
    yield gcmilo.linkages(crosswalk)
    yield gcmilo.activities(crosswalk)
    yield gcmilo.documents(crosswalk)
    yield gcmilo.tensions(crosswalk)
    yield gcmilo.coverage(crosswalk)


def shown(form: Format) -> Callable[[Crosswalk], str]:
    """All answers in a format."""

    def show(crosswalk: Crosswalk) -> str:
        return "".join(render(a, crosswalk.source, form) for a in answers(crosswalk))

    return show


def rows(crosswalk: Crosswalk) -> list[Data]:
    return [row for a in answers(crosswalk) for row in to_rows(a, crosswalk.source)]


def index(crosswalk: Crosswalk) -> list[tuple[object, ...]]:
    """What a search looks through."""
    with closing(sqlite3.connect(":memory:")) as database:
        fill_index(database, crosswalk)
        return database.execute("SELECT kind, ref, title, body, terms FROM entry").fetchall()


def brief(crosswalk: Crosswalk) -> str:
    return render(gcmilo.brief(crosswalk), crosswalk.source, Format.MARKDOWN)


def export(form: ExportFormat) -> Callable[[Crosswalk], object]:
    return lambda crosswalk: exported(crosswalk, form)


FORMS: dict[str, Callable[[Crosswalk], object]] = {
    "JSON": shown(Format.JSON),
    "table": shown(Format.TABLE),
    "rows": rows,
    "search": index,
    "brief": brief,
    "page": export(ExportFormat.HTML),
    "export as JSON": export(ExportFormat.JSON),
    "data package": export(ExportFormat.DATAPACKAGE),
    "SQLite": export(ExportFormat.SQLITE),
    "Turtle": export(ExportFormat.TURTLE),
}


PLAN_AND_SOURCE = """
    Plan.title Plan.organisation Plan.short Plan.period Plan.symbol
    Source.title Source.author Source.session Source.date Source.edition Source.address
    Source.coverage_table Source.sha256
"""
LEFT_OUT: dict[str, dict[str, str]] = {
    "An answer is about a plan that was asked for; the export says what plan and source are.": {
        "JSON": PLAN_AND_SOURCE,
        "table": PLAN_AND_SOURCE,
        "rows": PLAN_AND_SOURCE,
        "search": PLAN_AND_SOURCE,
    },
    "Notions are what a search translates by, and say nothing of a plan.": dict.fromkeys(
        ("JSON", "table", "rows", "brief", "page", "Turtle"), "Term.en Term.fr Term.es"
    ),
    "Rows are of lists; what is in the answer about one thing alone is in its JSON.": {
        "rows": """Objective.actions Objective.sdg_targets Objective.sdg_note Action.letter
            Action.label PlanPoint.summary PlanPoint.means PlanPoint.means_basis""",
    },
    "A search looks through texts; the options of the lists choose by kind, place or tie.": {
        "search": """Objective.sdg_targets Objective.round_table PlanPoint.means
            PlanPoint.means_basis PlanPoint.paragraphs Coverage.status Linkage.paragraph
            Linkage.basis Linkage.stance Activity.kind Activity.status Activity.dates
            Activity.objectives Activity.plan_points Activity.paragraphs Tie.ref Tie.basis
            Document.kind Document.footnote Document.address Document.paragraphs Tension.kind
            Tension.objectives Tension.plan_points Side.at Source.symbol""",
    },
    "The words of the source are not searched, only what the data says of it.": {
        "search": "Side.quote Activity.also Document.also",
    },
    "A brief is a note on objectives, and says of other things what concerns an objective.": {
        "brief": """Objective.sdg_targets Objective.round_table PlanPoint.summary PlanPoint.means
            PlanPoint.means_basis PlanPoint.paragraphs Paragraph.number Paragraph.section
            Paragraph.summary Activity.plan_points Document.kind Document.footnote
            Document.paragraphs Tension.plan_points""",
    },
    "Which file was coded is for who holds it against the source.": {
        "brief": "Source.date Source.edition Source.sha256",
        "page": "Source.date Source.edition Source.address Source.sha256",
    },
    "Ids are for commands and programs; people read names and titles.": {
        "brief": "Activity.id Document.id Tension.id",
        "table": "Document.id Tension.id",
    },
    "Other words that the source names a thing by are for verify alone.": dict.fromkeys(
        ("table", "brief", "page"), "Activity.also Document.also"
    ),
    "It would not fit in a table, and JSON and page have it.": {
        "table": "Document.address Side.quote",
    },
    "An oddity of the list that SDG targets were taken from.": dict.fromkeys(
        ("search", "brief", "page", "Turtle"), "Objective.sdg_note"
    ),
    "The page links documents by their addresses and has no footnotes.": {
        "page": "Document.footnote",
    },
    "The page names the organisation, which its short name repeats.": {"page": "Plan.short"},
    "Neither SKOS, PROV nor Dublin Core has a word for it, and few would look for one.": {
        "Turtle": "Source.session Source.coverage_table Source.sha256 PlanPoint.means_basis",
    },
}
"""By reason, and by form: the fields that are left out."""


def reasons(field: str) -> dict[str, str]:
    """Why a field is left out of the forms that leave it out."""
    return {
        form: reason
        for reason, forms in LEFT_OUT.items()
        for form, left_out in forms.items()
        if field in left_out.split()
    }


def another_word(word: StrEnum) -> StrEnum:
    words = list(type(word))
    return words[(words.index(word) + 1) % len(words)]


def another_list(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Records of a list are tried by themselves; of a list of them one is left out."""
    if type(values[0]) in RECORDS:
        return values[1:]
    return (other(values[0]), *values[1:])


OTHERS: dict[type, Callable[[Any], Any]] = {
    StrEnum: another_word,
    int: lambda number: number + 1,
    str: lambda text: f"{text[:-1]}{'7' if text[-1] != '7' else '8'}",  # a date stays one
    Trilingual: lambda name: Trilingual(f"{name.en}!", f"{name.fr}!", f"{name.es}!"),
    ObjectiveRef: lambda ref: ObjectiveRef(ref.number % 23 + 1),
    ActionRef: lambda ref: ActionRef(ref.objective, "b" if ref.letter == "a" else "a"),
    PlanPointRef: lambda ref: PlanPointRef(f"{ref.label}x"),
    Place: lambda _: Place("footnote", 4),
    tuple: another_list,
}


def other(value: Any) -> Any:
    """A value of the same kind that is not this one."""
    return next(vary(value) for kind, vary in OTHERS.items() if isinstance(value, kind))


def varied(record: Any, name: str) -> Any:
    """The record with another value in a field, or as it is where there is no value to vary."""
    value = getattr(record, name)
    return record if value in (None, ()) else replace(record, **{name: other(value)})


def with_others(crosswalk: Crosswalk, kind: type, name: str) -> Crosswalk:
    """The crosswalk with another value in a field of every record of a class."""
    table, part = RECORDS[kind]

    def vary(record: Any) -> Any:
        if not part:
            return varied(record, name)
        return replace(
            record, **{part: tuple(varied(item, name) for item in getattr(record, part))}
        )

    records = getattr(crosswalk, table)
    if not isinstance(records, tuple):
        return replace(crosswalk, **{table: vary(records)})
    return replace(crosswalk, **{table: tuple(vary(record) for record in records)})


@pytest.fixture(scope="module")
def crosswalk(crosswalk: Crosswalk, table_crosswalk: Crosswalk) -> Crosswalk:
    """The small plan with a linkage at a place in words, which only other plans have."""
    placed = replace(table_crosswalk.linkages[0], plan_point=None)
    return replace(crosswalk, linkages=(*crosswalk.linkages, placed))


@pytest.fixture(scope="module")
def as_it_is(crosswalk: Crosswalk) -> dict[str, object]:
    return {form: show(crosswalk) for form, show in FORMS.items()}


def left_out(as_it_is: dict[str, object], varied: Crosswalk) -> set[str]:
    """The forms in which a crosswalk is what it was before one field was varied.

    A form that refuses the varied crosswalk has noticed it.
    """
    found = set()
    for form, show in FORMS.items():
        with suppress(gcmilo.GcmiloError, sqlite3.IntegrityError):
            if show(varied) == as_it_is[form]:
                found.add(form)
    return found


FIELDS = [(kind, field.name) for kind in RECORDS for field in fields(kind)]


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_a_field_is_in_every_form_but_where_it_is_left_out_for_a_reason(
    crosswalk: Crosswalk, as_it_is: dict[str, object], kind: type, name: str
) -> None:
    varied = with_others(crosswalk, kind, name)
    assert varied != crosswalk, f"no {kind.__name__} of the small plan has a {name}"
    assert left_out(as_it_is, varied) == set(reasons(f"{kind.__name__}.{name}"))


def test_an_invented_field_is_missed_in_every_form(crosswalk: Crosswalk) -> None:
    @frozen
    class Extended(Activity):
        invented: int = 0

    def with_invented(value: int) -> Crosswalk:
        values = [{f.name: getattr(a, f.name) for f in fields(a)} for a in crosswalk.activities]
        return replace(crosswalk, activities=tuple(Extended(**v, invented=value) for v in values))

    first, second = with_invented(1), with_invented(2)
    assert first != second
    assert left_out({form: show(first) for form, show in FORMS.items()}, second) == set(FORMS)


def test_what_is_left_out_is_a_field_and_of_a_form() -> None:
    known = {f"{kind.__name__}.{name}" for kind, name in FIELDS}
    assert {form for forms in LEFT_OUT.values() for form in forms} <= set(FORMS)
    named = {
        name for forms in LEFT_OUT.values() for fields in forms.values() for name in fields.split()
    }
    assert named <= known


def test_every_record_of_the_model_is_tried() -> None:
    classes = {kind for kind in vars(gcmilo.model).values() if isinstance(kind, type)}
    own = {kind for kind in classes if kind.__module__ == "gcmilo.model" and is_dataclass(kind)}
    assert own - {Trilingual} == set(RECORDS)
