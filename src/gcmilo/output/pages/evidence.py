"""The pages of activities, documents, tensions, and of what searches, resolves, cites and verifies."""

from gcmilo import query
from gcmilo.model import Source, Tension
from gcmilo.output.bibliography import in_style
from gcmilo.output.page import Page, Verbatim, counted, facts, listed, table, words
from gcmilo.output.pages.parts import drawn
from gcmilo.refs import name_places
from gcmilo.source.verify import Verification


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
    columns = "Symbol | Title | Year! | Kind! | Footnote! | Paras"
    return Page("Documents", table("", columns, rows), source.symbol)


@drawn.register
def _tensions(answer: query.TensionsAnswer, source: Source, language: str) -> Page:
    rows = [(f"{t.title} ({words(t.kind)})", _sides(t)) for t in answer.tensions]
    return Page("Tensions", table("", "Tension | Sides", rows), source.symbol)


def _sides(tension: Tension) -> str:
    return " / ".join(f"{side.text} [{name_places(side.at)}]" for side in tension.sides)


@drawn.register
def _search(answer: query.SearchAnswer, source: Source, language: str) -> Page:
    rows = [(words(hit.kind), hit.ref, f"{hit.title}: {hit.snippet}", hit.command) for hit in answer.hits]
    return Page(
        f"Found for: {' '.join(answer.query.split())}",
        table("", "Kind! | Reference | What | Opened by", rows),
        source.symbol,
    )


@drawn.register
def _resolve(answer: query.ResolveAnswer, source: Source, language: str) -> Page:
    rows = [
        (" ".join(reference.matched.split()), *reading)
        for reference in answer.references
        for reading in [(words(r.kind), r.ref, r.title) for r in reference.readings] or [("nothing", "", "")]
    ]
    return Page("References", table("", "Written! | Kind! | Reference! | Title", rows), source.symbol)


@drawn.register
def _cite(answer: query.CiteAnswer, source: Source, language: str) -> Page:
    return Page(None, (Verbatim(in_style(answer.citations, answer.style)),), None)


@drawn.register
def _verification(answer: Verification, source: Source, language: str) -> Page:
    edition = "the text that was coded" if answer.is_coded_edition else "not the file that was coded"
    problems = [(words(p.kind), p.paragraph or "-", p.text) for p in answer.problems]
    return Page(
        f"Verification: {'ok' if answer.ok else counted(len(answer.problems), 'problem')}",
        (
            facts(
                Read=f"{answer.paragraphs} paragraphs; sha256 {answer.sha256} ({edition})",
                Mentions="{objectives} of objectives, {plan_points} of plan points".format(**answer.mentions),
                Checked=f"{sum(answer.checked.values())} claims",
            ),
            *table("Problems", "Kind! | Para.! | Problem", problems),
            *table("Claims checked", "Kind! | Count!", [(words(kind), n) for kind, n in answer.checked.items()]),
        ),
        source.symbol,
    )
