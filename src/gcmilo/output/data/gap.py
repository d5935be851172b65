"""The JSON shape of gaps."""

from collections.abc import Iterable

from gcmilo import query
from gcmilo.model import Source, Status
from gcmilo.output.data.parts import Data, schema, shape
from gcmilo.query.gap import Reason


@shape.register
def _gaps(answer: query.GapsAnswer, source: Source) -> Data:
    return schema("gaps") | {
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
