"""Which table of a document is read: the one that is about objectives, or the one that is named."""

from itertools import pairwise

from gcmilo.errors import InputError, ObjectivesInDoubt
from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole
from gcmilo.progress import ProgressCallback
from gcmilo.reader import Document, Table
from gcmilo.received.columns import Named
from gcmilo.received.headings import Strength, meaning_of
from gcmilo.received.reader import CellReader
from gcmilo.received.rows import ReadTable, read_rows
from gcmilo.received.titles import plain
from gcmilo.text import closest, joined, shown

_WORKBOOKS = ("xlsx", "xls", "ods")


@frozen
class Choice:
    """The table that was chosen, read, and what is to be said about the others."""

    read: ReadTable
    remarks: tuple[str, ...] = ()


def choose_table(
    reader: CellReader,
    document: Document,
    named: Named,
    sheet: str | None,
    table: int | None,
    report: ProgressCallback,
) -> Choice:
    """Return the table that ``sheet`` or ``table`` names, or the one that is about objectives.

    Raises:
        InputError: there is no table, or none that is named so, or none is about objectives, or two
            are, and nothing says which is meant.
    """
    tables = _named(document, sheet, table)
    if len(tables) == 1:
        return Choice(read_rows(reader, tables[0], named, report))
    read: list[ReadTable] = []
    doubts: list[ObjectivesInDoubt] = []
    for one in tables:
        try:
            read.append(read_rows(reader, one, named, report))
        except ObjectivesInDoubt as doubt:
            doubts.append(doubt)
        except InputError:  # a table about something else
            continue
    return _best(document, [one for one in read if one.references] or read, doubts)


def _best(document: Document, read: list[ReadTable], doubts: list[ObjectivesInDoubt]) -> Choice:
    """The table with most references in columns of objectives."""
    if not read and doubts:
        raise doubts[0]
    if not read:
        name, option = shown(document.name), _option(document)
        raise InputError(
            f"None of the {len(document.tables)} tables of {name} has a column of objectives,"
            f" GCM paragraphs or titles. Name one: {option} --column objective=HEADING."
        )
    read.sort(key=_plainness, reverse=True)
    best, *others = read
    if others and _plainness(best) == _plainness(others[0]):
        names = joined([shown(one.table.name or "") for one in (best, others[0])])
        raise ObjectivesInDoubt(
            f"{names} are both about objectives; say which is meant: {_option(document)}."
        )
    remarks = [
        f"{shown(one.table.name or '')} is about objectives too, and is not read (its references:"
        f" {one.references}); {_option(document)} chooses it."
        for one in others
    ]
    remarks += [f"A table that is not read: {doubt}" for doubt in doubts]
    return Choice(best, tuple(remarks))


def _plainness(read: ReadTable) -> tuple[bool, bool, int]:
    """How plainly a table is about objectives: the plainest is the greatest."""
    columns = [one for one in read.columns.columns if one.role is ColumnRole.OBJECTIVE]
    meanings = [meaning_of(column.heading) for column in columns]
    names_compact = any(one and one.strength is Strength.COMPACT for one in meanings)
    # A heading that names the Compact counts as much as every reference under it.
    references = read.references * (2 if names_compact else 1)
    return bool(columns), not _is_code_list(read), references


def _is_code_list(read: ReadTable) -> bool:
    """Whether a table only lists objectives with their titles, for others to choose from."""
    numbers = [number for row in read.rows for number in row.objectives]
    is_ascending = all(after == before + 1 for before, after in pairwise(numbers))
    roles = {column.role for column in read.columns.columns}
    headings = [heading for heading in read.layout.headings if heading]
    is_narrow = len(headings) <= _CODE_AND_TITLE and ColumnRole.TITLE in roles
    return is_narrow and is_ascending and len(numbers) > 1


_CODE_AND_TITLE = 2
"""How many columns a list of codes has."""


def _option(document: Document) -> str:
    return "--sheet NAME" if document.kind in _WORKBOOKS else "--table N"


def _named(document: Document, sheet: str | None, number: int | None) -> tuple[Table, ...]:
    """The tables that may be meant.

    Raises:
        InputError: there is none.
    """
    tables = document.tables
    if not document.parts:
        raise InputError(f"{shown(document.name)} is empty; a heading and rows are wanted.")
    if not tables:
        raise InputError(f"There is no table in {shown(document.name)}.")
    if sheet is not None:
        tables = tuple(one for one in tables if plain(one.name or "") == plain(sheet))
        if not tables:
            raise InputError(_no_sheet(document, sheet))
    if number is not None:
        if not 1 <= number <= len(tables):
            has = "1 table" if len(tables) == 1 else f"{len(tables)} tables"
            raise InputError(f"There is no table {number}: {shown(document.name)} has {has}.")
        tables = (tables[number - 1],)
    return tables


def _no_sheet(document: Document, sheet: str) -> str:
    names = [one.name for one in document.tables if one.name]
    if not names:
        return f"{shown(document.name)} has no sheets; it is one table."
    close = closest(sheet, names)
    hint = f"did you mean {shown(close)}?" if close else f"there are {joined(map(shown, names))}."
    return f"There is no sheet {shown(sheet)}; {hint}"
