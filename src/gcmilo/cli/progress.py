"""The line on a terminal's stderr that says what takes so long, and how long it has taken."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic

from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable

_PATIENCE = 1.0
"""The seconds that nobody minds to wait."""
_BETWEEN = 0.25
"""The seconds from one line to the next."""


@contextmanager
def progress() -> Iterator[ProgressCallback]:
    """Show how far the work in the block has come once it takes longer than a second, where stderr is a terminal.

    What comes back is to be told. At the end of the block, however it ends, nothing of the line is left.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield no_progress
        return
    line = _Line()
    drawing = Thread(target=line.draw)
    with suppress(RuntimeError):  # no thread can be had, and the work goes on no_progress
        drawing.start()
    try:
        yield line.tell
    finally:
        line.done.set()
        if drawing.is_alive():
            drawing.join()


class _Line:
    """What is being done, and a line of it, again and again until it is done.

    The cursor stays visible and at the start of the line: a program that is killed leaves a whole terminal behind, and
    the ^C that a terminal shows is overwritten.
    """

    def __init__(self) -> None:
        self.done = Event()
        self.told = ("", 0, 0)

    def tell(self, doing: str, done: int, whole: int) -> None:
        self.told = (doing, done, whole)

    def draw(self) -> None:
        began, shown = monotonic(), ""
        while not self.done.wait(_BETWEEN):
            if not self.told[0]:
                began = monotonic()
            seconds = monotonic() - began
            text = self._text(seconds) if seconds > _PATIENCE else ""
            if text or shown:
                _show(text)
            shown = text
        if shown:
            _show("")

    def _text(self, seconds: float) -> str:
        doing, done, whole = self.told
        share = f"{done * 100 // whole:>3} %  " if whole else ""
        return f"{seconds:>3.0f} s  {share}{printable(doing)}"


def _show(text: str) -> None:
    from gcmilo.output.terminal import one_line  # here, because what is fast needs no Rich

    encoding = sys.stderr.encoding or "ascii"
    line = one_line(text.encode(encoding, "replace").decode(encoding), _room())
    with suppress(OSError, ValueError):  # the terminal is gone
        sys.stderr.write(f"\r{line}\r")
        sys.stderr.flush()


def _room() -> int:
    """The width of the terminal, whatever COLUMNS says: a line that wraps cannot be taken back."""
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return (width or 80) - 1
