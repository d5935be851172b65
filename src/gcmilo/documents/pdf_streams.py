"""The streams of a PDF, unpacked here within limits before the library unpacks them without any."""

import re
import zlib
from collections.abc import Iterator

from gcmilo.errors import InputError
from gcmilo.text import shown

MOST_UNPACKED = 192 * 1024 * 1024
"""The text and fonts of the longest papers unpack to a tenth of this."""
MOST_IN_STREAM = 64 * 1024 * 1024
"""No page is described by more, and a larger one takes minutes."""
MOST_IN_PICTURE = 256 * 1024 * 1024
"""A picture is not unpacked to read text, but the largest posters unpack to less."""
_PIECE = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_BEFORE = 600
"""How many bytes before a stream say what it holds."""
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW)\b")
_OPERATORS = re.compile(rb"(?:\s|^)(?:BT|Tj|TJ|Tf|re|cm|Do|rg)(?:\s|$)")


def check_streams(content: bytes, name: str) -> None:
    """Refuse a PDF whose streams unpack to more than any paper has.

    Raises:
        InputError: they do.
    """
    left = MOST_UNPACKED
    for start, description in _streams(content):
        is_picture = bool(_PICTURE.search(description))
        if len(_TWICE.findall(description)) > 1:
            raise InputError(f"{shown(name)} packs parts of itself twice, and is not read.")
        size, begins = _unpacked(content, start, MOST_IN_PICTURE if is_picture else left)
        if not is_picture or _OPERATORS.search(begins):
            left -= size
            if size > MOST_IN_STREAM or left <= 0:
                raise _too_large(name)
        elif size > MOST_IN_PICTURE:
            raise _too_large(name)


def _streams(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Where each packed stream begins, and what is said of it."""
    for found in _STREAM.finditer(content):
        description = content[max(found.start() - _BEFORE, 0) : found.start()]
        description = description[description.rfind(b" obj") + 1 :]
        if _PACKED.search(description):
            yield found.end(), description


def _unpacked(content: bytes, start: int, most: int) -> tuple[int, bytes]:
    """How large a stream is when unpacked, up to a little more than ``most``, and its beginning."""
    unpacker = zlib.decompressobj()
    size = 0
    begins = b""
    packed = content[start : start + _PIECE]
    at = start + len(packed)
    try:
        while packed and size <= most and not unpacker.eof:
            piece = unpacker.decompress(packed, _PIECE)
            begins = begins or piece[:4096]
            size += len(piece)
            packed = unpacker.unconsumed_tail
            if not packed:
                packed = content[at : at + _PIECE]
                at += len(packed)
    except zlib.error:
        pass  # a damaged stream, of which the library reads as much as is read here
    return size, begins


def _too_large(name: str) -> InputError:
    most = MOST_UNPACKED // 1024 // 1024
    return InputError(
        f"{shown(name)} unpacks to more than {most} MiB, or has a page that is far too large."
    )
