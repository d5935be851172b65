"""What the JSON shapes are made of: the dispatch on an answer's class, and the records that stand in many answers."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from gcmilo.errors import Fault
from gcmilo.model import Activity, Document, Linkage, Source, Tension, Tie
from gcmilo.query.basis import ObjectiveServed, PointBehind

Data = dict[str, Any]


@singledispatch
def shape(answer: object, source: Source) -> Data:
    """Return the JSON shape of an answer of a registered class.

    ``source`` is the document that citations name.
    """
    raise TypeError(f"no JSON shape is registered for {type(answer).__name__}")


def schema(name: str) -> Data:
    """Return the first key of an answer."""
    return {"schema": f"gcmilo/{name}/1"}


def linkage_data(linkage: Linkage, source: Source) -> Data:
    """Return a linkage as JSON data."""
    return {
        "objective": linkage.objective.number,
        "action": None if linkage.action is None else str(linkage.action),
        "plan_point": None if linkage.plan_point is None else str(linkage.plan_point),
        "paragraph": linkage.paragraph,
        "basis": linkage.basis,
        "stance": linkage.stance,
        "wording": linkage.wording,
        "note": linkage.note,
        "citation": source.cite_paragraphs(linkage.paragraph),
    }


def activity_data(activity: Activity, source: Source) -> Data:
    """Return an activity as JSON data."""
    return {
        "id": activity.id,
        "name": activity.name,
        "kind": activity.kind,
        "owner": activity.owner,
        "status": activity.status,
        "dates": list(activity.dates),
        "figures": [{"value": figure.value, "of": figure.of} for figure in activity.figures],
        "partners": list(activity.partners),
        "places": list(activity.places),
        "objectives": with_basis(activity.objectives),
        "plan_points": with_basis(activity.plan_points),
        "paragraphs": list(activity.paragraphs),
        "summary": activity.summary,
        "also": list(activity.also),
        "citation": source.cite_paragraphs(*activity.paragraphs),
    }


def document_data(document: Document, source: Source) -> Data:
    """Return a cited document as JSON data."""
    return {
        "id": document.id,
        "symbol": document.symbol,
        "title": document.title,
        "year": document.year,
        "kind": document.kind,
        "footnote": document.footnote,
        "address": document.address,
        "paragraphs": list(document.paragraphs),
        "also": list(document.also),
        "citation": source.cite_paragraphs(*document.paragraphs),
    }


def tension_data(tension: Tension, source: Source) -> Data:
    """Return a tension as JSON data."""
    return {
        "id": tension.id,
        "kind": tension.kind,
        "title": tension.title,
        "objectives": [str(ref) for ref in tension.objectives],
        "plan_points": [str(ref) for ref in tension.plan_points],
        "sides": [
            {"text": side.text, "quote": side.quote, "citation": source.cite(*side.at)} for side in tension.sides
        ],
    }


def with_basis(ends: Iterable[PointBehind | ObjectiveServed | Tie]) -> list[Data]:
    """Return the ends of linkages or ties, each with its basis."""
    return [{"ref": str(end.ref), "basis": end.basis} for end in ends]


def name_in(name: Any, language: str) -> str:
    """Return a name that may or may not be known in several languages."""
    return name if isinstance(name, str) else str(name[language])


def faults_data(faults: Iterable[Fault]) -> list[Data]:
    """Return faults as JSON data."""
    return [{"file": f.file, "line": f.line, "key": f.key, "text": f.text, "suggestion": f.suggestion} for f in faults]
