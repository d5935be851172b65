"""The JSON shape of what is searched."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, schema, shape


@shape.register
def _search(answer: query.SearchAnswer, source: Source) -> Data:
    return schema("search") | {
        "query": answer.query,
        "hits": [
            {"kind": hit.kind, "ref": hit.ref, "title": hit.title, "snippet": hit.snippet, "command": hit.command}
            for hit in answer.hits
        ],
    }
