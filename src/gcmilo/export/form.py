"""The forms of an export, and its IRIs and licence."""

import re
from collections.abc import Mapping
from enum import StrEnum

from gcmilo.frozen import frozen

BASE_IRI = "https://w3id.org/gcmilo/"
"""The start of the IRIs of the bundled data. The prefix is not registered yet."""

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
"""The licence of the bundled data."""

Exported = str | bytes | Mapping[str, str]
"""A text, the bytes of a file, or the texts of a folder's files by their names."""

# No IRI has these characters; and after a ? or # nothing could be added as a part of the path.
_BASE = re.compile(r"https?://(?!/)[^\s<>\"{}|\\^`?#\x00-\x20]+")


class ExportFormat(StrEnum):
    """The forms that a crosswalk can be exported in."""

    JSON = "json"
    SSSOM = "sssom"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    DATAPACKAGE = "datapackage"
    SQLITE = "sqlite"
    MERMAID = "mermaid"
    DOT = "dot"
    GRAPHML = "graphml"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"
    HTML = "html"

    @property
    def is_text(self) -> bool:
        """Whether it can go to stdout; the others need a file or a folder."""
        return self not in (ExportFormat.DATAPACKAGE, ExportFormat.SQLITE)


@frozen
class Publication:
    """The start of an export's IRIs, with a slash at its end, and the IRI of its licence.

    Without a licence, none is stated.
    """

    base_iri: str = BASE_IRI
    licence: str | None = CC0


def base_iri(text: str) -> str | None:
    """Return the text as the start of IRIs, with a slash at its end, None where it cannot be one.

    >>> base_iri("https://example.org/plan"), base_iri("example.org")
    ('https://example.org/plan/', None)
    """
    return f"{text.rstrip('/')}/" if _BASE.fullmatch(text) else None
