"""The part of a brief that is about one objective or action."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from gcmilo.dates import spoken
from gcmilo.model import Activity, Basis, Plan, Side, Status, Tension, cite_compact
from gcmilo.output.page import Entries, Heading, Part, Prose, table
from gcmilo.output.sentences import (
    KINDS,
    STANCES,
    capital,
    cited,
    counted,
    in_paragraphs,
    named,
    number,
    opened,
)
from gcmilo.query.basis import concerns
from gcmilo.query.brief import BriefSection, Statement
from gcmilo.refs import ActionRef, ObjectiveRef, name_places
from gcmilo.text import joined

Told = dict[str, ObjectiveRef | ActionRef]
"""Activities and tensions that were told already, by id, and the objective or action under which they were."""

_Item = TypeVar("_Item", Activity, Tension)


def section_parts(section: BriefSection, plan: Plan, language: str, told: Told) -> Iterator[Part]:
    """Yield a section under its heading; what it tells is added to ``told``, what was told is only named."""
    found = section.found
    title = found.action.label if found.action else found.objective.title[language]
    yield Heading(f"{capital(named([found.ref]))}: {title}", 2, f"{_noun(section)}-{found.ref.key}")
    yield Heading("What it asks", 3)
    yield from _asked(section, language)
    yield Heading("Where the plan stands", 3)
    yield from _stands(section)
    yield Heading("What is said, and how firmly", 3)
    yield from _said(section)
    yield Heading("Activities", 3)
    yield from _activities(section, plan, told)
    yield Heading("What is open", 3)
    yield Prose(_open(section))
    if found.tensions:
        yield Heading("Tensions", 3)
        yield from _tensions(section, told)


def standing(section: BriefSection) -> str:
    """Return the sentence on the objective's row in the coverage table."""
    row = section.found.coverage
    subject = f"Objective {row.objective}" if section.found.action else "The objective"
    said = {
        Status.ADDRESSED: "is counted as addressed" + (f", “{row.channel}”" if row.channel else ""),
        Status.INDIRECT: f"is counted as addressed indirectly: “{row.channel}”",
        Status.NOT_ADDRESSED: "is counted as not addressed",
        None: "was not assessed",
    }[row.status]
    return cited(f"{subject} {said}", section.row if row.status else "")


def _noun(section: BriefSection) -> str:
    return "action" if section.found.action else "objective"


def _asked(section: BriefSection, language: str) -> Iterator[Part]:
    """Where the text stands in the Compact, and the actions that are named; all of them where none is."""
    found = section.found
    if found.action:
        title = found.objective.title[language]
        yield Prose(
            f"The action is {cite_compact(found.ref)}. It belongs to objective {found.objective.number}: {title}."
        )
        return
    named_ones = [line for line in found.actions if line.named]
    have = f"The objective is {cite_compact(found.ref)}. It has {counted(len(found.actions), 'action')}"
    if named_ones:
        yield Prose(f"{have}; the document names {number(len(named_ones))} of them:")
    else:
        yield Prose(f"{have}, none of which the document names:")
    yield Entries(
        tuple((str(line.ref), opened(line.action.label)) for line in named_ones or found.actions)
    )


def _stands(section: BriefSection) -> Iterator[Part]:
    note = section.found.coverage.note
    yield Prose(f"{standing(section)}{f' {opened(note)}' if note else ''}")
    rows = [
        (
            point.plan_point.ref,
            capital(point.plan_point.subject),
            point.basis,
            in_paragraphs(point.paragraphs),
        )
        for point in section.plan_points
    ]
    if rows:
        verb = "stands" if len(rows) == 1 else "stand"
        yield Prose(
            f"{capital(counted(len(rows), 'plan point'))} {verb} behind the {_noun(section)}:"
        )
        yield from table("", "Plan point! | Subject | Basis! | Tied in!", rows)
    else:
        yield Prose(f"No plan point is cited for the {_noun(section)}.")


def _said(section: BriefSection) -> Iterator[Part]:
    if section.statements:
        yield Entries(tuple(_statement(statement) for statement in section.statements))
    else:
        yield Prose(
            f"The document says nothing of the {_noun(section)} in its numbered paragraphs."
        )


def _statement(said: Statement) -> tuple[str, str]:
    points = f" through {named(said.plan_points)}" if said.plan_points else ""
    stance = f"{STANCES[said.stance]}{f', “{said.wording}”' if said.wording else ''}"
    text = f"{stance}: {said.note}" if said.note else stance
    where = ", ".join(part for part in (said.basis.value, in_paragraphs([said.paragraph])) if part)
    return opened(f"{named(said.subjects)}{points}"), cited(text, where)


def _activities(section: BriefSection, plan: Plan, told: Told) -> Iterator[Part]:
    fresh, known = _apart(section.found.activities, section, told)
    if fresh:
        yield Entries(
            tuple((opened(activity.name), _activity(activity, section, plan)) for activity in fresh)
        )
    if known:
        yield Prose(
            "; ".join([f"{'Also told' if fresh else 'Told'} above {known[0]}", *known[1:]]) + "."
        )
    if not fresh and not known:
        yield Prose(f"The document ties no activity to the {_noun(section)}.")


def _activity(activity: Activity, section: BriefSection, plan: Plan) -> str:
    """Kind, status, dates, whose it is and where; the summary; the figures; how firmly it is tied, and where."""
    partners = [partner for partner in activity.partners if partner not in activity.name]
    facts = (
        activity.kind.value,
        activity.status and activity.status.value,
        ", ".join(spoken(date) for date in activity.dates),
        None
        if activity.owner == plan.short or activity.owner in activity.name
        else f"owner: {activity.owner}",
        f"{'partner' if len(partners) == 1 else 'partners'}: {joined(partners)}"
        if partners
        else None,
        f"in {joined(activity.places)}" if activity.places else None,
    )
    figures = "; ".join(f"{figure.value:,} {figure.of}" for figure in activity.figures)
    ties = {tie.basis for tie in activity.objectives if concerns(tie.ref, section.found.ref)}
    basis = next((basis.value for basis in Basis if basis in ties), "")
    text = " ".join([opened(activity.summary), *([f"Figures: {figures}."] if figures else [])])
    where = ", ".join(part for part in (basis, in_paragraphs(activity.paragraphs)) if part)
    return cited(f"{opened('; '.join(fact for fact in facts if fact))} {text}", where)


def _apart(
    items: Sequence[_Item], section: BriefSection, told: Told
) -> tuple[list[_Item], list[str]]:
    """Return what is new, which is told from now on, and the names of the rest by where it was told."""
    ref = section.found.ref
    fresh = [item for item in items if item.id not in told]
    groups: dict[str, list[str]] = {}
    for item in items:
        if item.id in told:
            name = item.title if isinstance(item, Tension) else item.name
            groups.setdefault(f"under {named([told[item.id]])}", []).append(name)
    told.update({item.id: ref for item in fresh})
    return fresh, [f"{where}: {'; '.join(names)}" for where, names in groups.items()]


def _open(section: BriefSection) -> str:
    """What is not there: a mark, a point, a sentence that names one, an action that is named."""
    noun, found = _noun(section), section.found
    contextual = [point for point in section.plan_points if point.basis is Basis.CONTEXTUAL]
    explicit = [
        point.plan_point.ref for point in section.plan_points if point.basis is Basis.EXPLICIT
    ]
    refs = [point.plan_point.ref for point in contextual]
    where = in_paragraphs(sorted({number for point in contextual for number in point.paragraphs}))
    tied = f"{named(refs)} {'is' if len(refs) == 1 else 'are'} tied to it by context alone"
    if not section.plan_points:
        counted_in = found.coverage.status is Status.ADDRESSED and not found.action
        marked = "It is counted as addressed, and no" if counted_in else "No"
        points = f"{marked} plan point is cited for it."
    elif not explicit:
        points = cited(f"No sentence names a plan point for the {noun}: {tied}", where)
    elif contextual:
        points = cited(tied, where)
    else:
        points = f"A sentence names every plan point that stands behind the {noun}."
    return " ".join([*_open_status(section), points, *_open_actions(section)])


def _open_status(section: BriefSection) -> list[str]:
    said = {
        Status.NOT_ADDRESSED: "The objective is not addressed.",
        Status.INDIRECT: "The objective is addressed only indirectly.",
        None: "The objective was not assessed yet.",
    }.get(section.found.coverage.status)
    return [said] if said else []


def _open_actions(section: BriefSection) -> list[str]:
    found = section.found
    rest = [line.action.letter for line in found.actions if not line.named]
    if found.action or not found.linked or not rest:
        return []
    letters = joined(f"({letter})" for letter in rest)
    return [
        f"{capital(counted(len(rest), 'action'))} {'is' if len(rest) == 1 else 'are'} not named: {letters}."
    ]


def _tensions(section: BriefSection, told: Told) -> Iterator[Part]:
    fresh, known = _apart(section.found.tensions, section, told)
    if fresh:
        yield Entries(
            tuple(
                (f"{t.title} ({KINDS[t.kind]}).", " ".join(_side(side) for side in t.sides))
                for t in fresh
            )
        )
    if known:
        yield Prose(
            "; ".join([f"{'Also told' if fresh else 'Told'} above {known[0]}", *known[1:]]) + "."
        )


def _side(side: Side) -> str:
    text = side.text.rstrip(".") + (f", “{side.quote}”" if side.quote else "")
    return cited(text, name_places(side.at))
