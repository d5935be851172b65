"""Plain text: lines, or pages where it has form feeds."""

from gcmilo.errors import InputError
from gcmilo.reader.layout import parts_of
from gcmilo.reader.limits import MOST_LINES
from gcmilo.reader.lines import Line
from gcmilo.reader.pieces import Reading
from gcmilo.text import shown


def read_text(text: str, name: str) -> Reading:
    """Return the pieces and tables of a plain text.

    Raises:
        InputError: it is longer than any paper.
    """
    if text.count("\n") + text.count("\f") > MOST_LINES:
        raise InputError(f"{shown(name)} has more than {MOST_LINES:,} lines.")
    pages = pages_of(text)
    is_paged = len(pages) > 1
    parts = parts_of(pages, is_paged=is_paged)
    return Reading(tuple(parts), pages=len(pages) if is_paged else None)


def pages_of(text: str) -> list[list[Line]]:
    """Return the lines of each page; a form feed begins a page."""
    texts = text.split("\f")
    if len(texts) > 1 and not texts[-1].strip():
        texts.pop()
    pages: list[list[Line]] = []
    number = 1
    for page, page_text in enumerate(texts, 1):
        lines = page_text.split("\n")
        pages.append(
            [
                Line(line.expandtabs().rstrip(), number + at, page, float(at))
                for at, line in enumerate(lines)
            ]
        )
        number += len(lines) - 1  # a form feed ends no line
    return pages
