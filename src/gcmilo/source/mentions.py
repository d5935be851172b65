"""Which objectives, actions and plan points a passage names, and which of them its sentences tie."""

import re
from collections.abc import Iterator

from gcmilo.frozen import frozen
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.source.passage import Passage

_ITEM = r"\d{1,2}(?:\s?\([a-z]\))?"
_LIST = rf"{_ITEM}(?:,? and (?:{_ITEM}|\([a-z]\))|, (?:{_ITEM}))*"
# "objectives 19 on contributions and 21 on reintegration", "objectives are aligned, such as 2, 3 and 16"
_LATER = rf"(?: on [^.;()\d]+ and {_ITEM})*"
_OBJECTIVES = re.compile(
    rf"\bobjectives? (?P<list>{_LIST}{_LATER})|\bobjectives\b[^.;()\d]*(?:such as|namely|including) (?P<later>{_LIST})",
    re.IGNORECASE,
)
_POINTS = re.compile(rf"\bpoints? (?P<list>{_LIST})", re.IGNORECASE)
_PRONOUN = re.compile(r"\bthis (objective|goal)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?P<number>\d{1,2})(?:\s?\((?P<letter>[a-z])\))?|\((?P<alone>[a-z])\)")

Subject = ObjectiveRef | ActionRef


@frozen
class SentenceMentions:
    """What one sentence names. ``taken_up`` is the objective or action that a pronoun in it stands for."""

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

    "This goal" stands for the last objective or action named in an earlier sentence, "this objective" for the
    objective, even where an action of it was named last.
    """
    found = []
    last: Subject | None = None
    for sentence in passage.sentences:
        objectives = tuple(_objectives(sentence.text))
        pronoun = _PRONOUN.search(sentence.text)
        whole = last.objective if last else None
        taken_up = (whole if pronoun[1].lower() == "objective" else last) if pronoun else None
        found.append(SentenceMentions(sentence, objectives, taken_up, tuple(_points(sentence.text))))
        last = objectives[-1] if objectives else last
    return tuple(found)


def _objectives(text: str) -> Iterator[Subject]:
    for match in _OBJECTIVES.finditer(text):
        for number, letter in _named(match["list"] or match["later"]):
            objective = ObjectiveRef(int(number))
            yield ActionRef(objective, letter) if letter else objective


def _points(text: str) -> Iterator[PlanPointRef]:
    for match in _POINTS.finditer(text):
        for number, letter in _named(match["list"]):
            yield PlanPointRef(f"{number}({letter})" if letter else number)


def _named(text: str) -> Iterator[tuple[str, str | None]]:
    """The numbers and letters of a list; a letter alone belongs to the number before it."""
    number = ""
    for match in _NAMED.finditer(text):
        number = match["number"] or number
        yield number, match["letter"] or match["alone"]
