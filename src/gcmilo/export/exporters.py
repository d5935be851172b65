"""The exporter of every form. Imported when something is exported, and not before."""

from collections.abc import Callable

from gcmilo.bibliography import bibtex, csl, ris
from gcmilo.crosswalk import Crosswalk
from gcmilo.export import (
    datapackage,
    document,
    dot,
    graphml,
    jsonld,
    mermaid,
    sqlite,
    sssom,
    turtle,
)
from gcmilo.export.form import Exported, ExportFormat, Publication
from gcmilo.export.html_page import html_page
from gcmilo.query.cite import Citation, bibliography


def _csl(crosswalk: Crosswalk, _: Publication) -> str:
    return csl(bibliography(crosswalk)) + "\n"


def _bibtex(crosswalk: Crosswalk, _: Publication) -> str:
    return _entries(crosswalk, bibtex)


def _ris(crosswalk: Crosswalk, _: Publication) -> str:
    return _entries(crosswalk, ris)


def _entries(crosswalk: Crosswalk, entry: Callable[[Citation], str]) -> str:
    return "\n\n".join(entry(citation) for citation in bibliography(crosswalk)) + "\n"


def _html(crosswalk: Crosswalk, _: Publication) -> str:
    return html_page(crosswalk)


EXPORTERS: dict[ExportFormat, Callable[[Crosswalk, Publication], Exported]] = {
    ExportFormat.JSON: document.write,
    ExportFormat.SSSOM: sssom.write,
    ExportFormat.TURTLE: turtle.write,
    ExportFormat.JSONLD: jsonld.write,
    ExportFormat.DATAPACKAGE: datapackage.write,
    ExportFormat.SQLITE: sqlite.write,
    ExportFormat.MERMAID: mermaid.write,
    ExportFormat.DOT: dot.write,
    ExportFormat.GRAPHML: graphml.write,
    ExportFormat.CSL: _csl,
    ExportFormat.BIBTEX: _bibtex,
    ExportFormat.RIS: _ris,
    ExportFormat.HTML: _html,
}
