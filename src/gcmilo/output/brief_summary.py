"""What a brief says in short, before its sections."""

from collections import Counter
from collections.abc import Iterator

from gcmilo.model import Basis, Stance
from gcmilo.output.brief_section import coverage_sentence, noun_of, points_on
from gcmilo.output.page import Part, Prose, listed, name_paragraphs, table
from gcmilo.output.sentences import (
    MOST_IN_WORDS,
    STATUSES,
    agree,
    capital,
    cited,
    counted,
    named,
    number,
)
from gcmilo.query.brief import BriefAnswer, BriefSection
from gcmilo.text import joined, words

_LIMITS = {
    Stance.QUALIFIED: "is supported with a stated limit",
    Stance.LIMITS: "has wording that is said to narrow ILO standards",
    Stance.NOT_INCLUDED: "is said to be outside the plan's direct content",
}


def summary_parts(answer: BriefAnswer, language: str) -> Iterator[Part]:
    """Yield a paragraph on the one section, or two sentences and a table on several."""
    if len(answer.sections) == 1:
        yield Prose(_one_section(answer.sections[0]))
        return
    yield Prose(f"{_statuses(answer)} {_points(answer)}")
    columns = "No.! | Objective | Status! | Explicit points | Contextual points | Gap!"
    yield from table("", columns, [_row(section, language) for section in answer.sections])


def _row(section: BriefSection, language: str) -> tuple[str, ...]:
    found = section.found
    return (
        str(found.ref),
        found.action.label if found.action else found.objective.label[language],
        STATUSES[found.coverage.status],
        listed(points_on(section, Basis.EXPLICIT)) or "–",
        listed(points_on(section, Basis.CONTEXTUAL)) or "–",
        words(section.gap) or "none",
    )


def _statuses(answer: BriefAnswer) -> str:
    """How many of the objectives have each status: four are addressed, one is not."""
    # By objective, because several sections may be on actions of one.
    statuses = {
        section.found.objective.number: section.found.coverage.status for section in answer.sections
    }
    counts = Counter(statuses.values())
    found = [status for status in STATUSES if counts[status]]
    objectives = counted(len(statuses), "objective")
    if len(found) == 1:
        verb = agree(len(statuses), "is", "are")
        return f"{capital(objectives)} {verb} {STATUSES[found[0]]}."
    # One sentence does not mix digits and words: one count above ten puts all of them in digits.
    written = number if max(counts.values()) <= MOST_IN_WORDS else str
    shares = []
    for status in found:
        verb = agree(counts[status], "is", "are")
        shares.append(f"{written(counts[status])} {verb} {STATUSES[status]}")
    return f"Of {objectives}, {joined(shares)}."


def _points(answer: BriefAnswer) -> str:
    """For how many of the sections a plan point is cited, and for how many a sentence does so."""
    pointed = [section for section in answer.sections if section.plan_points]
    if not pointed:
        return "No plan point is cited for any of them."
    explicit = sum(1 for section in pointed if points_on(section, Basis.EXPLICIT))
    if explicit == 0:
        how = "by context alone"
    elif explicit < len(pointed):
        how = f"for {number(explicit)} by a sentence that names both, otherwise by context alone"
    elif explicit == 1:
        how = "by a sentence that names both"
    else:
        how = "in each case by a sentence that names both"
    return f"Plan points stand behind {number(len(pointed))} of them, {how}."


def _one_section(section: BriefSection) -> str:
    sentences = [coverage_sentence(section), _points_behind(section), *_limits(section)]
    return " ".join([*sentences, _evidence_count(section)])


def _evidence_count(section: BriefSection) -> str:
    activities, tensions = len(section.found.activities), len(section.found.tensions)
    tied = f"{counted(activities, 'activity', 'activities')} {agree(activities, 'is', 'are')} tied"
    concerning = f"{counted(tensions, 'tension')} {agree(tensions, 'concerns', 'concern')}"
    return f"{capital(tied)} to it; {concerning} it."


def _points_behind(section: BriefSection) -> str:
    explicit = points_on(section, Basis.EXPLICIT)
    contextual = points_on(section, Basis.CONTEXTUAL)
    behind = []
    if explicit:
        behind.append(f"{named(explicit)} by a sentence that names both")
    if contextual:
        behind.append(f"{named(contextual)} by context alone")
    if not behind:
        return f"No plan point is cited for the {noun_of(section)}."
    verb = agree(len(explicit) + len(contextual), "stands", "stand")
    return f"Behind it {verb} {joined(behind)}."


def _limits(section: BriefSection) -> Iterator[str]:
    """What is said against it: a limit, a wording that narrows, or that it is not in the plan."""
    for statement in section.statements:
        if statement.stance in _LIMITS:
            text = f"{capital(named(statement.subjects))} {_LIMITS[statement.stance]}"
            if statement.wording:
                text += f", “{statement.wording}”"
            yield cited(text, name_paragraphs([statement.paragraph]))
