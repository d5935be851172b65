"""A stretch of a document's text, compared without regard to how it was extracted."""

import re
from functools import cached_property, lru_cache

from gcmilo.text import fold

_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None})
_BROKEN = re.compile(r"(?<=\w)- (?=\w)")
_SENTENCE_END = re.compile(r"(?:(?<=[\w)\"'][.?!])|(?<=[.?!][\"']))\s+(?:\d{1,2}\s+)?(?=[A-Z\"])")

LONG, STEM = 4, 6
"""A longer word has at least LONG letters, and is compared by its first STEM, so that its ending does not matter."""
_MOST = 0.6


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, folded, without what is between them."""
    return tuple(_WORD.findall(fold(text.translate(_PLAIN))))


class Passage:
    """A stretch of text. Line breaks, hyphens, quotation marks, case and accents do not matter to what it holds."""

    def __init__(self, text: str) -> None:
        self.text = _BROKEN.sub("-", " ".join(text.translate(_PLAIN).split()))

    @cached_property
    def sentences(self) -> "tuple[Passage, ...]":
        """The sentences of the passage."""
        return tuple(Passage(sentence) for sentence in _SENTENCE_END.split(self.text) if sentence)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words and numbers of the passage, folded."""
        return words_of(self.text)

    @cached_property
    def _letters(self) -> tuple[str, frozenset[int]]:
        """The passage without anything between its words, and where its words begin and end."""
        bounds = [0]
        for word in self.words:
            bounds.append(bounds[-1] + len(word))
        return "".join(self.words), frozenset(bounds)

    def holds(self, phrase: str) -> bool:
        """Return whether the words of the phrase stand in the passage one after another."""
        letters, bounds = self._letters
        wanted = "".join(words_of(phrase))
        start = letters.find(wanted)
        while start >= 0:
            if start in bounds and start + len(wanted) in bounds:
                return bool(wanted)
            start = letters.find(wanted, start + 1)
        return False

    def holds_most(self, phrase: str) -> bool:
        """Return whether most of the phrase's longer words stand in the passage, whatever their order and ending."""
        stems = {word[:STEM] for word in self.words}
        wanted = [word[:STEM] for word in words_of(phrase) if len(word) >= LONG]
        return bool(wanted) and sum(stem in stems for stem in wanted) >= _MOST * len(wanted)

    def ends_with(self, phrase: str) -> bool:
        """Return whether the words of the phrase are the last of the passage."""
        return self._letters[0].endswith("".join(words_of(phrase)))
