"""A draft from a file: of a table row by row, of a document sentence by sentence."""

from gcmilo.crosswalk import Crosswalk
from gcmilo.drafting.document import draft_of_document
from gcmilo.drafting.draft import Chosen, Draft
from gcmilo.drafting.table import draft_of_table
from gcmilo.errors import InputError
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Document
from gcmilo.text import shown

_TEXTS = frozenset(("text", "markdown"))
_DATA = ("{", "[{", "[\n", "<?xml", "@prefix", "#curie_map", "#sssom", "sssom_version:")
_TABLES_ALONE = frozenset(("csv", "xlsx", "xls", "ods"))


def draft_plan(
    crosswalk: Crosswalk,
    document: Document,
    chosen: Chosen | None = None,
    report: ProgressCallback = no_progress,
) -> Draft:
    """Return the draft of a plan: from a document's sentences, or from a table if that is all.

    ``crosswalk`` gives the Compact's side; its plan is not looked at.

    Raises:
        InputError: it is data for programs, no objective is named, or the table cannot be read.
    """
    if _is_data(document):
        raise InputError(
            f"{shown(document.name)} is data for programs, no table or document that a plan can be"
            " begun from."
        )
    compact = Crosswalk(crosswalk.plan, crosswalk.source, crosswalk.objectives, ())
    chosen = chosen or Chosen()
    if document.kind in _TABLES_ALONE or chosen.is_table:
        return draft_of_table(compact, document, chosen, report)
    draft = draft_of_document(compact, document)
    if document.tables and not any(linkage.plan_point for linkage in draft.linkages):
        return draft_of_table(compact, document, chosen, report)
    if not draft.linkages and not draft.undecided:
        raise InputError(f"{shown(document.name)} names no objective of the Compact.")
    return draft


def _is_data(document: Document) -> bool:
    """Whether a text begins as JSON, XML, Turtle or an SSSOM table does."""
    first = document.blocks[0].text.lstrip() if document.blocks else ""
    return document.kind in _TEXTS and first.startswith(_DATA)
