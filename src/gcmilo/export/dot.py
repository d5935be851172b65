"""DOT: the linkage graph for Graphviz."""

from collections.abc import Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.network import Edge, Node, edges, objective_nodes, plan_nodes
from gcmilo.model import Basis, Status

_NODES = {
    Status.ADDRESSED: "style=bold",
    Status.INDIRECT: "style=dashed",
    Status.NOT_ADDRESSED: "style=dotted",
    None: "style=solid",
}
# A bar at the head, as an arrow would say that the point serves the objective.
_EDGES = {
    Basis.EXPLICIT: "style=solid",
    Basis.LISTED: "style=solid, arrowhead=empty",
    Basis.CONTEXTUAL: "style=dashed",
    None: "style=dotted, arrowhead=tee",
}


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the linkage graph.

    An edge with an empty arrowhead is listed; a dashed one is contextual; a dotted one with a bar
    does not serve the objective.
    """
    return "".join(f"{line}\n" for line in _lines(crosswalk))


def _lines(crosswalk: Crosswalk) -> Iterator[str]:
    yield "digraph gcmilo {"
    yield "  graph [rankdir=LR];"
    yield "  node [shape=box];"
    yield from _group("compact", "Global Compact for Migration", objective_nodes(crosswalk))
    yield from _group("plan", crosswalk.plan.title, plan_nodes(crosswalk))
    yield from (f"  {_edge(edge)}" for edge in edges(crosswalk))
    yield "}"


def _group(id: str, title: str, nodes: list[Node]) -> Iterator[str]:
    # Graphviz frames and labels a subgraph only if its name starts with "cluster".
    yield f"  subgraph cluster_{id} {{"
    yield f"    label={_quoted(title)};"
    for node in nodes:
        yield f"    {node.id} [label={_quoted(node.text)}, {_NODES[node.status]}];"
    yield "  }"


def _edge(edge: Edge) -> str:
    label = f"label={_quoted(edge.text)}, " if edge.text else ""
    return f"{edge.objective} -> {edge.plan_point} [{label}{_EDGES[edge.basis]}];"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
