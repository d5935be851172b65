"""Mermaid: a flowchart that pages such as GitHub's draw."""

from collections.abc import Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.network import Edge, Node, edges, objective_nodes, plan_nodes
from gcmilo.model import Basis, Status

# Mermaid has no escape in quotation marks: it takes a character by its number.
_CODES = str.maketrans({character: f"#{ord(character)};" for character in '"#&<>`\\[]{}();|%'})
_CLASSES = {
    Status.ADDRESSED: "stroke-width:2px",
    Status.INDIRECT: "stroke-dasharray:6 3",
    Status.NOT_ADDRESSED: "stroke-dasharray:2 3",
}
_ARROWS = {Basis.EXPLICIT: "-->", Basis.LISTED: "--o", Basis.CONTEXTUAL: "-.->", None: "--x"}


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the linkage graph as a flowchart.

    A line that ends in a circle is listed; a dotted arrow is contextual; a line that ends in a
    cross does not serve the objective.
    """
    return "".join(f"{line}\n" for line in _lines(crosswalk))


def _lines(crosswalk: Crosswalk) -> Iterator[str]:
    objectives = objective_nodes(crosswalk)
    yield "flowchart LR"
    yield from _group("compact", "Global Compact for Migration", objectives)
    yield from _group("plan", crosswalk.plan.title, plan_nodes(crosswalk))
    yield from (f"  {_edge(edge)}" for edge in edges(crosswalk))
    for status, style in _CLASSES.items():
        members = ",".join(node.id for node in objectives if node.status is status)
        if members:
            yield f"  classDef {status} {style}"
            yield f"  class {members} {status}"


def _group(id: str, title: str, nodes: list[Node]) -> Iterator[str]:
    yield f"  subgraph {id} [{_quoted(title)}]"
    for node in nodes:
        yield f"    {node.id}[{_quoted(node.text)}]"
    yield "  end"


def _edge(edge: Edge) -> str:
    label = f"|{_quoted(edge.text)}|" if edge.text else ""
    return f"{edge.objective} {_ARROWS[edge.basis]}{label} {edge.plan_point}"


def _quoted(text: str) -> str:
    return f'"{text.translate(_CODES)}"'
