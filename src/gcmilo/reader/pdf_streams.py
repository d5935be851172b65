"""The streams of a PDF, unpacked here within limits before the library unpacks them without any."""

import re
import zlib

from gcmilo.errors import InputError
from gcmilo.text import shown

MOST_UNPACKED = 192 * 1024 * 1024
"""The text and fonts of the longest papers unpack to a tenth of this."""
MOST_IN_STREAM = 16 * 1024 * 1024
"""No page of text is described by more, and each operator takes memory."""
MOST_IN_PICTURE = 256 * 1024 * 1024
"""A picture is not unpacked to read text, but the largest posters unpack to less."""
MOST_IN_OLD_PACKING = 256 * 1024
"""What was packed in the ways of before 1996 is not unpacked here, and may grow a thousandfold."""
_PIECE = 1024 * 1024
_BEGINS = 4096
_STREAM = re.compile(rb"stream\r?\n")
_BEFORE = 600
"""How many bytes before a stream say what it holds."""
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_OLD_PACKING = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_OPERATORS = re.compile(rb"(?:\s|^)(?:BT|Tj|TJ|Tf|re|cm|Do|rg)(?:\s|$)")


def check_streams(content: bytes, name: str) -> None:
    """Refuse a PDF whose streams unpack to more than any paper has.

    Raises:
        InputError: they do.
    """
    left = MOST_UNPACKED
    for found in _STREAM.finditer(content):
        description = _description(content, found.start())
        if _OLD_PACKING.search(description):
            _check_length(content, found.end(), name)
        is_picture = bool(_PICTURE.search(description))
        size, begins = _unpacked(content, found.end(), MOST_IN_PICTURE if is_picture else left)
        if _unpacked(begins, 0, _BEGINS)[0] >= _BEGINS:
            raise InputError(f"{shown(name)} packs parts of itself twice, and is not read.")
        if not is_picture or _OPERATORS.search(begins):
            left -= size
            if size > MOST_IN_STREAM or left <= 0:
                raise _too_large(name)
        elif size > MOST_IN_PICTURE:
            raise _too_large(name)


def _description(content: bytes, start: int) -> bytes:
    """What is said of a stream, with the names in plain letters."""
    description = content[max(start - _BEFORE, 0) : start]
    description = description[description.rfind(b" obj") + 1 :]
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), description)


def _check_length(content: bytes, start: int, name: str) -> None:
    end = content.find(b"endstream", start, start + MOST_IN_OLD_PACKING)
    if end < 0:
        raise InputError(f"{shown(name)} is packed in an old way that is not read.")


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
            begins = begins or piece[:_BEGINS]
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
