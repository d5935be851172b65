"""The whole crosswalk in the forms that other programs take, as docs/export.md promises.

``exported`` returns the text, the bytes or the files of a form; it writes nothing. The exporters
are imported when it is called, so that no other command waits for them.
"""

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import BASE_IRI, CC0, Exported, ExportFormat, Publication, base_iri

__all__ = ["BASE_IRI", "CC0", "ExportFormat", "Exported", "Publication", "base_iri", "exported"]


def exported(
    crosswalk: Crosswalk, form: ExportFormat, publication: Publication | None = None
) -> Exported:
    """Return the crosswalk in a form: a text, the bytes of an SQLite file, or texts by file name.

    The same crosswalk gives the same bytes on every run. ``publication`` gives the IRIs and the
    licence of the export; without it, they are those of the bundled data.

    >>> from gcmilo import load
    >>> exported(load(), ExportFormat.DOT).splitlines()[0]
    'digraph gcmilo {'
    """
    from gcmilo.export.exporters import EXPORTERS

    return EXPORTERS[form](crosswalk, publication or Publication())
