"""The JSON shape of citations."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.bibliography import one_in_style
from gcmilo.output.data.parts import Data, schema, shape


@shape.register
def _cite(answer: query.CiteAnswer, source: Source) -> Data:
    return schema("cite") | {
        "style": answer.style,
        "citations": [{"ref": c.ref, "text": one_in_style(c, answer.style)} for c in answer.citations],
    }
