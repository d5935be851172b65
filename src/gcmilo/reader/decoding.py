"""The characters of a text: UTF-8, UTF-16 with or without a mark, Windows-1252."""

from gcmilo.errors import InputError
from gcmilo.files import decoded
from gcmilo.text import shown

_LOOKED_AT = 4_000
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def text_of(content: bytes, name: str) -> str:
    """Return a file as text, with the line ends of Unix and without a mark before it.

    Raises:
        InputError: it is no text.
    """
    coding = _unmarked_utf_16(content)
    try:
        text = content.decode(coding) if coding else decoded(content, name)
    except UnicodeDecodeError:
        raise _no_text(name) from None
    if "\0" in text:
        raise _no_text(name)
    if not text.strip("\ufeff \t\r\n\f"):
        raise InputError(f"{shown(name)} is empty.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.lstrip("\ufeff")


def _unmarked_utf_16(content: bytes) -> str | None:
    """The coding of UTF-16 without a mark: most characters of it have a zero byte at one side."""
    start = content[:_LOOKED_AT]
    if start.startswith(_MARKS) or len(start) < 4 or len(content) % 2:  # noqa: PLR2004
        return None
    high, low = start[0::2], start[1::2]
    if low.count(0) > len(low) * 0.6 and not high.count(0):
        return "utf-16-le"
    if high.count(0) > len(high) * 0.6 and not low.count(0):
        return "utf-16-be"
    return None


def _no_text(name: str) -> InputError:
    return InputError(f"{shown(name)} is no text in UTF-8, UTF-16 or Windows-1252.")
