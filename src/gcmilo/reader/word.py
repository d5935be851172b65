"""Word files: paragraphs, tables, text boxes and footnotes in the order of the document."""

import re
from collections.abc import Iterator
from typing import Any

from gcmilo.errors import InputError
from gcmilo.reader.archive import Archive
from gcmilo.reader.limits import MOST_CELLS, MOST_COLUMNS
from gcmilo.reader.pieces import Part, Piece, Reading, table_of
from gcmilo.reader.word_numbering import Numbering
from gcmilo.text import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_TEXT = frozenset(
    [
        _FALLBACK,
        *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")),
    ]
)
"""Deleted text, the old place of moved text, and codes; a fallback repeats what is before it."""
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_HEADING = re.compile(r"heading [1-9]|title|subtitle", re.IGNORECASE)
_MOST_DEPTH = 200


def read_word(archive: Archive) -> Reading:
    """Return the pieces and tables of a Word file.

    Raises:
        InputError: it is damaged, or too large.
    """
    try:
        import docx
    except ImportError:
        raise InputError(
            "Reading Word files needs an extra: pip install 'gcmilo[office]'."
        ) from None
    try:
        document = docx.Document(archive.packed_anew())
        reader = _Reader(document, archive.name)
        reader.read()
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes python-docx and lxml raise anything
        raise InputError(f"{shown(archive.name)} is no Word file that can be read.") from None
    return Reading(tuple(reader.parts), tuple(reader.notes))


class _Reader:
    """Reads the body of a document, then its footnotes and endnotes where their marks are."""

    def __init__(self, document: Any, name: str) -> None:
        self.name = name
        self.body = document.element.body
        self.numbering = Numbering(document)
        self.headings = _heading_styles(document)
        self.hidden_styles = _hidden_styles(document)
        self.footnotes = _notes(document, "footnote")
        self.endnotes = _notes(document, "endnote")
        self.parts: list[Part] = []
        self.notes: list[tuple[str, str]] = []
        self.marks: list[Any] = []
        self.note_numbers = {"footnote": 0, "endnote": 0}
        self.tables = 0
        self.cells = 0
        self.hidden = 0

    def read(self) -> None:
        self._blocks(self.body, 0)
        if self.hidden:
            places = "1 place" if self.hidden == 1 else f"{self.hidden} places"
            text = f"hidden text in {places} was left out"
            self.notes.append(("the document", text))

    def _blocks(self, parent: Any, depth: int) -> None:
        """Read the paragraphs and tables in an element, in content controls and insertions too."""
        self._not_too_deep(depth)
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                self._table(child, depth)
            elif child.tag not in _NO_TEXT and isinstance(child.tag, str):
                self._blocks(child, depth + 1)

    def _not_too_deep(self, depth: int) -> None:
        if depth > _MOST_DEPTH:
            raise InputError(
                f"{shown(self.name)} has elements within more than {_MOST_DEPTH} others."
            )

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        if _is_deleted(paragraph):
            return
        marks_before = len(self.marks)
        boxes: list[Any] = []
        text = self._text(paragraph, boxes)
        style = _style(paragraph)
        if text.strip():
            label = self.numbering.label(paragraph)
            is_heading = self.headings.get(style, False) or _outline(paragraph)
            self.parts.append(Piece(text.strip(), label=label, is_heading=is_heading))
        for box in boxes:
            self._blocks(box, depth + 1)
        marks, self.marks = self.marks[marks_before:], self.marks[:marks_before]
        for mark in marks:
            self._note(mark, depth)

    def _note(self, mark: Any, depth: int) -> None:
        """Read the note of a mark, as one piece."""
        kind = "footnote" if mark.tag == f"{_W}footnoteReference" else "endnote"
        notes = self.footnotes if kind == "footnote" else self.endnotes
        note = notes.pop(mark.get(f"{_W}id"), None)
        if note is None:
            return
        self._not_too_deep(depth)
        self.note_numbers[kind] += 1
        text = "\n".join(self._text(one, []).strip() for one in note.iter(f"{_W}p")).strip()
        number = str(self.note_numbers[kind])
        if text:
            self.parts.append(
                Piece(text, footnote=number if kind == "footnote" else f"{number} (at the end)")
            )

    def _text(self, element: Any, boxes: list[Any]) -> str:
        return "".join(self._texts(element, boxes, 0))

    def _texts(self, element: Any, boxes: list[Any], depth: int) -> Iterator[str]:
        """The text in an element; text boxes are put aside, and marks of notes kept."""
        self._not_too_deep(depth)
        for child in element:
            tag = child.tag
            if tag in _NO_TEXT or not isinstance(tag, str):
                continue
            if tag == f"{_W}t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{_W}txbxContent":
                boxes.append(child)
            elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
                self.marks.append(child)
            elif tag == f"{_W}r" and self._is_hidden(child):
                self.hidden += any(one.text for one in child.iter(f"{_W}t"))
            else:
                yield from self._texts(child, boxes, depth + 1)

    def _is_hidden(self, run: Any) -> bool:
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return False
        vanish = properties.find(f"{_W}vanish")
        if vanish is not None:
            return _is_on(vanish)
        style = properties.find(f"{_W}rStyle")
        return style is not None and style.get(f"{_W}val") in self.hidden_styles

    def _table(self, table: Any, depth: int) -> None:
        self.tables += 1
        number, at = self.tables, len(self.parts)
        rows: list[list[str]] = []
        above: dict[int, str] = {}
        for row in _rows(table):
            cells: list[str] = [""] * _grid_before(row)
            merged: dict[int, str] = {}
            for cell in _children(row, f"{_W}tc"):
                span, is_going_on, begins = _merge(cell)
                text = above.get(len(cells), "") if is_going_on else self._cell(cell, depth)
                if begins or is_going_on:
                    merged[len(cells)] = text
                cells.extend([text] * span)
                self._count(len(cells), span)
            above = merged
            rows.append([] if _is_deleted_row(row) else cells)
        found = table_of(number, rows)
        if found.rows:
            self.parts.insert(at, found)
        elif self.tables == number:
            self.tables -= 1

    def _count(self, width: int, span: int) -> None:
        self.cells += span
        if width > MOST_COLUMNS or self.cells > MOST_CELLS:
            raise InputError(
                f"{shown(self.name)} has tables of more than {MOST_COLUMNS:,} columns"
                f" or {MOST_CELLS:,} cells."
            )

    def _cell(self, cell: Any, depth: int) -> str:
        """The text of a cell; a table in it is read as a table of its own, after this one."""
        texts: list[str] = []
        self._cell_texts(cell, texts, depth + 1)
        return "\n".join(texts)

    def _cell_texts(self, parent: Any, texts: list[str], depth: int) -> None:
        self._not_too_deep(depth)
        for child in parent:
            if child.tag == f"{_W}p":
                if _is_deleted(child):
                    continue
                boxes: list[Any] = []
                text = self._text(child, boxes).strip()
                label = self.numbering.label(child) if text else ""
                texts.append(f"{label} {text}".strip())
                for box in boxes:
                    self._cell_texts(box, texts, depth + 1)
            elif child.tag == f"{_W}tbl":
                self._table(child, depth + 1)
            elif child.tag not in _NO_TEXT and isinstance(child.tag, str):
                self._cell_texts(child, texts, depth + 1)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The elements of a name in another, and in its content controls and insertions."""
    wrappers = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}moveTo"}
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in wrappers:
            yield from _children(child, tag)


def _rows(table: Any) -> Iterator[Any]:
    return _children(table, f"{_W}tr")


def _grid_before(row: Any) -> int:
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    return _number(before, most=MOST_COLUMNS) if before is not None else 0


def _merge(cell: Any) -> tuple[int, bool, bool]:
    """How many columns a cell takes, whether it goes on the one above, whether one may go on it."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    begins = merge is not None and merge.get(f"{_W}val") == "restart"
    columns = max(_number(span, most=MOST_COLUMNS), 1) if span is not None else 1
    return columns, merge is not None and not begins, begins


def _number(element: Any, most: int) -> int:
    value = element.get(f"{_W}val") or "0"
    return min(int(value), most) if value.isdecimal() and len(value) < 6 else 0  # noqa: PLR2004


def _is_on(element: Any) -> bool:
    return element.get(f"{_W}val") not in {"0", "false", "off"}


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val") or "" if style is not None else ""


def _outline(paragraph: Any) -> bool:
    level = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    return level is not None and (level.get(f"{_W}val") or "9") < "9"


def _is_deleted(paragraph: Any) -> bool:
    """Whether the paragraph and its end are deleted, so that only its insertions would be left."""
    mark = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del")
    texts = paragraph.iter(f"{_W}t")
    return mark is not None and not any(one.text for one in texts)


def _is_deleted_row(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _styles(document: Any) -> Iterator[tuple[str, str, Any]]:
    for style in document.styles.element.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        yield (
            style.get(f"{_W}styleId") or "",
            (name.get(f"{_W}val") or "") if name is not None else "",
            style,
        )


def _heading_styles(document: Any) -> dict[str, bool]:
    """Whether each style is one of headings: by its name, its outline, or what it is based on."""
    found: dict[str, bool] = {}
    based: dict[str, str] = {}
    for identity, name, style in _styles(document):
        parent = style.find(f"{_W}basedOn")
        based[identity] = parent.get(f"{_W}val") or "" if parent is not None else ""
        found[identity] = bool(_HEADING.fullmatch(name)) or _outline(style)
    for identity in list(found):
        at, steps = based.get(identity, ""), 0
        while at in found and not found[identity] and steps < 20:  # noqa: PLR2004
            found[identity] = found[at]
            at, steps = based.get(at, ""), steps + 1
    return found


def _hidden_styles(document: Any) -> set[str]:
    hidden = set()
    for identity, _, style in _styles(document):
        vanish = style.find(f"{_W}rPr/{_W}vanish")
        if vanish is not None and _is_on(vanish):
            hidden.add(identity)
    return hidden


def _notes(document: Any, kind: str) -> dict[str, Any]:
    """The notes of a kind by their identities, without the lines that part them from the text."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
            root: Any = parse_xml(relation.target_part.blob)
            return {
                note.get(f"{_W}id"): note
                for note in root.iter(f"{_W}{kind}")
                if note.get(f"{_W}type") in {None, "normal"}
            }
    return {}
