"""How the check of a table that was received is shown."""

from gcmilo.model import ColumnRole, Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Entries, Heading, Page, Part, Table, facts, quantity, table
from gcmilo.output.parts import FAULTS, faults_table
from gcmilo.received import TableCheck
from gcmilo.received.check import ColumnRead
from gcmilo.shapes import NUMBER, NUMBERS, TEXT, TEXTS, TRUTH, answer, many, maybe, record, word_of

_MOST_ACROSS = 3
"""From so many columns of one role on, a page names the first and the last."""
_MOST_PASSED_OVER = 20
"""How much of what was passed over a page lists; JSON has it all."""

_COLUMN = record(role=word_of(ColumnRole), heading=TEXT, references=NUMBER)
_READ = record(
    file=TEXT,
    sheet_or_table=maybe(TEXT),
    heading_row=NUMBER,
    rows=NUMBER,
    columns=many(_COLUMN),
)
_CHECK = answer(
    "check",
    ok=TRUTH,
    problems=FAULTS,
    untouched=NUMBERS.of(lambda check: [objective.number for objective in check.untouched]),
    read=_READ,
    passed_over=many(record(place=TEXT, text=TEXT)),
    notes=TEXTS.of("remarks"),
)


def _page(answer: TableCheck, _: Source, language: str) -> Page:
    read = answer.read
    title = "What was read is sound" if answer.ok else quantity(len(answer.problems), "problem")
    if answer.passed_over:
        title += f"; passed over: {quantity(len(answer.passed_over), 'place')}"
    untouched = [(objective.number, objective.title[language]) for objective in answer.untouched]
    parts: tuple[Part, ...] = (
        facts(
            File=read.file,
            Table=read.sheet_or_table,
            Heading=f"row {read.heading_row}",
            Rows=f"{read.rows} read",
        ),
        *table("Columns read", "Column! | Heading | References!", _columns(read.columns)),
        *faults_table("Problems", answer.problems),
        *_notes(answer),
        *_passed_over(answer),
        *table("Objectives that the table never touches", "No.! | Objective", untouched),
    )
    return Page(title, parts, None)


def _columns(columns: tuple[ColumnRead, ...]) -> list[tuple[str, str, int]]:
    """The columns with a role; those of a matrix as one."""
    rows = []
    for role in ColumnRole:
        of_role = [column for column in columns if column.role is role]
        if len(of_role) > _MOST_ACROSS:
            headings = f"{of_role[0].heading} to {of_role[-1].heading}, {len(of_role)} columns"
            references = sum(column.references for column in of_role)
            of_role = [ColumnRead(role, headings, references)]
        rows += [(_NAMES[role], column.heading, column.references) for column in of_role]
    return rows


_NAMES = {
    ColumnRole.OBJECTIVE: "Objective",
    ColumnRole.ACTION: "Action",
    ColumnRole.PARAGRAPH: "GCM paragraph",
    ColumnRole.TITLE: "Title",
    ColumnRole.SDG: "SDG target",
}


def _notes(answer: TableCheck) -> tuple[Part, ...]:
    if not answer.remarks:
        return ()
    return Heading("Notes"), Entries(tuple(("", remark) for remark in answer.remarks))


def _passed_over(answer: TableCheck) -> tuple[Table, ...]:
    rows = [(one.place, one.text) for one in answer.passed_over[:_MOST_PASSED_OVER]]
    more = len(answer.passed_over) - len(rows)
    if more:
        rows.append(("", f"and {more} more, which --json lists"))
    return table("Passed over", "Where! | What", rows)


FORMS = {TableCheck: Forms(_CHECK, _page, "problems")}
