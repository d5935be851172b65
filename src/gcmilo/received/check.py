"""The rows of a table checked: what does not belong together, does not exist, or is repeated."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import Fault
from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole, Objective
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.received.columns import find_columns
from gcmilo.received.read import ReceivedTable, TableLine
from gcmilo.received.titles import Titles
from gcmilo.refs import FIRST_GCM_PARAGRAPH, ActionRef, ObjectiveRef
from gcmilo.text import joined, shown

# "6", "6(l)", "6 (l)", "6l" or "6.l", but no digits within a word, and none after a full stop
_NUMBER = re.compile(
    r"(?<![\w.])(\d{1,4})(?:\s?\(([a-z])\)|[.\-/:]?([a-z])(?![a-z]))?", re.IGNORECASE
)
_ONE_LETTER = r"(?:\d{1,2}\s?)?\(?([a-z])\)?"
_BETWEEN_LETTERS = r"(?:,|;|/|\band\b|\bet\b|\by\b|-|–|\bto\b)"
_LETTER_LIST = re.compile(
    rf"\s*{_ONE_LETTER}(?:\s*{_BETWEEN_LETTERS}\s*{_ONE_LETTER})*\s*", re.IGNORECASE
)
_LETTER = re.compile(
    r"(?P<to>(?:-|–|\bto\b)\s*)?(?:\d{1,2}\s?)?\(?(?<![a-z])(?P<letter>[a-z])(?![a-z])\)?",
    re.IGNORECASE,
)
_CELL_IS = {
    ColumnRole.OBJECTIVE: "this is the number",
    ColumnRole.PARAGRAPH: "this is the GCM paragraph",
    ColumnRole.TITLE: "this is the title",
}
"""How a message about a cell begins, before the objective that the cell gives."""


@frozen
class TableCheck:
    """What is wrong with a table, and the objectives that it never touches."""

    question: ClassVar[str] = "check"

    problems: tuple[Fault, ...]
    untouched: tuple[Objective, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; objectives that are not touched are not wrong."""
        return not self.problems


@dataclass
class _Row:
    """A row, the numbers of the objectives that each column gives, and the letters of actions."""

    line: TableLine
    numbers: dict[ColumnRole, list[int]] = field(default_factory=dict)
    letters: list[str] = field(default_factory=list)

    @property
    def objectives(self) -> list[int]:
        """The objectives that most columns give; where no two agree, those of the first column."""
        votes = Counter[int]()
        for numbers in self.numbers.values():
            votes.update(set(numbers))
        most = max(votes.values(), default=0)
        if most > 1:
            return [number for number, count in votes.items() if count == most]
        first = next(iter(self.numbers.values()), [])
        return list(dict.fromkeys(first))


def check_table(
    crosswalk: Crosswalk,
    table: ReceivedTable,
    named: Mapping[ColumnRole, str] | None = None,
    report: ProgressCallback = no_progress,
) -> TableCheck:
    """Return what is wrong with a table's references to the Compact, in the order of its rows.

    ``named`` gives the headings of columns that cannot be found by their headings. Reports how many
    rows are checked.

    Raises:
        InputError: no column gives objectives, or one that was named is not there.
    """
    checker = _Checker(crosswalk, table, find_columns(table, named or {}))
    problems: list[Fault] = []
    for number, line in enumerate(table.rows):
        report(f"Checking {table.name}", number, len(table.rows))
        problems += checker.check(line)
    untouched = [one for one in crosswalk.objectives if one.number not in checker.touched]
    return TableCheck(tuple(problems), tuple(untouched))


class _Checker:
    """One pass over a table: the objectives that it has touched, and the rows that it has seen."""

    def __init__(
        self, crosswalk: Crosswalk, table: ReceivedTable, columns: Mapping[ColumnRole, int]
    ) -> None:
        self.crosswalk = crosswalk
        self.table = table
        self.columns = columns
        self.titles = Titles(crosswalk)
        self.touched: set[int] = set()
        self.lines: dict[tuple[object, ...], int] = {}
        """The line of the first row with each content."""

    def check(self, line: TableLine) -> Iterator[Fault]:
        """Yield what is wrong with a row, and remember what it touches."""
        row = _Row(line)
        yield from self._objectives(row)
        yield from self._paragraphs(row)
        yield from self._title(row)
        yield from self._disagreement(row)
        yield from self._actions(row)
        yield from self._duplicate(row)
        self.touched.update(row.objectives)

    def _cell(self, row: _Row, role: ColumnRole) -> str:
        """The cell of a role, empty where the row is too short or no column has the role."""
        place = self.columns.get(role)
        if place is None or place >= len(row.line.cells):
            return ""
        return row.line.cells[place]

    def _fault(self, row: _Row, role: ColumnRole, text: str, suggestion: object = None) -> Fault:
        heading = self.table.headings[self.columns[role]]
        suggested = None if suggestion is None else str(suggestion)
        return Fault(self.table.name, row.line.line, heading, text, suggested)

    def _objectives(self, row: _Row) -> Iterator[Fault]:
        role = ColumnRole.OBJECTIVE
        cell = self._cell(row, role)
        references = list(_references(cell))
        if cell and not references:
            match = self.titles.match(cell)
            row.numbers[role] = [match.same] if match.same else []
            if not match.same:
                yield self._fault(row, role, f"{shown(cell)} is no objective", match.nearest)
        for number, letter in references:
            if self.crosswalk.has(ObjectiveRef(number)):
                row.numbers.setdefault(role, []).append(number)
                if letter:
                    row.letters.append(letter)
            else:
                last = len(self.crosswalk.objectives)
                text = f"there is no objective {number}: there are 1 to {last}"
                yield self._fault(row, role, text, min(max(number, 1), last))

    def _paragraphs(self, row: _Row) -> Iterator[Fault]:
        role = ColumnRole.PARAGRAPH
        for paragraph, letter in _references(self._cell(row, role)):
            number = paragraph - FIRST_GCM_PARAGRAPH + 1
            if letter and letter not in row.letters:
                row.letters.append(letter)
            if self.crosswalk.has(ObjectiveRef(number)):
                row.numbers.setdefault(role, []).append(number)
            else:
                yield self._fault(row, role, f"GCM para. {paragraph} is no objective")

    def _title(self, row: _Row) -> Iterator[Fault]:
        role = ColumnRole.TITLE
        cell = self._cell(row, role)
        if not cell:
            return
        match = self.titles.match(cell)
        if match.same:
            row.numbers[role] = [match.same]
            return
        meant = row.objectives[0] if row.objectives else match.nearest
        suggestion = self._written(role, meant) if meant else None
        yield self._fault(row, role, f"no objective has the title {shown(cell)}", suggestion)

    def _disagreement(self, row: _Row) -> Iterator[Fault]:
        """A fault in each column that gives none of the objectives that the row is about."""
        given = [set(numbers) for numbers in row.numbers.values()]
        if not row.objectives or set.intersection(*given):
            return
        about = joined(row.objectives)
        for role, numbers in row.numbers.items():
            if not set(numbers) & set(row.objectives):
                text = (
                    f"{_CELL_IS[role]} of objective {joined(numbers)}, and the row is about {about}"
                )
                yield self._fault(row, role, text, self._written(role, row.objectives[0]))

    def _written(self, role: ColumnRole, number: int) -> str:
        """An objective as a column of the role gives it."""
        objective = self.crosswalk.objective(ObjectiveRef(number))
        if role is ColumnRole.TITLE:
            return objective.title.en
        if role is ColumnRole.PARAGRAPH:
            return str(objective.ref.gcm_paragraph)
        return str(number)

    def _actions(self, row: _Row) -> Iterator[Fault]:
        for letter in letters_in(self._cell(row, ColumnRole.ACTION)):
            if letter not in row.letters:
                row.letters.append(letter)
        # Of a row about several objectives, nothing says which of them has the actions.
        if len(row.objectives) != 1:
            return
        has_column = ColumnRole.ACTION in self.columns
        role = ColumnRole.ACTION if has_column else next(iter(self.columns))
        ref = ObjectiveRef(row.objectives[0])
        for letter in row.letters:
            if not self.crosswalk.has(ActionRef(ref, letter)):
                last = self.crosswalk.objective(ref).actions[-1].letter
                text = f"objective {ref} has actions (a) to ({last}), not ({letter})"
                yield self._fault(row, role, text)

    def _duplicate(self, row: _Row) -> Iterator[Fault]:
        """A row that repeats an earlier one, however both write their references."""
        if not row.numbers:
            return
        references = tuple(tuple(row.numbers.get(role, ())) for role in self.columns)
        others = [
            cell for place, cell in enumerate(row.line.cells) if place not in self.columns.values()
        ]
        key = (references, tuple(row.letters), tuple(others))
        if key in self.lines:
            first = next(role for role in ColumnRole if role in self.columns)
            yield self._fault(row, first, f"this stands already on line {self.lines[key]}")
        self.lines.setdefault(key, row.line.line)


def _references(cell: str) -> Iterator[tuple[int, str]]:
    """The numbers of a cell, each with the letter behind it, or nothing."""
    for match in _NUMBER.finditer(cell):
        yield int(match[1]), (match[2] or match[3] or "").lower()


def letters_in(cell: str) -> list[str]:
    """Return the letters of a cell that lists actions, as ``a, c`` or ``(a)-(c)``; else none."""
    # "a" is a word too, and cells may describe an action: only a cell that is all list counts.
    if not _LETTER_LIST.fullmatch(cell):
        return []
    letters: list[str] = []
    for match in _LETTER.finditer(cell):
        last = ord(match["letter"].lower())
        first = ord(letters[-1]) + 1 if match["to"] and letters else last
        letters += [chr(code) for code in range(first, last + 1)]
    return letters
