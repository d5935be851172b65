"""HTML: headings, prose and tables, without what a browser would not show."""

import codecs
import re
from html.parser import HTMLParser

from gcmilo.errors import InputError
from gcmilo.reader.decoding import text_of
from gcmilo.reader.limits import MOST_CELLS
from gcmilo.reader.pieces import Part, Piece, RawTable, Reading, table_of
from gcmilo.text import shown

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_NO_TEXT = frozenset(
    [
        "script",
        "style",
        "nav",
        "template",
        "head",
        "noscript",
        "svg",
        "title",
        "math",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
        "audio",
        "video",
        "canvas",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    ]
)
_CELLS = frozenset(["td", "th"])
_P = frozenset(["p"])
_ENDS = {
    "td": _CELLS,
    "th": _CELLS,
    "tr": frozenset(["td", "th", "tr"]),
    "tbody": frozenset(["td", "th", "tr", "tbody", "thead"]),
    "tfoot": frozenset(["td", "th", "tr", "tbody", "thead"]),
    "li": frozenset(["li", "p"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "body": frozenset(["head"]),
}
"""What an element ends whose end tag may be left out."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_DEPTH = 1_000
"""No page of use has elements within more elements than these."""
_MOST_SPAN = 1_000
_TAG = re.compile(r"</?[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|(?![\"'])[^\s>]*))?"
)
_MOST_TAGS = 1_500_000
"""A table of 100,000 rows of five cells has as many, and they take ten seconds."""
_LONG_TAG = 20_000
_MOST_ATTRIBUTES = 5_000
"""The parser makes a list of them, however many a tag has."""


def read_html(content: bytes, name: str) -> Reading:
    """Return the pieces and tables of an HTML page.

    Raises:
        InputError: it is no text, or too deep, or has too many cells.
    """
    text = _decoded(content, name)
    if max(text.count("<"), text.count("&")) > _MOST_TAGS:
        raise InputError(f"{shown(name)} has more than {_MOST_TAGS:,} tags or entities.")
    text = _without_what_never_ends(text)
    _check_tags(text, name)
    reader = _Reader(name)
    reader.feed(text)
    reader.close()
    reader.end()
    return Reading(tuple(_numbered(reader.parts)))


def _numbered(parts: list[Piece | RawTable]) -> list[Part]:
    found: list[Part] = []
    tables = 0
    for part in parts:
        if isinstance(part, RawTable):
            tables += 1
            found.append(table_of(tables, part.rows))
        else:
            found.append(part)
    return found


def _decoded(content: bytes, name: str) -> str:
    """The text in the coding that a mark or the page says; a mark is right before the page is."""
    marked = content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    said = _CHARSET.search(content[:4096])
    if said and not marked:
        try:
            coding = codecs.lookup(said[1].decode("ascii", "replace")).name
            if coding in {"iso8859-1", "ascii"}:
                coding = "cp1252"  # as browsers do
            if not coding.startswith("utf-") and not coding.startswith("utf_"):
                return content.decode(coding, "replace").replace("\0", "")
        except (LookupError, ValueError, TypeError):
            pass
    return text_of(content, name)


def _without_what_never_ends(text: str) -> str:
    """The text without comments and unended tags, after which the parser looks again and again."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 2)
        at = len(text) if end < 0 else end + len("-->")
    text = "".join([*kept, text[at:]]).replace("<![", "&lt;![")
    last = text.rfind(">") + 1
    return text[:last] + text[last:].replace("<", "&lt;")


def _check_tags(text: str, name: str) -> None:
    """Refuse tags of very many attributes, for which the parser would take all memory."""
    at = text.find("<")
    while at >= 0:
        end = text.find(">", at)
        end = len(text) if end < 0 else end
        is_plain = not text.count('"', at, end) % 2 and not text.count("'", at, end) % 2
        if not is_plain or end - at > _LONG_TAG:
            end = _end_of_attributes(text, at, name)
        at = text.find("<", max(end, at + 1))


def _end_of_attributes(text: str, at: int, name: str) -> int:
    """Where the attributes of a tag end."""
    start = _TAG.match(text, at)
    if start is None:
        return at + 1
    at = start.end()
    for _ in range(_MOST_ATTRIBUTES):
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            return at
        at = found.end()
    raise InputError(f"{shown(name)} has a tag of more than {_MOST_ATTRIBUTES:,} attributes.")


class _Grid:
    """A table that is being read: its rows, and the cells that spans from above fill."""

    def __init__(self) -> None:
        self.rows: list[dict[int, str]] = []
        self.spans: dict[int, tuple[int, str]] = {}
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.size = 0

    def begin_row(self) -> None:
        self.end_cell()
        row: dict[int, str] = {}
        left: dict[int, tuple[int, str]] = {}
        for at, (rows, text) in self.spans.items():
            row[at] = text
            if rows > 1:
                left[at] = (rows - 1, text)
        self.spans = left
        self.rows.append(row)
        self.size += len(row)

    def begin_cell(self, rows: int, columns: int) -> None:
        self.end_cell()
        if not self.rows:
            self.begin_row()
        self.cell = []
        self.span = (rows, columns)

    def end_cell(self) -> None:
        if self.cell is None:
            return
        text = " ".join("".join(self.cell).split())
        rows, columns = self.span
        row = self.rows[-1]
        at = 0
        while at in row:
            at += 1
        for column in range(at, at + columns):
            row[column] = text
            if rows > 1:
                self.spans[column] = (rows - 1, text)
        self.size += columns
        self.cell = None

    def raw(self) -> RawTable:
        self.end_cell()
        width = max((max(row) + 1 for row in self.rows if row), default=0)
        return RawTable(tuple(_filled(row, width) for row in self.rows))


def _filled(row: dict[int, str], width: int) -> tuple[str, ...]:
    """The cells of a row, blank where it has none."""
    return tuple(row.get(at, "") for at in range(width))


class _Reader(HTMLParser):
    """Reads a page; what is open is kept in ``stack``, with the place of what hides its text."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.parts: list[Piece | RawTable] = []
        self.stack: list[str] = []
        self.hidden_at: int | None = None
        self.grids: list[_Grid] = []
        self.text: list[str] = []
        self.is_heading = False
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._void(tag)
            return
        self._close_implied(tag)
        if len(self.stack) >= _MOST_DEPTH:
            raise InputError(
                f"{shown(self.name)} has elements within more than {_MOST_DEPTH:,} others."
            )
        self.stack.append(tag)
        if self.hidden_at is not None:
            return
        given = dict(attrs)
        if tag in _NO_TEXT or _is_hidden(given):
            self.hidden_at = len(self.stack)
            return
        self._begin(tag, given)

    def _void(self, tag: str) -> None:
        if self.hidden_at is not None:
            return
        if tag == "br":
            self._target().append("\n")
        elif tag == "hr":
            self._flush()

    def _close_implied(self, tag: str) -> None:
        """Close the elements whose end tag may be left out and that this one ends."""
        ends = _ENDS.get(tag) or (_P if tag in _BLOCKS or tag in _HEADINGS else frozenset())
        while self.stack and self.stack[-1] in ends:
            self._pop()

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self._flush()
            self.grids.append(_Grid())
        elif self.grids and tag == "tr":
            self.grids[-1].begin_row()
        elif self.grids and tag in _CELLS:
            grid = self.grids[-1]
            grid.begin_cell(_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._flush()
            self.is_heading = tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.stack[-200:]:
            return
        if tag not in {"table", "body", "html"} and "table" in self._above(tag):
            return  # an end tag in a table ends nothing outside of it
        while self.stack and self._pop() != tag:
            pass

    def _above(self, tag: str) -> list[str]:
        """What was opened after the last element of this name."""
        at = len(self.stack) - 1
        while self.stack[at] != tag:
            at -= 1
        return self.stack[at + 1 :]

    def _pop(self) -> str:
        tag = self.stack.pop()
        if self.hidden_at is not None:
            if len(self.stack) < self.hidden_at:
                self.hidden_at = None
            return tag
        if tag == "table" and self.grids:
            self._end_table()
        elif tag in _CELLS and self.grids:
            self._count(self.grids[-1])
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._flush()
            self.is_heading = False
        return tag

    def _count(self, grid: _Grid) -> None:
        before = grid.size
        grid.end_cell()
        self.cells += grid.size - before
        if max(self.cells, grid.size) > MOST_CELLS:
            raise InputError(f"{shown(self.name)} has tables of more than {MOST_CELLS:,} cells.")

    def _end_table(self) -> None:
        grid = self.grids.pop()
        grid.end_cell()
        width = max((max(row) + 1 for row in grid.rows if row), default=0)
        if width * len(grid.rows) > MOST_CELLS:
            raise InputError(f"{shown(self.name)} has tables of more than {MOST_CELLS:,} cells.")
        table = grid.raw()
        if any(any(row) for row in table.rows):
            self.parts.append(table)

    def handle_data(self, data: str) -> None:
        if self.hidden_at is None:
            self._target().append(data if self._is_preformatted() else _folded(data))

    def _is_preformatted(self) -> bool:
        return "pre" in self.stack[-5:]

    def _target(self) -> list[str]:
        """Where text goes: the open cell, or the open paragraph."""
        for grid in reversed(self.grids):
            if grid.cell is not None:
                return grid.cell
        return self.text

    def _flush(self) -> None:
        """End the paragraph that is open; within a cell, only begin a new line of it."""
        target = self._target()
        if target is not self.text:
            target.append("\n")
            return
        lines = [" ".join(line.split(" ")).strip(" ") for line in "".join(self.text).split("\n")]
        text = "\n".join(line for line in lines if line.strip())
        if text:
            self.parts.append(Piece(re.sub(" +", " ", text), is_heading=self.is_heading))
        self.text = []

    def end(self) -> None:
        """End all that is open at the end of the page."""
        while self.stack:
            self._pop()
        self._flush()


def _folded(data: str) -> str:
    """Line breaks and tabs as spaces, as a browser shows them; no-break spaces stay."""
    return re.sub(r"[ \t\n\r\f]+", " ", data)


def _is_hidden(given: dict[str, str | None]) -> bool:
    hidden = "hidden" in given and given["hidden"] != "until-found"
    return hidden or bool(_HIDDEN_STYLE.search(given.get("style") or ""))


def _span(said: str | None) -> int:
    number = (said or "").strip()
    return min(max(int(number), 1), _MOST_SPAN) if number.isdecimal() and len(number) < 6 else 1  # noqa: PLR2004
