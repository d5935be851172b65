"""The questions: each a pure function from a crosswalk to a frozen answer.

A family of questions is imported when one of it is first asked, so that an answer does not wait for the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcmilo.query.basis import ObjectiveServed, PointBehind
    from gcmilo.query.briefing import BriefAnswer, brief
    from gcmilo.query.citation import CiteAnswer, cite
    from gcmilo.query.comparison import CompareAnswer, compare
    from gcmilo.query.evidence import (
        ActivitiesAnswer,
        ActivityAnswer,
        DocumentsAnswer,
        TensionsAnswer,
        activities,
        activity,
        documents,
        tensions,
    )
    from gcmilo.query.full_text import SearchAnswer, search
    from gcmilo.query.gap import UNCITED, Gap, GapsAnswer, gaps
    from gcmilo.query.lookup import (
        LinkagesAnswer,
        ObjectiveAnswer,
        ObjectivesAnswer,
        ParagraphAnswer,
        ParagraphsAnswer,
        PlanPointAnswer,
        PlanPointsAnswer,
        linkages,
        objective,
        objectives,
        paragraph,
        paragraphs,
        plan_point,
        plan_points,
    )
    from gcmilo.query.overview import CoverageAnswer, MatrixAnswer, TreeAnswer, coverage, matrix, tree
    from gcmilo.query.reading import Reading, ResolveAnswer, resolve

_FAMILIES = {
    "briefing": ("BriefAnswer", "brief"),
    "basis": ("ObjectiveServed", "PointBehind"),
    "citation": ("CiteAnswer", "cite"),
    "comparison": ("CompareAnswer", "compare"),
    "evidence": (
        "ActivitiesAnswer",
        "ActivityAnswer",
        "DocumentsAnswer",
        "TensionsAnswer",
        "activities",
        "activity",
        "documents",
        "tensions",
    ),
    "full_text": ("SearchAnswer", "search"),
    "gap": ("Gap", "GapsAnswer", "UNCITED", "gaps"),
    "lookup": (
        "LinkagesAnswer",
        "ObjectiveAnswer",
        "ObjectivesAnswer",
        "ParagraphAnswer",
        "ParagraphsAnswer",
        "PlanPointAnswer",
        "PlanPointsAnswer",
        "linkages",
        "objective",
        "objectives",
        "paragraph",
        "paragraphs",
        "plan_point",
        "plan_points",
    ),
    "overview": ("CoverageAnswer", "MatrixAnswer", "TreeAnswer", "coverage", "matrix", "tree"),
    "reading": ("Reading", "ResolveAnswer", "resolve"),
}
_HOMES = {name: family for family, names in _FAMILIES.items() for name in names}

__all__ = [
    "UNCITED",
    "ActivitiesAnswer",
    "ActivityAnswer",
    "BriefAnswer",
    "CiteAnswer",
    "CompareAnswer",
    "CoverageAnswer",
    "DocumentsAnswer",
    "Gap",
    "GapsAnswer",
    "LinkagesAnswer",
    "MatrixAnswer",
    "ObjectiveAnswer",
    "ObjectiveServed",
    "ObjectivesAnswer",
    "ParagraphAnswer",
    "ParagraphsAnswer",
    "PlanPointAnswer",
    "PlanPointsAnswer",
    "PointBehind",
    "Reading",
    "ResolveAnswer",
    "SearchAnswer",
    "TensionsAnswer",
    "TreeAnswer",
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
]


def __getattr__(name: str) -> object:
    """Return a question or an answer class from its family."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
