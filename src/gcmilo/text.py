"""What may stand in a text that a terminal, a page or a spreadsheet will show, and how texts are compared."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# C0 and C1 controls, bidirectional controls, separators that break lines, byte order marks, lone surrogates.
_HIDDEN = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"

_MOST_COMPARED = 400
"""A longer text is no slip of a known one, and comparing it would take its time."""


def hidden_character(text: str) -> str | None:
    """Return the name of the first character that must never reach a terminal, as ``U+001B``, or None."""
    if (
        text.isprintable()
    ):  # the pattern has to be compiled, which takes longer than reading most texts
        return None
    found = re.search(_HIDDEN, text)
    return f"U+{ord(found[0]):04X}" if found else None


def shown(text: str, limit: int = 60) -> str:
    """Return a stranger's text as it may stand in a message: quoted, one line, no controls, cut to ``limit``."""
    clean = printable(" ".join(text.split()))
    return f"'{clean if len(clean) <= limit else clean[: limit - 3] + '...'}'"


def printable(text: str) -> str:
    """Return the text with a question mark for each character that must never reach a terminal."""
    return text if text.isprintable() else re.sub(_HIDDEN, "?", text)


def legible(text: str) -> str:
    """Return a text of several lines as ``printable`` does, with its tabs and line breaks kept."""
    return re.sub(_HIDDEN, lambda found: found[0] if found[0] in "\t\n\r" else "?", text)


def fold(text: str) -> str:
    """Return the text without case and accents, full-width forms made plain, white space made single."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(
            character for character in decomposed if not unicodedata.combining(character)
        )
    return " ".join(text.casefold().split())


def nearest(text: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return up to ``most`` of the known spellings that look like the text, best first."""
    if len(text) > _MOST_COMPARED:
        return []
    by_fold = {fold(word): word for word in known}
    return [by_fold[word] for word in difflib.get_close_matches(fold(text), by_fold, most, 0.6)]


def words(value: object) -> str:
    """Return an enumeration's value as words, nothing for None: ``not addressed``."""
    return "" if value is None else str(value).replace("_", " ")


def joined(words: Iterable[object], last: str = "and") -> str:
    """Return the words as a list in a sentence: ``12(a), 13(d) and 14(a)``."""
    *head, tail = [str(word) for word in words] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail
