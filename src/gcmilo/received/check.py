"""The rows of a table checked: what does not belong together, does not exist, or stands twice."""

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

_NUMBER = re.compile(r"(?<![\w.])(\d{1,4})(?:\s?\(([a-z])\)|[.\-/:]?([a-z])(?![a-z]))?", re.IGNORECASE)
_ONE_LETTER = r"(?:\d{1,2}\s?)?\(?([a-z])\)?"
_LETTER_LIST = re.compile(
    rf"\s*{_ONE_LETTER}(?:\s*(?:,|;|/|\band\b|\bet\b|\by\b|-|–|\bto\b)\s*{_ONE_LETTER})*\s*", re.IGNORECASE
)
_LETTER = re.compile(
    r"(?P<to>(?:-|–|\bto\b)\s*)?(?:\d{1,2}\s?)?\(?(?<![a-z])(?P<letter>[a-z])(?![a-z])\)?", re.IGNORECASE
)


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
    """A row, the objectives that each of its columns tells, and the letters of actions."""

    line: TableLine
    told: dict[ColumnRole, list[int]] = field(default_factory=dict)
    letters: list[str] = field(default_factory=list)

    @property
    def objectives(self) -> list[int]:
        """The objectives that most columns of the row tell, or else the first column that tells any."""
        votes = Counter(number for numbers in self.told.values() for number in set(numbers))
        most = max(votes.values(), default=0)
        first = next(iter(self.told.values()), [])
        return [number for number in votes if votes[number] == most] if most > 1 else list(dict.fromkeys(first))


def check_table(
    crosswalk: Crosswalk,
    table: ReceivedTable,
    named: Mapping[ColumnRole, str] | None = None,
    report: ProgressCallback = no_progress,
) -> TableCheck:
    """Return what is wrong with a table's references to the Compact.

    ``named`` gives the headings of columns that are not to be found by their headings. Reports how far it is.

    Raises:
        InputError: no column tells objectives, or one that was named is not there.
    """
    checker = _Checker(crosswalk, table, find_columns(table, named or {}))
    problems: list[Fault] = []
    for number, line in enumerate(table.rows):
        report(f"Checking {table.name}", number, len(table.rows))
        problems += checker.check(line)
    return TableCheck(tuple(problems), tuple(o for o in crosswalk.objectives if o.number not in checker.touched))


_NAMES = {
    ColumnRole.OBJECTIVE: "this is the number",
    ColumnRole.PARAGRAPH: "this is the GCM paragraph",
    ColumnRole.TITLE: "this is the title",
}


class _Checker:
    """One pass over a table: what it has touched, and what it has seen."""

    def __init__(self, crosswalk: Crosswalk, table: ReceivedTable, columns: Mapping[ColumnRole, int]) -> None:
        self.crosswalk = crosswalk
        self.table = table
        self.columns = columns
        self.titles = Titles(crosswalk)
        self.touched: set[int] = set()
        self.seen: dict[tuple[object, ...], int] = {}

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
        place = self.columns.get(role)
        return row.line.cells[place] if place is not None and place < len(row.line.cells) else ""

    def _fault(self, row: _Row, role: ColumnRole, text: str, suggestion: object = None) -> Fault:
        heading = self.table.headings[self.columns[role]]
        return Fault(self.table.name, row.line.line, heading, text, None if suggestion is None else str(suggestion))

    def _objectives(self, row: _Row) -> Iterator[Fault]:
        cell = self._cell(row, ColumnRole.OBJECTIVE)
        references = list(_references(cell))
        if cell and not references:
            match = self.titles.match(cell)
            row.told[ColumnRole.OBJECTIVE] = [match.same] if match.same else []
            if not match.same:
                yield self._fault(row, ColumnRole.OBJECTIVE, f"{shown(cell)} is no objective", match.nearest)
        for number, letter in references:
            if self.crosswalk.has(ObjectiveRef(number)):
                row.told.setdefault(ColumnRole.OBJECTIVE, []).append(number)
                row.letters += [letter] if letter else []
            else:
                last = len(self.crosswalk.objectives)
                nearest = min(max(number, 1), last)
                yield self._fault(
                    row, ColumnRole.OBJECTIVE, f"there is no objective {number}: there are 1 to {last}", nearest
                )

    def _paragraphs(self, row: _Row) -> Iterator[Fault]:
        for number, letter in _references(self._cell(row, ColumnRole.PARAGRAPH)):
            meant = number - FIRST_GCM_PARAGRAPH + 1
            row.letters += [letter] if letter and letter not in row.letters else []
            if self.crosswalk.has(ObjectiveRef(meant)):
                row.told.setdefault(ColumnRole.PARAGRAPH, []).append(meant)
            else:
                yield self._fault(row, ColumnRole.PARAGRAPH, f"GCM para. {number} is no objective")

    def _title(self, row: _Row) -> Iterator[Fault]:
        cell = self._cell(row, ColumnRole.TITLE)
        match = self.titles.match(cell) if cell else None
        if match and match.same:
            row.told[ColumnRole.TITLE] = [match.same]
        elif match:
            likely = row.objectives[0] if row.objectives else match.nearest
            suggestion = self._written(ColumnRole.TITLE, likely) if likely else None
            yield self._fault(row, ColumnRole.TITLE, f"no objective has the title {shown(cell)}", suggestion)

    def _disagreement(self, row: _Row) -> Iterator[Fault]:
        """Columns that do not belong together: the ones outvoted, or the last to speak where there is no majority."""
        if len(row.told) < 2 or set.intersection(*(set(numbers) for numbers in row.told.values())):  # noqa: PLR2004
            return
        for role, numbers in row.told.items():
            if row.objectives and not set(numbers) & set(row.objectives):
                text = f"{_NAMES[role]} of objective {joined(numbers)}, and the row is about {joined(row.objectives)}"
                yield self._fault(row, role, text, self._written(role, row.objectives[0]))

    def _written(self, role: ColumnRole, number: int) -> str:
        """How a column tells an objective."""
        objective = self.crosswalk.objective(ObjectiveRef(number))
        return {
            ColumnRole.TITLE: objective.title.en,
            ColumnRole.PARAGRAPH: str(objective.ref.gcm_paragraph),
        }.get(role, str(number))

    def _actions(self, row: _Row) -> Iterator[Fault]:
        row.letters += [
            letter for letter in letters_in(self._cell(row, ColumnRole.ACTION)) if letter not in row.letters
        ]
        numbers = row.objectives
        told_by = next(role for role in (ColumnRole.ACTION, *self.columns) if role in self.columns)
        for letter in row.letters if len(numbers) == 1 else ():
            ref = ObjectiveRef(numbers[0])
            if not self.crosswalk.has(ActionRef(ref, letter)):
                last = self.crosswalk.objective(ref).actions[-1].letter
                yield self._fault(row, told_by, f"objective {ref} has actions (a) to ({last}), not ({letter})")

    def _duplicate(self, row: _Row) -> Iterator[Fault]:
        """A row that stands twice; in a table of nothing but references, a reference that does."""
        others = [cell for place, cell in enumerate(row.line.cells) if place not in self.columns.values()]
        if not row.told:
            return
        key = (*(tuple(row.told.get(role, ())) for role in self.columns), tuple(row.letters), *others)
        if key in self.seen:
            first = next(role for role in ColumnRole if role in self.columns)
            yield self._fault(row, first, f"this stands already on line {self.seen[key]}")
        self.seen.setdefault(key, row.line.line)


def _references(cell: str) -> Iterator[tuple[int, str]]:
    """The numbers of a cell, each with the letter behind it, or nothing."""
    for match in _NUMBER.finditer(cell):
        yield int(match[1]), (match[2] or match[3] or "").lower()


def letters_in(cell: str) -> list[str]:
    """Return the letters of a cell that lists actions, ``a, c`` or ``(a)-(c)``, and none of one that tells in words."""
    if not _LETTER_LIST.fullmatch(cell):
        return []
    letters: list[str] = []
    for match in _LETTER.finditer(cell):
        letter = match["letter"].lower()
        first = ord(letters[-1]) + 1 if match["to"] and letters else ord(letter)
        letters += [chr(code) for code in range(first, ord(letter) + 1)]
    return letters
