"""The part of a brief that is about one objective or action."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from gcmilo.dates import spoken
from gcmilo.model import Activity, Basis, Plan, Side, Status, Tension, cite_compact
from gcmilo.output.page import Entries, Heading, Part, Prose, table
from gcmilo.output.sentences import (
    KINDS,
    STANCES,
    STATUSES,
    TIED_BY,
    agree,
    as_sentence,
    capital,
    cited,
    counted,
    named,
    number,
)
from gcmilo.query.basis import concerns
from gcmilo.query.brief import BriefSection, Statement
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, name_places
from gcmilo.text import joined

Described = dict[tuple[type, str], ObjectiveRef | ActionRef]
"""The objective or action under which an activity or tension is described.

It is found by class and id: an activity and a tension may have one id.
"""

_Item = TypeVar("_Item", Activity, Tension)

_OPEN_STATUSES = {
    Status.NOT_ADDRESSED: "The objective is not addressed.",
    Status.INDIRECT: "The objective is addressed only indirectly.",
    None: "The objective was not assessed yet.",
}


def section_parts(
    section: BriefSection, plan: Plan, language: str, described: Described
) -> Iterator[Part]:
    """Yield the parts of a section, from its heading on.

    An activity or tension that is in ``described`` is only named; the others are added to it.
    """
    found = section.found
    title = found.action.label if found.action else found.objective.title[language]
    heading = f"{capital(named([found.ref]))}: {title}"
    yield Heading(heading, 2, f"{noun_of(section)}-{found.ref.key}")
    yield Heading("What it asks", 3)
    yield from _what_it_asks(section, language)
    yield Heading("Where the plan stands", 3)
    yield from _coverage(section)
    yield Heading("What is said, and how firmly", 3)
    yield _statements(section)
    yield Heading("Activities", 3)
    yield from _activities(section, plan, described)
    yield Heading("What is open", 3)
    yield Prose(_what_is_open(section))
    if found.tensions:
        yield Heading("Tensions", 3)
        yield from _entries(found.tensions, _tension, section, described)


def noun_of(section: BriefSection) -> str:
    """Return what the section is about: ``action`` or ``objective``."""
    return "action" if section.found.action else "objective"


def points_on(section: BriefSection, basis: Basis) -> list[PlanPointRef]:
    """Return the plan points behind the objective or action whose strongest basis is this one."""
    return [point.plan_point.ref for point in section.plan_points if point.basis is basis]


def coverage_sentence(section: BriefSection) -> str:
    """Return the sentence on the objective's row in the coverage table."""
    row = section.found.coverage
    # The table has no rows for actions: the sentence is on the action's objective.
    subject = f"Objective {row.objective}" if section.found.action else "The objective"
    if row.status is None:
        return as_sentence(f"{subject} was not assessed")
    text = f"{subject} is counted as {STATUSES[row.status]}"
    if row.channel:
        mark = ":" if row.status is Status.INDIRECT else ","
        text += f"{mark} “{row.channel}”"
    return cited(text, section.row)


def _what_it_asks(section: BriefSection, language: str) -> Iterator[Part]:
    """The place in the Compact, and the actions that the source names; all of them where none."""
    found = section.found
    place = cite_compact(found.ref)
    if found.action:
        objective = found.objective
        title = objective.title[language]
        yield Prose(f"The action is {place}. It belongs to objective {objective.number}: {title}.")
        return
    intro = f"The objective is {place}. It has {counted(len(found.actions), 'action')}"
    lines = [line for line in found.actions if line.named]
    if lines:
        yield Prose(f"{intro}; the source names {number(len(lines))} of them:")
    else:
        yield Prose(f"{intro}, none of which the source names:")
        lines = list(found.actions)
    yield Entries(tuple((str(line.ref), as_sentence(line.action.label)) for line in lines))


def _coverage(section: BriefSection) -> Iterator[Part]:
    """The row of the coverage table, and the plan points behind the objective or action."""
    note = section.found.coverage.note
    sentence = coverage_sentence(section)
    yield Prose(f"{sentence} {as_sentence(note)}" if note else sentence)
    noun = noun_of(section)
    rows = []
    for point in section.plan_points:
        subject = capital(point.plan_point.subject)
        where = name_places(point.places)
        rows.append((point.plan_point.ref, subject, point.basis, where))
    if not rows:
        yield Prose(f"No plan point is cited for the {noun}.")
        return
    points = capital(counted(len(rows), "plan point"))
    yield Prose(f"{points} {agree(len(rows), 'stands', 'stand')} behind the {noun}:")
    yield from table("", "Plan point! | Subject | Basis! | Tied in!", rows)


def _statements(section: BriefSection) -> Part:
    if section.statements:
        return Entries(tuple(_statement(statement) for statement in section.statements))
    places = " in its numbered paragraphs" if section.numbered else ""
    return Prose(f"The source says nothing of the {noun_of(section)}{places}.")


def _statement(statement: Statement) -> tuple[str, str]:
    subjects = named(statement.subjects)
    if statement.plan_points:
        subjects += f" through {named(statement.plan_points)}"
    text = STANCES[statement.stance]
    if statement.wording:
        text += f", “{statement.wording}”"
    if statement.note:
        text += f": {statement.note}"
    return as_sentence(subjects), cited(text, _where(statement.basis, statement.at))


def _where(basis: Basis | None, places: Sequence[Place]) -> str:
    """How firmly the source says something, and where: ``explicit, paras 9 and 17``."""
    parts = [basis.value if basis else "", name_places(places)]
    return ", ".join(part for part in parts if part)


def _activities(section: BriefSection, plan: Plan, described: Described) -> Iterator[Part]:
    def entry(activity: Activity) -> tuple[str, str]:
        return as_sentence(activity.name), _activity(activity, section, plan)

    activities = section.found.activities
    if activities:
        yield from _entries(activities, entry, section, described)
    else:
        yield Prose(f"The source ties no activity to the {noun_of(section)}.")


def _activity(activity: Activity, section: BriefSection, plan: Plan) -> str:
    """The facts, the summary, the figures; how firmly the activity is tied, and where."""
    facts = as_sentence("; ".join(_activity_facts(activity, plan)))
    text = f"{facts} {as_sentence(activity.summary)}"
    if activity.figures:
        figures = "; ".join(f"{figure.value:,} {figure.of}" for figure in activity.figures)
        text += f" Figures: {figures}."
    bases = {tie.basis for tie in activity.objectives if concerns(tie.ref, section.found.ref)}
    strongest = next((basis for basis in Basis if basis in bases), None)
    paragraphs = [Place("paragraph", number) for number in activity.paragraphs]
    return cited(text, _where(strongest, paragraphs))


def _activity_facts(activity: Activity, plan: Plan) -> list[str]:
    """Kind, status, dates, owner, partners and places, as far as they are known."""
    facts = [activity.kind.value]
    if activity.status:
        facts.append(activity.status.value)
    if activity.dates:
        facts.append(", ".join(spoken(date) for date in activity.dates))
    # The reader takes an activity to be the plan's own organisation's, and has read its name.
    if activity.owner != plan.short and activity.owner not in activity.name:
        facts.append(f"owner: {activity.owner}")
    partners = [partner for partner in activity.partners if partner not in activity.name]
    if partners:
        facts.append(f"{agree(len(partners), 'partner', 'partners')}: {joined(partners)}")
    if activity.places:
        facts.append(f"in {joined(activity.places)}")
    return facts


def _entries(
    items: Sequence[_Item],
    entry: Callable[[_Item], tuple[str, str]],
    section: BriefSection,
    described: Described,
) -> Iterator[Part]:
    """An entry for each item that is new; the rest by name, with the section that describes it."""
    new = [item for item in items if (type(item), item.id) not in described]
    names: dict[str, list[str]] = {}
    for item in items:
        if (ref := described.get((type(item), item.id))) is not None:
            name = item.title if isinstance(item, Tension) else item.name
            names.setdefault(named([ref]), []).append(name)
    described.update({(type(item), item.id): section.found.ref for item in new})
    if new:
        yield Entries(tuple(entry(item) for item in new))
    if names:
        told = "Also described above" if new else "Described above"
        groups = [f"under {ref}: {'; '.join(group)}" for ref, group in names.items()]
        yield Prose(f"{told} {'; '.join(groups)}.")


def _what_is_open(section: BriefSection) -> str:
    """What is missing: a status, a plan point, a sentence that names one, a mention of actions."""
    sentences = [_open_points(section), *_open_actions(section)]
    status = section.found.coverage.status
    if status in _OPEN_STATUSES:
        sentences.insert(0, _OPEN_STATUSES[status])
    return " ".join(sentences)


def _open_points(section: BriefSection) -> str:
    found, noun = section.found, noun_of(section)
    if not section.plan_points:
        # Only an objective is counted as addressed, not its actions one by one.
        addressed = found.coverage.status is Status.ADDRESSED and not found.action
        start = "It is counted as addressed, and no" if addressed else "No"
        return f"{start} plan point is cited for it."
    loose = [basis for basis in (Basis.LISTED, Basis.CONTEXTUAL) if points_on(section, basis)]
    if not loose:
        return f"A sentence names every plan point that stands behind the {noun}."
    text = joined(_tied_loosely(section, basis) for basis in loose)
    if not points_on(section, Basis.EXPLICIT):
        text = f"No sentence names a plan point for the {noun}: {text}"
    return as_sentence(text)


def _tied_loosely(section: BriefSection, basis: Basis) -> str:
    """That points are tied on a basis other than a sentence, and where."""
    points = points_on(section, basis)
    tied = [point.places for point in section.plan_points if point.basis is basis]
    places = sorted(dict.fromkeys(chain.from_iterable(tied)))
    text = f"{named(points)} {agree(len(points), 'is', 'are')} tied to it {TIED_BY[basis]}"
    return f"{text} ({name_places(places)})" if places else text


def _open_actions(section: BriefSection) -> list[str]:
    found = section.found
    unnamed = [f"({line.action.letter})" for line in found.actions if not line.named]
    # Where no action is named, the part on what the objective asks says so already.
    if found.action or not found.linked or not unnamed:
        return []
    actions = capital(counted(len(unnamed), "action"))
    return [f"{actions} {agree(len(unnamed), 'is', 'are')} not named: {joined(unnamed)}."]


def _tension(tension: Tension) -> tuple[str, str]:
    sides = " ".join(_side(side) for side in tension.sides)
    return f"{tension.title} ({KINDS[tension.kind]}).", sides


def _side(side: Side) -> str:
    text = side.text.rstrip(".")
    if side.quote:
        text += f", “{side.quote}”"
    return cited(text, name_places(side.at))
