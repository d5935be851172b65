"""Titles as people copy them: matched through case, accents, punctuation and small slips."""

import difflib
import re

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import LANGUAGES
from gcmilo.text import fold

# How alike two titles are is a ratio from 0 to 1, as difflib gives it.
_SAME = 0.9
"""From here on, two titles count as the same but for a slip."""
_NEAR = 0.6
"""From here on, a known title is suggested as what was meant."""
_PREFIX = re.compile(r"^(?:gcm )?(?:objective|objectif|objetivo|obj) ?\d+ |^\d+ ")


@frozen
class TitleMatch:
    """The numbers of the objective that has a title, and of the one whose title is nearest.

    Either is None where there is none; an objective that has the title is also the nearest.
    """

    same: int | None
    nearest: int | None


class Titles:
    """The titles and short labels of the objectives, in all languages, by their words alone."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self._numbers = {
            _words(text[language]): objective.number
            for objective in crosswalk.objectives
            for text in (objective.title, objective.label)
            for language in LANGUAGES
        }

    def match(self, title: str) -> TitleMatch:
        """Return which objective has the title, and which has the nearest."""
        wanted = _PREFIX.sub("", _words(title), count=1)
        if wanted in self._numbers:
            number = self._numbers[wanted]
            return TitleMatch(number, number)
        close = difflib.get_close_matches(wanted, self._numbers, 1, _NEAR)
        if not close:
            return TitleMatch(None, None)
        number = self._numbers[close[0]]
        same = difflib.SequenceMatcher(None, wanted, close[0]).ratio() >= _SAME
        return TitleMatch(number if same else None, number)


def _words(text: str) -> str:
    """The words of a text, folded, without punctuation."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
