"""What a brief says in short, before its sections."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gcmilo.model import Basis, Stance
from gcmilo.output.brief_section import coverage_sentence, noun_of, points_on
from gcmilo.output.page import Part, Prose, listed, table
from gcmilo.output.sentences import (
    MOST_IN_WORDS,
    STATUSES,
    TIED_BY,
    agree,
    capital,
    cited,
    counted,
    named,
    number,
)
from gcmilo.query.basis import bases_to_show
from gcmilo.query.brief import BriefAnswer, BriefSection
from gcmilo.refs import name_places
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
    bases = bases_to_show(end.basis for section in answer.sections for end in section.plan_points)
    points = " | ".join(f"{basis.capitalize()} points" for basis in bases)
    columns = f"No.! | Objective | Status! | {points} | Gap!"
    yield from table("", columns, [_row(section, bases, language) for section in answer.sections])


def _row(section: BriefSection, bases: Iterable[Basis], language: str) -> tuple[str, ...]:
    found = section.found
    return (
        str(found.ref),
        found.action.label if found.action else found.objective.label[language],
        STATUSES[found.coverage.status],
        *(listed(points_on(section, basis)) or "–" for basis in bases),
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
    """For how many of the sections a plan point is cited, and for how many on which basis."""
    pointed = [section for section in answer.sections if section.plan_points]
    if not pointed:
        return "No plan point is cited for any of them."
    counts = Counter(_strongest(section) for section in pointed)
    *stronger, last = (basis for basis in Basis if counts[basis])
    if stronger:
        shares = [f"for {number(counts[basis])} {TIED_BY[basis]}" for basis in stronger]
        how = f"{', '.join(shares)}, otherwise {TIED_BY[last]}"
    elif len(pointed) > 1 and last is not Basis.CONTEXTUAL:
        how = f"in each case {TIED_BY[last]}"
    else:
        how = TIED_BY[last]
    return f"Plan points stand behind {number(len(pointed))} of them, {how}."


def _strongest(section: BriefSection) -> Basis:
    return next(basis for basis in Basis if points_on(section, basis))


def _one_section(section: BriefSection) -> str:
    sentences = [coverage_sentence(section), _points_behind(section), *_limits(section)]
    return " ".join([*sentences, _evidence_count(section)])


def _evidence_count(section: BriefSection) -> str:
    activities, tensions = len(section.found.activities), len(section.found.tensions)
    tied = f"{counted(activities, 'activity', 'activities')} {agree(activities, 'is', 'are')} tied"
    concerning = f"{counted(tensions, 'tension')} {agree(tensions, 'concerns', 'concern')}"
    return f"{capital(tied)} to it; {concerning} it."


def _points_behind(section: BriefSection) -> str:
    behind = []
    for basis, tied_by in TIED_BY.items():
        if points := points_on(section, basis):
            behind.append(f"{named(points)} {tied_by}")
    if not behind:
        return f"No plan point is cited for the {noun_of(section)}."
    verb = agree(len(section.plan_points), "stands", "stand")
    return f"Behind it {verb} {joined(behind)}."


def _limits(section: BriefSection) -> Iterator[str]:
    """What is said against it: a limit, a wording that narrows, or that it is not in the plan."""
    for statement in section.statements:
        if statement.stance in _LIMITS:
            text = f"{capital(named(statement.subjects))} {_LIMITS[statement.stance]}"
            if statement.wording:
                text += f", “{statement.wording}”"
            yield cited(text, name_places(statement.at))
