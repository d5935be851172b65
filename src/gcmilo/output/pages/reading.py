"""The page of what references resolve to."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.page import Page, table, words
from gcmilo.output.pages.parts import drawn


@drawn.register
def _resolve(answer: query.ResolveAnswer, source: Source, language: str) -> Page:
    rows = [
        (reference.matched, *reading)
        for reference in answer.references
        for reading in [(words(r.kind), r.ref, r.title) for r in reference.readings] or [("nothing", "", "")]
    ]
    return Page("References", table("", "Written! | Kind! | Reference! | Title", rows), source.symbol)
