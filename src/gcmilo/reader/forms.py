"""Which form a file has: its first bytes decide, and between plain texts what they hold."""

import re

from gcmilo.errors import InputError
from gcmilo.text import shown

READ = "text, CSV, Markdown, HTML, PDF, .docx, .xlsx, .xls and .ods"
"""The forms that are read, as messages say it."""
_PDF_WITHIN = 1024
"""Readers of PDF allow its mark within these first bytes."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"{\\rtf": "a Rich Text file; save it as .docx",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"RIFF": "a picture or a recording",
    b"\x1f\x8b": "a packed file; unpack it",
    b"7z\xbc\xaf": "a packed file; unpack it",
    b"Rar!": "a packed file; unpack it",
    b"BZh": "a packed file; unpack it",
    b"\xfd7zXZ": "a packed file; unpack it",
    b"SQLite format 3": "a database",
    b"%!PS": "a PostScript file; print it to PDF",
    b"\x7fELF": "a program",
    b"bplist": "a property list",
}
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--.{0,2000}?-->)*"
    r"<(?:!doctype\s+html|html|head|body|table|div|meta|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_OFFICE = re.compile(
    r"\s*<\?xml.{0,400}?<(?:office:document|Workbook|pkg:package)\b", re.DOTALL
)


def binary_form(content: bytes, name: str) -> str | None:
    """Return the kind of a file that is no plain text: pdf, xls, or zip; None for text.

    Raises:
        InputError: it is of a form that is not read.
    """
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    if content.startswith(_OLE):
        return _ole_form(content, name)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if content.startswith((b"\x09\x08", b"\x09\x04\x06\0", b"\x09\0\x04\0")):
        raise not_read(name, "an Excel file of before 1997; save it as .xlsx")
    for mark, what in _OTHERS.items():
        if content.startswith(mark):
            raise not_read(name, what)
    return None


def _ole_form(content: bytes, name: str) -> str:
    """The kind of a file of Office before 2007, or of an encrypted one of today."""
    if _holds(content, "EncryptedPackage") or _holds(content, "EncryptionInfo"):
        raise InputError(f"{shown(name)} is protected by a password; save it without one.")
    if _holds(content, "WordDocument"):
        raise not_read(name, "an old Word file; save it as .docx")
    if _holds(content, "PowerPoint Document"):
        raise not_read(name, "a presentation; save it as PDF")
    if _holds(content, "Workbook") or _holds(content, "Book"):
        return "xls"
    raise not_read(name, "an old Office file of an unknown kind, or damaged")


def _holds(content: bytes, stream: str) -> bool:
    return (stream + "\0").encode("utf-16-le") in content


def text_form(text: str, name: str) -> str | None:
    """Return html for a text that is one, None for any other.

    Raises:
        InputError: it is an office file written as XML.
    """
    start = text[:8000].lstrip("\ufeff")
    if _FLAT_OFFICE.match(start):
        raise not_read(name, "an office file written as XML; save it as .docx, .xlsx or .ods")
    return "html" if _HTML.match(start) else None


def not_read(name: str, what: str) -> InputError:
    """Return the refusal of a form that is not read; ``what`` says what it is."""
    return InputError(f"{shown(name)} is {what}; {READ} are read.")
