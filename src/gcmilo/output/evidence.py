"""How activities, documents and tensions are shown."""

from gcmilo.model import Source, Tension
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, facts, listed, table
from gcmilo.query.evidence import (
    ActivitiesAnswer,
    ActivityAnswer,
    DocumentsAnswer,
    TensionsAnswer,
)
from gcmilo.refs import name_places
from gcmilo.shapes import ACTIVITIES, ACTIVITY, DOCUMENTS, TENSIONS, Data, answer
from gcmilo.text import words


def _activities_page(answer: ActivitiesAnswer, source: Source, _: str) -> Page:
    rows = [
        (a.name, a.kind, listed(a.dates), listed(a.paragraphs), a.id) for a in answer.activities
    ]
    columns = "Activity | Kind! | When | Paras! | Id"
    return Page("Activities", table("", columns, rows), source.symbol)


def _activity_page(answer: ActivityAnswer, source: Source, _: str) -> Page:
    found = answer.activity
    figures = [(figure.value, figure.of) for figure in found.figures]
    ties = [(tie.ref, tie.basis) for tie in (*found.objectives, *found.plan_points)]
    return Page(
        found.name,
        (
            facts(
                Summary=found.summary,
                Kind=found.kind,
                Owner=found.owner,
                Status=found.status or "not stated",
                Dates=listed(found.dates),
                Partners="; ".join(found.partners),
                Places="; ".join(found.places),
                Said_in=source.cite_paragraphs(*found.paragraphs),
            ),
            # One figure may be part of another, so the source's numbers have no sum.
            *table("Figures, never to be added up", "Number! | Of", figures),
            *table("Tied to", "Reference! | Basis!", ties),
        ),
        source.symbol,
    )


def _activity_row(answer: ActivityAnswer, source: Source) -> list[Data]:
    return [ACTIVITY.to_json(answer.activity, source)]


def _documents_page(answer: DocumentsAnswer, source: Source, _: str) -> Page:
    rows = [
        (d.symbol or "-", d.title, d.year, words(d.kind), d.footnote, listed(d.paragraphs))
        for d in answer.documents
    ]
    columns = "Symbol! | Title | Year! | Kind! | Footnote! | Paras"
    return Page("Documents", table("", columns, rows), source.symbol)


def _tensions_page(answer: TensionsAnswer, source: Source, _: str) -> Page:
    rows = [(f"{t.title} ({words(t.kind)})", _sides(t)) for t in answer.tensions]
    return Page("Tensions", table("", "Tension | Sides", rows), source.symbol)


def _sides(tension: Tension) -> str:
    return " / ".join(f"{side.text} [{name_places(side.at)}]" for side in tension.sides)


FORMS = {
    ActivitiesAnswer: Forms(
        answer("activities", activities=ACTIVITIES), _activities_page, "activities"
    ),
    ActivityAnswer: Forms(
        answer("activity", **ACTIVITY.within("activity")), _activity_page, _activity_row
    ),
    DocumentsAnswer: Forms(answer("documents", documents=DOCUMENTS), _documents_page, "documents"),
    TensionsAnswer: Forms(answer("tensions", tensions=TENSIONS), _tensions_page, "tensions"),
}
