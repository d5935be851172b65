"""GraphML: one edge for every linkage, with all that is known of it, for network analysis."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.network import Node, ends, objective_nodes, plan_nodes
from gcmilo.model import Linkage

_NODE_KEYS = {"kind": "string", "ref": "string", "label": "string", "status": "string"}
_EDGE_KEYS = {
    "action": "string",
    "basis": "string",
    "stance": "string",
    "paragraph": "int",
    "place": "string",
    "wording": "string",
    "note": "string",
    "citation": "string",
}
# XML 1.0 cannot hold these, not even as character references.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the linkage graph as GraphML."""
    return "".join(f"{line}\n" for line in _lines(crosswalk))


def _lines(crosswalk: Crosswalk) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, type in keys.items():
            named = f'id="{target}_{name}" for="{target}" attr.name="{name}"'
            yield f'  <key {named} attr.type="{type}"/>'
    yield '  <graph id="gcmilo" edgedefault="directed">'
    for node in (*objective_nodes(crosswalk), *plan_nodes(crosswalk)):
        data = _data("node", _node(node))
        yield f'    <node id="{node.id}">{data}</node>'
    for number, linkage in enumerate(crosswalk.linkages, 1):
        source, target = ends(linkage)
        named = f'id="linkage{number}" source="{source}" target="{target}"'
        data = _data("edge", _edge(crosswalk, linkage))
        yield f"    <edge {named}>{data}</edge>"
    yield "  </graph>"
    yield "</graphml>"


def _node(node: Node) -> dict[str, object]:
    return {"kind": node.kind, "ref": node.ref or None, "label": node.label, "status": node.status}


def _edge(crosswalk: Crosswalk, linkage: Linkage) -> dict[str, object]:
    return {
        "action": linkage.action,
        "basis": linkage.basis,
        "stance": linkage.stance,
        "paragraph": linkage.paragraph,
        "place": linkage.place,
        "wording": linkage.wording,
        "note": linkage.note,
        "citation": crosswalk.source.cite(*linkage.at),
    }


def _data(target: str, values: Mapping[str, object]) -> str:
    elements = []
    for name, value in values.items():
        if value is not None:
            text = escape(_NOT_IN_XML.sub("\ufffd", str(value)))
            elements.append(f'<data key="{target}_{name}">{text}</data>')
    return "".join(elements)
