"""How the objectives of the Global Compact for Migration are linked to the ILO's plan of action on labour migration.

``load`` returns a crosswalk; each question is a function from it to a frozen answer.

>>> import gcmilo
>>> crosswalk = gcmilo.load()
>>> answer = gcmilo.plan_point(crosswalk, "13d")
>>> [(str(served.ref), served.basis.value) for served in answer.objectives]
[('6', 'contextual'), ('7', 'contextual'), ('10', 'contextual'), ('14', 'contextual')]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import DataError, Fault, GcmiloError, MalformedReference, UnknownReference
from gcmilo.load import load

if TYPE_CHECKING:
    from gcmilo.query import (
        activities,
        activity,
        brief,
        cite,
        compare,
        coverage,
        documents,
        gaps,
        linkages,
        matrix,
        objective,
        objectives,
        paragraph,
        paragraphs,
        plan_point,
        plan_points,
        resolve,
        search,
        tensions,
        tree,
    )
    from gcmilo.source import read_source, verify

_QUESTIONS = (
    "activities",
    "activity",
    "brief",
    "cite",
    "compare",
    "coverage",
    "documents",
    "gaps",
    "linkages",
    "matrix",
    "objective",
    "objectives",
    "paragraph",
    "paragraphs",
    "plan_point",
    "plan_points",
    "resolve",
    "search",
    "tensions",
    "tree",
)
_HOMES = dict.fromkeys(_QUESTIONS, "gcmilo.query") | dict.fromkeys(("read_source", "verify"), "gcmilo.source")

__all__ = [
    "Crosswalk",
    "DataError",
    "Fault",
    "GcmiloError",
    "MalformedReference",
    "UnknownReference",
    "activities",
    "activity",
    "brief",
    "cite",
    "compare",
    "coverage",
    "documents",
    "gaps",
    "linkages",
    "load",
    "matrix",
    "objective",
    "objectives",
    "paragraph",
    "paragraphs",
    "plan_point",
    "plan_points",
    "read_source",
    "resolve",
    "search",
    "tensions",
    "tree",
    "verify",
]


def __getattr__(name: str) -> object:
    """Return a question, imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
