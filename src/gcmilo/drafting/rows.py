"""The rows of a table as parts of a plan: points, subjects, and what each row puts together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gcmilo.drafting.columns import OwnColumns, find_own_columns
from gcmilo.drafting.draft import Undecided
from gcmilo.drafting.labels import OwnLabels, labels_of_cell
from gcmilo.drafting.sentences import Subject, first_words, in_one_line, is_heading
from gcmilo.drafting.statuses import status_of
from gcmilo.drafting.ties import linkage_of
from gcmilo.frozen import frozen
from gcmilo.model import Basis, ColumnRole, Coverage, Linkage, OwnRole, PlanPoint, Stance, Status
from gcmilo.reader import Block, Document, Row
from gcmilo.received.columns import Column
from gcmilo.received.reader import ref_of
from gcmilo.received.rows import ReadRow, ReadTable
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.text import fold

TO_REPLACE = "to be replaced"
"""What stands where a text is wanted and nothing is found."""
MOST_OF_SUBJECT = 14
"""A subject has no more words than these."""
_ANNEX = re.compile(r"(?:annexe?|appendix|appendice|anexo|apendice)\b")


@frozen
class PlanRow:
    """A row: its place, the objectives and actions that it names, and its cells of the plan's own.

    ``subject``, ``status`` and ``note`` are empty where there are none.
    """

    row: Row
    subjects: tuple[Subject, ...]
    points: tuple[PlanPointRef, ...]
    subject: str
    status: str
    note: str

    @property
    def place(self) -> str:
        """The place, as a citation names it."""
        return self.row.place


@frozen
class PlanTable:
    """The rows of a table, and which columns of a plan's own it has."""

    table: ReadTable
    columns: OwnColumns
    rows: tuple[PlanRow, ...]


def plan_table(read: ReadTable, named: Mapping[OwnRole, str]) -> PlanTable:
    """Return the rows of a table that was read, as parts of a plan, their points not read yet.

    Raises:
        InputError: a column that was named is not there.
    """
    cells = [row.cells for row in read.layout.rows]
    taken = [column.place for column in read.columns.columns if not _is_own_title(read, column)]
    columns = find_own_columns(read.layout.headings, cells, taken, named)
    return PlanTable(read, columns, tuple(_plan_row(row, columns) for row in read.rows))


def _is_own_title(read: ReadTable, column: Column) -> bool:
    """Whether a column of titles has none of the Compact's, and so the plan's own."""
    if column.role is not ColumnRole.TITLE:
        return False
    cells = [cell for row in read.rows for cell in row.cells if cell.column == column]
    return not any(cell.reading.mentions for cell in cells)


def _plan_row(read: ReadRow, columns: OwnColumns) -> PlanRow:
    row = read.row
    texts = [_cell(row, place) for place in (columns.subject, columns.status, columns.note)]
    return PlanRow(row, tuple(dict.fromkeys(subjects_of(read))), (), *map(in_one_line, texts))


def labels_among(texts: Iterable[str], tables: Iterable[PlanTable]) -> OwnLabels:
    """Return the labels of texts and of columns of points, where they may stand without a noun."""
    cells = [cell for table in tables for cell in point_cells(table)]
    found = [label for cell in cells for label in labels_of_cell(cell)]
    bare = [label.written for label in found if label.noun is None]
    every = [*texts, *cells]
    labels = OwnLabels(every, bare)
    labels.learn_prefixes(every)
    return labels


def point_cells(table: PlanTable) -> list[str]:
    """Return the cells of the column of points, none where there is no such column."""
    place = table.columns.point
    return [] if place is None else [_cell(row, place) for row in table.table.layout.rows]


def with_labels(table: PlanTable, labels: OwnLabels) -> list[PlanRow]:
    """Return the rows with their points, as the plan's own labels name them."""
    rows = []
    for row in table.rows:
        points = dict.fromkeys(labels.in_cell(_cell(row.row, table.columns.point)))
        rows.append(replace(row, points=tuple(points)))
    return rows


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def subjects_of(read: ReadRow) -> Iterator[Subject]:
    """Yield the objectives of a row, and instead of those with actions in it their actions."""
    refs = list(dict.fromkeys(ref_of(mention) for mention in read.mentions))
    for number in read.objectives:
        objective = ObjectiveRef(number)
        actions = [ref for ref in refs if isinstance(ref, ActionRef) and ref.objective == objective]
        yield from actions or (objective,)


def coverage_of(table: PlanTable) -> tuple[list[Coverage], list[Undecided]]:
    """Return the rows of coverage that the statuses of a table give, and what they leave open.

    There are none if no cell says in as many words that an objective is addressed or not.
    """
    given: dict[ObjectiveRef, list[PlanRow]] = {}
    for row in table.rows:
        for subject in row.subjects if row.status else ():
            given.setdefault(subject.objective, []).append(row)
    statuses = {row.status for rows in given.values() for row in rows}
    if not any(map(status_of, statuses)):
        return [], []
    coverage, undecided = [], []
    for objective, rows in sorted(given.items()):
        found = {status_of(row.status) for row in rows}
        status = found.pop() if len(found) == 1 else None
        written = "; ".join(dict.fromkeys(row.status for row in rows))
        coverage.append(_coverage(objective, status, written))
        if status is None:
            what = f"objective {objective}: which status is “{written}”?"
            undecided.append(Undecided(rows[0].place, what))
    return coverage, undecided


def _coverage(objective: ObjectiveRef, status: Status | None, written: str) -> Coverage:
    return Coverage(objective, status, None, f"The table says “{written}”.")


def points_of_rows(rows: Iterable[PlanRow]) -> Iterator[PlanPoint]:
    """The points of rows, each with the subject of its first row that has one."""
    subjects: dict[PlanPointRef, str] = {}
    for row in rows:
        for point in row.points:
            is_its_own = len(row.points) == 1
            subjects[point] = subjects.get(point) or (row.subject if is_its_own else "")
    for point, subject in subjects.items():
        yield PlanPoint(point, first_words(subject, MOST_OF_SUBJECT) or TO_REPLACE)


def listed_in(rows: Iterable[PlanRow]) -> Iterator[Linkage]:
    """A linkage for each objective or action and each point that a row puts together."""
    for row in rows:
        is_left_out = status_of(row.status) is Status.NOT_ADDRESSED
        stance = Stance.NOT_INCLUDED if is_left_out else Stance.SUPPORTS
        note = row.note or first_words(" | ".join(dict.fromkeys(filter(None, row.row.cells))))
        for subject in row.subjects:
            for point in row.points or (None,):
                yield linkage_of((subject, point), row.place, Basis.LISTED, stance, note=note)


def coverage_name(document: Document, table: PlanTable) -> str:
    """Return what citations call a table of coverage: the annex, if the heading says that it is."""
    heading = ""
    for part in document.parts:
        if isinstance(part, Block):
            heading = in_one_line(part.text) if is_heading(part.text) else heading
        elif part is table.table.table:
            break
    found = _ANNEX.match(fold(heading))
    return found[0] if found else "coverage table"
