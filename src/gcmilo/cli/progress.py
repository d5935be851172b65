"""The line on a terminal's stderr that says what takes so long, and how long it has taken."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic

from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable

_DELAY = 1.0
"""The seconds before the line appears: for shorter waits it would only flicker."""
_INTERVAL = 0.25
"""The seconds from one drawing of the line to the next."""


@contextmanager
def progress() -> Iterator[ProgressCallback]:
    """Show the progress of the work in the block, if it is long and stderr is a terminal.

    The block gets the callback that it reports its progress to. At the end of the block, however it
    ends, nothing of the line is left.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield no_progress
        return
    line = _Line()
    drawing = Thread(target=line.draw)
    with suppress(RuntimeError):  # no thread can be had, and the work goes on without the line
        drawing.start()
    try:
        yield line.report
    finally:
        line.done.set()
        if drawing.is_alive():
            drawing.join()


class _Line:
    """The latest report, and the line of it that is drawn until the work is done.

    The cursor stays visible and at the start of the line. So the terminal is as before if the
    program is killed, and the ^C that a terminal shows is overwritten.
    """

    def __init__(self) -> None:
        self.done = Event()
        self.latest = ("", 0, 0)

    def report(self, doing: str, done: int, whole: int) -> None:
        # One assignment, so that the thread that draws never sees half of a report.
        self.latest = (doing, done, whole)

    def draw(self) -> None:
        began = monotonic()
        shown = ""
        while not self.done.wait(_INTERVAL):
            doing, _, _ = self.latest
            if not doing:  # the time that a user takes to type does not count
                began = monotonic()
            seconds = monotonic() - began
            text = self._text(seconds) if seconds > _DELAY else ""
            if text or shown:
                _show(text)
            shown = text
        if shown:
            _show("")

    def _text(self, seconds: float) -> str:
        doing, done, whole = self.latest
        percentage = f"{done * 100 // whole:>3} %  " if whole else ""
        return f"{seconds:>3.0f} s  {percentage}{printable(doing)}"


def _show(text: str) -> None:
    from gcmilo.output.terminal import one_line  # here, because it imports Rich, which is slow

    encoding = sys.stderr.encoding or "ascii"
    encodable = text.encode(encoding, "replace").decode(encoding)
    line = one_line(encodable, _width())
    with suppress(OSError, ValueError):  # the terminal is gone
        sys.stderr.write(f"\r{line}\r")
        sys.stderr.flush()


def _width() -> int:
    """The columns of a line that does not wrap, whatever COLUMNS says.

    A line that wraps cannot be erased by drawing over it.
    """
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return (width or 80) - 1
