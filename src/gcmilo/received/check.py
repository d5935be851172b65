"""A table that was received: what was read of it, what is wrong with it, and what it leaves out."""

import re
from collections import Counter
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import Fault, InputError
from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole, Objective
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Document
from gcmilo.received.cells import CellKind
from gcmilo.received.choose import choose_table
from gcmilo.received.columns import Column, Named
from gcmilo.received.layout import PassedOver
from gcmilo.received.own_titles import OwnTitles
from gcmilo.received.problems import problems_of
from gcmilo.received.reader import CellReader
from gcmilo.received.remarks import passed_over_of, remarks_of
from gcmilo.received.rows import ReadRow, ReadTable
from gcmilo.received.titles import Titles
from gcmilo.references import Scanner
from gcmilo.text import joined, shown


@frozen
class ColumnRead:
    """A column that was read: its role, its heading, and how many references its cells have."""

    role: ColumnRole
    heading: str
    references: int


@frozen
class TableRead:
    """What was read: the file, the sheet or table, the row of its heading, its columns and rows."""

    file: str
    sheet_or_table: str | None
    heading_row: int
    rows: int
    columns: tuple[ColumnRead, ...]


@frozen
class TableCheck:
    """What was read of a table, what is wrong with it, and the objectives that it never touches.

    ``passed_over`` are its rows, and parts of cells, that were not read. ``remarks`` are sentences
    about how it was read.
    """

    question: ClassVar[str] = "check"

    read: TableRead
    problems: tuple[Fault, ...]
    untouched: tuple[Objective, ...]
    passed_over: tuple[PassedOver, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong in what was read; objectives that are not touched are not."""
        return not self.problems


def check_table(
    crosswalk: Crosswalk,
    document: Document,
    named: Named | None = None,
    sheet: str | None = None,
    table: int | None = None,
    report: ProgressCallback = no_progress,
) -> TableCheck:
    """Return what is wrong with a table's references to the Compact, in the order of its rows.

    ``named`` gives the headings of columns that cannot be found by their headings; ``sheet`` is the
    name, and ``table`` the number, of the table that is meant. Reports how many rows are read.

    Raises:
        InputError: there is no such table, no column gives objectives, several could be theirs, or
            no row has a reference.
    """
    reader = CellReader(Scanner(crosswalk), Titles(crosswalk))
    choice = choose_table(reader, document, named or {}, sheet, table, report)
    read = choice.read
    own_titles = OwnTitles(read)
    problems = problems_of(crosswalk, document, read, own_titles)
    if not read.references and not any(map(_may_have_named, read.rows)):
        headings = joined([shown(column.heading) for column in read.columns.columns])
        raise InputError(
            f"No row of {shown(document.name)} names an objective; columns read: {headings}."
        )
    touched = {number for row in read.rows for number in row.objectives}
    return TableCheck(
        _what_was_read(document, read),
        problems,
        tuple(one for one in crosswalk.objectives if one.number not in touched),
        passed_over_of(document, read),
        (*choice.remarks, *read.columns.remarks, *remarks_of(crosswalk, read, own_titles)),
    )


def _may_have_named(row: ReadRow) -> bool:
    """Whether a row that names nothing may have done so: it has a date, an error or a number."""
    spoiled = (CellKind.ERROR, CellKind.DATE, CellKind.AS_ABOVE)
    return any(
        cell.reading.kind in spoiled or any(map(_is_number, cell.reading.unread))
        for cell in row.cells
        if cell.column.role is not ColumnRole.TITLE
    )


def _is_number(text: str) -> bool:
    return re.search(r"\d", text) is not None and re.search(r"[^\W\d_]", text) is None


def _what_was_read(document: Document, table: ReadTable) -> TableRead:
    counts = Counter[Column]()
    for row in table.rows:
        for cell in row.cells:
            counts[cell.column] += len(cell.reading.mentions)
    columns = tuple(
        ColumnRead(column.role, column.heading, counts[column]) for column in table.columns.columns
    )
    heading_row = table.layout.heading_row.number
    return TableRead(document.name, table.table.name, heading_row, len(table.rows), columns)
