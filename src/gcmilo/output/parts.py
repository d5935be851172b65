"""The tables that are on many pages."""

from collections.abc import Iterable, Sequence

from gcmilo.errors import Fault
from gcmilo.model import Activity, Basis, Document, Linkage, Tension
from gcmilo.output.page import Table, listed, paragraphs, table
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.query.gaps import UNCITED
from gcmilo.refs import name_places
from gcmilo.shapes import NUMBER, TEXT, many, maybe, record
from gcmilo.text import words

FAULTS = many(
    record(file=TEXT, line=maybe(NUMBER), key=maybe(TEXT), text=TEXT, suggestion=maybe(TEXT))
)
LINKAGE_COLUMNS = "Linked! | Point! | Para.! | Basis! | What is said"


def linkages_in_short(linkages: Sequence[Linkage]) -> tuple[Table, ...]:
    """Return the linkages, those on one line that differ by their plan point alone."""
    points: dict[tuple[object, ...], list[object]] = {}
    for link in linkages:
        key = (link.subject, link.paragraph, link.basis, said(link))
        points.setdefault(key, []).append(link.plan_point or "-")
    rows = [(subject, listed(refs), *rest) for (subject, *rest), refs in points.items()]
    return table("Linkages", LINKAGE_COLUMNS.replace("Point!", "Points"), rows)


def said(linkage: Linkage) -> str:
    """Return what a linkage says: stance, words of strength, note."""
    wording = f" “{linkage.wording}”" if linkage.wording else ""
    note = f": {linkage.note}" if linkage.note else ""
    return f"{words(linkage.stance)}{wording}{note}"


def activities_in_short(activities: Sequence[Activity]) -> tuple[Table, ...]:
    """Return the activities, in short."""
    rows = [(a.name, a.kind, paragraphs(a.paragraphs)) for a in activities]
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
    """Return the ends of a basis."""
    return listed([end.ref for end in ends if end.basis is basis])


def uncited_table(refs: Sequence[object]) -> tuple[Table, ...]:
    """Return the table of the letters never cited."""
    return table("Never cited", "Point! | Why", [(ref, UNCITED) for ref in refs])


def faults_table(title: str, faults: Iterable[Fault]) -> tuple[Table, ...]:
    """Return the table of faults, with file, line and key."""
    rows = [
        (fault.place, fault.key, fault.text, fault.suggestion and f"meant: {fault.suggestion}")
        for fault in faults
    ]
    return table(title, "Where | Key | What | Suggestion", rows)
