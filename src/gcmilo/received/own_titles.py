"""Whose titles a table has, the Compact's or its plan's own, and in which language."""

from gcmilo.model import ColumnRole
from gcmilo.received.columns import Column
from gcmilo.received.rows import ReadTable
from gcmilo.received.titles import TitleMatch, language_of, plain

_HALF = 0.5
_NOUNS = {"objective": "en", "objectif": "fr", "objetivo": "es", "obj": "en"}
"""The beginnings of nouns in headings, which show the language where no title does."""


class OwnTitles:
    """The columns of titles of a table that are mostly not the Compact's.

    They are the plan's own, or in a language that is not known, and are not compared.
    """

    def __init__(self, table: ReadTable) -> None:
        self.matches: dict[Column, list[TitleMatch]] = {
            column: [] for column in table.columns.columns if column.role is ColumnRole.TITLE
        }
        for row in table.rows:
            for cell in row.cells:
                if cell.column in self.matches and not cell.goes_on:
                    self.matches[cell.column] += [match for _, match in cell.reading.titles]
        self.columns = {column for column, found in self.matches.items() if _are_own(found)}
        self.language = self._language(table)
        """The language of the table: en, fr or es."""
        same = [match for found in self.matches.values() for match in found if match.same]
        self.are_full = 2 * sum(match.is_full for match in same) >= len(same)
        """Whether most titles are full ones, and not short labels."""

    def are_in(self, column: Column) -> bool:
        """Return whether the titles of a column are mostly not the Compact's."""
        return column in self.columns

    def _language(self, table: ReadTable) -> str:
        found = [
            match
            for column, matches in self.matches.items()
            if column not in self.columns
            for match in matches
        ]
        by_titles = language_of(found)
        if by_titles:
            return by_titles
        words = plain(" ".join(table.layout.headings)).split()
        spoken = [_NOUNS[word.rstrip("s")] for word in words if word.rstrip("s") in _NOUNS]
        return spoken[0] if spoken else "en"


def _are_own(matches: list[TitleMatch]) -> bool:
    same = sum(match.same is not None for match in matches)
    return bool(matches) and same < _HALF * len(matches)
