"""The running account of a verification: what was checked, and what does not agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.refs import Ref
from gcmilo.source.named import SentenceMentions
from gcmilo.source.passage import Passage
from gcmilo.source.split import SplitText
from gcmilo.text import printable

MOST_BACK = 3
"""How many paragraphs back an objective or point may be named that a paragraph is still about."""


@frozen
class Problem:
    """Something that does not agree: its kind, its paragraph (None for none), and a sentence."""

    kind: str
    paragraph: int | None
    text: str


@dataclass
class Ledger:
    """A crosswalk, the text of the source, what its sentences name, and the account of the checks.

    ``mentions`` is by paragraph; ``checked`` counts the checks of each kind.
    """

    crosswalk: Crosswalk
    text: SplitText
    mentions: dict[int, tuple[SentenceMentions, ...]]
    checked: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def check(self, holds: bool, kind: str, paragraph: int | None, message: str) -> None:
        """Count a check, and note the problem where it fails.

        A paragraph that is missing from the text is one problem of its own, and no further one is
        noted about it.
        """
        self.checked[kind] += 1
        if not holds and (paragraph is None or paragraph in self.text.paragraphs):
            self.note(kind, paragraph, message)

    def note(self, kind: str, paragraph: int | None, message: str) -> None:
        """Note a problem, once."""
        # A message quotes the source's text, which is untrusted input and may hold any character.
        problem = Problem(kind, paragraph, printable(message))
        if problem not in self.problems:
            self.problems.append(problem)

    def paragraph(self, number: int | None) -> Passage:
        """Return a paragraph of the text, an empty one for None or where the text has none."""
        return self.text.paragraphs.get(number or 0, Passage(""))

    def any_holds(self, paragraphs: Iterable[int], phrases: Sequence[str]) -> bool:
        """Return whether one of the paragraphs holds one of the phrases."""
        passages = map(self.paragraph, paragraphs)
        return any(passage.holds(phrase) for passage in passages for phrase in phrases)

    def names(self, ref: Ref, paragraph: int | None) -> bool:
        """Return whether a sentence of the paragraph names the reference, or takes it up."""
        mentions = self.mentions.get(paragraph or 0, ())
        return any(ref in found.subjects or ref in found.points for found in mentions)
