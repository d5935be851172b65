"""The linkages as a tree: points under objectives, or objectives under points."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Objective, PlanPoint, Status, TreeBy, Trilingual
from gcmilo.query.basis import (
    by_point,
    objectives_served,
    paragraphs_among,
    places_of,
    points_behind,
    strongest,
)
from gcmilo.refs import ObjectiveRef, Place, PlanPointRef
from gcmilo.text import words


@frozen
class Leaf:
    """One end of linkages, under their other end, with its strongest basis and its places.

    ``ref`` is None for work without a plan point.
    """

    ref: ObjectiveRef | PlanPointRef | None
    name: str | Trilingual
    basis: Basis | None
    places: tuple[Place, ...]

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbered paragraphs among the places."""
        return paragraphs_among(self.places)


@frozen
class Branch:
    """An objective or plan point and what is linked with it."""

    ref: ObjectiveRef | PlanPointRef
    name: str | Trilingual
    status: Status | None
    leaves: tuple[Leaf, ...]


@frozen
class TreeAnswer:
    """The linkages as a tree, from the side that was asked for."""

    question: ClassVar[str] = "tree"

    by: TreeBy
    branches: tuple[Branch, ...]


def tree(crosswalk: Crosswalk, by: TreeBy = TreeBy.OBJECTIVE) -> TreeAnswer:
    """Return the linkages as a tree: points under objectives, or objectives under points.

    Work that the source ties to an objective without naming a point is one leaf without ``ref``.

    >>> from gcmilo import load
    >>> [str(branch.ref) for branch in tree(load(), TreeBy.PLAN_POINT).branches][:3]
    ['12(a)', '12(c)', '12(d)']
    """
    if by is TreeBy.PLAN_POINT:
        branches = [_point_branch(crosswalk, point) for point in crosswalk.plan_points]
    else:
        branches = [_objective_branch(crosswalk, found) for found in crosswalk.objectives]
    return TreeAnswer(by, tuple(branches))


def _objective_branch(crosswalk: Crosswalk, objective: Objective) -> Branch:
    linkages = crosswalk.linkages_of(objective.ref)
    groups = by_point(linkages)
    leaves = []
    for point in points_behind(crosswalk, linkages):
        places = places_of(groups[point.ref])
        leaves.append(Leaf(point.ref, point.subject, point.basis, places))
    without_point = groups.get(None)
    if without_point:
        stances = dict.fromkeys(words(linkage.stance) for linkage in without_point)
        name = f"no plan point ({', '.join(stances)})"
        basis = strongest(without_point)
        leaves.append(Leaf(None, name, basis, places_of(without_point)))
    status = crosswalk.coverage_of(objective.ref).status
    return Branch(objective.ref, objective.label, status, tuple(leaves))


def _point_branch(crosswalk: Crosswalk, point: PlanPoint) -> Branch:
    linkages = crosswalk.linkages_of(point.ref)
    leaves = []
    for served in objectives_served(crosswalk, linkages):
        places = places_of(linkage for linkage in linkages if linkage.objective == served.ref)
        leaves.append(Leaf(served.ref, served.label, served.basis, places))
    return Branch(point.ref, point.subject, None, tuple(leaves))
