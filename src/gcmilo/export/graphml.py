"""GraphML: one edge for every linkage, with all that is known of it, for tools that analyse networks."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

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
    "wording": "string",
    "note": "string",
    "citation": "string",
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the linkage graph as GraphML."""
    return "".join(f"{line}\n" for line in _lines(crosswalk))


def _lines(crosswalk: Crosswalk) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, type in keys.items():
            yield f'  <key id="{target}_{name}" for="{target}" attr.name="{name}" attr.type="{type}"/>'
    yield '  <graph id="gcmilo" edgedefault="directed">'
    for node in (*objective_nodes(crosswalk), *plan_nodes(crosswalk)):
        yield f"    <node id={quoteattr(node.id)}>{_data('node', _node(node))}</node>"
    for number, linkage in enumerate(crosswalk.linkages, 1):
        source, target = ends(linkage)
        data = _data("edge", _edge(crosswalk, linkage))
        yield f'    <edge id="linkage{number}" source={quoteattr(source)} target={quoteattr(target)}>{data}</edge>'
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
        "wording": linkage.wording,
        "note": linkage.note,
        "citation": crosswalk.source.cite_paragraphs(linkage.paragraph),
    }


def _data(target: str, values: Mapping[str, object]) -> str:
    known = {name: _NO_XML.sub("\ufffd", str(value)) for name, value in values.items() if value is not None}
    return "".join(f'<data key="{target}_{name}">{escape(text)}</data>' for name, text in known.items())
