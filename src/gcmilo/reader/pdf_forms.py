"""The parts of a PDF that draw one another, which may do so without end."""

import re
import zlib

from gcmilo.errors import InputError
from gcmilo.text import shown

MOST_DRAWN = 100_000
"""No page draws as many parts, and each takes time."""
_MOST_DEPTH = 60
"""The library follows parts within parts to a smaller depth than this."""
_MOST_CONTENT = 1024 * 1024
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+R\b")
_STREAM = re.compile(rb"stream\r?\n")
_DRAWS = re.compile(rb"\bDo\b")
_MOST_DESCRIPTION = 5_000


def check_forms(content: bytes, name: str) -> None:
    """Refuse a PDF of which a part draws others, and they others, until there are too many.

    Raises:
        InputError: a part does.
    """
    forms = _Forms(content)
    if any(forms.drawn(number, 0) > MOST_DRAWN for number in forms.calls):
        raise InputError(f"{shown(name)} draws more than {MOST_DRAWN:,} parts within one another.")


class _Forms:
    """How often each object draws others, and which it refers to."""

    def __init__(self, content: bytes) -> None:
        self.calls: dict[int, int] = {}
        self.references: dict[int, list[int]] = {}
        self.known: dict[int, int] = {}
        for found in _OBJECT.finditer(content):
            self._read(content, int(found[1]), found.end())

    def _read(self, content: bytes, number: int, start: int) -> None:
        description = content[start : start + _MOST_DESCRIPTION]
        description = description.partition(b"endobj")[0]
        stream = _STREAM.search(description)
        if stream:
            begin = start + stream.end()
            description = description[: stream.start()]
            self.calls[number] = len(_DRAWS.findall(_unpacked(content, begin)))
        self.references[number] = [int(one) for one in _REFERENCE.findall(description)]

    def drawn(self, number: int, depth: int) -> int:
        """How many parts an object draws, those within them included, up to too many."""
        if number in self.known:
            return self.known[number]
        if depth > _MOST_DEPTH:
            return 0
        self.known[number] = 0  # what draws itself is drawn once
        calls = self.calls.get(number, 1)
        most = 0
        if calls:
            within = [self.drawn(one, depth + 1) for one in self.references.get(number, [])]
            most = max(within, default=0)
        own = calls if number in self.calls else 0
        self.known[number] = min(own + calls * most, MOST_DRAWN + 1)
        return self.known[number]


def _unpacked(content: bytes, start: int) -> bytes:
    packed = content[start : start + _MOST_CONTENT]
    try:
        return zlib.decompressobj().decompress(packed, _MOST_CONTENT)
    except zlib.error:
        return packed.partition(b"endstream")[0]
