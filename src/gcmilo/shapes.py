"""One description of every record: from it come its JSON value and its JSON Schema (2020-12).

A shape is what a value is in JSON. A field of a record is a shape, and is read from the attribute
of its name unless ``of`` says otherwise. The shape of an answer is beside its page, in
``gcmilo.output``; the shapes here are in several answers, or in the export of everything.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from gcmilo.model import (
    ActivityKind,
    ActivityStatus,
    Basis,
    DocumentKind,
    Means,
    MeansBasis,
    Source,
    Stance,
    Status,
    TensionKind,
    cite_compact,
)

Data = dict[str, Any]
"""The JSON value of a record."""

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Shape(NamedTuple):
    """What a value is in JSON: its schema, and the function that makes it.

    ``to_json`` takes the value and the source that citations name. ``read`` takes the value from
    the record that it is a field of; None is for the attribute of the field's name. ``fields`` are
    those of a record.
    """

    schema: Schema
    to_json: Callable[[Any, Source], Any]
    read: Callable[[Any], Any] | None = None
    fields: Mapping[str, "Shape"] = MappingProxyType({})

    def of(self, read: str | Callable[[Any], Any]) -> "Shape":
        """Return the shape of a field that is read by a function, or by the names of attributes."""
        return self._replace(read=attrgetter(read) if isinstance(read, str) else read)

    def within(self, path: str, *names: str) -> dict[str, "Shape"]:
        """Return fields of this record as fields of another that holds it under ``path``.

        Without ``names``, all fields are returned.
        """
        outer = attrgetter(path)
        fields = {}
        for name in names or self.fields:
            shape = self.fields[name]
            fields[name] = shape.of(_composed(outer, _reader(name, shape)))
        return fields

    def only(self, *names: str) -> "Shape":
        """Return the shape of this record with only some of its fields."""
        return record(**{name: self.fields[name] for name in names})


def _composed(first: Callable[[Any], Any], then: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: then(first(value))


def _reader(name: str, shape: Shape) -> Callable[[Any], Any]:
    return shape.read or attrgetter(name)


def _unchanged(value: Any, _: Source) -> Any:
    return value


def _as_text(value: Any, _: Source) -> str:
    return str(value)


TEXT = Shape({"type": "string"}, _as_text)
"""A text, or what is written as one: a reference, a place, a word of an enumeration."""
NUMBER = Shape({"type": "integer"}, _unchanged)
TRUTH = Shape({"type": "boolean"}, _unchanged)
COUNTS = Shape({"type": "object", "additionalProperties": NUMBER.schema}, _unchanged)
"""An object with any keys, each with a number."""

CITED_PARAGRAPH = Shape(TEXT.schema, lambda number, source: source.cite_paragraphs(number))
CITED_PARAGRAPHS = Shape(TEXT.schema, lambda numbers, source: source.cite_paragraphs(*numbers))
CITED_PLACES = Shape(TEXT.schema, lambda places, source: source.cite(*places))
CITED_ROW = Shape(TEXT.schema, lambda objective, source: source.cite_row(objective))
CITED_COMPACT = Shape(TEXT.schema, lambda ref, _: cite_compact(ref))
"""Citations: of a paragraph, paragraphs, places, a row of the coverage table, the Compact."""


def word_of(enumeration: Iterable[StrEnum]) -> Shape:
    """Return the shape of one word of an enumeration."""
    return Shape({"type": "string", "enum": [word.value for word in enumeration]}, _unchanged)


def maybe(shape: Shape) -> Shape:
    """Return a shape that may also be null."""

    def to_json(value: Any, source: Source) -> Any:
        return None if value is None else shape.to_json(value, source)

    return Shape({"anyOf": [shape.schema, {"type": "null"}]}, to_json, shape.read, shape.fields)


def many(shape: Shape) -> Shape:
    """Return the shape of a list."""

    def to_json(values: Iterable[Any], source: Source) -> list[Any]:
        return [shape.to_json(value, source) for value in values]

    return Shape({"type": "array", "items": shape.schema}, to_json)


TEXTS = many(TEXT)
NUMBERS = many(NUMBER)


def record(**fields: Shape) -> Shape:
    """Return the shape of an object with the fields as its keys.

    Its schema allows other keys too, so that a later version may add some.
    """
    readers = [(name, _reader(name, shape), shape.to_json) for name, shape in fields.items()]

    def to_json(value: Any, source: Source) -> Data:
        return {name: field_json(read(value), source) for name, read, field_json in readers}

    properties = {name: shape.schema for name, shape in fields.items()}
    schema = {"type": "object", "properties": properties, "required": list(fields)}
    return Shape(schema, to_json, fields=fields)


def answer(question: str, /, **fields: Shape) -> Shape:
    """Return the shape of the answer to a question, whose first key names its schema."""
    name = schema_name(question)
    constant = Shape({"const": name}, lambda *_: name)
    # The constant is read from the answer itself, which has no attribute of the key's name.
    return record(schema=constant.of(lambda answer: answer), **fields)


def schema_name(question: str) -> str:
    """Return the name of the schema of a question: ``gcmilo/plan-point/1``."""
    return f"gcmilo/{question}/1"


TRILINGUAL = record(en=TEXT, fr=TEXT, es=TEXT)
END = record(ref=TEXT, basis=maybe(word_of(Basis)))
"""An end of linkages, with the strongest basis; null where none of them serves."""
_TIES = many(record(ref=TEXT, basis=word_of(Basis)))

_ACTION = record(
    ref=TEXT.of(lambda item: item[0]),
    letter=TEXT.of(lambda item: item[1].letter),
    label=TEXT.of(lambda item: item[1].label),
)
OBJECTIVE = record(
    ref=TEXT,
    number=NUMBER,
    title=TEXT.of("title.en"),
    titles=TRILINGUAL.of("title"),
    label=TEXT.of("label.en"),
    labels=TRILINGUAL.of("label"),
    gcm_paragraph=NUMBER.of("ref.gcm_paragraph"),
    round_table=NUMBER,
    sdg_targets=TEXTS,
    sdg_note=maybe(TEXT),
    actions=many(_ACTION).of(lambda objective: objective.actions_by_ref.items()),
    citation=CITED_COMPACT.of("ref"),
)
PLAN = record(title=TEXT, organisation=TEXT, short=TEXT, period=maybe(TEXT), symbol=maybe(TEXT))
SOURCE = record(
    symbol=TEXT,
    title=TEXT,
    author=maybe(TEXT),
    session=maybe(TEXT),
    date=maybe(TEXT),
    edition=maybe(TEXT),
    address=maybe(TEXT),
    coverage_table=maybe(TEXT),
    sha256=maybe(TEXT),
)
TERM = record(en=TEXTS, fr=TEXTS, es=TEXTS)
PLAN_POINT = record(
    ref=TEXT,
    key=TEXT.of("ref.key"),
    subject=TEXT,
    summary=maybe(TEXT),
    means=maybe(many(word_of(Means))),
    means_basis=maybe(word_of(MeansBasis)),
    paragraphs=NUMBERS,
    citation=CITED_PARAGRAPHS.of("paragraphs"),
)
COVERAGE = record(
    objective=NUMBER.of("objective.number"),
    status=maybe(word_of(Status)),
    channel=maybe(TEXT),
    note=maybe(TEXT),
    citation=CITED_ROW.of("objective"),
)
LINKAGE = record(
    objective=NUMBER.of("objective.number"),
    action=maybe(TEXT),
    plan_point=maybe(TEXT),
    paragraph=maybe(NUMBER),
    basis=word_of(Basis),
    stance=word_of(Stance),
    wording=maybe(TEXT),
    note=maybe(TEXT),
    citation=CITED_PLACES.of("at"),
    place=maybe(TEXT),
)
PARAGRAPH = record(number=NUMBER, section=TEXT, summary=TEXT, citation=CITED_PARAGRAPH.of("number"))
ACTIVITY = record(
    id=TEXT,
    name=TEXT,
    kind=word_of(ActivityKind),
    owner=TEXT,
    status=maybe(word_of(ActivityStatus)),
    dates=TEXTS,
    figures=many(record(value=NUMBER, of=TEXT)),
    partners=TEXTS,
    places=TEXTS,
    objectives=_TIES,
    plan_points=_TIES,
    paragraphs=NUMBERS,
    summary=TEXT,
    also=TEXTS,
    citation=CITED_PARAGRAPHS.of("paragraphs"),
)
DOCUMENT = record(
    id=TEXT,
    symbol=maybe(TEXT),
    title=TEXT,
    year=maybe(NUMBER),
    kind=word_of(DocumentKind),
    footnote=maybe(NUMBER),
    address=maybe(TEXT),
    paragraphs=NUMBERS,
    also=TEXTS,
    citation=CITED_PARAGRAPHS.of("paragraphs"),
)
SIDE = record(text=TEXT, quote=maybe(TEXT), citation=CITED_PLACES.of("at"), at=TEXTS)
TENSION = record(
    id=TEXT,
    kind=word_of(TensionKind),
    title=TEXT,
    objectives=TEXTS,
    plan_points=TEXTS,
    sides=many(SIDE),
)

_SIDES = many(SIDE.only("text", "quote", "citation"))
DEFINITIONS = {
    "end": END,
    "linkage": LINKAGE,
    "activity": ACTIVITY,
    "document": DOCUMENT,
    "tension": record(**{**TENSION.fields, "sides": _SIDES}),
}
"""The records that are in many answers, by the names that their schemas refer to them by."""


def shared(name: str) -> Shape:
    """Return the shape of a definition, whose schema refers to it."""
    return Shape({"$ref": f"#/$defs/{name}"}, DEFINITIONS[name].to_json)


ENDS = many(shared("end"))
LINKAGES = many(shared("linkage"))
ACTIVITIES = many(shared("activity"))
DOCUMENTS = many(shared("document"))
TENSIONS = many(shared("tension"))


def complete_schema(question: str, shape: Shape) -> Schema:
    """Return the JSON Schema of a whole answer, with the definitions that it refers to."""
    schema: Schema = {"$schema": _DIALECT, "title": schema_name(question), **shape.schema}
    used = sorted(_used(shape.schema))
    if used:
        schema["$defs"] = {name: DEFINITIONS[name].schema for name in used}
    return schema


def _used(schema: Schema) -> set[str]:
    """The names of the definitions that a schema refers to, directly or through others."""
    direct = set(_referred(schema))
    return direct.union(*(_used(DEFINITIONS[name].schema) for name in direct))


def _referred(schema: Any) -> Iterator[str]:
    """The names of the definitions that a part of a schema refers to directly."""
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].rpartition("/")[2]
        for inner in schema.values():
            yield from _referred(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _referred(inner)


def schema_text(schema: Schema) -> str:
    """Return a JSON Schema as text that ends in a line break."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
