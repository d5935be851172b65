"""What the sentences of a passage name, and what they take up by a pronoun."""

import re
from collections.abc import Iterator, Sequence

from gcmilo.frozen import frozen
from gcmilo.references import Mention, Named, Scanner
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.source.passage import Passage
from gcmilo.text import fold

_PRONOUN = re.compile(
    r"\b(?:this|the same|cet|ce|le meme|este|ese|dicho|el mismo)\s"
    r"(?P<noun>objective|goal|commitment|objectif|but|engagement|objetivo|compromiso)\b"
)
_WHOLE_OBJECTIVES = {"objective", "objectif", "objetivo"}

Subject = ObjectiveRef | ActionRef


@frozen
class SentenceMentions:
    """What one sentence names. ``taken_up`` is the objective or action that its pronoun means.

    ``doubtful`` has the readings of each reference that no word tells what it is of, as 13(d).
    ``unknown`` is what is written as a reference, or goes on a list, and is none.
    """

    sentence: Passage
    objectives: tuple[Subject, ...]
    taken_up: Subject | None
    points: tuple[PlanPointRef, ...]
    doubtful: tuple[tuple[Named, ...], ...]
    unknown: tuple[str, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The objectives and actions that the sentence names or takes up."""
        return (*self.objectives, self.taken_up) if self.taken_up else self.objectives


def find_mentions(scanner: Scanner, passage: Passage) -> tuple[SentenceMentions, ...]:
    """Return what each sentence of a passage names.

    "This goal" means the last objective or action named in an earlier sentence, "this objective"
    means the objective, even where an action of it was named last.
    """
    found = []
    last: Subject | None = None
    for sentence in passage.sentences:
        named = _named(scanner, sentence, _taken_up(sentence.text, last))
        found.append(named)
        if named.objectives:
            last = named.objectives[-1]
    return tuple(found)


def _named(scanner: Scanner, sentence: Passage, taken_up: Subject | None) -> SentenceMentions:
    scan = scanner.scan(sentence.lines)
    sure = [mention for mention in scan.mentions if not mention.is_bare]
    refs = [mention.readings[0].ref for mention in sure if mention.readings]
    unknown = [one for one in sure if not one.readings]
    return SentenceMentions(
        sentence=sentence,
        objectives=tuple(ref for ref in refs if isinstance(ref, Subject)),
        taken_up=taken_up,
        points=tuple(ref for ref in refs if isinstance(ref, PlanPointRef)),
        doubtful=tuple(_doubtful(scan.mentions)),
        unknown=(
            *(sentence.lines[one.start : one.end] for one in unknown),
            *(sentence.lines[one.start : one.end] for one in scan.unread),
        ),
    )


def _doubtful(mentions: Sequence[Mention]) -> Iterator[tuple[Named, ...]]:
    """The readings of what may be an action or a point; a bare paragraph is mostly the paper's."""
    for mention in mentions:
        refs = [named.ref for named in mention.readings]
        if mention.is_bare and any(isinstance(ref, ActionRef) for ref in refs[:1]):
            yield mention.readings


def _taken_up(text: str, last: Subject | None) -> Subject | None:
    pronoun = _PRONOUN.search(fold(text))
    if pronoun is None or last is None:
        return None
    return last.objective if pronoun["noun"] in _WHOLE_OBJECTIVES else last
