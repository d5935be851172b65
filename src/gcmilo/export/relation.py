"""What a relation is: a table with its columns, its keys, and the rows of a crosswalk."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.refs import ActionRef, ObjectiveRef

Cell = int | str | None
Row = tuple[Cell, ...]


class CellType(StrEnum):
    """What the cells of a column hold; an array is a JSON array of texts."""

    INTEGER = "integer"
    STRING = "string"
    ARRAY = "array"


@frozen
class Column:
    """A column. ``to`` is the table and column that it refers to; ``words`` are all that it may hold."""

    name: str
    cells: CellType = CellType.STRING
    optional: bool = False
    words: type[StrEnum] | None = None
    to: tuple[str, str] | None = None


@frozen
class Relation:
    """A table: what a row is, which columns keep rows apart, and the rows of a crosswalk."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Crosswalk], Iterable[Row]]


def texts(names: str) -> tuple[Column, ...]:
    """Return columns of text by their names; one that ends in a question mark may be empty."""
    return tuple(Column(name.removesuffix("?"), optional=name.endswith("?")) for name in names.split())


def numbers(names: str) -> tuple[Column, ...]:
    """Return columns of whole numbers by their names, as ``texts`` takes them."""
    return tuple(replace(column, cells=CellType.INTEGER) for column in texts(names))


def arrays(names: str) -> tuple[Column, ...]:
    """Return columns of JSON arrays by their names, as ``texts`` takes them."""
    return tuple(replace(column, cells=CellType.ARRAY) for column in texts(names))


def word(name: str, words: type[StrEnum]) -> Column:
    """Return a column that holds a word of an enumeration; a question mark as in ``texts``."""
    return Column(name.removesuffix("?"), optional=name.endswith("?"), words=words)


def to(name: str, table: str, column: str, cells: CellType = CellType.STRING) -> Column:
    """Return a column that refers to another table's column; a question mark as in ``texts``."""
    return Column(name.removesuffix("?"), cells, name.endswith("?"), to=(table, column))


def array(values: Iterable[str] | None) -> str | None:
    """Return texts as a JSON array, None for None."""
    return None if values is None else json.dumps(list(values), ensure_ascii=False)


def ref(value: object) -> str | None:
    """Return a reference as text, None for None."""
    return None if value is None else str(value)


def listed(name: str, about: str, parent: Column, items: tuple[Column, ...], rows: Callable[..., Any]) -> Relation:
    """Return the table of what stands in lists of another table; ``rows`` yields each parent with its items."""

    def numbered(crosswalk: Crosswalk) -> Iterator[Row]:
        for owner, listed in rows(crosswalk):
            for position, item in enumerate(listed, 1):
                yield (owner, position, *item)

    return Relation(name, about, (parent.name, "position"), (parent, *numbers("position"), *items), numbered)


def split_subject(ref: ObjectiveRef | ActionRef) -> tuple[Cell, Cell]:
    """Return the number of a reference's objective, and the action where it is one."""
    return ref.objective.number, str(ref) if isinstance(ref, ActionRef) else None
