"""A table that a user received: its references and titles checked against the Compact."""

from gcmilo.received.check import TableCheck, check_table
from gcmilo.received.rows import CellMention, cell_mentions

__all__ = ["CellMention", "TableCheck", "cell_mentions", "check_table"]
