"""Files of any usual form, read into blocks of prose and tables, each with its place."""

from gcmilo.documents.document import Block, Document, NotRead, Row, Table
from gcmilo.documents.read import pages_of, read_content, read_document

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
