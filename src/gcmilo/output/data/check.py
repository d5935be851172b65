"""The JSON shape of a table's check."""

from gcmilo.model import Source
from gcmilo.output.data.parts import Data, faults_data, schema, shape
from gcmilo.received import TableCheck


@shape.register
def _table_check(answer: TableCheck, source: Source) -> Data:
    return schema("check") | {
        "ok": answer.ok,
        "problems": faults_data(answer.problems),
        "untouched": [objective.number for objective in answer.untouched],
    }
