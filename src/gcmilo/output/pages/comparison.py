"""The page of a comparison."""

from gcmilo import query
from gcmilo.model import Basis, Source
from gcmilo.output.page import Page, facts, listed, table, words
from gcmilo.output.pages.parts import drawn, ends_on
from gcmilo.query.comparison import Covers, RecordChange
from gcmilo.query.lookup import ObjectiveLine


@drawn.register
def _compare(answer: query.CompareAnswer, source: Source, language: str) -> Page:
    rows = [
        (row.objective.number, row.objective.label[language], *_side(row.first), *_side(row.second), row.covers)
        for row in answer.objectives
    ]
    columns = "No.! | Objective | First: status! | Points | Second: status! | Points | Covered by!"
    open_elsewhere = [
        (row.covers, row.objective.number, row.objective.title[language])
        for row in answer.objectives
        if row.covers in (Covers.FIRST, Covers.SECOND)
    ]
    return Page(
        f"{answer.first} beside {answer.second}",
        (
            facts(First=answer.first, Second=answer.second, Covered_by_neither=_neither(answer)),
            *table("Objectives", columns, rows),
            *table("Covered by one alone", "By! | No.! | Objective", open_elsewhere),
            *table(
                "Changes", "Change! | Table | Record | Fields", [_change(change) for change in answer.changes or ()]
            ),
        ),
        None,
    )


def _neither(answer: query.CompareAnswer) -> str:
    return listed([row.objective.number for row in answer.objectives if row.covers is Covers.NEITHER])


def _side(line: ObjectiveLine) -> tuple[str, str]:
    explicit = ends_on(line.plan_points, Basis.EXPLICIT)
    contextual = ends_on(line.plan_points, Basis.CONTEXTUAL)
    points = "; ".join(part for part in (explicit, contextual and f"contextual {contextual}") if part)
    return words(line.coverage.status) or "not assessed", points


def _change(change: RecordChange) -> tuple[str, str, str, str]:
    changed = "; ".join(f"{f.field}: {f.before or 'nothing'} -> {f.after or 'nothing'}" for f in change.fields)
    return change.kind.value, words(change.table), change.record, changed
