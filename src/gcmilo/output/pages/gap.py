"""The page of gaps."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.page import Page, facts, table, words
from gcmilo.output.pages.parts import drawn, tensions_in_short, uncited_table


@drawn.register
def _gaps(answer: query.GapsAnswer, source: Source, language: str) -> Page:
    objectives = [
        (found.objective.number, words(found.gap), reason.text, reason.citation.removeprefix(f"{source.symbol}, "))
        for found in answer.objectives
        for reason in found.reasons
    ]
    points = [
        (found.plan_point.ref, words(found.gap), reason.text, reason.citation.removeprefix(f"{source.symbol}, "))
        for found in answer.plan_points
        for reason in found.reasons
    ]
    names = [(found.objective.number, words(found.gap), found.objective.title[language]) for found in answer.objectives]
    tensions = dict.fromkeys(tension for found in answer.objectives for tension in found.tensions)
    return Page(
        "Gaps",
        (
            facts(**{words(status).capitalize().replace(" ", "_"): count for status, count in answer.statuses.items()}),
            *table("Objectives with a gap", "No.! | Gap! | Objective", names),
            *table("Why", "No.! | Gap! | Reason | Where!", objectives),
            *table("Plan points with a gap", "Point! | Gap! | Reason | Where!", points),
            *uncited_table(answer.uncited, source),
            *tensions_in_short(tuple(tensions)),
        ),
        source.symbol,
    )
