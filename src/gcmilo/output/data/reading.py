"""The JSON shape of what references resolve to."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, schema, shape


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
