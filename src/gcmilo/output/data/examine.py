"""The JSON shape of a plan's examination."""

from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, faults_data, schema, shape


@shape.register
def _examination(answer: Examination, source: Source) -> Data:
    return schema("validate") | {
        "ok": answer.ok,
        "problems": faults_data(answer.faults),
        "warnings": faults_data(answer.warnings),
    }
