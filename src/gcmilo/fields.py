"""What a field of a data file may hold.

Each kind of field reads a node into a value, or reports why it cannot. The kinds are data, so that
the table that reads a file also gives its JSON Schema.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from gcmilo.errors import Fault
from gcmilo.frozen import frozen
from gcmilo.strict_yaml import Node, described
from gcmilo.text import closest, joined, shown

MOST_CHARACTERS = 2_000
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")
_FORMULA_STARTS = ("=", "+", "-", "@")
"""A spreadsheet runs a cell that starts so, and every text of the data may get into a CSV file."""

Schema = dict[str, Any]


class Unreadable(Exception):
    """There is no value; the reason was reported as a fault."""


class FaultCollector:
    """The list that faults go to, and the file and key that they are reported under."""

    def __init__(self, file: str, faults: list[Fault], key: str | None = None) -> None:
        self.file = file
        self.faults = faults
        self.key = key
        self._by_key: dict[str, FaultCollector] = {}

    def at(self, key: str) -> "FaultCollector":
        """Return the collector for a key, the same one for every record that has the key."""
        if key not in self._by_key:
            self._by_key[key] = FaultCollector(self.file, self.faults, key)
        return self._by_key[key]

    def fault(self, line: int | None, text: str, suggestion: str | None = None) -> None:
        """Report a fault under this collector's key."""
        self.faults.append(Fault(self.file, line, self.key, text, suggestion))

    def refuse(self, node: Node, text: str, suggestion: str | None = None) -> Unreadable:
        """Report a fault at a node and return the exception to raise."""
        self.fault(node.line, text, suggestion)
        return Unreadable()

    def unknown_key(self, key: str, line: int, known: Iterable[str]) -> str | None:
        """Report a key that is none of the known ones, and return the one that it resembles."""
        meant = closest(key, known)
        name = shown(key)[1:-1]  # without the quotation marks
        self.at(name).fault(line, "this key is unknown", meant)
        return meant


class Kind(Protocol):
    """A kind of field."""

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the value of a node; raise Unreadable after reporting why there is none."""

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""


def _refuse_formula(text: str, node: Node, collector: FaultCollector) -> None:
    if text.startswith(_FORMULA_STARTS):
        raise collector.refuse(
            node, f"a text may not start with {text[0]}: a spreadsheet would run it"
        )


class Text:
    """A text of one line."""

    def read(self, node: Node, collector: FaultCollector) -> str:
        """Return the text."""
        if not isinstance(node.value, str) or not node.value:
            raise collector.refuse(node, f"a text is wanted here, not {described(node)}")
        if len(node.value) > MOST_CHARACTERS:
            raise collector.refuse(node, f"the text is longer than {MOST_CHARACTERS} characters")
        _refuse_formula(node.value, node, collector)
        return node.value

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {
            "type": "string",
            "minLength": 1,
            "maxLength": MOST_CHARACTERS,
            "pattern": r"^[^=+\-@]",
        }


@frozen
class Pattern:
    """A text of one form."""

    name: str
    form: str

    def read(self, node: Node, collector: FaultCollector) -> str:
        """Return the text."""
        if not isinstance(node.value, str) or not re.fullmatch(self.form, node.value, re.ASCII):
            raise collector.refuse(node, f"{self.name} is wanted here, not {described(node)}")
        return node.value

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"type": "string", "pattern": f"^({self.form})$", "description": self.name}


def listed_number(text: str) -> int | None:
    """Return the number that at most nine digits are, or None for any other text.

    A leading zero makes another text of it, because a number has one canonical spelling.
    """
    return int(text) if _NUMBER.fullmatch(text) else None


@frozen
class Number:
    """A whole number within bounds, quoted or not."""

    least: int
    most: int

    def read(self, node: Node, collector: FaultCollector) -> int:
        """Return the number."""
        number = listed_number(node.value) if isinstance(node.value, str) else None
        if number is not None and self.least <= number <= self.most:
            return number
        raise collector.refuse(
            node, f"a number from {self.least} to {self.most} is wanted here, not {described(node)}"
        )

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        plain = {"type": "integer", "minimum": self.least, "maximum": self.most}
        return {"anyOf": [plain, {"type": "string", "pattern": f"^({_NUMBER.pattern})$"}]}


@frozen
class OneOf:
    """One word of a fixed list."""

    words: type[StrEnum]

    def read(self, node: Node, collector: FaultCollector) -> StrEnum:
        """Return the word as a member of its enumeration."""
        written = node.value if isinstance(node.value, str) else ""
        word = self._by_value.get(written)
        if word is not None:
            return word
        text = f"{described(node)} is none of {joined(self._by_value, 'or')}"
        raise collector.refuse(node, text, closest(written, self._by_value))

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"enum": list(self._by_value)}

    @cached_property
    def _by_value(self) -> Mapping[str, StrEnum]:
        return {word.value: word for word in self.words}


@frozen
class Reference:
    """A reference, quoted and in its canonical spelling.

    ``parse`` returns None for a text that is no such reference.
    """

    name: str
    parse: Callable[[str], object | None]

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the reference as a value."""
        ref = self.parse(node.value) if isinstance(node.value, str) else None
        if ref is None:
            raise collector.refuse(node, f"{self.name} is wanted here, not {described(node)}")
        if str(ref) != node.value:
            raise collector.refuse(
                node, f"{shown(str(node.value))} is not the canonical spelling", f'"{ref}"'
            )
        # Without quotation marks, YAML tools would take 12 for a number and 8.10 for 8.1.
        if not node.quoted:
            raise collector.refuse(node, "a reference stands in quotation marks", f'"{ref}"')
        _refuse_formula(node.value, node, collector)
        return ref

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"type": "string", "minLength": 1, "description": self.name}


@frozen
class Each:
    """A list of one kind."""

    kind: Kind

    def read(self, node: Node, collector: FaultCollector) -> tuple[Any, ...]:
        """Return the values; every bad item is reported."""
        if not isinstance(node.value, list):
            raise collector.refuse(node, f"a list is wanted here, not {described(node)}")
        values = []
        unreadable = False
        for item in node.value:
            try:
                values.append(self.kind.read(item, collector))
            except Unreadable:  # goes on, so that the faults of the other items are reported too
                unreadable = True
        if unreadable:
            raise Unreadable
        return tuple(values)

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"type": "array", "items": self.kind.schema()}


@frozen
class Maybe:
    """A kind, or null."""

    kind: Kind

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the value, or None where nothing is written."""
        return None if node.value is None else self.kind.read(node, collector)

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"anyOf": [self.kind.schema(), {"type": "null"}]}


class Row(NamedTuple):
    """What could be read of one record.

    ``fields`` holds the sound fields, ``nodes`` the nodes of all fields by their keys, ``record``
    the whole, or None where a field is not sound.
    """

    file: str
    line: int
    fields: Mapping[str, Any]
    nodes: Mapping[str, Node]
    record: Any

    def line_of(self, key: str) -> int:
        """Return the line of a field, or of the record where the field is missing."""
        return self.nodes[key].line if key in self.nodes else self.line


@frozen
class RecordField:
    """A mapping with known keys, made into a value by ``build``.

    The optional keys may be left out or null. ``either`` are two keys of which one stands there,
    and of which only one has a value.
    """

    build: Callable[..., Any]
    required: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)
    either: tuple[str, str] | None = None

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the value of the mapping."""
        row = self.read_row(node, collector)
        if row.record is None:
            raise Unreadable
        return row.record

    def read_row(self, node: Node, collector: FaultCollector) -> Row:
        """Return what could be read of the mapping; every fault in it is reported."""
        if not isinstance(node.value, dict):
            collector.fault(node.line, f"a mapping is wanted here, not {described(node)}")
            return Row(collector.file, node.line, {}, {}, None)
        complete = self._check_keys(node.value, node.line, collector)
        fields: dict[str, Any] = {}
        for key, kind in self._kinds.items():
            written = node.value.get(key)
            if written is None or (written.value is None and key in self.optional):
                continue
            try:
                fields[key] = kind.read(written, collector.at(key))
            except Unreadable:
                complete = False
        complete &= self._check_either(fields, node.value, collector)
        record = self.build(**fields) if complete else None
        return Row(collector.file, node.line, fields, node.value, record)

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        optional = {key: Maybe(kind).schema() for key, kind in self.optional.items()}
        schema = {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in self.required.items()} | optional,
            "required": [key for key in self.required if key not in (self.either or ())],
            "additionalProperties": False,
        }
        if self.either:
            one, other = self.either
            schema["anyOf"] = [_alone(one, other), _alone(other, one)]
        return schema

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {**self.required, **self.optional}

    def _check_keys(self, found: Mapping[str, Node], line: int, collector: FaultCollector) -> bool:
        """Report unknown and missing keys, and return whether there are none."""
        if self.required.keys() <= found.keys() <= self._kinds.keys():
            return True
        unused = [key for key in self._kinds if key not in found]
        unknown = [key for key in found if key not in self._kinds]
        # A required key that an unknown one resembles is misspelt, and not reported a second time.
        misspelt = [collector.unknown_key(key, found[key].line, unused) for key in unknown]
        missing = [key for key in self.required if key not in found]
        if self.either and any(key in found for key in self.either):
            missing = [key for key in missing if key not in self.either]
        for key in missing:
            if key not in misspelt:
                collector.at(key).fault(line, "this key is missing")
        return not unknown and not missing

    def _check_either(
        self, fields: Mapping[str, Any], nodes: Mapping[str, Node], collector: FaultCollector
    ) -> bool:
        """Report two values of which only one may be given, and return whether there are not."""
        if self.either is None or any(fields.get(key) is None for key in self.either):
            return True
        one, other = self.either
        text = f"{one} and {other} exclude each other; leave one of them out"
        collector.at(other).fault(nodes[other].line, text)
        return False


def _alone(key: str, other: str) -> Schema:
    """The schema of a mapping that has the one key, and no value under the other."""
    return {"required": [key], "properties": {other: {"type": "null"}}}
