"""How paragraphs of the source are shown: one and what it says about what, or all of them."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, facts, listed, table
from gcmilo.output.parts import activities_in_short, documents_in_short, linkages_in_short
from gcmilo.query.paragraphs import ParagraphAnswer, ParagraphsAnswer
from gcmilo.shapes import ACTIVITIES, DOCUMENTS, ENDS, LINKAGES, PARAGRAPH, answer, many, record
from gcmilo.text import words

_LINE = {
    **PARAGRAPH.within("paragraph", "number", "section", "summary"),
    "objectives": ENDS,
    "plan_points": ENDS,
}
_CITATION = PARAGRAPH.within("paragraph", "citation")
_PARAGRAPH = answer(
    "paragraph",
    **_LINE,
    linkages=LINKAGES,
    activities=ACTIVITIES,
    documents=DOCUMENTS,
    **_CITATION,
)
_PARAGRAPHS = answer("paragraphs", paragraphs=many(record(**_LINE, **_CITATION)))


def _paragraph_page(answer: ParagraphAnswer, source: Source, language: str) -> Page:
    # A paragraph that says of an objective that the plan leaves it out does not serve it.
    objectives = [
        (end.ref, words(end.basis) or "not served", end.label[language])
        for end in answer.objectives
    ]
    points = [
        (end.ref, words(end.basis) or "no objective", end.subject) for end in answer.plan_points
    ]
    return Page(
        f"Paragraph {answer.paragraph.number}",
        (
            facts(
                Citation=source.cite_paragraphs(answer.paragraph.number),
                Section=answer.paragraph.section,
                Summary=answer.paragraph.summary,
                Linkages=None if answer.linkages else "none",
            ),
            *table("Objectives", "No.! | Basis! | Objective", objectives),
            *table("Plan points", "Point! | Basis! | Subject", points),
            *linkages_in_short(answer.linkages),
            *activities_in_short(answer.activities),
            *documents_in_short(answer.documents),
        ),
        source.symbol,
    )


def _paragraphs_page(answer: ParagraphsAnswer, source: Source, _: str) -> Page:
    rows = []
    for line in answer.paragraphs:
        objectives = listed([end.ref for end in line.objectives])
        points = listed([end.ref for end in line.plan_points])
        rows.append((line.paragraph.number, objectives, points, line.paragraph.summary))
    columns = "Para.! | Objectives | Points | Summary"
    return Page("Paragraphs", table("", columns, rows), source.symbol)


FORMS = {
    ParagraphAnswer: Forms(_PARAGRAPH, _paragraph_page, "linkages"),
    ParagraphsAnswer: Forms(_PARAGRAPHS, _paragraphs_page, "paragraphs"),
}
