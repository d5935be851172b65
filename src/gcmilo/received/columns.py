"""Which columns of a table hold objectives, actions, paragraphs, titles and SDG targets.

The words of the headings say it first, and what is in the columns says whether they are right.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from gcmilo.errors import InputError, ObjectivesInDoubt
from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole
from gcmilo.received.cells import (
    CellKind,
    is_all_references,
    is_mark,
    kind_of,
    may_list_letters,
    names_objectives,
    numbered_texts,
)
from gcmilo.received.headings import Meaning, Strength, meaning_of, number_in
from gcmilo.received.reader import CellReader, names_paragraph
from gcmilo.received.titles import plain
from gcmilo.text import closest, joined, shown

_HALF = 0.5
_MOST_CELLS = 300
"""So many cells of a column show what it holds."""
_FEWEST_ACROSS = 3
"""A matrix has as many objectives across, or more; else headings such as ``Obj 1`` are a list."""
_FEWEST_BARE = 5
"""The same where the headings are bare numbers."""
_MOST_WORDS = 12
"""A cell of more words is prose, unless it is a title with its number."""
_GCM_PARAGRAPHS = range(17, 40)
_LAST_OBJECTIVE = 23
_NAMES_OBJECTIVES = re.compile(r"\bobj(?:s|ecti(?:ve|f)s?|etivos?)?\b")
_BEGINS_WITH_NUMBER = re.compile(r"\D{0,20}\d")

Named = Mapping[ColumnRole, Sequence[str]]
"""The headings of columns, by their roles, that a person named."""


@frozen
class Column:
    """A column with a role: its place from 0, and its heading.

    ``objective`` is the number that the heading gives to a column of a matrix.
    """

    place: int
    heading: str
    role: ColumnRole
    objective: int | None = None


@frozen
class Columns:
    """The columns with a role, and what is to be said about their choice."""

    columns: tuple[Column, ...]
    remarks: tuple[str, ...] = ()


@frozen
class _Content:
    """What a column holds, in parts of its cells that are not blank."""

    cells: tuple[str, ...]
    references: float
    named_objectives: float
    numbered: float
    titles: float

    @property
    def is_wordy(self) -> bool:
        """Whether more cells are words than references or numbers with words."""
        return self.references + self.numbered < _HALF


def find_columns(
    headings: Sequence[str], rows: Iterable[Sequence[str]], reader: CellReader, named: Named
) -> Columns:
    """Return the columns that have a role, by their headings and by what they hold.

    Raises:
        ObjectivesInDoubt: two columns could be those of the objectives.
        InputError: no column tells objectives, or one that was named is not there.
    """
    return _Finder(headings, list(rows), reader, named).find()


class _Finder:
    """The headings of one table, and what its columns hold."""

    def __init__(
        self, headings: Sequence[str], rows: list[Sequence[str]], reader: CellReader, named: Named
    ) -> None:
        self.headings = headings
        self.reader = reader
        self.titles = reader.titles
        self.named = {role: list(map(self._place_of, names)) for role, names in named.items()}
        taken = [place for places in self.named.values() for place in places]
        self.contents = [self._content(place, rows) for place in range(len(headings))]
        self.rows = rows
        self.remarks: list[str] = []
        self.meanings = {
            place: self._by_content(place, meaning)
            for place, heading in enumerate(headings)
            if place not in taken and (meaning := meaning_of(heading))
        }

    def find(self) -> Columns:
        """Return the columns that have a role."""
        across = () if self.named.get(ColumnRole.OBJECTIVE) else self._across()
        objectives = across or self._objectives()
        columns = [
            *objectives,
            *self._of(ColumnRole.ACTION),
            *self._paragraphs(objectives),
            *self._titles(objectives),
            *self._of(ColumnRole.SDG),
        ]
        if not any(column.role is not ColumnRole.SDG for column in columns):
            raise InputError(self._none_found())
        return Columns(tuple(columns), tuple(self.remarks))

    def _place_of(self, name: str) -> int:
        wanted = plain(name)
        headings = [plain(heading) for heading in self.headings]
        if wanted in headings:
            return headings.index(wanted)
        close = closest(name, [heading for heading in self.headings if heading])
        hint = f"; did you mean {shown(close)}?" if close else "."
        raise InputError(f"There is no column {shown(name)}{hint}")

    def _content(self, place: int, rows: list[Sequence[str]]) -> _Content:
        column = [row[place] if place < len(row) else "" for row in rows[:_MOST_CELLS]]
        cells = tuple(
            cell
            for cell in column
            if kind_of(cell) not in (CellKind.BLANK, CellKind.AS_ABOVE, CellKind.NONE)
        )
        return _Content(
            cells,
            _part(is_all_references(cell) or kind_of(cell) is CellKind.ALL for cell in cells),
            _part(names_objectives(cell) for cell in cells),
            _part(_is_numbered_text(cell) for cell in cells),
            _part(self._is_title(cell) for cell in cells),
        )

    def _by_content(self, place: int, meaning: Meaning) -> Meaning:
        """What a heading says, but that ``GCM ref.`` over numbers up to 39 is over paragraphs."""
        is_objective = meaning.role is ColumnRole.OBJECTIVE and _NAMES_OBJECTIVES.search(
            plain(self.headings[place])
        )
        cells = self.contents[place].cells
        if is_objective or meaning.strength is not Strength.COMPACT or not cells:
            return meaning
        if all(map(_is_gcm_paragraph, cells)) and not all(map(_is_within_objectives, cells)):
            return Meaning(ColumnRole.PARAGRAPH, Strength.COMPACT)
        return meaning

    def _is_title(self, cell: str) -> bool:
        numbered = numbered_texts(cell)
        return self.titles.match(numbered[0].text if numbered else cell).same is not None

    # Objectives across, in the headings

    def _across(self) -> tuple[Column, ...]:
        """The columns of a matrix: each is an objective, and its cells are marks."""
        found: dict[int, int] = {}
        for place, heading in enumerate(self.headings):
            number = self._number_across(heading)
            if number is not None and number not in found.values():
                found[place] = number
        if not self._are_marks(found):
            return ()
        names_objectives = any(
            meaning.role is ColumnRole.OBJECTIVE and meaning.strength is not Strength.NUMBER
            for meaning in self.meanings.values()
        )
        is_bare = all(self.headings[p].isdecimal() for p in found) and not names_objectives
        if len(found) < (_FEWEST_BARE if is_bare else _FEWEST_ACROSS):
            return ()
        return tuple(
            Column(place, self.headings[place], ColumnRole.OBJECTIVE, number)
            for place, number in found.items()
        )

    def _number_across(self, heading: str) -> int | None:
        numbered = number_in(heading)
        if numbered is None:
            return self.titles.match(heading).same
        number, rest = numbered
        return number if not rest or self.titles.match(rest).nearest else None

    def _are_marks(self, places: Iterable[int]) -> bool:
        """Whether columns hold marks, and not the numbers of objectives."""
        cells = [cell for place in places for cell in self.contents[place].cells]
        return not cells or _part(map(is_mark, cells)) >= _HALF

    # Objectives down, in columns

    def _objectives(self) -> tuple[Column, ...]:
        """The columns of objectives: those that are named, or those whose heading says most."""
        named = self.named.get(ColumnRole.OBJECTIVE)
        if named:
            return self._columns(named, ColumnRole.OBJECTIVE)
        candidates = self._candidates()
        best = max((strength for strength in candidates.values()), default=None)
        places = [place for place, strength in candidates.items() if strength is best]
        if best is Strength.COMPACT:
            places += self._also_objectives(candidates)
        if best is None or (best is Strength.NUMBER and not self._has_official_titles()):
            return self._numbered_titles()
        self._settle(places)
        return self._columns(sorted(places), ColumnRole.OBJECTIVE)

    def _numbered_titles(self) -> tuple[Column, ...]:
        """A column of titles with the numbers of their objectives before them."""
        places = [
            place
            for place, meaning in self.meanings.items()
            if meaning.role is ColumnRole.TITLE
            and self.contents[place].numbered >= _HALF
            and self.contents[place].titles >= _HALF
        ]
        return self._columns(places[:1], ColumnRole.OBJECTIVE)

    def _candidates(self) -> dict[int, Strength]:
        """The columns that may hold objectives as references, with how plainly they say so."""
        found: dict[int, Strength] = {}
        by_cells: dict[int, Strength] = {}
        for place, content in enumerate(self.contents):
            meaning = self.meanings.get(place)
            if (
                meaning
                and meaning.role is ColumnRole.OBJECTIVE
                and self._may_tell(meaning, content)
            ):
                found[place] = meaning.strength
            is_free = meaning is None or meaning.strength is Strength.NUMBER
            if is_free and not self._is_named(place) and content.named_objectives >= _HALF:
                names_compact = any(re.search(r"\b(?:gcm|pmm)", plain(c)) for c in content.cells)
                by_cells[place] = Strength.COMPACT if names_compact else Strength.NOUN
        # Cells such as "Obj. 1" need no heading, if they do not only repeat a column that has one.
        headed = [place for place, one in found.items() if one is not Strength.NUMBER]
        return found | {
            place: strength
            for place, strength in by_cells.items()
            if not headed or not self._agree([*headed, place])
        }

    def _may_tell(self, meaning: Meaning, content: _Content) -> bool:
        if meaning.strength is Strength.NUMBER:
            return content.references > _HALF and not content.numbered
        if _part(map(_is_prose, content.cells)) >= _HALF:
            return False
        # A column of words alone may be the titles, which are looked for elsewhere.
        return any(
            _BEGINS_WITH_NUMBER.match(cell)
            or kind_of(cell) in (CellKind.ERROR, CellKind.ALL)
            or self._names_by_word(cell)
            for cell in content.cells
        )

    def _names_by_word(self, cell: str) -> bool:
        """Whether a cell names an objective, as ``Objective six``, and not by its title."""
        reading = self.reader.objectives(cell)
        return bool(reading.mentions) and not reading.titles

    def _also_objectives(self, candidates: Mapping[int, Strength]) -> list[int]:
        """Columns such as ``Other objectives`` beside one that names the Compact.

        Any other column of objectives there is the plan's own, and this is said.
        """
        also = []
        for place, strength in candidates.items():
            if strength is not Strength.NOUN:
                continue
            if self.meanings.get(place) and self.meanings[place].is_one_of_several:
                also.append(place)
            else:
                self.remarks.append(
                    f"The column {shown(self.headings[place])} is not read: another names the"
                    " Compact, so that these are taken for objectives of the plan's own."
                )
        return also

    def _settle(self, places: list[int]) -> None:
        """Refuse several columns if nothing says that all of them are objectives.

        Raises:
            ObjectivesInDoubt: so it is.
        """
        if len(places) < 2 or self._are_several(places):  # noqa: PLR2004 - one is no choice
            return
        names = [shown(self.headings[place]) for place in places]
        raise ObjectivesInDoubt(
            f"Objectives may be in the column {joined(names, 'or')};"
            f" say in which: --column objective={names[0]}."
        )

    def _are_several(self, places: list[int]) -> bool:
        meanings = [self.meanings.get(place) for place in places]
        if all(meaning and meaning.strength is Strength.COMPACT for meaning in meanings):
            return True
        others = sum(bool(meaning and meaning.is_one_of_several) for meaning in meanings)
        numbered = sum(number_in(self.headings[place]) is not None for place in places)
        is_same = len({plain(self.headings[place]) for place in places}) == 1
        is_listed = is_same or max(others, numbered) >= len(places) - 1
        return is_listed or self._agree(places)

    def _agree(self, places: list[int]) -> bool:
        """Whether columns tell the same in all rows, or one of them nothing."""
        for row in self.rows[:_MOST_CELLS]:
            cells = [row[place] for place in places if place < len(row)]
            numbers = {_numbers(cell) for cell in cells if _numbers(cell)}
            if len(numbers) > 1:
                return False
        return True

    def _has_official_titles(self) -> bool:
        """Whether a column of titles holds those of the Compact, so that numbers are its too."""
        return any(
            self.contents[place].titles >= _HALF
            or (meaning.strength is Strength.COMPACT and meaning.role is ColumnRole.TITLE)
            or self._is_objective_title(place)
            for place, meaning in self.meanings.items()
        )

    def _is_objective_title(self, place: int) -> bool:
        """Whether a heading says that its column has the titles of objectives."""
        meaning = self.meanings[place]
        names = _NAMES_OBJECTIVES.search(plain(self.headings[place]))
        return meaning.role is ColumnRole.TITLE and names is not None

    # The other roles

    def _of(self, role: ColumnRole) -> tuple[Column, ...]:
        """The column of a role: the one that is named, or the plainest whose content fits."""
        if self.named.get(role):
            return self._columns(self.named[role], role)
        fitting = [
            place
            for place, meaning in self.meanings.items()
            if meaning.role is role and self._fits(role, place)
        ]
        best = max((self.meanings[place].strength for place in fitting), default=None)
        return self._columns([p for p in fitting if self.meanings[p].strength is best], role)

    def _fits(self, role: ColumnRole, place: int) -> bool:
        content = self.contents[place]
        if role is ColumnRole.ACTION:
            return not content.cells or any(map(may_list_letters, content.cells))
        if role is ColumnRole.PARAGRAPH and self.meanings[place].strength is not Strength.COMPACT:
            return _part(map(_is_gcm_paragraph, content.cells)) >= _HALF
        if role is ColumnRole.SDG:
            return any(re.search(r"\d", cell) for cell in content.cells)
        return True

    def _paragraphs(self, objectives: Sequence[Column]) -> tuple[Column, ...]:
        """The column of paragraphs, and columns of objectives with paragraphs in their cells."""
        found = self._of(ColumnRole.PARAGRAPH)
        if not objectives and found and self._strength(found[0]) is not Strength.COMPACT:
            return ()
        both = [
            column.place
            for column in objectives
            if column.objective is None and self._has_paragraphs(column.place)
        ]
        return found + self._columns(both, ColumnRole.PARAGRAPH)

    def _has_paragraphs(self, place: int) -> bool:
        return any(place < len(row) and names_paragraph(row[place]) for row in self.rows)

    def _titles(self, objectives: Sequence[Column]) -> tuple[Column, ...]:
        """The column of titles, or those of objectives that have numbers and titles in one cell."""
        both = [
            column.place
            for column in objectives
            if column.objective is None and self._has_numbered_titles(column.place)
        ]
        found = self._of(ColumnRole.TITLE) or self._headed_as_objectives(objectives)
        if not objectives and found:
            if not self._tells_titles(found[0]):
                return ()
            self._settle_titles(found[0])
        found += self._columns(both, ColumnRole.TITLE)
        return tuple(dict.fromkeys(found))

    def _settle_titles(self, titles: Column) -> None:
        """Refuse titles alone if numbers beside them could be those of the objectives.

        Raises:
            ObjectivesInDoubt: so it is.
        """
        for place, content in enumerate(self.contents):
            if place in self.meanings or self._is_named(titles.place) or self._is_named(place):
                continue
            if content.cells and content.references == 1:
                numbers = shown(self.headings[place])
                raise ObjectivesInDoubt(
                    f"Objectives may be in the column {numbers} or told by the titles in"
                    f" {shown(titles.heading)}; say in which: --column objective={numbers}."
                )

    def _has_numbered_titles(self, place: int) -> bool:
        """Whether a column of objectives has their titles too, or words of the plan's own."""
        content = self.contents[place]
        return content.numbered >= _HALF or (content.numbered > 0 and content.titles > 0)

    def _headed_as_objectives(self, objectives: Sequence[Column]) -> tuple[Column, ...]:
        """A column of words that is headed as objectives."""
        if any(column.objective is not None for column in objectives):
            return ()
        taken = [column.place for column in objectives]
        places = [
            place
            for place, meaning in self.meanings.items()
            if meaning.role is ColumnRole.OBJECTIVE
            and meaning.strength is not Strength.NUMBER
            and place not in taken
            and self.contents[place].cells
            and self.contents[place].is_wordy
        ]
        places.sort(key=lambda place: (self.meanings[place].strength, self.contents[place].titles))
        return self._columns(places[-1:], ColumnRole.TITLE)

    def _tells_titles(self, column: Column) -> bool:
        return self._is_named(column.place) or self.contents[column.place].titles > 0

    def _strength(self, column: Column) -> Strength:
        return (
            Strength.COMPACT
            if self._is_named(column.place)
            else self.meanings[column.place].strength
        )

    def _is_named(self, place: int) -> bool:
        return any(place in places for places in self.named.values())

    def _columns(self, places: Iterable[int], role: ColumnRole) -> tuple[Column, ...]:
        return tuple(Column(place, self.headings[place], role) for place in places)

    def _none_found(self) -> str:
        listed = joined([shown(heading) for heading in self.headings if heading]) or "none"
        return (
            "No column of objectives, GCM paragraphs or titles is found;"
            f" the headings are {listed}. Name one: --column objective=HEADING."
        )


def _is_gcm_paragraph(cell: str) -> bool:
    numbers = _numbers(cell)
    return bool(numbers) and all(number in _GCM_PARAGRAPHS for number in numbers)


def _is_numbered_text(cell: str) -> bool:
    is_text = kind_of(cell) is CellKind.TEXT and not is_all_references(cell)
    return is_text and bool(numbered_texts(cell))


def _is_prose(cell: str) -> bool:
    return len(cell.split()) > _MOST_WORDS and not _is_numbered_text(cell)


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(int(number[:4]) for number in re.findall(r"\d+", cell))


def _is_within_objectives(cell: str) -> bool:
    return all(number <= _LAST_OBJECTIVE for number in _numbers(cell))


def _part(held: Iterable[bool]) -> float:
    """Which part of the values is true."""
    values = list(held)
    return sum(values) / len(values) if values else 0.0
