"""The source's text split into front matter, paragraphs, box, footnotes and rows of its appendix.

Nothing is known of the extraction but that numbers begin lines, each in its own unbroken sequence:
paragraphs as ``12.``, the items of a box inside a paragraph as ``12.`` too, footnotes as ``3``,
rows of the appendix as ``12``.
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
_MOST_AHEAD = 3
"""How far a number may be ahead of its sequence: a missing part does not end the sequence."""
_CELL = re.compile(r"(?:^|(?<=\s))(?:X|Indirect\b)(?=\s|$)")


@frozen
class TableRow:
    """A row of the appendix, and in which column of its line the cell begins, None for no cell."""

    passage: Passage
    cell_at: int | None


@frozen
class SplitText:
    """The parts of the source's text, by their numbers."""

    front: Passage
    paragraphs: dict[int, Passage]
    box: dict[int, Passage]
    footnotes: dict[int, Passage]
    rows: dict[int, TableRow]


def split(text: str, symbol: str, box_items: int) -> SplitText:
    """Return the parts of the source's text.

    ``symbol`` is the source's own, which running heads repeat; ``box_items`` is how many items a
    box would have.
    """
    symbol_letters = "".join(words_of(symbol))
    lines = text.replace("\r", "").split("\n")
    lines = [line for line in lines if not _is_running_head(line, symbol_letters)]
    # The last such line, because a table of contents may have one too.
    headings = [place for place, line in enumerate(lines) if _APPENDIX.fullmatch(line)]
    end = headings[-1] if headings else len(lines)
    body, footnotes = _take_footnotes(lines[:end])
    front, paragraphs, box = _split_body(body, box_items)
    return SplitText(front, paragraphs, box, footnotes, _split_rows(lines[end + 1 :]))


def _is_running_head(line: str, symbol_letters: str) -> bool:
    """Whether a line is a page's number and the symbol, as printed or as the name of a file."""
    return "".join(words_of(line)).lstrip("0123456789").startswith(symbol_letters)


def _take_footnotes(lines: Sequence[str]) -> tuple[list[str], dict[int, Passage]]:
    """The lines of the body, and the footnotes that were at the foot of its pages.

    A block of footnotes ends with its page, or with the addresses that an extraction lists below.
    """
    body: list[str] = []
    notes: dict[int, list[str]] = {}
    in_paragraphs = in_note = after_address = False
    for line in lines:
        note = _NOTE.fullmatch(line)
        # A cover page may have lines that begin with a number, but it has no footnotes.
        if note and int(note[1]) == len(notes) + 1 and in_paragraphs:
            notes[len(notes) + 1] = [note[2]]
            in_note, after_address = True, False
            continue
        is_address = bool(_ADDRESS.match(line))
        if line.startswith("\f") or (after_address and line.strip() and not is_address):
            in_note = False
        after_address = in_note and (after_address or is_address)
        if in_note:
            notes[len(notes)].append(line)
        else:
            body.append(line)
            in_paragraphs = in_paragraphs or bool(_NUMBERED.fullmatch(line))
    return body, _passages(notes)


def _split_body(
    lines: Sequence[str], box_items: int
) -> tuple[Passage, dict[int, Passage], dict[int, Passage]]:
    """The front matter, the paragraphs and the items of the box.

    A second sequence that begins at 1 is the box, until it has all its items.
    """
    front: list[str] = []
    paragraphs: dict[int, list[str]] = {}
    box: dict[int, list[str]] = {}
    part = front
    for line in lines:
        numbered = _NUMBERED.fullmatch(line)
        if numbered is None:
            part.append(line)
            continue
        number = int(numbered[1])
        in_box = _follows(number, box) if box else number == 1 and bool(paragraphs)
        if in_box and number <= box_items:
            part = [numbered[2]]
            box[number] = part
        elif _follows(number, paragraphs):
            part = [numbered[2]]
            paragraphs[number] = part
        else:
            part.append(line)
    return _passage(front), _passages(paragraphs), _passages(box)


def _follows(number: int, parts: dict[int, list[str]]) -> bool:
    """Whether a number is the next of a sequence, or little more."""
    last = max(parts, default=0)
    return last < number <= last + _MOST_AHEAD


def _passage(lines: Sequence[str]) -> Passage:
    return Passage("\n".join(line for line in lines if line.strip()))


def _passages(parts: dict[int, list[str]]) -> dict[int, Passage]:
    return {number: _passage(lines) for number, lines in parts.items()}


def _split_rows(lines: Sequence[str]) -> dict[int, TableRow]:
    """The rows of the appendix; the lines above the first are the heading of every page."""
    rows: dict[int, list[str]] = {}
    heading: set[str] = set()
    part: list[str] = []
    for line in lines:
        row = _ROW.fullmatch(line)
        if row and _follows(int(row[1]), rows):
            # As many spaces for the number, so that the columns of the line stay where they are.
            part = [line.replace(row[1], " " * len(row[1]), 1)]
            rows[int(row[1])] = part
        elif not rows:
            heading.add(line.strip())
        elif line.strip() not in heading:
            part.append(line)
    return {number: _table_row(found) for number, found in rows.items()}


def _table_row(lines: Sequence[str]) -> TableRow:
    cells = [cell for cell in map(_CELL.search, lines) if cell]
    return TableRow(_passage(lines), cells[0].start() if cells else None)
