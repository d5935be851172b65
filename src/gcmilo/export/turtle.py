"""Turtle."""

from collections.abc import Iterable, Iterator
from itertools import chain

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.names import Names
from gcmilo.export.rdf_core import Iri, Literal, Statement, Value, crosswalk_statements
from gcmilo.export.rdf_evidence import evidence_statements

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the statements as Turtle: one block for every subject."""
    names = Names(crosswalk, publication)
    prefixes = "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in names.prefixes.items())
    blocks = (_block(names, subject, stated) for subject, stated in by_subject(names).items())
    return "\n".join([prefixes, *blocks])


def by_subject(names: Names) -> dict[str, dict[str, list[Value]]]:
    """Return all statements by subject and predicate, each said once, in the order in which they come up."""
    found: dict[str, dict[str, list[Value]]] = {}
    for subject, predicate, value in _statements(names):
        values = found.setdefault(subject, {}).setdefault(predicate, [])
        if value not in values:
            values.append(value)
    return found


def _statements(names: Names) -> Iterator[Statement]:
    return chain(crosswalk_statements(names), evidence_statements(names))


def _block(names: Names, subject: str, stated: dict[str, list[Value]]) -> str:
    lines = (f"{_predicate(name)} {_values(names, values)}" for name, values in stated.items())
    return f"{_iri(names, subject)}\n  " + " ;\n  ".join(lines) + " .\n"


def _predicate(name: str) -> str:
    return "a" if name == "rdf:type" else name


def _values(names: Names, values: Iterable[Value]) -> str:
    return ", ".join(_iri(names, v.text) if isinstance(v, Iri) else _literal(v) for v in values)


def _iri(names: Names, iri: str) -> str:
    return names.short(iri) or f"<{iri}>"


def _literal(literal: Literal) -> str:
    quoted = f'"{literal.text.translate(_ESCAPES)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return f"{quoted}^^xsd:{literal.type}" if literal.type else quoted
