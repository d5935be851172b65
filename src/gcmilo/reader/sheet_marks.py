"""What the library that reads workbooks does not tell: hidden rows, errors, formulas without value.

It is read before the library reads the sheets, so that a sheet with a cell at its far end, for
which the library would take all memory, is refused.
"""

import posixpath
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from gcmilo.errors import InputError
from gcmilo.frozen import frozen
from gcmilo.reader.archive import Archive
from gcmilo.reader.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from gcmilo.text import shown

MOST_AREAS = 20_000
"""No sheet of use has more merged areas."""


@frozen
class Area:
    """A merged area, its rows and columns counted from 0, the last included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetMarks:
    """What is marked in a sheet; rows and columns count from 0."""

    def __init__(self) -> None:
        self.hidden_rows: set[int] = set()
        self.areas: list[Area] = []
        self.texts: dict[int, dict[int, str]] = {}
        self.unstored: list[str] = []
        self.rows = 0
        self.columns = 0

    def fill(self, row: int, column: int) -> None:
        """Note that a cell has a value."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)

    def check(self, name: str, sheet: str) -> None:
        """Refuse a sheet that is too large.

        Raises:
            InputError: it is.
        """
        rows, columns = self.rows, self.columns
        if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
            raise InputError(
                f"{shown(name)} has a sheet {shown(sheet)} of {rows:,} rows and {columns:,}"
                f" columns; at most {MOST_ROWS:,} rows, {MOST_COLUMNS:,} columns and"
                f" {MOST_CELLS:,} cells are read."
            )
        if len(self.areas) > MOST_AREAS:
            raise InputError(
                f"{shown(name)} has a sheet {shown(sheet)} with more than {MOST_AREAS:,} merged"
                " areas."
            )


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: ``C7``."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def cell_at(name: str) -> tuple[int, int] | None:
    """Return the row and column of a cell by its name, from 0; None if it is none."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not digits or len(name) > 12 or not (letters.isascii() and letters.isalpha()):  # noqa: PLR2004
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def _parser(
    start: Callable[[str, dict[str, str]], None], end: Callable[[str], None] | None = None
) -> Any:
    """A parser of XML with handlers that get names without their prefixes."""
    parser = expat.ParserCreate()
    local: dict[str, str] = {}

    def on_start(name: str, attributes: dict[str, str]) -> None:
        start(local.get(name) or local.setdefault(name, name.rpartition(":")[2]), attributes)

    def on_end(name: str) -> None:
        if end:
            end(local[name])

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end if end else None
    parser.buffer_text = True
    return parser


def xlsx_marks(archive: Archive) -> dict[str, SheetMarks]:
    """Return the marks of the sheets of an .xlsx file by the names of the sheets.

    Raises:
        InputError: a sheet is too large.
        ExpatError: the XML is damaged.
    """
    marks = {}
    for sheet, member in _xlsx_sheets(archive).items():
        if member in archive.members:
            reader = _XlsxSheet(archive.name, sheet)
            reader.read(archive.members[member])
            marks[sheet] = reader.marks
    return marks


def _xlsx_sheets(archive: Archive) -> dict[str, str]:
    """The members of the sheets by the names of the sheets."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, given: dict[str, str]) -> None:
        if name == "Relationship":
            targets[given.get("Id", "")] = posixpath.join("/xl", given.get("Target", ""))

    def sheet(name: str, given: dict[str, str]) -> None:
        if name == "sheet":
            identity = next((given[key] for key in given if key.endswith(":id")), "")
            sheets[given.get("name", "")] = identity

    _run(archive.members.get("xl/_rels/workbook.xml.rels", b""), relation)
    _run(archive.members.get("xl/workbook.xml", b""), sheet)
    return {
        title: posixpath.normpath(targets.get(identity, "")).lstrip("/")
        for title, identity in sheets.items()
    }


def _run(xml: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    if xml:
        _parser(start).Parse(xml, True)


class _XlsxSheet:
    """Reads the marks of a sheet.

    A sheet may have a million cells, so that there is one handler, for the begin of elements: what
    a cell lacks is known when the next begins.
    """

    def __init__(self, name: str, sheet: str) -> None:
        self.name, self.sheet = name, sheet
        self.marks = SheetMarks()
        self.row = self.column = -1
        self.row_digits = ""
        self.columns: dict[str, int] = {}
        self.is_error = self.lacks_value = False
        self.text: list[str] = []
        self.parser: Any = None

    def read(self, xml: bytes) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.Parse(xml, True)
        self._end_cell()
        self.marks.check(self.name, self.sheet)

    def start(self, name: str, given: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "v" or name == "is":  # noqa: PLR1714 - a million times
            self._value()
        elif name == "c":
            if self.lacks_value or self.is_error:
                self._end_cell()
            self._cell(given)
        elif name == "f":
            self.lacks_value = True
        elif name == "row":
            self._end_cell()
            self._begin_row(given)
        elif name == "mergeCell":
            self._area(given.get("ref", ""))

    def _value(self) -> None:
        marks = self.marks
        self.lacks_value = False
        if self.column >= marks.columns:
            marks.columns = self.column + 1
        if self.row >= marks.rows:
            marks.rows = self.row + 1
        if self.is_error:
            self.parser.CharacterDataHandler = self.text.append

    def _begin_row(self, given: dict[str, str]) -> None:
        number = given.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self.row + 1  # noqa: PLR2004
        self.row_digits = number
        self.column = -1
        if given.get("hidden") in {"1", "true"}:
            self.marks.hidden_rows.add(self.row)

    def _cell(self, given: dict[str, str]) -> None:
        name = given.get("r")
        if name is None:
            self.column += 1
        elif self.row_digits and name.endswith(self.row_digits):
            letters = name[: -len(self.row_digits)]
            known = self.columns.get(letters)
            if known is None:
                self._place(name)
                if letters.isalpha():
                    self.columns[letters] = self.column
            else:
                self.column = known
        else:
            self._place(name)
        self.is_error = given.get("t") == "e"

    def _place(self, name: str) -> None:
        at = cell_at(name)
        self.row, self.column = at or (self.row, self.column + 1)

    def _end_cell(self) -> None:
        """Note what the cell that ends is marked with."""
        if self.text:
            self.parser.CharacterDataHandler = None
            self.marks.texts.setdefault(self.row, {})[self.column] = "".join(self.text)[:20]
            self.text.clear()
        elif self.lacks_value:
            self.marks.unstored.append(cell_name(self.row, self.column))
        self.is_error = self.lacks_value = False

    def _area(self, reference: str) -> None:
        self._end_cell()
        first, _, last = reference.partition(":")
        start, end = cell_at(first), cell_at(last)
        if start and end and len(self.marks.areas) <= MOST_AREAS:
            self.marks.areas.append(Area(*start, *end))


def ods_marks(archive: Archive) -> dict[str, SheetMarks]:
    """Return the marks of the sheets of an .ods file by the names of the sheets.

    Raises:
        InputError: a sheet is too large.
        ExpatError: the XML is damaged.
    """
    reader = _OdsContent(archive.name)
    reader.read(archive.members.get("content.xml", b""))
    return reader.sheets


class _OdsContent:
    """Reads the marks of all sheets."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: dict[str, SheetMarks] = {}
        self.sheet = ""
        self.marks = SheetMarks()
        self.row = self.column = self.rows = self.columns = 0
        self.is_error = self.has_formula = self.has_value = False
        self.text: list[str] = []
        self.parser: Any = None

    def read(self, xml: bytes) -> None:
        self.parser = _parser(self.start, self.end)
        self.parser.Parse(xml, True)

    def start(self, name: str, given: dict[str, str]) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            self._cell(given)
        elif name == "p":
            self.has_value = True
            if self.is_error:
                self.parser.CharacterDataHandler = self.text.append
        elif name == "table-row":
            self.rows = _count(given, "table:number-rows-repeated")
            self.column = 0
            if given.get("table:visibility", "visible") != "visible":
                shown_rows = min(self.rows, MOST_ROWS)
                self.marks.hidden_rows.update(range(self.row, self.row + shown_rows))
        elif name == "table":
            self.sheet = given.get("table:name", "")
            self.marks = self.sheets[self.sheet] = SheetMarks()
            self.row = 0

    def _cell(self, given: dict[str, str]) -> None:
        self.columns = _count(given, "table:number-columns-repeated")
        self.is_error = given.get("calcext:value-type") == "error"
        self.has_formula = "table:formula" in given
        self.has_value = "office:value-type" in given and not self.is_error
        right = _count(given, "table:number-columns-spanned") - 1
        below = _count(given, "table:number-rows-spanned") - 1
        if (right or below) and len(self.marks.areas) <= MOST_AREAS:
            area = Area(self.row, self.column, self.row + below, self.column + right)
            self.marks.areas.append(area)

    def end(self, name: str) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            self._end_cell()
        elif name == "table-row":
            self.row += self.rows
        elif name == "table":
            self.marks.check(self.name, self.sheet)

    def _end_cell(self) -> None:
        self.parser.CharacterDataHandler = None
        if self.has_value:
            self.marks.fill(self.row + self.rows - 1, self.column + self.columns - 1)
        if self.is_error:
            self.marks.texts.setdefault(self.row, {})[self.column] = "".join(self.text)[:20]
        elif self.has_formula and not self.has_value:
            self.marks.unstored.append(cell_name(self.row, self.column))
        self.text.clear()
        self.column += self.columns


def _count(given: dict[str, str], key: str) -> int:
    value = given.get(key, "1")
    return int(value) if value.isdecimal() and 0 < len(value) < 9 and int(value) else 1  # noqa: PLR2004
