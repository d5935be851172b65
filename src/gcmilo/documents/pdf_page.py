"""The pages of a PDF, their characters put on one grid of lines and columns."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from gcmilo.documents.lines import Line

_HYPHENS = frozenset([0x02, 0xFFFE])
"""What the library gives for a hyphen at the end of a line."""
_SAME_LINE = 0.4
"""How far two baselines of one line are apart, in heights of a character: a raised mark."""
_WORD_GAP = 0.18
"""From this gap on, in heights, two characters belong to two words."""
_CELL_GAP = 0.75
"""From this gap on, two words belong to two cells or columns."""
_CELL_GAP_WITH_SPACE = 1.4
"""The same where there is a space: justified text has wide ones."""
_LEAST_RUN = 20
"""Shorter runs say little of the width of a character."""
_NARROW = 100
"""The part of the runs, one in so many, that may be wider than their place on the grid."""
_MOST_COLUMN = 1_000
"""A character further to the right is not on the page."""


class Run:
    """Characters side by side in one line."""

    __slots__ = ("baseline", "height", "left", "right", "text")

    def __init__(self, left: float, right: float, baseline: float, height: float) -> None:
        self.left, self.right = left, right
        self.baseline, self.height = baseline, height
        self.text: list[str] = []


def on_one_grid(pages: Sequence[Sequence[Run]]) -> list[list[Line]]:
    """Return the lines of each page from its top.

    All pages have the same grid, so that the columns of a table are the same on each.
    """
    runs = list(chain.from_iterable(pages))
    width = _character_width(runs)
    margin = min((run.left for run in runs), default=0)
    found: list[list[Line]] = []
    for number, page in enumerate(pages, 1):
        lines = [
            Line(_on_grid(line, margin, width), at, number, -line[0].baseline, line[0].height)
            for at, line in enumerate(_lines(page), 1)
        ]
        found.append(lines)
    return found


def runs_of(page: Any, most: int) -> Iterator[Run]:
    """Yield the runs of a page in the order of the file, at most so many characters."""
    run: Run | None = None
    space = False
    for code, is_space, left, right, baseline, height in _characters(page, most):
        if is_space:
            space = True
            continue
        if run is None or not _goes_on(run, left, baseline, space=space):
            if run is not None:
                yield run
            run = Run(left, right, baseline, height)
        elif space or left - run.right > run.height * _WORD_GAP:
            run.text.append(" ")
        run.text.append(code)
        run.right = right
        run.height = max(run.height, height)
        space = False
    if run is not None:
        yield run


def _goes_on(run: Run, left: float, baseline: float, *, space: bool) -> bool:
    most = _CELL_GAP_WITH_SPACE if space else _CELL_GAP
    gap = left - run.right
    return (
        abs(baseline - run.baseline) < run.height * _SAME_LINE
        and -run.height < gap < run.height * most
    )


def _characters(page: Any, most: int) -> Iterator[tuple[str, bool, float, float, float, float]]:
    """Each character: itself, whether it is a space, its left, right, baseline and height.

    The page is turned as it is shown.
    """
    from pypdfium2 import raw

    textpage = page.get_textpage()
    handle, turn = textpage.raw, page.get_rotation()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    of_box, of_x, of_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    for index in range(min(textpage.count_chars(), most)):
        code = raw.FPDFText_GetUnicode(handle, index)
        character = "-" if code in _HYPHENS else chr(code)
        if character.isspace() or code < ord(" "):
            if not raw.FPDFText_IsGenerated(handle, index):
                yield character, True, 0, 0, 0, 0
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, of_box)
        raw.FPDFText_GetCharOrigin(handle, index, of_x, of_y)
        yield character, False, *_turned(box, x.value, y.value, turn)
    textpage.close()


def _turned(box: Any, x: float, y: float, turn: int) -> tuple[float, float, float, float]:
    """The left, right, baseline and height of a character on a page that is shown turned."""
    if turn == 90:  # noqa: PLR2004
        return box.bottom, box.top, -x, box.right - box.left
    if turn == 180:  # noqa: PLR2004
        return -box.right, -box.left, -y, box.top - box.bottom
    if turn == 270:  # noqa: PLR2004
        return -box.top, -box.bottom, x, box.right - box.left
    return box.left, box.right, y, box.top - box.bottom


def _character_width(runs: Sequence[Run]) -> float:
    """A width by which nearly all runs have place, so that columns stay where they are."""
    long = [run for run in runs if len(run.text) >= _LEAST_RUN] or runs
    widths = sorted((run.right - run.left) / len(run.text) for run in long)
    return max(widths[len(widths) // _NARROW], 0.5) if widths else 1


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by lines from the top, each from the left."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.baseline, run.left)):
        height = max(run.height, lines[-1][0].height) if lines else 0
        if lines and abs(lines[-1][0].baseline - run.baseline) < height * _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    for line in lines:
        line.sort(key=lambda run: run.left)
    return lines


def _on_grid(line: Sequence[Run], margin: float, width: float) -> str:
    """The text of a line, each run at its column, and at least two spaces behind the last."""
    text = ""
    for run in line:
        column = min(round((run.left - margin) / width), _MOST_COLUMN)
        text += " " * max(column - len(text), 2 if text else 0) + "".join(run.text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
