"""A table that a user received: its references and titles checked against the Compact."""

from gcmilo.received.check import TableCheck, check_table
from gcmilo.received.read import ReceivedTable, read_table

__all__ = ["ReceivedTable", "TableCheck", "check_table", "read_table"]
