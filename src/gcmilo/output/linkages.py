"""How linkages are shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, table
from gcmilo.output.parts import said, where
from gcmilo.query.linkages import LinkagesAnswer
from gcmilo.shapes import LINKAGES, answer


def _page(answer: LinkagesAnswer, source: Source, _: str) -> Page:
    head, places = where([link.at for link in answer.linkages], "Para.!")
    rows = [
        (link.subject, link.plan_point or "-", place, link.basis, said(link))
        for link, place in zip(answer.linkages, places, strict=True)
    ]
    columns = f"Linked! | Point! | {head} | Basis! | What is said"
    return Page("Linkages", table("", columns, rows), source.symbol)


FORMS = {LinkagesAnswer: Forms(answer("linkages", linkages=LINKAGES), _page, "linkages")}
