"""What the words of strength of each stance look like in English."""

import re

from gcmilo.model import Stance

# The order counts: words that show several stances have the first.
_PATTERNS = {
    Stance.TAKES_UP: r"reference|influenced|testify|uptake|takes? up|draws? on",
    Stance.LIMITS: r"\blimits?\b|\bnarrows?\b|\bweakens?\b",
    Stance.QUALIFIED: r"\bnot a\b|\bonly\b|\bexcept\b",
    Stance.NOT_INCLUDED: r"\bnot (?:directly )?included\b|\boutside\b",
}


def stance_of(wording: str) -> Stance:
    """Return the stance that words of strength show: SUPPORTS for no words, or for any others."""
    stances = stances_in(wording)
    return stances[0] if stances else Stance.SUPPORTS


def stances_in(text: str) -> list[Stance]:
    """Return the stances other than SUPPORTS that a sentence or words of strength show."""
    return [s for s, pattern in _PATTERNS.items() if re.search(pattern, text, re.IGNORECASE)]
