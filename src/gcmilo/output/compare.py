"""How a comparison is shown."""

from gcmilo.model import Basis, Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Facts, Page, listed, table
from gcmilo.output.parts import ends_on
from gcmilo.query.changes import ChangeKind, RecordChange
from gcmilo.query.compare import CompareAnswer, Covers, PlanSide
from gcmilo.query.gaps import Gap
from gcmilo.shapes import ENDS, OBJECTIVE, TEXT, TEXTS, answer, many, maybe, record, word_of
from gcmilo.text import status_words, words

_SIDE = record(
    status=maybe(word_of(Status)),
    plan_points=ENDS,
    gap=maybe(word_of(Gap)),
    plan=TEXT,
)
_OBJECTIVE = record(
    **OBJECTIVE.within("objective", "number", "title"),
    first=_SIDE,
    second=_SIDE,
    covers=word_of(Covers),
    covered_by=TEXTS,
)
_CHANGE = record(
    table=TEXT,
    record=TEXT,
    change=word_of(ChangeKind).of("kind"),
    fields=many(record(field=TEXT, before=maybe(TEXT), after=maybe(TEXT))),
)
_COMPARE = answer(
    "compare",
    first=TEXT,
    second=TEXT,
    objectives=many(_OBJECTIVE),
    changes=maybe(many(_CHANGE)),
)


def _page(answer: CompareAnswer, _: Source, language: str) -> Page:
    one, other = answer.names
    rows = [
        (row.objective.number, row.objective.label[language], *_side(row.first), *_side(row.second))
        for row in answer.objectives
    ]
    # A name may have a bar in it.
    sides = [f"{one}!", f"Points ({one})~", f"{other}!", f"Points ({other})~"]
    columns = ["No.!", "Objective~", *sides]
    alone = [
        (listed(row.covered_by), row.objective.number, row.objective.title[language])
        for row in answer.objectives
        if row.covers in (Covers.FIRST, Covers.SECOND)
    ]
    # Of two plans that are not versions of one, there are no changes to show.
    changes = answer.changes or ()
    moved = [_change(change) for change in changes if change.kind is ChangeKind.MOVED]
    others = [
        (change.kind, *_change(change)) for change in changes if change.kind is not ChangeKind.MOVED
    ]
    return Page(
        f"{answer.first} beside {answer.second}",
        (
            Facts((*_full_names(answer), *_covered(answer))),
            *table("Objectives", columns, rows),
            *table("Covered by one alone", "By! | No.! | Objective", alone),
            *table("Changes", "Change! | Table | Record | Fields", others),
            *table("Moved", "Table | Record | From and to", moved),
        ),
        None,
    )


def _full_names(answer: CompareAnswer) -> list[tuple[str, str]]:
    """What the names stand for, where they are not the plans' own."""
    named = zip(answer.names, (answer.first, answer.second), strict=True)
    return [(name.capitalize(), full) for name, full in named if not full.startswith(name)]


def _covered(answer: CompareAnswer) -> list[tuple[str, str]]:
    """Which objectives are covered by both plans, one alone, or neither."""
    one, other = answer.names
    named = {
        Covers.BOTH: "both",
        Covers.FIRST: f"{one} alone",
        Covers.SECOND: f"{other} alone",
        Covers.NEITHER: "neither",
    }
    numbers: dict[Covers, list[int]] = {covers: [] for covers in named}
    for row in answer.objectives:
        numbers[row.covers].append(row.objective.number)
    return [(f"Covered by {by}", listed(numbers[covers]) or "none") for covers, by in named.items()]


def _side(side: PlanSide) -> tuple[str, str]:
    """The status of an objective in one plan, and the plan points behind it by their basis."""
    by_basis = [(basis, ends_on(side.plan_points, basis)) for basis in Basis]
    points = [f"{basis} {refs}" for basis, refs in by_basis if refs]
    return status_words(side.status), "; ".join(points)


def _change(change: RecordChange) -> tuple[str, str, str]:
    fields = []
    for changed in change.fields:
        before, after = changed.before or "nothing", changed.after or "nothing"
        fields.append(f"{changed.field}: {before} -> {after}")
    return words(change.table), change.record, "; ".join(fields)


FORMS = {CompareAnswer: Forms(_COMPARE, _page, "objectives")}
