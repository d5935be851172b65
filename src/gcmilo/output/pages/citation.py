"""The page of citations."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.bibliography import in_style
from gcmilo.output.page import Page, Verbatim
from gcmilo.output.pages.parts import drawn


@drawn.register
def _cite(answer: query.CiteAnswer, source: Source, language: str) -> Page:
    return Page(None, (Verbatim(in_style(answer.citations, answer.style)),), None)
