"""Tables in plain text: cells between commas, semicolons, tabs or bars, a row a line.

The standard library's ``csv`` is not used, because a lone quotation mark makes it take all the rows
after it for one cell, and it does not say on which line that begins.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gcmilo.errors import InputError, MalformedQuery
from gcmilo.frozen import frozen
from gcmilo.reader.document import Row, Table
from gcmilo.reader.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from gcmilo.reader.pieces import Reading, one_line
from gcmilo.text import shown

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
"""The delimiters by the words for them."""
MOST_NOTES = 100
"""A file that is wrong throughout is not described line by line."""
_MOST_IN_CELL = 32_767
"""No spreadsheet holds a longer cell, so that a quotation mark this far ahead closes nothing."""
_NONE = "\0"
"""Stands in no text, so that each line is one cell."""
_SPACES = re.compile(" *")
_SAMPLE = 200
"""How many lines are tried to find the delimiter."""


def delimiter_of(word: str) -> str:
    """Return the delimiter that a user names, by its word or itself.

    Raises:
        MalformedQuery: it is none.
    """
    found = DELIMITERS.get(word.lower(), word.replace("\\t", "\t"))
    if len(found) != 1 or found in '"\n\r':
        known = ", ".join(DELIMITERS)
        raise MalformedQuery(f"{shown(word)} is no delimiter; one character or {known} is wanted.")
    return found


def read_delimited(text: str, name: str, delimiter: str | None) -> Reading:
    """Return the table of a text, its delimiter found where none is given.

    Raises:
        InputError: it is larger than any table of use.
    """
    lines = text.split("\n")
    first = 0
    declared = _declared_delimiter(lines)
    if declared:
        first = 1
    given = delimiter or declared
    used = given or likely_delimiter(lines) or _NONE
    rows, lone = [], []
    for row in _rows(lines, first, used, name):
        if row.is_lone:
            lone.append(row.line)
        if any(row.cells):
            rows.append(Row(row.line, f"line {row.line}", row.cells))
    notes = _lone_notes(lone) + _ragged_notes(rows, lines, used)
    if given:
        notes = _delimiter_note(lines, rows, used) + notes
    return Reading((Table(None, tuple(rows)),), tuple(notes))


def _declared_delimiter(lines: Sequence[str]) -> str | None:
    """What the first line says to a spreadsheet: ``sep=;``."""
    first = lines[0].strip(' "\ufeff') if lines else ""
    if first.lower().startswith("sep=") and len(first) <= len("sep=") + 1:
        return first[4:] or "\t"
    return None


def likely_delimiter(lines: Sequence[str]) -> str | None:
    """Return the delimiter by which the rows agree best, or None if none makes columns."""
    best = max(DELIMITERS.values(), key=lambda one: agreement(lines, one))
    return best if agreement(lines, best) > (0, 0) else None


def agreement(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """Return how well the rows agree on a number of cells, and on which; (0, 0) where on none.

    A delimiter that the heading has, and half of the rows too, is right even if they do not agree:
    a cell may hold it without quotation marks.
    """
    sizes = [len(cells) for cells in _sample(lines, delimiter)]
    several = Counter(size for size in sizes if size > 1)
    if not several:
        return 0, 0
    size, rows = max(several.items(), key=lambda item: (item[1], item[0]))
    share = rows / len(sizes)
    in_most = sum(several.values()) / len(sizes)
    if share < 0.5 and (sizes[0] == 1 or in_most < 0.5):  # noqa: PLR2004 - half
        return 0, 0
    return share, size


def _sample(lines: Sequence[str], delimiter: str) -> list[tuple[str, ...]]:
    sample = [line[:_MOST_IN_CELL] for line in lines[:_SAMPLE]]
    found = []
    place = 0
    while place < len(sample):
        cells, used, _ = _row_at(sample, place, delimiter)
        if any(cell.strip() for cell in cells):
            found.append(tuple(cells))
        place += used
    return found


@frozen
class _Line:
    line: int
    cells: tuple[str, ...]
    is_lone: bool


def _rows(lines: Sequence[str], first: int, delimiter: str, name: str) -> Iterator[_Line]:
    place, rows, cells_read, wanted = first, 0, 0, 0
    while place < len(lines):
        if lines[place].count(delimiter) >= MOST_COLUMNS and '"' not in lines[place]:
            raise _too_wide(name, place + 1)
        cells, used, is_lone = _row_at(lines, place, delimiter, wanted)
        wanted = wanted or (len(cells) if len(cells) > 1 else 0)
        if len(cells) > MOST_COLUMNS:
            raise _too_wide(name, place + 1)
        rows, cells_read = rows + 1, cells_read + len(cells)
        if rows > MOST_ROWS or cells_read > MOST_CELLS:
            raise InputError(
                f"{shown(name)} has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells."
            )
        yield _Line(place + 1, tuple(map(one_line, cells)), is_lone)
        place += used


def _too_wide(name: str, line: int) -> InputError:
    return InputError(f"{shown(name)} has more than {MOST_COLUMNS:,} cells in line {line}.")


def _row_at(
    lines: Sequence[str], place: int, delimiter: str, wanted: int = 0
) -> tuple[list[str], int, bool]:
    """The cells of the row that begins here, how many lines it takes, whether a mark is lone.

    ``wanted`` is how many cells a row has, 0 where it is not known.
    """
    line = lines[place]
    if '"' not in line:
        return line.split(delimiter), 1, False
    cells, used = _quoted_row(lines, place, delimiter)
    if cells is not None:
        within = lines[place : place + used]
        if not _swallows_rows(within, wanted or len(cells), delimiter):
            return cells, used, False
    return _unquoted(line, delimiter), 1, True


def _unquoted(line: str, delimiter: str) -> list[str]:
    """The cells of a line whose quotation marks do not close; those that do are taken off."""
    cells = line.split(delimiter, MOST_COLUMNS)
    return [cell[1:-1] if _is_closed(cell) else cell for cell in cells]


def _is_closed(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1]


def _swallows_rows(lines: Sequence[str], size: int, delimiter: str) -> bool:
    """Whether a cell with line breaks is several rows behind a lone quotation mark.

    Then each of the lines has, as it is, as many cells as the row.
    """
    if len(lines) == 1:
        return False
    return size > 1 and all(line.count(delimiter) + 1 == size for line in lines)


def _quoted_row(lines: Sequence[str], place: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of a row with quotation marks and its lines, or None if a mark is never closed."""
    text, used, at = lines[place], 1, 0
    cells: list[str] = []
    while True:
        start = _behind_spaces(text, at)
        if text[start : start + 1] == '"':
            end = _closing(text, start + 1)
            while end is None and place + used < len(lines) and len(text) - at < _MOST_IN_CELL:
                before = len(text)
                text += "\n" + lines[place + used]
                used += 1
                end = _closing(text, max(start + 1, before))
            after = _after_cell(text, end, delimiter)
            if end is None or after is None:
                return None, 1
            cells.append(text[start + 1 : end].replace('""', '"'))
            at = after
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cells.append(text[at:end])
            at = end
        if at >= len(text) or len(cells) > MOST_COLUMNS:
            return cells, used
        at += 1


def _behind_spaces(text: str, at: int) -> int:
    spaces = _SPACES.match(text, at)
    return spaces.end() if spaces else at


def _closing(text: str, start: int) -> int | None:
    """Where the quotation mark stands that closes a cell, which two of them in a row do not."""
    at = text.find('"', start)
    while at >= 0 and text[at + 1 : at + 2] == '"':
        at = text.find('"', at + 2)
    return at if at >= 0 else None


def _after_cell(text: str, end: int | None, delimiter: str) -> int | None:
    """Where the delimiter behind a closed cell stands; None if something else stands there."""
    if end is None:
        return None
    after = _behind_spaces(text, end + 1)
    if after >= len(text) or text[after] in (delimiter, "\n"):
        return after
    return None


def _lone_notes(lines: Sequence[int]) -> list[tuple[str, str]]:
    text = "a quotation mark begins or ends a cell alone; the line was read as it is"
    return [(f"line {line}", text) for line in lines[:MOST_NOTES]]


def _ragged_notes(
    rows: Sequence[Row], lines: Sequence[str], delimiter: str
) -> list[tuple[str, str]]:
    """What to say of the rows that have more or fewer cells than the heading."""
    heading = _heading(rows)
    if heading is None:
        return []
    notes: list[tuple[str, str]] = []
    wanted = len(heading.cells)
    least = _filled(heading.cells)
    for row in rows:
        if row.number <= heading.number:
            continue
        # Blank cells at the end are no fault, unless a comma in a text made them.
        is_spaced = f"{delimiter} " in lines[row.number - 1]
        size = len(row.cells) if is_spaced else _filled(row.cells)
        if size > wanted or 1 < len(row.cells) < least:
            text = f"the row has {len(row.cells)} cells, the heading has {wanted}"
            notes.append((row.place, text))
        if len(notes) == MOST_NOTES:
            break
    return notes


def _heading(rows: Sequence[Row]) -> Row | None:
    """The first row with several cells; what is above it is a preamble."""
    several = [row for row in rows[:_SAMPLE] if _filled(row.cells) > 1]
    return several[0] if several else None


def _filled(cells: Sequence[str]) -> int:
    """How many cells there are up to the last that is not blank."""
    return max((place for place, cell in enumerate(cells, 1) if cell), default=0)


def _delimiter_note(lines: Sequence[str], rows: Sequence[Row], used: str) -> list[tuple[str, str]]:
    """What to say of a delimiter that was asked for, if every row is one cell by it."""
    better = likely_delimiter(lines)
    if better is None or better == used or any(len(row.cells) > 1 for row in rows):
        return []
    words = {sign: word for word, sign in DELIMITERS.items()}
    return [("line 1", f"every row is one cell; the cells are divided by {words[better]}s")]


def is_delimited(text: str, *, expected: bool) -> bool:
    """Whether a text is a table with delimiters; ``expected`` says that its name ends so.

    Without such a name, nearly all rows must have the same number of cells, and more than one.
    """
    lines = text.split("\n", _SAMPLE)[:_SAMPLE]
    if _declared_delimiter(lines):
        return True
    delimiter = likely_delimiter(lines)
    if expected:
        return not _is_prose(lines, delimiter)
    if delimiter is None or "\f" in text[: 100 * _SAMPLE]:
        return False
    rows = _sample(lines, delimiter)
    share, _ = agreement(lines, delimiter)
    return len(rows) > 1 and share >= 0.9 and not _is_prose(lines, delimiter)  # noqa: PLR2004


def _is_prose(lines: Sequence[str], delimiter: str | None) -> bool:
    """Whether the lines are sentences with paragraphs between blank lines, and no rows."""
    filled = [line for line in lines if line.strip()]
    ends = sum(1 for line in filled if line.rstrip().endswith((".", ":")))
    if delimiter is None:
        return len(filled) > 3 and len(filled) < len(lines) - 2 and ends > len(filled) / 4  # noqa: PLR2004
    return delimiter == "," and ends > len(filled) / 2 and len(filled) < len(lines) - 1
