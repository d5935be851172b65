"""What the numbers, letters and labels of references name in a crosswalk."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from gcmilo.crosswalk import Crosswalk
from gcmilo.references.member import Member
from gcmilo.references.mention import Named, RefKind
from gcmilo.references.pattern import Pattern
from gcmilo.refs import FIRST_GCM_PARAGRAPH, ActionRef, ObjectiveRef, PlanPointRef, label_parts
from gcmilo.text import fold

_SDGS = 17
_ORDINARY_LABELS = {("number",), ("number", "letter")}
"""The patterns of the labels that lists of numbers and letters find."""
_NUMBER_AND_LETTER = Pattern(r"(\d+)(?:\(([a-z])\))?")

Namer = Callable[[int, str], Iterator[Named]]
"""What a number and a letter (or "") may name, the likeliest first."""


class Names:
    """The objectives, actions, points and paragraphs of a crosswalk by how they are written."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self.crosswalk = crosswalk
        self.last_objective = len(crosswalk.objectives)
        self._points = sorted(
            {*(point.ref for point in crosswalk.plan_points), *crosswalk.uncited},
            key=lambda ref: [(len(part), part) for part in label_parts(ref.label)],
        )

    @cached_property
    def own_labels(self) -> re.Pattern[str] | None:
        """The labels of a plan that numbers its points in a way of its own, bare in a text."""
        refs = [ref for ref in self._points if ref.label_pattern not in _ORDINARY_LABELS]
        if not refs:
            return None
        return re.compile(rf"(?<![\w.(])(?:{_any_label(refs)})(?![\w(]|\.\d)")

    @cached_property
    def labels(self) -> re.Pattern[str]:
        """Every label of the plan, as it may follow the word point."""
        return re.compile(rf"(?:{_any_label(self._points)})(?!\w|\.\d)")

    @cached_property
    def symbol(self) -> str:
        """The pattern of the source's symbol, the end of which may be left out."""
        first, *others = re.findall(r"[a-z]+|\d+", fold(self.crosswalk.source.symbol))
        second = others[0] if others else ""
        rest = "".join(rf"(?:[\s./()]*{part}" for part in others[1:])
        return rf"\b{first}[\s./]*{second}{rest}" + r"[\s.)]*)?" * len(others[1:])

    def objective(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the objective or action with a number and a letter, if there is one."""
        objective = ObjectiveRef(number)
        if letter and self.crosswalk.has(ActionRef(objective, letter)):
            yield Named(RefKind.ACTION, ActionRef(objective, letter))
        elif not letter and self.crosswalk.has(objective):
            yield Named(RefKind.OBJECTIVE, objective)

    def compact_paragraph(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the objective or action that a paragraph of the Compact is, if it is one."""
        yield from self.objective(number - FIRST_GCM_PARAGRAPH + 1, letter)

    def paragraph(self, number: int, _letter: str) -> Iterator[Named]:
        """Yield a paragraph of the source; the letters of one are not in the data."""
        if 1 <= number <= len(self.crosswalk.paragraphs):
            yield Named(RefKind.PARAGRAPH, number)

    def any_paragraph(self, number: int, letter: str) -> Iterator[Named]:
        """Yield what a paragraph may be if nothing says of what it is."""
        if not letter:
            yield from self.paragraph(number, letter)
        yield from self.compact_paragraph(number, letter)

    def point(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the plan point with a number and a letter, if there is one."""
        ref = PlanPointRef(f"{number}({letter})" if letter else str(number))
        if self.crosswalk.has(ref):
            yield Named(RefKind.PLAN_POINT, ref)

    def lettered(self, number: int, letter: str) -> Iterator[Named]:
        """Yield all that a number with a letter may be if no noun says what it is."""
        yield from self.objective(number, letter)
        yield from self.point(number, letter)
        yield from self.compact_paragraph(number, letter)

    def bare(self, number: int, letter: str) -> Iterator[Named]:
        """Yield all that a text may be that is nothing but a number."""
        yield from self.objective(number, letter)
        yield from self.point(number, letter)
        yield from self.any_paragraph(number, letter)

    def goal(self, number: int, _letter: str) -> Iterator[Named]:
        """Yield the whole SDG that has a number, if there is one."""
        yield from self.target(number, str(number))

    def target(self, number: int, text: str) -> Iterator[Named]:
        """Yield the SDG target ``text`` of a goal, if there is such a goal."""
        if 1 <= number <= _SDGS and not text.endswith(".0"):
            yield Named(RefKind.SDG_TARGET, text)

    def points_labelled(self, label: str) -> list[PlanPointRef]:
        """Return the points, the uncited ones left out, that a label may mean."""
        return [ref for ref in self.crosswalk.points_spelled(label) if self.crosswalk.has(ref)]

    def points_between(self, first: PlanPointRef, last: PlanPointRef) -> Sequence[PlanPointRef]:
        """Return the points, the uncited ones included, between two of the plan."""
        order = {ref: place for place, ref in enumerate(self._points)}
        return self._points[order[first] + 1 : order[last]]

    def numbers_between(
        self, first: Member, last: Member, namer: Namer
    ) -> Iterator[tuple[int, str]]:
        """Yield the numbers and letters within a range, without its ends."""
        if not first.letter and not last.letter:
            for number in range(first.number + 1, last.number):
                yield number, ""
        elif first.number == last.number:
            for code in range(ord(first.letter or "`") + 1, ord(last.letter or "`")):
                yield first.number, chr(code)
        else:
            yield from self._lettered_between(first, last, namer)

    def _lettered_between(
        self, first: Member, last: Member, namer: Namer
    ) -> Iterator[tuple[int, str]]:
        """The points of the plan, or the actions, between two of other numbers."""
        actions = [ref for one in self.crosswalk.objectives for ref in one.actions_by_ref]
        known = self._points if namer == self.point else actions
        for ref in known:
            match = _NUMBER_AND_LETTER.fullmatch(str(ref))
            between = match and (int(match[1]), match[2] or "")
            if between and (first.number, first.letter) < between < (last.number, last.letter):
                yield between


def _any_label(refs: Sequence[PlanPointRef]) -> str:
    """The pattern of all labels, whatever their punctuation."""
    spellings = [r"[\s.\-/:()]*".join(label_parts(ref.label)) + r"\)?" for ref in refs]
    # The longest first, because 1.2 would else be found in 1.2.3.
    return "|".join(sorted(spellings, key=len, reverse=True))
