"""Interim: plain text, in paragraphs."""

import hashlib
from pathlib import Path

from gcmilo.documents.document import Block, Document
from gcmilo.files import decoded, display_name, read_bytes
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import printable


def read_document(path: str | Path, report: ProgressCallback = no_progress) -> Document:
    """Return a plain text in paragraphs."""
    content = read_bytes(path, report)
    parts = [part for part in decoded(content, path).split("\n\n") if part.strip()]
    blocks = tuple(Block(f"line {place}", part) for place, part in enumerate(parts, 1))
    name = printable(display_name(path))
    return Document(name, "text", hashlib.sha256(content).hexdigest(), None, blocks)
