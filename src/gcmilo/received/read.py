"""A table read from a file or stdin, with any delimiter and encoding that standard tools write."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from gcmilo.errors import InputError
from gcmilo.files import decoded, display_name, read_bytes
from gcmilo.frozen import frozen
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable, shown

_MOST_COLUMNS = 1_000
"""Untrusted input may have any number of columns, and no table of use has more than these."""
_DELIMITERS = ",;\t|"


@frozen
class TableLine:
    """A row of a table and the line of the file that it begins on."""

    line: int
    cells: tuple[str, ...]


@frozen
class ReceivedTable:
    """A table: what messages call it, its headings, and its rows without the blank ones."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[TableLine, ...]


def read_table(path: str | Path, report: ProgressCallback = no_progress) -> ReceivedTable:
    """Return the table of a CSV or TSV file, or of stdin for ``-``, and report that it is read.

    The heading shows whether commas, semicolons, tabs or bars separate the cells. UTF-8, UTF-16
    with a byte order mark, and Windows-1252 are read.

    Raises:
        InputError: the file cannot be read, or there is no heading in it.
    """
    text = decoded(read_bytes(path, report), path)
    name = display_name(path)
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        raise InputError(f"{shown(name)} is no table that can be read: {error}.") from None
    if not lines:
        raise InputError(f"{shown(name)} is empty; a heading and rows are wanted.")
    return ReceivedTable(printable(name), lines[0].cells, tuple(lines[1:]))


def _lines(text: str) -> Iterator[TableLine]:
    heading = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1  # where a row begins; the reader says where it ended, for a cell may hold line breaks
    for cells in reader:
        clean = tuple(printable(" ".join(cell.split())) for cell in cells[:_MOST_COLUMNS])
        if any(clean):
            yield TableLine(line, clean)
        line = reader.line_num + 1
