"""The plan side of the page: plan points, paragraphs, activities, tensions and documents."""

from collections.abc import Iterable

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.html_page.markup import (
    entry,
    join_with_dots,
    link,
    listed,
    mark,
    paragraphs,
    part,
    places,
    section,
    tag,
    text,
)
from gcmilo.export.html_page.objectives import activities_list, facts_list, statements_table
from gcmilo.model import Activity, Basis, Document, Tension
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.query.brief import statements
from gcmilo.query.paragraphs import ParagraphAnswer
from gcmilo.query.paragraphs import paragraphs as all_paragraphs
from gcmilo.query.plan_points import PlanPointAnswer, plan_point
from gcmilo.text import words


def plan_points_section(crosswalk: Crosswalk) -> str:
    """Return every cited plan point with objectives and evidence, and the letters never cited."""
    answers = [plan_point(crosswalk, point.ref.label) for point in crosswalk.plan_points]
    entries = [_plan_point(answer) for answer in answers]
    uncited = ", ".join(str(ref) for ref in crosswalk.uncited)
    rest = tag("p", f"Implied by the numbering, never cited: {text(uncited)}.") if uncited else ""
    return section("plan-points", "Plan points", *entries, rest)


def _plan_point(answer: PlanPointAnswer) -> str:
    point = answer.plan_point
    bases = [served.basis for served in answer.objectives]
    means = "not stated"
    if point.means:
        means = f"{text(', '.join(point.means))} ({words(point.means_basis)})"
    served = listed(
        join_with_dots(f"{link(o.ref)} {text(o.label.en)}", mark(o.basis))
        for o in answer.objectives
    )
    said = statements_table(f"What is said of plan point {point.ref}", statements(answer.linkages))
    return entry(
        point.ref,
        f"Plan point {text(point.ref)}: {text(point.subject)}",
        tag("p", text(point.summary)) if point.summary else "",
        facts_list([("Means", means), ("Cited in", places(answer.places))]),
        part("Objectives it serves", served or tag("p", "No objective is tied to it.")),
        part("What is said", said),
        part("Activities", activities_list(answer.activities, point.ref)),
        part("Tensions", listed(link(tension, tension.title) for tension in answer.tensions)),
        kind="plan point",
        basis=next((basis.value for basis in Basis if basis in bases), "none"),
    )


def paragraphs_section(crosswalk: Crosswalk) -> str:
    """Return every numbered paragraph with what it ties and cites; nothing where none is known."""
    entries = [_paragraph(answer) for answer in all_paragraphs(crosswalk).paragraphs]
    return section("paragraphs", "Paragraphs", *entries) if entries else ""


def _paragraph(answer: ParagraphAnswer) -> str:
    number = answer.paragraph.number
    documents = ", ".join(link(document, document.title) for document in answer.documents)
    return entry(
        number,
        f"Paragraph {number}",
        tag("p", text(answer.paragraph.section), class_="other"),
        tag("p", text(answer.paragraph.summary)),
        facts_list(
            [
                ("Objectives", _ends(answer.objectives)),
                ("Plan points", _ends(answer.plan_points)),
                ("Documents cited", documents),
            ]
        ),
        kind="paragraph",
    )


def _ends(ends: Iterable[ObjectiveServed | PointBehind]) -> str:
    return ", ".join(
        f"{link(end.ref)} {mark(end.basis)}" if end.basis else link(end.ref) for end in ends
    )


def activities_section(crosswalk: Crosswalk) -> str:
    """Return every activity with all that is said of it; nothing where none is known."""
    note = tag("p", "Figures are given as stated; they may overlap and are not to be added up.")
    entries = [_activity(activity) for activity in crosswalk.activities]
    return section("activities", "Activities", note, *entries) if entries else ""


def _activity(activity: Activity) -> str:
    figures = [f"{figure.value:,} {text(figure.of)}" for figure in activity.figures]
    dates = [date.replace("/", " to ") for date in activity.dates]
    ties = (*activity.objectives, *activity.plan_points)
    return entry(
        activity,
        text(activity.name),
        tag("p", text(activity.summary)),
        facts_list(
            [
                ("Kind", words(activity.kind)),
                ("Owner", text(activity.owner)),
                ("Status", words(activity.status) if activity.status else ""),
                ("Dates", text(", ".join(dates))),
                ("Figures", "; ".join(figures)),
                ("Partners", text("; ".join(activity.partners))),
                ("Places", text("; ".join(activity.places))),
                ("Tied to", ", ".join(f"{link(tie.ref)} {mark(tie.basis)}" for tie in ties)),
                ("Said in", paragraphs(activity.paragraphs)),
            ]
        ),
        kind="activity",
    )


def tensions_section(crosswalk: Crosswalk) -> str:
    """Return every tension with its sides; nothing where none is known."""
    note = tag(
        "p",
        "A tension sets places side by side that disagree or claim differently. It takes no side.",
    )
    entries = [_tension(tension) for tension in crosswalk.tensions]
    return section("tensions", "Tensions", note, *entries) if entries else ""


def _tension(tension: Tension) -> str:
    ends = ", ".join(link(ref) for ref in (*tension.objectives, *tension.plan_points))
    sides = listed(
        f"{text(side.text)}{f' “{text(side.quote)}”' if side.quote else ''} ({places(side.at)})"
        for side in tension.sides
    )
    return entry(
        tension,
        text(tension.title),
        facts_list([("Kind", words(tension.kind)), ("Concerns", ends)]),
        sides,
        kind="tension",
    )


def documents_section(crosswalk: Crosswalk) -> str:
    """Return the documents that the source cites; nothing where none is known."""
    entries = [_document(document) for document in crosswalk.documents]
    return section("documents", "Documents", *entries) if entries else ""


def _document(document: Document) -> str:
    address = tag("a", text(document.address), href=document.address) if document.address else ""
    return entry(
        document,
        text(document.title),
        facts_list(
            [
                ("Symbol", text(document.symbol or "")),
                ("Year", text(document.year or "")),
                ("Kind", words(document.kind)),
                ("Address", address),
                ("Cited in", paragraphs(document.paragraphs)),
            ]
        ),
        kind="document",
    )
