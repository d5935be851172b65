"""The pages of one thing, of lists of things, and of linkages."""

from collections.abc import Sequence

from gcmilo import query
from gcmilo.model import Basis, Source, cite_compact
from gcmilo.output.page import Facts, Page, facts, listed, paragraphs, table, words
from gcmilo.output.pages.parts import (
    LINKAGE_COLUMNS,
    activities_in_short,
    documents_in_short,
    drawn,
    ends_on,
    linkages_in_short,
    said,
    tensions_in_short,
    uncited_table,
)
from gcmilo.query.basis import PointBehind
from gcmilo.refs import ActionRef


@drawn.register
def _objective(answer: query.ObjectiveAnswer, source: Source, language: str) -> Page:
    found, action = answer.objective, answer.action
    return Page(
        f"Action {answer.ref}: {action.label}" if action else f"Objective {found.number}: {found.title[language]}",
        (
            _objective_facts(answer, language),
            *table("Plan points behind it", "Point! | Basis! | Subject", _behind(answer.plan_points)),
            *table("Actions", "Action! | Named! | Label", _actions(answer)),
            *linkages_in_short(answer.linkages),
            *activities_in_short(answer.activities),
            *documents_in_short(answer.documents),
            *tensions_in_short(answer.tensions),
        ),
        source.symbol,
    )


def _objective_facts(answer: query.ObjectiveAnswer, language: str) -> Facts:
    found = answer.objective
    return facts(
        Objective=f"{found.number} {found.title[language]}" if answer.action else None,
        In_the_Compact=cite_compact(answer.ref),
        Coverage=_coverage_words(answer.coverage.status, answer.coverage.channel),
        Note=answer.coverage.note,
        Round_table=found.round_table,
        SDG_targets=listed(found.sdg_targets),
        SDG_note=found.sdg_note,
        Said_in=paragraphs(answer.paragraphs),
        Plan_points=None if answer.plan_points else "none cited",
    )


def _coverage_words(status: str | None, channel: str | None) -> str:
    return f"{words(status) or 'not assessed'}{f' ({channel})' if channel else ''}"


def _behind(points: Sequence[PointBehind]) -> list[tuple[str, str, str]]:
    return [(str(point.ref), words(point.basis), point.subject) for point in points]


def _actions(answer: query.ObjectiveAnswer) -> list[tuple[str, str, str]]:
    refs = [(ActionRef(answer.objective.ref, action.letter), action) for action in answer.objective.actions]
    return [
        (str(ref), "named" if ref in answer.linked else "", action.label)
        for ref, action in refs
        if answer.action in (None, action)
    ]


@drawn.register
def _objectives(answer: query.ObjectivesAnswer, source: Source, language: str) -> Page:
    rows = [
        (
            line.objective.number,
            line.objective.title[language],
            words(line.coverage.status),
            ends_on(line.plan_points, Basis.EXPLICIT),
            ends_on(line.plan_points, Basis.CONTEXTUAL),
            listed(line.paragraphs),
            words(line.gap),
        )
        for line in answer.objectives
    ]
    columns = "No.! | Objective | Status! | Explicit points | Contextual points | Paras | Gap!"
    return Page("Objectives", table("", columns, rows), source.symbol)


@drawn.register
def _plan_point(answer: query.PlanPointAnswer, source: Source, language: str) -> Page:
    point = answer.plan_point
    means = f"{listed(point.means)} ({words(point.means_basis)})" if point.means else "not stated"
    served = [(served.ref, words(served.basis), served.label[language]) for served in answer.objectives]
    return Page(
        f"Plan point {point.ref}: {point.subject}",
        (
            facts(
                Summary=point.summary,
                Means=means,
                Cited_in=paragraphs(point.paragraphs),
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


@drawn.register
def _plan_points(answer: query.PlanPointsAnswer, source: Source, language: str) -> Page:
    rows = [
        (
            line.plan_point.ref,
            line.plan_point.subject,
            ends_on(line.objectives, Basis.EXPLICIT),
            ends_on(line.objectives, Basis.CONTEXTUAL),
            listed(line.plan_point.paragraphs),
        )
        for line in answer.plan_points
    ]
    columns = "Point! | Subject | Explicit objectives | Contextual objectives | Paras!"
    return Page(
        "Plan points",
        (*table("", columns, rows), *uncited_table(answer.uncited, source)),
        source.symbol,
    )


@drawn.register
def _paragraph(answer: query.ParagraphAnswer, source: Source, language: str) -> Page:
    named = [(end.ref, words(end.basis) or "not served", end.label[language]) for end in answer.objectives]
    cited = [(end.ref, words(end.basis) or "no objective", end.subject) for end in answer.plan_points]
    return Page(
        f"Paragraph {answer.paragraph.number}",
        (
            facts(
                Citation=source.cite_paragraphs(answer.paragraph.number),
                Section=answer.paragraph.section,
                Summary=answer.paragraph.summary,
                Linkages=None if answer.linkages else "none",
            ),
            *table("Objectives", "No.! | Basis! | Objective", named),
            *table("Plan points", "Point! | Basis! | Subject", cited),
            *linkages_in_short(answer.linkages),
            *activities_in_short(answer.activities),
            *documents_in_short(answer.documents),
        ),
        source.symbol,
    )


@drawn.register
def _paragraphs(answer: query.ParagraphsAnswer, source: Source, language: str) -> Page:
    rows = [
        (
            line.paragraph.number,
            listed([end.ref for end in line.objectives]),
            listed([end.ref for end in line.plan_points]),
            line.paragraph.summary,
        )
        for line in answer.paragraphs
    ]
    return Page(
        "Paragraphs",
        table("", "Para.! | Objectives | Points | Summary", rows),
        source.symbol,
    )


@drawn.register
def _linkages(answer: query.LinkagesAnswer, source: Source, language: str) -> Page:
    rows = [(link.subject, link.plan_point or "-", link.paragraph, link.basis, said(link)) for link in answer.linkages]
    return Page("Linkages", table("", LINKAGE_COLUMNS, rows), source.symbol)
