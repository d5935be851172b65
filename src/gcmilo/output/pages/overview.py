"""The pages of coverage, matrix and tree."""

from collections.abc import Sequence

from gcmilo import query
from gcmilo.model import Source, TreeBy
from gcmilo.output.data.parts import name_in
from gcmilo.output.page import Grid, GridRow, Item, Outline, Page, Part, Table, listed, paragraphs, table, words
from gcmilo.output.pages.parts import drawn
from gcmilo.query.overview import Branch, Tally, Twig


@drawn.register
def _coverage(answer: query.CoverageAnswer, source: Source, language: str) -> Page:
    rows = [
        (row.objective.number, words(row.coverage.status), row.objective.label[language], row.coverage.channel)
        for row in answer.rows
    ]
    statuses = [
        (words(status) or "not assessed", len(refs), listed(refs)) for status, refs in answer.whole.by_status.items()
    ]
    return Page(
        "Coverage",
        (
            *table("By status", "Status! | Count! | Objectives", statuses),
            *_tallies("By round table", "Round table!", answer.round_tables),
            *_tallies("By SDG target", "Target!", answer.sdg_targets),
            *table("By objective", "No.! | Status! | Objective | Channel", rows),
        ),
        source.symbol,
    )


def _tallies(title: str, name: str, tallies: Sequence[Tally]) -> tuple[Table, ...]:
    statuses = list(tallies[0].by_status) if tallies else []
    heads = " | ".join(words(status).capitalize() or "Not assessed" for status in statuses)
    rows = [(tally.name, *(listed(tally.by_status[status]) for status in statuses)) for tally in tallies]
    return table(title, f"{name} | {heads}", rows)


@drawn.register
def _matrix(answer: query.MatrixAnswer, source: Source, language: str) -> Page:
    rows = tuple(
        GridRow(
            str(row.objective.number),
            row.objective.label[language],
            words(row.status),
            tuple(None if basis is None else basis.value for basis in row.cells),
        )
        for row in answer.rows
    )
    grid: Part = Grid("", tuple(str(ref) for ref in answer.plan_points), rows)
    return Page("Objectives by plan points", (grid,), source.symbol)


@drawn.register
def _tree(answer: query.TreeAnswer, source: Source, language: str) -> Page:
    name = "Plan point" if answer.by is TreeBy.PLAN_POINT else "Objective"
    items = tuple(_branch(branch, name, language) for branch in answer.branches)
    return Page(f"{name}s and what is linked with them", (Outline("", items),), source.symbol)


def _branch(branch: Branch, name: str, language: str) -> Item:
    status = f" [{words(branch.status)}]" if branch.status else ""
    twigs = tuple(_twig(twig, language) for twig in branch.twigs)
    return Item(f"{name} {branch.ref}: {name_in(branch.name, language)}{status}", twigs)


def _twig(twig: Twig, language: str) -> Item:
    ref = f"{twig.ref}: " if twig.ref else ""
    rest = ", ".join(text for text in (words(twig.basis), paragraphs(twig.paragraphs)) if text)
    return Item(f"{ref}{name_in(twig.name, language)} ({rest})")
