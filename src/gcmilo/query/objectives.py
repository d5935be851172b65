"""Objectives and their actions: one and all that is said of it, or a list of them."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import Action, Activity, Coverage, Document, Linkage, Objective, Status, Tension
from gcmilo.query.basis import (
    PointBehind,
    concerns,
    paragraphs_among,
    paragraphs_of,
    places_of,
    points_behind,
)
from gcmilo.query.evidence import activities_for, documents_in, tensions_for
from gcmilo.query.gaps import Gap, gap_of
from gcmilo.references.arguments import (
    find_objective,
    find_objectives,
    find_paragraph,
    find_plan_point,
)
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef
from gcmilo.text import joined, nearest, shown


@frozen
class ActionLine:
    """An action of an objective, and whether the source names it."""

    ref: ActionRef
    action: Action
    named: bool


@frozen
class ObjectiveAnswer:
    """An objective, or one action of it, and all that is said of it.

    ``action`` is None for the objective itself; ``linked`` holds the actions that the source names.
    """

    question: ClassVar[str] = "objective"

    objective: Objective
    action: Action | None
    coverage: Coverage
    linked: frozenset[ActionRef]
    plan_points: tuple[PointBehind, ...]
    paragraphs: tuple[int, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]
    tensions: tuple[Tension, ...]

    @property
    def ref(self) -> ObjectiveRef | ActionRef:
        """What was asked for."""
        return self.asked_action.ref if self.asked_action else self.objective.ref

    @cached_property
    def actions(self) -> tuple[ActionLine, ...]:
        """All actions of the objective."""
        return tuple(
            ActionLine(ref, action, ref in self.linked)
            for ref, action in self.objective.actions_by_ref.items()
        )

    @property
    def asked_action(self) -> ActionLine | None:
        """The action that was asked for, None for the objective."""
        return next((line for line in self.actions if line.action is self.action), None)

    @property
    def asked_actions(self) -> tuple[ActionLine, ...]:
        """The actions that the answer is about: the one that was asked for, or all."""
        return (self.asked_action,) if self.asked_action else self.actions


@frozen
class ObjectiveLine:
    """An objective in a list: its status, the plan points that serve it, and its gap."""

    objective: Objective
    coverage: Coverage
    plan_points: tuple[PointBehind, ...]
    places: tuple[Place, ...]
    gap: Gap | None

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbered paragraphs among the places."""
        return paragraphs_among(self.places)


@frozen
class ObjectivesAnswer:
    """Objectives, in order."""

    question: ClassVar[str] = "objectives"

    objectives: tuple[ObjectiveLine, ...]

    def __len__(self) -> int:
        return len(self.objectives)


def objective(crosswalk: Crosswalk, ref: str) -> ObjectiveAnswer:
    """Return all that is said of an objective or an action: plan points, linkages and evidence.

    Raises:
        MalformedReference: ``ref`` is no such reference.
        UnknownReference: there is no such objective or action.

    >>> from gcmilo import load
    >>> answer = objective(load(), "GCM para 22")
    >>> answer.objective.number, answer.objective.label.en, answer.coverage.status.value
    (6, 'Recruitment and decent work', 'addressed')
    """
    found = find_objective(crosswalk, ref)
    number = found.objective
    of_objective = crosswalk.linkages_of(number)
    linkages = tuple(linkage for linkage in of_objective if concerns(linkage.subject, found))
    return ObjectiveAnswer(
        objective=crosswalk.objective(number),
        action=crosswalk.action(found) if isinstance(found, ActionRef) else None,
        coverage=crosswalk.coverage_of(number),
        linked=frozenset(linkage.action for linkage in of_objective if linkage.action),
        plan_points=points_behind(crosswalk, linkages),
        paragraphs=paragraphs_of(linkages),
        linkages=linkages,
        activities=activities_for(crosswalk, found),
        documents=documents_in(crosswalk, paragraphs_of(linkages)),
        tensions=tensions_for(crosswalk, found),
    )


def objectives(
    crosswalk: Crosswalk,
    refs: Sequence[str] = (),
    *,
    status: Status | None = None,
    plan_point: str | None = None,
    paragraph: str | None = None,
    round_table: int | None = None,
    sdg: str | None = None,
) -> ObjectivesAnswer:
    """Return the objectives that meet every condition given, all of them where none is.

    ``refs`` names objectives, an action its objective; ``plan_point`` keeps those that the point
    serves, ``paragraph`` those that it names; ``sdg`` is a target (``8.8``), a whole goal (``8``),
    or ``ALL``.

    Raises:
        MalformedReference, UnknownReference: a reference is none, or no objective lists the target.

    >>> from gcmilo import load
    >>> answer = objectives(load(), status=Status.NOT_ADDRESSED)
    >>> [line.objective.number for line in answer.objectives]
    [9, 11, 13]
    """
    wanted = {found.objective for found in find_objectives(crosswalk, refs)}
    point = find_plan_point(crosswalk, plan_point) if plan_point is not None else None
    number = find_paragraph(crosswalk, paragraph) if paragraph is not None else None
    target = _sdg_target(crosswalk, sdg) if sdg is not None else None
    lines = [_objective_line(crosswalk, found) for found in crosswalk.objectives]
    kept = tuple(
        line
        for line in lines
        if (not wanted or line.objective.ref in wanted)
        and (status is None or line.coverage.status is status)
        and (point is None or _is_served_by(line, point))
        and (number is None or number in line.paragraphs)
        and (round_table is None or line.objective.round_table == round_table)
        and (target is None or line.objective.lists_sdg(target))
    )
    return ObjectivesAnswer(kept)


def _objective_line(crosswalk: Crosswalk, found: Objective) -> ObjectiveLine:
    linkages = crosswalk.linkages_of(found.ref)
    return ObjectiveLine(
        objective=found,
        coverage=crosswalk.coverage_of(found.ref),
        plan_points=points_behind(crosswalk, linkages),
        places=places_of(linkages),
        gap=gap_of(crosswalk, found.ref, linkages),
    )


def _is_served_by(line: ObjectiveLine, point: PlanPointRef) -> bool:
    return any(serving.ref == point for serving in line.plan_points)


def _sdg_target(crosswalk: Crosswalk, text: str) -> str:
    """The SDG target or goal that a user's text means, in the spelling of the data."""
    known: dict[str, str] = {}
    for found in crosswalk.objectives:
        for target in found.sdg_targets:
            goal, _, _ = target.partition(".")
            known[goal.casefold()] = goal
            known[target.casefold()] = target
    wanted = text.casefold().removeprefix("sdg").strip()
    if wanted not in known:
        close = nearest(wanted, known, 3) or ["ALL"]
        raise UnknownReference(f"No objective lists SDG {shown(text)}; nearest: {joined(close)}.")
    return known[wanted]
