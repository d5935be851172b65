"""What linkages add up to: which points serve which objectives, on what basis, and where."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, PlanPoint, Trilingual
from gcmilo.refs import (
    ActionRef,
    ObjectiveRef,
    Place,
    PlanPointRef,
    Ref,
    paragraph_place,
    place_in_words,
)


@frozen
class PointBehind:
    """A plan point that serves an objective.

    ``basis`` is the strongest among the linkages, or None where none of them serves it.
    """

    ref: PlanPointRef
    subject: str
    basis: Basis | None


@frozen
class ObjectiveServed:
    """An objective that a plan point or paragraph serves, or at least names.

    ``basis`` is the strongest among the linkages, or None where none of them serves it.
    """

    ref: ObjectiveRef
    label: Trilingual
    basis: Basis | None


def strongest(linkages: Iterable[Linkage]) -> Basis | None:
    """Return the strongest basis among the linkages that serve their objective, or None."""
    found = {linkage.basis for linkage in linkages if linkage.stance.serves}
    for basis in Basis:  # strongest first
        if basis in found:
            return basis
    return None


def by_point(linkages: Iterable[Linkage]) -> Mapping[PlanPointRef | None, list[Linkage]]:
    """Return the linkages by their plan point, those without one under None."""
    groups: defaultdict[PlanPointRef | None, list[Linkage]] = defaultdict(list)
    for linkage in linkages:
        groups[linkage.plan_point].append(linkage)
    return groups


def points_behind(crosswalk: Crosswalk, linkages: Iterable[Linkage]) -> tuple[PointBehind, ...]:
    """Return the plan points by which the linkages serve their objectives, in the plan's order."""
    groups = by_point(linkage for linkage in linkages if linkage.stance.serves)
    return tuple(
        PointBehind(point.ref, point.subject, strongest(groups[point.ref]))
        for point in crosswalk.plan_points
        if point.ref in groups
    )


def objectives_served(
    crosswalk: Crosswalk, linkages: Iterable[Linkage]
) -> tuple[ObjectiveServed, ...]:
    """Return the objectives that the linkages serve, in order; an action serves its objective."""
    served = (linkage for linkage in linkages if linkage.stance.serves)
    return objectives_named(crosswalk, served)


def objectives_named(
    crosswalk: Crosswalk, linkages: Iterable[Linkage]
) -> tuple[ObjectiveServed, ...]:
    """Return the objectives of the linkages, in order, whether the linkages serve them or not."""
    groups: defaultdict[ObjectiveRef, list[Linkage]] = defaultdict(list)
    for linkage in linkages:
        groups[linkage.objective].append(linkage)
    return tuple(
        ObjectiveServed(objective.ref, objective.label, strongest(groups[objective.ref]))
        for objective in crosswalk.objectives
        if objective.ref in groups
    )


def paragraphs_of(linkages: Iterable[Linkage]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the linkages are in, each once and in order."""
    return paragraphs_among(places_of(linkages))


def places_of(linkages: Iterable[Linkage]) -> tuple[Place, ...]:
    """Return the places of the linkages, each once: paragraphs in order, then those in words."""
    # By what the places are made of, because there may be thousands of linkages.
    found = dict.fromkeys((link.paragraph, link.place) for link in linkages)
    numbers = {number for number, _ in found if number is not None}
    paragraphs = [paragraph_place(number) for number in sorted(numbers)]
    return (*paragraphs, *(place_in_words(words) for _, words in found if words))


def paragraphs_among(places: Iterable[Place]) -> tuple[int, ...]:
    """Return the numbers of the numbered paragraphs among places."""
    return tuple(place.number for place in places if place.number is not None)


def places_citing(point: PlanPoint, linkages: Iterable[Linkage]) -> tuple[Place, ...]:
    """Return the paragraphs that cite a point, then the places in words of its linkages."""
    paragraphs = [paragraph_place(number) for number in point.paragraphs]
    return (*paragraphs, *(place for place in places_of(linkages) if place.words))


def bases_to_show(bases: Iterable[Basis | None]) -> list[Basis]:
    """Return the bases that a key or a head names: ``listed`` only where something is."""
    found = set(bases)
    return [basis for basis in Basis if basis is not Basis.LISTED or basis in found]


def concerns(ref: Ref, wanted: Ref) -> bool:
    """Return whether a reference is the wanted one, or an action of it."""
    return ref == wanted or (isinstance(ref, ActionRef) and ref.objective == wanted)
