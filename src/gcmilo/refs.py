"""References as values: what people write for an objective, an action, a plan point or a paragraph.

Parsing looks at the form alone. Whether there is such a thing is for the crosswalk to say.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import groupby

from gcmilo.frozen import frozen
from gcmilo.text import fold, joined

FIRST_GCM_PARAGRAPH = 17
"""Objective 1 is paragraph 17 of the annex to A/RES/73/195, and so on up to paragraph 39."""

# The letter of 14(a) in all its spellings: 14 (a), 14a, 14.a, 14-a, 14/a.
_LETTER = r"(?:[\s.\-/:]*\(?\s*(?P<letter>[a-z])\s*\)?)?"
_OBJECTIVE = (
    r"(?:gcm|global compact)?[\s,]*"
    r"(?:(?:objectives?|objectifs?|objetivos?|obj)\.?|(?P<paragraph>(?:paragraphs?|paras?)\.?|§))?"
    rf"\s*(?P<number>\d{{1,4}}){_LETTER}"
)
_PARAGRAPH = r"(?:(?:paragraphs?|paras?)\.?|§)?\s*(?P<number>\d{1,4})"
_POINT_PREFIX = r"(?:plan[\s-]*)?points?\s+"
_NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three
""".split()  # noqa: SIM905 - twenty-three words read better so


@frozen
class ObjectiveRef:
    """An objective of the Compact, by its number."""

    number: int

    def __str__(self) -> str:
        return str(self.number)

    def __lt__(self, other: "ObjectiveRef") -> bool:
        return self.number < other.number

    @property
    def key(self) -> str:
        """The form for file names, IRIs and node ids."""
        return str(self.number)

    @property
    def objective(self) -> "ObjectiveRef":
        """The objective itself, so that any reference to the Compact has its objective."""
        return self

    @property
    def gcm_paragraph(self) -> int:
        """The paragraph of the annex to A/RES/73/195 that is this objective."""
        return self.number + FIRST_GCM_PARAGRAPH - 1


@frozen
class ActionRef:
    """A lettered action of an objective."""

    objective: ObjectiveRef
    letter: str

    def __str__(self) -> str:
        return f"{self.objective}({self.letter})"

    def __lt__(self, other: "ActionRef") -> bool:
        return (self.objective, self.letter) < (other.objective, other.letter)

    @property
    def key(self) -> str:
        """The form for file names, IRIs and node ids."""
        return f"{self.objective.key}{self.letter}"


@frozen
class PlanPointRef:
    """A point of a plan, by the label that the plan prints."""

    label: str

    def __str__(self) -> str:
        return self.label

    @cached_property
    def key(self) -> str:
        """The label without punctuation, for comparing, file names, IRIs and node ids.

        It is ``13d`` for 13(d), and ``1-11`` for 1.11, which would else be the same as 11.1.
        """
        key = ""
        for part in label_parts(self.label):
            alike = key and key[-1].isdecimal() == part.isdecimal()
            key += f"-{part}" if alike else part
        return key

    @property
    def label_pattern(self) -> tuple[str, ...]:
        """What the label is made of: ``("number", "letter")`` for 13(d)."""
        return tuple(_part_name(part) for part in label_parts(self.label))


def _part_name(part: str) -> str:
    if part.isdecimal():
        return "number"
    return "letter" if len(part) == 1 else "word"


Ref = ObjectiveRef | ActionRef | PlanPointRef


@frozen
class Place:
    """A place in the source.

    It is a numbered paragraph, a row of the appendix, a footnote, the front matter, or a place in
    words. The last two have no ``number``. ``kind`` is a key of ``_PLACE_NAMES``.
    """

    kind: str
    number: int | None
    words: str = ""

    def __str__(self) -> str:
        if self.words:
            return self.words
        if self.kind == "paragraph":
            return str(self.number)
        return self.kind if self.number is None else f"{self.kind} {self.number}"

    def __lt__(self, other: "Place") -> bool:
        return self._order < other._order

    @property
    def key(self) -> str:
        """The words without punctuation, for IRIs: ``sheet-plan-row-12``."""
        return "-".join(label_parts(self.words)) or self.words

    @property
    def _order(self) -> tuple[int, int]:
        return list(_PLACE_NAMES).index(self.kind), self.number or 0


_IN_WORDS = "in words"
_PLACE_NAMES = {
    "summary": ("front matter", "front matter"),
    "paragraph": ("para.", "paras"),
    "footnote": ("footnote", "footnotes"),
    "appendix": ("appendix, row", "appendix, rows"),
    _IN_WORDS: ("", ""),
}
"""The kinds of places in the order of the source, each with its name for one and for several."""


def name_places(places: Iterable[Place]) -> str:
    """Return the places as a citation names them: ``paras 9 and 17; appendix, row 20; page 66``."""
    names: list[str] = []
    for kind, group in groupby(places, lambda place: place.kind):
        if kind == _IN_WORDS:
            names += [place.words for place in group]
            continue
        numbers = [place.number for place in group if place.number is not None]
        one, several = _PLACE_NAMES[kind]
        name = several if len(numbers) > 1 else one
        names.append(f"{name} {joined(numbers)}".rstrip())
    return "; ".join(names)


@lru_cache(maxsize=4096)
def paragraph_place(number: int) -> Place:
    """Return the place that a numbered paragraph is, made once: many linkages are in the same."""
    return Place("paragraph", number, "")


def place_in_words(words: str) -> Place:
    """Return a place that has no number of its own, such as ``page 66``."""
    return Place(_IN_WORDS, None, words)


def parse_place(text: str) -> Place | None:
    """Return the place that a text is, or None.

    Such texts are ``17``, ``appendix 20``, ``footnote 5`` and ``summary``.
    """
    if text == "summary":
        return Place("summary", None)
    match = re.fullmatch(r"(?:(appendix|footnote) )?([1-9]\d{0,3})", text)
    return Place(match[1] or "paragraph", int(match[2])) if match else None


def label_parts(label: str) -> list[str]:
    """Return the numbers and words in a label, folded: ``["13", "d"]`` for ``13 (D)``."""
    parts = re.findall(r"\d+|[^\W\d_]+", fold(label))
    return [_without_leading_zeros(part) for part in parts]


def _without_leading_zeros(part: str) -> str:
    if not part.isdecimal():
        return part
    return part.lstrip("0") or "0"


def parse_objective(text: str) -> ObjectiveRef | ActionRef | None:
    """Return the objective or action that the text has the form of, or None.

    A paragraph is taken for one of the Compact: ``para 22`` is objective 6.
    """
    match = re.fullmatch(_OBJECTIVE, fold(text))
    if match is None:
        return None
    number = int(match["number"])
    if match["paragraph"]:
        number -= FIRST_GCM_PARAGRAPH - 1
    objective = ObjectiveRef(number)
    return ActionRef(objective, match["letter"]) if match["letter"] else objective


def names_gcm_paragraph(text: str) -> bool:
    """Return whether the text names an objective by its paragraph of the Compact."""
    match = re.fullmatch(_OBJECTIVE, fold(text))
    return match is not None and match["paragraph"] is not None


def parse_plan_point(text: str) -> PlanPointRef:
    """Return the plan point that the text means, whatever its numbering.

    Its label is empty where there is no text.
    """
    return PlanPointRef(re.sub(_POINT_PREFIX, "", fold(text), count=1))


def parse_paragraph(text: str) -> int | None:
    """Return the number of the paragraph that the text has the form of, or None."""
    match = re.fullmatch(_PARAGRAPH, fold(text))
    return int(match["number"]) if match else None


def number_word(text: str) -> int | None:
    """Return the number from 1 to 23 that an English word is for, or None."""
    word = fold(text).replace(" ", "-")
    return _NUMBER_WORDS.index(word) + 1 if word in _NUMBER_WORDS else None
