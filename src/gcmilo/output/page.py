"""What a person reads, before it is drawn: headings, prose, facts, tables, outlines and grids under one title."""

from collections.abc import Sequence

from gcmilo.frozen import frozen
from gcmilo.text import joined


@frozen
class Facts:
    """Names and what stands under them."""

    pairs: tuple[tuple[str, str], ...]


@frozen
class Column:
    """A column of a table. A whole column is never folded: its cells are references, statuses or numbers."""

    name: str
    whole: bool = False


@frozen
class Table:
    """Rows of text under a title."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Item:
    """A line of an outline and the lines under it."""

    text: str
    items: "tuple[Item, ...]" = ()


@frozen
class Outline:
    """A tree of lines under a title."""

    title: str
    items: tuple[Item, ...]


@frozen
class GridRow:
    """A row of a grid: its number, name and status, and a mark or None for each column."""

    number: str
    name: str
    status: str
    cells: tuple[str | None, ...]


@frozen
class Grid:
    """A picture of which rows are linked with which columns, and how firmly."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]

    def as_table(self) -> Table:
        """Return the grid as a table of words."""
        names = ("No.", "Objective", "Status", *self.columns)
        rows = tuple(
            (row.number, row.name, row.status, *(cell or "" for cell in row.cells))
            for row in self.rows
        )
        return Table(self.title, tuple(Column(name, whole=True) for name in names), rows)


@frozen
class Verbatim:
    """A text that is ready to paste, and is shown as it is in every format."""

    text: str


@frozen
class Heading:
    """A heading under the title; the title is of level 1. ``anchor`` is what a link to it names."""

    text: str
    level: int = 2
    anchor: str | None = None


@frozen
class Prose:
    """A paragraph of text."""

    text: str


@frozen
class Entries:
    """A list in which each item begins with the name of what it is about; the name may be empty."""

    items: tuple[tuple[str, str], ...]


@frozen
class References:
    """A numbered list of documents, each with its address where one is known."""

    items: tuple[tuple[str, str | None], ...]


Part = Facts | Table | Outline | Grid | Verbatim | Heading | Prose | Entries | References


@frozen
class Page:
    """A title, the parts under it, and the symbol of the source; a page of verbatim text has neither."""

    title: str | None
    parts: tuple[Part, ...]
    source: str | None


def table(title: str, columns: str, rows: Sequence[Sequence[object]]) -> tuple[Table, ...]:
    """Return a table, or none where there are no rows.

    ``columns`` are names with bars between; a name that ends in ``!`` is a whole column.
    """
    names = [name.strip() for name in columns.split("|")]
    heads = tuple(Column(name.removesuffix("!"), name.endswith("!")) for name in names)
    cells = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    return (Table(title, heads, cells),) if rows else ()


def facts(**pairs: object) -> Facts:
    """Return the facts that are known; ``_`` in a name stands for a space."""
    known = {
        name.replace("_", " "): str(value)
        for name, value in pairs.items()
        if value not in (None, "", ())
    }
    return Facts(tuple(known.items()))


def counted(number: int, name: str) -> str:
    """Return a number and what it counts, in the plural but for one."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def listed(values: Sequence[object]) -> str:
    """Return values with commas between."""
    return ", ".join(str(value) for value in values)


def paragraphs(numbers: Sequence[int]) -> str:
    """Return paragraph numbers as a person cites them: ``para. 12``, ``paras 13 and 17``."""
    return f"{'para.' if len(numbers) == 1 else 'paras'} {joined(numbers)}" if numbers else ""
