"""The crosswalk: both sides in one value, and the looking up of what a reference means in it."""

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
from gcmilo.text import joined, nearest, shown


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
        """Return whether something stands behind a reference; of plan points, those that are cited."""
        return ref in self._objectives or ref in self._actions or ref in self._plan_points

    def objective(self, ref: ObjectiveRef) -> Objective:
        """Return the objective behind a checked reference."""
        return self._objectives[ref]

    def action(self, ref: ActionRef) -> Action:
        """Return the action behind a checked reference."""
        return self._actions[ref]

    def plan_point(self, ref: PlanPointRef) -> PlanPoint:
        """Return the plan point behind a checked reference."""
        return self._plan_points[ref]

    def coverage_of(self, ref: ObjectiveRef) -> Coverage:
        """Return the objective's row of the coverage table, an empty one where there is none."""
        return self._coverage.get(ref) or Coverage(ref)

    def linkages_of(self, end: ObjectiveRef | PlanPointRef | int) -> tuple[Linkage, ...]:
        """Return the linkages of an objective, its actions included, of a plan point, or of a paragraph, in order."""
        return self._linkages.get(end, ())

    def find_objective(self, text: str) -> ObjectiveRef | ActionRef:
        """Return the objective or action that a person's text means.

        Raises:
            MalformedReference: the text is no such reference.
            UnknownReference: there is no such objective or action.
        """
        ref = parse_objective(text)
        if ref is None:
            raise MalformedReference(
                f"{shown(text)} is no reference to an objective{self._meant_objective(text)}"
            )
        number = ref.objective
        if number not in self._objectives:
            raise UnknownReference(self._no_objective(number, names_gcm_paragraph(text)))
        if isinstance(ref, ActionRef) and ref not in self._actions:
            first, last = self._objectives[number].actions[0], self._objectives[number].actions[-1]
            raise UnknownReference(
                f"There is no action {ref}: objective {number} has actions ({first.letter}) to ({last.letter})."
            )
        return ref

    def find_plan_point(self, text: str) -> PlanPointRef:
        """Return the plan point that a person's text means; case, spaces and punctuation do not matter.

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
                f"Plan point {found[0]} is implied by the numbering, never cited in {self.source.symbol};"
                f" nearest: {joined(self._neighbours(found[0]))}."
            )
        return found[0]

    def points_spelled(self, text: str) -> tuple[PlanPointRef, ...]:
        """Return the plan points, the uncited ones included, that a person's text may mean."""
        wanted = parse_plan_point(text)
        return self._spellings.get(wanted.key) or self._spellings.get(_squeezed(wanted), ())

    def find_paragraph(self, text: str) -> int:
        """Return the number of the paragraph that a person's text means.

        Raises:
            MalformedReference: the text is no such reference.
            UnknownReference: the source has no such paragraph.
        """
        number, last = parse_paragraph(text), len(self.paragraphs)
        if number is None:
            meant = number_word(text)
            example = meant if meant and meant <= last else 12
            raise MalformedReference(
                f"{shown(text)} is no paragraph number; write it as {example} or 'para. {example}'."
            )
        if not last:
            raise UnknownReference(
                f"There is no paragraph {number}: none of {self.source.symbol} is listed."
            )
        if not 1 <= number <= last:
            compact = FIRST_GCM_PARAGRAPH <= number < FIRST_GCM_PARAGRAPH + len(self.objectives)
            hint = (
                f"; GCM para. {number} is objective {number - FIRST_GCM_PARAGRAPH + 1}"
                if compact
                else ""
            )
            raise UnknownReference(
                f"{self.source.symbol} has paragraphs 1 to {last}, not {number}{hint}."
            )
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
        refs = [*(point.ref for point in self.plan_points), *self.uncited]
        spellings: defaultdict[str, list[PlanPointRef]] = defaultdict(list)
        for ref in refs:
            spellings[_squeezed(ref)].append(ref)
        return {key: tuple(found) for key, found in spellings.items()} | {
            ref.key: (ref,) for ref in refs
        }

    def _meant_objective(self, text: str) -> str:
        labels = {
            label: o.number
            for o in self.objectives
            for label in (o.label.en, o.label.fr, o.label.es)
        }
        close = nearest(text, labels)
        meant = number_word(text) or (labels[close[0]] if close else None)
        return (
            f"; did you mean {meant}?"
            if meant
            else "; write a number from 1 to 23, or an action such as 6(l)."
        )

    def _no_objective(self, ref: ObjectiveRef, as_paragraph: bool) -> str:
        last = self.objectives[-1].number
        closest = min(max(ref.number, 1), last)
        if as_paragraph:
            span = (
                f"{self.objectives[0].ref.gcm_paragraph} to {self.objectives[-1].ref.gcm_paragraph}"
            )
            return f"GCM para. {ref.gcm_paragraph} is no objective: objectives 1 to {last} are GCM paras {span}."
        return f"There is no objective {ref}: the Compact has objectives 1 to {last}; the nearest is {closest}."

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
        """The points within the wanted one, or that it is within; else the two on either side of it among its like.

        Six at most, because a sentence is to name them.
        """
        cited = [point.ref for point in self.plan_points]
        if kin := [ref for ref in cited if _one_within_the_other(ref, wanted)]:
            return kin[:6]
        alike = [ref for ref in cited if ref.label_pattern == wanted.label_pattern] or cited
        place = sum(_natural(ref) < _natural(wanted) for ref in alike)
        return alike[max(place - 1, 0) : place + 1] if len(alike) > 1 else alike


def _one_within_the_other(one: PlanPointRef, other: PlanPointRef) -> bool:
    """Whether the longer label continues the shorter, as 14(a) does 14."""
    return all(
        a == b for a, b in zip(label_parts(one.label), label_parts(other.label), strict=False)
    )


def _squeezed(ref: PlanPointRef) -> str:
    return "".join(label_parts(ref.label))


def _natural(ref: PlanPointRef) -> list[tuple[int, str]]:
    """What labels are ordered by: a longer number is the larger one."""
    return [(len(part) if part.isdecimal() else 0, part) for part in label_parts(ref.label)]
