"""What must hold between records. Each rule takes the rows of all tables and yields the faults it finds.

Rules look at fields, not at whole records, so that a fault in one field does not hide the next one or make a sound
reference to its record look dangling.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from gcmilo.errors import MOST_FAULTS, Fault
from gcmilo.fields import Row
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, name_places
from gcmilo.text import nearest

Rows = dict[str, list[Row]]

MOST_QUOTED_WORDS = 12


def broken_rules(rows: Rows) -> list[Fault]:
    """Return a fault for every rule that a row breaks, of each rule the first thousand."""
    return [fault for rule in _RULES for fault in islice(rule(rows), MOST_FAULTS)]


def weak_evidence(rows: Rows) -> list[Fault]:
    """Return a warning for everything that loads, and that a collector could not check or would miss."""
    return [
        _fault(row, key, text.format(**row.fields))
        for table, key, text in _WEAK
        for row in rows.get(table, ())
        if _empty(row, key)
    ]


_WEAK = (
    ("linkages", "paragraph", "the linkage has no paragraph, so that nobody can look it up"),
    ("linkages", "note", "the linkage has no note that tells what the paragraph says"),
    ("coverage", "status", "objective {objective} is not assessed yet"),
    ("plan_points", "paragraphs", "no paragraph cites point {ref}"),
)
"""What is weak where it is empty: the table, the key, the sentence."""


def _empty(row: Row, key: str) -> bool:
    """Whether a sound record has nothing under a key."""
    return row.record is not None and row.fields.get(key) in (None, ())


def _fault(row: Row, key: str, text: str, suggestion: str | None = None) -> Fault:
    return Fault(row.file, row.line_of(key), key, text, suggestion)


def _known(rows: Rows, table: str, key: str) -> dict[Any, None]:
    """The values under a key, each once and in order, so that one is looked up as fast among many as among few."""
    return {row.fields[key]: None for row in rows.get(table, ()) if key in row.fields}


def _numbers_run(rows: Rows) -> Iterator[Fault]:
    """Objectives and paragraphs are numbered from 1 without a gap; coverage has a row for every objective, in order."""
    yield from _run(rows.get("objectives", ()), "number", "objective")
    yield from _run(rows.get("paragraphs", ()), "number", "paragraph")
    yield from _run(rows.get("coverage", ()), "objective", "objective")
    coverage, objectives = rows.get("coverage"), rows.get("objectives", [])
    if coverage and len(coverage) < len(objectives):
        missing = len(coverage) + 1
        yield _fault(
            coverage[-1], "objective", f"the rows end here; objective {missing} is missing"
        )


def _run(rows: Iterable[Row], key: str, name: str) -> Iterator[Fault]:
    expected = 1
    for row in rows:
        found = getattr(row.fields.get(key), "number", row.fields.get(key))
        if found is not None and found != expected:
            yield _fault(
                row, key, f"{name} {expected} is expected here, not {found}", str(expected)
            )
        expected = (found or expected) + 1


def _letters_run(rows: Rows) -> Iterator[Fault]:
    """The actions of an objective are lettered from a without a gap."""
    for row in rows.get("objectives", ()):
        letters = "".join(action.letter for action in row.fields.get("actions", ()))
        if letters != "abcdefghijklmnopqrstuvwxyz"[: len(letters)]:
            yield _fault(
                row, "actions", f"the letters must run from a without a gap, not {letters}"
            )


def _stand_once(rows: Rows) -> Iterator[Fault]:
    """Ids, labels and linkages stand once."""
    for table in ("activities", "documents", "tensions"):
        yield from _once(rows.get(table, ()), "id", lambda row: row.fields.get("id"))
    points = [*rows.get("plan_points", ()), *rows.get("uncited", ())]
    yield from _once(
        points, "ref", lambda row: row.fields["ref"].key if "ref" in row.fields else None
    )
    yield from _once(rows.get("linkages", ()), "objective", _linkage_key)


def _linkage_key(row: Row) -> tuple[Any, ...] | None:
    keys = ("objective", "plan_point", "paragraph", "stance")
    return (
        tuple(row.fields[key] for key in keys) if all(key in row.fields for key in keys) else None
    )


def _once(rows: Iterable[Row], key: str, identity: Callable[[Row], Any]) -> Iterator[Fault]:
    first: dict[Any, Row] = {}
    for row in rows:
        found = identity(row)
        if found is not None and found in first:
            yield _fault(row, key, f"this stands already on line {first[found].line}")
        elif found is not None:
            first[found] = row


def _references_resolve(rows: Rows) -> Iterator[Fault]:
    """Whatever is referred to exists."""
    objectives = [ObjectiveRef(number) for number in _known(rows, "objectives", "number")]
    actions = [
        ActionRef(ObjectiveRef(row.fields["number"]), action.letter)
        for row in rows.get("objectives", ())
        for action in row.fields.get("actions", ())
        if "number" in row.fields
    ]
    subjects = dict.fromkeys([*objectives, *actions])
    points = _known(rows, "plan_points", "ref")
    paragraphs = _known(rows, "paragraphs", "number")
    for table in ("coverage", "linkages", "activities", "tensions"):
        for row in rows.get(table, ()):
            yield from _resolve(
                row, ("objective", "objectives"), subjects, "an objective or action"
            )
            yield from _resolve(row, ("plan_point", "plan_points"), points, "a plan point")
    for table in ("plan_points", "linkages", "activities", "documents"):
        for row in rows.get(table, ()) if paragraphs else ():
            yield from _resolve(row, ("paragraph", "paragraphs"), paragraphs, "a paragraph")


def _resolve(row: Row, keys: tuple[str, str], known: Collection[Any], name: str) -> Iterator[Fault]:
    for key in keys:
        found = row.fields.get(key)
        for item in found if isinstance(found, tuple) else (found,):
            ref = getattr(item, "ref", item)
            if ref is not None and ref not in known:
                yield _fault(row, key, f"{ref} is not {name} of this data", _closest(ref, known))


def _closest(ref: Any, known: Collection[Any]) -> str | None:
    by_key = {
        other.key: str(other)
        for other in known
        if isinstance(other, type(ref)) and hasattr(other, "key")
    }
    if isinstance(ref, PlanPointRef) and ref.key in by_key:
        return by_key[ref.key]
    close = nearest(str(ref), [str(other) for other in known])
    return close[0] if close else None


def _linkages_agree_with_points(rows: Rows) -> Iterator[Fault]:
    """A linkage to a plan point stands in a paragraph that cites the point."""
    cited = {
        row.fields["ref"]: row.fields.get("paragraphs", ())
        for row in rows.get("plan_points", ())
        if "ref" in row.fields
    }
    for row in rows.get("linkages", ()):
        paragraph = row.fields.get("paragraph")
        paragraphs = cited.get(row.fields.get("plan_point"), ())
        if paragraph is not None and paragraphs and paragraph not in paragraphs:
            text = f"plan_points.yaml does not say that paragraph {paragraph} cites {row.fields['plan_point']}"
            yield _fault(row, "paragraph", text)


def _places_exist(rows: Rows) -> Iterator[Fault]:
    """The sides of a tension stand in paragraphs and rows that there are."""
    known = {
        "paragraph": _known(rows, "paragraphs", "number"),
        "appendix": _known(rows, "objectives", "number"),
    }
    for row in rows.get("tensions", ()):
        places = dict.fromkeys(place for side in row.fields.get("sides", ()) for place in side.at)
        for place in places:
            numbers = known.get(place.kind)
            if numbers and place.number not in numbers:
                yield _fault(row, "sides", f"there is no {name_places([place])}")


def _quotes_are_short(rows: Rows) -> Iterator[Fault]:
    """The sides of a tension quote few words in all."""
    for row in rows.get("tensions", ()):
        words = sum(len(side.quote.split()) for side in row.fields.get("sides", ()) if side.quote)
        if words > MOST_QUOTED_WORDS:
            yield _fault(
                row,
                "sides",
                f"{words} quoted words in all; at most {MOST_QUOTED_WORDS} may be quoted",
            )


def _means_have_a_basis(rows: Rows) -> Iterator[Fault]:
    """Means and their basis come together."""
    for row in rows.get("plan_points", ()):
        if row.record is not None and (row.record.means is None) != (
            row.record.means_basis is None
        ):
            yield _fault(
                row, "means_basis", "means and means_basis stand together, or neither does"
            )


_RULES: tuple[Callable[[Rows], Iterator[Fault]], ...] = (
    _numbers_run,
    _letters_run,
    _stand_once,
    _references_resolve,
    _linkages_agree_with_points,
    _places_exist,
    _quotes_are_short,
    _means_have_a_basis,
)
