"""Numbers, lists and the words of enumerations as they are in a sentence."""

from collections.abc import Sequence

from gcmilo.model import Basis, Stance, Status, TensionKind
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.text import joined

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOST_IN_WORDS = len(_NUMBERS) - 1
"""The highest number that a sentence gives in words."""

_REF_NOUNS = {ObjectiveRef: "objective", ActionRef: "action", PlanPointRef: "plan point"}

KINDS = {
    TensionKind.APPENDIX_VS_NARRATIVE: "appendix against narrative",
    TensionKind.LIKE_TREATED_UNLIKE: "like treated unlike",
    TensionKind.PARTIAL_COVERAGE: "part of the title covered",
    TensionKind.LIMITING_WORDING: "limiting wording",
    TensionKind.POINT_WITHOUT_OBJECTIVE: "point without objective",
    TensionKind.UNEVEN_VERBS: "uneven verbs",
    TensionKind.WHOLE_VS_PARTS: "whole against parts",
}
"""What a tension is, in words."""

TIED_BY = {
    Basis.EXPLICIT: "by a sentence that names both",
    Basis.LISTED: "by a row of its own table",
    Basis.CONTEXTUAL: "by context alone",
}
"""What ties the two ends of a linkage, strongest first, after "is tied"."""

STANCES = {
    Stance.SUPPORTS: "support",
    Stance.TAKES_UP: "the Compact takes up ILO standards or concerns",
    Stance.QUALIFIED: "support, with a stated limit",
    Stance.LIMITS: "the Compact's wording narrows ILO standards",
    Stance.NOT_INCLUDED: "said to be not directly in the plan",
}
"""What a stance means, as a part of a sentence."""

STATUSES = {
    Status.ADDRESSED: "addressed",
    Status.INDIRECT: "addressed indirectly",
    Status.NOT_ADDRESSED: "not addressed",
    None: "not assessed",
}
"""What an objective is, after "is"."""


def number(count: int) -> str:
    """Return a number as it is written in a sentence: in words up to ten."""
    return _NUMBERS[count] if count <= MOST_IN_WORDS else f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a number of things: ``no plan points``, ``one plan point``, ``12 plan points``.

    ``plural`` is for a noun that takes more than an ``s``.
    """
    return f"{number(count)} {agree(count, noun, plural or f'{noun}s')}"


def agree(count: int, singular: str, plural: str) -> str:
    """Return the form of a noun or verb that agrees with the count: the singular for one alone."""
    return singular if count == 1 else plural


def capital(words: str) -> str:
    """Return the words with a capital as their first letter."""
    return f"{words[:1].upper()}{words[1:]}"


def as_sentence(text: str) -> str:
    """Return the text with its first letter as a capital, and one full stop at its end."""
    return f"{capital(text).rstrip('.')}."


def cited(sentence: str, citation: str) -> str:
    """Return the sentence with its citation, if there is one, before the full stop."""
    if not citation:
        return as_sentence(sentence)
    return as_sentence(f"{sentence.rstrip('.')} ({citation})")


def named(refs: Sequence[ObjectiveRef | ActionRef | PlanPointRef]) -> str:
    """Return references with what they are: ``action 6(c) and plan points 12(a) and 13(d)``.

    Those of one kind come together, the kinds in the order in which they are first found.
    """
    groups: dict[str, list[object]] = {}
    for ref in refs:
        groups.setdefault(_REF_NOUNS[type(ref)], []).append(ref)
    names = []
    for noun, group in groups.items():
        names.append(f"{agree(len(group), noun, f'{noun}s')} {joined(group)}")
    return joined(names)
