"""Citations as reference managers read them: CSL-JSON, BibTeX and RIS."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from gcmilo.dates import MONTHS
from gcmilo.query.cite import Citation, Cited

_TEX = {sign: f"\\{sign}" for sign in "&%$#_"} | {
    "{": r"\textbraceleft{}",  # a quoted brace would still count where readers look for the end of a field
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"


def entry_key(citation: Citation) -> str:
    """Return the key of a citation in a bibliography: ``gcm-6l``, and ``plan-1-1`` for 1.1, to tell it from 11."""
    apart = re.sub(r"(?<=\d)[^\w-]+(?=\d)", "-", citation.ref.casefold())
    ref = "".join(re.findall(r"[\w-]+", apart))
    return citation.document.id if ref == citation.document.id else f"{citation.document.id}-{ref}"


def csl(citations: Sequence[Citation]) -> str:
    """Return the citations as one CSL-JSON list."""
    return json.dumps([csl_item(citation) for citation in citations], ensure_ascii=False, indent=2)


def csl_item(citation: Citation) -> dict[str, Any]:
    """Return a citation as an item of CSL-JSON."""
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


def bibtex(citation: Citation) -> str:
    """Return a citation as an entry of BibTeX."""
    document = citation.document
    year, month, *_ = [*_date_parts(document), None, None]
    fields = {
        "author": f"{{{_tex(document.author)}}}" if document.author else None,
        "title": f"{{{_tex(document.title)}}}",
        "institution": _tex(document.author) if document.author else None,
        "number": _tex(document.symbol) if document.symbol else None,
        "year": str(year) if year else None,
        "url": document.address and quote(document.address, safe=_IN_ADDRESSES),
        "note": _tex(citation.place) if citation.place else None,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines += [f"  month = {MONTHS[month - 1][:3].lower()},"] if month else []
    return "\n".join([f"@techreport{{{entry_key(citation)},", *lines, "}"])


def ris(citation: Citation) -> str:
    """Return a citation as a record of RIS."""
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


def _date_parts(document: Cited) -> list[int]:
    """Year, month and day, as far as a date in ISO form gives them; nothing where no calendar has it."""
    text = document.date or ""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return []
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return []
    return [int(part) for part in text.split("-")]


def _tex(text: str) -> str:
    """The text with every character quoted that TeX takes for its own."""
    return "".join(_TEX.get(character, character) for character in text)
