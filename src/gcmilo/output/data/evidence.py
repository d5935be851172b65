"""The JSON shapes of activities, documents, tensions, and of what searches, resolves, cites and verifies."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.bibliography import one_in_style
from gcmilo.output.data.parts import Data, activity_data, document_data, schema, shape, tension_data
from gcmilo.source.verify import Verification


@shape.register
def _activities(answer: query.ActivitiesAnswer, source: Source) -> Data:
    return schema("activities") | {"activities": [activity_data(activity, source) for activity in answer.activities]}


@shape.register
def _activity(answer: query.ActivityAnswer, source: Source) -> Data:
    return schema("activity") | activity_data(answer.activity, source)


@shape.register
def _documents(answer: query.DocumentsAnswer, source: Source) -> Data:
    return schema("documents") | {"documents": [document_data(document, source) for document in answer.documents]}


@shape.register
def _tensions(answer: query.TensionsAnswer, source: Source) -> Data:
    return schema("tensions") | {"tensions": [tension_data(tension, source) for tension in answer.tensions]}


@shape.register
def _search(answer: query.SearchAnswer, source: Source) -> Data:
    return schema("search") | {
        "query": answer.query,
        "hits": [
            {"kind": hit.kind, "ref": hit.ref, "title": hit.title, "snippet": hit.snippet, "command": hit.command}
            for hit in answer.hits
        ],
    }


@shape.register
def _resolve(answer: query.ResolveAnswer, source: Source) -> Data:
    return schema("resolve") | {
        "text": answer.text,
        "references": [
            {
                "matched": reference.matched,
                "start": reference.start,
                "readings": [{"kind": r.kind, "ref": str(r.ref), "title": r.title} for r in reference.readings],
            }
            for reference in answer.references
        ],
    }


@shape.register
def _cite(answer: query.CiteAnswer, source: Source) -> Data:
    return schema("cite") | {
        "style": answer.style,
        "citations": [{"ref": c.ref, "text": one_in_style(c, answer.style)} for c in answer.citations],
    }


@shape.register
def _verification(answer: Verification, source: Source) -> Data:
    return schema("verify") | {
        "ok": answer.ok,
        "source": {"sha256": answer.sha256, "coded": answer.is_coded_edition, "paragraphs": answer.paragraphs},
        "mentions": answer.mentions,
        "checked": answer.checked,
        "problems": [{"kind": p.kind, "paragraph": p.paragraph, "text": p.text} for p in answer.problems],
    }
