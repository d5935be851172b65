"""The source's file read into text: plain text, or PDF with the extra ``gcmilo[pdf]``."""

import hashlib
import io
import logging
from pathlib import Path

from gcmilo.errors import InputError
from gcmilo.files import decoded, display_name, read_bytes
from gcmilo.frozen import frozen
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable, shown


@frozen
class SourceFile:
    """The text of a file, and the sha256 of the file in hexadecimal digits."""

    text: str
    sha256: str


def read_source(path: str | Path, report: ProgressCallback = no_progress) -> SourceFile:
    """Return the text of the source in a file, or in stdin for ``-``.

    Reports how far the pages of a PDF are read.

    Raises:
        InputError: the file cannot be read as text or PDF.
    """
    content = read_bytes(path, report)
    is_pdf = content.startswith(b"%PDF-")
    text = _pdf_text(content, path, report) if is_pdf else decoded(content, path)
    return SourceFile(text, hashlib.sha256(content).hexdigest())


def _pdf_text(content: bytes, path: str | Path, report: ProgressCallback) -> str:
    """The text of a PDF, with a form feed before each page but the first.

    Its layout is kept, because the column of a mark in the appendix says what the mark means.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        raise InputError("Reading a PDF needs an extra: pip install 'gcmilo[pdf]'.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity on stderr
    name = display_name(path)
    try:
        pages = PdfReader(io.BytesIO(content)).pages
        texts = []
        for number, page in enumerate(pages):
            report(f"Reading {name}", number, len(pages))
            texts.append(page.extract_text(extraction_mode="layout"))
    except Exception as error:  # noqa: BLE001 - a damaged PDF makes pypdf raise almost anything
        reason = printable(" ".join(str(error).split())) or type(error).__name__
        raise InputError(f"{shown(name)} is no PDF that can be read: {reason}.") from None
    return "\n\f".join(texts)
