"""The page of a table's check."""

from gcmilo.model import Source
from gcmilo.output.page import Page, counted, table
from gcmilo.output.pages.parts import drawn, faults_table
from gcmilo.received import TableCheck


@drawn.register
def _table_check(answer: TableCheck, source: Source, language: str) -> Page:
    untouched = [(objective.number, objective.title[language]) for objective in answer.untouched]
    title = "The table is sound" if answer.ok else counted(len(answer.problems), "problem")
    return Page(
        title,
        (
            *faults_table("Problems", answer.problems),
            *table("Objectives that the table never touches", "No.! | Objective", untouched),
        ),
        None,
    )
