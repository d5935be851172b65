"""How far long work has come, told to whoever asked for the work."""

from collections.abc import Callable

ProgressCallback = Callable[[str, int, int], None]
"""Takes what is being done, how much of it is done, and of how much in all: 0 of 0 where nothing is counted.

Nothing is being done while somebody is waited for.
"""


def no_progress(doing: str, done: int, whole: int) -> None:
    """Tell nobody."""
