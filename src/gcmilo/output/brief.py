"""The page of a brief: a note of short paragraphs, lists and a few tables, with its references at the end."""

from collections import Counter
from collections.abc import Iterator

from gcmilo.model import Basis, Source, Stance, Status
from gcmilo.output.bibliography import in_full
from gcmilo.output.brief_section import Told, section_parts, standing
from gcmilo.output.forms import Forms
from gcmilo.output.gaps import REASONS
from gcmilo.output.page import Heading, Page, Part, Prose, References, table
from gcmilo.output.sentences import capital, cited, counted, in_paragraphs, named, number
from gcmilo.query.brief import BriefAnswer, BriefSection
from gcmilo.query.gaps import Gap
from gcmilo.shapes import (
    ACTIVITIES,
    CITED_COMPACT,
    CITED_PARAGRAPHS,
    COVERAGE,
    LINKAGE,
    NUMBER,
    OBJECTIVE,
    PLAN,
    PLAN_POINT,
    SOURCE,
    TENSIONS,
    TEXT,
    TEXTS,
    TRUTH,
    Data,
    answer,
    many,
    maybe,
    record,
    word_of,
)
from gcmilo.text import joined, words

_POINT = record(
    **PLAN_POINT.within("plan_point", "ref", "subject", "summary"),
    basis=maybe(word_of(Basis)),
    citation=CITED_PARAGRAPHS.of("paragraphs"),
)
_STATEMENT = record(
    subjects=TEXTS,
    plan_points=TEXTS,
    **LINKAGE.only("basis", "stance", "wording", "note", "citation").fields,
)
_SECTION = record(
    ref=TEXT.of("found.ref"),
    **OBJECTIVE.within("found.objective", "number", "title", "titles", "label"),
    citation=CITED_COMPACT.of("found.ref"),
    coverage=COVERAGE.only("status", "channel", "note").of("found.coverage"),
    actions=many(record(ref=TEXT, label=TEXT.of("action.label"), named=TRUTH)).of(
        "found.asked_actions"
    ),
    plan_points=many(_POINT),
    statements=many(_STATEMENT),
    activities=ACTIVITIES.of("found.activities"),
    gap=maybe(word_of(Gap)),
    reasons=REASONS,
    tensions=TENSIONS.of("found.tensions"),
)
_REFERENCE = record(
    id=TEXT,
    title=TEXT,
    author=maybe(TEXT),
    symbol=maybe(TEXT),
    date=maybe(TEXT),
    address=maybe(TEXT),
)
_CONDITIONS = record(
    refs=TEXTS, status=maybe(word_of(Status)), round_table=maybe(NUMBER), sdg=maybe(TEXT)
)
_BRIEF = answer(
    "brief",
    plan=PLAN.only("title", "symbol", "period"),
    source=SOURCE.only("symbol", "title"),
    conditions=_CONDITIONS.of(lambda brief: brief),
    objectives=many(_SECTION).of("sections"),
    references=many(_REFERENCE),
)
_COMPACT = "Global Compact for Migration"
_STATUSES = {
    Status.ADDRESSED: "addressed",
    Status.INDIRECT: "addressed indirectly",
    Status.NOT_ADDRESSED: "not addressed",
    None: "not assessed",
}
_LIMITS = {
    Stance.QUALIFIED: "is supported with a stated limit",
    Stance.LIMITS: "has wording that is said to narrow ILO standards",
    Stance.NOT_INCLUDED: "is said to be outside the plan's direct content",
}


def _page(answer: BriefAnswer, source: Source, language: str) -> Page:
    title = f"{capital(_scope(answer))}: the {_COMPACT} and the {answer.plan.title}"
    if not answer.sections:
        return Page(title, (Prose("No objective meets these conditions."),), source.symbol)
    told: Told = {}
    sections = [
        part
        for section in answer.sections
        for part in section_parts(section, answer.plan, language, told)
    ]
    references = References(
        tuple((in_full(document), document.address) for document in answer.references)
    )
    head = (Prose(_purpose(answer, source)), Heading("In short"), *_in_short(answer, language))
    foot = (
        Heading("How to read this note"),
        Prose(_how_to_read(answer, source)),
        Heading("References"),
        references,
    )
    return Page(title, (*head, *sections, *foot), None)


def _scope(answer: BriefAnswer) -> str:
    """What the brief is about: ``objective 6``, ``objectives of round table 1``, ``all 23 objectives``."""
    conditions = "".join(
        [
            f" of round table {answer.round_table}" if answer.round_table else "",
            f" under SDG {answer.sdg.upper().removeprefix('SDG').strip()}" if answer.sdg else "",
            f" that {'is' if len(answer.refs) == 1 else 'are'} {_STATUSES[answer.status]}"
            if answer.status
            else "",
        ]
    )
    if answer.refs:
        return named(answer.refs) + conditions
    return f"objectives{conditions}" if conditions else f"all {len(answer.sections)} objectives"


def _purpose(answer: BriefAnswer, source: Source) -> str:
    asks, on = (
        ("the objectives ask", "each") if not _single(answer) else ("the objective asks", "it")
    )
    if _single(answer) and answer.sections[0].found.action:
        asks = "the action asks"
    plan = f"the {answer.plan.title}{f' ({answer.plan.period})' if answer.plan.period else ''}"
    return (
        f"This note says what {asks}, where {plan} stands on {on}, and through which plan points and activities,"
        f" as {source.symbol} reports."
    )


def _how_to_read(answer: BriefAnswer, source: Source) -> str:
    return (
        f"Paragraphs, and rows of its table, are those of {source.symbol}, unless another document is named."
        " “Explicit” means that a sentence names both ends of a linkage; “contextual” means that only the paragraph,"
        " or the one it continues, ties them. Summaries are not the document's words; what stands in quotation marks"
        f" is.{_figures(answer)} A tension is a place where the document disagrees with itself, or claims more in one"
        " place than in another; it is a reading aid and takes no side."
    )


def _figures(answer: BriefAnswer) -> str:
    given = any(
        activity.figures for section in answer.sections for activity in section.found.activities
    )
    return (
        " Figures are given as stated; they may overlap and are not to be added up."
        if given
        else ""
    )


def _single(answer: BriefAnswer) -> bool:
    return len(answer.sections) == 1


def _in_short(answer: BriefAnswer, language: str) -> Iterator[Part]:
    if _single(answer):
        yield Prose(_in_a_paragraph(answer.sections[0]))
        return
    yield Prose(f"{_statuses(answer)} {_points(answer)}")
    rows = [
        (
            str(section.found.ref),
            section.found.action.label
            if section.found.action
            else section.found.objective.label[language],
            _STATUSES[section.found.coverage.status],
            _on(section, Basis.EXPLICIT),
            _on(section, Basis.CONTEXTUAL),
            words(section.gap) or "none",
        )
        for section in answer.sections
    ]
    columns = "No.! | Objective | Status! | Explicit points | Contextual points | Gap!"
    yield from table("", columns, rows)


def _on(section: BriefSection, basis: Basis) -> str:
    return (
        ", ".join(
            str(point.plan_point.ref) for point in section.plan_points if point.basis is basis
        )
        or "–"
    )


def _statuses(answer: BriefAnswer) -> str:
    """How many of the objectives have each status: four are addressed, one is not."""
    statuses = {
        section.found.objective.number: section.found.coverage.status for section in answer.sections
    }
    counts = Counter(statuses.values())
    kinds = [status for status in _STATUSES if counts[status]]
    total = len(statuses)
    if len(kinds) == 1:
        verb = "is" if total == 1 else "are"
        return f"{capital(counted(total, 'objective'))} {verb} {_STATUSES[kinds[0]]}."
    say = number if max(counts.values()) <= 10 else str  # noqa: PLR2004 - words up to ten
    shares = [
        f"{say(counts[kind])} {'is' if counts[kind] == 1 else 'are'} {_STATUSES[kind]}"
        for kind in kinds
    ]
    return f"Of {counted(total, 'objective')}, {joined(shares)}."


def _points(answer: BriefAnswer) -> str:
    """For how many of the sections a plan point is cited, and for how many a sentence does so."""
    pointed = [section for section in answer.sections if section.plan_points]
    explicit = sum(
        any(point.basis is Basis.EXPLICIT for point in section.plan_points) for section in pointed
    )
    if not pointed:
        return "No plan point is cited for any of them."
    if explicit == len(pointed):
        said = (
            "in each case by a sentence that names both"
            if explicit > 1
            else "by a sentence that names both"
        )
    elif explicit:
        said = f"for {number(explicit)} by a sentence that names both, otherwise by context alone"
    else:
        said = "by context alone"
    return f"Plan points stand behind {number(len(pointed))} of them, {said}."


def _in_a_paragraph(section: BriefSection) -> str:
    found = section.found
    noun = "action" if found.action else "objective"
    explicit = [p.plan_point.ref for p in section.plan_points if p.basis is Basis.EXPLICIT]
    contextual = [p.plan_point.ref for p in section.plan_points if p.basis is Basis.CONTEXTUAL]
    bases = [(explicit, "by a sentence that names both"), (contextual, "by context alone")]
    behind = [f"{named(refs)} {basis}" for refs, basis in bases if refs]
    verb = "stands" if len(explicit + contextual) == 1 else "stand"
    points = (
        f"Behind it {verb} {joined(behind)}."
        if behind
        else f"No plan point is cited for the {noun}."
    )
    activities = f"{capital(counted(len(found.activities), 'activity', 'activities'))}"
    verb = "is" if len(found.activities) == 1 else "are"
    tensions = counted(len(found.tensions), "tension")
    return (
        f"{' '.join([standing(section), points, *_limits(section)])} {activities} {verb} tied to it; {tensions}"
        f" {'concerns' if len(found.tensions) == 1 else 'concern'} it."
    )


def _limits(section: BriefSection) -> Iterator[str]:
    """What is said against it: a limit, a wording that narrows, or that it is not in the plan."""
    for said in section.statements:
        if said.stance in _LIMITS:
            quote = f", “{said.wording}”" if said.wording else ""
            subject = capital(named(said.subjects))
            yield cited(f"{subject} {_LIMITS[said.stance]}{quote}", in_paragraphs([said.paragraph]))


def _rows(answer: BriefAnswer, source: Source) -> list[Data]:
    """A row for each statement, with the objective or action under which the brief makes it."""
    rows = []
    for section in _BRIEF.to_json(answer, source)["objectives"]:
        head = {"ref": section["ref"], "title": section["title"]}
        head |= {"status": section["coverage"]["status"], "gap": section["gap"]}
        rows += [head | statement for statement in section["statements"]]
    return rows


FORMS = {BriefAnswer: Forms(_BRIEF, _page, _rows)}
