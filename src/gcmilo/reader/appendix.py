"""The table of an appendix from which an extraction kept only the numbers of the rows.

The cells of a row then stand one below the other, and how far a cell is from the margin says in
which column it was.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gcmilo.reader.pieces import Draft, RawTable

_TITLE = re.compile(r"\s*(?:appendix|annex|annexe|anexo|apéndice|appendice)\b.*", re.IGNORECASE)
_ROW = re.compile(r"\s*(\d{1,3})\s{1,4}(?=\S)")
_MOST_HEADING = 8
"""How many pieces the heading of such a table has at most."""
_LEAST_ROWS = 3


def with_numbered_tables(drafts: Sequence[Draft | RawTable]) -> list[Draft | RawTable]:
    """Return the drafts, with the rows of such a table in one."""
    for title, draft in enumerate(drafts):
        if isinstance(draft, RawTable) or not _is_title(draft):
            continue
        first = _first_row(drafts, title + 1)
        if first is None:
            continue
        heading = [one for one in drafts[title + 1 : first] if isinstance(one, Draft)]
        rows, end = _rows(drafts, first, heading)
        if len(rows) >= _LEAST_ROWS and heading:
            table = _table(heading, rows)
            return [*drafts[: title + 1], table, *with_numbered_tables(drafts[end:])]
    return list(drafts)


def _is_title(draft: Draft) -> bool:
    return len(draft.lines) < 3 and bool(_TITLE.fullmatch(draft.lines[0]))  # noqa: PLR2004


def _first_row(drafts: Sequence[Draft | RawTable], start: int) -> int | None:
    for at in range(start, min(start + _MOST_HEADING, len(drafts))):
        draft = drafts[at]
        if isinstance(draft, RawTable):
            return None
        if _number(draft) == 1:
            return at
    return None


def _number(draft: Draft) -> int | None:
    found = _ROW.match(draft.lines[0])
    return int(found[1]) if found else None


def _rows(
    drafts: Sequence[Draft | RawTable], first: int, heading: Sequence[Draft]
) -> tuple[list[list[Draft]], int]:
    """The pieces of each row, and the draft after the last."""
    rows: list[list[Draft]] = []
    repeated = {line.strip() for one in heading for line in one.lines}
    for at in range(first, len(drafts)):
        draft = drafts[at]
        if isinstance(draft, RawTable) or draft.footnote:
            return rows, at
        # Every page begins with the heading, which may follow a cell without a blank line.
        lines = tuple(line for line in draft.lines if line.strip() not in repeated)
        if _number(draft) == len(rows) + 1:
            rows.append([draft])
        elif lines:
            rows[-1].append(replace(draft, lines=lines))
    return rows, len(drafts)


def _table(heading: Sequence[Draft], rows: Sequence[Sequence[Draft]]) -> RawTable:
    margins = sorted({_margin(cell) for row in rows for cell in row[1:] if _margin(cell)})
    columns = {margin: at for at, margin in enumerate(margins, 1)}
    width = max(len(columns) + 1, 2)
    cells = [_cells(row, columns, width) for row in rows]
    texts = [_text(one) for one in heading]
    first = (*texts, *[""] * width)[:width] if len(texts) <= width else (*texts[-width:],)
    return RawTable((first, *cells))


def _cells(row: Sequence[Draft], columns: dict[int, int], width: int) -> tuple[str, ...]:
    cells = [""] * width
    at = 0
    for draft in row:
        at = columns.get(_margin(draft), at) if draft is not row[0] else 0
        cells[at] = f"{cells[at]} {_text(draft)}".strip()
    return tuple(cells)


def _margin(draft: Draft) -> int:
    line = draft.lines[0]
    return len(line) - len(line.lstrip())


def _text(draft: Draft) -> str:
    return " ".join(" ".join(draft.lines).split())
