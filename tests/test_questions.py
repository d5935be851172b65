"""Every question can be asked from Python, is shown in every form, and has a command."""

import ast
import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module
from itertools import chain
from types import ModuleType

import pytest

import gcmilo
from docs_blocks import commands_by_panel
from gcmilo import Crosswalk, drafting, examine, output, query, received, source
from gcmilo.output import forms
from gcmilo.query import Answer

PACKAGE = import_module("gcmilo")


def modules_in(package: ModuleType) -> list[ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    return [import_module(f"{package.__name__}.{name}") for name in names]


def answers() -> set[type[Answer]]:
    """The classes that say which question they are the answer to."""
    packages = (query, source, received, drafting)
    modules = [*chain.from_iterable(map(modules_in, packages)), examine]
    classes = {
        kind for module in modules for kind in vars(module).values() if isinstance(kind, type)
    }
    return {kind for kind in classes if "question" in vars(kind) and kind is not Answer}


def test_python_offers_every_question_before_one_is_asked() -> None:
    code = "import gcmilo; print(*sorted(set(gcmilo.__all__) - set(dir(gcmilo)))); print('objective' in dir(gcmilo))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\nTrue\n"


@pytest.mark.parametrize("name", gcmilo.__all__)
def test_a_name_is_the_same_whatever_was_imported_before(name: str) -> None:
    first = getattr(gcmilo, name)
    for package in (query, output):
        modules_in(package)
    assert getattr(gcmilo, name) is first
    assert not isinstance(first, ModuleType)


def test_type_checkers_know_the_names_that_are_imported_when_asked_for() -> None:
    tree = ast.parse(inspect.getsource(PACKAGE))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    imported = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert imported == {name: f"gcmilo.{home}" for name, home in PACKAGE._HOMES.items()}  # noqa: SLF001
    assert set(imported) <= set(gcmilo.__all__)


def test_every_answer_has_its_forms() -> None:
    shown = {kind for name in forms.MODULES for kind in forms.forms_in(name)}
    assert shown == answers()


def test_every_module_that_shows_answers_is_listed() -> None:
    found = [module for module in modules_in(output) if hasattr(module, "FORMS")]
    assert {module.__name__.rpartition(".")[2] for module in found} == set(forms.MODULES)


def test_every_question_is_a_command_and_no_two_answers_are_to_one() -> None:
    questions = [kind.question for kind in answers()]
    commands = {name for names in commands_by_panel().values() for name in names}
    assert len(set(questions)) == len(questions)
    assert commands - set(questions) == {"export", "schema"}
    assert set(questions) <= commands


def test_an_answer_is_known_by_its_class(crosswalk: Crosswalk) -> None:
    for ask in (gcmilo.gaps, gcmilo.matrix, gcmilo.linkages):
        for _ in range(2):
            assert gcmilo.to_data(ask(crosswalk), crosswalk.source)["schema"] == (
                f"gcmilo/{ask.__name__}/1"
            )
