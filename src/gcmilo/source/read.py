"""A document's file read into text: plain text, or PDF with the extra ``gcmilo[pdf]``."""

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
    """A document's text, and the sha256 of the file it was read from."""

    text: str
    sha256: str


def read_source(path: str | Path, report: ProgressCallback = no_progress) -> SourceFile:
    """Return the text of a document, or of stdin for ``-``. Reports how far the pages of a PDF are read.

    Raises:
        InputError: the file cannot be read as text or PDF.
    """
    content = read_bytes(path, report)
    text = _pdf_text(content, path, report) if content.startswith(b"%PDF-") else decoded(content, path)
    return SourceFile(text, hashlib.sha256(content).hexdigest())


def _pdf_text(content: bytes, path: str | Path, report: ProgressCallback) -> str:
    """The text of a PDF with its layout kept: the columns of a table stand apart, a page begins with a form feed."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise InputError("Reading a PDF needs an extra: pip install 'gcmilo[pdf]'.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every oddity on stderr
    try:
        texts = []
        for number, page in enumerate(pages := PdfReader(io.BytesIO(content)).pages):
            report(f"Reading {display_name(path)}", number, len(pages))
            texts.append(page.extract_text(extraction_mode="layout"))
    except Exception as error:  # noqa: BLE001 - a damaged PDF makes pypdf raise almost anything
        reason = printable(" ".join(str(error).split()))
        name = shown(display_name(path))
        raise InputError(f"{name} is no PDF that can be read: {reason or type(error).__name__}.") from None
    return "\n\f".join(texts)
