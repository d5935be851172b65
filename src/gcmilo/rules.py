"""The rules between records. Each takes the rows of all tables and yields the faults it finds.

Rules look at fields, not at whole records, so that a fault in one field neither hides the next one
nor makes a sound reference to its record look wrong.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from string import ascii_lowercase
from typing import Any

from gcmilo.errors import MOST_FAULTS, Fault
from gcmilo.fields import Row
from gcmilo.model import Tie
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, name_places, place_in_words
from gcmilo.text import closest

Rows = dict[str, list[Row]]
"""The rows of each table that was read, by its name."""

MOST_QUOTED_WORDS = 12
"""How many words of a source's text a tension may quote, because the text is not the project's."""


def broken_rules(rows: Rows) -> list[Fault]:
    """Return every breach of a rule as a fault, of each rule the first ``MOST_FAULTS``."""
    return [fault for rule in _RULES for fault in islice(rule(rows), MOST_FAULTS)]


def weak_evidence(rows: Rows) -> list[Fault]:
    """Return a warning for each sound record without what a reader needs to check it."""
    return [
        _fault(row, keys[0], text.format(**row.fields))
        for table, keys, text in _WEAK
        for row in rows.get(table, ())
        if _empty(row, keys)
    ] + _uncited_points(rows)


_WEAK = (
    (
        "linkages",
        ("paragraph", "place"),
        "the linkage has neither paragraph nor place: nobody can look it up",
    ),
    ("linkages", ("note",), "the linkage has no note that tells what is said there"),
    ("coverage", ("status",), "objective {objective} is not assessed yet"),
)
"""Fields that should not be empty: the table, the keys, the sentence of the warning.

Of several keys, any will do.
"""


def _empty(row: Row, keys: Iterable[str]) -> bool:
    """Whether a sound record has nothing under some keys; other records have faults enough."""
    return row.record is not None and all(row.fields.get(key) in (None, ()) for key in keys)


def _uncited_points(rows: Rows) -> list[Fault]:
    """A warning for each point that no paragraph cites, and no linkage at a place in words."""
    placed = {row.fields.get("plan_point") for row in rows.get("linkages", ()) if _placed(row)}
    return [
        _fault(row, "paragraphs", f"no paragraph cites point {row.fields['ref']}")
        for row in rows.get("plan_points", ())
        if _empty(row, ["paragraphs"]) and row.fields["ref"] not in placed
    ]


def _placed(row: Row) -> bool:
    return row.fields.get("place") is not None


def _fault(row: Row, key: str, text: str, suggestion: str | None = None) -> Fault:
    return Fault(row.file, row.line_of(key), key, text, suggestion)


def _known(rows: Rows, table: str, key: str) -> dict[Any, None]:
    """The values under a key, as the keys of a dictionary: a set that keeps their order."""
    return {row.fields[key]: None for row in rows.get(table, ()) if key in row.fields}


def _numbers_run(rows: Rows) -> Iterator[Fault]:
    """Objectives and paragraphs are numbered from 1 without a gap.

    Coverage has a row for every objective, in order.
    """
    yield from _run(rows.get("objectives", ()), "number", "objective")
    yield from _run(rows.get("paragraphs", ()), "number", "paragraph")
    yield from _run(rows.get("coverage", ()), "objective", "objective")
    coverage, objectives = rows.get("coverage"), rows.get("objectives", [])
    if coverage and len(coverage) < len(objectives):
        text = f"the rows end here; objective {len(coverage) + 1} is missing"
        yield _fault(coverage[-1], "objective", text)


def _run(rows: Iterable[Row], key: str, name: str) -> Iterator[Fault]:
    expected = 1
    for row in rows:
        value = row.fields.get(key)
        found = value.number if isinstance(value, ObjectiveRef) else value
        # An unreadable number was reported; the next row is checked as if it had been right.
        if found is None:
            found = expected
        if found != expected:
            text = f"{name} {expected} is expected here, not {found}"
            yield _fault(row, key, text, str(expected))
        # Counting goes on from what was found, so that one gap is one fault.
        expected = found + 1


def _letters_run(rows: Rows) -> Iterator[Fault]:
    """The actions of an objective are lettered from a without a gap."""
    for row in rows.get("objectives", ()):
        letters = "".join(action.letter for action in row.fields.get("actions", ()))
        if letters != ascii_lowercase[: len(letters)]:
            text = f"the letters must run from a without a gap, not {letters}"
            yield _fault(row, "actions", text)


def _records_are_unique(rows: Rows) -> Iterator[Fault]:
    """No two records have the same id or label, and no two linkages are the same."""
    for table in ("activities", "documents", "tensions"):
        yield from _unique(rows.get(table, ()), "id", lambda row: row.fields.get("id"))
    points = [*rows.get("plan_points", ()), *rows.get("uncited", ())]
    yield from _unique(points, "ref", _point_key)
    yield from _unique(rows.get("linkages", ()), "objective", _linkage_key)


def _point_key(row: Row) -> str | None:
    ref = row.fields.get("ref")
    return ref.key if isinstance(ref, PlanPointRef) else None


def _linkage_key(row: Row) -> tuple[Any, ...] | None:
    """What identifies a linkage; "Page 66" and "page 66" are one place."""
    fields = row.fields
    known = {"objective", "plan_point", "stance"} <= fields.keys()
    if not known or not fields.keys() & {"paragraph", "place"} or _is_faulty(row, "place"):
        return None
    place = place_in_words(fields["place"]).key if "place" in fields else fields["paragraph"]
    return fields["objective"], fields["plan_point"], place, fields["stance"]


def _is_faulty(row: Row, key: str) -> bool:
    """Whether something is written under a key that could not be read."""
    return key not in row.fields and key in row.nodes and row.nodes[key].value is not None


def _unique(rows: Iterable[Row], key: str, identity: Callable[[Row], Any]) -> Iterator[Fault]:
    """A fault for each row with the identity of an earlier one; None is no identity."""
    first: dict[Any, Row] = {}
    for row in rows:
        found = identity(row)
        if found is None:
            continue
        if found in first:
            yield _fault(row, key, f"this stands already on line {first[found].line}")
        else:
            first[found] = row


def _references_resolve(rows: Rows) -> Iterator[Fault]:
    """Every reference is to something that there is."""
    subjects = _subjects(rows)
    points = _known(rows, "plan_points", "ref")
    for table in ("coverage", "linkages", "activities", "tensions"):
        for row in rows.get(table, ()):
            yield from _resolve(row, "objective", subjects, "an objective or action")
            yield from _resolve(row, "plan_point", points, "a plan point")
    paragraphs = _known(rows, "paragraphs", "number")
    if not paragraphs:  # a user may begin a plan without listing the paragraphs of its source
        return
    for table in ("plan_points", "linkages", "activities", "documents"):
        for row in rows.get(table, ()):
            yield from _resolve(row, "paragraph", paragraphs, "a paragraph")


def _subjects(rows: Rows) -> dict[ObjectiveRef | ActionRef, None]:
    """All objectives, then all actions, as the keys of a dictionary."""
    objectives: list[ObjectiveRef] = []
    actions: list[ActionRef] = []
    for row in rows.get("objectives", ()):
        if "number" in row.fields:
            ref = ObjectiveRef(row.fields["number"])
            objectives.append(ref)
            actions += [ActionRef(ref, action.letter) for action in row.fields.get("actions", ())]
    return dict.fromkeys([*objectives, *actions])


def _resolve(row: Row, key: str, known: Collection[Any], name: str) -> Iterator[Fault]:
    """A fault for each unknown reference under a key, or under its plural, which has a tuple."""
    for place in (key, f"{key}s"):
        found = row.fields.get(place)
        for item in found if isinstance(found, tuple) else (found,):
            ref = item.ref if isinstance(item, Tie) else item
            if ref is not None and ref not in known:
                text = f"{ref} is not {name} of this data"
                yield _fault(row, place, text, _likely_meant(ref, known))


def _likely_meant(ref: Any, known: Collection[Any]) -> str | None:
    """The known reference that was likely meant: a plan point of other punctuation comes first."""
    if isinstance(ref, PlanPointRef):
        by_key = {point.key: str(point) for point in known}
        if ref.key in by_key:
            return by_key[ref.key]
    return closest(str(ref), [str(other) for other in known])


def _linkages_agree_with_points(rows: Rows) -> Iterator[Fault]:
    """A linkage to a plan point is in a paragraph that cites the point, if the point lists any."""
    citing = {
        row.fields["ref"]: row.fields.get("paragraphs", ())
        for row in rows.get("plan_points", ())
        if "ref" in row.fields
    }
    for row in rows.get("linkages", ()):
        point = row.fields.get("plan_point")
        paragraph = row.fields.get("paragraph")
        paragraphs = citing.get(point, ())
        if paragraph is not None and paragraphs and paragraph not in paragraphs:
            text = f"plan_points.yaml does not say that paragraph {paragraph} cites {point}"
            yield _fault(row, "paragraph", text)


def _places_exist(rows: Rows) -> Iterator[Fault]:
    """The sides of a tension are in paragraphs and rows that there are."""
    known = {
        "paragraph": _known(rows, "paragraphs", "number"),
        "appendix": _known(rows, "objectives", "number"),
    }
    for row in rows.get("tensions", ()):
        places = dict.fromkeys(place for side in row.fields.get("sides", ()) for place in side.at)
        for place in places:
            numbers = known.get(place.kind)  # the data lists no footnotes
            if numbers and place.number not in numbers:
                yield _fault(row, "sides", f"there is no {name_places([place])}")


def _quotes_are_short(rows: Rows) -> Iterator[Fault]:
    """The sides of a tension quote few words in all."""
    for row in rows.get("tensions", ()):
        quotes = [side.quote for side in row.fields.get("sides", ()) if side.quote]
        words = sum(len(quote.split()) for quote in quotes)
        if words > MOST_QUOTED_WORDS:
            text = f"{words} quoted words in all; at most {MOST_QUOTED_WORDS} may be quoted"
            yield _fault(row, "sides", text)


def _means_have_a_basis(rows: Rows) -> Iterator[Fault]:
    """Means and their basis come together."""
    for row in rows.get("plan_points", ()):
        point = row.record
        if point is not None and (point.means is None) != (point.means_basis is None):
            text = "means and means_basis stand together, or neither does"
            yield _fault(row, "means_basis", text)


_RULES: tuple[Callable[[Rows], Iterator[Fault]], ...] = (
    _numbers_run,
    _letters_run,
    _records_are_unique,
    _references_resolve,
    _linkages_agree_with_points,
    _places_exist,
    _quotes_are_short,
    _means_have_a_basis,
)
