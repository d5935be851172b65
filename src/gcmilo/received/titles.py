"""Titles as people copy them: matched through case, accents, punctuation and small slips."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import LANGUAGES
from gcmilo.text import fold

# How alike two titles are is a ratio from 0 to 1, as difflib gives it.
_SAME = 0.9
"""From here on, two titles count as the same but for a slip."""
_NEAR = 0.6
"""From here on, a known title is suggested as what was meant."""
_SHARED = 0.5
"""Only titles that share this part of their beginnings of words are compared letter by letter."""
_BEGINNING = 4
"""How many letters of a word are its beginning, so that a slip further on does not hide it."""
_LONGEST = 400
"""A longer text is no title, and comparing it would be slow."""


@frozen
class TitleMatch:
    """The numbers of the objective that has a title, and of the one whose title is nearest.

    Either is None where there is none; an objective that has the title is also the nearest.
    ``language`` is that of the nearest; ``is_full`` says that it is no short label.
    """

    same: int | None = None
    nearest: int | None = None
    language: str | None = None
    is_full: bool = False


_UNKNOWN = TitleMatch()


_CUT = ("…", "...")
"""What a title ends with that was cut short."""


class Titles:
    """The titles and short labels of the objectives, in all languages, by their words alone.

    What was matched once is remembered, because tables repeat their titles.
    """

    def __init__(self, crosswalk: Crosswalk) -> None:
        self._known: dict[str, TitleMatch] = {}
        for objective in crosswalk.objectives:
            for language in LANGUAGES:
                for text in (objective.label, objective.title):
                    is_full = text is objective.title
                    match = TitleMatch(objective.number, objective.number, language, is_full)
                    self._known[plain(text[language])] = match
        self._beginnings = {known: _beginnings(known) for known in self._known}
        self._by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        for known, beginnings in self._beginnings.items():
            for beginning in beginnings:
                self._by_beginning[beginning].append(known)
        self._matched: dict[str, TitleMatch] = {}

    def match(self, title: str) -> TitleMatch:
        """Return which objective has the title, and which has the nearest."""
        if title not in self._matched:
            is_cut = title.rstrip().endswith(_CUT)
            self._matched[title] = (is_cut and self._cut(plain(title))) or self._match(plain(title))
        return self._matched[title]

    def _cut(self, wanted: str) -> TitleMatch | None:
        """The title of which only the beginning is there, if no other begins so."""
        whole = [known for known in self._known if known.startswith(f"{wanted} ")]
        return self._known[whole[0]] if len(whole) == 1 else None

    def _match(self, wanted: str) -> TitleMatch:
        if wanted in self._known:
            return self._known[wanted]
        if len(wanted) > _LONGEST:
            return _UNKNOWN
        close = difflib.get_close_matches(wanted, self._sharing(wanted), 1, _NEAR)
        if not close:
            return _UNKNOWN
        known = self._known[close[0]]
        ratio = difflib.SequenceMatcher(None, wanted, close[0]).ratio()
        return known if ratio >= _SAME else TitleMatch(None, known.nearest, known.language)

    def _sharing(self, wanted: str) -> list[str]:
        """The known titles that share enough beginnings of words with a text to be compared."""
        beginnings = _beginnings(wanted)
        shared = Counter[str]()
        for beginning in beginnings:
            shared.update(self._by_beginning.get(beginning, ()))
        return [
            known
            for known, count in shared.items()
            if 2 * count >= _SHARED * (len(beginnings) + len(self._beginnings[known]))
        ]


def language_of(matches: Iterable[TitleMatch]) -> str | None:
    """Return the language that most titles are in, None where none is known."""
    counts = Counter(match.language for match in matches if match.language)
    return max(counts, key=counts.__getitem__) if counts else None


def plain(text: str) -> str:
    """Return the words of a text, folded, with a space between, without punctuation."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _beginnings(words: str) -> set[str]:
    return {word[:_BEGINNING] for word in words.split()}
