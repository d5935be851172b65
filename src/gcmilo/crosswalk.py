"""The crosswalk: both sides in one value, and the look-up of references in it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from gcmilo.errors import MalformedReference, UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import (
    Action,
    Activity,
    Coverage,
    Document,
    Linkage,
    Objective,
    Paragraph,
    Plan,
    PlanPoint,
    Source,
    Tension,
    Term,
)
from gcmilo.refs import (
    FIRST_GCM_PARAGRAPH,
    ActionRef,
    ObjectiveRef,
    PlanPointRef,
    Ref,
    label_parts,
    names_gcm_paragraph,
    number_word,
    parse_objective,
    parse_paragraph,
    parse_plan_point,
)
from gcmilo.text import closest, joined, shown

_MOST_NEIGHBOURS = 6
"""How many plan points a message names at most."""


@frozen
class Crosswalk:
    """The Compact side and one plan side. Records keep the order of their files."""

    plan: Plan
    source: Source
    objectives: tuple[Objective, ...]
    plan_points: tuple[PlanPoint, ...]
    uncited: tuple[PlanPointRef, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    activities: tuple[Activity, ...] = ()
    documents: tuple[Document, ...] = ()
    tensions: tuple[Tension, ...] = ()
    terms: tuple[Term, ...] = ()

    def has(self, ref: Ref) -> bool:
        """Return whether a reference is to something; of plan points, only cited ones count."""
        return ref in self._objectives or ref in self._actions or ref in self._plan_points

    def objective(self, ref: ObjectiveRef) -> Objective:
        """Return the objective of a reference that ``has`` confirms; any other is a KeyError."""
        return self._objectives[ref]

    def action(self, ref: ActionRef) -> Action:
        """Return the action of a reference that ``has`` confirms; any other is a KeyError."""
        return self._actions[ref]

    def plan_point(self, ref: PlanPointRef) -> PlanPoint:
        """Return the plan point of a reference that ``has`` confirms; any other is a KeyError."""
        return self._plan_points[ref]

    def coverage_of(self, ref: ObjectiveRef) -> Coverage:
        """Return the objective's row of the coverage table, or an empty row."""
        return self._coverage.get(ref) or Coverage(ref)

    def linkages_of(self, end: ObjectiveRef | PlanPointRef | int) -> tuple[Linkage, ...]:
        """Return the linkages of an objective, a plan point or a paragraph, in order.

        An objective's are those of its actions too; a number is a paragraph's.
        """
        return self._linkages.get(end, ())

    def find_objective(self, text: str) -> ObjectiveRef | ActionRef:
        """Return the objective or action that a user's text means.

        Raises:
            MalformedReference: the text is no such reference.
            UnknownReference: there is no such objective or action.
        """
        ref = parse_objective(text)
        if ref is None:
            raise MalformedReference(
                f"{shown(text)} is no reference to an objective{self._meant_objective(text)}"
            )
        objective = ref.objective
        if objective not in self._objectives:
            raise UnknownReference(self._no_objective(objective, names_gcm_paragraph(text)))
        if isinstance(ref, ActionRef) and ref not in self._actions:
            letters = [action.letter for action in self._objectives[objective].actions]
            raise UnknownReference(
                f"There is no action {ref}:"
                f" objective {objective} has actions ({letters[0]}) to ({letters[-1]})."
            )
        return ref

    def find_plan_point(self, text: str) -> PlanPointRef:
        """Return the plan point that a user's text means.

        Case, spaces and punctuation do not matter.

        Raises:
            MalformedReference: the text is no such reference, or may mean several points.
            UnknownReference: the plan has, or the source cites, no such point.
        """
        found = self.points_spelled(text)
        if not found:
            raise self._no_plan_point(text, parse_plan_point(text))
        if len(found) > 1:
            raise MalformedReference(
                f"{shown(text)} may mean {joined(found, 'or')}; write it as the plan prints it."
            )
        if found[0] in self.uncited:
            raise UnknownReference(
                f"Plan point {found[0]} is implied by the numbering,"
                f" never cited in {self.source.symbol};"
                f" nearest: {joined(self._neighbours(found[0]))}."
            )
        return found[0]

    def points_spelled(self, text: str) -> tuple[PlanPointRef, ...]:
        """Return the plan points, the uncited ones included, that a user's text may mean."""
        wanted = parse_plan_point(text)
        exact = self._spellings.get(wanted.key)
        return exact or self._spellings.get(_letters_and_digits(wanted), ())

    def find_paragraph(self, text: str) -> int:
        """Return the number of the paragraph that a user's text means.

        Raises:
            MalformedReference: the text is no such reference.
            UnknownReference: the source has no such paragraph.
        """
        last = len(self.paragraphs)
        number = parse_paragraph(text)
        if number is None:
            meant = number_word(text)
            example = meant if meant and meant <= last else 12  # any number shows the form
            raise MalformedReference(
                f"{shown(text)} is no paragraph number; write it as {example} or 'para. {example}'."
            )
        if not 1 <= number <= last:
            raise UnknownReference(self._no_paragraph(number))
        return number

    @cached_property
    def _objectives(self) -> Mapping[ObjectiveRef, Objective]:
        return {objective.ref: objective for objective in self.objectives}

    @cached_property
    def _actions(self) -> Mapping[ActionRef, Action]:
        actions: dict[ActionRef, Action] = {}
        for objective in self.objectives:
            actions |= objective.actions_by_ref
        return actions

    @cached_property
    def _plan_points(self) -> Mapping[PlanPointRef, PlanPoint]:
        return {point.ref: point for point in self.plan_points}

    @cached_property
    def _coverage(self) -> Mapping[ObjectiveRef, Coverage]:
        return {row.objective: row for row in self.coverage}

    @cached_property
    def _linkages(self) -> Mapping[ObjectiveRef | PlanPointRef | int, tuple[Linkage, ...]]:
        groups: defaultdict[ObjectiveRef | PlanPointRef | int, list[Linkage]] = defaultdict(list)
        for linkage in self.linkages:
            for end in (linkage.objective, linkage.plan_point, linkage.paragraph):
                if end is not None:
                    groups[end].append(linkage)
        return {end: tuple(found) for end, found in groups.items()}

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[PlanPointRef, ...]]:
        """The points by their keys, and by their letters and digits alone."""
        refs = [point.ref for point in self.plan_points]
        refs += self.uncited
        groups: defaultdict[str, list[PlanPointRef]] = defaultdict(list)
        for ref in refs:
            groups[_letters_and_digits(ref)].append(ref)
        spellings = {spelling: tuple(found) for spelling, found in groups.items()}
        # Keys come last to win: 111 is point 111, though 1.11 is 111 without punctuation as well.
        return spellings | {ref.key: (ref,) for ref in refs}

    def _meant_objective(self, text: str) -> str:
        """The end of a message about a text that is no objective: what it may mean."""
        labels: dict[str, int] = {}
        for objective in self.objectives:
            words = objective.label
            labels |= dict.fromkeys((words.en, words.fr, words.es), objective.number)
        meant = number_word(text)
        label = closest(text, labels)
        if meant is None and label is not None:
            meant = labels[label]
        if meant is None:
            return "; write a number from 1 to 23, or an action such as 6(l)."
        return f"; did you mean {meant}?"

    def _no_objective(self, ref: ObjectiveRef, as_paragraph: bool) -> str:
        first, last = self.objectives[0].ref, self.objectives[-1].ref
        if as_paragraph:
            return (
                f"GCM para. {ref.gcm_paragraph} is no objective: objectives 1 to {last}"
                f" are GCM paras {first.gcm_paragraph} to {last.gcm_paragraph}."
            )
        closest = min(max(ref.number, 1), last.number)
        return (
            f"There is no objective {ref}: the Compact has objectives 1 to {last};"
            f" the nearest is {closest}."
        )

    def _no_paragraph(self, number: int) -> str:
        last = len(self.paragraphs)
        if not last:
            return f"There is no paragraph {number}: none of {self.source.symbol} is listed."
        # Those who know the Compact may mean one of its paragraphs, which are its objectives.
        objective = number - FIRST_GCM_PARAGRAPH + 1
        is_objective = 1 <= objective <= len(self.objectives)
        hint = f"; GCM para. {number} is objective {objective}" if is_objective else ""
        return f"{self.source.symbol} has paragraphs 1 to {last}, not {number}{hint}."

    def _no_plan_point(
        self, text: str, wanted: PlanPointRef
    ) -> MalformedReference | UnknownReference:
        if not self.plan_points:
            return UnknownReference(f"There is no plan point {shown(text)}: this plan lists none.")
        near = joined(self._neighbours(wanted))
        if wanted.label_pattern in {point.ref.label_pattern for point in self.plan_points}:
            return UnknownReference(
                f"No plan point {shown(text)} is cited in {self.source.symbol}; nearest: {near}."
            )
        return MalformedReference(
            f"{shown(text)} is no reference to a plan point; nearest: {near}."
        )

    def _neighbours(self, wanted: PlanPointRef) -> list[PlanPointRef]:
        """The points within the wanted one or around it, else those on either side of it.

        Only points of the wanted one's numbering are on its sides, if there are any.
        """
        cited = [point.ref for point in self.plan_points]
        related = [ref for ref in cited if _one_within_the_other(ref, wanted)]
        if related:
            return related[:_MOST_NEIGHBOURS]
        alike = [ref for ref in cited if ref.label_pattern == wanted.label_pattern] or cited
        smaller = sum(_label_order(ref) < _label_order(wanted) for ref in alike)
        return alike[max(smaller - 1, 0) : smaller + 1]


def _one_within_the_other(one: PlanPointRef, other: PlanPointRef) -> bool:
    """Whether the longer label continues the shorter, as 14(a) does 14."""
    pairs = zip(label_parts(one.label), label_parts(other.label), strict=False)
    return all(part == other_part for part, other_part in pairs)


def _letters_and_digits(ref: PlanPointRef) -> str:
    return "".join(label_parts(ref.label))


def _label_order(ref: PlanPointRef) -> list[tuple[int, str]]:
    """What labels are ordered by: a longer number is the larger one."""
    return [(len(part) if part.isdecimal() else 0, part) for part in label_parts(ref.label)]
