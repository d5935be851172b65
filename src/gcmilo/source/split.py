"""A document's text split into front matter, numbered paragraphs, box, footnotes and the rows of its appendix.

Nothing is known of the extraction but that numbers begin lines, each in its own unbroken sequence: paragraphs as
``12.``, the items of a box inside a paragraph as ``12.`` too, footnotes as ``3``, rows of the appendix as ``12``.
"""

import re
from collections.abc import Sequence

from gcmilo.frozen import frozen
from gcmilo.source.passage import Passage, words_of

_NUMBERED = re.compile(r"\s*(\d{1,3})\.\s+(\S.*)")
_NOTE = re.compile(r"\s*(\d{1,3})\s+([A-Z].*)")
_ROW = re.compile(r"\s*(\d{1,3})\s+(\S.*)")
_ADDRESS = re.compile(r"\s*https?://")
_APPENDIX = re.compile(r"\s*(?:appendix|annex)\s*", re.IGNORECASE)
_MOST_SKIPPED = 3
"""How far a number may be ahead of its sequence, so that a part that is missing does not swallow the rest."""
_CELL = re.compile(r"(?:^|(?<=\s))(?:X|Indirect\b)(?=\s|$)")


@frozen
class TableRow:
    """A row of the appendix: its text, and the column of its line where the cell begins, None where it has no cell."""

    passage: Passage
    cell_at: int | None


@frozen
class SplitText:
    """The parts of a document, by their numbers."""

    front: Passage
    paragraphs: dict[int, Passage]
    box: dict[int, Passage]
    footnotes: dict[int, Passage]
    rows: dict[int, TableRow]


def split(text: str, symbol: str, box_items: int) -> SplitText:
    """Return the parts of a document's text.

    ``symbol`` is the document's own, which running heads repeat; ``box_items`` is how many items a box would have.
    """
    own = "".join(words_of(symbol))
    lines = [line for line in text.replace("\r", "").split("\n") if not _is_running_head(line, own)]
    ends = [number for number, line in enumerate(lines) if _APPENDIX.fullmatch(line)]
    end = ends[-1] if ends else len(lines)
    body, footnotes = _take_footnotes(lines[:end])
    front, paragraphs, box = _split_body(body, box_items)
    return SplitText(front, paragraphs, box, footnotes, _split_rows(lines[end + 1 :]))


def _is_running_head(line: str, symbol: str) -> bool:
    """Whether a line is a page's number and the document's symbol, as printed or as the name of a file."""
    return "".join(words_of(line)).lstrip("0123456789").startswith(symbol)


def _take_footnotes(lines: Sequence[str]) -> tuple[list[str], dict[int, Passage]]:
    """Part the lines of the body from the blocks of footnotes at the foot of its pages.

    A block ends with the addresses that an extraction lists below it, or with its page.
    """
    body: list[str] = []
    notes: dict[int, list[str]] = {}
    inside = addresses = False
    for line in lines:
        note = _NOTE.fullmatch(line)
        is_address = bool(_ADDRESS.match(line))
        if note and int(note[1]) == len(notes) + 1 and any(_NUMBERED.fullmatch(before) for before in body):
            inside, addresses = True, False
            notes[len(notes) + 1] = [note[2]]
            continue
        inside = inside and not (addresses and line.strip() and not is_address) and not line.startswith("\f")
        addresses = inside and (addresses or is_address)
        (notes[len(notes)] if inside else body).append(line)
    return body, {number: Passage(" ".join(found)) for number, found in notes.items()}


def _split_body(lines: Sequence[str], box_items: int) -> tuple[Passage, dict[int, Passage], dict[int, Passage]]:
    """Part the body by its numbers. Where a second sequence begins at 1, it is a box, until it has all its items."""
    front: list[str] = []
    paragraphs: dict[int, list[str]] = {}
    box: dict[int, list[str]] = {}
    part = front
    for line in lines:
        numbered = _NUMBERED.fullmatch(line)
        number = int(numbered[1]) if numbered else 0
        if numbered and paragraphs and _follows(number, box, 1 if not box else _MOST_SKIPPED) and number <= box_items:
            part = box[number] = [numbered[2]]
        elif numbered and _follows(number, paragraphs, _MOST_SKIPPED):
            part = paragraphs[number] = [numbered[2]]
        else:
            part.append(line)
    return Passage(" ".join(front)), _passages(paragraphs), _passages(box)


def _follows(number: int, parts: dict[int, list[str]], most: int) -> bool:
    """Whether a number goes on with a sequence; one that was left out does not end the sequence."""
    last = max(parts, default=0)
    return last < number <= last + most


def _passages(parts: dict[int, list[str]]) -> dict[int, Passage]:
    return {number: Passage(" ".join(lines)) for number, lines in parts.items()}


def _split_rows(lines: Sequence[str]) -> dict[int, TableRow]:
    """Part the appendix by the numbers of its rows. What stands before the first row is the heading of every page."""
    rows: dict[int, list[str]] = {}
    heading: list[str] = []
    part = heading
    for line in lines:
        row = _ROW.fullmatch(line)
        if row and _follows(int(row[1]), rows, _MOST_SKIPPED):
            part = rows[int(row[1])] = [line.replace(row[1], " " * len(row[1]), 1)]
        elif not rows or line.strip() not in {head.strip() for head in heading}:
            part.append(line)
    return {number: _table_row(found) for number, found in rows.items()}


def _table_row(lines: Sequence[str]) -> TableRow:
    cells = [match.start() for line in lines if (match := _CELL.search(line))]
    return TableRow(Passage(" ".join(lines)), cells[0] if cells else None)
