"""Tables whose columns are held apart by white space alone."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gcmilo.frozen import frozen

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_NUMBER_FIRST = re.compile(r"\s*(?:\d{1,3}\s?[.)]|[(]?[a-z0-9]{1,4}[)]|[-–—•·*o▪])\s*")
"""What begins an item of a list, and the gap behind which makes no column."""
_ROW_NUMBER = re.compile(r"(\d{1,3})[.)]?(?=\s|$)")
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]?\s+")
_LEAST_ROWS = 3
"""Rows with several cells that make a table."""
_MOST_BLANK = 3
"""Blank lines that a table may have between two of its rows."""
_MOST_WIDTH = 1_000
"""Longer lines are no rows of a printed table."""

_MOST_GAPS = 60
"""A printed table has fewer columns."""

Gap = tuple[int, int]
"""Columns of characters that all lines of a table leave free: from, and up to."""


@frozen
class Found:
    """A table among lines: the first line, the line after the last, its gaps and rows of cells."""

    first: int
    last: int
    gaps: tuple[Gap, ...]
    rows: tuple[tuple[str, ...], ...]


def aligned_tables(lines: Sequence[str]) -> list[Found]:
    """Return the tables among the lines, in their order."""
    found: list[Found] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at) if _has_cells(lines[at]) else None
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.last
    return found


def continued_table(lines: Sequence[str], gaps: Sequence[Gap]) -> Found | None:
    """Return the table with which a page begins, if it goes on the one of the page before."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    last, left, with_cells = _extent(lines, first, list(gaps))
    if not with_cells or len(left) != len(gaps):
        return None
    return Found(first, last + 1, tuple(left), _rows(lines[first : last + 1], left))


def _has_cells(line: str) -> bool:
    """Whether a line has a gap between cells, and not only behind the number of an item."""
    if len(line) > _MOST_WIDTH or len(_GAP.findall(line)) > _MOST_GAPS:
        return False
    item = _NUMBER_FIRST.match(line)
    return bool(_GAP.search(line, item.end() if item else 0))


def _table_at(lines: Sequence[str], first: int) -> Found | None:
    """The table that begins at a line."""
    last, gaps, with_cells = _extent(lines, first, _free(lines[first]))
    if with_cells < _LEAST_ROWS or _is_justified(lines[first : last + 1], gaps):
        return None
    rows = _rows(lines[first : last + 1], gaps)
    if len(rows) < 2:  # noqa: PLR2004 - a heading and a row
        return None
    return Found(first, last + 1, tuple(gaps), rows)


def _is_justified(lines: Sequence[str], gaps: Sequence[Gap]) -> bool:
    """Whether the gaps are those of justified prose: most lines have more of them than columns."""
    parts = sum(1 for start, _ in gaps if start > 0)
    found = [len(_GAP.findall(_NUMBER.sub("", line, count=1))) for line in lines]
    several = [number for number in found if number]
    return sum(1 for number in several if number > parts) > len(several) / 2


def _extent(lines: Sequence[str], first: int, gaps: list[Gap]) -> tuple[int, list[Gap], int]:
    """How far down all lines leave the same columns free.

    Returns the last line, what is free, and how many lines have several cells.
    """
    last, with_cells, blank = first, 0, 0
    for at in range(first, len(lines)):
        line = lines[at]
        blank = 0 if line.strip() else blank + 1
        if blank > _MOST_BLANK:
            break
        if blank:
            continue
        if len(line) > _MOST_WIDTH or len(_GAP.findall(line)) > _MOST_GAPS:
            break
        left = _common(gaps, _free(line))
        if not left:
            break
        if not _has_cells(line) and not _is_wrapped(lines, at, left, is_first=at == first):
            break
        with_cells += len(_filled(_cells(line, left))) > 1
        gaps, last = left, at
    return last, gaps, with_cells


def _is_wrapped(lines: Sequence[str], at: int, gaps: Sequence[Gap], *, is_first: bool) -> bool:
    """Whether a line with one cell belongs to a row: no blank line parts it from that.

    Below a blank line, it has to be in another column than the first, or the next line to have
    several cells.
    """
    if is_first or lines[at - 1].strip():
        return True
    cells = _filled(_cells(lines[at], gaps))
    below = lines[at + 1 : at + 6]
    until_blank = below[: next((n for n, line in enumerate(below) if not line.strip()), None)]
    return cells[0] > 0 or any(_has_cells(line) for line in until_blank)


def _free(line: str) -> list[Gap]:
    """Where a line leaves columns free, the last without end."""
    item = _NUMBER_FIRST.match(line)
    start = item.end() if item else 0
    margin = len(line) - len(line.lstrip())
    free = [(0, margin)] if margin > 1 else []
    free.extend((gap.start(), gap.end()) for gap in _GAP.finditer(line, start))
    free.append((len(line.rstrip()), _MOST_WIDTH * 2))
    return free


def _common(one: Sequence[Gap], other: Sequence[Gap]) -> list[Gap]:
    """What is free in both, at least two columns wide and not without end."""
    common: list[Gap] = []
    for start, end in one:
        for begin, stop in other:
            low, high = max(start, begin), min(end, stop)
            if high - low > 1 and (high < _MOST_WIDTH * 2 or low == _MOST_WIDTH * 2):
                common.append((low, high))
    return common


def _rows(lines: Sequence[str], gaps: Sequence[Gap]) -> tuple[tuple[str, ...], ...]:
    """The rows of cells; a line that only goes on the cells of the row above is joined to it."""
    cut = [_cells(line, gaps) for line in lines]
    starts = _numbered_starts(cut) or _spaced_starts(cut) or _plain_starts(cut)
    rows: list[list[str]] = []
    for at, cells in enumerate(cut):
        if at in starts or not rows:
            rows.append(list(cells))
        elif any(cells):
            pairs = zip(rows[-1], cells, strict=True)
            rows[-1] = [f"{above} {cell}".strip() for above, cell in pairs]
    return tuple(tuple(row) for row in rows)


def _cells(line: str, gaps: Sequence[Gap]) -> list[str]:
    edges = [0, *(end for start, end in gaps if start > 0), len(line) + _MOST_WIDTH]
    return [line[start:end].strip() for start, end in pairwise(edges)]


def _filled(cells: Sequence[str]) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell]


def _numbered_starts(cut: Sequence[Sequence[str]]) -> set[int]:
    """The lines with which the rows begin, if they are numbered in one sequence."""
    starts: set[int] = set()
    last = None
    for at, cells in enumerate(cut):
        number = _ROW_NUMBER.match(cells[0])
        if number and (last is None or last < int(number[1]) <= last + 5):
            last = int(number[1])
            starts.add(at)
    others = sum(1 for cells in cut if len(_filled(cells)) > 1) - len(starts)
    if len(starts) < _LEAST_ROWS or others > len(starts):
        return set()
    return starts


def _spaced_starts(cut: Sequence[Sequence[str]]) -> set[int]:
    """The lines with which the rows begin, if blank lines part them."""
    starts = {
        at for at, cells in enumerate(cut) if any(cells) and (at == 0 or not any(cut[at - 1]))
    }
    filled = sum(1 for cells in cut if any(cells))
    return starts if len(starts) >= _LEAST_ROWS and len(starts) > filled / 4 else set()


def _plain_starts(cut: Sequence[Sequence[str]]) -> set[int]:
    """The lines with which the rows begin: those that do not only go on what is above."""
    starts: set[int] = set()
    above: list[str] = []
    for at, cells in enumerate(cut):
        if any(cells) and not (above and any(cut[at - 1]) and _goes_on(cells, above)):
            starts.add(at)
            above = list(cells)
    return starts


def _goes_on(cells: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the cells of a line go on those of the row above.

    It has no first cell of its own, or only one that begins in lower case.
    """
    filled = _filled(cells)
    if filled[0] > 0:
        return all(above[at] for at in filled) or len(filled) < len(cells)
    first = cells[0]
    return (
        len(filled) == 1 and not first[0].isdigit() and (first[0].islower() or first[0] in "(&–-")
    )
