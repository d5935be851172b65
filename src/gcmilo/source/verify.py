"""The data held against a document's text, both ways: what the text names is in the data, what the data says stands.

What a claim is and which of them this cannot check is told in docs/verify.md.
"""
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.source import data_to_text, text_to_data
from gcmilo.source.ledger import Ledger, Problem
from gcmilo.source.mentions import find_mentions
from gcmilo.source.read import SourceFile
from gcmilo.source.split import SplitText, split


@frozen
class Verification:
    """What was read, how much was checked, and what does not agree."""

    question: ClassVar[str] = "verify"

    sha256: str
    is_coded_edition: bool
    paragraphs: int
    mentions: dict[str, int]
    checked: dict[str, int]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether everything agrees, and there was something to check."""
        return not self.problems and self.paragraphs > 0 and sum(self.checked.values()) > 0


def verify(crosswalk: Crosswalk, source: SourceFile) -> Verification:
    """Return how a document's text and a crosswalk agree.

    The text is found to be another document's, or none at all, by what is missing from it; it never passes for that.

    >>> from gcmilo import load
    >>> verify(load(), SourceFile("Nothing to see here.", "0" * 64)).ok
    False
    """
    text = split(source.text, crosswalk.source.symbol, len(crosswalk.objectives))
    ledger = hold_against(crosswalk, text)
    found = [sentence for sentences in ledger.mentions.values() for sentence in sentences]
    return Verification(
        sha256=source.sha256,
        is_coded_edition=source.sha256 == crosswalk.source.sha256,
        paragraphs=len(text.paragraphs),
        mentions={
            "objectives": sum(len(sentence.subjects) for sentence in found),
            "plan_points": sum(len(sentence.points) for sentence in found),
        },
        checked=dict(ledger.checked),
        problems=tuple(sorted(ledger.problems, key=lambda problem: (problem.paragraph or 0, problem.kind))),
    )


def hold_against(crosswalk: Crosswalk, text: SplitText) -> Ledger:
    """Return the account of holding a crosswalk against a document that was split."""
    mentions = {number: find_mentions(passage) for number, passage in text.paragraphs.items()}
    ledger = Ledger(crosswalk, text, mentions)
    text_to_data.check(ledger)
    data_to_text.check(ledger)
    return ledger
