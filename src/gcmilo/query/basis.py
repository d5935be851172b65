"""What linkages amount to: which points stand behind an objective, which objectives a point serves, how firmly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Trilingual
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, Ref


@frozen
class PointBehind:
    """A plan point behind an objective; ``basis`` is the strongest among the linkages, None where none serves it."""

    ref: PlanPointRef
    subject: str
    basis: Basis | None


@frozen
class ObjectiveServed:
    """An objective behind which a point or paragraph stands, with the strongest basis, None where none serves it."""

    ref: ObjectiveRef
    label: Trilingual
    basis: Basis | None


def strongest(linkages: Iterable[Linkage]) -> Basis | None:
    """Return the strongest basis among the linkages that serve their objective, None where none does."""
    found = {linkage.basis for linkage in linkages if linkage.stance.serves}
    return next((basis for basis in Basis if basis in found), None)


def by_point(linkages: Iterable[Linkage]) -> Mapping[PlanPointRef | None, list[Linkage]]:
    """Return the linkages by their plan point, those without one under None."""
    groups: defaultdict[PlanPointRef | None, list[Linkage]] = defaultdict(list)
    for linkage in linkages:
        groups[linkage.plan_point].append(linkage)
    return groups


def points_behind(crosswalk: Crosswalk, linkages: Iterable[Linkage]) -> tuple[PointBehind, ...]:
    """Return the plan points that the linkages put behind their objectives, in the plan's order."""
    groups = by_point(linkage for linkage in linkages if linkage.stance.serves)
    return tuple(
        PointBehind(p.ref, p.subject, strongest(groups[p.ref]))
        for p in crosswalk.plan_points
        if p.ref in groups
    )


def objectives_served(
    crosswalk: Crosswalk, linkages: Iterable[Linkage]
) -> tuple[ObjectiveServed, ...]:
    """Return the objectives that the linkages serve, in order; an action counts for its objective."""
    served = (linkage for linkage in linkages if linkage.stance.serves)
    return objectives_named(crosswalk, served)


def objectives_named(
    crosswalk: Crosswalk, linkages: Iterable[Linkage]
) -> tuple[ObjectiveServed, ...]:
    """Return the objectives of the linkages, in order, those included that no linkage serves."""
    groups: defaultdict[ObjectiveRef, list[Linkage]] = defaultdict(list)
    for linkage in linkages:
        groups[linkage.objective].append(linkage)
    return tuple(
        ObjectiveServed(o.ref, o.label, strongest(groups[o.ref]))
        for o in crosswalk.objectives
        if o.ref in groups
    )


def paragraphs_of(linkages: Iterable[Linkage]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the linkages stand in, in order."""
    return tuple(
        sorted({linkage.paragraph for linkage in linkages if linkage.paragraph is not None})
    )


def concerns(ref: Ref, wanted: Ref) -> bool:
    """Return whether a reference falls under the wanted one: an action falls under its objective."""
    return ref == wanted or (isinstance(ref, ActionRef) and ref.objective == wanted)
