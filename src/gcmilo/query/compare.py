"""Two plans side by side, and two versions of one plan."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Objective, Status
from gcmilo.query.basis import PointBehind
from gcmilo.query.changes import RecordChange, changes_between
from gcmilo.query.gaps import Gap
from gcmilo.query.objectives import ObjectiveLine, objectives


class Covers(StrEnum):
    """Which of two plans covers an objective."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"


_COVERS: Mapping[tuple[bool, bool], Covers] = {
    (True, True): Covers.BOTH,
    (True, False): Covers.FIRST,
    (False, True): Covers.SECOND,
    (False, False): Covers.NEITHER,
}


@frozen
class PlanSide:
    """An objective as one of two plans treats it; ``plan`` is the plan's short name."""

    plan: str
    status: Status | None
    plan_points: tuple[PointBehind, ...]
    gap: Gap | None

    @property
    def covers(self) -> bool:
        """Whether the plan covers the objective."""
        if self.status is None:  # a plan may come without a coverage table
            return bool(self.plan_points)
        return self.status is Status.ADDRESSED


@frozen
class ComparedObjective:
    """An objective as two plans treat it."""

    objective: Objective
    first: PlanSide
    second: PlanSide

    @property
    def covers(self) -> Covers:
        """Which of the plans covers it."""
        return _COVERS[self.first.covers, self.second.covers]

    @property
    def covered_by(self) -> tuple[str, ...]:
        """The short names of the plans that cover it."""
        return tuple(side.plan for side in (self.first, self.second) if side.covers)


@frozen
class CompareAnswer:
    """Two plans: their names, and the objectives as each treats them.

    ``names`` are short and differ. ``changes`` is None where the two are no versions of one plan.
    """

    question: ClassVar[str] = "compare"

    first: str
    second: str
    names: tuple[str, str]
    objectives: tuple[ComparedObjective, ...]
    changes: tuple[RecordChange, ...] | None


def compare(crosswalk: Crosswalk, other: Crosswalk) -> CompareAnswer:
    """Return how two plans treat each objective, and the changes between versions of one plan.

    A plan covers an objective that its coverage table has as addressed; where it is not assessed,
    one that a plan point serves. Two versions are of one plan if organisation and title are the
    same.

    >>> from gcmilo import load
    >>> answer = compare(load(), load())
    >>> sum(row.covers is Covers.BOTH for row in answer.objectives), answer.changes
    (16, ())
    """
    names = _short_names(crosswalk, other)
    lines = zip(objectives(crosswalk).objectives, objectives(other).objectives, strict=True)
    rows = tuple(
        ComparedObjective(one.objective, _side(names[0], one), _side(names[1], another))
        for one, another in lines
    )
    changes = None
    if _are_versions(crosswalk, other):
        changes = tuple(changes_between(crosswalk, other))
    return CompareAnswer(_name(crosswalk), _name(other), names, rows, changes)


def _are_versions(one: Crosswalk, other: Crosswalk) -> bool:
    plan, other_plan = one.plan, other.plan
    return (plan.organisation, plan.title) == (other_plan.organisation, other_plan.title)


def _name(crosswalk: Crosswalk) -> str:
    return f"{crosswalk.plan.short} ({crosswalk.source.symbol})"


def _short_names(one: Crosswalk, other: Crosswalk) -> tuple[str, str]:
    """The plans' own short names, or other words where these are no help to tell them apart."""
    if _are_versions(one, other):
        return "older", "newer"
    if one.plan.short == other.plan.short:
        return "first", "second"
    return one.plan.short, other.plan.short


def _side(plan: str, line: ObjectiveLine) -> PlanSide:
    return PlanSide(plan, line.coverage.status, line.plan_points, line.gap)
