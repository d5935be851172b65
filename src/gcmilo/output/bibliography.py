"""Citations in the styles that people paste and that reference managers read."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from gcmilo.model import CitationStyle
from gcmilo.output.markdown import escaped
from gcmilo.query.citation import Citation, Cited

_TEX = re.compile(r"([&%$#_{}])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def in_style(citations: Sequence[Citation], style: CitationStyle) -> str:
    """Return the citations as one text in a style, ready to paste or to save."""
    if style is CitationStyle.CSL:
        return json.dumps([_csl(citation) for citation in citations], ensure_ascii=False, indent=2)
    return ("\n\n" if style in (CitationStyle.BIBTEX, CitationStyle.RIS) else "\n").join(
        one_in_style(citation, style) for citation in citations
    )


def one_in_style(citation: Citation, style: CitationStyle) -> str:
    """Return one citation in a style."""
    return _STYLES[style](citation)


def entry_key(citation: Citation) -> str:
    """Return the key of a citation in a bibliography: ``gcm-6l``."""
    ref = "".join(re.findall(r"[\w-]+", citation.ref.casefold()))
    return citation.document.id if ref == citation.document.id else f"{citation.document.id}-{ref}"


def _footnote(citation: Citation) -> str:
    document = citation.document
    parts = (document.author, document.title, document.symbol, document.event or document.date, citation.place)
    return ", ".join(part for part in parts if part) + "."


def _markdown(citation: Citation) -> str:
    document = citation.document
    title = f"*{escaped(document.title)}*"
    linked = f"[{title}]({document.address})" if document.address else title
    symbol = f" ({escaped(document.symbol)})" if document.symbol else ""
    place = f", {escaped(citation.place)}" if citation.place else ""
    return f"{linked}{symbol}{place}"


def _date_parts(document: Cited) -> list[int]:
    """Year, month and day, as far as a date in ISO form gives them."""
    date = document.date or ""
    return [int(part) for part in date.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else []


def _bibtex(citation: Citation) -> str:
    document = citation.document
    year, month, *_ = [*_date_parts(document), None, None]
    fields = {
        "author": f"{{{_tex(document.author)}}}" if document.author else None,
        "title": f"{{{_tex(document.title)}}}",
        "institution": _tex(document.author) if document.author else None,
        "number": _tex(document.symbol) if document.symbol else None,
        "year": str(year) if year else None,
        "url": document.address,
        "note": _tex(citation.place) if citation.place else None,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines += [f"  month = {_MONTHS[month - 1]},"] if month else []
    return "\n".join([f"@techreport{{{entry_key(citation)},", *lines, "}"])


def _tex(text: str) -> str:
    return _TEX.sub(r"\\\1", text)


def _csl(citation: Citation) -> dict[str, Any]:
    document = citation.document
    parts = _date_parts(document)
    fields = {
        "id": entry_key(citation),
        "type": "report",
        "title": document.title,
        "author": [{"literal": document.author}] if document.author else None,
        "number": document.symbol,
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": document.address,
        "note": citation.place,
    }
    return {name: value for name, value in fields.items() if value}


def _ris(citation: Citation) -> str:
    document = citation.document
    parts = _date_parts(document)
    fields = (
        ("TY", "RPRT"),
        ("ID", entry_key(citation)),
        ("AU", document.author),
        ("TI", document.title),
        ("M1", document.symbol),
        ("PY", str(parts[0]) if parts else None),
        ("DA", "/".join(f"{part:02}" for part in parts) if parts else None),
        ("UR", document.address),
        ("N1", citation.place),
    )
    return "\n".join([*(f"{tag}  - {value}" for tag, value in fields if value), "ER  - "])


_STYLES: dict[CitationStyle, Callable[[Citation], str]] = {
    CitationStyle.TEXT: lambda citation: citation.text,
    CitationStyle.FOOTNOTE: _footnote,
    CitationStyle.MARKDOWN: _markdown,
    CitationStyle.BIBTEX: _bibtex,
    CitationStyle.CSL: lambda citation: json.dumps(_csl(citation), ensure_ascii=False),
    CitationStyle.RIS: _ris,
}
