"""What a field of a data file may hold: each kind reads a node into a value, or reports why it cannot.

The kinds are data, so that the same table that reads a file can also describe it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from gcmilo.errors import Fault
from gcmilo.frozen import frozen
from gcmilo.strict_yaml import Node, described
from gcmilo.text import joined, nearest, shown

MOST_CHARACTERS = 2_000
_NUMBER = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_SPREADSHEET_FORMULA = ("=", "+", "-", "@")


Schema = dict[str, Any]


class Unreadable(Exception):
    """The value was reported as a fault; there is nothing to go on with."""


class FaultCollector:
    """Where the reading has come to in a file, and the list that faults go to."""

    def __init__(self, file: str, faults: list[Fault], key: str | None = None) -> None:
        self.file = file
        self.faults = faults
        self.key = key
        self._readers: dict[str, FaultCollector] = {}

    def at(self, key: str) -> "FaultCollector":
        """Return the collector for what stands under a key, the same for each of the many records that have the key."""
        if key not in self._readers:
            self._readers[key] = FaultCollector(self.file, self.faults, key)
        return self._readers[key]

    def fault(self, line: int | None, text: str, suggestion: str | None = None) -> None:
        """ProgressCallback a fault under this collector's key."""
        self.faults.append(Fault(self.file, line, self.key, text, suggestion))

    def refuse(self, node: Node, text: str, suggestion: str | None = None) -> Unreadable:
        """ProgressCallback a fault at a node and return what to raise."""
        self.fault(node.line, text, suggestion)
        return Unreadable()


class Kind(Protocol):
    """A kind of field."""

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the value of a node; raise Unreadable after reporting why there is none."""

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""


def _refuse_formula(text: str, node: Node, collector: FaultCollector) -> None:
    if text.startswith(_SPREADSHEET_FORMULA):
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
    """Return the number that a few digits stand for, or None for anything else, a leading zero included."""
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
        return {"anyOf": [plain, {"type": "string", "pattern": "^(0|[1-9][0-9]{0,8})$"}]}


@frozen
class OneOf:
    """One word of a fixed list."""

    words: type[StrEnum]

    def read(self, node: Node, collector: FaultCollector) -> StrEnum:
        """Return the word as a member of its enumeration."""
        word = self._by_value.get(node.value) if isinstance(node.value, str) else None
        if word is not None:
            return word
        close = nearest(node.value, self._by_value) if isinstance(node.value, str) else []
        text = f"{described(node)} is none of {joined(self._by_value, 'or')}"
        raise collector.refuse(node, text, close[0] if close else None)

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        return {"enum": list(self._by_value)}

    @cached_property
    def _by_value(self) -> Mapping[str, StrEnum]:
        return {word.value: word for word in self.words}


@frozen
class Reference:
    """A reference, quoted and in its canonical spelling. ``parse`` returns None for what is none."""

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
        return tuple(_all(lambda item: self.kind.read(item, collector), node.value))

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
    """What could be read of one record: its good fields, where all of them stand, and the record if all were good."""

    file: str
    line: int
    fields: Mapping[str, Any]
    nodes: Mapping[str, Node]
    record: Any

    def line_of(self, key: str) -> int:
        """Return the line of a field, of the record where the field is missing."""
        return self.nodes[key].line if key in self.nodes else self.line


@frozen
class RecordField:
    """A mapping with known keys, made into a value by ``build``. The optional keys may be left out or null."""

    build: Callable[..., Any]
    required: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)

    def read(self, node: Node, collector: FaultCollector) -> Any:
        """Return the value that the mapping stands for."""
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
            if key in node.value and (key in self.required or node.value[key].value is not None):
                try:
                    fields[key] = kind.read(node.value[key], collector.at(key))
                except Unreadable:
                    complete = False
        return Row(
            collector.file,
            node.line,
            fields,
            node.value,
            self.build(**fields) if complete else None,
        )

    def schema(self) -> Schema:
        """Return the JSON Schema of what may be written."""
        optional = {key: Maybe(kind).schema() for key, kind in self.optional.items()}
        return {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in self.required.items()} | optional,
            "required": list(self.required),
            "additionalProperties": False,
        }

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {**self.required, **self.optional}

    def _check_keys(self, found: Mapping[str, Node], line: int, collector: FaultCollector) -> bool:
        if self.required.keys() <= found.keys() <= self._kinds.keys():
            return True
        unused = [key for key in self._kinds if key not in found]
        unknown = [key for key in found if key not in self._kinds]
        misspelt: list[str] = []
        for key in unknown:
            meant = nearest(key, unused)
            misspelt += meant
            collector.at(shown(key)[1:-1]).fault(
                found[key].line, "this key is unknown", meant[0] if meant else None
            )
        missing = [key for key in self.required if key not in found]
        for key in missing:
            if key not in misspelt:
                collector.at(key).fault(line, "this key is missing")
        return not unknown and not missing


def _all(read: Callable[[Node], Any], nodes: list[Node]) -> list[Any]:
    """Read every node, so that each bad one is reported, then raise if any was bad."""
    values = []
    bad = False
    for node in nodes:
        try:
            values.append(read(node))
        except Unreadable:
            bad = True
    if bad:
        raise Unreadable
    return values
