"""A passage of the source, compared without regard to how its text was extracted."""

import re
from functools import cached_property, lru_cache

from gcmilo.references.sentences import sentence_spans
from gcmilo.text import fold

_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None}
)
_BROKEN = re.compile(r"(?<=\w)- (?=\w)")
_FOOTNOTE_MARK = re.compile(r"^\d{1,2}\s+(?=[^\W\d_]|[\"“«])")
"""After a stop, the number of a footnote may be printed before the next sentence begins."""

_LONG = 4
"""How many letters a longer word has; shorter ones are mostly "the", "of" and their like."""
_STEM = 6
"""How many letters of a longer word are compared, so that its ending does not matter."""
_MOST = 0.6
"""The share of the longer words that is most of them."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, folded, without what is between them."""
    return tuple(_WORD.findall(fold(text.translate(_PLAIN))))


def stem(word: str) -> str:
    """Return the beginning of a folded word, which its ending does not change."""
    return word[:_STEM]


def stems_of(phrase: str) -> list[str]:
    """Return the stems of the longer words of a phrase."""
    return [stem(word) for word in words_of(phrase) if len(word) >= _LONG]


class Passage:
    """A passage of text.

    Line breaks, hyphens, quotation marks, case and accents do not matter to what it holds.
    ``lines`` is the text as it was extracted, ``text`` is it in one line.
    """

    def __init__(self, text: str) -> None:
        self.lines = text
        self.text = _BROKEN.sub("-", " ".join(text.translate(_PLAIN).split()))

    @cached_property
    def sentences(self) -> "tuple[Passage, ...]":
        """The sentences of the passage."""
        sentences = [self.lines[start:end] for start, end in sentence_spans(self.lines)]
        later = [_FOOTNOTE_MARK.sub("", sentence) for sentence in sentences[1:]]
        return tuple(Passage(sentence) for sentence in (*sentences[:1], *later))

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
        """Return whether the words of the phrase follow one another in the passage."""
        # Letters are compared, because a word that was broken at the end of a line is two here.
        letters, bounds = self._letters
        wanted = "".join(words_of(phrase))
        start = letters.find(wanted)
        while start >= 0:
            if start in bounds and start + len(wanted) in bounds:
                return bool(wanted)
            start = letters.find(wanted, start + 1)
        return False

    def holds_most(self, phrase: str) -> bool:
        """Return whether most of the phrase's longer words are in the passage.

        Their order and endings do not matter.
        """
        stems = {stem(word) for word in self.words}
        wanted = stems_of(phrase)
        found = [one for one in wanted if one in stems]
        return bool(wanted) and len(found) >= _MOST * len(wanted)

    def ends_with(self, phrase: str) -> bool:
        """Return whether the words of the phrase are the last of the passage."""
        return self._letters[0].endswith("".join(words_of(phrase)))
