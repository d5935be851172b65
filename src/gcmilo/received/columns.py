"""Which columns of a table hold objectives, actions, paragraphs of the Compact, and titles."""

from collections.abc import Mapping, Sequence

from gcmilo.errors import InputError
from gcmilo.model import ColumnRole
from gcmilo.received.read import ReceivedTable
from gcmilo.text import fold, joined, nearest, shown

_HEADINGS: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.OBJECTIVE: (
        *("gcm objective", "gcm objectives", "objective number", "objective no"),
        *("objective", "objectives", "obj"),
        *("numero de l'objectif", "objectif n", "objectif", "objectifs"),
        *("numero del objetivo", "objetivo n", "objetivo", "objetivos"),
        *("number", "no", "nr", "numero", "num", "n"),
    ),
    ColumnRole.ACTION: (
        *("action", "actions", "letter", "letters", "mesure", "mesures", "lettre", "lettres"),
        *("accion", "acciones", "letra", "letras"),
    ),
    ColumnRole.PARAGRAPH: (
        *("gcm paragraph", "gcm paragraphs", "gcm para"),
        *("paragraph of the compact", "paragraph", "para"),
        *("paragraphe du pacte", "paragraphe", "parrafo del pacto", "parrafo"),
    ),
    ColumnRole.TITLE: (
        *("gcm objective title", "objective title", "title"),
        *("titre de l'objectif", "titre", "intitule", "titulo del objetivo", "titulo"),
    ),
}
"""The headings of each role, folded, in three languages, the most specific first."""


def find_columns(table: ReceivedTable, named: Mapping[ColumnRole, str]) -> dict[ColumnRole, int]:
    """Return the place of each role's column, from 0, found by its heading or named.

    A column headed as objectives that holds words, not numbers, holds titles.

    Raises:
        InputError: a column that was named is not there, or no column gives objectives.
    """
    plain = [_plain(heading) for heading in table.headings]
    found = {role: _place_of(name, table.headings, plain) for role, name in named.items()}
    # Titles first: what is headed as objectives holds titles only if no other column does.
    for role in (ColumnRole.TITLE, ColumnRole.OBJECTIVE, ColumnRole.ACTION, ColumnRole.PARAGRAPH):
        for heading in _HEADINGS[role]:
            place = plain.index(heading) if heading in plain else None
            if place is None or place in found.values() or role in found:
                continue
            may_be_titles = role is ColumnRole.OBJECTIVE and ColumnRole.TITLE not in found
            if may_be_titles and _is_wordy(table, place):
                found[ColumnRole.TITLE] = place
            else:
                found[role] = place
    if not found.keys() & {ColumnRole.OBJECTIVE, ColumnRole.PARAGRAPH, ColumnRole.TITLE}:
        listed = joined([shown(heading) for heading in table.headings if heading]) or "none"
        raise InputError(
            "No column of objectives, GCM paragraphs or titles is found;"
            f" the headings are {listed}. Name one: --column objective=HEADING."
        )
    return found


def _is_wordy(table: ReceivedTable, place: int) -> bool:
    """Whether more than half of a column's cells have no digit."""
    cells = [row.cells[place] for row in table.rows if place < len(row.cells) and row.cells[place]]
    wordy = [cell for cell in cells if not any(map(str.isdigit, cell))]
    return len(wordy) > len(cells) / 2


def _place_of(name: str, headings: Sequence[str], plain: Sequence[str]) -> int:
    if _plain(name) in plain:
        return plain.index(_plain(name))
    close = nearest(name, [heading for heading in headings if heading])
    hint = f"; did you mean {shown(close[0])}?" if close else "."
    raise InputError(f"There is no column {shown(name)}{hint}")


def _plain(heading: str) -> str:
    """A heading, folded, with a space for all but letters, digits and apostrophes."""
    folded = fold(heading.replace("’", "'"))
    characters = [c if c.isalnum() or c == "'" else " " for c in folded]
    return " ".join("".join(characters).split())
