"""A table read from a file or from stdin, whatever delimiter and encoding the standard tools gave it."""

import csv
import io
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from gcmilo.errors import SourceError
from gcmilo.frozen import frozen
from gcmilo.text import printable, shown

MOST_BYTES = 64 * 1024 * 1024
MOST_COLUMNS = 1_000
_DELIMITERS = ",;\t|"
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The encodings that a file says it has by its first bytes."""


@frozen
class TableLine:
    """A row of a table and the line of the file that it begins on."""

    line: int
    cells: tuple[str, ...]


@frozen
class ReceivedTable:
    """A table: what to call it, its headings, and its rows. Blank rows are left out."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[TableLine, ...]


def read_table(path: str | Path) -> ReceivedTable:
    """Return the table of a CSV or TSV file, or of stdin for ``-``.

    Comma, semicolon, tab and bar are told apart by the heading; UTF-8, UTF-16 with a mark, and Windows-1252 are read.

    Raises:
        SourceError: the file cannot be read, or there is no heading in it.
    """
    name = "stdin" if str(path) == "-" else str(path)
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if str(path) == "-" else _bytes_of(Path(path))
    if len(content) > MOST_BYTES:
        raise SourceError(f"{shown(name)} is larger than {MOST_BYTES // 1024 // 1024} MiB.")
    text = _decoded(content, name)
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        raise SourceError(f"{shown(name)} is no table that can be read: {error}.") from None
    if not lines:
        raise SourceError(f"{shown(name)} is empty; a heading and rows are wanted.")
    return ReceivedTable(printable(name), lines[0].cells, tuple(lines[1:]))


def _bytes_of(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise SourceError(f"{shown(str(path))} is no regular file.")
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceError(f"{shown(str(path))} cannot be read: {error.strerror}.") from None


def _decoded(content: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or b"\0" in content:
            raise SourceError(f"{shown(name)} is no text in UTF-8, UTF-16 or Windows-1252.") from None
    return content.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[TableLine]:
    heading = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for cells in reader:
        clean = tuple(" ".join(printable(" ".join(cell.split())).split()) for cell in cells[:MOST_COLUMNS])
        if any(clean):
            yield TableLine(line, clean)
        line = reader.line_num + 1
