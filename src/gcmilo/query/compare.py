"""Two plans side by side, and two versions of one plan."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Linkage, Objective, Status
from gcmilo.query.objectives import ObjectiveLine, objectives


class Covers(StrEnum):
    """Which of two plans covers an objective."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"


class ChangeKind(StrEnum):
    """What became of a record between two versions of a plan."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@frozen
class FieldChange:
    """A field of a record before and after, as texts; None where there is nothing."""

    field: str
    before: str | None
    after: str | None


@frozen
class RecordChange:
    """A record that was added, removed or changed, and the fields that changed."""

    table: str
    record: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...]


@frozen
class ComparedObjective:
    """An objective as two plans treat it, and which of them covers it."""

    objective: Objective
    first: ObjectiveLine
    second: ObjectiveLine
    covers: Covers


@frozen
class CompareAnswer:
    """Two plans: their names, and the objectives as each treats them.

    ``changes`` is None where the two are no versions of one plan.
    """

    question: ClassVar[str] = "compare"

    first: str
    second: str
    objectives: tuple[ComparedObjective, ...]
    changes: tuple[RecordChange, ...] | None


def compare(crosswalk: Crosswalk, other: Crosswalk) -> CompareAnswer:
    """Return how two plans treat each objective, and the changes between versions of one plan.

    A plan covers an objective that its coverage table has as addressed; where it is not assessed,
    one that a plan point serves. Two versions are of one plan if organisation and title are the
    same.

    >>> from gcmilo import load
    >>> answer = compare(load(), load())
    >>> sum(row.covers is Covers.BOTH for row in answer.objectives), answer.changes
    (16, ())
    """
    lines = zip(objectives(crosswalk).objectives, objectives(other).objectives, strict=True)
    rows = tuple(
        ComparedObjective(one.objective, one, another, _who_covers(one, another))
        for one, another in lines
    )
    plan, other_plan = crosswalk.plan, other.plan
    one_plan = (plan.organisation, plan.title) == (other_plan.organisation, other_plan.title)
    changes = tuple(_changes(crosswalk, other)) if one_plan else None
    return CompareAnswer(_name(crosswalk), _name(other), rows, changes)


def _name(crosswalk: Crosswalk) -> str:
    return f"{crosswalk.plan.short} ({crosswalk.source.symbol})"


def _who_covers(one: ObjectiveLine, other: ObjectiveLine) -> Covers:
    covered = (_is_covered(one), _is_covered(other))
    return {
        (True, True): Covers.BOTH,
        (True, False): Covers.FIRST,
        (False, True): Covers.SECOND,
        (False, False): Covers.NEITHER,
    }[covered]


def _is_covered(line: ObjectiveLine) -> bool:
    status = line.coverage.status
    if status is None:  # a plan may come without a coverage table
        return bool(line.plan_points)
    return status is Status.ADDRESSED


def _linkage_identity(linkage: Linkage) -> str:
    point = linkage.plan_point or "no point"
    return f"objective {linkage.subject}, {point}, para. {linkage.paragraph}, {linkage.stance}"


_IDENTITIES: Mapping[str, Callable[[Any], str]] = {
    "plan": lambda _: "plan",
    "source": lambda _: "source",
    "plan_points": lambda record: str(record.ref),
    "uncited": str,
    "coverage": lambda record: f"objective {record.objective}",
    "linkages": _linkage_identity,
    "paragraphs": lambda record: f"para. {record.number}",
    "activities": lambda record: str(record.id),
    "documents": lambda record: str(record.id),
    "tensions": lambda record: str(record.id),
}
"""By table, the text by which a record is recognised in another version."""


def _changes(first: Crosswalk, second: Crosswalk) -> Iterator[RecordChange]:
    for table, identity in _IDENTITIES.items():
        before = _by_identity(first, table, identity)
        after = _by_identity(second, table, identity)
        for name in dict.fromkeys([*before, *after]):
            if name not in after:
                yield RecordChange(table, name, ChangeKind.REMOVED, ())
            elif name not in before:
                yield RecordChange(table, name, ChangeKind.ADDED, ())
            elif before[name] != after[name]:
                changed = tuple(_field_changes(before[name], after[name]))
                yield RecordChange(table, name, ChangeKind.CHANGED, changed)


def _by_identity(
    crosswalk: Crosswalk, table: str, identity: Callable[[Any], str]
) -> dict[str, Any]:
    records = getattr(crosswalk, table)
    if not isinstance(records, tuple):  # the plan and the source are one record each
        records = (records,)
    return {identity(record): record for record in records}


def _field_changes(before: Any, after: Any) -> Iterator[FieldChange]:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield FieldChange(field.name, _as_text(old), _as_text(new))


def _as_text(value: Any) -> str | None:
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value) or None
    return None if value is None else str(value)
