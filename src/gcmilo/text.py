"""Texts: which characters may be shown, and how texts are compared and joined."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# C0 and C1 controls, bidirectional controls, separators that break lines, byte order marks,
# lone surrogates. In untrusted input they could rewrite a terminal's screen or reorder a line.
_HIDDEN = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"

_MOST_COMPARED = 400
"""A longer text is no misspelling of a known one, and comparing it would be slow."""


def hidden_character(text: str) -> str | None:
    """Return the first character that must never reach a terminal, as ``U+001B``, or None."""
    if text.isprintable():  # saves compiling the pattern, which takes longer than most texts
        return None
    found = re.search(_HIDDEN, text)
    return f"U+{ord(found[0]):04X}" if found else None


def shown(text: str, limit: int = 60) -> str:
    """Return untrusted input for a message: quoted, in one line, printable, cut to ``limit``."""
    clean = printable(" ".join(text.split()))
    if len(clean) > limit:
        clean = clean[: limit - 3] + "..."
    return f"'{clean}'"


def printable(text: str) -> str:
    """Return the text with ``?`` for each character that must never reach a terminal."""
    return text if text.isprintable() else re.sub(_HIDDEN, "?", text)


def legible(text: str) -> str:
    """Return a text of several lines as ``printable`` does, but keep tabs and line breaks."""
    return re.sub(_HIDDEN, lambda found: found[0] if found[0] in "\t\n\r" else "?", text)


def fold(text: str) -> str:
    """Return the text without case, accents, full-width forms and repeated white space."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


def nearest(text: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return up to ``most`` of the known spellings that look like the text, best first."""
    if len(text) > _MOST_COMPARED:
        return []
    by_fold = {fold(word): word for word in known}
    close = difflib.get_close_matches(fold(text), by_fold, most)
    return [by_fold[word] for word in close]


def closest(text: str, known: Iterable[str]) -> str | None:
    """Return the known spelling that looks most like the text, or None where none does."""
    close = nearest(text, known)
    return close[0] if close else None


def words(value: object) -> str:
    """Return an enumeration's value as words, ``not addressed``, or "" for None."""
    return "" if value is None else str(value).replace("_", " ")


def status_words(status: object) -> str:
    """Return the status of an objective as words; one without a status was not assessed."""
    return words(status) or "not assessed"


def joined(items: Iterable[object], last: str = "and") -> str:
    """Return the items as a list in a sentence: ``12(a), 13(d) and 14(a)``."""
    texts = [str(item) for item in items]
    if not texts:
        return ""
    *others, final = texts
    return f"{', '.join(others)} {last} {final}" if others else final
