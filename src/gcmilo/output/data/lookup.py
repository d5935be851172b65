"""The JSON shapes of one thing, of lists of things, and of linkages."""

from gcmilo import query
from gcmilo.model import Source, cite_compact
from gcmilo.output.data.parts import (
    Data,
    activity_data,
    document_data,
    linkage_data,
    schema,
    shape,
    tension_data,
    with_basis,
)
from gcmilo.query.lookup import ObjectiveLine, PlanPointLine
from gcmilo.refs import ActionRef


@shape.register
def _objective(answer: query.ObjectiveAnswer, source: Source) -> Data:
    found = answer.objective
    action = (
        {"ref": str(answer.ref), "letter": answer.action.letter, "label": answer.action.label}
        if answer.action
        else None
    )
    return schema("objective") | {
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
        "plan_points": with_basis(answer.plan_points),
        "paragraphs": list(answer.paragraphs),
        "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
        "activities": [activity_data(activity, source) for activity in answer.activities],
        "tensions": [tension_data(tension, source) for tension in answer.tensions],
        "documents": [document_data(document, source) for document in answer.documents],
        "sdg_note": found.sdg_note,
        "citation": cite_compact(answer.ref),
    }


@shape.register
def _objectives(answer: query.ObjectivesAnswer, source: Source) -> Data:
    return schema("objectives") | {"objectives": [_objective_line(line) for line in answer.objectives]}


def _objective_line(line: ObjectiveLine) -> Data:
    return {
        "ref": str(line.objective.ref),
        "number": line.objective.number,
        "title": line.objective.title.en,
        "label": line.objective.label.en,
        "round_table": line.objective.round_table,
        "coverage": {"status": line.coverage.status, "channel": line.coverage.channel},
        "plan_points": with_basis(line.plan_points),
        "paragraphs": list(line.paragraphs),
        "gap": line.gap,
        "citation": cite_compact(line.objective.ref),
    }


@shape.register
def _plan_point(answer: query.PlanPointAnswer, source: Source) -> Data:
    point = answer.plan_point
    return schema("plan-point") | {
        "ref": str(point.ref),
        "key": point.ref.key,
        "subject": point.subject,
        "summary": point.summary,
        "means": None if point.means is None else list(point.means),
        "means_basis": point.means_basis,
        "paragraphs": list(point.paragraphs),
        "objectives": with_basis(answer.objectives),
        "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
        "activities": [activity_data(activity, source) for activity in answer.activities],
        "tensions": [tension_data(tension, source) for tension in answer.tensions],
        "documents": [document_data(document, source) for document in answer.documents],
        "citation": source.cite_paragraphs(*point.paragraphs),
    }


@shape.register
def _plan_points(answer: query.PlanPointsAnswer, source: Source) -> Data:
    return schema("plan-points") | {
        "plan_points": [_plan_point_line(line, source) for line in answer.plan_points],
        "uncited": [str(ref) for ref in answer.uncited],
    }


def _plan_point_line(line: PlanPointLine, source: Source) -> Data:
    return {
        "ref": str(line.plan_point.ref),
        "key": line.plan_point.ref.key,
        "subject": line.plan_point.subject,
        "objectives": with_basis(line.objectives),
        "paragraphs": list(line.plan_point.paragraphs),
        "citation": source.cite_paragraphs(*line.plan_point.paragraphs),
    }


@shape.register
def _paragraph(answer: query.ParagraphAnswer, source: Source) -> Data:
    return (
        schema("paragraph")
        | _paragraph_line(answer)
        | {
            "linkages": [linkage_data(linkage, source) for linkage in answer.linkages],
            "activities": [activity_data(activity, source) for activity in answer.activities],
            "documents": [document_data(document, source) for document in answer.documents],
            "citation": source.cite_paragraphs(answer.paragraph.number),
        }
    )


@shape.register
def _paragraphs(answer: query.ParagraphsAnswer, source: Source) -> Data:
    return schema("paragraphs") | {
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
        "objectives": with_basis(line.objectives),
        "plan_points": with_basis(line.plan_points),
    }


@shape.register
def _linkages(answer: query.LinkagesAnswer, source: Source) -> Data:
    return schema("linkages") | {"linkages": [linkage_data(linkage, source) for linkage in answer.linkages]}
