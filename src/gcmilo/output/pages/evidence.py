"""The pages of activities, documents and tensions."""

from gcmilo import query
from gcmilo.model import Source, Tension
from gcmilo.output.page import Page, facts, listed, table, words
from gcmilo.output.pages.parts import drawn
from gcmilo.refs import name_places


@drawn.register
def _activities(answer: query.ActivitiesAnswer, source: Source, language: str) -> Page:
    rows = [(a.name, a.kind, listed(a.dates), listed(a.paragraphs), a.id) for a in answer.activities]
    return Page("Activities", table("", "Activity | Kind! | When | Paras! | Id", rows), source.symbol)


@drawn.register
def _activity(answer: query.ActivityAnswer, source: Source, language: str) -> Page:
    found = answer.activity
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
            *table("Figures, never to be added up", "Number! | Of", [(f.value, f.of) for f in found.figures]),
            *table("Tied to", "Reference! | Basis!", ties),
        ),
        source.symbol,
    )


@drawn.register
def _documents(answer: query.DocumentsAnswer, source: Source, language: str) -> Page:
    rows = [
        (d.symbol or "-", d.title, d.year, words(d.kind), d.footnote, listed(d.paragraphs)) for d in answer.documents
    ]
    columns = "Symbol! | Title | Year! | Kind! | Footnote! | Paras"
    return Page("Documents", table("", columns, rows), source.symbol)


@drawn.register
def _tensions(answer: query.TensionsAnswer, source: Source, language: str) -> Page:
    rows = [(f"{t.title} ({words(t.kind)})", _sides(t)) for t in answer.tensions]
    return Page("Tensions", table("", "Tension | Sides", rows), source.symbol)


def _sides(tension: Tension) -> str:
    return " / ".join(f"{side.text} [{name_places(side.at)}]" for side in tension.sides)
