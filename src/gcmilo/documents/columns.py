"""Pages set in two columns, put into the order in which they are read."""

import re
from collections.abc import Sequence

from gcmilo.frozen import frozen

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST_LINES = 5
"""How many lines must have text at both sides of the gutter."""
_LEAST_FILLED = 0.6
"""How much of a column its lines fill, on the whole; the cells of a table are shorter."""
_MOST_WIDTH = 400
"""No page has longer lines; what has is no page."""


@frozen
class Line:
    """A line of a file: its text with its columns kept, its number in the file, and its page."""

    text: str
    number: int
    page: int


def in_reading_order(page: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page as flows, each read before the next.

    A page in one column is one flow. Of two columns, what is above them, the left, the right and
    what is below are flows.
    """
    found = _two_columns([line.text for line in page])
    if found is None:
        return [list(page)]
    first, last, gutter = found
    columns = page[first:last]
    left = [Line(line.text[:gutter].rstrip(), line.number, line.page) for line in columns]
    right = [Line(line.text[gutter:], line.number, line.page) for line in columns]
    above, below = list(page[:first]), page[last:]
    return [above, _moved_left(left), _moved_left(right), *in_reading_order(below)]


def _moved_left(lines: Sequence[Line]) -> list[Line]:
    """The lines without the margin that all have."""
    filled = [line.text for line in lines if line.text.strip()]
    margin = min((len(text) - len(text.lstrip()) for text in filled), default=0)
    return [Line(line.text[margin:], line.number, line.page) for line in lines]


def _two_columns(lines: Sequence[str]) -> tuple[int, int, int] | None:
    """The first line, the line after the last, and the gutter of two columns, or None."""
    width = max(map(len, lines), default=0)
    if width > _MOST_WIDTH:
        return None
    best: tuple[int, int, int] | None = None
    best_lines = _LEAST_LINES - 1
    for gutter in _gutters(lines, width):
        for first, last in _uncrossed(lines, gutter):
            both = _lines_of_prose(lines[first:last], gutter)
            if both > best_lines:
                best, best_lines = (first, last, gutter), both
    return best


def _gutters(lines: Sequence[str], width: int) -> list[int]:
    """Where the right column may begin: behind a gap, near the middle of the page."""
    ends: dict[int, int] = {}
    for line in lines:
        for gap in _GAP.finditer(line):
            if width * 0.3 < gap.end() < width * 0.7:
                ends[gap.end()] = ends.get(gap.end(), 0) + 1
    return [end for end, times in ends.items() if times >= _LEAST_LINES - 2]


def _uncrossed(lines: Sequence[str], gutter: int) -> list[tuple[int, int]]:
    """The runs of lines that have nothing in the two columns before the gutter."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, line in enumerate([*lines, "x" * (gutter + 1)]):
        crosses = bool(line[gutter - 2 : gutter].strip())
        if crosses and start is not None:
            runs.append((start, at))
            start = None
        elif not crosses and start is None and line.strip():
            start = at
    return runs


def _lines_of_prose(lines: Sequence[str], gutter: int) -> int:
    """How many lines have text at both sides; 0 if either side is no column of prose."""
    both = 0
    left: list[int] = []
    right: list[int] = []
    for line in lines:
        one, other = line[:gutter].strip(), line[gutter:].strip()
        both += bool(one and other)
        left.extend([len(one)] if one else [])
        right.extend([len(other)] if other else [])
        if _GAP.search(one[4:]) or _GAP.search(other[4:]):
            return 0
    if not left or not right or not _are_filled(left) or not _are_filled(right):
        return 0
    return both


def _are_filled(lengths: Sequence[int]) -> bool:
    widest = max(lengths)
    return widest >= 20 and sum(lengths) >= _LEAST_FILLED * widest * len(lengths)  # noqa: PLR2004
