"""The bibliography: the source, the Compact, the plan, and every document that the source cites."""

from gcmilo.bibliography import bibtex, csl, ris
from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.query.cite import bibliography


def write_csl(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the bibliography as CSL-JSON."""
    return csl(bibliography(crosswalk)) + "\n"


def write_bibtex(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the bibliography as BibTeX."""
    return _entries([bibtex(citation) for citation in bibliography(crosswalk)])


def write_ris(crosswalk: Crosswalk, _: Publication) -> str:
    """Return the bibliography as RIS."""
    return _entries([ris(citation) for citation in bibliography(crosswalk)])


def _entries(entries: list[str]) -> str:
    return "\n\n".join(entries) + "\n"
