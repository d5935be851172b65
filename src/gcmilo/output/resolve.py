"""How what references resolve to is shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, table
from gcmilo.query.resolve import ResolveAnswer
from gcmilo.references import RefKind
from gcmilo.shapes import NUMBER, TEXT, Data, answer, many, record, word_of
from gcmilo.text import words

_READING = record(kind=word_of(RefKind), ref=TEXT, title=TEXT)
_REFERENCE = record(matched=TEXT, start=NUMBER, readings=many(_READING))
_RESOLVE = answer("resolve", text=TEXT, references=many(_REFERENCE))
_NOTHING = {"kind": None, "ref": None, "title": None}


def _page(answer: ResolveAnswer, source: Source, _: str) -> Page:
    rows: list[tuple[object, ...]] = []
    for reference in answer.references:
        # A reference may run over a line break of the text that it was found in.
        written = " ".join(reference.matched.split())
        if not reference.readings:
            rows.append((written, "nothing", "", ""))
        rows += [(written, words(r.kind), r.ref, r.title) for r in reference.readings]
    columns = "Written! | Kind! | Reference! | Title"
    return Page("References", table("", columns, rows), source.symbol)


def _rows(answer: ResolveAnswer, source: Source) -> list[Data]:
    """A row for each reading, and one for a reference that has none."""
    rows = []
    for reference in _RESOLVE.to_json(answer, source)["references"]:
        written = {"matched": reference["matched"], "start": reference["start"]}
        rows += [written | reading for reading in reference["readings"] or [_NOTHING]]
    return rows


FORMS = {ResolveAnswer: Forms(_RESOLVE, _page, _rows)}
