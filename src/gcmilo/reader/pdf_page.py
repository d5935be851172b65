"""The pages of a PDF, their characters put on one grid of lines and columns."""

import ctypes
import re
from collections import deque
from collections.abc import Sequence
from itertools import chain, repeat
from operator import eq, sub
from typing import Any

from gcmilo.reader.lines import Line

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]*[\x02\ufffe]|[^\s\x00-\x1f\ufffe]+")
"""A word; the library gives one of two characters for the hyphen of a word that is broken."""
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_SAME_LINE = 0.4
"""How far two baselines of one line are apart, in heights of a character: a raised mark."""
_WORD_GAP = 0.18
"""From this gap on, in heights, two characters belong to two words."""
_CELL_GAP = 0.75
"""From this gap on, two words belong to two cells or columns."""
_CELL_GAP_WITH_SPACE = 1.4
"""The same where there is a space: justified text has wide ones."""
_END = (0.0, False)
"""The gap behind the last word of a page, and that what follows is not level with it."""
_LEAST_RUN = 20
"""Shorter runs say little of the width of a character."""
_NARROW = 100
"""The part of the runs, one in so many, that may be wider than their place on the grid."""
_MOST_COLUMN = 1_000
"""A character further to the right is not on the page."""


class Run:
    """Characters side by side in one line."""

    __slots__ = ("baseline", "height", "left", "pieces", "right")

    def __init__(self, left: float, right: float, baseline: float, height: float) -> None:
        self.left, self.right = left, right
        self.baseline, self.height = baseline, height
        self.pieces: list[str] = []

    def add(self, run: "Run", *, space: bool) -> None:
        """Add what follows on the same line, behind a space if there is one or a gap like it."""
        if space or run.left - self.right > self.height * _WORD_GAP:
            self.pieces.append(" ")
        self.pieces.extend(run.pieces)
        self.right = run.right
        self.height = max(self.height, run.height)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.pieces)


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


def runs_of(page: Any, most: int) -> list[Run]:
    """Return the runs of a page in the order of the file, at most so many characters."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        characters = _Characters(raw, textpage, page.get_rotation(), most)
        return _runs(characters)
    finally:
        textpage.close()


class _Characters:
    """The characters of a page, and where each is; the page is turned as it is shown."""

    def __init__(self, raw: Any, textpage: Any, turn: int, most: int) -> None:
        self._raw, self._handle, self._turn = raw, textpage.raw, turn
        number = textpage.count_chars()
        text = textpage.get_text_range() if number else ""
        if len(text) != number:  # the library leaves out some characters, and places count all
            codes = (raw.FPDFText_GetUnicode(self._handle, at) for at in range(min(number, most)))
            text = "".join(map(chr, codes))
        self.text: str = text[:most]

    def is_space(self, start: int, end: int) -> bool:
        """Whether one of the characters, all of them white, is in the file itself."""
        is_generated = self._raw.FPDFText_IsGenerated
        return any(not is_generated(self._handle, at) for at in range(start, end))

    def baseline(self, at: int) -> float:
        """The baseline of a character."""
        x, y = ctypes.c_double(), ctypes.c_double()
        self._raw.FPDFText_GetCharOrigin(self._handle, at, x, y)
        return (y.value, -x.value, -y.value, x.value)[self._turn // 90]

    def boxes(self, places: Sequence[int]) -> list[list[float]]:
        """The left edges of the characters, their right ones, their lower and their upper ones."""
        # A prototype of plain addresses, in a loop without Python, takes half of the time.
        function = ctypes.cast(self._raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
        box_of = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(function)
        found = (ctypes.c_float * (4 * len(places)))()
        handle = ctypes.cast(self._handle, ctypes.c_void_p).value
        start = ctypes.addressof(found)
        addresses = range(start, start + ctypes.sizeof(found), 4 * ctypes.sizeof(ctypes.c_float))
        deque(map(box_of, repeat(handle), places, addresses), maxlen=0)
        left, top, right, bottom = (found[side::4] for side in range(4))
        if self._turn == 90:  # noqa: PLR2004
            return [bottom, top, left, right]
        if self._turn == 180:  # noqa: PLR2004
            return [_negative(right), _negative(left), _negative(top), _negative(bottom)]
        if self._turn == 270:  # noqa: PLR2004
            return [_negative(top), _negative(bottom), left, right]
        return [left, right, bottom, top]


def _negative(numbers: Sequence[float]) -> list[float]:
    return [-number for number in numbers]


def _runs(characters: _Characters) -> list[Run]:
    """Put words side by side into runs.

    To ask where a character is takes longer than all else, so only the first and the last of a
    word are asked for.
    """
    words = [word.span() for word in _WORD.finditer(characters.text)]
    return _runs_of_words(characters, words) or _runs_of_words(characters, _single(words))


def _single(words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, at + 1) for start, end in words for at in range(start, end)]


def _runs_of_words(characters: _Characters, words: Sequence[tuple[int, int]]) -> list[Run]:
    """The runs; none if a word ends in another line than it begins."""
    if not words:
        return []
    lefts, _, lows, highs = characters.boxes([start for start, _ in words])
    _, rights, last_lows, _ = characters.boxes([end - 1 for _, end in words])
    heights = list(map(sub, highs, lows))
    if lows != last_lows and _leave_line(lows, last_lows, heights):
        return []
    gaps = map(sub, lefts[1:], rights)
    levels = map(eq, lows[1:], last_lows)
    runs: list[Run] = []
    text = characters.text
    first = 0
    least, most = heights[0] * _WORD_GAP, heights[0] * _CELL_GAP
    for at, (gap, is_level) in enumerate(chain(zip(gaps, levels, strict=True), [_END]), 1):
        if is_level and least < gap < most:
            continue
        part = slice(first, at)
        run = Run(lefts[first], rights[at - 1], 0, max(heights[part]))
        written = " ".join([text[start:end] for start, end in words[part]])
        run.pieces.append(written.translate(_HYPHENS))
        run.baseline = characters.baseline(words[first][0])
        _add(characters, runs, run, (words[first - 1][1], words[first][0]))
        first = at
        if at < len(heights):
            least, most = heights[at] * _WORD_GAP, heights[at] * _CELL_GAP
    return runs


def _add(characters: _Characters, runs: list[Run], run: Run, between: tuple[int, int]) -> None:
    """Add a run to the last one if it goes on that, or else to the runs."""
    if runs and _goes_on(runs[-1], run, space=True):  # to ask whether there is one takes longer
        space = characters.is_space(*between)
        if _goes_on(runs[-1], run, space=space):
            runs[-1].add(run, space=space)
            return
    runs.append(run)


def _leave_line(lows: list[float], last_lows: list[float], heights: list[float]) -> bool:
    places = zip(lows, last_lows, heights, strict=True)
    return any(abs(last - low) > height * _SAME_LINE for low, last, height in places)


def _goes_on(run: Run, other: Run, *, space: bool) -> bool:
    most = _CELL_GAP_WITH_SPACE if space else _CELL_GAP
    gap = other.left - run.right
    return (
        -run.height < gap < run.height * most
        and abs(other.baseline - run.baseline) < run.height * _SAME_LINE
    )


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
        text += " " * max(column - len(text), 2 if text else 0) + run.text
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
