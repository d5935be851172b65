"""A draft from a table, row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gcmilo.crosswalk import Crosswalk
from gcmilo.drafting.draft import Chosen, Draft, OwnColumnRead, Undecided
from gcmilo.drafting.rows import (
    PlanRow,
    PlanTable,
    coverage_name,
    coverage_of,
    labels_among,
    listed_in,
    plan_table,
    points_of_rows,
    with_labels,
)
from gcmilo.drafting.sentences import first_words
from gcmilo.drafting.titles import not_read, title_of
from gcmilo.model import OwnRole
from gcmilo.progress import ProgressCallback
from gcmilo.reader import Document
from gcmilo.received.check import TableCheck, check_table
from gcmilo.received.choose import choose_table
from gcmilo.received.reader import CellReader
from gcmilo.received.titles import Titles
from gcmilo.references import Scanner
from gcmilo.refs import PlanPointRef


def draft_of_table(
    compact: Crosswalk, document: Document, chosen: Chosen, report: ProgressCallback
) -> Draft:
    """Return the draft of the plan that a table is: the one that ``check`` would choose.

    Raises:
        InputError: the table cannot be read, or names no objective.
    """
    check = check_table(compact, document, chosen.columns, chosen.sheet, chosen.table, report)
    reader = CellReader(Scanner(compact), Titles(compact))
    named = chosen.columns
    read = choose_table(reader, document, named, chosen.sheet, chosen.table, report).read
    table = plan_table(read, chosen.own_columns)
    rows = _with_points(table)
    coverage, open_statuses = coverage_of(table)
    undecided = [*_undecided_of_table(check, table, rows), *open_statuses]
    return Draft(
        title_of(document),
        document,
        check.read,
        tuple(points_of_rows(rows)),
        tuple(listed_in(rows)),
        tuple(dict.fromkeys([*not_read(document), *undecided])),
        tuple(coverage),
        coverage_name(document, table) if coverage else None,
        own_columns=tuple(_own_columns(table)),
    )


def _with_points(table: PlanTable) -> list[PlanRow]:
    """The rows, each with a point; where no column has labels, the rows are numbered."""
    if table.columns.point is not None:
        return with_labels(table, labels_among([], [table]))
    return [
        replace(row, points=(PlanPointRef(str(number)),))
        for number, row in enumerate(table.rows, start=1)
    ]


def _own_columns(table: PlanTable) -> Iterator[OwnColumnRead]:
    """What was read of the columns of the plan's own."""
    layout = table.table.layout
    for role in OwnRole:
        place = getattr(table.columns, role.value)
        if place is not None:
            filled = sum(bool("".join(row.cells[place : place + 1])) for row in layout.rows)
            yield OwnColumnRead(role, layout.headings[place], filled)


def _undecided_of_table(
    check: TableCheck, table: PlanTable, rows: Iterable[PlanRow]
) -> Iterator[Undecided]:
    """What a check finds wrong, what was passed over, and rows that name nothing."""
    places = {row.number: row.place for row in table.table.table.rows}
    for fault in check.problems:
        place = places.get(fault.line or 0, "the table")
        yield Undecided(place, fault.text)
    for row in rows:
        if not row.subjects:
            yield Undecided(row.place, f"no objective is read: {_text_of(row)}")
        elif not row.points:
            yield Undecided(row.place, f"no point is read: {_text_of(row)}")
    for passed in check.passed_over:
        yield Undecided(passed.place, passed.text)
    for remark in check.remarks:
        yield Undecided("the table", remark)


def _text_of(row: PlanRow) -> str:
    return first_words(" | ".join(dict.fromkeys(filter(None, row.row.cells))))
