"""What a relation is: a table with its columns, its key, and the rows of a crosswalk.

A column reads its cells from the attribute of its name unless ``of`` says otherwise.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from operator import attrgetter
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen

Cell = int | str | None
Row = tuple[Cell, ...]


class CellType(StrEnum):
    """What the cells of a column hold; an array is a JSON array of texts."""

    INTEGER = "integer"
    STRING = "string"
    ARRAY = "array"


def _json_array(values: Iterable[object]) -> str:
    return json.dumps([str(value) for value in values], ensure_ascii=False)


_TO_CELL: dict[CellType, Callable[[Any], Cell]] = {
    CellType.INTEGER: int,
    CellType.STRING: str,
    CellType.ARRAY: _json_array,
}


@frozen
class Column:
    """A column, and how its cells are read from records.

    ``words`` are all that it may hold. ``refers_to`` is a column, by the names of its table and of
    itself. ``read`` is None for the attribute of the column's name.
    """

    name: str
    cells: CellType = CellType.STRING
    optional: bool = False
    words: type[StrEnum] | None = None
    refers_to: tuple[str, str] | None = None
    read: Callable[[Any], Any] | None = None

    def of(self, read: str | Callable[[Any], Any]) -> "Column":
        """Return the column as read by a function, or by the names of attributes: ``title.en``."""
        return replace(self, read=attrgetter(read) if isinstance(read, str) else read)

    def cell(self, record: Any) -> Cell:
        """Return the cell of a record: references are texts, None is an empty cell."""
        value = self.read(record) if self.read else getattr(record, self.name)
        return None if value is None else _TO_CELL[self.cells](value)


@frozen
class Relation:
    """A table: what a row is, which columns identify a row, and the rows of a crosswalk."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Crosswalk], Iterable[Row]]


def text(name: str) -> Column:
    """Return a column of texts."""
    return Column(name)


def integer(name: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, CellType.INTEGER)


def array(name: str) -> Column:
    """Return a column of JSON arrays."""
    return Column(name, CellType.ARRAY)


def word(name: str, words: type[StrEnum]) -> Column:
    """Return a column of the words of an enumeration."""
    return Column(name, words=words)


def reference(name: str, table: str, column: str, cells: CellType = CellType.STRING) -> Column:
    """Return a column that refers to another table's column."""
    return Column(name, cells, refers_to=(table, column))


def maybe(column: Column) -> Column:
    """Return the column as one that may be empty."""
    return replace(column, optional=True)


def records(
    name: str,
    about: str,
    records_of: Callable[[Crosswalk], Iterable[Any]],
    *columns: Column,
) -> Relation:
    """Return the relation of records that their first column identifies."""

    def rows(crosswalk: Crosswalk) -> Iterator[Row]:
        for record in records_of(crosswalk):
            yield tuple(column.cell(record) for column in columns)

    return Relation(name, about, (columns[0].name,), columns, rows)


def numbered(
    name: str,
    about: str,
    records_of: Callable[[Crosswalk], Iterable[Any]],
    *columns: Column,
) -> Relation:
    """Return the relation of records without a name of their own: ``id`` counts them from 1."""

    def rows(crosswalk: Crosswalk) -> Iterator[Row]:
        for position, record in enumerate(records_of(crosswalk), 1):
            yield (position, *(column.cell(record) for column in columns))

    return Relation(name, about, ("id",), (integer("id"), *columns), rows)


def listed(
    name: str,
    about: str,
    owner: Column,
    lists_of: Callable[[Crosswalk], Iterable[tuple[Any, Iterable[Any]]]],
    *columns: Column,
) -> Relation:
    """Return the relation of items in lists of other records.

    ``lists_of`` yields each record with its list. ``owner`` identifies the record, and ``position``
    counts the items of its list from 1.
    """

    def rows(crosswalk: Crosswalk) -> Iterator[Row]:
        for record, items in lists_of(crosswalk):
            for position, item in enumerate(items, 1):
                yield (owner.cell(record), position, *(column.cell(item) for column in columns))

    key = (owner.name, "position")
    return Relation(name, about, key, (owner, integer("position"), *columns), rows)
