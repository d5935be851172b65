"""How a comparison is shown."""

from gcmilo.model import Basis, Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, facts, listed, table
from gcmilo.output.parts import ends_on
from gcmilo.query.compare import ChangeKind, CompareAnswer, Covers, RecordChange
from gcmilo.query.gaps import Gap
from gcmilo.query.objectives import ObjectiveLine
from gcmilo.shapes import ENDS, OBJECTIVE, TEXT, answer, many, maybe, record, word_of
from gcmilo.text import status_words, words

_SIDE = record(
    status=maybe(word_of(Status)).of("coverage.status"),
    plan_points=ENDS,
    gap=maybe(word_of(Gap)),
)
_OBJECTIVE = record(
    **OBJECTIVE.within("objective", "number", "title"),
    first=_SIDE,
    second=_SIDE,
    covers=word_of(Covers),
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
    rows = []
    for row in answer.objectives:
        sides = (*_side(row.first), *_side(row.second))
        rows.append((row.objective.number, row.objective.label[language], *sides, row.covers))
    columns = "No.! | Objective | First: status! | Points | Second: status! | Points | Covered by!"
    alone = [
        (row.covers, row.objective.number, row.objective.title[language])
        for row in answer.objectives
        if row.covers in (Covers.FIRST, Covers.SECOND)
    ]
    # Of two plans that are not versions of one, there are no changes to show.
    changes = [_change(change) for change in answer.changes or ()]
    neither = [row.objective.number for row in answer.objectives if row.covers is Covers.NEITHER]
    return Page(
        f"{answer.first} beside {answer.second}",
        (
            facts(First=answer.first, Second=answer.second, Covered_by_neither=listed(neither)),
            *table("Objectives", columns, rows),
            *table("Covered by one alone", "By! | No.! | Objective", alone),
            *table("Changes", "Change! | Table | Record | Fields", changes),
        ),
        None,
    )


def _side(line: ObjectiveLine) -> tuple[str, str]:
    """The status of an objective in one plan, and the plan points behind it."""
    points = []
    if explicit := ends_on(line.plan_points, Basis.EXPLICIT):
        points.append(explicit)
    if contextual := ends_on(line.plan_points, Basis.CONTEXTUAL):
        points.append(f"contextual {contextual}")
    return status_words(line.coverage.status), "; ".join(points)


def _change(change: RecordChange) -> tuple[str, str, str, str]:
    fields = []
    for changed in change.fields:
        before, after = changed.before or "nothing", changed.after or "nothing"
        fields.append(f"{changed.field}: {before} -> {after}")
    return change.kind.value, words(change.table), change.record, "; ".join(fields)


FORMS = {CompareAnswer: Forms(_COMPARE, _page, "objectives")}
