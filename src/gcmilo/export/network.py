"""The linkage graph: objectives on one side, plan points and the plan as a whole on the other."""

from collections import defaultdict
from collections.abc import Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Stance, Status
from gcmilo.query.basis import paragraphs_among, places_of, strongest
from gcmilo.refs import ObjectiveRef, Place, PlanPointRef
from gcmilo.text import words

# No point has this id: a key does not start with a hyphen.
_WHOLE_PLAN = "p__whole"
"""The id of the plan as a whole, the end of linkages that name no point."""


@frozen
class Node:
    """An objective, a plan point, or (without ref) the plan as a whole.

    ``id`` is plain ASCII, as not every program takes more.
    """

    id: str
    kind: str
    ref: str
    label: str
    status: Status | None = None

    @property
    def text(self) -> str:
        """What a picture shows: ``13(d) fair recruitment``."""
        return f"{self.ref} {self.label}".strip()


@frozen
class Edge:
    """All linkages between two nodes, by their ids.

    ``basis`` is the strongest, None where no linkage serves the objective.
    """

    objective: str
    plan_point: str
    basis: Basis | None
    stances: tuple[Stance, ...]
    places: tuple[Place, ...]

    @property
    def text(self) -> str:
        """What a picture shows: ``9, 12; page 3``, after ``limits;`` where no linkage serves."""
        stances = ", ".join(words(stance) for stance in self.stances)
        numbers = ", ".join(str(number) for number in paragraphs_among(self.places))
        places = [numbers, *(place.words for place in self.places)]
        parts = places if self.basis else [stances, *places]
        return "; ".join(part for part in parts if part)


def objective_nodes(crosswalk: Crosswalk) -> list[Node]:
    """Return the nodes of all objectives, those without a linkage included."""
    nodes = []
    for objective in crosswalk.objectives:
        ref, label = objective.ref, objective.label.en
        status = crosswalk.coverage_of(ref).status
        nodes.append(Node(_objective_id(ref), "objective", str(ref), label, status))
    return nodes


def plan_nodes(crosswalk: Crosswalk) -> list[Node]:
    """Return the nodes of all cited plan points, and last that of the plan as a whole."""
    nodes = [
        Node(_point_id(point.ref), "plan_point", str(point.ref), point.subject)
        for point in crosswalk.plan_points
    ]
    nodes.append(Node(_WHOLE_PLAN, "plan", "", f"{crosswalk.plan.short} work without a point"))
    return nodes


def ends(linkage: Linkage) -> tuple[str, str]:
    """Return the ids of the objective's and the plan's node that a linkage ties.

    The linkage of an action is one of its objective.
    """
    point = linkage.plan_point
    return _objective_id(linkage.objective), _point_id(point) if point else _WHOLE_PLAN


def edges(crosswalk: Crosswalk) -> Iterator[Edge]:
    """Yield one edge for every two nodes that are tied, in the order of the linkages."""
    groups: defaultdict[tuple[str, str], list[Linkage]] = defaultdict(list)
    for linkage in crosswalk.linkages:
        groups[ends(linkage)].append(linkage)
    for (objective, point), linkages in groups.items():
        stances = tuple(dict.fromkeys(linkage.stance for linkage in linkages))
        yield Edge(objective, point, strongest(linkages), stances, places_of(linkages))


def _objective_id(ref: ObjectiveRef) -> str:
    return f"o{ref.key}"


def _point_id(ref: PlanPointRef) -> str:
    return "p" + "".join(_plain(character) for character in ref.key)


def _plain(character: str) -> str:
    """The character as an id may hold it: keys have letters of any script, and hyphens."""
    if character.isascii() and character.isalnum():
        return character
    return "_" if character == "-" else f"_x{ord(character):x}_"
