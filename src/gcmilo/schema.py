"""The words in which the JSON shapes describe themselves, each a piece of JSON Schema (2020-12)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
TRUTH: Schema = {"type": "boolean"}
COUNTS: Schema = {"type": "object", "additionalProperties": NUMBER}
"""An object with any keys, each with a number."""

TEXTS: Schema = {"type": "array", "items": TEXT}
NUMBERS: Schema = {"type": "array", "items": NUMBER}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def words(enumeration: Iterable[StrEnum]) -> Schema:
    """Return the shape of one word of an enumeration."""
    return {"type": "string", "enum": [word.value for word in enumeration]}


def maybe(shape: Schema) -> Schema:
    """Return a shape that may also be null."""
    return {"anyOf": [shape, {"type": "null"}]}


def many(shape: Schema) -> Schema:
    """Return the shape of a list."""
    return {"type": "array", "items": shape}


def record(**fields: Schema) -> Schema:
    """Return the shape of an object. Every key must be there; there may be others, as keys only grow."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def shared(name: str) -> Schema:
    """Return the shape that stands under a name among the definitions."""
    return {"$ref": f"#/$defs/{name}"}


def answer(name: str, /, **fields: Schema) -> Schema:
    """Return the shape of a whole answer, which says first by which schema it goes."""
    return record(schema={"const": f"gcmilo/{name}/1"}, **fields)


def document(name: str, shape: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return a complete JSON Schema: a shape with the definitions that it uses."""
    used = sorted(_used(shape, definitions))
    start = {"$schema": _DIALECT, "title": f"gcmilo/{name}/1"}
    return start | shape | ({"$defs": {key: definitions[key] for key in used}} if used else {})


def _used(shape: Schema, definitions: Mapping[str, Schema]) -> set[str]:
    """The names of the definitions that a shape uses, those used by them included."""
    direct = set(_referred(shape))
    return direct.union(*(_used(definitions[name], definitions) for name in direct))


def _referred(shape: Any) -> Iterator[str]:
    if isinstance(shape, dict):
        if isinstance(shape.get("$ref"), str):
            yield shape["$ref"].rpartition("/")[2]
        for inner in shape.values():
            yield from _referred(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from _referred(inner)


def as_text(schema: Schema) -> str:
    """Return a JSON Schema as text that ends in a line break."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
