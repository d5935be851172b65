"""The forms of an answer: its JSON, its page and its rows, side by side in one module a question.

The answer to a question in ``query/gaps.py`` is shown by ``output/gaps.py``, which is imported when
such an answer is first shown, so that no answer waits for all modules.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from gcmilo.frozen import frozen
from gcmilo.model import Source
from gcmilo.output.page import Page
from gcmilo.query import Answer
from gcmilo.shapes import Data, Shape

MODULES = (
    "objectives",
    "plan_points",
    "paragraphs",
    "linkages",
    "evidence",
    "search",
    "resolve",
    "mentions",
    "gaps",
    "coverage",
    "matrix",
    "tree",
    "brief",
    "cite",
    "verify",
    "examine",
    "check",
    "draft",
    "compare",
)
"""The modules that show answers, in the order of the panels of the help."""


@frozen
class Forms:
    """How an answer of one class is shown.

    ``page`` takes the answer, the source, and the language of titles: en, fr or es. ``rows`` gives
    the rows of a table for other programs: it is the key of a list in the JSON, or a function.
    """

    json: Shape
    page: Callable[[Any, Source, str], Page]
    rows: str | Callable[[Any, Source], list[Data]]


def forms_in(module: str) -> Mapping[type[Answer], Forms]:
    """Return the forms of the answers that a module shows."""
    forms: Mapping[type[Answer], Forms] = import_module(f"gcmilo.output.{module}").FORMS
    return forms


def to_data(answer: Answer, source: Source) -> Data:
    """Return an answer as JSON data, with the key ``schema`` first.

    ``source`` is the source that citations name. docs/json.md promises the keys: a missing value
    is None, never an absent key.
    """
    data: Data = _forms_of(answer).json.to_json(answer, source)
    return data


def to_page(answer: Answer, source: Source, language: str) -> Page:
    """Return an answer as a page, with titles in one of the languages en, fr and es."""
    return _forms_of(answer).page(answer, source, language)


def to_rows(answer: Answer, source: Source) -> list[Data]:
    """Return the rows of an answer as JSON data, all with the same keys; there may be none."""
    rows = _forms_of(answer).rows
    if not isinstance(rows, str):
        return rows(answer, source)
    listed: list[Data] = to_data(answer, source)[rows]
    return listed


def schemas() -> dict[str, Shape]:
    """Return the shapes of the answers to all questions, by the names of the questions."""
    shapes = {}
    for module in MODULES:
        for kind, forms in forms_in(module).items():
            shapes[kind.question] = forms.json
    return shapes


def _forms_of(answer: Answer) -> Forms:
    kind = type(answer)
    module = kind.__module__.rpartition(".")[2]
    return forms_in(module)[kind]
