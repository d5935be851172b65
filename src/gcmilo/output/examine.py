"""How the examination of a plan's files is shown."""

from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, quantity
from gcmilo.output.parts import FAULTS, faults_table
from gcmilo.shapes import TRUTH, answer

_VALIDATE = answer("validate", ok=TRUTH, problems=FAULTS.of("faults"), warnings=FAULTS)


def _page(answer: Examination, _: Source, __: str) -> Page:
    title = "The plan is sound"
    if answer.faults or answer.warnings:
        faults = quantity(len(answer.faults), "fault")
        warnings = quantity(len(answer.warnings), "warning")
        title = f"{faults}, {warnings}"
    parts = (
        *faults_table("Faults", answer.faults),
        *faults_table("Weak evidence", answer.warnings),
    )
    return Page(title, parts, None)


FORMS = {Examination: Forms(_VALIDATE, _page, "problems")}
