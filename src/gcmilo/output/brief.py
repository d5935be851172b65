"""How a brief is shown: as a note of short paragraphs, lists and a few tables, with references."""

from itertools import chain

from gcmilo.model import Basis, Source, Status
from gcmilo.output.bibliography import in_full
from gcmilo.output.brief_section import Described, section_parts
from gcmilo.output.brief_summary import summary_parts
from gcmilo.output.forms import Forms
from gcmilo.output.gaps import REASONS
from gcmilo.output.page import Heading, Page, Part, Prose, References
from gcmilo.output.sentences import STATUSES, agree, capital, named
from gcmilo.query.brief import BriefAnswer
from gcmilo.query.gaps import Gap
from gcmilo.shapes import (
    ACTIVITIES,
    CITED_COMPACT,
    CITED_PLACES,
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

_POINT = record(
    **PLAN_POINT.within("plan_point", "ref", "subject", "summary"),
    basis=maybe(word_of(Basis)),
    citation=CITED_PLACES.of("places"),
)
_STATEMENT = record(
    subjects=TEXTS,
    plan_points=TEXTS,
    **LINKAGE.only("basis", "stance", "wording", "note", "citation").fields,
)
_ACTION = record(ref=TEXT, label=TEXT.of("action.label"), named=TRUTH)
_SECTION = record(
    ref=TEXT.of("found.ref"),
    **OBJECTIVE.within("found.objective", "number", "title", "titles", "label"),
    citation=CITED_COMPACT.of("found.ref"),
    coverage=COVERAGE.only("status", "channel", "note").of("found.coverage"),
    actions=many(_ACTION).of("found.asked_actions"),
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
# The conditions are fields of the answer itself, and an object of their own in its JSON.
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


def _page(answer: BriefAnswer, source: Source, language: str) -> Page:
    scope = capital(_scope(answer))
    title = f"{scope}: the Global Compact for Migration and the {answer.plan.title}"
    if not answer.sections:
        return Page(title, (Prose("No objective meets these conditions."),), source.symbol)
    parts: list[Part] = [Prose(_purpose(answer, source))]
    parts += [Heading("In short"), *summary_parts(answer, language)]
    described: Described = {}
    for section in answer.sections:
        parts += section_parts(section, answer.plan, language, described)
    parts += [Heading("How to read this note"), Prose(_how_to_read(answer, source))]
    references = tuple((in_full(document), document.address) for document in answer.references)
    parts += [Heading("References"), References(references)]
    # The source is the first of the references, so the page does not name it again.
    return Page(title, tuple(parts), None)


def _scope(answer: BriefAnswer) -> str:
    """What the brief is about: ``objective 6``, ``objectives of round table 1``."""
    conditions = _conditions(answer)
    if answer.refs:
        return named(answer.refs) + conditions
    if conditions:
        return f"objectives{conditions}"
    return f"all {len(answer.sections)} objectives"


def _conditions(answer: BriefAnswer) -> str:
    """The conditions as the end of a phrase: `` of round table 1 that are addressed``."""
    text = ""
    if answer.round_table:
        text += f" of round table {answer.round_table}"
    if answer.sdg:
        # A user may write the target as 8.8, SDG 8.8 or sdg8.8.
        text += f" under SDG {answer.sdg.upper().removeprefix('SDG').strip()}"
    if answer.status:
        text += f" that {agree(len(answer.refs), 'is', 'are')} {STATUSES[answer.status]}"
    return text


def _purpose(answer: BriefAnswer, source: Source) -> str:
    if len(answer.sections) > 1:
        asks, each = "the objectives ask", "each"
    elif answer.sections[0].found.action:
        asks, each = "the action asks", "it"
    else:
        asks, each = "the objective asks", "it"
    plan = f"the {answer.plan.title}"
    if answer.plan.period:
        plan += f" ({answer.plan.period})"
    return (
        f"This note says what {asks}, where {plan} stands on {each},"
        f" and through which plan points and activities, as {source.symbol} reports."
    )


def _how_to_read(answer: BriefAnswer, source: Source) -> str:
    statements = chain.from_iterable(section.statements for section in answer.sections)
    listed = ""
    if any(statement.basis is Basis.LISTED for statement in statements):
        listed = " “listed” means that a row of the plan's own table does, and no sentence;"
    figures = ""
    activities = [activity for section in answer.sections for activity in section.found.activities]
    if any(activity.figures for activity in activities):
        figures = " Figures are given as stated; they may overlap and are not to be added up."
    return (
        f"The source is {source.symbol}: paragraphs, and rows of its table, are its own, unless"
        " another document is named. “Explicit” means that a sentence names both ends of a"
        f" linkage;{listed} “contextual” means that only the paragraph, or the one it continues,"
        " ties them. Summaries are not the source's words; what is in quotation marks is."
        f"{figures} A tension is a place where the source disagrees with itself, or claims more in"
        " one place than in another; it is a reading aid and takes no side."
    )


def _rows(answer: BriefAnswer, source: Source) -> list[Data]:
    """A row for each statement, with the objective or action under which the brief makes it."""
    rows = []
    for section in _BRIEF.to_json(answer, source)["objectives"]:
        head = {"ref": section["ref"], "title": section["title"]}
        head |= {"status": section["coverage"]["status"], "gap": section["gap"]}
        rows += [head | statement for statement in section["statements"]]
    return rows


FORMS = {BriefAnswer: Forms(_BRIEF, _page, _rows)}
