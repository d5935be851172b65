"""Plain text: lines, or pages where it has form feeds."""

from gcmilo.documents.layout import parts_of
from gcmilo.documents.pieces import Reading


def read_text(text: str) -> Reading:
    """Return the pieces and tables of a plain text."""
    pages = pages_of(text)
    is_paged = len(pages) > 1
    parts = parts_of(pages, is_paged=is_paged)
    return Reading(tuple(parts), pages=len(pages) if is_paged else None)


def pages_of(text: str) -> list[list[str]]:
    """Return the lines of each page; a form feed begins a page."""
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return [page.split("\n") for page in pages]
