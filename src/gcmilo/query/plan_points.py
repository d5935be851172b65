"""Points of the plan: one and all that is said of it, or all of them."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Activity, Document, Linkage, PlanPoint, Tension
from gcmilo.query.basis import ObjectiveServed, objectives_served, places_citing
from gcmilo.query.evidence import activities_for, documents_in, tensions_for
from gcmilo.references.arguments import find_plan_point
from gcmilo.refs import Place, PlanPointRef


@frozen
class PlanPointAnswer:
    """A plan point and all that is said of it."""

    question: ClassVar[str] = "plan-point"

    plan_point: PlanPoint
    objectives: tuple[ObjectiveServed, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]
    tensions: tuple[Tension, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the source cites the point."""
        return places_citing(self.plan_point, self.linkages)


@frozen
class PlanPointLine:
    """A plan point in a list, the objectives it serves, and where the source cites it."""

    plan_point: PlanPoint
    objectives: tuple[ObjectiveServed, ...]
    places: tuple[Place, ...]


@frozen
class PlanPointsAnswer:
    """The cited plan points, and those that the numbering implies but the source never cites."""

    question: ClassVar[str] = "plan-points"

    plan_points: tuple[PlanPointLine, ...]
    uncited: tuple[PlanPointRef, ...]

    def __len__(self) -> int:
        return len(self.plan_points)


def plan_point(crosswalk: Crosswalk, ref: str) -> PlanPointAnswer:
    """Return what a plan point serves and where the source says so.

    Raises:
        MalformedReference: ``ref`` is no such reference, or may mean several points.
        UnknownReference: there is no such point, or the source never cites it.

    >>> from gcmilo import load
    >>> plan_point(load(), "13 d").plan_point.subject
    'fair recruitment'
    """
    found = find_plan_point(crosswalk, ref)
    linkages = crosswalk.linkages_of(found)
    return PlanPointAnswer(
        plan_point=crosswalk.plan_point(found),
        objectives=objectives_served(crosswalk, linkages),
        linkages=linkages,
        activities=activities_for(crosswalk, found),
        documents=documents_in(crosswalk, crosswalk.plan_point(found).paragraphs),
        tensions=tensions_for(crosswalk, found),
    )


def plan_points(crosswalk: Crosswalk) -> PlanPointsAnswer:
    """Return the cited plan points with the objectives they serve, and the uncited points."""
    lines = []
    for point in crosswalk.plan_points:
        linkages = crosswalk.linkages_of(point.ref)
        served = objectives_served(crosswalk, linkages)
        lines.append(PlanPointLine(point, served, places_citing(point, linkages)))
    return PlanPointsAnswer(tuple(lines), crosswalk.uncited)
