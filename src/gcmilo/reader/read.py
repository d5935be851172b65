"""A file of any usual form, from a path or stdin, as a document."""

import hashlib
from pathlib import Path, PurePath

from gcmilo.errors import InputError
from gcmilo.files import display_name, read_bytes
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader.decoding import text_of
from gcmilo.reader.document import Document, NotRead
from gcmilo.reader.forms import binary_form, text_form
from gcmilo.reader.limits import MOST_LINES_OF_ROWS
from gcmilo.reader.lines import Line, spaced
from gcmilo.reader.pieces import Reading
from gcmilo.reader.places import placed
from gcmilo.text import printable, shown

_DELIMITED = frozenset([".csv", ".tsv", ".tab", ".psv"])
_MARKDOWN = frozenset([".md", ".markdown", ".mdown", ".mkd"])


def read_document(
    path: str | Path,
    report: ProgressCallback = no_progress,
    *,
    delimiter: str | None = None,
    is_table: bool = False,
) -> Document:
    """Return what a file, or stdin for ``-``, holds, and report how far it is read.

    The first bytes decide which form it has. ``delimiter`` is what parts the cells of plain text,
    a character or one of the words comma, semicolon, tab and bar. ``is_table`` says that a table
    is wanted: plain text that has none is one of one column.

    Raises:
        InputError: it cannot be read.
        MalformedQuery: the delimiter is none.
    """
    name = display_name(path)
    content = read_bytes(path, report)
    document = read_content(content, name, report, delimiter=delimiter)
    if is_table and document.kind == "text" and not document.tables:
        return read_content(content, name, report, delimiter="comma")
    return document


def read_content(
    content: bytes,
    name: str,
    report: ProgressCallback = no_progress,
    *,
    delimiter: str | None = None,
) -> Document:
    """Return what the content of a file holds; ``name`` is what messages call it.

    Raises:
        InputError: it cannot be read.
        MalformedQuery: the delimiter is none.
    """
    kind, reading = _reading(content, name, report, delimiter)
    return Document(
        name=printable(name),
        kind=kind,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=reading.pages,
        parts=placed(reading.parts),
        not_read=tuple(NotRead(place, text) for place, text in reading.not_read),
    )


def pages_of(
    content: bytes, name: str, report: ProgressCallback = no_progress
) -> list[list[Line]] | None:
    """Return the lines of each page of plain text and PDF, their columns kept; None for others.

    Raises:
        InputError: it cannot be read.
    """
    form = binary_form(content, name)
    if form == "pdf":
        from gcmilo.reader import pdf

        return [spaced(page) for page in pdf.pages_of(content, name, report)]
    if form is not None:
        return None
    text = text_of(content, name)
    if text_form(text, name):
        return None
    from gcmilo.reader import text as plain

    return plain.pages_of(text)


def _reading(
    content: bytes, name: str, report: ProgressCallback, delimiter: str | None
) -> tuple[str, Reading]:
    form = binary_form(content, name)
    if form is None:
        return _text_reading(content, name, delimiter)
    if form == "pdf":
        from gcmilo.reader.pdf import read_pdf

        return form, read_pdf(content, name, report)
    if form == "xls":
        from gcmilo.reader.workbook import read_xls

        return form, read_xls(content, name)
    from gcmilo.reader.archive import Archive, archive_form

    archive = Archive(content, name)
    form = archive_form(archive)
    if form == "docx":
        from gcmilo.reader.word import read_word

        return form, read_word(archive)
    from gcmilo.reader.workbook import read_workbook

    return form, read_workbook(archive, form)


def _text_reading(content: bytes, name: str, delimiter: str | None) -> tuple[str, Reading]:
    from gcmilo.reader.delimited import delimiter_of, read_delimited

    text = text_of(content, name)
    if text.count("\n") > MOST_LINES_OF_ROWS:
        raise InputError(f"{shown(name)} has more than {MOST_LINES_OF_ROWS:,} lines.")
    if delimiter is not None:
        return "csv", read_delimited(text, name, delimiter_of(delimiter))
    if text_form(text, name):
        from gcmilo.reader.html import read_html

        return "html", read_html(content, name)
    form = _plain_form(text, PurePath(name).suffix.lower())
    if form == "csv":
        return form, read_delimited(text, name, None)
    if form == "markdown":
        from gcmilo.reader.markdown import read_markdown

        return form, read_markdown(text, name)
    from gcmilo.reader.text import read_text

    return form, read_text(text, name)


def _plain_form(text: str, suffix: str) -> str:
    """Which form of plain text it is: what it holds decides, and then its suffix."""
    from gcmilo.reader.delimited import is_delimited
    from gcmilo.reader.markdown import is_markdown

    if is_markdown(text):
        return "markdown"
    if is_delimited(text, expected=suffix in _DELIMITED):
        return "csv"
    return "markdown" if suffix in _MARKDOWN else "text"
