"""How the check of a table that was received is shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, quantity, table
from gcmilo.output.parts import FAULTS, faults_table
from gcmilo.received import TableCheck
from gcmilo.shapes import NUMBERS, TRUTH, answer

_CHECK = answer(
    "check",
    ok=TRUTH,
    problems=FAULTS,
    untouched=NUMBERS.of(lambda check: [objective.number for objective in check.untouched]),
)


def _page(answer: TableCheck, _: Source, language: str) -> Page:
    untouched = [(objective.number, objective.title[language]) for objective in answer.untouched]
    title = "The table is sound" if answer.ok else quantity(len(answer.problems), "problem")
    parts = (
        *faults_table("Problems", answer.problems),
        *table("Objectives that the table never touches", "No.! | Objective", untouched),
    )
    return Page(title, parts, None)


FORMS = {TableCheck: Forms(_CHECK, _page, "problems")}
