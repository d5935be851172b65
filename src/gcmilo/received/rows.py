"""What the cells of a table name."""

from gcmilo.documents import Row, Table
from gcmilo.frozen import frozen
from gcmilo.references import Mention, Scanner


@frozen
class CellMention:
    """A mention in a cell: the row, the index of the cell in it, and the mention in its text."""

    row: Row
    cell: int
    mention: Mention


def cell_mentions(scanner: Scanner, table: Table) -> tuple[CellMention, ...]:
    """Return what the cells of a table name, in their order."""
    return tuple(
        CellMention(row, index, mention)
        for row in table.rows
        for index, cell in enumerate(row.cells)
        for mention in scanner.scan(cell).mentions
    )
