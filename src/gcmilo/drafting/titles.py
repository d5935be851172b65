"""What both kinds of drafts say of their file: its title, and what of it was not read."""

from pathlib import PurePath

from gcmilo.drafting.draft import Undecided
from gcmilo.drafting.sentences import first_words, in_one_line
from gcmilo.reader import Document


def title_of(document: Document) -> str:
    """The first heading of a document, or the name of its file."""
    first = next((in_one_line(block.text) for block in document.blocks), "")
    return first_words(first) or PurePath(document.name).stem or document.name


def not_read(document: Document) -> list[Undecided]:
    """Return what of a file was not read."""
    return [Undecided(one.place, one.text) for one in document.not_read]
