"""A document's file read into text: plain text, or PDF with the extra ``gcmilo[pdf]``."""

import hashlib
import logging
from pathlib import Path

from gcmilo.errors import SourceError
from gcmilo.frozen import frozen
from gcmilo.text import printable, shown

MOST_BYTES = 64 * 1024 * 1024


@frozen
class SourceFile:
    """A document's text, and the sha256 of the file it was read from."""

    text: str
    sha256: str


def read_source(path: str | Path) -> SourceFile:
    """Return the text of a document.

    Raises:
        SourceError: the file cannot be read as text or PDF.
    """
    path = Path(path)
    try:
        if not path.is_file():
            raise SourceError(f"{shown(str(path))} is no file.")
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(f"{shown(str(path))} is larger than {MOST_BYTES // 1024 // 1024} MiB.")
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{shown(str(path))} cannot be read: {error.strerror}.") from None
    text = _pdf_text(path) if content.startswith(b"%PDF-") else _plain_text(content, path)
    return SourceFile(text, hashlib.sha256(content).hexdigest())


def _plain_text(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(f"{shown(str(path))} is neither UTF-8 text nor PDF.") from None


def _pdf_text(path: Path) -> str:
    """The text of a PDF with its layout kept: the columns of a table stand apart, a page begins with a form feed."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise SourceError("Reading a PDF needs an extra: pip install 'gcmilo[pdf]'.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every oddity on stderr
    try:
        pages = [page.extract_text(extraction_mode="layout") for page in PdfReader(path).pages]
    except Exception as error:  # noqa: BLE001 - a damaged PDF makes pypdf raise almost anything
        reason = printable(" ".join(str(error).split()))
        raise SourceError(f"{shown(str(path))} is no PDF that can be read: {reason or type(error).__name__}.") from None
    return "\n\f".join(pages)
