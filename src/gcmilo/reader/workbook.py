"""Workbooks: the sheets of .xlsx, .xls and .ods files, with the values that were stored."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any

from gcmilo.errors import InputError
from gcmilo.reader.archive import Archive
from gcmilo.reader.document import Row, Table
from gcmilo.reader.pieces import Reading, one_line
from gcmilo.reader.sheet_marks import Area, SheetMarks, ods_marks, xlsx_marks
from gcmilo.text import joined, shown

MOST_SHEETS = 200
"""No workbook of use has more."""
_WHOLE = 1e15
"""Above this, a number in a sheet has digits that were never typed."""
_MOST_NAMED = 5
"""How many cells a note names."""


def read_workbook(archive: Archive, kind: str) -> Reading:
    """Return the sheets of an .xlsx or .ods file.

    Raises:
        InputError: it is damaged, or too large.
    """
    try:
        marks = xlsx_marks(archive) if kind == "xlsx" else ods_marks(archive)
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - what is no XML is told by its parser in many ways
        raise _damaged(archive.name) from None
    packed = archive.packed_anew(leave_out=_NO_SHEETS)
    archive.members.clear()  # a large workbook would be in memory twice
    return _read(packed, archive.name, marks)


_NO_SHEETS = ("xl/media/", "xl/drawings/", "xl/charts/", "customXml/", "Pictures/", "xl/pivot")


def read_xls(content: bytes, name: str) -> Reading:
    """Return the sheets of an .xls file.

    Raises:
        InputError: it is damaged, or too large.
    """
    reading = _read(io.BytesIO(content), name, {})
    note = (
        "the workbook",
        "an .xls file does not let hidden rows, merged cells and errors be told",
    )
    return Reading(reading.parts, (*reading.not_read, note))


def _read(file: io.BytesIO, name: str, marks: dict[str, SheetMarks]) -> Reading:
    try:
        from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum
    except ImportError:
        raise InputError(
            "Reading a workbook needs an extra: pip install 'gcmilo[office]'."
        ) from None
    tables: list[Table] = []
    notes: list[tuple[str, str]] = []
    try:
        workbook = CalamineWorkbook.from_filelike(file)
        sheets = workbook.sheets_metadata
        _check_number(len(sheets), name)
        for sheet in sheets:
            of_sheet = marks.get(sheet.name, SheetMarks())
            table = _table(workbook, sheet.name, of_sheet, name)
            if table is None:
                continue
            tables.append(table)
            is_hidden = sheet.visible != SheetVisibleEnum.Visible
            notes.extend(_notes(table, of_sheet, is_hidden=is_hidden))
    except InputError:
        raise
    except PasswordError:
        raise InputError(
            f"{shown(name)} is protected by a password; save it without one."
        ) from None
    except (MemoryError, Exception):  # noqa: BLE001 - a damaged file makes the library raise anything
        raise _damaged(name) from None
    return Reading(tuple(tables), tuple(notes))


def _check_number(sheets: int, name: str) -> None:
    if sheets > MOST_SHEETS:
        raise InputError(f"{shown(name)} has more than {MOST_SHEETS} sheets.")


def _damaged(name: str) -> InputError:
    return InputError(f"{shown(name)} is no workbook that can be read; it is damaged.")


def _table(workbook: Any, sheet: str, marks: SheetMarks, name: str) -> Table | None:
    """The table of a sheet; None for one that holds none, such as a chart."""
    try:
        cells = workbook.get_sheet_by_name(sheet)
    except Exception as error:  # the library's own, which has no common base
        if type(error).__name__ in {"WorksheetNotFound", "TableNotFound"}:
            return None
        raise
    if cells.end is None:
        return None
    marks.fill(*cells.end)
    marks.check(name, sheet)
    title = one_line(sheet)
    grid = _Grid(cells.iter_rows(), cells, marks, _areas(cells, marks))
    rows = []
    for number, texts in grid.rows():
        if any(texts):
            place = f"sheet {title}, row {number}"
            rows.append(Row(number, place, texts, number - 1 in marks.hidden_rows))
    return Table(title, tuple(rows))


def _areas(cells: Any, marks: SheetMarks) -> list[Area]:
    if marks.areas:
        return marks.areas
    return [Area(*start, *end) for start, end in cells.merged_cell_ranges or []]


class _Grid:
    """The texts of a sheet's rows, with what goes on from merged areas."""

    def __init__(
        self, values: Iterator[Sequence[Any]], cells: Any, marks: SheetMarks, areas: Sequence[Area]
    ) -> None:
        self.values = values
        self.first_row = cells.start[0]
        self.left, self.right = cells.start[1], cells.end[1]
        self.texts = marks.texts
        self.begin: dict[int, list[Area]] = {}
        for area in areas:
            self.begin.setdefault(area.top, []).append(area)
        self.open: list[tuple[Area, str]] = []

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The number and the texts of each row."""
        for row, values in enumerate(self.values, self.first_row):
            texts = [""] * self.left + [text_of_value(value) for value in values]
            if self.texts:
                self._put_in_texts(row, texts)
            if self.open or row in self.begin:
                self._go_on(row, texts)
            yield row + 1, tuple(texts)

    def _put_in_texts(self, row: int, texts: list[str]) -> None:
        for column, text in self.texts.get(row, {}).items():
            if column < len(texts):
                texts[column] = text

    def _go_on(self, row: int, texts: list[str]) -> None:
        """Put the text of each merged area into all its cells of a row."""
        self.open = [(area, text) for area, text in self.open if area.bottom >= row]
        for area in self.begin.get(row, []):
            spans_all = area.left <= self.left and area.right >= self.right > self.left
            if area.left < len(texts) and not spans_all:
                self.open.append((area, texts[area.left]))
        for area, text in self.open:
            for column in range(area.left, min(area.right + 1, len(texts))):
                texts[column] = text


def text_of_value(value: Any) -> str:
    """Return the text of a stored value: no decimals for a whole number, a date as 2026-06-12."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < _WHOLE else str(value)
    if isinstance(value, dt.datetime):
        text = value.isoformat(" ", "minutes")
        return text.removesuffix(" 00:00")
    return "" if value is None else one_line(str(value))


def _notes(table: Table, marks: SheetMarks, *, is_hidden: bool) -> Iterator[tuple[str, str]]:
    """What is said of a sheet: what is hidden in it, and which formulas have no value."""
    place = f"sheet {table.name}"
    hidden = sum(row.is_hidden for row in table.rows)
    if is_hidden:
        yield place, "the sheet is hidden; it was read"
    if hidden:
        are = "is hidden; it was" if hidden == 1 else "are hidden; they were"
        yield place, f"{hidden} of its rows {are} read"
    if marks.unstored:
        named = joined(marks.unstored[:_MOST_NAMED])
        more = len(marks.unstored) - _MOST_NAMED
        named += f" and {more} more" if more > 0 else ""
        yield place, f"the formulas of {named} have no stored value; open and save it once"
