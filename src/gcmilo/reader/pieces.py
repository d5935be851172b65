"""What each form of file is read into, before its pieces are given the places of a citation."""

from collections.abc import Sequence

from gcmilo.frozen import frozen
from gcmilo.reader.document import Row, Table
from gcmilo.text import printable


@frozen
class Piece:
    """A paragraph, heading, item or footnote, and what is known of where it is.

    ``line`` and ``page`` are 0 where the form has none. ``label`` is what a word processor prints
    before it, ``4.`` or ``(a)``, and is no part of ``text``. ``is_guess`` says that
    only the look of a heading makes it one. ``footnote`` is a footnote's number.
    """

    text: str
    line: int = 0
    page: int = 0
    label: str = ""
    is_heading: bool = False
    is_guess: bool = False
    footnote: str = ""


Part = Piece | Table
"""What a file has in the order of its text."""


@frozen
class Draft:
    """Lines that are a paragraph, before it is known whether it goes on over a page break.

    ``width`` is the length of a full line around it.
    """

    lines: tuple[str, ...]
    line: int
    page: int
    width: int
    is_first: bool = False
    footnote: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is one line that does not fill the column, as a heading."""
        return len(self.lines) == 1 and len(self.lines[0]) < self.width * 0.9

    def first_of_flow(self) -> "Draft":
        """Return it as the first of its page or column."""
        return Draft(self.lines, self.line, self.page, self.width, True, self.footnote)

    def with_lines(self, lines: tuple[str, ...]) -> "Draft":
        """Return it with lines that go on behind it."""
        return Draft(
            self.lines + lines, self.line, self.page, self.width, self.is_first, self.footnote
        )


@frozen
class RawTable:
    """The rows of a table that has no number yet.

    ``gaps`` are what parts its columns in plain text, where it may go on on the next page.
    """

    rows: tuple[tuple[str, ...], ...]
    gaps: tuple[tuple[int, int], ...] = ()
    goes_on: bool = False


@frozen
class Reading:
    """All pieces and tables of a file in their order, and what was not read, by place and text."""

    parts: tuple[Part, ...]
    not_read: tuple[tuple[str, str], ...] = ()
    pages: int | None = None


def one_line(text: str) -> str:
    """Return the text of a cell: in one line and printable."""
    return printable(" ".join(text.split()))


def table_of(
    number: int, rows: Sequence[Sequence[str]], lines: Sequence[int] | None = None
) -> Table:
    """Return the table that is the ``number``-th of its file, without its blank rows.

    A row is called by its place in the table, or by its line where ``lines`` has them.
    """
    name = f"table {number}"
    found = []
    for place, cells in enumerate(rows, 1):
        clean = tuple(one_line(cell) for cell in cells)
        if any(clean):
            called = lines[place - 1] if lines else place
            found.append(Row(called, f"{name}, row {place}", clean))
    return Table(name, tuple(found))
