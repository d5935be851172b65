"""The JSON shapes of what validates, compares and checks."""

from collections.abc import Iterable

from gcmilo import query
from gcmilo.errors import Fault
from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, schema, shape, with_basis
from gcmilo.query.comparison import RecordChange
from gcmilo.query.lookup import ObjectiveLine
from gcmilo.received import TableCheck


@shape.register
def _examination(answer: Examination, source: Source) -> Data:
    return schema("validate") | {
        "ok": answer.ok,
        "problems": _faults(answer.faults),
        "warnings": _faults(answer.warnings),
    }


@shape.register
def _table_check(answer: TableCheck, source: Source) -> Data:
    return schema("check") | {
        "ok": answer.ok,
        "problems": _faults(answer.problems),
        "untouched": [objective.number for objective in answer.untouched],
    }


def _faults(faults: Iterable[Fault]) -> list[Data]:
    return [{"file": f.file, "line": f.line, "key": f.key, "text": f.text, "suggestion": f.suggestion} for f in faults]


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
