"""Turtle: the statements of RDF as text."""

from collections.abc import Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.iris import Iris
from gcmilo.export.rdf_core import Iri, Literal, Statement, Value, crosswalk_statements
from gcmilo.export.rdf_evidence import evidence_statements

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the statements as Turtle: one block for every subject."""
    iris = Iris(crosswalk, publication)
    prefixes = [f"@prefix {prefix}: <{start}> .\n" for prefix, start in iris.prefixes.items()]
    blocks = [_block(iris, subject, values) for subject, values in by_subject(iris).items()]
    return "\n".join(["".join(prefixes), *blocks])


def by_subject(iris: Iris) -> dict[str, dict[str, list[Value]]]:
    """Return the values of all statements by subject and predicate, each once, in order."""
    found: dict[str, dict[str, list[Value]]] = {}
    for subject, predicate, value in _statements(iris):
        values = found.setdefault(subject, {}).setdefault(predicate, [])
        if value not in values:
            values.append(value)
    return found


def _statements(iris: Iris) -> Iterator[Statement]:
    yield from crosswalk_statements(iris)
    yield from evidence_statements(iris)


def _block(iris: Iris, subject: str, by_predicate: dict[str, list[Value]]) -> str:
    lines = []
    for predicate, values in by_predicate.items():
        objects = ", ".join(_value(iris, value) for value in values)
        lines.append(f"{_predicate(predicate)} {objects}")
    return f"{_short(iris, subject)}\n  " + " ;\n  ".join(lines) + " .\n"


def _predicate(name: str) -> str:
    return "a" if name == "rdf:type" else name


def _value(iris: Iris, value: Value) -> str:
    return _short(iris, value.text) if isinstance(value, Iri) else _literal(value)


def _short(iris: Iris, iri: str) -> str:
    return iris.short(iri) or f"<{iri}>"


def _literal(literal: Literal) -> str:
    quoted = f'"{literal.text.translate(_ESCAPES)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    if literal.type:
        return f"{quoted}^^xsd:{literal.type}"
    return quoted
