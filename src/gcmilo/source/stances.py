"""What the words of strength of each stance look like in English."""

import re

from gcmilo.model import Stance

_STANCES = {
    Stance.TAKES_UP: re.compile(r"reference|influenced|testify|uptake|takes? up|draws? on", re.IGNORECASE),
    Stance.LIMITS: re.compile(r"\blimits?\b|\bnarrows?\b|\bweakens?\b", re.IGNORECASE),
    Stance.QUALIFIED: re.compile(r"\bnot a\b|\bonly\b|\bexcept\b", re.IGNORECASE),
    Stance.NOT_INCLUDED: re.compile(r"\bnot (?:directly )?included\b|\boutside\b", re.IGNORECASE),
}


def stance_of(wording: str) -> Stance:
    """Return the stance that words of strength show; what shows no other, or no words at all, supports."""
    return next((stance for stance, look in _STANCES.items() if look.search(wording)), Stance.SUPPORTS)


def stances_in(sentence: str) -> list[Stance]:
    """Return the stances other than supports that a sentence shows."""
    return [stance for stance, look in _STANCES.items() if look.search(sentence)]
