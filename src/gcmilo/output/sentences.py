"""Numbers and lists as they stand in a sentence."""

from collections.abc import Sequence

from gcmilo.model import Stance, TensionKind
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, name_places
from gcmilo.text import joined

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
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

STANCES = {
    Stance.SUPPORTS: "support",
    Stance.TAKES_UP: "the Compact takes up ILO standards or concerns",
    Stance.QUALIFIED: "support, with a stated limit",
    Stance.LIMITS: "the Compact's wording narrows ILO standards",
    Stance.NOT_INCLUDED: "said to be not directly in the plan",
}
"""What a stance means, as a part of a sentence."""


def number(count: int) -> str:
    """Return a number as it is written in a sentence: in words up to ten."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a number of things: ``no plan points``, ``one plan point``, ``12 plan points``."""
    return f"{number(count)} {noun if count == 1 else plural or f'{noun}s'}"


def capital(words: str) -> str:
    """Return the words with a capital as their first letter."""
    return f"{words[:1].upper()}{words[1:]}"


def opened(sentence: str) -> str:
    """Return the sentence with its first letter as a capital, and one full stop at its end."""
    return f"{capital(sentence).rstrip('.')}."


def cited(sentence: str, citation: str) -> str:
    """Return the sentence with its citation before the full stop."""
    return opened(f"{sentence.rstrip('.')} ({citation})" if citation else sentence)


def named(refs: Sequence[ObjectiveRef | ActionRef | PlanPointRef]) -> str:
    """Return references with what they are: ``action 6(c)``, ``plan points 12(a) and 13(d)``, all of one kind each."""
    kinds = {ObjectiveRef: "objective", ActionRef: "action", PlanPointRef: "plan point"}
    groups: dict[str, list[object]] = {}
    for ref in refs:
        groups.setdefault(kinds[type(ref)], []).append(ref)
    return joined(
        f"{kind}{'s' if len(found) > 1 else ''} {joined(found)}" for kind, found in groups.items()
    )


def in_paragraphs(numbers: Sequence[int | None]) -> str:
    """Return paragraph numbers as they are cited, without the symbol of the document: ``paras 9 and 17``."""
    return name_places(Place("paragraph", number) for number in numbers if number is not None)
