"""The linkage graph: objectives on one side, plan points and the plan as a whole on the other."""

from collections import defaultdict
from collections.abc import Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Stance, Status
from gcmilo.query.basis import paragraphs_of, strongest
from gcmilo.refs import ObjectiveRef, PlanPointRef

WHOLE_PLAN = "p__whole"
"""The node of the plan as a whole, to which linkages lead that name no point."""


@frozen
class Node:
    """An objective, a plan point, or (without ref) the plan as a whole. A node's id is plain ASCII."""

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
    """All linkages between two nodes; ``basis`` is the strongest, None where none of them serves the objective."""

    objective: str
    plan_point: str
    basis: Basis | None
    stances: tuple[Stance, ...]
    paragraphs: tuple[int, ...]

    @property
    def text(self) -> str:
        """What a picture writes on the edge: its paragraphs, and its stance where it does not serve the objective."""
        stances = [] if self.basis else [", ".join(stance.replace("_", " ") for stance in self.stances)]
        return "; ".join([*stances, ", ".join(f"{number}" for number in self.paragraphs)]).strip("; ")


def objective_nodes(crosswalk: Crosswalk) -> list[Node]:
    """Return the nodes of all objectives, those without a linkage included."""
    return [
        Node(_objective_id(o.ref), "objective", str(o.ref), o.label.en, crosswalk.coverage_of(o.ref).status)
        for o in crosswalk.objectives
    ]


def plan_nodes(crosswalk: Crosswalk) -> list[Node]:
    """Return the nodes of all cited plan points, and at last that of the plan as a whole."""
    points = [Node(_point_id(p.ref), "plan_point", str(p.ref), p.subject) for p in crosswalk.plan_points]
    return [*points, Node(WHOLE_PLAN, "plan", "", f"{crosswalk.plan.short} work without a point")]


def ends(linkage: Linkage) -> tuple[str, str]:
    """Return the ids of the two nodes that a linkage ties; an action's linkage is its objective's."""
    point = linkage.plan_point
    return _objective_id(linkage.objective), WHOLE_PLAN if point is None else _point_id(point)


def edges(crosswalk: Crosswalk) -> Iterator[Edge]:
    """Yield one edge for every two nodes that are tied, in the order of the linkages."""
    groups: defaultdict[tuple[str, str], list[Linkage]] = defaultdict(list)
    for linkage in crosswalk.linkages:
        groups[ends(linkage)].append(linkage)
    for (objective, point), linkages in groups.items():
        stances = tuple(dict.fromkeys(linkage.stance for linkage in linkages))
        yield Edge(objective, point, strongest(linkages), stances, paragraphs_of(linkages))


def _objective_id(ref: ObjectiveRef) -> str:
    return f"o{ref.key}"


def _point_id(ref: PlanPointRef) -> str:
    """The key with an underscore for a hyphen, and the code of a letter that is not plain."""
    plain = (c if c.isascii() and c.isalnum() else "_" if c == "-" else f"_x{ord(c):x}_" for c in ref.key)
    return f"p{''.join(plain)}"
