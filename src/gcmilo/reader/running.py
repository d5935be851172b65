"""Running heads and feet and page numbers, which are no text."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 3
"""How many lines at the top and at the foot of a page may be running heads and feet."""
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_CELLS = re.compile(r"\S {2,}(?=\S)")
_LEAST_HEAD = 3
_MOST_HEAD = 300
_MOST_NUMBERS = 5
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|pages|p|pag|pág|página|seite)[.\s]*)?(?:\d{1,4}|(?-i:[ivxl]{1,6}))"
    r"(?:\s*(?:/|of|de|sur|von)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """Return, for each page, the indices of the lines that are no text.

    A head is the same on several pages but for the number of the page. A line of several cells, or
    one below another head, may be the heading of a table that goes on, and is left once.
    """
    found: list[set[int]] = [set() for _ in pages]
    for from_foot in (False, True):
        edges = [_edge(page, from_foot=from_foot) for page in pages]
        for depth in range(_EDGE):
            level = [
                page[edge[depth]] if depth < len(edge) else ""
                for page, edge in zip(pages, edges, strict=True)
            ]
            left_out, is_any = _repeated(level, is_below_head=depth > 0 and not from_foot)
            for number in left_out:
                found[number].add(edges[number][depth])
            if not is_any:
                break
    return found


def _edge(page: Sequence[str], *, from_foot: bool) -> list[int]:
    """The indices of the outermost lines that a blank line parts from the text."""
    order = range(len(page) - 1, -1, -1) if from_foot else range(len(page))
    edge: list[int] = []
    parted = 0
    for at in order:
        if not page[at].strip():
            parted = len(edge)
        elif len(edge) == _EDGE:
            return edge[:parted]
        else:
            edge.append(at)
    return edge


def _repeated(level: Sequence[str], *, is_below_head: bool) -> tuple[list[int], bool]:
    """The pages on which a line of one level is no text, and whether it is repeated on any.

    ``level`` has the line of each page, "" for none.
    """
    keys = [_keys(line, page) for page, line in enumerate(level)]
    counts = Counter(key for of_page in keys for key in of_page)
    left_out: list[int] = []
    seen: set[str] = set()
    is_any = False
    for page, (line, of_page) in enumerate(zip(level, keys, strict=True)):
        is_repeated = any(counts[key] > 1 for key in of_page)
        is_first = of_page.isdisjoint(seen)
        seen |= of_page
        is_kept = is_first and (is_below_head or len(_CELLS.findall(line)) > 1)
        is_any = is_any or is_repeated
        if (line and _PAGE_NUMBER.fullmatch(line)) or (is_repeated and not is_kept):
            left_out.append(page)
            is_any = True
    return left_out, is_any


def _keys(line: str, page: int) -> set[str]:
    """By what a line is compared: itself, and itself with a number counted from that of its page.

    So a head with the page's number is the same on every page, and the rows of a table are not.
    """
    plain = " ".join(line.split()).casefold()
    if len(plain) < _LEAST_HEAD:
        return set()
    keys = {plain}
    for number in list(_NUMBER.finditer(plain[:_MOST_HEAD]))[:_MOST_NUMBERS]:
        from_page = f"\0{int(number[0]) - page}"
        keys.add(plain[: number.start()] + from_page + plain[number.end() :])
    return keys
