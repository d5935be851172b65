"""How far long work has come, told to whoever asked for the work."""

import sys
from collections.abc import Callable

Report = Callable[[str, int, int], None]
"""Takes what is being done, how much of it is done, and of how much in all: 0 of 0 where nothing is counted.

Nothing is being done while somebody is waited for.
"""


def untold(doing: str, done: int, whole: int) -> None:
    """Tell nobody."""


def report_stdin(report: Report) -> None:
    """Report that stdin is read, and nothing where somebody types it, who must see what they type."""
    report("" if sys.stdin.isatty() else "Reading stdin", 0, 0)
