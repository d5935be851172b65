"""Tables whose columns are held apart by white space alone."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gcmilo.frozen import frozen

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_NUMBER_FIRST = re.compile(r"\s*(?:\d{1,3}\s?[.)]|[(]?[a-z0-9]{1,4}[)]|[-–—•·*o▪])\s*")
"""What begins an item of a list, and the gap behind which makes no column."""
_LEAST_ROWS = 3
"""Rows with several cells that make a table."""
_MOST_BLANK = 2
"""Blank lines that a table may have between two of its rows."""
_MOST_WIDTH = 1_000
"""Longer lines are no rows of a printed table."""


@frozen
class Found:
    """A table among lines: the first line, the line after the last, the rows of cells."""

    first: int
    last: int
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


def _has_cells(line: str) -> bool:
    """Whether a line has a gap between cells, and not only behind the number of an item."""
    if len(line) > _MOST_WIDTH:
        return False
    item = _NUMBER_FIRST.match(line)
    return bool(_GAP.search(line, item.end() if item else 0))


def _table_at(lines: Sequence[str], first: int) -> Found | None:
    """The table that begins at a line: as far down as all lines leave the same columns free."""
    last, gaps = first, _free(lines[first])
    with_cells = 0
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.strip():
            if at + 1 - _filled_before(lines, at) > _MOST_BLANK:
                break
            continue
        left = _common(gaps, _free(line))
        if not left or len(line) > _MOST_WIDTH:
            break
        if _has_cells(line):
            gaps, last = left, at
            with_cells += 1
        elif _is_wrapped(lines, at, left):
            gaps = left
            last = at
        else:
            break
    if with_cells < _LEAST_ROWS:
        return None
    rows = _rows(lines[first : last + 1], [gap[1] for gap in gaps])
    if len(rows) < 2:  # noqa: PLR2004 - a heading and a row
        return None
    return Found(first, last + 1, tuple(rows))


def _filled_before(lines: Sequence[str], at: int) -> int:
    """The line after the last one before ``at`` that is not blank."""
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    return at


def _is_wrapped(lines: Sequence[str], at: int, gaps: Sequence[tuple[int, int]]) -> bool:
    """Whether a line with one cell goes on a cell of the row above, or is the first of a row.

    It has no blank line above it, and stays within its column.
    """
    text = lines[at]
    return bool(lines[at - 1].strip()) and len(text.rstrip()) <= gaps[-1][1] + len(text.lstrip())


def _free(line: str) -> list[tuple[int, int]]:
    """Where a line leaves columns free: from and up to, the last without end."""
    item = _NUMBER_FIRST.match(line)
    start = item.end() if item else 0
    margin = len(line) - len(line.lstrip())
    free = [(0, margin)] if margin > 1 else []
    free.extend((gap.start(), gap.end()) for gap in _GAP.finditer(line, start))
    free.append((len(line.rstrip()), _MOST_WIDTH * 2))
    return free


def _common(
    one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What is free in both, at least two columns wide and not at the outer edge."""
    common: list[tuple[int, int]] = []
    for start, end in one:
        for begin, stop in other:
            low, high = max(start, begin), min(end, stop)
            if high - low > 1 and high < _MOST_WIDTH * 2:
                common.append((low, high))
    return common


def _rows(lines: Sequence[str], starts: Sequence[int]) -> list[tuple[str, ...]]:
    """The rows of cells; a line that only goes on the cells of the row above is joined to it."""
    cut = [_cells(line, starts) for line in lines]
    spaced = _rows_are_spaced(cut)
    rows: list[list[str]] = []
    after_blank = True
    for cells in cut:
        if not any(cells):
            after_blank = True
            continue
        if rows and not after_blank and (spaced or _goes_on(cells, rows[-1])):
            rows[-1] = [
                f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows.append(list(cells))
        after_blank = False
    return [tuple(row) for row in rows]


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    edges = [0, *starts, len(line) + _MOST_WIDTH]
    return [line[start:end].strip() for start, end in pairwise(edges)]


def _rows_are_spaced(cut: Sequence[Sequence[str]]) -> bool:
    """Whether blank lines part the rows, so that lines without one between are one row."""
    blocks: list[int] = []
    size = 0
    for cells in [*cut, []]:
        if any(cells):
            size += 1
        elif size:
            blocks.append(size)
            size = 0
    return len(blocks) >= _LEAST_ROWS and max(blocks[1:]) <= 6 and len(blocks) > sum(blocks) / 4  # noqa: PLR2004


def _goes_on(cells: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the cells of a line go on those of the row above.

    It has no first cell of its own, or only one that begins in lower case.
    """
    filled = [at for at, cell in enumerate(cells) if cell]
    if filled[0] > 0:
        return all(above[at] for at in filled) or len(filled) < len(cells)
    first = cells[0]
    return (
        len(filled) == 1 and not first[0].isdigit() and (first[0].islower() or first[0] in "(&–-")
    )
