"""How citations are shown."""

from gcmilo.model import CitationStyle, Source
from gcmilo.output.bibliography import in_style, one_in_style
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, Verbatim
from gcmilo.query.cite import CiteAnswer
from gcmilo.shapes import TEXT, answer, many, record, word_of

# The style is the answer's, so that each citation is read in a pair with it.
_CITATION = record(
    ref=TEXT.of(lambda pair: pair[0].ref), text=TEXT.of(lambda pair: one_in_style(*pair))
)
_CITE = answer(
    "cite",
    style=word_of(CitationStyle),
    citations=many(_CITATION).of(
        lambda cited: [(citation, cited.style) for citation in cited.citations]
    ),
)


def _page(answer: CiteAnswer, _: Source, __: str) -> Page:
    return Page(None, (Verbatim(in_style(answer.citations, answer.style)),), None)


FORMS = {CiteAnswer: Forms(_CITE, _page, "citations")}
