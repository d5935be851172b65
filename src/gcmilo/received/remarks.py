"""What is to be said of a table as a whole, and of what in it was not read."""

import re
from collections.abc import Callable, Iterator

from gcmilo.crosswalk import Crosswalk
from gcmilo.model import ColumnRole
from gcmilo.reader import Document
from gcmilo.received.cells import CellKind, is_mark, names_sdg
from gcmilo.received.columns import Column
from gcmilo.received.layout import PassedOver
from gcmilo.received.own_titles import OwnTitles
from gcmilo.received.rows import ReadCell, ReadRow, ReadTable, text_of
from gcmilo.references import RefKind
from gcmilo.refs import ObjectiveRef
from gcmilo.text import joined, shown

_MOST_PLACES = 10
"""How many places a remark names."""
_HALF = 0.5
_ALL_TARGETS = "ALL"


def passed_over_of(document: Document, table: ReadTable) -> tuple[PassedOver, ...]:
    """Return the rows, and parts of cells, that were not read, in the order of the table.

    What the reader of the file says of rows of this table is a problem, and is not here.
    """
    order = {row.place: place for place, row in enumerate(table.table.rows)}
    found = [PassedOver(one.place, one.text) for one in document.not_read]
    found = [one for one in found if one.place not in order]
    found += table.passed_over
    in_words = {column for column in table.columns.columns if _is_mostly_words(table, column)}
    titles = [one.place for one in table.columns.columns if one.role is ColumnRole.TITLE]
    in_words |= {column for column in table.columns.columns if column.place in titles}
    for row in table.rows:
        found += _unread(row, in_words)
    return tuple(sorted(found, key=lambda one: order.get(one.place, len(order))))


def _unread(row: ReadRow, in_words: set[Column]) -> Iterator[PassedOver]:
    """What was not read of a row, but for words of which something is said for the whole column."""
    if not row.mentions and not any(_is_problem(cell) for cell in row.cells):
        words = " | ".join(dict.fromkeys(cell for cell in row.row.cells if cell))
        yield PassedOver(row.row.place, f"no reference: {shown(words)}")
        return
    for cell in row.cells:
        if cell.goes_on or cell.column in in_words:
            continue
        if cell.reading.mentions or cell.column.role is ColumnRole.ACTION:
            for text in cell.reading.unread:
                is_number = re.search(r"\d", text) and not names_sdg(text)
                if is_number and cell.column.role is not ColumnRole.ACTION:
                    continue  # a problem
                yield PassedOver(row.row.place, f"{cell.column.heading}: {shown(text)}")


def _is_problem(cell: ReadCell) -> bool:
    """Whether something is said of a cell elsewhere, though it names nothing."""
    if cell.column.role is ColumnRole.ACTION:
        return False
    kinds = (CellKind.ERROR, CellKind.DATE, CellKind.AS_ABOVE)
    return cell.reading.kind in kinds or bool(cell.reading.unread)


def _is_mostly_words(table: ReadTable, column: Column) -> bool:
    """Whether most cells of a column of actions are words, and only some are letters."""
    if column.role is not ColumnRole.ACTION:
        return False
    cells = [cell for row in table.rows for cell in row.cells if cell.column == column]
    filled = [cell for cell in cells if cell.text]
    in_words = [cell for cell in filled if cell.reading.unread]
    return len(in_words) > _HALF * len(filled)


def remarks_of(crosswalk: Crosswalk, table: ReadTable, own_titles: OwnTitles) -> Iterator[str]:
    """Yield what is to be said of a table as a whole."""
    for column in table.columns.columns:
        if own_titles.are_in(column):
            matches = own_titles.matches[column]
            same = sum(match.same is not None for match in matches)
            yield (
                f"The titles in {shown(column.heading)} are not those of the Compact in English,"
                f" French or Spanish ({same} of {len(matches)} are), and were not compared."
            )
        if _is_mostly_words(table, column):
            yield f"The column {shown(column.heading)} is in words; only letters in it were read."
    yield from _said_of(table, "Hidden, and read all the same", lambda row: row.row.is_hidden)
    yield from _said_of(table, "Blank, and read as going on from the row above", _has_blank)
    yield from _said_of(table, "About all objectives, so that none is untouched", _has_all)
    yield from _odd_marks(table)
    yield from _targets(crosswalk, table)


def _said_of(table: ReadTable, what: str, holds: Callable[[ReadRow], bool]) -> Iterator[str]:
    """Yield a sentence with the places of the rows of which something holds, if there are any."""
    places = [row.row.place.rpartition(", ")[2] for row in table.rows if holds(row)]
    if places:
        yield f"{what}: {_some(places)}."


def _some(places: list[str]) -> str:
    more = len(places) - _MOST_PLACES
    return joined(places[:_MOST_PLACES] + ([f"{more} more"] if more > 0 else []))


def _has_blank(row: ReadRow) -> bool:
    return any(cell.goes_on and not text_of(row.row, cell.column) for cell in row.cells)


def _has_all(row: ReadRow) -> bool:
    return any(cell.reading.kind is CellKind.ALL and not cell.goes_on for cell in row.cells)


def _odd_marks(table: ReadTable) -> Iterator[str]:
    """Yield a sentence about marks of a matrix that may mean something else than yes."""
    across = [column for column in table.columns.columns if column.objective is not None]
    marks: dict[str, None] = {}
    for row in table.rows:
        texts = [text_of(row.row, column) for column in across]
        marks |= dict.fromkeys(text for text in texts if not is_mark(text))
    if marks:
        listed = joined([shown(mark) for mark in list(marks)[:_MOST_PLACES]], "or")
        yield f"Every cell that is not blank, 0 or no was taken for a mark, also {listed}."


def _targets(crosswalk: Crosswalk, table: ReadTable) -> Iterator[str]:
    """Yield a sentence about SDG targets that are not listed for the objective of their row."""
    odd = []
    for row in table.rows:
        listed: set[str] = set()
        for number in row.objectives:
            if crosswalk.has(ObjectiveRef(number)):
                listed |= set(crosswalk.objective(ObjectiveRef(number)).sdg_targets)
        targets = [one for one in _targets_in(row) if not _is_listed(one, listed)]
        if listed and targets:
            odd.append(f"{row.row.place.rpartition(', ')[2]} ({', '.join(targets)})")
    if odd:
        yield f"SDG targets that are not listed for the objective of their row: {_some(odd)}."


def _targets_in(row: ReadRow) -> list[str]:
    return [
        str(named.ref)
        for cell in row.cells
        for mention in cell.reading.mentions
        for named in mention.readings[:1]
        if named.kind is RefKind.SDG_TARGET
    ]


def _is_listed(target: str, listed: set[str]) -> bool:
    """Whether a target is among those listed, or a goal has one among them."""
    is_goal = "." not in target and any(one.startswith(f"{target}.") for one in listed)
    return _ALL_TARGETS in listed or target in listed or is_goal
