"""Files of any usual form, read into blocks of prose and tables, each with its place."""

from gcmilo.documents.document import Block, Document, NotRead, Row, Table

__all__ = ["Block", "Document", "NotRead", "Row", "Table"]
