"""What is wrong in the rows of a table: what does not exist, disagrees, or is repeated."""

import re
from collections.abc import Iterable, Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import Fault
from gcmilo.model import ColumnRole
from gcmilo.reader import Document, Row
from gcmilo.received.cells import CellKind, date_in, names_sdg
from gcmilo.received.columns import Column
from gcmilo.received.missing import what_is_missing
from gcmilo.received.own_titles import OwnTitles
from gcmilo.received.reader import ref_of
from gcmilo.received.rows import ReadCell, ReadRow, ReadTable
from gcmilo.received.titles import plain
from gcmilo.refs import ObjectiveRef
from gcmilo.text import joined, shown

_WHERE_REFERENCES_ARE = (ColumnRole.OBJECTIVE, ColumnRole.ACTION, ColumnRole.PARAGRAPH)
_WHAT_IT_IS = {
    ColumnRole.OBJECTIVE: "the number is {}",
    ColumnRole.TITLE: "the title is that of objective {}",
    ColumnRole.PARAGRAPH: "the GCM paragraph is that of objective {}",
}
"""What a column says of its row, with the objectives that it gives."""


def problems_of(
    crosswalk: Crosswalk, document: Document, table: ReadTable, own_titles: OwnTitles
) -> tuple[Fault, ...]:
    """Return what is wrong in a table, in the order of its rows, each once a cell."""
    return _Problems(crosswalk, document, table, own_titles).all()


class _Problems:
    """One table, and its rows that were seen already."""

    def __init__(
        self, crosswalk: Crosswalk, document: Document, table: ReadTable, own_titles: OwnTitles
    ) -> None:
        self.crosswalk = crosswalk
        self.document = document
        self.table = table
        self.columns = table.columns.columns
        self.own_titles = own_titles
        self._last = len(crosswalk.objectives)
        self._first: dict[tuple[object, ...], Row] = {}
        """The first row with each content."""
        self._rows = {row.place: row for row in table.table.rows}
        self._said = {one.place for one in document.not_read}
        """The places of which the reader of the file says something."""

    def all(self) -> tuple[Fault, ...]:
        """Return what is wrong, in the order of the rows and columns, each once a cell."""
        faults = [*self._reading_faults(), *self._heading_faults()]
        for row in self.table.rows:
            faults += self._row_faults(row)
        order = {column.heading: column.place for column in reversed(self.columns)}
        faults.sort(key=lambda fault: (fault.line or 0, order.get(fault.key or "", -1)))
        return tuple(dict.fromkeys(faults))

    def _reading_faults(self) -> Iterator[Fault]:
        """What the reader of the file says about rows of the table."""
        for one in self.document.not_read:
            row = self._rows.get(one.place)
            if row:
                yield self._fault(row, None, one.text)

    def _heading_faults(self) -> Iterator[Fault]:
        """Objectives across that are not there."""
        for column in self.columns:
            number = column.objective
            if number is not None and not self.crosswalk.has(ObjectiveRef(number)):
                text = f"there is no objective {number}: there are 1 to {self._last}"
                yield self._fault(self.table.layout.heading_row, column, text)

    def _row_faults(self, row: ReadRow) -> Iterator[Fault]:
        if row.is_ragged and row.row.place not in self._said:
            count, wanted = len(row.row.cells), len(self.table.layout.headings)
            yield self._fault(row.row, None, f"the row has {count} cells, and the heading {wanted}")
        for cell in row.cells:
            if not cell.goes_on and cell.column.objective is None:
                yield from self._cell_faults(row, cell)
        yield from self._disagreements(row)
        yield from self._foreign_actions(row)
        yield from self._duplicate(row)

    def _cell_faults(self, row: ReadRow, cell: ReadCell) -> Iterator[Fault]:
        """What is wrong in one cell, whatever the others say."""
        kind, column = cell.reading.kind, cell.column
        if kind is CellKind.ERROR:
            meant = row.objectives if column.role is ColumnRole.OBJECTIVE else []
            text = f"the cell holds an error of the spreadsheet, {cell.text}"
            yield self._fault(row.row, column, text, meant[0] if len(meant) == 1 else None)
        elif kind is CellKind.DATE and column.role in _WHERE_REFERENCES_ARE:
            yield self._date_fault(row, cell)
        elif kind is CellKind.AS_ABOVE:
            text = f"{shown(cell.text)} stands for a cell above, and there is none"
            yield self._fault(row.row, column, text)
        elif column.role is ColumnRole.TITLE:
            yield from self._title_faults(row, cell)
        elif kind is CellKind.TEXT:
            yield from self._missing(row, cell)
            yield from self._not_understood(row, cell)

    def _date_fault(self, row: ReadRow, cell: ReadCell) -> Fault:
        date = date_in(cell.text)
        what = "action" if cell.column.role is ColumnRole.ACTION else "objective"
        text = f"{shown(cell.text)} is a date, perhaps made by a spreadsheet, and no {what}"
        is_range = date and max(date.day, date.month) <= self._last
        meant = date.meant if date and is_range and what == "objective" else None
        return self._fault(row.row, cell.column, text, meant)

    def _title_faults(self, row: ReadRow, cell: ReadCell) -> Iterator[Fault]:
        """Titles that no objective has, among those of the Compact."""
        if self.own_titles.are_in(cell.column):
            return
        for text, match in cell.reading.titles:
            if match.same is None:
                meant = row.objectives[0] if row.objectives else match.nearest
                title = self._title(meant) if meant else None
                yield self._fault(
                    row.row, cell.column, f"no objective has the title {shown(text)}", title
                )

    def _missing(self, row: ReadRow, cell: ReadCell) -> Iterator[Fault]:
        """References to what is not there."""
        about = row.objectives
        objective = about[0] if len(about) == 1 else None
        end = -1
        for mention in cell.reading.mentions:
            ref = ref_of(mention)
            if ref:
                objective = ref.objective.number
            elif not mention.readings and mention.start >= end:  # else of a range said already
                end = mention.end
                written = cell.text[mention.start : mention.end]
                if len(about) > 1 and not re.search(r"\d", written):
                    text = f"none of objectives {joined(about)} has an action {written}"
                else:
                    text = what_is_missing(self.crosswalk, cell.column.role, written, objective)
                yield self._fault(row.row, cell.column, text)

    def _not_understood(self, row: ReadRow, cell: ReadCell) -> Iterator[Fault]:
        """Cells, or parts of them with numbers, that are no references."""
        reading, column = cell.reading, cell.column
        if column.role is ColumnRole.ACTION or self._is_said_of_title(cell):
            return
        if not reading.mentions and reading.unread:
            what = {ColumnRole.PARAGRAPH: "paragraph", ColumnRole.SDG: "SDG target"}
            text = f"{shown(cell.text)} is no {what.get(column.role, 'objective')}"
            nearest = [match.nearest for _, match in reading.titles if match.nearest]
            yield self._fault(row.row, column, text, nearest[0] if nearest else None)
            return
        for text in () if self._holds_titles(cell) else reading.unread:
            if re.search(r"\d", text) and not names_sdg(text):
                yield self._fault(row.row, column, f"{shown(text)} is not understood")

    def _is_said_of_title(self, cell: ReadCell) -> bool:
        """Whether the words of a cell of numbers and titles in one are spoken of as a title."""
        return any(
            column.role is ColumnRole.TITLE and column.place == cell.column.place
            for column in self.columns
            if cell.reading.titles and not self.own_titles.are_in(column)
        )

    def _holds_titles(self, cell: ReadCell) -> bool:
        places = [column.place for column in self.columns if column.role is ColumnRole.TITLE]
        return bool(cell.reading.titles) and cell.column.place in places

    def _disagreements(self, row: ReadRow) -> Iterator[Fault]:
        """A fault in each column that gives none of the objectives that the row is about."""
        given = {cell.column.role: cell for cell in row.cells if self._gives(cell)}
        numbers = {role: row.given[role] for role in given if role in row.given}
        about = set(row.objectives)
        if not about or all(about & set(found) for found in numbers.values()):
            return
        for role, found in numbers.items():
            if about & set(found):
                continue
            agreeing = [other for other in numbers if about & set(numbers[other])]
            but = _but(agreeing, row.objectives)
            text = f"{_WHAT_IT_IS[role].format(joined(dict.fromkeys(found)))}, but {but}"
            cell = given[role]
            suggestion = self._meant(cell, row.objectives[0], found[0])
            yield self._fault(row.row, cell.column, text, suggestion)

    def _gives(self, cell: ReadCell) -> bool:
        """Whether a cell tells the objective of its row; of own titles, only full ones do."""
        if not cell.reading.objectives or cell.column.role not in _WHAT_IT_IS:
            return False
        titles = [match for _, match in cell.reading.titles]
        return not self.own_titles.are_in(cell.column) or any(one.is_full for one in titles)

    def _meant(self, cell: ReadCell, about: int, given: int) -> str:
        """What should stand in a cell that gives another objective than the row is about."""
        role = cell.column.role
        places = [column.place for column in self.columns if column.role is ColumnRole.OBJECTIVE]
        if role is ColumnRole.TITLE and cell.column.place in places:  # number and title in one cell
            return str(given)
        if role is ColumnRole.TITLE:
            return self._title(about)
        if role is ColumnRole.PARAGRAPH:
            return str(ObjectiveRef(about).gcm_paragraph)
        return str(about)

    def _foreign_actions(self, row: ReadRow) -> Iterator[Fault]:
        """Actions of other objectives than the row is about: ``7(c)`` in a row about 6."""
        about = row.objectives
        for cell in row.cells:
            if cell.column.role is not ColumnRole.ACTION:
                continue
            for mention in cell.reading.mentions:
                ref = ref_of(mention)
                if ref and about and ref.objective.number not in about:
                    text = f"action {ref} is of objective {ref.objective}, but the row is about"
                    yield self._fault(row.row, cell.column, f"{text} {joined(about)}")

    def _duplicate(self, row: ReadRow) -> Iterator[Fault]:
        """A row that repeats an earlier one in all its words."""
        if not row.mentions:
            return
        key = (tuple(row.objectives), *map(plain, row.row.cells))
        first = self._first.setdefault(key, row.row)
        if first is not row.row:
            place = first.place.rpartition(", ")[2]
            column = row.cells[0].column
            yield self._fault(row.row, column, f"this row repeats {place}")

    def _fault(
        self, row: Row, column: Column | None, text: str, suggestion: object = None
    ) -> Fault:
        heading = column.heading if column else None
        suggested = None if suggestion is None else str(suggestion)
        return Fault(self.document.name, row.number, heading, text, suggested)

    def _title(self, number: int) -> str:
        """The title of an objective, or its label, in the language of the table."""
        objective = self.crosswalk.objective(ObjectiveRef(number))
        texts = objective.title if self.own_titles.are_full else objective.label
        return texts[self.own_titles.language]


def _but(agreeing: Iterable[ColumnRole], about: Iterable[int]) -> str:
    """What the other columns of a row say: ``the number is 4``."""
    roles = list(agreeing)
    if len(roles) == 1:
        return _WHAT_IT_IS[roles[0]].format(joined(about))
    names = {
        ColumnRole.OBJECTIVE: "the number",
        ColumnRole.TITLE: "the title",
        ColumnRole.PARAGRAPH: "the GCM paragraph",
    }
    return f"{joined([names[role] for role in roles])} are those of objective {joined(about)}"
