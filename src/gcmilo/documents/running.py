"""Running heads and feet and page numbers, which are no text."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 3
"""How many lines at the top and at the foot of a page may be running heads and feet."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|pages|p|pag|pág|página|seite)[.\s]*)?(?:\d{1,4}|(?-i:[ivxl]{1,6}))"
    r"(?:\s*(?:/|of|de|sur|von)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """Return, for each page, the indices of the lines that are no text.

    A head is the same on several pages but for its digits. What is repeated below another head is
    the heading of a table that goes on, and is left once.
    """
    found: list[set[int]] = [set() for _ in pages]
    for from_foot in (False, True):
        edges = [_edge(page, from_foot=from_foot) for page in pages]
        for depth in range(_EDGE):
            level = [edge[depth] if depth < len(edge) else None for edge in edges]
            if not _mark(pages, found, level, keep_first=depth > 0 and not from_foot):
                break
    return found


def _edge(page: Sequence[str], *, from_foot: bool) -> list[int]:
    """The indices of the outermost lines that are not blank."""
    order = range(len(page) - 1, -1, -1) if from_foot else range(len(page))
    edge: list[int] = []
    for at in order:
        if page[at].strip():
            edge.append(at)
        if len(edge) == _EDGE:
            break
    return edge


def _mark(
    pages: Sequence[Sequence[str]],
    found: list[set[int]],
    level: Sequence[int | None],
    *,
    keep_first: bool,
) -> bool:
    """Mark the repeated lines and page numbers of one level; say whether there were any."""
    keys = [None if at is None else _key(page[at]) for page, at in zip(pages, level, strict=True)]
    counts = Counter(key for key in keys if key)
    marked = False
    seen: set[str] = set()
    for page, at, key, lines in zip(pages, level, keys, found, strict=True):
        if at is None or key is None:
            continue
        is_number = bool(_PAGE_NUMBER.fullmatch(page[at]))
        repeated = counts[key] > 1 and counts[key] >= len(pages) / 4 and len(key) > 1
        is_first = key not in seen
        seen.add(key)
        if is_number or (repeated and not (keep_first and is_first)):
            lines.add(at)
            marked = True
        marked = marked or repeated
    return marked


def _key(line: str) -> str:
    """A line without its digits and spaces, so that the page number in it does not matter."""
    return _DIGITS.sub("#", "".join(line.split())).casefold()
