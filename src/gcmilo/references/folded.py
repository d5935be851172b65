"""A text as the grammar reads it: small letters without accents, in plain characters."""

import unicodedata
from bisect import bisect_right

from gcmilo.references.pattern import Pattern

_PLAIN = {
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "\r": " ",
    "\t": " ",
    "\f": "\n",
    "\v": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""They are marks of footnotes: of ``objective 6²`` the number is 6."""

# Characters that are dropped, or are several characters, and words broken at the end of a line.
_UNEVEN = Pattern(
    r"[-‐\u00ad](?<=[^\W\d_].)[ \t]*\n\s*(?=[^\W\d_])"
    "|[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036fﬀ-ﬆ]"
)


# A line with nothing but the number of a page, in the middle of a sentence.
_PAGE_NUMBER = Pattern(
    r"(?<=[\d,;])\s*\n\s*\n\s*(?:[-–—]\s*)?(?:(?:[Pp]age|p\.|[Pp]ág\.)\s*)?\d{1,3}"
    r"(?:\s*(?:of|sur|de|/)\s*\d{1,3})?(?:\s*[-–—])?\s*\n\s*\n\s*(?=[^\W\d_A-Z])"
    r"|(?<=[,;])\s*\n\s*\n\s*(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?\s*\n\s*\n\s*(?=\d)",
)


# A line break within a paragraph, that is not one within a broken word. Blank lines, items of lists
# and lines of one number keep theirs.
_WRAPPED = Pattern(
    r"\n(?<!\n\n)(?<![^\W\d_][-‐\u00ad]\n)(?<![^\W\d_][-‐\u00ad] \n)"
    r"(?![ \t]*\n|[ \t]*[-*•·–—][ \t]|[ \t]*\d{1,2}[ \t]*(?:\n|$)"
    r"|[ \t]*\(?[a-z]\)[ \t]+[^\W\d_a-z])"
)


class _Folding(dict[int, str]):
    """The plain character of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = plain = _PLAIN.get(char) or _folded(char)
        return plain


def _folded(char: str) -> str:
    if char in _SUPERSCRIPTS:
        return " "
    decomposed = unicodedata.normalize("NFKD", char)
    letters = "".join(one for one in decomposed if not unicodedata.combining(one)).lower()
    if letters.isspace():
        return "\n" if char == "\n" else " "
    return letters if len(letters) == 1 else char


_FOLDING = _Folding()


class Folded:
    """A text for the grammar, ``plain``, and where each of its characters is in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        original = original.replace("\r\n", " \n")
        original = _PAGE_NUMBER.sub(lambda page: " " * len(page[0]), original)
        original = _WRAPPED.sub(" ", original)
        self._starts: list[int] = []
        self._shifts: list[int] = []
        kept: list[str] = []
        end = length = 0
        for uneven in _UNEVEN.finditer(original):
            kept.append(original[end : uneven.start()].translate(_FOLDING))
            length += uneven.start() - end
            ligature = unicodedata.normalize("NFKD", uneven[0]) if "ﬀ" <= uneven[0] <= "ﬆ" else ""
            for char in ligature:
                self._shift(length, uneven.start())
                kept.append(char.lower())
                length += 1
            end = uneven.end()
            self._shift(length, end)
        kept.append(original[end:].translate(_FOLDING))
        self.plain = "".join(kept)

    def _shift(self, at: int, original: int) -> None:
        """Remember that the plain text's character ``at`` is the original's ``original``."""
        self._starts.append(at)
        self._shifts.append(original - at)

    def place(self, at: int) -> int:
        """Return where a character of ``plain`` is in the original."""
        found = bisect_right(self._starts, at) - 1
        if found < 0:
            return at
        return at + self._shifts[found]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters of ``plain`` from start to before end are in the original."""
        return self.place(start), self.place(end - 1) + 1 if end > start else self.place(start)

    def written(self, start: int, end: int) -> str:
        """Return what stands in the original for a part of ``plain``."""
        first, last = self.span(start, end)
        return self.original[first:last]
