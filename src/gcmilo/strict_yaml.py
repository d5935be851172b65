"""One YAML file read strictly into nodes that know their line. The only importer of yaml.

Files are untrusted input, so the reader works on the parser's events and takes what a table of
records needs and nothing more: every scalar is a string, there are no anchors, aliases, tags, merge
keys or second documents, depth and size are bounded, and no mapping has a key twice.
"""

from collections.abc import Iterator
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

import yaml

from gcmilo.errors import MOST_FAULTS, Fault
from gcmilo.files import MOST_BYTES, UnreadableFile, file_bytes
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import hidden_character, printable, shown

MOST_DEPTH = 12
MOST_KEYS = 100
_NOTHING = ("", "~", "null")
_QUOTES = ("'", '"')
# The C parser is many times faster, and missing where PyYAML was built without it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# A large file has a million nodes, and a tuple is made in a third of the time of a dataclass.
class Node(NamedTuple):
    """A scalar (None where nothing is written), a list, or a mapping, and its line.

    The line counts from 1. That of a value in a mapping is its key's.
    """

    value: "str | list[Node] | dict[str, Node] | None"
    line: int
    quoted: bool = False


def read_file(
    path: Path, name: str, report: ProgressCallback = no_progress
) -> tuple[Node | None, list[Fault]]:
    """Return the root node of a YAML file, and its faults, which call the file ``name``.

    The root is None for an empty file, and for one that cannot be read, which has faults.
    """
    try:
        text = _read_text(path)
    except UnreadableFile as error:
        return None, [Fault(name, None, None, f"it {error}")]
    return read_text(text, name, report)


def read_text(
    text: str, name: str, report: ProgressCallback = no_progress
) -> tuple[Node | None, list[Fault]]:
    """Return the root node of a YAML text, and its faults, as ``read_file`` does."""
    builder = _Builder(name)
    try:
        stream = _ReportingStream(text, f"Reading {name}", report)
        return builder.root(yaml.parse(stream, Loader=_LOADER)), builder.faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it breaks off"
        builder.add_last(mark.line + 1 if mark else None, f"this is no YAML: {problem}")
    except yaml.YAMLError as error:
        line = _line_at(text, getattr(error, "position", 0))
        builder.add_last(line, f"this is no YAML: {getattr(error, 'reason', error)}")
    except _Refused as error:
        builder.add_last(error.line, str(error))
    return None, builder.faults


class _Refused(Exception):
    """The file is not read any further; the message says why."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        super().__init__(text)


class _ReportingStream:
    """A text that the parser reads piece by piece, with a report of the progress."""

    def __init__(self, text: str, doing: str, report: ProgressCallback) -> None:
        self.text = text
        self.doing = doing
        self.report = report
        self.place = 0

    def read(self, size: int = MOST_BYTES, /) -> str:
        start = self.place
        self.place = min(start + size, len(self.text))
        self.report(self.doing, start, len(self.text))
        return self.text[start : self.place]


class _Builder:
    """Builds the nodes of one file from the events of the parser, and collects the faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []

    def fault(self, line: int | None, text: str, key: str | None = None) -> None:
        self.faults.append(Fault(self.name, line, key, text))
        if len(self.faults) == MOST_FAULTS:
            raise _Refused(line or 1, f"{MOST_FAULTS} faults are enough; the rest is not read")

    def add_last(self, line: int | None, text: str) -> None:
        """Add the fault after which nothing is read, however many there are already."""
        self.faults.append(Fault(self.name, line, None, text))

    def root(self, events: Iterator[Any]) -> Node | None:
        documents = 0
        node = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            elif isinstance(event, yaml.NodeEvent):
                if documents > 1:
                    text = "a second document starts here; one file is one document"
                    raise _Refused(_line(event), text)
                node = self.node(event, events, 0)
        return node

    def node(self, event: Any, events: Iterator[Any], depth: int, line: int | None = None) -> Node:
        """Return the node that begins with an event, on the given line or its own."""
        if event.anchor is not None or event.tag is not None or depth > MOST_DEPTH:
            raise _Refused(_line(event), _refusal(event))
        line = line or _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(self.text(event), line, event.style in _QUOTES)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(events, depth + 1), line)
        return Node(self.mapping(events, depth + 1), line)

    def text(self, event: Any) -> str | None:
        """Return the text of a scalar with single spaces, or None where nothing is written."""
        text: str = event.value
        if not event.style and text in _NOTHING:
            return None
        if text.isprintable() and "  " not in text:  # most texts need no more work
            return text.strip()
        hidden = hidden_character(text.replace("\n", " ").replace("\t", " "))
        if hidden:
            self.fault(_line(event), f"the text holds a control character, {hidden}")
        return " ".join(text.split())

    def sequence(self, events: Iterator[Any], depth: int) -> list[Node]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, depth))
        return items

    def mapping(self, events: Iterator[Any], depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, events, depth)
            line = _line(event)
            value = self.node(next(events), events, depth, line)
            if len(fields) == MOST_KEYS:
                raise _Refused(line, f"a mapping has more than {MOST_KEYS} keys")
            if key is None:
                self.fault(line, "a key must be a word")
            elif key in fields:
                text = f"the key stands twice, first on line {fields[key].line}"
                self.fault(line, text, printable(key))
            else:
                fields[intern(key)] = value  # all records share the text of a key
        return fields

    def key(self, event: Any, events: Iterator[Any], depth: int) -> str | None:
        """Return the word that a key is, or None."""
        # To make no nodes of keys saves almost half of all nodes.
        plain = isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None
        if plain and depth <= MOST_DEPTH:
            return self.text(event)
        self.node(event, events, depth)  # refuses it, or reads it to its end
        return None


def _refusal(event: Any) -> str:
    """Why an event is refused that would begin a node."""
    if isinstance(event, yaml.AliasEvent):
        return "aliases are not allowed; write the value out"
    if event.anchor is not None:
        return "anchors are not allowed; write the value out"
    if event.tag is not None:
        return "tags are not allowed; write the plain value"
    return f"this is nested more than {MOST_DEPTH} deep"


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _line_at(text: str, position: int) -> int:
    if _LOADER is yaml.SafeLoader:
        return text.count("\n", 0, position) + 1
    return text.encode().count(b"\n", 0, position) + 1  # the C parser counts bytes


def _read_text(path: Path) -> str:
    content = file_bytes(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(f"is not UTF-8: the bytes on line {line} are none") from None


def described(node: Node) -> str:
    """Return what a node is, for a message: ``a list``, ``nothing``, ``'x'``."""
    if isinstance(node.value, list):
        return "a list"
    if isinstance(node.value, dict):
        return "a mapping"
    return "nothing" if node.value is None else shown(node.value)
