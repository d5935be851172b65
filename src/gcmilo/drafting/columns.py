"""The columns of a plan's own in a table: its points, their subjects, statuses and notes."""

import re
from collections.abc import Iterable, Mapping, Sequence

from gcmilo.drafting import words
from gcmilo.drafting.labels import labels_of_cell
from gcmilo.drafting.statuses import status_of
from gcmilo.errors import InputError
from gcmilo.frozen import frozen
from gcmilo.model import OwnRole
from gcmilo.received.titles import plain
from gcmilo.text import closest, fold, shown

_MOST = 0.6
"""The share of a column's cells that shows what it holds."""
_FEWEST_WORDS = 2
_LABEL_HEADINGS = frozenset(
    "no nr n o num numero number ref reference code codigo id label etiquette etiqueta".split()  # noqa: SIM905
)
_SUBJECT_HEADINGS = frozenset(
    """
    subject title titre titulo name nom nombre description descripcion intitule text texte texto
    desc what sujet asunto
    """.split()  # noqa: SIM905 - as above
)
_STATUS_HEADINGS = frozenset(
    """
    status state statut etat estado coverage covered addressed couverture cobertura
    traite tratado plan
    """.split()  # noqa: SIM905 - as above
)
_NOTE_HEADINGS = frozenset(
    """
    note notes remark remarks comment comments commentaire commentaires remarque remarques
    nota notas comentario comentarios observaciones observations
    """.split()  # noqa: SIM905 - as above
)


@frozen
class OwnColumns:
    """Where the columns of a plan's own are, each None where there is none."""

    point: int | None = None
    subject: int | None = None
    status: int | None = None
    note: int | None = None


def find_own_columns(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    taken: Iterable[int],
    named: Mapping[OwnRole, str],
) -> OwnColumns:
    """Return the columns of a plan's own beside those that are ``taken`` by the Compact.

    Raises:
        InputError: a column that was named is not there.
    """
    finder = _Finder(headings, rows, [*taken])
    places = {role: finder.place_of(heading) for role, heading in named.items()}
    finder.taken += places.values()
    for role, find in (
        (OwnRole.POINT, finder.points),
        (OwnRole.STATUS, finder.statuses),
        (OwnRole.NOTE, finder.notes),
        (OwnRole.SUBJECT, finder.subjects),
    ):
        found = places.get(role)
        if found is None:
            found = find()
        if found is not None:
            places[role] = found
            finder.taken.append(found)
    return OwnColumns(**{role.value: place for role, place in places.items()})


class _Finder:
    """The headings and cells of one table."""

    def __init__(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], taken: list[int]
    ) -> None:
        self.headings = headings
        self.rows = rows
        self.taken = taken

    def place_of(self, name: str) -> int:
        """Return the place of a column that a person named."""
        plains = [plain(heading) for heading in self.headings]
        if plain(name) in plains:
            return plains.index(plain(name))
        close = closest(name, [heading for heading in self.headings if heading])
        hint = f"; did you mean {shown(close)}?" if close else "."
        raise InputError(f"There is no column {shown(name)}{hint}")

    def points(self) -> int | None:
        """Return the column of labels: by the noun of its heading, or as a running number."""
        by_noun = self._headed(words.KNOWN_NOUNS)
        candidates = [*by_noun, *self._headed(_LABEL_HEADINGS), *self._without_heading()]
        return next((place for place in candidates if self._are_labels(place)), None)

    def statuses(self) -> int | None:
        """Return the column of statuses, by its heading or by its cells."""
        headed = self._headed(_STATUS_HEADINGS)
        by_cells = [place for place in self._free() if self._are_statuses(place)]
        return next(iter([*by_cells, *headed]), None)

    def notes(self) -> int | None:
        """Return the column of notes, by its heading."""
        return next(iter(self._headed(_NOTE_HEADINGS)), None)

    def subjects(self) -> int | None:
        """Return the column that tells what a row is about: by its heading, or the wordiest."""
        headed = [*self._headed(words.KNOWN_NOUNS), *self._headed(_SUBJECT_HEADINGS)]
        worded = [place for place in headed if self._wordiness(place)]
        others = sorted(self._free(), key=self._wordiness, reverse=True)
        best = [place for place in others if self._wordiness(place) >= _FEWEST_WORDS]
        return next(iter([*worded, *best]), None)

    def _free(self) -> list[int]:
        return [place for place in range(len(self.headings)) if place not in self.taken]

    def _headed(self, nouns: frozenset[str]) -> list[int]:
        return [place for place in self._free() if _words(self.headings[place]) & nouns]

    def _without_heading(self) -> list[int]:
        return [place for place in self._free() if not self.headings[place].strip()]

    def _cells(self, place: int) -> list[str]:
        cells = [row[place].strip() if place < len(row) else "" for row in self.rows]
        return [cell for cell in cells if re.search(r"\w", cell)]

    def _are_labels(self, place: int) -> bool:
        """Whether most cells are labels, and no label alone stands in many rows."""
        cells = self._cells(place)
        labels = [cell for cell in cells if labels_of_cell(cell)]
        is_varied = len(set(labels)) > len(labels) / 2
        return bool(cells) and len(labels) >= _MOST * len(cells) and is_varied

    def _are_statuses(self, place: int) -> bool:
        cells = self._cells(place)
        return bool(cells) and all(map(status_of, cells))

    def _wordiness(self, place: int) -> float:
        """How many words its cells have, 0 for cells of numbers."""
        cells = self._cells(place)
        worded = [cell for cell in cells if re.search(r"[^\W\d_]{3}", cell)]
        if len(worded) < _MOST * len(cells) or not cells:
            return 0
        return sum(len(cell.split()) for cell in cells) / len(cells)


def _words(heading: str) -> set[str]:
    found = re.findall(r"[^\W\d_]+", fold(heading.replace("’", "'")))
    return {form for word in found for form in (word, word.removesuffix("s"), _without_es(word))}


def _without_es(word: str) -> str:
    return word.removesuffix("es")
