"""What to say of a reference to something that is not there."""

import re

from gcmilo.crosswalk import Crosswalk
from gcmilo.model import ColumnRole
from gcmilo.refs import FIRST_GCM_PARAGRAPH, ActionRef, ObjectiveRef
from gcmilo.text import fold, shown

_LETTERS = re.compile(r"\(\s?([a-z])\s?\)|(?<![a-z])([a-z])\s?\)|(?<![a-z])([a-z])(?![a-z'’])")


def what_is_missing(
    crosswalk: Crosswalk, role: ColumnRole, written: str, objective: int | None
) -> str:
    """Return a sentence about a reference, as it is written in a column of a role.

    ``objective`` is the one that a letter without a number belongs to, None where none is known.
    """
    numbers = [int(number) for number in re.findall(r"\d+", written[:_LONGEST])]
    if role is ColumnRole.SDG:
        return f"there is no SDG target {shown(written)}"
    if len(numbers) > 1:
        is_decimal = re.fullmatch(r"\d+[.,]\d+", written)
        what = "is no objective" if is_decimal else "is not there in all its parts"
        return f"{shown(written)} {what}: there are {_all(crosswalk, role)}"
    if numbers:
        is_paragraph = role is ColumnRole.PARAGRAPH
        objective = numbers[0] - (FIRST_GCM_PARAGRAPH - 1 if is_paragraph else 0)
    if objective is None:
        return f"there is no {shown(written)}"
    ref = ObjectiveRef(objective)
    if not crosswalk.has(ref):
        return _no_objective(crosswalk, role, ref)
    actions = crosswalk.objective(ref).actions
    first, last = actions[0].letter, actions[-1].letter
    missing = [
        f"({letter})" for letter in _letters(written) if not crosswalk.has(ActionRef(ref, letter))
    ]
    what = missing[-1] if missing else shown(written)
    return f"objective {objective} has actions ({first}) to ({last}), not {what}"


def _no_objective(crosswalk: Crosswalk, role: ColumnRole, ref: ObjectiveRef) -> str:
    if role is ColumnRole.PARAGRAPH:
        all_of_them = _all(crosswalk, role)
        return f"GCM para. {ref.gcm_paragraph} is no objective: objectives are {all_of_them}"
    return f"there is no objective {ref}: there are {_all(crosswalk, role)}"


_LONGEST = 60
"""A longer text than this is no reference, and is not looked through."""


def _letters(written: str) -> list[str]:
    return [one or two or three for one, two, three in _LETTERS.findall(_spaced(written))]


def _spaced(written: str) -> str:
    """The text, folded, with a space between a number and the letter behind it."""
    return re.sub(r"(\d)([a-z])(?![a-z])", r"\1 \2", fold(written[:_LONGEST]))


def _all(crosswalk: Crosswalk, role: ColumnRole) -> str:
    first, last = crosswalk.objectives[0].ref, crosswalk.objectives[-1].ref
    if role is ColumnRole.PARAGRAPH:
        return f"GCM paras {first.gcm_paragraph} to {last.gcm_paragraph}"
    return f"{first} to {last}"
