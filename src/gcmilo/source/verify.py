"""The data verified against the text of the source, both ways.

What the text names must be in the data, and what the data says must be in the text. docs/verify.md
says what a claim is, and which of them this cannot check.
"""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.references import Scanner
from gcmilo.source import data_to_text, evidence_to_text, text_to_data
from gcmilo.source.ledger import Ledger, Problem
from gcmilo.source.named import find_mentions
from gcmilo.source.read import SourceFile
from gcmilo.source.split import SplitText, split


@frozen
class Verification:
    """What was read, how much was checked, and what does not agree.

    ``paragraphs`` is how many were read. ``mentions`` counts those of ``objectives`` and of
    ``plan_points`` in them, ``checked`` the claims of each kind.
    """

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
    """Return how the text of the source and a crosswalk agree; problems are by paragraph and kind.

    Another text, or none at all, never passes: what is missing from it is reported.

    >>> from gcmilo import load
    >>> verify(load(), SourceFile("Nothing to see here.", "0" * 64)).ok
    False
    """
    text = split(source.text, crosswalk.source.symbol, len(crosswalk.objectives))
    ledger = hold_against(crosswalk, text)
    sentences = [sentence for found in ledger.mentions.values() for sentence in found]
    problems = sorted(ledger.problems, key=lambda problem: (problem.paragraph or 0, problem.kind))
    return Verification(
        sha256=source.sha256,
        is_coded_edition=source.sha256 == crosswalk.source.sha256,
        paragraphs=len(text.paragraphs),
        mentions={
            "objectives": sum(len(sentence.subjects) for sentence in sentences),
            "plan_points": sum(len(sentence.points) for sentence in sentences),
        },
        checked=dict(ledger.checked),
        problems=tuple(problems),
    )


def hold_against(crosswalk: Crosswalk, text: SplitText) -> Ledger:
    """Return the account of all checks of a crosswalk against the text of the source."""
    scanner = Scanner(crosswalk)
    mentions = {
        number: find_mentions(scanner, passage) for number, passage in text.paragraphs.items()
    }
    ledger = Ledger(crosswalk, text, mentions)
    text_to_data.check(ledger)
    data_to_text.check(ledger)
    evidence_to_text.check(ledger)
    return ledger
