"""How points of the plan are shown: one and all that is said of it, or all of them."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, facts, listed, table
from gcmilo.output.parts import (
    activities_in_short,
    documents_in_short,
    ends_on,
    linkages_in_short,
    tensions_in_short,
    uncited_table,
    where,
)
from gcmilo.query.basis import bases_to_show
from gcmilo.query.plan_points import PlanPointAnswer, PlanPointsAnswer
from gcmilo.refs import name_places
from gcmilo.shapes import (
    ACTIVITIES,
    CITED_PLACES,
    DOCUMENTS,
    ENDS,
    LINKAGES,
    PLAN_POINT,
    TENSIONS,
    TEXTS,
    answer,
    many,
    record,
)
from gcmilo.text import words

_PLAN_POINT = answer(
    "plan-point",
    **PLAN_POINT.within("plan_point", "ref", "key", "subject", "summary"),
    **PLAN_POINT.within("plan_point", "means", "means_basis", "paragraphs"),
    objectives=ENDS,
    linkages=LINKAGES,
    activities=ACTIVITIES,
    tensions=TENSIONS,
    documents=DOCUMENTS,
    citation=CITED_PLACES.of("places"),
)
_PLAN_POINT_LINE = record(
    **PLAN_POINT.within("plan_point", "ref", "key", "subject"),
    objectives=ENDS,
    **PLAN_POINT.within("plan_point", "paragraphs"),
    citation=CITED_PLACES.of("places"),
)


def _plan_point_page(answer: PlanPointAnswer, source: Source, language: str) -> Page:
    point = answer.plan_point
    means = f"{listed(point.means)} ({words(point.means_basis)})" if point.means else "not stated"
    served = [(end.ref, words(end.basis), end.label[language]) for end in answer.objectives]
    return Page(
        f"Plan point {point.ref}: {point.subject}",
        (
            facts(
                Summary=point.summary,
                Means=means,
                Cited_in=name_places(answer.places),
                Objectives=None if served else "none is tied to it",
            ),
            *table("Objectives it serves", "No.! | Basis! | Objective", served),
            *linkages_in_short(answer.linkages),
            *activities_in_short(answer.activities),
            *documents_in_short(answer.documents),
            *tensions_in_short(answer.tensions),
        ),
        source.symbol,
    )


def _plan_points_page(answer: PlanPointsAnswer, source: Source, _: str) -> Page:
    bases = bases_to_show(end.basis for line in answer.plan_points for end in line.objectives)
    head, places = where([line.places for line in answer.plan_points], "Paras!")
    rows = [
        (
            line.plan_point.ref,
            line.plan_point.subject,
            *(ends_on(line.objectives, basis) for basis in bases),
            place,
        )
        for line, place in zip(answer.plan_points, places, strict=True)
    ]
    objectives = " | ".join(f"{basis.capitalize()} objectives" for basis in bases)
    columns = f"Point! | Subject | {objectives} | {head}"
    parts = (*table("", columns, rows), *uncited_table(answer.uncited))
    return Page("Plan points", parts, source.symbol)


FORMS = {
    PlanPointAnswer: Forms(_PLAN_POINT, _plan_point_page, "linkages"),
    PlanPointsAnswer: Forms(
        answer("plan-points", plan_points=many(_PLAN_POINT_LINE), uncited=TEXTS),
        _plan_points_page,
        "plan_points",
    ),
}
