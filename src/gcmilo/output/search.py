"""How what a search finds is shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, table
from gcmilo.query.search import SearchAnswer
from gcmilo.shapes import TEXT, answer, many, maybe, record
from gcmilo.text import words

_HIT = record(kind=TEXT, ref=TEXT, title=TEXT, snippet=TEXT, command=maybe(TEXT))
_SEARCH = answer("search", query=TEXT, hits=many(_HIT))


def _page(answer: SearchAnswer, source: Source, _: str) -> Page:
    rows = [
        (words(hit.kind), hit.ref, f"{hit.title}: {hit.snippet}", hit.command)
        for hit in answer.hits
    ]
    # A title is one line, and a query may be of several.
    query = " ".join(answer.query.split())
    columns = "Kind! | Reference | What | Opened by"
    return Page(f"Found for: {query}", table("", columns, rows), source.symbol)


FORMS = {SearchAnswer: Forms(_SEARCH, _page, "hits")}
