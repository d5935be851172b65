"""Pages set in two columns, put into the order in which they are read."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from gcmilo.reader.lines import Line, spaced

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST_LINES = 5
"""How many lines each column has at least."""
_LEAST_BESIDE = 2
"""How many lines must have text at both sides; the lines of two columns need not be level."""
_ROW_NUMBER = re.compile(r"\d{1,3}(?=[.)]?(?:\s|$))")
_LEAST_ROWS = 3
_LEAST_FILLED = 0.6
"""How much of a column its lines fill, on the whole; the cells of a table are shorter."""
_MOST_LINES = 1_000
_MOST_GUTTERS = 12
"""How many places of a gutter are tried, the likeliest first."""
_MOST_WIDTH = 400
"""No page has longer lines; what has is no page."""


def in_reading_order(page: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page as flows, each read before the next.

    A page in one column is one flow. Of two columns, what is above them, the left, the right and
    what is below are flows. A text without pages is cut into flows of many lines.
    """
    if len(page) > _MOST_LINES:
        parts = [page[at : at + _MOST_LINES] for at in range(0, len(page), _MOST_LINES)]
        return list(chain.from_iterable(map(in_reading_order, parts)))
    found = _two_columns([line.text for line in page])
    if found is None:
        return [list(page)]
    first, last, gutter = found
    columns = page[first:last]
    left = [line.with_text(line.text[:gutter].rstrip()) for line in columns]
    right = [line.with_text(line.text[gutter:]) for line in columns]
    above, below = list(page[:first]), page[last:]
    return [above, spaced(_moved_left(left)), spaced(_moved_left(right)), *in_reading_order(below)]


def _moved_left(lines: Sequence[Line]) -> list[Line]:
    """The lines without the margin that all have."""
    filled = [line.text for line in lines if line.text.strip()]
    margin = min((len(text) - len(text.lstrip()) for text in filled), default=0)
    return [line.with_text(line.text[margin:]) for line in lines]


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
    likely = [end for end, times in ends.items() if times >= _LEAST_BESIDE]
    return sorted(likely, key=lambda end: -ends[end])[:_MOST_GUTTERS]


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
    """How many lines the shorter side has; 0 if either side is no column of prose."""
    left = [line[:gutter].strip() for line in lines]
    right = [line[gutter:].strip() for line in lines]
    both = sum(1 for one, other in zip(left, right, strict=True) if one and other)
    if both < _LEAST_BESIDE or not _is_prose(left) or not _is_prose(right):
        return 0
    if _is_table(left, right):
        return 0
    return min(sum(map(bool, left)), sum(map(bool, right)))


def _is_prose(texts: Sequence[str]) -> bool:
    """Whether lines fill their column and, on the whole, have no gaps of their own."""
    filled = [text for text in texts if text]
    gaps = sum(1 for text in filled if _GAP.search(text, 4))
    return bool(filled) and gaps < len(filled) / 2 and _are_filled(list(map(len, filled)))


def _is_table(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the two sides are cells of rows: numbered in one sequence, or parted by blank lines.

    The paragraphs of two columns seldom begin beside each other.
    """
    numbers = [int(found[0]) for found in map(_ROW_NUMBER.match, left) if found]
    is_sequence = all(one < other for one, other in pairwise(numbers))
    if len(numbers) >= _LEAST_ROWS and is_sequence:
        return True
    starts = beside = 0
    above = ("", "")
    for one, other in zip(left, right, strict=True):
        if (one or other) and above == ("", ""):
            starts += 1
            beside += bool(one and other)
        above = (one, other)
    return starts > _LEAST_ROWS and beside > starts * 0.7


def _are_filled(lengths: Sequence[int]) -> bool:
    widest = max(lengths)
    return widest >= 20 and sum(lengths) >= _LEAST_FILLED * widest * len(lengths)  # noqa: PLR2004
