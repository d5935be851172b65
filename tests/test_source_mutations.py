"""Every record of the data changed in turn, and the real document asked whether it notices.

docs/verify.md tells the shares that are caught, and what cannot be.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gcmilo import Crosswalk, read_source
from gcmilo.model import Activity, Basis, Document, Figure, Linkage, Stance, Status, Tension, Tie
from gcmilo.refs import ObjectiveRef, Place
from gcmilo.source.split import split
from gcmilo.source.verify import hold_against
from source_document import REAL, needs_real_source

pytestmark = [needs_real_source, pytest.mark.slow]

LAST = 26

CAUGHT = {
    "linkages: dropped": (64, 70),
    "linkages: a paragraph later": (68, 70),
    "linkages: a paragraph earlier": (70, 70),
    "linkages: other basis": (70, 70),
    "linkages: other stance": (70, 70),
    "linkages: other wording": (61, 61),
    "linkages: other objective": (67, 70),
    "plan_points: a paragraph later": (17, 17),
    "uncited: dropped": (3, 3),
    "coverage: dropped": (23, 23),
    "coverage: other status": (23, 23),
    "coverage: other channel": (23, 23),
    "paragraphs: dropped": (26, 26),
    "paragraphs: other section": (26, 26),
    "objectives: other title": (23, 23),
    "activities: dropped": (1, 80),
    "activities: a paragraph later": (73, 80),
    "activities: an invented paragraph": (75, 80),
    "activities: other figure": (9, 9),
    "activities: other date": (24, 24),
    "activities: tie to another objective": (98, 98),
    "activities: other basis of a tie": (0, 98),
    "documents: dropped": (8, 24),
    "documents: a paragraph later": (19, 24),
    "documents: other year": (7, 11),
    "documents: other symbol": (8, 8),
    "documents: other address": (8, 8),
    "documents: other footnote": (8, 8),
    "tensions: dropped": (0, 40),
    "tensions: other quote": (100, 100),
    "tensions: other place": (99, 100),
}
"""How many of the changed records of a kind the verification catches, of how many."""

Change = tuple[str, Any]


def shifted(paragraphs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(number + 1 if number < LAST else number - 1 for number in paragraphs)


def with_item(items: tuple[Any, ...], place: int, item: Any) -> tuple[Any, ...]:
    return (*items[:place], item, *items[place + 1 :])


def linkage_changes(link: Linkage) -> Iterator[Change]:
    assert link.paragraph
    yield "a paragraph later", replace(link, paragraph=link.paragraph + 1)
    yield "a paragraph earlier", replace(link, paragraph=link.paragraph - 1)
    yield (
        "other basis",
        replace(link, basis=next(basis for basis in Basis if basis is not link.basis)),
    )
    yield (
        "other stance",
        replace(link, stance=Stance.LIMITS if link.stance is Stance.SUPPORTS else Stance.SUPPORTS),
    )
    yield (
        "other objective",
        replace(link, objective=ObjectiveRef(link.objective.number % 23 + 1), action=None),
    )
    if link.wording:
        yield "other wording", replace(link, wording=f"{link.wording} always")


def activity_changes(activity: Activity) -> Iterator[Change]:
    yield "a paragraph later", replace(activity, paragraphs=shifted(activity.paragraphs))
    invented = LAST if activity.paragraphs[-1] < 20 else 2
    yield "an invented paragraph", replace(activity, paragraphs=(*activity.paragraphs, invented))
    for place, figure in enumerate(activity.figures):
        other = Figure(figure.value + 1, figure.of)
        yield "other figure", replace(activity, figures=with_item(activity.figures, place, other))
    for place, _ in enumerate(activity.dates):
        yield "other date", replace(activity, dates=with_item(activity.dates, place, "1999"))
    for place, tie in enumerate(activity.objectives):
        other_end = Tie(ObjectiveRef(11 if tie.ref == ObjectiveRef(9) else 9), tie.basis)
        yield (
            "tie to another objective",
            replace(activity, objectives=with_item(activity.objectives, place, other_end)),
        )
        other_basis = Tie(tie.ref, next(basis for basis in Basis if basis is not tie.basis))
        yield (
            "other basis of a tie",
            replace(activity, objectives=with_item(activity.objectives, place, other_basis)),
        )


def document_changes(document: Document) -> Iterator[Change]:
    yield "a paragraph later", replace(document, paragraphs=shifted(document.paragraphs))
    if document.year:
        yield "other year", replace(document, year=document.year + 1)
    if document.symbol:
        yield "other symbol", replace(document, symbol=f"{document.symbol}9")
    if document.address:
        yield "other address", replace(document, address=f"{document.address}9")
    if document.footnote:
        yield "other footnote", replace(document, footnote=document.footnote % 7 + 1)


def tension_changes(tension: Tension) -> Iterator[Change]:
    for place, side in enumerate(tension.sides):
        if side.quote:
            quoted = replace(side, quote=f"{side.quote} never")
            yield "other quote", replace(tension, sides=with_item(tension.sides, place, quoted))
            moved = replace(side, at=(Place("paragraph", 3),))
            yield "other place", replace(tension, sides=with_item(tension.sides, place, moved))


def record_changes(table: str, record: Any) -> Iterator[Change]:
    if table == "linkages":
        yield from linkage_changes(record)
    elif table == "activities":
        yield from activity_changes(record)
    elif table == "documents":
        yield from document_changes(record)
    elif table == "tensions":
        yield from tension_changes(record)
    elif table == "plan_points":
        yield "a paragraph later", replace(record, paragraphs=shifted(record.paragraphs))
    elif table == "coverage":
        other = Status.INDIRECT if record.status is Status.ADDRESSED else Status.ADDRESSED
        yield "other status", replace(record, status=other)
        yield "other channel", replace(record, channel=f"{record.channel or 'through'} more")
    elif table == "paragraphs":
        yield "other section", replace(record, section="Another section")
    elif table == "objectives":
        yield (
            "other title",
            replace(record, title=replace(record.title, en=f"{record.title.en} now")),
        )


def mutants(crosswalk: Crosswalk) -> Iterator[tuple[str, Crosswalk]]:
    tables = ("linkages", "plan_points", "uncited", "coverage", "paragraphs")
    for table in (*tables, "objectives", "activities", "documents", "tensions"):
        records = getattr(crosswalk, table)
        for place, record in enumerate(records):
            if table not in (
                "objectives",
                "plan_points",
            ):  # without one, the other records would not even load
                rest = (*records[:place], *records[place + 1 :])
                yield f"{table}: dropped", replace(crosswalk, **{table: rest})
            for name, changed in record_changes(table, record):
                yield (
                    f"{table}: {name}",
                    replace(crosswalk, **{table: with_item(records, place, changed)}),
                )


def test_share_of_changed_records_that_is_caught(bundled: Crosswalk) -> None:
    text = split(read_source(REAL).text, bundled.source.symbol, len(bundled.objectives))
    assert hold_against(bundled, text).problems == []
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for name, mutant in mutants(bundled):
        tried[name] += 1
        caught[name] += bool(hold_against(mutant, text).problems)
    assert {name: (caught[name], tried[name]) for name in tried} == CAUGHT
