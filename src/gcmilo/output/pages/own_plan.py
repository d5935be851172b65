"""The pages of what validates, compares and checks."""

from collections.abc import Iterable

from gcmilo import query
from gcmilo.errors import Fault
from gcmilo.examine import Examination
from gcmilo.model import Basis, Source
from gcmilo.output.page import Page, Table, counted, facts, listed, table, words
from gcmilo.output.pages.parts import drawn, ends_on
from gcmilo.query.comparison import Covers, RecordChange
from gcmilo.query.lookup import ObjectiveLine
from gcmilo.received import TableCheck


@drawn.register
def _examination(answer: Examination, source: Source, language: str) -> Page:
    title = f"{counted(len(answer.faults), 'fault')}, {counted(len(answer.warnings), 'warning')}"
    parts = (*_faults("Faults", answer.faults), *_faults("Weak evidence", answer.warnings))
    return Page("The plan is sound" if not parts else title, parts, None)


@drawn.register
def _table_check(answer: TableCheck, source: Source, language: str) -> Page:
    untouched = [(objective.number, objective.title[language]) for objective in answer.untouched]
    title = "The table is sound" if answer.ok else counted(len(answer.problems), "problem")
    return Page(
        title,
        (
            *_faults("Problems", answer.problems),
            *table("Objectives that the table never touches", "No.! | Objective", untouched),
        ),
        None,
    )


def _faults(title: str, faults: Iterable[Fault]) -> tuple[Table, ...]:
    rows = [
        (f.file if f.line is None else f"{f.file}:{f.line}", f.key, f.text, f.suggestion and f"meant: {f.suggestion}")
        for f in faults
    ]
    return table(title, "Where | Key | What | Suggestion", rows)


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
