"""The tables that are on several pages. Each comes as a tuple, empty where there are no rows."""

from collections.abc import Iterable, Sequence
from itertools import chain

from gcmilo.errors import Fault
from gcmilo.model import Activity, Basis, Document, Linkage, Tension
from gcmilo.output.page import Table, listed, name_paragraphs, table
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.query.gaps import UNCITED
from gcmilo.refs import Place, name_places
from gcmilo.shapes import NUMBER, TEXT, many, maybe, record
from gcmilo.text import words

FAULTS = many(
    record(file=TEXT, line=maybe(NUMBER), key=maybe(TEXT), text=TEXT, suggestion=maybe(TEXT))
)


def linkages_in_short(linkages: Sequence[Linkage]) -> tuple[Table, ...]:
    """Return the linkages in short; those that differ by their plan point alone are one row."""
    points: dict[tuple[object, ...], list[object]] = {}
    head, places = where([link.at for link in linkages], "Para.!")
    for link, place in zip(linkages, places, strict=True):
        key = (link.subject, place, link.basis, said(link))
        points.setdefault(key, []).append(link.plan_point or "-")
    rows = []
    for (subject, *others), refs in points.items():
        rows.append((subject, listed(refs), *others))
    # A cell of several points may be folded, which a cell of one may not.
    return table("Linkages", f"Linked! | Points | {head} | Basis! | What is said", rows)


def where(places: Sequence[Sequence[Place]], numbers: str) -> tuple[str, list[str]]:
    """Return the head and the cells of a column of places.

    Where all of them are paragraphs, the cells are their numbers alone, under the head ``numbers``.
    """
    if any(place.words for place in chain.from_iterable(places)):
        return "Where", [name_places(cell) for cell in places]
    return numbers, [listed(cell) for cell in places]


def said(linkage: Linkage) -> str:
    """Return what the source says of a linkage: its stance, its words of strength, and the note."""
    wording = f" “{linkage.wording}”" if linkage.wording else ""
    note = f": {linkage.note}" if linkage.note else ""
    return f"{words(linkage.stance)}{wording}{note}"


def activities_in_short(activities: Sequence[Activity]) -> tuple[Table, ...]:
    """Return the activities, in short."""
    rows = [(a.name, a.kind, name_paragraphs(a.paragraphs)) for a in activities]
    return table("Activities", "Activity | Kind! | Where!", rows)


def documents_in_short(documents: Sequence[Document]) -> tuple[Table, ...]:
    """Return the documents that the paragraphs cite, in short."""
    rows = [(d.title, d.symbol or "-") for d in documents]
    return table("Documents cited there", "Document | Symbol!", rows)


def tensions_in_short(tensions: Sequence[Tension]) -> tuple[Table, ...]:
    """Return the tensions, in short: what they are about and where their sides are."""
    rows = [(t.title, words(t.kind), name_places(t.places)) for t in tensions]
    return table("Tensions", "Tension | Kind | Where", rows)


def ends_on(ends: Sequence[PointBehind] | Sequence[ObjectiveServed], basis: Basis) -> str:
    """Return the ends whose strongest basis is this one, with commas between."""
    return listed([end.ref for end in ends if end.basis is basis])


def uncited_table(refs: Sequence[object]) -> tuple[Table, ...]:
    """Return the table of the plan points that the numbering implies and the source never cites."""
    return table("Never cited", "Point! | Why", [(ref, UNCITED) for ref in refs])


def faults_table(title: str, faults: Iterable[Fault]) -> tuple[Table, ...]:
    """Return the table of faults: file and line, key, what is wrong, and what may be meant."""
    rows = []
    for fault in faults:
        suggestion = f"meant: {fault.suggestion}" if fault.suggestion else ""
        rows.append((fault.place, fault.key, fault.text, suggestion))
    return table(title, "Where | Key | What | Suggestion", rows)
