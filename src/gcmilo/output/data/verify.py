"""The JSON shape of a verification."""

from gcmilo.model import Source
from gcmilo.output.data.parts import Data, schema, shape
from gcmilo.source.verify import Verification


@shape.register
def _verification(answer: Verification, source: Source) -> Data:
    return schema("verify") | {
        "ok": answer.ok,
        "source": {"sha256": answer.sha256, "coded": answer.is_coded_edition, "paragraphs": answer.paragraphs},
        "mentions": answer.mentions,
        "checked": answer.checked,
        "problems": [{"kind": p.kind, "paragraph": p.paragraph, "text": p.text} for p in answer.problems],
    }
