"""The page of a plan's examination."""

from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.page import Page, counted
from gcmilo.output.pages.parts import drawn, faults_table


@drawn.register
def _examination(answer: Examination, source: Source, language: str) -> Page:
    title = f"{counted(len(answer.faults), 'fault')}, {counted(len(answer.warnings), 'warning')}"
    parts = (*faults_table("Faults", answer.faults), *faults_table("Weak evidence", answer.warnings))
    return Page("The plan is sound" if not parts else title, parts, None)
