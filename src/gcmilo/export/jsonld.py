"""JSON-LD with its context in it: the same statements as in Turtle."""

import json
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.iris import Iris
from gcmilo.export.rdf_core import Iri, Value
from gcmilo.export.turtle import by_subject


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the statements as one JSON-LD document that ends in a line break."""
    iris = Iris(crosswalk, publication)
    graph = [_node(iris, subject, values) for subject, values in by_subject(iris).items()]
    data = {"@context": iris.prefixes, "@graph": graph}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _node(iris: Iris, subject: str, by_predicate: dict[str, list[Value]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _short(iris, subject)}
    for predicate, values in by_predicate.items():
        if predicate == "rdf:type":
            node["@type"] = [_short(iris, value.text) for value in values]
        else:
            # JSON-LD reads a value as a list of one.
            listed = [_value(iris, value) for value in values]
            node[predicate] = listed[0] if len(listed) == 1 else listed
    return node


def _value(iris: Iris, value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": _short(iris, value.text)}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    if value.type:
        return {"@value": value.text, "@type": f"xsd:{value.type}"}
    return value.text


def _short(iris: Iris, iri: str) -> str:
    return iris.short(iri) or iri
