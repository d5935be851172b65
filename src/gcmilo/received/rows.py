"""The rows of a table, read by its columns: what each row is about, and what was passed over."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from gcmilo.errors import InputError
from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Row, Table
from gcmilo.received.cells import CellKind, is_mark, is_marked, may_list_letters
from gcmilo.received.columns import Column, Columns, Named, find_columns
from gcmilo.received.layout import Layout, PassedOver, is_band, lay_out
from gcmilo.received.reader import CellReader, CellReading
from gcmilo.received.titles import Titles
from gcmilo.references import Mention, RefKind, Scanner, Unread
from gcmilo.references import Named as NamedRef
from gcmilo.refs import ObjectiveRef

_BEFORE_ACTIONS = (ColumnRole.OBJECTIVE, ColumnRole.TITLE, ColumnRole.PARAGRAPH)
"""The roles that say which objective a row is about, the first of them most."""
_FEWEST_WORDS = 3
"""A cell of a column without a role is read as prose if it has so many words."""


@frozen
class CellMention:
    """A reference in a cell of a table. ``cell`` is the text that its characters are in."""

    row: Row
    cell: str
    mention: Mention


@frozen
class CellUnread:
    """Words of a cell that are not understood. ``cell`` is the text that its characters are in."""

    row: Row
    cell: str
    unread: Unread


@frozen
class TableScan:
    """What the cells of a table name, and what in them is not understood, row by row."""

    mentions: tuple[CellMention, ...]
    unread: tuple[CellUnread, ...]


@frozen
class ReadCell:
    """A cell of a column that has a role.

    ``text`` is the text that was read: that of a cell above where this one goes on from it.
    """

    column: Column
    text: str
    reading: CellReading
    goes_on: bool = False


@frozen
class ReadRow:
    """A row and its cells in columns that have a role.

    Of a ragged row, which has more cells than the heading, only objectives are read: the others may
    stand under a heading that is not theirs.
    """

    row: Row
    cells: tuple[ReadCell, ...]
    is_ragged: bool = False

    @cached_property
    def given(self) -> Mapping[ColumnRole, list[int]]:
        """The objectives that the columns give, by the roles of those that give any."""
        given: dict[ColumnRole, list[int]] = {}
        for cell in self.cells:
            if cell.column.role in _BEFORE_ACTIONS and cell.reading.objectives:
                given.setdefault(cell.column.role, []).extend(cell.reading.objectives)
        return given

    @cached_property
    def objectives(self) -> list[int]:
        """The objectives that the row is about: those of its actions where no column gives any."""
        about = objectives_of(self.given)
        if about:
            return about
        actions = [cell for cell in self.cells if cell.column.role is ColumnRole.ACTION]
        return [number for cell in actions for number in cell.reading.objectives]

    @property
    def mentions(self) -> list[Mention]:
        """All that its cells name."""
        return [mention for cell in self.cells for mention in cell.reading.mentions]


@frozen
class ReadTable:
    """A table as its columns tell it."""

    table: Table
    layout: Layout
    columns: Columns
    rows: tuple[ReadRow, ...]
    passed_over: tuple[PassedOver, ...]

    @property
    def references(self) -> int:
        """How many references its rows have."""
        return sum(len(row.mentions) for row in self.rows)


def objectives_of(given: Mapping[ColumnRole, list[int]]) -> list[int]:
    """Return the objectives that most columns give; where no two agree, those of the first."""
    if len(given) == 1:
        return list(dict.fromkeys(*given.values()))
    votes = Counter[int]()
    for numbers in given.values():
        votes.update(set(numbers))
    most = max(votes.values(), default=0)
    if most > 1:
        return [number for number, count in votes.items() if count == most]
    first = next((given[role] for role in _BEFORE_ACTIONS if role in given), [])
    return list(dict.fromkeys(first))


def read_rows(
    reader: CellReader,
    table: Table,
    named: Named | None = None,
    report: ProgressCallback = no_progress,
) -> ReadTable:
    """Return the rows of a table, read by its columns.

    Raises:
        InputError: it is empty, no column tells objectives, or two columns could be theirs.
    """
    names = [name for several in (named or {}).values() for name in several]
    layout = lay_out(table, names)
    cells = [row.cells for row in layout.rows]
    columns = find_columns(layout.headings, cells, reader, named or {})
    rows = _Rows(reader, columns.columns, len(layout.headings))
    read: list[ReadRow] = []
    for number, row in enumerate(layout.rows):
        report("Reading the rows", number, len(layout.rows))
        found = rows.read(row)
        if found:
            read.append(found)
    passed_over = (*layout.passed_over, *rows.passed_over)
    return ReadTable(table, layout, columns, tuple(read), passed_over)


class _Rows:
    """One pass over the rows: what the cells above said, and what was passed over."""

    def __init__(self, reader: CellReader, columns: Sequence[Column], width: int) -> None:
        self.reader = reader
        self.columns = columns
        self.width = width
        self.passed_over: list[PassedOver] = []
        self._above: dict[Column, ReadCell] = {}
        places = [column.place for column in columns if column.role in _BEFORE_ACTIONS]
        self._first = min(places, default=0)

    def read(self, row: Row) -> ReadRow | None:
        """Return a row as its columns tell it, None for one that is passed over."""
        cells = [
            self._cell(column, row)
            for column in self.columns
            if column.role in (*_BEFORE_ACTIONS, ColumnRole.SDG)
        ]
        if is_band(row) and not any(cell.reading.mentions for cell in cells):
            self._pass_over(row, "one cell alone", row.cells)
            return None
        if any(row.cells[self.width :]):
            objectives = [cell for cell in cells if cell.column.role is ColumnRole.OBJECTIVE]
            return ReadRow(row, tuple(objectives), is_ragged=True)
        about = objectives_of(ReadRow(row, tuple(cells)).given)
        cells += [
            self._action(column, row, about)
            for column in self.columns
            if column.role is ColumnRole.ACTION
        ]
        self._above |= {cell.column: cell for cell in cells}
        return ReadRow(row, tuple(cells))

    def _pass_over(self, row: Row, why: str, cells: Sequence[str]) -> None:
        text = " | ".join(dict.fromkeys(cell for cell in cells if cell))
        self.passed_over.append(PassedOver(row.place, f"{why}: {text}" if text else why))

    def _cell(self, column: Column, row: Row) -> ReadCell:
        text = text_of(row, column)
        if column.objective is not None:
            return ReadCell(column, column.heading, self._marked(column, text))
        reading = self._read(column.role, text)
        is_as_above = reading.kind is CellKind.AS_ABOVE
        if (is_as_above or self._goes_on(column, row)) and column in self._above:
            above = self._above[column]
            return ReadCell(column, above.text, above.reading, goes_on=True)
        return ReadCell(column, text, reading)

    def _read(self, role: ColumnRole, text: str) -> CellReading:
        if role is ColumnRole.OBJECTIVE:
            reading = self.reader.objectives(text)
            return self._all(text) if reading.kind is CellKind.ALL else reading
        if role is ColumnRole.PARAGRAPH:
            return self.reader.paragraphs(text)
        if role is ColumnRole.SDG:
            return self.reader.targets(text)
        return self.reader.title(text)

    def _all(self, text: str) -> CellReading:
        every = self.reader.scanner.crosswalk.objectives
        mentions = [
            Mention(0, len(text), (NamedRef(RefKind.OBJECTIVE, objective.ref),))
            for objective in every
        ]
        return CellReading(CellKind.ALL, tuple(mentions))

    def _marked(self, column: Column, text: str) -> CellReading:
        """A cell of a matrix: if it is marked, it names the objective of its column."""
        ref = ObjectiveRef(column.objective or 0)
        if not is_marked(text):
            return CellReading(CellKind.BLANK)
        is_known = self.reader.scanner.crosswalk.has(ref)
        readings = (NamedRef(RefKind.OBJECTIVE, ref),) if is_known else ()
        return CellReading(CellKind.TEXT, (Mention(0, len(column.heading), readings),))

    def _goes_on(self, column: Column, row: Row) -> bool:
        """Whether a blank cell goes on from the one above: nothing before it begins a new row.

        So does one beside the letters of an action, which need an objective.
        """
        if text_of(row, column) or column.role not in (ColumnRole.OBJECTIVE, ColumnRole.TITLE):
            return False
        if any(text_of(row, other) for other in self.columns if other.role in _BEFORE_ACTIONS):
            return False
        if not any(row.cells[: self._first]):
            return True
        actions = [text_of(row, other) for other in self.columns if other.role is ColumnRole.ACTION]
        return any(map(may_list_letters, actions))

    def _action(self, column: Column, row: Row, about: Sequence[int]) -> ReadCell:
        text = text_of(row, column)
        reading = self.reader.actions(text, about)
        if reading.kind is CellKind.AS_ABOVE and column in self._above:
            text = self._above[column].text
            return ReadCell(column, text, self.reader.actions(text, about), goes_on=True)
        return ReadCell(column, text, reading)


def cell_mentions(scanner: Scanner, table: Table) -> tuple[CellMention, ...]:
    """Return the references of a table as ``scan_table`` finds them."""
    return scan_table(scanner, table).mentions


def scan_table(scanner: Scanner, table: Table) -> TableScan:
    """Return the references of a table as its columns tell them, and what is not understood.

    A number in a column of objectives is an objective; in a column of budgets, running numbers or a
    plan's own labels it is nothing. Cells of several words in other columns are read as prose, as
    is all that is no row under the heading, and every cell of a table in which no column tells
    objectives.
    """
    try:
        read = read_rows(CellReader(scanner, Titles(scanner.crosswalk)), table)
    except InputError:
        return _in_order(_in_prose(scanner, table.rows, (), 1))
    taken = {column.place for column in read.columns.columns}
    under = {row.number for row in (*read.layout.rows, read.layout.heading_row)}
    beside = [row for row in table.rows if row.number not in under]
    return _in_order(
        (
            *_in_columns(read),
            *_in_prose(scanner, read.layout.rows, taken, _FEWEST_WORDS),
            *_in_prose(scanner, [read.layout.heading_row], taken, _FEWEST_WORDS),
            *_in_prose(scanner, beside, (), _FEWEST_WORDS),
        )
    )


def _in_order(found: Iterable[CellMention | CellUnread]) -> TableScan:
    """What was found, in the order of the rows; sorting keeps that of the cells."""
    in_order = sorted(found, key=lambda one: one.row.number)
    return TableScan(
        tuple(one for one in in_order if isinstance(one, CellMention)),
        tuple(one for one in in_order if isinstance(one, CellUnread)),
    )


def _in_columns(read: ReadTable) -> Iterator[CellMention | CellUnread]:
    """What the cells name that are in columns with a role, and how lists in them go on."""
    titled = {one.place for one in read.columns.columns if one.role is ColumnRole.TITLE}
    for row in read.rows:
        for cell in row.cells:
            if cell.column.role is ColumnRole.ACTION and is_mark(cell.text):
                continue  # an X says that something is done, and is no letter
            for mention in cell.reading.mentions:
                yield CellMention(row.row, cell.text, mention)
            if not cell.goes_on and cell.column.place not in titled and _needs_all_read(cell):
                for text in cell.reading.unread:
                    start = max(cell.text.find(text), 0)
                    yield CellUnread(row.row, cell.text, Unread(start, start + len(text)))


def _needs_all_read(cell: ReadCell) -> bool:
    """Whether a cell is no cell of words, as those of a column of actions may be."""
    return bool(cell.reading.mentions) or cell.column.role is ColumnRole.OBJECTIVE


def _in_prose(
    scanner: Scanner, rows: Sequence[Row], taken: Collection[int], fewest: int
) -> Iterator[CellMention | CellUnread]:
    """What the cells name that are in none of the columns taken, each text once a row."""
    for row in rows:
        texts = [cell for place, cell in enumerate(row.cells) if place not in taken]
        for text in dict.fromkeys(texts):
            if len(text.split()) >= fewest:
                scan = scanner.scan(text)
                for mention in scan.mentions:
                    yield CellMention(row, text, mention)
                for unread in scan.unread:
                    yield CellUnread(row, text, unread)


def text_of(row: Row, column: Column) -> str:
    """Return the cell of a column, empty where the row is too short."""
    return row.cells[column.place] if column.place < len(row.cells) else ""
