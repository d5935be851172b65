"""How linkages are shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, table
from gcmilo.output.parts import LINKAGE_COLUMNS, said
from gcmilo.query.linkages import LinkagesAnswer
from gcmilo.shapes import LINKAGES, answer


def _page(answer: LinkagesAnswer, source: Source, _: str) -> Page:
    rows = [
        (link.subject, link.plan_point or "-", link.paragraph, link.basis, said(link))
        for link in answer.linkages
    ]
    return Page("Linkages", table("", LINKAGE_COLUMNS, rows), source.symbol)


FORMS = {LinkagesAnswer: Forms(answer("linkages", linkages=LINKAGES), _page, "linkages")}
