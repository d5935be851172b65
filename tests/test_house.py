"""Rules of the code that no linter has."""

import ast
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parent.parent / "src").rglob("*.py"))
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

pytestmark = pytest.mark.skipif(not SOURCES, reason="the sources are not beside the tests")


def nested_comprehensions(code: str) -> list[int]:
    """The lines of comprehensions that have another one within them."""
    outer = [node for node in ast.walk(ast.parse(code)) if isinstance(node, COMPREHENSIONS)]
    inner = {node: list(ast.walk(node))[1:] for node in outer}
    return [
        node.lineno
        for node, within in inner.items()
        if any(isinstance(other, COMPREHENSIONS) for other in within)
    ]


def test_a_comprehension_within_another_is_noticed() -> None:
    assert nested_comprehensions("a = [b for b in c]\nd = [[e for e in f] for f in g]") == [2]


def test_no_comprehension_is_within_another() -> None:
    found = {path.name: nested_comprehensions(path.read_text("utf-8")) for path in SOURCES}
    assert {name: lines for name, lines in found.items() if lines} == {}
