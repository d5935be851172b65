"""The running account of a verification: what was checked, and what does not agree."""

from collections import Counter
from dataclasses import dataclass, field

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.refs import Ref
from gcmilo.source.mentions import SentenceMentions
from gcmilo.source.passage import Passage
from gcmilo.source.split import SplitText
from gcmilo.text import printable


@frozen
class Problem:
    """Something that does not agree: its kind, the paragraph it is about (None for none), and a sentence."""

    kind: str
    paragraph: int | None
    text: str


@dataclass
class Ledger:
    """A crosswalk, a text, what the sentences of the text name, and the account of the checks."""

    crosswalk: Crosswalk
    text: SplitText
    mentions: dict[int, tuple[SentenceMentions, ...]]
    checked: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def check(self, holds: bool, kind: str, paragraph: int | None, sentence: str) -> None:
        """Count a check, and note the problem where it fails.

        What is about a paragraph that the text has not is left to the one problem that says so.
        """
        self.checked[kind] += 1
        if not holds and (paragraph is None or paragraph in self.text.paragraphs):
            self.note(kind, paragraph, sentence)

    def note(self, kind: str, paragraph: int | None, sentence: str) -> None:
        """Note a problem, once; what it quotes from a stranger's document may hold any character."""
        problem = Problem(kind, paragraph, printable(sentence))
        if problem not in self.problems:
            self.problems.append(problem)

    def paragraph(self, number: int | None) -> Passage:
        """Return a paragraph, an empty one where the text has it not."""
        return self.text.paragraphs.get(number or 0, Passage(""))

    def names(self, ref: Ref, paragraph: int | None) -> bool:
        """Return whether a sentence of the paragraph names the objective, action or point, or takes it up."""
        return any(ref in (*found.subjects, *found.points) for found in self.mentions.get(paragraph or 0, ()))
