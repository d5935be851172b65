"""Citations as reference managers read them: CSL-JSON, BibTeX and RIS."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from gcmilo.dates import MONTHS
from gcmilo.query.cite import Citation, Cited

_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        # Readers count braces for the end of a field, even those that are escaped with a backslash.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# All else is percent-encoded, so that spaces and braces do not break an entry.
_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"


def entry_key(citation: Citation) -> str:
    """Return the key of a citation in a bibliography: ``gcm-6l``.

    A hyphen keeps numbers apart: the key of plan point 1.1 is ``plan-1-1``, that of 11 ``plan-11``.
    """
    apart = re.sub(r"(?<=\d)[^\w-]+(?=\d)", "-", citation.ref.casefold())
    ref = re.sub(r"[^\w-]", "", apart)
    document = citation.document.id
    return document if ref == document else f"{document}-{ref}"


def csl(citations: Sequence[Citation]) -> str:
    """Return the citations as one CSL-JSON list."""
    items = [csl_item(citation) for citation in citations]
    return json.dumps(items, ensure_ascii=False, indent=2)


def csl_item(citation: Citation) -> dict[str, Any]:
    """Return a citation as an item of CSL-JSON, without the fields that have no value."""
    document = citation.document
    parts = _date_parts(document)
    fields = {
        "id": entry_key(citation),
        "type": "report",
        "title": document.title,
        # A literal name is not split into given and family name: the authors are organisations.
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
    author, parts = _tex(document.author), _date_parts(document)
    fields = {
        # In a second pair of braces, an author is one name, and a title keeps its capitals.
        "author": f"{{{author}}}" if author else "",
        "title": f"{{{_tex(document.title)}}}",
        "institution": author,
        "number": _tex(document.symbol),
        "year": str(parts[0]) if parts else "",
        "url": quote(document.address or "", safe=_IN_ADDRESSES),
        "note": _tex(citation.place),
    }
    lines = [f"@techreport{{{entry_key(citation)},"]
    lines += [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if len(parts) > 1:
        month = MONTHS[parts[1] - 1]
        lines.append(f"  month = {month[:3].lower()},")
    return "\n".join([*lines, "}"])


def ris(citation: Citation) -> str:
    """Return a citation as a record of RIS."""
    document = citation.document
    parts = _date_parts(document)
    fields = {
        "TY": "RPRT",
        "ID": entry_key(citation),
        "AU": document.author,
        "TI": document.title,
        "M1": document.symbol,
        "PY": str(parts[0]) if parts else "",
        "DA": "/".join(f"{part:02}" for part in parts),
        "UR": document.address,
        "N1": citation.place,
    }
    # The space after the hyphen of ER is part of the format.
    lines = [f"{tag}  - {value}" for tag, value in fields.items() if value]
    return "\n".join([*lines, "ER  - "])


def _date_parts(document: Cited) -> list[int]:
    """Year, month and day, as far as an ISO date gives them; empty where no calendar has it."""
    text = document.date or ""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return []
    first_day = f"{text}-01-01"[: len("2018-12-19")]
    try:
        date.fromisoformat(first_day)
    except ValueError:
        return []
    return [int(part) for part in text.split("-")]


def _tex(text: str | None) -> str:
    """The text with every character escaped that means something to TeX, empty for None."""
    return (text or "").translate(_TEX)
