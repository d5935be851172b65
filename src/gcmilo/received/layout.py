"""How a table is laid out: which row is its heading, and what stands above and between its rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gcmilo.errors import InputError
from gcmilo.frozen import frozen
from gcmilo.reader import Row, Table
from gcmilo.received.cells import is_all_references
from gcmilo.received.headings import Strength, meaning_of, number_in
from gcmilo.received.titles import plain
from gcmilo.text import fold, shown

_MOST_ABOVE = 30
"""The heading is among so many rows, or there is none."""
_FEWEST_NUMBERS = 3
"""So many numbers in a row under a heading are the objectives across a matrix."""
_MOST_WORDS = 12
"""A heading has no more words than these; a longer text is prose."""
_TOTAL = re.compile(r"(?:grand |sub|sous )?(?:total|totals|totales|totaux|subtotal|sum|somme|suma)")
_NOTE = re.compile(r"\W*(?:notes?|notas?|n\.?b|sources?|fuentes?|remarques?|key|legende?)\b\.?\s*:")


@frozen
class PassedOver:
    """Something in a table that was not read: its place, and what it is."""

    place: str
    text: str


@frozen
class Layout:
    """A table's headings, the row that they are in, and the rows under it.

    ``passed_over`` are rows above the heading and such as repeat it, and totals.
    """

    headings: tuple[str, ...]
    heading_row: Row
    rows: tuple[Row, ...]
    passed_over: tuple[PassedOver, ...]


def lay_out(table: Table, names: Sequence[str] = ()) -> Layout:
    """Return how a table is laid out; its heading has the columns that a person named.

    Raises:
        InputError: there is no row in it.
    """
    if not table.rows:
        raise InputError("The table is empty; a heading and rows are wanted.")
    first, last = _heading_rows(table, [plain(name) for name in names])
    above = tuple(
        PassedOver(row.place, f"above the heading: {_text_of(row)}") for row in table.rows[:first]
    )
    headings = _joined_headings(table.rows[first : last + 1])
    heading_cells = [_folded(row) for row in table.rows[first : last + 1]]
    rows: list[Row] = []
    passed_over = list(above)
    for row in table.rows[last + 1 :]:
        why = "the heading, repeated" if _folded(row) in heading_cells else _why_no_row(row)
        if why:
            passed_over.append(PassedOver(row.place, f"{why}: {_text_of(row)}"))
        else:
            rows.append(row)
    return Layout(headings, table.rows[first], tuple(rows), tuple(passed_over))


def is_band(row: Row) -> bool:
    """Return whether a row of several cells has one text alone, which may be merged over all."""
    return len(row.cells) > 1 and len(_texts(row)) == 1


def _heading_rows(table: Table, names: Sequence[str]) -> tuple[int, int]:
    """The first and the last row of the heading, by their places in the table."""
    rows = table.rows[:_MOST_ABOVE]
    width = max(len(row.cells) for row in rows)
    scores = [_score(row, width, names) for row in rows]
    best = scores.index(max(scores))
    if not max(scores):
        # No heading is known. The first row that is no title of the table is as good as any.
        best = next((n for n, row in enumerate(rows) if len(_texts(row)) > 1), 0)
    if best + 1 < len(rows) and _is_grouped(rows[best]) and _is_second(rows[best + 1]):
        return best, best + 1
    is_second = best > 0 and _is_grouped(rows[best - 1]) and len(_texts(rows[best - 1])) > 1
    return (best - 1 if is_second else best), best


def _score(row: Row, width: int, names: Sequence[str]) -> int:
    """How much a row looks like a heading; nothing for the title of a table."""
    if width > 1 and len(_texts(row)) == 1 and not names:
        return 0
    strengths = [_strength(cell) for cell in row.cells]
    across = sum(number_in(cell) is not None and not cell.isdecimal() for cell in row.cells)
    named = sum(plain(cell) in names for cell in row.cells if cell)
    is_across = across >= _FEWEST_NUMBERS
    return sum(strengths) + (across if is_across else 0) + 100 * named


def _strength(cell: str) -> int:
    is_reference = number_in(cell) is not None
    if is_reference or len(cell.split()) > _MOST_WORDS:
        return 0
    meaning = meaning_of(cell)
    return meaning.strength if meaning else 0


def _is_grouped(row: Row) -> bool:
    """Whether a heading stands over several columns: it is repeated, or blanks follow it."""
    return any(before and after in ("", before) for before, after in pairwise(row.cells))


def _is_second(row: Row) -> bool:
    """Whether a row under a heading of groups is the heading of their columns."""
    numbers = [int(cell) for cell in row.cells if cell.isdecimal()]
    is_ascending = all(before < after for before, after in pairwise(numbers))
    if len(numbers) >= _FEWEST_NUMBERS and is_ascending and len(numbers) == len(set(numbers)):
        return True
    if any(is_all_references(cell) for cell in row.cells if number_in(cell) is None):
        return False
    return not numbers and any(_strength(cell) >= Strength.NOUN for cell in row.cells)


def _joined_headings(rows: Sequence[Row]) -> tuple[str, ...]:
    """The headings of columns; of a group and a column within it, both."""
    width = max(len(row.cells) for row in rows)
    padded = [row.cells + ("",) * (width - len(row.cells)) for row in rows]
    if len(rows) == 1:
        return padded[0]
    group = ""
    headings = []
    for above, below in zip(*padded, strict=True):
        group = above or (group if below else "")
        headings.append(below if group == below else f"{group} {below}".strip())
    return tuple(headings)


def _why_no_row(row: Row) -> str | None:
    first = next((cell for cell in row.cells if cell), "")
    if _TOTAL.fullmatch(plain(first)):
        return "a total"
    return "a note" if len(_texts(row)) == 1 and _NOTE.match(fold(first)) else None


def _texts(row: Row) -> set[str]:
    return {cell for cell in row.cells if cell}


def _text_of(row: Row) -> str:
    return shown(" | ".join(dict.fromkeys(cell for cell in row.cells if cell)))


def _folded(row: Row) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in row.cells)
