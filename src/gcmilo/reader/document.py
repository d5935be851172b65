"""What a file holds, whatever its form: blocks of prose and tables, each with its place."""

from gcmilo.frozen import frozen


@frozen
class NotRead:
    """Something in a file that was not read, or only in part, and where."""

    place: str
    text: str


@frozen
class Block:
    """A paragraph, heading, item or footnote.

    ``place`` is how a citation names it: ``para. 4``, ``page 2``, ``section 3.2``, ``footnote 1``.
    ``text`` keeps the line breaks of the file, but no running head or foot.
    """

    place: str
    text: str


@frozen
class Row:
    """A row of a table, headings and title rows included, blank rows left out.

    ``number`` is how messages call it: the line of the file on which it begins (delimited text,
    Markdown), the row of the sheet, or else its place in the table, from 1. ``place`` is how a
    citation names it: ``table 1, row 5``, ``sheet Plan, row 12``, ``line 4``. Each cell is text
    in one line: of a merged area every cell has the text, a date is ``2026-06-12``, a whole number
    has no decimals, and an error of a spreadsheet is ``#REF!``.
    """

    number: int
    place: str
    cells: tuple[str, ...]
    is_hidden: bool = False


@frozen
class Table:
    """A table or a sheet.

    ``name`` is the sheet's name, or ``table 2``; None for the only table of delimited text.
    """

    name: str | None
    rows: tuple[Row, ...]


@frozen
class Document:
    """A file: what messages call it, its form, its sha256, and its parts in their order.

    ``kind`` is one of text, csv, markdown, html, pdf, docx, xlsx, xls, ods. ``pages`` is None for
    a form without pages.
    """

    name: str
    kind: str
    sha256: str
    pages: int | None
    parts: tuple[Block | Table, ...]
    not_read: tuple[NotRead, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The prose."""
        return tuple(part for part in self.parts if isinstance(part, Block))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple(part for part in self.parts if isinstance(part, Table))
