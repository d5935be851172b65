"""The source read from a file of any form into lines that begin with their numbers."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from gcmilo.files import display_name, read_bytes
from gcmilo.frozen import frozen
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Block, Document, Table, pages_of, read_content
from gcmilo.reader.columns import in_reading_order
from gcmilo.reader.lines import Line

_PARAGRAPH = re.compile(r"para\. (\d+)")
_FOOTNOTE = re.compile(r"footnote (\d+)")
_GAP = "   "
"""What separates the columns of a table."""


@frozen
class SourceFile:
    """The text of a file, and the sha256 of the file in hexadecimal digits."""

    text: str
    sha256: str


def read_source(path: str | Path, report: ProgressCallback = no_progress) -> SourceFile:
    """Return the text of the source in a file, or in stdin for ``-``.

    Of text and PDF, the lines are those of the pages, because where the mark of an appendix stands
    says what it means; columns side by side are read one after the other. Reports how far the
    pages of a PDF are read.

    Raises:
        InputError: the file cannot be read.
    """
    content = read_bytes(path, report)
    name = display_name(path)
    pages = pages_of(content, name, report)
    if pages is None:
        text = "\n\n".join(_lines(read_content(content, name, report)))
    else:
        text = "\n\f".join(map(_flowing, pages))
    return SourceFile(text, hashlib.sha256(content).hexdigest())


def _flowing(page: Sequence[Line]) -> str:
    """The lines of a page in the order in which they are read."""
    lines = chain.from_iterable(in_reading_order(page))
    return "\n".join(line.text for line in lines)


def _lines(document: Document) -> Iterator[str]:
    """The blocks of a document, each with the number that was taken for its place."""
    numbered: set[str] = set()
    for part in document.parts:
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield part.text if part.place in numbered else _numbered(part)
            numbered.add(part.place)


def _numbered(block: Block) -> str:
    paragraph = _PARAGRAPH.fullmatch(block.place)
    if paragraph:
        return f"{paragraph[1]}. {block.text}"
    footnote = _FOOTNOTE.fullmatch(block.place)
    return f"{footnote[1]} {block.text}" if footnote else block.text


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table, each in one line with its cells below one another."""
    most = max((len(row.cells) for row in table.rows), default=0)
    rows = [row.cells + ("",) * (most - len(row.cells)) for row in table.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        yield _GAP.join(padded).rstrip()
