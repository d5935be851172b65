"""What the cells of a table name."""

from gcmilo.documents import Row, Table
from gcmilo.frozen import frozen
from gcmilo.references import Mention, Scanner


@frozen
class CellMention:
    """A reference in a cell of a table. ``cell`` is the text that its characters are in."""

    row: Row
    cell: str
    mention: Mention


def cell_mentions(scanner: Scanner, table: Table) -> tuple[CellMention, ...]:
    """Return what the cells of a table name, in their order."""
    return tuple(
        CellMention(row, cell, mention)
        for row in table.rows
        for cell in row.cells
        for mention in scanner.scan(cell).mentions
    )
