"""The page of what is searched."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.page import Page, table, words
from gcmilo.output.pages.parts import drawn


@drawn.register
def _search(answer: query.SearchAnswer, source: Source, language: str) -> Page:
    rows = [(words(hit.kind), hit.ref, f"{hit.title}: {hit.snippet}", hit.command) for hit in answer.hits]
    return Page(f"Found for: {answer.query}", table("", "Kind! | Reference | What | Opened by", rows), source.symbol)
