"""JSON-LD with its context in it: the same statements as in Turtle."""

import json
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.names import Names
from gcmilo.export.rdf_core import Iri, Value
from gcmilo.export.turtle import by_subject


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the statements as one JSON-LD document that ends in a line break."""
    names = Names(crosswalk, publication)
    graph = [_node(names, subject, stated) for subject, stated in by_subject(names).items()]
    return json.dumps({"@context": names.prefixes, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _node(names: Names, subject: str, stated: dict[str, list[Value]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _iri(names, subject)}
    for predicate, values in stated.items():
        if predicate == "rdf:type":
            node["@type"] = [_iri(names, value.text) for value in values]
        else:
            listed = [_value(names, value) for value in values]
            node[predicate] = listed[0] if len(listed) == 1 else listed
    return node


def _value(names: Names, value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": _iri(names, value.text)}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": f"xsd:{value.type}"} if value.type else value.text


def _iri(names: Names, iri: str) -> str:
    return names.short(iri) or iri
