"""Answers as pages, for tables on a terminal, in a pipe, in Markdown and in HTML."""

from gcmilo.model import Source
from gcmilo.output.families import register_family
from gcmilo.output.page import Page
from gcmilo.output.pages.parts import drawn

__all__ = ["to_page"]


def to_page(answer: object, source: Source, language: str) -> Page:
    """Return an answer as a page, titles in one of the languages en, fr and es."""
    register_family(__name__, answer)
    return drawn(answer, source, language)
