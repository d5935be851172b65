"""What became of each record between two versions of one plan."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Activity, Document, Linkage, Paragraph, PlanPoint, Side, Tension
from gcmilo.refs import Place, name_places


class ChangeKind(StrEnum):
    """What became of a record between two versions of a plan.

    One that is moved says the same in another place.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@frozen
class FieldChange:
    """A field of a record before and after, as texts; None where there is nothing."""

    field: str
    before: str | None
    after: str | None


@frozen
class RecordChange:
    """A record that was added, removed, changed or moved, and the fields that changed."""

    table: str
    record: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...]


_Numbering = Mapping[int, int]
"""By the number that a paragraph had before, the one that it has after."""

_GONE = 0
"""The number, which no paragraph has, of a paragraph that is no longer there."""

_Key = Callable[[Any], Hashable]
"""What two records have alike that are one record in two versions."""

_PLACES = frozenset({"paragraph", "place", "number"})
"""The fields that say where the record is, and not what it says."""


def _linkage_name(linkage: Linkage) -> str:
    point = linkage.plan_point or "no point"
    place = name_places(linkage.at) or "no paragraph"
    return f"objective {linkage.subject}, {point}, {place}, {linkage.stance}"


def _said(linkage: Linkage) -> Hashable:
    """All of a linkage but its place."""
    names = [field.name for field in fields(linkage) if field.name not in _PLACES]
    return tuple(getattr(linkage, name) for name in names)


_NAMES: Mapping[str, Callable[[Any], str]] = {
    "plan": lambda _: "plan",
    "source": lambda _: "source",
    "plan_points": lambda record: str(record.ref),
    "uncited": str,
    "coverage": lambda record: f"objective {record.objective}",
    "linkages": _linkage_name,
    "paragraphs": lambda record: f"para. {record.number}",
    "activities": lambda record: str(record.id),
    "documents": lambda record: str(record.id),
    "tensions": lambda record: str(record.id),
}
"""By table, the text that names a record; most records are recognised by it."""


_KEYS: Mapping[str, tuple[_Key, ...]] = {
    "linkages": (
        lambda linkage: linkage,
        _said,
        _linkage_name,
        lambda linkage: (linkage.subject, linkage.plan_point, linkage.stance),
    )
}
"""By table, how its records are recognised if not by their name. What tells the most is first."""


def changes_between(before: Crosswalk, after: Crosswalk) -> Iterator[RecordChange]:
    """Yield what became of each record, by table, in the order of the older version.

    A paragraph that says the same under another number is moved, and so is what is said in it.
    """
    numbering = _numbering(before.paragraphs, after.paragraphs)
    for table, name in _NAMES.items():
        old, new = _records(before, table), _records(after, table)
        expected = [_renumbered(record, numbering) for record in old]
        partners = _partners(expected, new, _KEYS.get(table, (name,)))
        for place, record in enumerate(old):
            if place not in partners:
                yield RecordChange(table, name(record), ChangeKind.REMOVED, ())
                continue
            found = new[partners[place]]
            if found != record:
                kind = _kind(expected[place], found)
                changed = tuple(_field_changes(record, found))
                yield RecordChange(table, name(record), kind, changed)
        kept = set(partners.values())
        for place, record in enumerate(new):
            if place not in kept:
                yield RecordChange(table, name(record), ChangeKind.ADDED, ())


def _records(crosswalk: Crosswalk, table: str) -> tuple[Any, ...]:
    records = getattr(crosswalk, table)
    # The plan and the source are one record each.
    return records if isinstance(records, tuple) else (records,)


def _partners(old: Sequence[Any], new: Sequence[Any], keys: Iterable[_Key]) -> dict[int, int]:
    """By their places, the older records and what they are now, by the first key that finds it."""
    partners: dict[int, int] = {}
    for key in keys:
        kept = set(partners.values())
        free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place, record in enumerate(new):
            if place not in kept:
                free[key(record)].append(place)
        for place, record in enumerate(old):
            if place not in partners and free[key(record)]:
                partners[place] = free[key(record)].popleft()
    return partners


def _numbering(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> _Numbering:
    """The numbering of the paragraphs, by what they say.

    One that says something else now is where it was, beside those before it.
    """
    partners = _partners(old, new, (lambda found: found, lambda found: found.summary))
    kept = set(partners.values())
    free = {found.number for place, found in enumerate(new) if place not in kept}
    numbering = {}
    shift = 0
    for place, paragraph in enumerate(old):
        if place in partners:
            numbering[paragraph.number] = new[partners[place]].number
            shift = numbering[paragraph.number] - paragraph.number
            continue
        likely = [paragraph.number + shift, paragraph.number]
        number = next((number for number in likely if number in free), _GONE)
        free.discard(number)
        numbering[paragraph.number] = number
    return numbering


def _renumbered(record: Any, numbering: _Numbering) -> Any:
    """The record as it would be if nothing had changed but the numbers of the paragraphs."""
    if isinstance(record, Paragraph):
        return replace(record, number=numbering[record.number])
    if isinstance(record, Linkage) and record.paragraph is not None:
        return replace(record, paragraph=numbering.get(record.paragraph, record.paragraph))
    if isinstance(record, PlanPoint | Activity | Document):
        numbers = tuple(numbering.get(number, number) for number in record.paragraphs)
        return replace(record, paragraphs=numbers)
    if isinstance(record, Tension):
        return replace(record, sides=tuple(_renumbered_side(s, numbering) for s in record.sides))
    return record


def _renumbered_side(side: Side, numbering: _Numbering) -> Side:
    places = []
    for place in side.at:
        moved = place
        if place.kind == "paragraph" and place.number is not None:
            moved = Place(place.kind, numbering.get(place.number, place.number))
        places.append(moved)
    return replace(side, at=tuple(places))


def _kind(expected: Any, found: Any) -> ChangeKind:
    """Moved, where nothing but the place is other than it would be by the numbers alone."""
    changed = {change.field for change in _field_changes(expected, found)}
    return ChangeKind.MOVED if changed <= _PLACES else ChangeKind.CHANGED


def _field_changes(before: Any, after: Any) -> Iterator[FieldChange]:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield FieldChange(field.name, _as_text(old), _as_text(new))


def _as_text(value: Any) -> str | None:
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value) or None
    return None if value is None else str(value)
