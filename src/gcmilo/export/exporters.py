"""The exporter of every form. Imported when something is exported, and not before."""

from collections.abc import Callable

from gcmilo.crosswalk import Crosswalk
from gcmilo.export import (
    cited,
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
    ExportFormat.CSL: cited.write_csl,
    ExportFormat.BIBTEX: cited.write_bibtex,
    ExportFormat.RIS: cited.write_ris,
    ExportFormat.HTML: lambda crosswalk, _: html_page(crosswalk),
}
