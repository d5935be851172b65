"""The JSON shape of a brief."""

from gcmilo.model import Source, cite_compact
from gcmilo.output.data.parts import Data, activity_data, schema, shape, tension_data
from gcmilo.query.briefing import BriefAnswer, BriefPoint, BriefSection, Statement
from gcmilo.query.citation import Cited
from gcmilo.refs import ActionRef


@shape.register
def _brief(answer: BriefAnswer, source: Source) -> Data:
    return schema("brief") | {
        "plan": {"title": answer.plan.title, "symbol": answer.plan.symbol, "period": answer.plan.period},
        "source": {"symbol": source.symbol, "title": source.title},
        "conditions": {
            "refs": [str(ref) for ref in answer.refs],
            "status": answer.status,
            "round_table": answer.round_table,
            "sdg": answer.sdg,
        },
        "objectives": [_section(section, source) for section in answer.sections],
        "references": [_reference(cited) for cited in answer.references],
    }


def _section(section: BriefSection, source: Source) -> Data:
    found = section.found
    objective = found.objective
    return {
        "ref": str(found.ref),
        "number": objective.number,
        "title": objective.title.en,
        "titles": {"en": objective.title.en, "fr": objective.title.fr, "es": objective.title.es},
        "label": objective.label.en,
        "citation": cite_compact(found.ref),
        "coverage": {
            "status": found.coverage.status,
            "channel": found.coverage.channel,
            "note": found.coverage.note,
        },
        "actions": [
            {"ref": str(ref), "label": action.label, "named": ref in found.linked}
            for action in objective.actions
            for ref in [ActionRef(objective.ref, action.letter)]
            if found.action in (None, action)
        ],
        "plan_points": [_point(point, source) for point in section.plan_points],
        "statements": [_statement(statement, source) for statement in section.statements],
        "activities": [activity_data(activity, source) for activity in found.activities],
        "gap": section.gap,
        "reasons": [{"text": reason.text, "citation": reason.citation} for reason in section.reasons],
        "tensions": [tension_data(tension, source) for tension in found.tensions],
    }


def _point(point: BriefPoint, source: Source) -> Data:
    return {
        "ref": str(point.plan_point.ref),
        "subject": point.plan_point.subject,
        "summary": point.plan_point.summary,
        "basis": point.basis,
        "citation": source.cite_paragraphs(*point.paragraphs),
    }


def _statement(statement: Statement, source: Source) -> Data:
    return {
        "subjects": [str(ref) for ref in statement.subjects],
        "plan_points": [str(ref) for ref in statement.plan_points],
        "basis": statement.basis,
        "stance": statement.stance,
        "wording": statement.wording,
        "note": statement.note,
        "citation": source.cite_paragraphs(statement.paragraph),
    }


def _reference(cited: Cited) -> Data:
    return {
        "id": cited.id,
        "title": cited.title,
        "author": cited.author,
        "symbol": cited.symbol,
        "date": cited.date,
        "address": cited.address,
    }
