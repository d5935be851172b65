"""Answers as JSON data: the contract of docs/json.md. Keys only grow within a major version."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from gcmilo import query
from gcmilo.model import Activity, Document, Linkage, Source, Status, Tension, Tie, cite_compact
from gcmilo.output.bibliography import one_in_style
from gcmilo.query.basis import ObjectiveServed, PointBehind
from gcmilo.query.gaps import Reason
from gcmilo.query.lookup import ObjectiveLine, PlanPointLine
from gcmilo.query.overview import Branch, Tally
from gcmilo.refs import ActionRef
from gcmilo.source.verify import Verification

Data = dict[str, Any]


@singledispatch
def to_data(answer: object, source: Source) -> Data:
    """Return an answer as JSON data, ``schema`` first; a missing value is None, never an absent key.

    ``source`` is the document that citations name.
    """
    raise TypeError(f"no JSON shape is registered for {type(answer).__name__}")


def _schema(name: str) -> Data:
    return {"schema": f"gcmilo/{name}/1"}


@to_data.register
def _objective(answer: query.ObjectiveAnswer, source: Source) -> Data:
    found = answer.objective
    action = (
        {"ref": str(answer.ref), "letter": answer.action.letter, "label": answer.action.label}
        if answer.action
        else None
    )
    return _schema("objective") | {
        "ref": str(answer.ref),
        "number": found.number,
        "title": found.title.en,
        "titles": {"en": found.title.en, "fr": found.title.fr, "es": found.title.es},
        "label": found.label.en,
        "gcm_paragraph": found.ref.gcm_paragraph,
        "round_table": found.round_table,
        "sdg_targets": list(found.sdg_targets),
        "coverage": {
            "status": answer.coverage.status,
            "channel": answer.coverage.channel,
            "note": answer.coverage.note,
        },
        "action": action,
        "actions": [
            {"ref": str(ref), "letter": action.letter, "label": action.label, "linked": ref in answer.linked}
            for action in found.actions
            for ref in [ActionRef(found.ref, action.letter)]
        ],
        "plan_points": _with_basis(answer.plan_points),
        "paragraphs": list(answer.paragraphs),
        "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
        "activities": [activity_data(activity, source) for activity in answer.activities],
        "tensions": [tension_data(tension, source) for tension in answer.tensions],
        "sdg_note": found.sdg_note,
        "citation": cite_compact(answer.ref),
    }


@to_data.register
def _objectives(answer: query.ObjectivesAnswer, source: Source) -> Data:
    return _schema("objectives") | {"objectives": [_objective_line(line) for line in answer.objectives]}


def _objective_line(line: ObjectiveLine) -> Data:
    return {
        "ref": str(line.objective.ref),
        "number": line.objective.number,
        "title": line.objective.title.en,
        "label": line.objective.label.en,
        "round_table": line.objective.round_table,
        "coverage": {"status": line.coverage.status, "channel": line.coverage.channel},
        "plan_points": _with_basis(line.plan_points),
        "paragraphs": list(line.paragraphs),
        "gap": line.gap,
        "citation": cite_compact(line.objective.ref),
    }


@to_data.register
def _plan_point(answer: query.PlanPointAnswer, source: Source) -> Data:
    point = answer.plan_point
    return _schema("plan-point") | {
        "ref": str(point.ref),
        "key": point.ref.key,
        "subject": point.subject,
        "summary": point.summary,
        "means": None if point.means is None else list(point.means),
        "means_basis": point.means_basis,
        "paragraphs": list(point.paragraphs),
        "objectives": _with_basis(answer.objectives),
        "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
        "activities": [activity_data(activity, source) for activity in answer.activities],
        "tensions": [tension_data(tension, source) for tension in answer.tensions],
        "citation": source.cite_paragraphs(*point.paragraphs),
    }


@to_data.register
def _plan_points(answer: query.PlanPointsAnswer, source: Source) -> Data:
    return _schema("plan-points") | {
        "plan_points": [_plan_point_line(line, source) for line in answer.plan_points],
        "uncited": [str(ref) for ref in answer.uncited],
    }


def _plan_point_line(line: PlanPointLine, source: Source) -> Data:
    return {
        "ref": str(line.plan_point.ref),
        "key": line.plan_point.ref.key,
        "subject": line.plan_point.subject,
        "objectives": _with_basis(line.objectives),
        "paragraphs": list(line.plan_point.paragraphs),
        "citation": source.cite_paragraphs(*line.plan_point.paragraphs),
    }


@to_data.register
def _paragraph(answer: query.ParagraphAnswer, source: Source) -> Data:
    return (
        _schema("paragraph")
        | _paragraph_line(answer)
        | {
            "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
            "activities": [activity_data(activity, source) for activity in answer.activities],
            "citation": source.cite_paragraphs(answer.paragraph.number),
        }
    )


@to_data.register
def _paragraphs(answer: query.ParagraphsAnswer, source: Source) -> Data:
    return _schema("paragraphs") | {
        "paragraphs": [
            _paragraph_line(line) | {"citation": source.cite_paragraphs(line.paragraph.number)}
            for line in answer.paragraphs
        ]
    }


def _paragraph_line(line: query.ParagraphAnswer) -> Data:
    return {
        "number": line.paragraph.number,
        "section": line.paragraph.section,
        "summary": line.paragraph.summary,
        "objectives": _with_basis(line.objectives),
        "plan_points": _with_basis(line.plan_points),
    }


@to_data.register
def _linkages(answer: query.LinkagesAnswer, source: Source) -> Data:
    return _schema("linkages") | {"linkages": [linkage_data(linkage, source) for linkage in answer.linkages]}


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


@to_data.register
def _gaps(answer: query.GapsAnswer, source: Source) -> Data:
    return _schema("gaps") | {
        "summary": {
            "objectives": answer.objective_count,
            "addressed": answer.statuses[Status.ADDRESSED],
            "indirect": answer.statuses[Status.INDIRECT],
            "not_addressed": answer.statuses[Status.NOT_ADDRESSED],
            "no_plan_point": answer.count(query.Gap.NO_PLAN_POINT),
            "contextual_only": answer.count(query.Gap.CONTEXTUAL_ONLY),
        },
        "objectives": [
            {
                "number": found.objective.number,
                "title": found.objective.title.en,
                "gap": found.gap,
                "reasons": _reasons(found.reasons),
                "tensions": [{"id": t.id, "kind": t.kind, "title": t.title} for t in found.tensions],
            }
            for found in answer.objectives
        ],
        "plan_points": [
            {"ref": str(found.plan_point.ref), "gap": found.gap, "reasons": _reasons(found.reasons)}
            for found in answer.plan_points
        ],
        "uncited": [str(ref) for ref in answer.uncited],
    }


def _reasons(reasons: Iterable[Reason]) -> list[Data]:
    return [{"text": reason.text, "citation": reason.citation} for reason in reasons]


@to_data.register
def _coverage(answer: query.CoverageAnswer, source: Source) -> Data:
    return _schema("coverage") | {
        "objectives": len(answer.rows),
        "statuses": [
            {"status": status, "count": len(refs), "objectives": [ref.number for ref in refs]}
            for status, refs in answer.whole.by_status.items()
        ],
        "round_tables": [
            {"round_table": int(tally.name)}
            | {status.value: [ref.number for ref in _refs(tally, status)] for status in Status}
            for tally in answer.round_tables
        ],
        "sdg_targets": [
            {"target": tally.name, "objectives": [ref.number for ref in tally.objectives]}
            | {status.value: len(_refs(tally, status)) for status in Status}
            for tally in answer.sdg_targets
        ],
    }


def _refs(tally: Tally, status: Status) -> tuple[Any, ...]:
    return tally.by_status.get(status, ())


@to_data.register
def _matrix(answer: query.MatrixAnswer, source: Source) -> Data:
    points = [str(ref) for ref in answer.plan_points]
    return _schema("matrix") | {
        "plan_points": points,
        "objectives": [
            {
                "number": row.objective.number,
                "label": row.objective.label.en,
                "status": row.status,
                "cells": [{"plan_point": p, "basis": basis} for p, basis in zip(points, row.cells, strict=True)],
            }
            for row in answer.rows
        ],
    }


@to_data.register
def _tree(answer: query.TreeAnswer, source: Source) -> Data:
    return _schema("tree") | {"by": answer.by, "branches": [_branch(branch) for branch in answer.branches]}


def _branch(branch: Branch) -> Data:
    return {
        "ref": str(branch.ref),
        "name": name_in(branch.name, "en"),
        "status": branch.status,
        "twigs": [
            {
                "ref": None if twig.ref is None else str(twig.ref),
                "name": name_in(twig.name, "en"),
                "basis": twig.basis,
                "paragraphs": list(twig.paragraphs),
            }
            for twig in branch.twigs
        ],
    }


def name_in(name: Any, language: str) -> str:
    """Return a name that may or may not be known in several languages."""
    return name if isinstance(name, str) else str(name[language])


@to_data.register
def _activities(answer: query.ActivitiesAnswer, source: Source) -> Data:
    return _schema("activities") | {"activities": [activity_data(activity, source) for activity in answer.activities]}


@to_data.register
def _activity(answer: query.ActivityAnswer, source: Source) -> Data:
    return _schema("activity") | activity_data(answer.activity, source)


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
        "objectives": _with_basis(activity.objectives),
        "plan_points": _with_basis(activity.plan_points),
        "paragraphs": list(activity.paragraphs),
        "summary": activity.summary,
        "also": list(activity.also),
        "citation": source.cite_paragraphs(*activity.paragraphs),
    }


@to_data.register
def _documents(answer: query.DocumentsAnswer, source: Source) -> Data:
    return _schema("documents") | {"documents": [document_data(document, source) for document in answer.documents]}


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


@to_data.register
def _search(answer: query.SearchAnswer, source: Source) -> Data:
    return _schema("search") | {
        "query": answer.query,
        "hits": [
            {"kind": hit.kind, "ref": hit.ref, "title": hit.title, "snippet": hit.snippet, "command": hit.command}
            for hit in answer.hits
        ],
    }


@to_data.register
def _resolve(answer: query.ResolveAnswer, source: Source) -> Data:
    return _schema("resolve") | {
        "text": answer.text,
        "references": [
            {
                "matched": reference.matched,
                "start": reference.start,
                "readings": [{"kind": r.kind, "ref": str(r.ref), "title": r.title} for r in reference.readings],
            }
            for reference in answer.references
        ],
    }


@to_data.register
def _cite(answer: query.CiteAnswer, source: Source) -> Data:
    return _schema("cite") | {
        "style": answer.style,
        "citations": [{"ref": c.ref, "text": one_in_style(c, answer.style)} for c in answer.citations],
    }


@to_data.register
def _verification(answer: Verification, source: Source) -> Data:
    return _schema("verify") | {
        "ok": answer.ok,
        "source": {"sha256": answer.sha256, "coded": answer.is_coded_edition, "paragraphs": answer.paragraphs},
        "mentions": answer.mentions,
        "checked": answer.checked,
        "problems": [{"kind": p.kind, "paragraph": p.paragraph, "text": p.text} for p in answer.problems],
    }


@to_data.register
def _tensions(answer: query.TensionsAnswer, source: Source) -> Data:
    return _schema("tensions") | {"tensions": [tension_data(tension, source) for tension in answer.tensions]}


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


def _with_basis(ends: Iterable[PointBehind | ObjectiveServed | Tie]) -> list[Data]:
    return [{"ref": str(end.ref), "basis": end.basis} for end in ends]
