"""PDF: the text of each page with its columns kept, as lines of characters of one width."""

from collections.abc import Iterator
from typing import Any

from gcmilo.errors import InputError
from gcmilo.progress import ProgressCallback
from gcmilo.reader.layout import parts_of
from gcmilo.reader.lines import Line
from gcmilo.reader.pdf_forms import check_forms
from gcmilo.reader.pdf_page import Run, on_one_grid, runs_of
from gcmilo.reader.pdf_streams import check_streams
from gcmilo.reader.pieces import Reading
from gcmilo.text import joined, shown

MOST_PAGES = 2_000
"""A longer document is no paper about migration, and takes a minute to read."""
MOST_CHARACTERS = 2_000_000
"""What is read in about ten seconds, and more than a book holds."""
_MOST_NAMED = 10
"""How many pages a note names."""


def read_pdf(content: bytes, name: str, report: ProgressCallback) -> Reading:
    """Return the pieces and tables of a PDF.

    Raises:
        InputError: it cannot be read, is protected by a password, or too large.
    """
    pages = pages_of(content, name, report)
    parts = parts_of(pages, is_paged=True)
    empty = [number for number, page in enumerate(pages, 1) if not page]
    notes = [(_named(empty, len(pages)), "without text; if scanned, it needs recognition")]
    return Reading(tuple(parts), tuple(notes) if empty else (), len(pages))


def _named(pages: list[int], whole: int) -> str:
    if len(pages) == whole:
        return "all pages"
    if len(pages) == 1:
        return f"page {pages[0]}"
    named: list[object] = list(pages[:_MOST_NAMED])
    more = len(pages) - _MOST_NAMED
    return f"pages {joined([*named, f'{more} more'] if more > 0 else named)}"


def pages_of(content: bytes, name: str, report: ProgressCallback) -> list[list[Line]]:
    """The lines of each page."""
    try:
        import pypdfium2
    except ImportError:
        raise InputError("Reading a PDF needs an extra: pip install 'gcmilo[office]'.") from None
    check_streams(content, name)
    check_forms(content, name)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(name, str(error)) from None
    try:
        return on_one_grid(list(_runs(document, name, report)))
    finally:
        document.close()


def _runs(document: Any, name: str, report: ProgressCallback) -> Iterator[list[Run]]:
    number = len(document)
    if number > MOST_PAGES:
        raise InputError(
            f"{shown(name)} has {number:,} pages; at most {MOST_PAGES:,} pages are read."
        )
    if number == 0:
        raise InputError(f"{shown(name)} is a PDF without pages.")
    characters = 0
    for index in range(number):
        report(f"Reading {name}", index, number)
        runs = _runs_of_page(document, index)
        characters += sum(len(run.text) for run in runs)
        if characters > MOST_CHARACTERS:
            raise InputError(
                f"{shown(name)} has more than {MOST_CHARACTERS:,} characters, and no more are read."
            )
        yield runs


def _runs_of_page(document: Any, index: int) -> list[Run]:
    """The runs of a page; none of a page that is damaged, which is then said to have no text."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return []
    try:
        return runs_of(page, MOST_CHARACTERS)
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def _refusal(name: str, error: str) -> InputError:
    if "password" in error.lower():
        return InputError(f"{shown(name)} is protected by a password; save it without one.")
    return InputError(f"{shown(name)} is no PDF that can be read; it is damaged or not whole.")
