"""How a plan that was begun from a file is told: what was read, written, and left to decide."""

from gcmilo.drafting import DraftAnswer
from gcmilo.model import ColumnRole, OwnRole, Source
from gcmilo.output.forms import Forms
from gcmilo.output.mentions import FILE_READ
from gcmilo.output.page import Entries, Heading, Page, Part, facts, quantity, table
from gcmilo.shapes import NUMBER, TEXT, answer, many, maybe, record, word_of

_MOST_UNDECIDED = 30
"""How much of what is undecided a page lists; JSON and linkages.yaml have it all."""

_COLUMN = record(role=word_of((*ColumnRole, *OwnRole)), heading=TEXT, references=NUMBER)
_READ = record(
    file=TEXT,
    sheet_or_table=maybe(TEXT),
    heading_row=maybe(NUMBER),
    rows=maybe(NUMBER),
    columns=many(_COLUMN),
    files=many(FILE_READ),
)
_DRAFT = answer(
    "init",
    directory=TEXT,
    read=_READ,
    written=many(record(file=TEXT, records=NUMBER)),
    undecided=many(record(place=TEXT, text=TEXT)),
)


def _page(answer: DraftAnswer, _: Source, __: str) -> Page:
    draft, directory = answer.draft, answer.directory
    title = f"{directory}: {quantity(len(draft.linkages), 'linkage')}"
    title += f" of {quantity(len(draft.points), 'plan point')}"
    parts: tuple[Part, ...] = (
        _what_was_read(answer),
        *table("Columns read", "Column! | Heading | Filled!", _columns(answer)),
        *table("Written", "File | Records!", [(one.file, one.records) for one in answer.written]),
        *_undecided(answer),
        Heading("Next"),
        Entries(
            (
                ("1.", "Say in plan.yaml whose plan it is, and how citations name it."),
                ("2.", "Look at each record of linkages.yaml, and put its note in your own words."),
                ("3.", "Give each point of plan_points.yaml its subject in a few words."),
                ("4.", f"gcmilo validate {directory}"),
                ("5.", f"gcmilo --plan {directory} gaps"),
            )
        ),
    )
    return Page(title, parts, None)


def _what_was_read(answer: DraftAnswer) -> Part:
    draft = answer.draft
    if draft.read is not None:
        return facts(
            File=draft.read.file,
            Table=draft.read.sheet_or_table,
            Heading=f"row {draft.read.heading_row}",
            Rows=f"{draft.read.rows} read",
        )
    document = draft.document
    return facts(
        File=document.name,
        Form=document.kind,
        Pages=document.pages,
        Read=f"{quantity(len(document.blocks), 'paragraph')},"
        f" {quantity(len(document.tables), 'table')}",
    )


def _columns(answer: DraftAnswer) -> list[tuple[str, str, int]]:
    """The columns with a role; those of a matrix as one."""
    rows: dict[str, tuple[str, str, int]] = {}
    for column in answer.read.columns:
        name = column.role.value
        _, heading, references = rows.get(name, (name, column.heading, 0))
        rows[name] = (name, heading, references + column.references)
    return list(rows.values())


def _undecided(answer: DraftAnswer) -> tuple[Part, ...]:
    rows = [(one.place, one.text) for one in answer.undecided[:_MOST_UNDECIDED]]
    more = len(answer.undecided) - len(rows)
    if more:
        rows.append(("", f"and {more} more, which --json and linkages.yaml list"))
    return tuple(table("Not decided", "Where | What", rows))


FORMS = {DraftAnswer: Forms(_DRAFT, _page, "undecided")}
