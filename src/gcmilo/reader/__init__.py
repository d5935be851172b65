"""Files of any usual form, read into blocks of prose and tables, each with its place."""

from gcmilo.reader.document import Block, Document, NotRead, Row, Table
from gcmilo.reader.read import pages_of, read_content, read_document

__all__ = [
    "Block",
    "Document",
    "NotRead",
    "Row",
    "Table",
    "pages_of",
    "read_content",
    "read_document",
]
