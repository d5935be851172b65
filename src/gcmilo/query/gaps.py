"""What is not addressed, only indirectly, without a plan point or by context alone, and why."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Objective, PlanPoint, Status, Tension
from gcmilo.query.basis import (
    objectives_served,
    places_citing,
    places_of,
    points_behind,
    strongest,
)
from gcmilo.query.evidence import tensions_for
from gcmilo.refs import ObjectiveRef, PlanPointRef
from gcmilo.text import joined, words

UNCITED = "Implied by the numbering, never cited; nothing is known of its content."
"""Why an uncited letter is a gap."""


_TIED_BY = {
    Basis.LISTED: "It is tied to {} by a row of its own table; no sentence says so.",
    Basis.CONTEXTUAL: "Only the context ties it to {}; no sentence does.",
}
"""What ties an objective to its points where no sentence does."""


class Gap(StrEnum):
    """What is open about an objective or a plan point, the widest gap first."""

    NOT_ADDRESSED = "not_addressed"
    INDIRECT = "indirect"
    NO_PLAN_POINT = "no_plan_point"
    CONTEXTUAL_ONLY = "contextual_only"
    NO_OBJECTIVE = "no_objective"


@frozen
class Reason:
    """A reason for a gap and where the source gives it."""

    text: str
    citation: str


@frozen
class ObjectiveGap:
    """An objective with a gap, the reasons, and the tensions that concern it."""

    objective: Objective
    gap: Gap
    reasons: tuple[Reason, ...]
    tensions: tuple[Tension, ...]

    @property
    def ref(self) -> ObjectiveRef:
        """The objective."""
        return self.objective.ref


@frozen
class PointGap:
    """A plan point with a gap, and the reasons."""

    plan_point: PlanPoint
    gap: Gap
    reasons: tuple[Reason, ...]

    @property
    def ref(self) -> PlanPointRef:
        """The plan point."""
        return self.plan_point.ref


@frozen
class GapsAnswer:
    """The gaps on both sides.

    ``statuses`` and ``objective_count`` count all objectives; the gaps are only of those with one.
    """

    question: ClassVar[str] = "gaps"

    objective_count: int
    statuses: dict[Status, int]
    objectives: tuple[ObjectiveGap, ...]
    plan_points: tuple[PointGap, ...]
    uncited: tuple[PlanPointRef, ...]

    @property
    def not_assessed(self) -> int:
        """The number of objectives without a status."""
        return self.objective_count - sum(self.statuses.values())

    def count(self, gap: Gap) -> int:
        """Return the number of objectives with this gap."""
        return sum(found.gap is gap for found in self.objectives)


def gap_of(crosswalk: Crosswalk, ref: ObjectiveRef, linkages: Sequence[Linkage]) -> Gap | None:
    """Return the widest gap of an objective, None where a plan point is named for it.

    A sentence names one, or a row of the plan's own table does.

    ``linkages`` are the objective's, those of its actions included.
    """
    # The coverage table comes first, because it is the source's own word on the objective.
    status = crosswalk.coverage_of(ref).status
    if status in (Status.NOT_ADDRESSED, Status.INDIRECT):
        return Gap(status.value)
    bases = {point.basis for point in points_behind(crosswalk, linkages)}
    if not bases:
        return Gap.NO_PLAN_POINT
    return Gap.CONTEXTUAL_ONLY if bases == {Basis.CONTEXTUAL} else None


def gaps(crosswalk: Crosswalk) -> GapsAnswer:
    """Return every objective and plan point with a gap, with reasons and their citations.

    >>> from gcmilo import load
    >>> points = gaps(load()).plan_points
    >>> [str(found.ref) for found in points if found.gap is Gap.NO_OBJECTIVE]
    ['17', '18']
    """
    statuses = [crosswalk.coverage_of(objective.ref).status for objective in crosswalk.objectives]
    return GapsAnswer(
        objective_count=len(crosswalk.objectives),
        statuses={status: statuses.count(status) for status in Status},
        objectives=tuple(_objective_gaps(crosswalk)),
        plan_points=tuple(_point_gaps(crosswalk)),
        uncited=crosswalk.uncited,
    )


def _objective_gaps(crosswalk: Crosswalk) -> list[ObjectiveGap]:
    found = []
    for objective in crosswalk.objectives:
        linkages = crosswalk.linkages_of(objective.ref)
        gap = gap_of(crosswalk, objective.ref, linkages)
        if gap is not None:
            reasons = (
                _coverage_reason(crosswalk, objective.ref),
                *_linkage_reasons(crosswalk, gap, linkages),
            )
            tensions = tensions_for(crosswalk, objective.ref)
            found.append(ObjectiveGap(objective, gap, reasons, tensions))
    return found


def _coverage_reason(crosswalk: Crosswalk, ref: ObjectiveRef) -> Reason:
    row = crosswalk.coverage_of(ref)
    if row.status is None:
        return Reason("The objective was not assessed yet.", crosswalk.source.cite())
    channel = f": {row.channel}" if row.channel else ""
    note = f" {row.note}" if row.note else ""
    text = f"The coverage table has it as {words(row.status)}{channel}.{note}"
    return Reason(text, crosswalk.source.cite_row(ref))


def _linkage_reasons(crosswalk: Crosswalk, gap: Gap, linkages: Sequence[Linkage]) -> list[Reason]:
    """Why the linkages leave a gap: what they say without a plan point, and on what basis."""
    reasons = []
    # With a contextual gap, plan points are cited; what is said without one is no reason for it.
    if gap is not Gap.CONTEXTUAL_ONLY:
        without_point = [linkage for linkage in linkages if not linkage.plan_point]
        reasons += [_linkage_reason(crosswalk, linkage) for linkage in without_point]
    if gap is Gap.NO_PLAN_POINT:
        reasons.append(Reason("No plan point is cited for it.", crosswalk.source.cite()))
    to_points = [linkage for linkage in linkages if linkage.plan_point]
    basis = strongest(to_points)
    if basis in _TIED_BY:
        behind = points_behind(crosswalk, to_points)
        points = [point.ref for point in behind if point.basis is basis]
        text = _TIED_BY[basis].format(joined(points))
        tying = [linkage for linkage in to_points if linkage.plan_point in points]
        reasons.append(Reason(text, crosswalk.source.cite(*places_of(tying))))
    return reasons


def _linkage_reason(crosswalk: Crosswalk, linkage: Linkage) -> Reason:
    """What a linkage without a plan point says: its words of strength, its stance and its note."""
    action = f"Action {linkage.action}: " if linkage.action else ""
    wording = f"“{linkage.wording}” " if linkage.wording else ""
    note = f" {linkage.note}" if linkage.note else ""
    text = f"{action}{wording}({words(linkage.stance)}).{note}"
    return Reason(text, crosswalk.source.cite(*linkage.at))


def _point_gaps(crosswalk: Crosswalk) -> list[PointGap]:
    found = []
    for point in crosswalk.plan_points:
        linkages = crosswalk.linkages_of(point.ref)
        served = objectives_served(crosswalk, linkages)
        if not served:
            text = f"Cited for {point.subject}; no objective is tied to it."
            reason = Reason(text, crosswalk.source.cite(*places_citing(point, linkages)))
            found.append(PointGap(point, Gap.NO_OBJECTIVE, (reason,)))
        elif all(objective.basis is Basis.CONTEXTUAL for objective in served):
            noun = "objective" if len(served) == 1 else "objectives"
            refs = joined(objective.ref for objective in served)
            text = f"Only the context ties it to {noun} {refs}."
            reason = Reason(text, crosswalk.source.cite(*places_of(linkages)))
            found.append(PointGap(point, Gap.CONTEXTUAL_ONLY, (reason,)))
    return found
