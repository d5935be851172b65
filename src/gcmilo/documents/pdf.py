"""PDF: the text of each page with its columns kept."""

import io
import logging

from gcmilo.documents.layout import parts_of
from gcmilo.documents.pieces import Reading
from gcmilo.errors import InputError
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable, shown


def read_pdf(content: bytes, name: str, report: ProgressCallback) -> Reading:
    """Return the pieces and tables of a PDF.

    Raises:
        InputError: it cannot be read.
    """
    pages = _page_texts(content, name, report)
    parts = parts_of([page.split("\n") for page in pages], is_paged=True)
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    notes = [(f"page {number}", "the page has no text; it may be scanned") for number in empty]
    return Reading(tuple(parts), tuple(notes), len(pages))


def layout_text(
    content: bytes, name: str = "the PDF", report: ProgressCallback = no_progress
) -> str:
    """Return the text of a PDF, columns kept, with a form feed before each page but the first.

    Raises:
        InputError: it cannot be read.
    """
    return "\n\f".join(_page_texts(content, name, report))


def _page_texts(content: bytes, name: str, report: ProgressCallback) -> list[str]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise InputError("Reading a PDF needs an extra: pip install 'gcmilo[office]'.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity on stderr
    try:
        pages = PdfReader(io.BytesIO(content)).pages
        texts = []
        for number, page in enumerate(pages):
            report(f"Reading {name}", number, len(pages))
            texts.append(page.extract_text(extraction_mode="layout"))
    except Exception as error:  # noqa: BLE001 - a damaged PDF makes pypdf raise almost anything
        reason = printable(" ".join(str(error).split())) or type(error).__name__
        raise InputError(f"{shown(name)} is no PDF that can be read: {reason}.") from None
    return texts
