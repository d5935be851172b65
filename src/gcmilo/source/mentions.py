"""Which objectives, actions and plan points the sentences of a passage name."""

import re
from collections.abc import Iterator

from gcmilo.frozen import frozen
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.source.passage import Passage

_ITEM = r"\d{1,2}(?:\s?\([a-z]\))?"
_LIST = rf"{_ITEM}(?:,? and (?:{_ITEM}|\([a-z]\))|, (?:{_ITEM}))*"
# "objectives 19 on contributions and 21 on reintegration"
_WITH_TOPICS = rf"(?: on [^.;()\d]+ and {_ITEM})*"
# "objectives are aligned, such as 2, 3 and 16"
_EXAMPLES = rf"\bobjectives\b[^.;()\d]*(?:such as|namely|including) (?P<examples>{_LIST})"
_OBJECTIVES = re.compile(
    rf"\bobjectives? (?P<list>{_LIST}{_WITH_TOPICS})|{_EXAMPLES}", re.IGNORECASE
)
_POINTS = re.compile(rf"\bpoints? (?P<list>{_LIST})", re.IGNORECASE)
_PRONOUN = re.compile(r"\bthis (objective|goal)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?P<number>\d{1,2})(?:\s?\((?P<letter>[a-z])\))?|\((?P<alone>[a-z])\)")

Subject = ObjectiveRef | ActionRef


@frozen
class SentenceMentions:
    """What one sentence names. ``taken_up`` is the objective or action that its pronoun means."""

    sentence: Passage
    objectives: tuple[Subject, ...]
    taken_up: Subject | None
    points: tuple[PlanPointRef, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The objectives and actions that the sentence names or takes up."""
        return (*self.objectives, self.taken_up) if self.taken_up else self.objectives


def find_mentions(passage: Passage) -> tuple[SentenceMentions, ...]:
    """Return what each sentence of a passage names.

    "This goal" means the last objective or action named in an earlier sentence, "this objective"
    means the objective, even where an action of it was named last.
    """
    found = []
    last: Subject | None = None
    for sentence in passage.sentences:
        objectives = tuple(_objectives(sentence.text))
        points = tuple(_points(sentence.text))
        taken_up = _taken_up(sentence.text, last)
        found.append(SentenceMentions(sentence, objectives, taken_up, points))
        if objectives:
            last = objectives[-1]
    return tuple(found)


def _taken_up(text: str, last: Subject | None) -> Subject | None:
    pronoun = _PRONOUN.search(text)
    if pronoun is None or last is None:
        return None
    return last.objective if pronoun[1].lower() == "objective" else last


def _objectives(text: str) -> Iterator[Subject]:
    for match in _OBJECTIVES.finditer(text):
        for number, letter in _listed(match["list"] or match["examples"]):
            objective = ObjectiveRef(int(number))
            yield ActionRef(objective, letter) if letter else objective


def _points(text: str) -> Iterator[PlanPointRef]:
    for match in _POINTS.finditer(text):
        for number, letter in _listed(match["list"]):
            yield PlanPointRef(f"{number}({letter})" if letter else number)


def _listed(text: str) -> Iterator[tuple[str, str | None]]:
    """The numbers and letters of a list; a letter alone belongs to the number before it."""
    number = ""
    for match in _LISTED.finditer(text):
        number = match["number"] or number
        yield number, match["letter"] or match["alone"]
