"""How the examination of a plan's files is shown."""

from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, counted
from gcmilo.output.parts import FAULTS, faults_table
from gcmilo.shapes import TRUTH, answer

_VALIDATE = answer("validate", ok=TRUTH, problems=FAULTS.of("faults"), warnings=FAULTS)


def _page(answer: Examination, _: Source, __: str) -> Page:
    faults, warnings = len(answer.faults), len(answer.warnings)
    title = f"{counted(faults, 'fault')}, {counted(warnings, 'warning')}"
    parts = (
        *faults_table("Faults", answer.faults),
        *faults_table("Weak evidence", answer.warnings),
    )
    return Page("The plan is sound" if not parts else title, parts, None)


FORMS = {Examination: Forms(_VALIDATE, _page, "problems")}
