"""Markdown: headings, prose, lists, block quotes, footnotes and pipe tables."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gcmilo.errors import InputError
from gcmilo.reader.limits import MOST_CELLS, MOST_LINES
from gcmilo.reader.pieces import Part, Piece, Reading, table_of
from gcmilo.text import shown

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_ALIGNMENT = re.compile(r":?-+:?")
"""A cell of the row below the headings."""
_NOTE = re.compile(r"\[\^([^\]\s]{1,30})\]:\s*(.*)")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,30}\]")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_BAR = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(
    r"(\*\*|__|`)(?=\S)([^*_`]{1,500}?)(?<=\S)\1|(?<![\w*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?!\w)"
)
_MARKED = re.compile(r"[*_`\[<&]")
_MOST_MARKED = 20_000
"""A longer paragraph keeps its marks, which to find would take long."""
_MOST_IN_ROW = 100_000
"""No row of a table has more characters."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def is_markdown(text: str) -> bool:
    """Whether a text has what only Markdown has: a pipe table, or headings with a cross."""
    lines = text.split("\n")
    for line, below in pairwise(lines):
        if _is_table_start(line, below):
            return True
    return sum(1 for line in lines if _HEADING.fullmatch(line)) > 1


def read_markdown(text: str, name: str) -> Reading:
    """Return the pieces and tables of a text in Markdown.

    Raises:
        InputError: it has more rows than any table of use.
    """
    if text.count("\n") > MOST_LINES:
        raise InputError(f"{shown(name)} has more than {MOST_LINES:,} lines.")
    reader = _Reader(_without_comments(text).split("\n"), name)
    reader.read()
    return Reading(tuple(reader.parts))


def _without_comments(text: str) -> str:
    """The text with only the line breaks of its comments, so that the lines keep their numbers."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.extend([text[at:start], "\n" * text.count("\n", start, end)])
        at = end + len("-->")
    return "".join([*kept, text[at:]])


class _Reader:
    def __init__(self, lines: Sequence[str], name: str) -> None:
        self.name = name
        self.lines = [_QUOTE.sub("", line, count=1) if ">" in line[:6] else line for line in lines]
        self.parts: list[Part] = []
        self.tables = 0
        self.open: list[str] = []
        self.note = ""

    def read(self) -> None:
        at = 0
        self._skip_front_matter()
        while at < len(self.lines):
            at = self._read_at(at)
        self._close()

    def _skip_front_matter(self) -> None:
        """Blank the lines between dashes at the very top, which are no text."""
        if self.lines and self.lines[0].strip() == "---":
            for at in range(1, min(len(self.lines), 100)):
                if self.lines[at].strip() in {"---", "..."}:
                    self.lines[: at + 1] = [""] * (at + 1)
                    return

    def _read_at(self, at: int) -> int:
        """Read what begins at a line, and return the next line to read."""
        line = self.lines[at]
        below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        heading = _HEADING.fullmatch(line)
        note = _NOTE.match(line)
        if not line.strip() or _FENCE.match(line):
            self._close()
            return at + 1
        if _is_table_start(line, below):
            self._close()
            return self._table(at)
        if heading:
            self._close()
            self._add(heading[2], is_heading=True)
            return at + 1
        if _UNDERLINE.fullmatch(below) and not self.open and not _ITEM.match(line):
            self._add(line, is_heading=True)
            return at + 2
        if note:
            self._close()
            self.note = note[1]
            line = note[2]
        elif _ITEM.match(line):
            self._close()
        self.open.append(line)
        return at + 1

    def _close(self) -> None:
        if self.open:
            self._add("\n".join(line.strip() for line in self.open))
        self.open = []
        self.note = ""

    def _add(self, text: str, *, is_heading: bool = False) -> None:
        clean = _plain(text)
        if clean.strip(" -*_#"):
            self.parts.append(Piece(clean, is_heading=is_heading, footnote=self.note))

    def _is_row(self, at: int) -> bool:
        return "|" in self.lines[at][:_MOST_IN_ROW] and len(self.lines[at]) <= _MOST_IN_ROW

    def _table(self, at: int) -> int:
        rows, numbers = [_cells(self.lines[at])], [at + 1]
        end = at + 2
        while end < len(self.lines) and self._is_row(end):
            rows.append(_cells(self.lines[end]))
            numbers.append(end + 1)
            end += 1
        self.tables += 1
        if len(rows) * len(rows[0]) > MOST_CELLS:
            raise InputError(f"{shown(self.name)} has a table of more than {MOST_CELLS:,} cells.")
        self.parts.append(table_of(self.tables, rows, numbers))
        return end


def _is_table_start(line: str, below: str) -> bool:
    return (
        "|" in line
        and "-" in below
        and "|" in below + line
        and len(line) + len(below) <= _MOST_IN_ROW
        and len(_cells(line)) == len(_cells(below))
        and all(map(_ALIGNMENT.fullmatch, _cells(below)))
    )


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [_plain(cell.replace("\\|", "|")) for cell in _BAR.split(inner)]


def _plain(text: str) -> str:
    """The words without the marks of emphasis, links and footnotes."""
    if len(text) > _MOST_MARKED or not _MARKED.search(text):
        return text.strip()
    text = _NOTE_MARK.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(lambda found: found[2] or found[3], text)
    return _TAG.sub(" ", text).replace("&nbsp;", "\u00a0").strip()
