"""Which columns of a table hold objectives, actions, paragraphs of the Compact, and titles."""

from collections.abc import Mapping, Sequence

from gcmilo.errors import InputError
from gcmilo.model import ColumnRole
from gcmilo.received.read import ReceivedTable
from gcmilo.text import fold, joined, nearest, shown

_HEADINGS: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.OBJECTIVE: (
        *("gcm objective", "gcm objectives", "objective number", "objective no", "objective", "objectives", "obj"),
        *("numero de l'objectif", "objectif n", "objectif", "objectifs"),
        *("numero del objetivo", "objetivo n", "objetivo", "objetivos"),
        *("number", "no", "nr", "numero", "num", "n"),
    ),
    ColumnRole.ACTION: (
        *("action", "actions", "letter", "letters", "mesure", "mesures", "lettre", "lettres"),
        *("accion", "acciones", "letra", "letras"),
    ),
    ColumnRole.PARAGRAPH: (
        *("gcm paragraph", "gcm paragraphs", "gcm para", "paragraph of the compact", "paragraph", "para"),
        *("paragraphe du pacte", "paragraphe", "parrafo del pacto", "parrafo"),
    ),
    ColumnRole.TITLE: (
        *("gcm objective title", "objective title", "title", "titre de l'objectif", "titre", "intitule"),
        *("titulo del objetivo", "titulo"),
    ),
}
"""The headings of each role, folded, the most telling first."""


def find_columns(table: ReceivedTable, named: Mapping[ColumnRole, str]) -> dict[ColumnRole, int]:
    """Return the place of each role's column, found by its heading or named.

    A column headed as objectives that holds words, not numbers, holds titles.

    Raises:
        InputError: a column that was named is not there, or no column tells objectives.
    """
    plain = [_plain(heading) for heading in table.headings]
    found = {role: _place_of(name, table.headings, plain) for role, name in named.items()}
    for role in (ColumnRole.TITLE, ColumnRole.OBJECTIVE, ColumnRole.ACTION, ColumnRole.PARAGRAPH):
        for heading in _HEADINGS[role]:
            place = plain.index(heading) if heading in plain else None
            if role not in found and place is not None and place not in found.values():
                wordy = role is ColumnRole.OBJECTIVE and ColumnRole.TITLE not in found and _is_wordy(table, place)
                found[ColumnRole.TITLE if wordy else role] = place
    if not found.keys() & {ColumnRole.OBJECTIVE, ColumnRole.PARAGRAPH, ColumnRole.TITLE}:
        listed = joined([shown(heading) for heading in table.headings if heading]) or "none"
        raise InputError(
            f"No column of objectives, GCM paragraphs or titles is found; the headings are {listed}."
            " Name one: --column objective=HEADING."
        )
    return found


def _is_wordy(table: ReceivedTable, place: int) -> bool:
    cells = [row.cells[place] for row in table.rows if place < len(row.cells) and row.cells[place]]
    return sum(not any(c.isdigit() for c in cell) for cell in cells) * 2 > len(cells)


def _place_of(name: str, headings: Sequence[str], plain: Sequence[str]) -> int:
    if _plain(name) in plain:
        return plain.index(_plain(name))
    close = nearest(name, [heading for heading in headings if heading])
    hint = f"; did you mean {shown(close[0])}?" if close else "."
    raise InputError(f"There is no column {shown(name)}{hint}")


def _plain(heading: str) -> str:
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in fold(heading.replace("’", "'"))).split())
