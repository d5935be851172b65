"""Crosswalks to export: the small one, one whose every text is awkward, and one with the least that
a plan has.
"""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from conftest import SMALL_PLAN, TABLE_PLAN
from gcmilo import Crosswalk, load
from gcmilo.model import Coverage, Document, DocumentKind, Linkage, Plan, PlanPoint, Source, Status
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef

AWKWARD = " \"q\" 'a' \\ <b>&amp; {x} [y](z) `c` #1; %% | ~ ^ $ @ ]]> é 漢 \U0001f30d; end"
_KEPT = {"id", "letter", "round_table", "sha256", "dates", "date", "short", "at"}
LABELS = {"4": "Résultat 1.2 β", "5": "the-plan whole"}


def small() -> Crosswalk:
    return load(SMALL_PLAN)


def bare() -> Crosswalk:
    """A plan's own two files and nothing else: no rows, no paragraphs to refer to, hardly a field."""
    points = (
        PlanPoint(PlanPointRef("A.1"), "one", paragraphs=(3, 4)),
        PlanPoint(PlanPointRef("A.2"), "two"),
    )
    crosswalk = small()
    return Crosswalk(
        plan=Plan("A plan", "Nobody", "计划"),
        source=Source("S 1", "A source"),
        objectives=crosswalk.objectives,
        terms=crosswalk.terms,
        plan_points=points,
        coverage=(Coverage(ObjectiveRef(1)), Coverage(ObjectiveRef(2), Status.NOT_ADDRESSED)),
    )


def awkward() -> Crosswalk:
    """The small crosswalk with what a stranger could write in every text, and every optional field
    full or empty.
    """
    crosswalk = _awkward(small())
    first, second, *points = crosswalk.plan_points
    source = replace(
        crosswalk.source,
        address='https://example.org/{a}?b=c&d="e"',
        edition="Second",
        date="2019-13",
    )
    documents = (
        Document(
            "odd", "X 1", "Odd", 1000, DocumentKind.TREATY, None, "no address {", (1,), ("a", "b")
        ),
    )
    return replace(
        crosswalk,
        source=source,
        plan_points=(
            replace(first, means=()),
            replace(second, means=None, means_basis=None),
            *points,
        ),
        documents=(*crosswalk.documents, *documents),
    )


def _awkward(value: Any, name: str = "") -> Any:
    if isinstance(value, PlanPointRef):
        return PlanPointRef(LABELS.get(value.label, value.label))
    if isinstance(value, StrEnum | ObjectiveRef | ActionRef | Place) or name in _KEPT:
        return value
    if isinstance(value, str):
        return value + AWKWARD
    if isinstance(value, tuple):
        return tuple(_awkward(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: _awkward(getattr(value, f.name), f.name) for f in fields(value)}
        )
    return value


def unserved() -> Crosswalk:
    """The small crosswalk with one linkage of every stance left, all of them to objective 9, and
    none to 13.
    """
    crosswalk = small()
    by_stance = {
        linkage.stance: linkage for linkage in crosswalk.linkages if linkage.plan_point is None
    }
    linkages = tuple(
        replace(link, objective=ObjectiveRef(9), action=None) for link in by_stance.values()
    )
    point = Linkage(
        ObjectiveRef(9), None, PlanPointRef("5"), None, linkages[0].basis, linkages[0].stance
    )
    return replace(crosswalk, linkages=(*linkages, point))


def placed() -> Crosswalk:
    """The plan whose linkages have places in words, most of them by rows of a table."""
    return load(TABLE_PLAN)


CROSSWALKS = {
    "small": small,
    "awkward": awkward,
    "bare": bare,
    "unserved": unserved,
    "placed": placed,
}
