"""Answers as pages, for tables on a terminal, in a pipe, in Markdown and in HTML."""

from collections.abc import Sequence
from functools import singledispatch

from gcmilo import query
from gcmilo.model import Activity, Basis, Linkage, Source, Tension, cite_compact
from gcmilo.output.bibliography import in_style
from gcmilo.output.data import name_in
from gcmilo.output.page import (
    Grid,
    GridRow,
    Item,
    Outline,
    Page,
    Part,
    Table,
    Verbatim,
    facts,
    listed,
    paragraphs,
    table,
    words,
)
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.query.overview import Branch, Tally, Twig
from gcmilo.refs import ActionRef, name_places
from gcmilo.source.verify import Verification


@singledispatch
def to_page(answer: object, source: Source, language: str) -> Page:
    """Return an answer as a page, titles in one of the languages en, fr and es."""
    raise TypeError(f"no page is registered for {type(answer).__name__}")


@to_page.register
def _objective(answer: query.ObjectiveAnswer, source: Source, language: str) -> Page:
    found = answer.objective
    title = found.title[language]
    action = answer.action
    return Page(
        f"Action {answer.ref}: {action.label}" if action else f"Objective {found.number}: {title}",
        (
            facts(
                Objective=f"{found.number} {title}" if action else None,
                In_the_Compact=cite_compact(answer.ref),
                Coverage=_coverage_words(answer.coverage.status, answer.coverage.channel),
                Note=answer.coverage.note,
                Round_table=found.round_table,
                SDG_targets=listed(found.sdg_targets),
                SDG_note=found.sdg_note,
                Said_in=paragraphs(answer.paragraphs),
                Plan_points=None if answer.plan_points else "none cited",
            ),
            *table("Plan points behind it", "Point! | Basis! | Subject", _behind(answer.plan_points)),
            *table("Actions", "Action! | Named! | Label", _actions(answer)),
            *_linkages_in_short(answer.linkages),
            *_activities_in_short(answer.activities),
            *_tensions_in_short(answer.tensions),
        ),
        source.symbol,
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


_LINKAGE_COLUMNS = "Linked! | Point! | Para.! | Basis! | What is said"


def _linkages_in_short(linkages: Sequence[Linkage]) -> tuple[Table, ...]:
    """The linkages, those on one line that differ by their plan point alone."""
    points: dict[tuple[object, ...], list[object]] = {}
    for link in linkages:
        points.setdefault((link.subject, link.paragraph, link.basis, _said(link)), []).append(link.plan_point or "-")
    rows = [(subject, listed(refs), *rest) for (subject, *rest), refs in points.items()]
    return table("Linkages", _LINKAGE_COLUMNS.replace("Point!", "Points"), rows)


def _said(linkage: Linkage) -> str:
    wording = f" “{linkage.wording}”" if linkage.wording else ""
    note = f": {linkage.note}" if linkage.note else ""
    return f"{words(linkage.stance)}{wording}{note}"


def _activities_in_short(activities: Sequence[Activity]) -> tuple[Table, ...]:
    rows = [(a.name, a.kind, paragraphs(a.paragraphs)) for a in activities]
    return table("Activities", "Activity | Kind! | Where!", rows)


def _tensions_in_short(tensions: Sequence[Tension]) -> tuple[Table, ...]:
    rows = [
        (t.title, words(t.kind), name_places(dict.fromkeys(p for side in t.sides for p in side.at))) for t in tensions
    ]
    return table("Tensions", "Tension | Kind | Where", rows)


def _ends(ends: Sequence[PointBehind] | Sequence[ObjectiveServed], basis: Basis) -> str:
    return listed([end.ref for end in ends if end.basis is basis])


@to_page.register
def _objectives(answer: query.ObjectivesAnswer, source: Source, language: str) -> Page:
    rows = [
        (
            line.objective.number,
            line.objective.title[language],
            words(line.coverage.status),
            _ends(line.plan_points, Basis.EXPLICIT),
            _ends(line.plan_points, Basis.CONTEXTUAL),
            listed(line.paragraphs),
            words(line.gap),
        )
        for line in answer.objectives
    ]
    columns = "No.! | Objective | Status! | Explicit points | Contextual points | Paras | Gap!"
    return Page("Objectives", table("", columns, rows), source.symbol)


@to_page.register
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
            *_linkages_in_short(answer.linkages),
            *_activities_in_short(answer.activities),
            *_tensions_in_short(answer.tensions),
        ),
        source.symbol,
    )


@to_page.register
def _plan_points(answer: query.PlanPointsAnswer, source: Source, language: str) -> Page:
    rows = [
        (
            line.plan_point.ref,
            line.plan_point.subject,
            _ends(line.objectives, Basis.EXPLICIT),
            _ends(line.objectives, Basis.CONTEXTUAL),
            listed(line.plan_point.paragraphs),
        )
        for line in answer.plan_points
    ]
    columns = "Point! | Subject | Explicit objectives | Contextual objectives | Paras!"
    return Page(
        "Plan points",
        (*table("", columns, rows), *_uncited(answer.uncited, source)),
        source.symbol,
    )


def _uncited(refs: Sequence[object], source: Source) -> tuple[Table, ...]:
    return table("Letters never cited", "Point! | Why", [(ref, query.UNCITED) for ref in refs])


@to_page.register
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
            *_linkages_in_short(answer.linkages),
            *_activities_in_short(answer.activities),
        ),
        source.symbol,
    )


@to_page.register
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


@to_page.register
def _linkages(answer: query.LinkagesAnswer, source: Source, language: str) -> Page:
    rows = [(link.subject, link.plan_point or "-", link.paragraph, link.basis, _said(link)) for link in answer.linkages]
    return Page("Linkages", table("", _LINKAGE_COLUMNS, rows), source.symbol)


@to_page.register
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
            *_uncited(answer.uncited, source),
            *_tensions_in_short(tuple(tensions)),
        ),
        source.symbol,
    )


@to_page.register
def _coverage(answer: query.CoverageAnswer, source: Source, language: str) -> Page:
    rows = [
        (row.objective.number, words(row.coverage.status), row.objective.label[language], row.coverage.channel)
        for row in answer.rows
    ]
    statuses = [
        (words(status) or "not assessed", len(refs), listed(refs)) for status, refs in answer.whole.by_status.items()
    ]
    return Page(
        "Coverage",
        (
            *table("By status", "Status! | Count! | Objectives", statuses),
            *_tallies("By round table", "Round table!", answer.round_tables),
            *_tallies("By SDG target", "Target!", answer.sdg_targets),
            *table("By objective", "No.! | Status! | Objective | Channel", rows),
        ),
        source.symbol,
    )


def _tallies(title: str, name: str, tallies: Sequence[Tally]) -> tuple[Table, ...]:
    statuses = list(tallies[0].by_status) if tallies else []
    heads = " | ".join(words(status).capitalize() or "Not assessed" for status in statuses)
    rows = [(tally.name, *(listed(tally.by_status[status]) for status in statuses)) for tally in tallies]
    return table(title, f"{name} | {heads}", rows)


@to_page.register
def _matrix(answer: query.MatrixAnswer, source: Source, language: str) -> Page:
    rows = tuple(
        GridRow(
            str(row.objective.number),
            row.objective.label[language],
            words(row.status),
            tuple(None if basis is None else basis.value for basis in row.cells),
        )
        for row in answer.rows
    )
    grid: Part = Grid("", tuple(str(ref) for ref in answer.plan_points), rows)
    return Page("Objectives by plan points", (grid,), source.symbol)


@to_page.register
def _tree(answer: query.TreeAnswer, source: Source, language: str) -> Page:
    name = "Plan point" if answer.by is query.TreeBy.PLAN_POINT else "Objective"
    items = tuple(_branch(branch, name, language) for branch in answer.branches)
    return Page(f"{name}s and what is linked with them", (Outline("", items),), source.symbol)


def _branch(branch: Branch, name: str, language: str) -> Item:
    status = f" [{words(branch.status)}]" if branch.status else ""
    twigs = tuple(_twig(twig, language) for twig in branch.twigs)
    return Item(f"{name} {branch.ref}: {name_in(branch.name, language)}{status}", twigs)


def _twig(twig: Twig, language: str) -> Item:
    ref = f"{twig.ref}: " if twig.ref else ""
    rest = ", ".join(text for text in (words(twig.basis), paragraphs(twig.paragraphs)) if text)
    return Item(f"{ref}{name_in(twig.name, language)} ({rest})")


@to_page.register
def _activities(answer: query.ActivitiesAnswer, source: Source, language: str) -> Page:
    rows = [(a.name, a.kind, listed(a.dates), listed(a.paragraphs), a.id) for a in answer.activities]
    return Page("Activities", table("", "Activity | Kind! | When | Paras! | Id", rows), source.symbol)


@to_page.register
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


@to_page.register
def _documents(answer: query.DocumentsAnswer, source: Source, language: str) -> Page:
    rows = [
        (d.symbol or "-", d.title, d.year, words(d.kind), d.footnote, listed(d.paragraphs)) for d in answer.documents
    ]
    columns = "Symbol | Title | Year! | Kind! | Footnote! | Paras"
    return Page("Documents", table("", columns, rows), source.symbol)


@to_page.register
def _search(answer: query.SearchAnswer, source: Source, language: str) -> Page:
    rows = [(words(hit.kind), hit.ref, f"{hit.title}: {hit.snippet}", hit.command) for hit in answer.hits]
    return Page(f"Found for: {answer.query}", table("", "Kind! | Reference | What | Opened by", rows), source.symbol)


@to_page.register
def _resolve(answer: query.ResolveAnswer, source: Source, language: str) -> Page:
    rows = [
        (reference.matched, *reading)
        for reference in answer.references
        for reading in [(words(r.kind), r.ref, r.title) for r in reference.readings] or [("nothing", "", "")]
    ]
    return Page("References", table("", "Written! | Kind! | Reference! | Title", rows), source.symbol)


@to_page.register
def _cite(answer: query.CiteAnswer, source: Source, language: str) -> Page:
    return Page(None, (Verbatim(in_style(answer.citations, answer.style)),), None)


@to_page.register
def _verification(answer: Verification, source: Source, language: str) -> Page:
    edition = "the text that was coded" if answer.is_coded_edition else "not the file that was coded"
    problems = [(words(p.kind), p.paragraph or "-", p.text) for p in answer.problems]
    return Page(
        "Verification: ok" if answer.ok else f"Verification: {len(answer.problems)} problems",
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


@to_page.register
def _tensions(answer: query.TensionsAnswer, source: Source, language: str) -> Page:
    rows = [(f"{t.title} ({words(t.kind)})", _sides(t)) for t in answer.tensions]
    return Page("Tensions", table("", "Tension | Sides", rows), source.symbol)


def _sides(tension: Tension) -> str:
    return " / ".join(f"{side.text} [{name_places(side.at)}]" for side in tension.sides)
