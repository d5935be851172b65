"""Every reference in a text as people write it, with all that it may mean."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.refs import FIRST_GCM_PARAGRAPH, ActionRef, ObjectiveRef, PlanPointRef, Ref, label_parts

_ITEM = r"\d{1,2}(?:\s?\(\s?[a-z]\s?\)|[.\-/:]?[a-z](?![a-z])|\s[a-z](?=\s*$))?"
_LETTER = r"\(\s?[a-z]\s?\)"
_LIST = rf"{_ITEM}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|et|y)\s+)(?:{_ITEM}|{_LETTER}))*"
_REFERENCE = rf"""
    \bSDGs?\s+(?:targets?\s+)?(?P<sdg>\d{{1,2}}(?:\.[0-9a-d]{{1,2}})?)
    | (?: (?P<gcm>\b(?:GCM|Compact|A/RES/73/195)[\s,]*(?:annex[\s,]*)?
                  (?:paragraphs?|paras?\.?|§)\s*)
        | (?P<source>\bGB\.?\s?335(?:/POL/1(?:\s?\(Rev\.?\))?)?[\s,]*
                     (?:paragraphs?|paras?\.?|§)\s*)
        | (?P<paragraph>(?:\b(?:paragraphs?|paras?\.?)|§)\s*)
        | (?P<point>\b(?:plan[\s-]*)?points?\s+)
        | (?P<objective>\b(?:GCM\s+)?(?:objectives?|objectifs?|objetivos?|obj\.?)\s*)
        | (?P<number>\bGCM\s+)
      ) (?P<refs>{_LIST})
    | (?<![\w./(])(?P<lettered>\d{{1,2}}\s?\(\s?[a-z]\s?\))
"""
"""The name of a group says how a reference is written; ``refs`` has what follows such a word.

Compiled where it is used, because that takes longer than most answers.
"""

_BARE = re.compile(rf"\s*(?P<bare>{_ITEM})\s*", re.IGNORECASE)
_LISTED = re.compile(rf"{_ITEM}|{_LETTER}", re.IGNORECASE)


class RefKind(StrEnum):
    """What a reference is to."""

    OBJECTIVE = "objective"
    ACTION = "action"
    PLAN_POINT = "plan_point"
    PARAGRAPH = "paragraph"
    SDG_TARGET = "sdg_target"


@frozen
class Reading:
    """Something that a reference may mean.

    ``ref`` is the number of a paragraph, and the text of an SDG target.
    """

    kind: RefKind
    ref: Ref | int | str
    title: str


@frozen
class ResolvedReference:
    """A reference in a text: the characters, the index of the first, and the readings.

    There are no readings where there is no such thing.
    """

    matched: str
    start: int
    readings: tuple[Reading, ...]


@frozen
class ResolveAnswer:
    """The references in a text, in order."""

    question: ClassVar[str] = "resolve"

    text: str
    references: tuple[ResolvedReference, ...]

    def __len__(self) -> int:
        return len(self.references)


def resolve(crosswalk: Crosswalk, text: str) -> ResolveAnswer:
    """Return every reference in a text with all that it may mean.

    A number alone is a reference only where it is the whole text.

    >>> from gcmilo import load
    >>> found = resolve(load(), "see objectives 5(c) and (e), and point 13(a)").references
    >>> [(reference.matched, str(reference.readings[0].ref)) for reference in found]
    [('5(c)', '5(c)'), ('(e)', '5(e)'), ('13(a)', '13(a)')]
    """
    bare = _BARE.fullmatch(text)
    if bare:
        return ResolveAnswer(text, tuple(_references(crosswalk, bare)))
    own = list(_own_labels(crosswalk, text))
    # The 1 of the label 1.2 would else be found as a reference too.
    taken: set[int] = set()
    for label in own:
        taken.update(range(label.start, label.start + len(label.matched)))
    found = own
    for match in re.finditer(_REFERENCE, text, re.IGNORECASE | re.VERBOSE):
        found += [ref for ref in _references(crosswalk, match) if ref.start not in taken]
    return ResolveAnswer(text, tuple(sorted(found, key=lambda reference: reference.start)))


_ORDINARY_LABELS = {("number",), ("number", "letter")}
"""The patterns of the labels that ``_REFERENCE`` finds."""


def _own_labels(crosswalk: Crosswalk, text: str) -> Iterator[ResolvedReference]:
    """The labels in a text of a plan that numbers its points in a way of its own."""
    refs = [point.ref for point in crosswalk.plan_points]
    labels = [ref for ref in refs if ref.label_pattern not in _ORDINARY_LABELS]
    if not labels:
        return
    for match in _label_pattern(labels).finditer(text):
        meant = [ref for ref in crosswalk.points_spelled(match[0]) if crosswalk.has(ref)]
        readings = tuple(_point_reading(crosswalk, ref) for ref in meant)
        yield ResolvedReference(match[0], match.start(), readings)


def _label_pattern(labels: Sequence[PlanPointRef]) -> re.Pattern[str]:
    """The pattern of all labels, whatever their punctuation."""
    spellings = [r"[\s.\-/:()]*".join(label_parts(ref.label)) + r"\)?" for ref in labels]
    # The longest first, because 1.2 would else be found in 1.2.3.
    any_label = "|".join(sorted(spellings, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{any_label})(?![\w(])", re.IGNORECASE)


def _point_reading(crosswalk: Crosswalk, ref: PlanPointRef) -> Reading:
    return Reading(RefKind.PLAN_POINT, ref, crosswalk.plan_point(ref).subject)


def _references(crosswalk: Crosswalk, match: re.Match[str]) -> Iterator[ResolvedReference]:
    """The references of one match: of a list such as ``5(c) and (e)``, each."""
    groups = [name for name, written in match.groupdict().items() if written is not None]
    kind = groups[0]
    if kind == "sdg":
        readings = tuple(_sdg(crosswalk, match["sdg"]))
        yield ResolvedReference(match["sdg"], match.start("sdg"), readings)
        return
    where = "refs" if "refs" in groups else kind
    number = 0
    for part in _LISTED.finditer(match[where]):
        digits = re.match(r"\d+", part[0])
        if digits:  # else the number before goes on: (e) is 5(e)
            number = int(digits[0])
        letter = "".join(char for char in part[0].lower() if char.isalpha())
        readings = tuple(
            reading for read in _READERS[kind] for reading in read(crosswalk, number, letter)
        )
        yield ResolvedReference(part[0], match.start(where) + part.start(), readings)


def _objective(crosswalk: Crosswalk, number: int, letter: str) -> Iterator[Reading]:
    objective = ObjectiveRef(number)
    if letter and crosswalk.has(ActionRef(objective, letter)):
        ref = ActionRef(objective, letter)
        yield Reading(RefKind.ACTION, ref, crosswalk.action(ref).label)
    elif not letter and crosswalk.has(objective):
        yield Reading(RefKind.OBJECTIVE, objective, crosswalk.objective(objective).title.en)


def _compact_paragraph(crosswalk: Crosswalk, number: int, letter: str) -> Iterator[Reading]:
    yield from _objective(crosswalk, number - FIRST_GCM_PARAGRAPH + 1, letter)


def _plan_point(crosswalk: Crosswalk, number: int, letter: str) -> Iterator[Reading]:
    ref = PlanPointRef(f"{number}({letter})" if letter else str(number))
    if crosswalk.has(ref):
        yield _point_reading(crosswalk, ref)


def _paragraph(crosswalk: Crosswalk, number: int, _letter: str) -> Iterator[Reading]:
    """A paragraph of the source; for a letter of it too, because the data has no letters."""
    if 1 <= number <= len(crosswalk.paragraphs):
        citation = crosswalk.source.cite_paragraphs(number)
        title = f"{citation}: {crosswalk.paragraphs[number - 1].summary}"
        yield Reading(RefKind.PARAGRAPH, number, title)


def _paragraph_without_letter(crosswalk: Crosswalk, number: int, letter: str) -> Iterator[Reading]:
    if not letter:
        yield from _paragraph(crosswalk, number, letter)


_READERS = {
    "gcm": (_compact_paragraph,),
    "source": (_paragraph,),
    "paragraph": (_paragraph_without_letter, _compact_paragraph),
    "point": (_plan_point,),
    "objective": (_objective,),
    "number": (_objective,),
    "lettered": (_objective, _plan_point, _compact_paragraph),
    "bare": (_objective, _plan_point, _paragraph_without_letter, _compact_paragraph),
}
"""The readings of a reference by how it is written, the likeliest first."""


def _sdg(crosswalk: Crosswalk, text: str) -> Iterator[Reading]:
    refs = [str(found.ref) for found in crosswalk.objectives if found.lists_sdg(text)]
    if refs:
        yield Reading(RefKind.SDG_TARGET, text, f"listed under objective {', '.join(refs)}")
