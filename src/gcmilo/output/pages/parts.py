"""What the pages are made of: the dispatch on an answer's class, and the tables that stand on many pages."""

from collections.abc import Iterable, Sequence
from functools import singledispatch

from gcmilo import query
from gcmilo.errors import Fault
from gcmilo.model import Activity, Basis, Document, Linkage, Source, Tension
from gcmilo.output.page import Page, Table, listed, paragraphs, table, words
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.refs import name_places


@singledispatch
def drawn(answer: object, source: Source, language: str) -> Page:
    """Return an answer as a page, titles in one of the languages en, fr and es."""
    raise TypeError(f"no page is registered for {type(answer).__name__}")


LINKAGE_COLUMNS = "Linked! | Point! | Para.! | Basis! | What is said"


def linkages_in_short(linkages: Sequence[Linkage]) -> tuple[Table, ...]:
    """Return the linkages, those on one line that differ by their plan point alone."""
    points: dict[tuple[object, ...], list[object]] = {}
    for link in linkages:
        points.setdefault((link.subject, link.paragraph, link.basis, said(link)), []).append(link.plan_point or "-")
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
    return table("Documents cited there", "Document | Symbol!", [(d.title, d.symbol or "-") for d in documents])


def tensions_in_short(tensions: Sequence[Tension]) -> tuple[Table, ...]:
    """Return the tensions, in short: what they are about and where their sides stand."""
    rows = [(t.title, words(t.kind), name_places(t.places)) for t in tensions]
    return table("Tensions", "Tension | Kind | Where", rows)


def ends_on(ends: Sequence[PointBehind] | Sequence[ObjectiveServed], basis: Basis) -> str:
    """Return the ends of a basis."""
    return listed([end.ref for end in ends if end.basis is basis])


def uncited_table(refs: Sequence[object], source: Source) -> tuple[Table, ...]:
    """Return the table of the letters never cited."""
    return table("Never cited", "Point! | Why", [(ref, query.UNCITED) for ref in refs])


def faults_table(title: str, faults: Iterable[Fault]) -> tuple[Table, ...]:
    """Return the table of faults, with file, line and key."""
    rows = [
        (f.file if f.line is None else f"{f.file}:{f.line}", f.key, f.text, f.suggestion and f"meant: {f.suggestion}")
        for f in faults
    ]
    return table(title, "Where | Key | What | Suggestion", rows)
