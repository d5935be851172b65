"""Titles as people copy them: matched through case, accents, punctuation and small slips."""

import difflib
import re

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import LANGUAGES
from gcmilo.text import fold

_SLIP = 0.9
"""How alike two titles must be to count as the same but for a slip."""
_LIKELY = 0.6
"""How alike a title must be to a known one to be named as what was meant."""
_PREFIX = re.compile(r"^(?:gcm )?(?:objective|objectif|objetivo|obj) ?\d+ |^\d+ ")


@frozen
class TitleMatch:
    """What a title is taken for: the objective it is the title of, or else the one whose title is nearest."""

    same: int | None
    nearest: int | None


class Titles:
    """The titles and short labels of the objectives, in all languages, by their letters alone."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self._numbers = {
            letters_of(text[language]): objective.number
            for objective in crosswalk.objectives
            for text in (objective.title, objective.label)
            for language in LANGUAGES
        }

    def match(self, title: str) -> TitleMatch:
        """Return what a title is taken for."""
        wanted = _PREFIX.sub("", letters_of(title), count=1)
        if wanted in self._numbers:
            return TitleMatch(self._numbers[wanted], self._numbers[wanted])
        close = difflib.get_close_matches(wanted, self._numbers, 1, _LIKELY)
        if not close:
            return TitleMatch(None, None)
        number = self._numbers[close[0]]
        alike = difflib.SequenceMatcher(None, wanted, close[0]).ratio() >= _SLIP
        return TitleMatch(number if alike else None, number)


def letters_of(text: str) -> str:
    """Return the words of a text, folded, without punctuation."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
