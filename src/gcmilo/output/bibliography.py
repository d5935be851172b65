"""Citations in the styles that people paste and that reference managers read."""

import json
from collections.abc import Callable, Sequence

from gcmilo.bibliography import bibtex, csl, csl_item, ris
from gcmilo.dates import spoken
from gcmilo.model import CitationStyle
from gcmilo.output.markdown import escaped
from gcmilo.query.cite import Citation, Cited


def in_style(citations: Sequence[Citation], style: CitationStyle) -> str:
    """Return the citations as one text in a style, ready to paste or to save."""
    # Items of CSL-JSON one after another would be no JSON: they are one list.
    if style is CitationStyle.CSL:
        return csl(citations)
    between = "\n\n" if style in (CitationStyle.BIBTEX, CitationStyle.RIS) else "\n"
    return between.join(one_in_style(citation, style) for citation in citations)


def one_in_style(citation: Citation, style: CitationStyle) -> str:
    """Return one citation in a style; in CSL-JSON it is an object, not a list of one."""
    return _STYLES[style](citation)


def in_full(document: Cited, place: str | None = None) -> str:
    """Return a document, and a place in it, as a footnote or a list of references gives them."""
    # The event at which a document was given has its date in it.
    date = document.event
    if not date and document.date:
        date = spoken(document.date)
    parts = (document.author, document.title, document.symbol, date, place)
    return f"{', '.join(part for part in parts if part)}."


def _markdown(citation: Citation) -> str:
    document = citation.document
    title = f"*{escaped(document.title)}*"
    linked = f"[{title}]({document.address})" if document.address else title
    symbol = f" ({escaped(document.symbol)})" if document.symbol else ""
    place = f", {escaped(citation.place)}" if citation.place else ""
    return f"{linked}{symbol}{place}"


_STYLES: dict[CitationStyle, Callable[[Citation], str]] = {
    CitationStyle.TEXT: lambda citation: citation.text,
    CitationStyle.FOOTNOTE: lambda citation: in_full(citation.document, citation.place),
    CitationStyle.MARKDOWN: _markdown,
    CitationStyle.BIBTEX: bibtex,
    CitationStyle.CSL: lambda citation: json.dumps(csl_item(citation), ensure_ascii=False),
    CitationStyle.RIS: ris,
}
