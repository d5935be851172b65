"""What a person reads, in no format yet: a title, and parts such as tables and prose under it."""

from collections.abc import Iterator, Sequence

from gcmilo.frozen import frozen
from gcmilo.refs import Place, name_places


@frozen
class Facts:
    """Names, each with its value."""

    pairs: tuple[tuple[str, str], ...]


@frozen
class Column:
    """A column of a table.

    A whole column is never folded: its cells are references, statuses or numbers. One of words is
    folded between them alone: its cells are lists of references.
    """

    name: str
    whole: bool = False
    of_words: bool = False


@frozen
class Table:
    """Rows of text under a title, which may be empty."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def width_of(self, place: int) -> int:
        """Return the length of the longest text in a column, its name included."""
        return max(len(text) for text in self._texts(place))

    def longest_word(self, place: int) -> int:
        """Return the length of the longest word in a column, its name included."""
        words = " ".join(self._texts(place)).split()
        return max((len(word) for word in words), default=0)

    def _texts(self, place: int) -> list[str]:
        return [self.columns[place].name, *(row[place] for row in self.rows)]


@frozen
class Item:
    """A line of an outline and the lines under it."""

    text: str
    items: "tuple[Item, ...]" = ()


@frozen
class Outline:
    """A tree of lines."""

    items: tuple[Item, ...]


@frozen
class GridEnd:
    """What a row or a column of a grid is of: its label, its name, and its status if it has one."""

    label: str
    name: str = ""
    status: str | None = None

    @property
    def full(self) -> str:
        """The label and the name."""
        return f"{self.label} {self.name}".strip()


@frozen
class Grid:
    """A picture of which rows are linked with which columns, and how firmly.

    ``heads`` say what the labels and names of the rows are, ``column_heads`` those of the columns.
    ``cells`` has for each row a mark or None in each column.
    """

    heads: tuple[str, str]
    rows: tuple[GridEnd, ...]
    column_heads: tuple[str, str]
    columns: tuple[GridEnd, ...]
    cells: tuple[tuple[str | None, ...], ...]

    def as_table(self, *, named: bool) -> Table:
        """Return the grid as a table of words, without a title, its columns by name if ``named``.

        A status is in a column of its own, or in a row where the columns have one.
        """
        columns = [end.full if named else end.label for end in self.columns]
        status_head = ("Status",) if has_status(self.rows) else ()
        names = (*self.heads, *status_head, *columns)
        rows = []
        if has_status(self.columns):
            rows.append(("Status", "", *(end.status or "" for end in self.columns)))
        for end, marks in zip(self.rows, self.cells, strict=True):
            status = (end.status or "",) if status_head else ()
            rows.append((end.label, end.name, *status, *(mark or "" for mark in marks)))
        return Table("", tuple(Column(name, whole=True) for name in names), tuple(rows))

    def row_key(self) -> Table:
        """Return the names of the rows by their labels."""
        return _key(self.heads, self.rows)

    def column_key(self) -> Table:
        """Return the names of the columns by their labels."""
        return _key(self.column_heads, self.columns)


def has_status(ends: Sequence[GridEnd]) -> bool:
    """Return whether the ends have a status."""
    return any(end.status is not None for end in ends)


def _key(heads: tuple[str, str], ends: Sequence[GridEnd]) -> Table:
    columns = [Column(heads[0], whole=True), Column(heads[1])]
    rows: list[tuple[str, ...]] = [(end.label, end.name) for end in ends if end.name]
    if has_status(ends):
        columns.append(Column("Status", whole=True))
        rows = [(end.label, end.name, end.status or "") for end in ends]
    return Table("", tuple(columns), tuple(rows))


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
    """A list. Each item is the name of what it is about, which may be empty, and a text."""

    items: tuple[tuple[str, str], ...]


@frozen
class References:
    """A numbered list of documents, each with its address where one is known."""

    items: tuple[tuple[str, str | None], ...]


@frozen
class Quote:
    """A text, where it stands, and the spans of it that are marked."""

    place: str
    text: str
    marks: tuple[tuple[int, int], ...]

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is marked; of marks that overlap, the first."""
        done = 0
        for start, end in sorted(self.marks):
            if start >= done:
                yield self.text[done:start], False
                yield self.text[start:end], True
                done = end
        yield self.text[done:], False


@frozen
class Quotes:
    """A list of texts, each with its place and with some of its words marked."""

    items: tuple[Quote, ...]


Part = Facts | Table | Outline | Grid | Verbatim | Heading | Prose | Entries | Quotes | References


@frozen
class Page:
    """A title, the parts under it, and the symbol of the source, which is named at the end.

    ``title`` and ``source`` are None for a page that is pasted as it is; ``source`` also where the
    parts name the source, or nothing is drawn from it.
    """

    title: str | None
    parts: tuple[Part, ...]
    source: str | None


def table(
    title: str, columns: str | Sequence[str], rows: Sequence[Sequence[object]]
) -> tuple[Table, ...]:
    """Return a tuple of one table, or an empty one where there are no rows.

    ``columns`` are names, or names with bars between; a name that ends in ``!`` is a whole column,
    one that ends in ``~`` a column of words. A cell that is None is empty.
    """
    if not rows:
        return ()
    listed = columns.split("|") if isinstance(columns, str) else columns
    names = [name.strip() for name in listed]
    heads = [Column(name.rstrip("!~"), name.endswith("!"), name.endswith("~")) for name in names]
    return (Table(title, tuple(heads), tuple(_cells(row) for row in rows)),)


def _cells(row: Sequence[object]) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)


def marked(text: str) -> str:
    """Return a text with the marks about it that need no colour."""
    return f"«{text}»"


def facts(**pairs: object) -> Facts:
    """Return the facts that are known; ``_`` in a name stands for a space."""
    # A number is known when it is 0, so that truth is not the test here.
    known = {name: value for name, value in pairs.items() if value not in (None, "", ())}
    return Facts(tuple((name.replace("_", " "), str(value)) for name, value in known.items()))


def quantity(number: int, name: str) -> str:
    """Return a number in digits and what it counts: ``1 problem``, ``3 problems``."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def listed(values: Sequence[object]) -> str:
    """Return values with commas between."""
    return ", ".join(str(value) for value in values)


def name_paragraphs(numbers: Sequence[int | None]) -> str:
    """Return paragraph numbers as a person cites them: ``para. 12``, ``paras 13 and 17``.

    A number that is None is left out; nothing is left of no numbers.
    """
    return name_places(Place("paragraph", number) for number in numbers if number is not None)
