"""How the objectives of the Global Compact for Migration are linked to the ILO's plan of action on labour migration.

``load`` returns a crosswalk; each question is a function from it to a frozen answer.

>>> import gcmilo
>>> crosswalk = gcmilo.load()
>>> answer = gcmilo.plan_point(crosswalk, "13d")
>>> [(str(served.ref), served.basis.value) for served in answer.objectives]
[('6', 'contextual'), ('7', 'contextual'), ('10', 'contextual'), ('14', 'contextual')]
"""

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import DataError, Fault, GcmiloError, MalformedReference, UnknownReference
from gcmilo.load import load
from gcmilo.query import (
    activities,
    activity,
    cite,
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

__all__ = [
    "Crosswalk",
    "DataError",
    "Fault",
    "GcmiloError",
    "MalformedReference",
    "UnknownReference",
    "activities",
    "activity",
    "cite",
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
