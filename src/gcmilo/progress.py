"""How long work reports its progress to the caller that asked for it."""

from collections.abc import Callable

ProgressCallback = Callable[[str, int, int], None]
"""Takes what is being done, how much of it is done, and how much there is in all.

The two numbers are 0 where nothing is counted. The text is empty while a user is awaited.
"""


def no_progress(doing: str, done: int, whole: int) -> None:
    """Ignore a report."""
