"""Links of the Global Compact for Migration with the ILO's plan of action on labour migration.

``load`` returns a crosswalk; each question is a function from it to a frozen answer.

>>> import gcmilo
>>> crosswalk = gcmilo.load()
>>> answer = gcmilo.plan_point(crosswalk, "13d")
>>> str(answer.plan_point.ref), answer.plan_point.subject
('13(d)', 'fair recruitment')
"""

from importlib import import_module
from typing import TYPE_CHECKING

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import DataError, Fault, GcmiloError, MalformedReference, UnknownReference
from gcmilo.load import load

if TYPE_CHECKING:
    from gcmilo.output.forms import to_data
    from gcmilo.query.brief import brief
    from gcmilo.query.cite import cite
    from gcmilo.query.compare import compare
    from gcmilo.query.coverage import coverage
    from gcmilo.query.evidence import activities, activity, documents, tensions
    from gcmilo.query.gaps import gaps
    from gcmilo.query.linkages import linkages
    from gcmilo.query.matrix import matrix
    from gcmilo.query.objectives import objective, objectives
    from gcmilo.query.paragraphs import paragraph, paragraphs
    from gcmilo.query.plan_points import plan_point, plan_points
    from gcmilo.query.resolve import resolve
    from gcmilo.query.search import search
    from gcmilo.query.tree import tree
    from gcmilo.reader import read_document
    from gcmilo.received.mentions import mentions
    from gcmilo.source import read_source, verify

_HOMES = {
    "activities": "query.evidence",
    "activity": "query.evidence",
    "brief": "query.brief",
    "cite": "query.cite",
    "compare": "query.compare",
    "coverage": "query.coverage",
    "documents": "query.evidence",
    "gaps": "query.gaps",
    "linkages": "query.linkages",
    "matrix": "query.matrix",
    "mentions": "received.mentions",
    "objective": "query.objectives",
    "objectives": "query.objectives",
    "paragraph": "query.paragraphs",
    "paragraphs": "query.paragraphs",
    "plan_point": "query.plan_points",
    "plan_points": "query.plan_points",
    "read_document": "reader",
    "read_source": "source",
    "resolve": "query.resolve",
    "search": "query.search",
    "tensions": "query.evidence",
    "to_data": "output.forms",
    "tree": "query.tree",
    "verify": "source",
}
"""The module of each function that is imported when it is first asked for."""

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
    "mentions",
    "objective",
    "objectives",
    "paragraph",
    "paragraphs",
    "plan_point",
    "plan_points",
    "read_document",
    "read_source",
    "resolve",
    "search",
    "tensions",
    "to_data",
    "tree",
    "verify",
]


def __getattr__(name: str) -> object:
    """Return a function, imported when it is first asked for: one answer does not wait for all."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the names of this module, those included that were not imported yet."""
    return sorted({*globals(), *__all__})
