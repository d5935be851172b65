"""The JSON shape of a comparison."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, schema, shape, with_basis
from gcmilo.query.comparison import RecordChange
from gcmilo.query.lookup import ObjectiveLine


@shape.register
def _compare(answer: query.CompareAnswer, source: Source) -> Data:
    return schema("compare") | {
        "first": answer.first,
        "second": answer.second,
        "objectives": [
            {
                "number": row.objective.number,
                "title": row.objective.title.en,
                "first": _side(row.first),
                "second": _side(row.second),
                "covers": row.covers,
            }
            for row in answer.objectives
        ],
        "changes": None if answer.changes is None else [_change(change) for change in answer.changes],
    }


def _side(line: ObjectiveLine) -> Data:
    return {"status": line.coverage.status, "plan_points": with_basis(line.plan_points), "gap": line.gap}


def _change(change: RecordChange) -> Data:
    return {
        "table": change.table,
        "record": change.record,
        "change": change.kind,
        "fields": [{"field": f.field, "before": f.before, "after": f.after} for f in change.fields],
    }
