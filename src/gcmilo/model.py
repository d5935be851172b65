"""The records of both sides as frozen values. What follows from them is left to the questions."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from gcmilo.frozen import frozen
from gcmilo.refs import (
    ActionRef,
    ObjectiveRef,
    Place,
    PlanPointRef,
    Ref,
    name_places,
    paragraph_place,
    place_in_words,
)

LANGUAGES = ("en", "fr", "es")


class Status(StrEnum):
    """How the coverage table treats an objective."""

    ADDRESSED = "addressed"
    INDIRECT = "indirect"
    NOT_ADDRESSED = "not_addressed"


class Basis(StrEnum):
    """What ties a linkage: a sentence, a row of a table, or the context. Strongest first."""

    EXPLICIT = "explicit"
    LISTED = "listed"
    CONTEXTUAL = "contextual"


class Stance(StrEnum):
    """What the source says of the linkage."""

    SUPPORTS = "supports"
    TAKES_UP = "takes_up"
    QUALIFIED = "qualified"
    LIMITS = "limits"
    NOT_INCLUDED = "not_included"

    @property
    def serves(self) -> bool:
        """Whether an objective counts as served by a linkage of this stance."""
        # Words that narrow or exclude an objective are evidence about it, not work for it.
        return self not in (Stance.LIMITS, Stance.NOT_INCLUDED)


class Means(StrEnum):
    """The plan's means of action."""

    KNOWLEDGE = "knowledge development"
    CAPACITY = "capacity building"
    STANDARDS = "standards promotion"
    PARTNERSHIPS = "partnerships"
    REVIEW = "review"
    MONITORING = "monitoring"


class MeansBasis(StrEnum):
    """Whether the source states the means for the point itself or for a group that names it."""

    STATED = "stated"
    STATED_FOR_GROUP = "stated_for_group"


class ActivityKind(StrEnum):
    """What an activity is."""

    PROGRAMME = "programme"
    PROJECT = "project"
    PARTNERSHIP = "partnership"
    TOOL = "tool"
    GUIDELINE = "guideline"
    PUBLICATION = "publication"
    RESEARCH = "research"
    TRAINING = "training"
    MEETING = "meeting"
    AWARD = "award"
    SERVICE = "service"
    STRUCTURE = "structure"


class ActivityStatus(StrEnum):
    """How far an activity had come, as the source states it."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"


class DocumentKind(StrEnum):
    """What a cited document is."""

    GOVERNING_BODY_DOCUMENT = "governing_body_document"
    REPORT = "report"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    GUIDELINE = "guideline"
    GUIDE = "guide"
    TREATY = "treaty"
    INSTRUMENT = "instrument"
    DRAFT = "draft"
    WEB_PAGE = "web_page"


class TensionKind(StrEnum):
    """The kinds of disagreement or weak claim."""

    APPENDIX_VS_NARRATIVE = "appendix_vs_narrative"
    LIKE_TREATED_UNLIKE = "like_treated_unlike"
    PARTIAL_COVERAGE = "partial_coverage"
    LIMITING_WORDING = "limiting_wording"
    POINT_WITHOUT_OBJECTIVE = "point_without_objective"
    UNEVEN_VERBS = "uneven_verbs"
    WHOLE_VS_PARTS = "whole_vs_parts"


class TreeBy(StrEnum):
    """Which side the branches of a tree are."""

    OBJECTIVE = "objective"
    PLAN_POINT = "plan_point"


class CitationStyle(StrEnum):
    """The styles of a citation."""

    TEXT = "text"
    FOOTNOTE = "footnote"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    CSL = "csl"
    RIS = "ris"


class ColumnRole(StrEnum):
    """What a column of a received table holds."""

    OBJECTIVE = "objective"
    ACTION = "action"
    PARAGRAPH = "paragraph"
    TITLE = "title"
    SDG = "sdg"


class OwnRole(StrEnum):
    """What a column of a plan's own holds, in a table that a plan is begun from."""

    POINT = "point"
    SUBJECT = "subject"
    STATUS = "status"
    NOTE = "note"


@frozen
class Trilingual:
    """A text in the three languages that titles are published in."""

    en: str
    fr: str
    es: str

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "fr": self.fr, "es": self.es}[language]


@frozen
class Action:
    """A lettered action of an objective; the label is in the project's own words."""

    letter: str
    label: str


@frozen
class Objective:
    """An objective of the Compact.

    ``sdg_note`` describes an oddity of the list that ``sdg_targets`` was taken from.
    """

    number: int
    title: Trilingual
    label: Trilingual
    actions: tuple[Action, ...]
    sdg_targets: tuple[str, ...]
    round_table: int
    sdg_note: str | None = None

    @cached_property
    def ref(self) -> ObjectiveRef:
        """The reference to this objective."""
        return ObjectiveRef(self.number)

    @cached_property
    def actions_by_ref(self) -> Mapping[ActionRef, Action]:
        """The actions by their references, in order."""
        return {ActionRef(self.ref, action.letter): action for action in self.actions}

    def lists_sdg(self, wanted: str) -> bool:
        """Return whether an SDG target is in the list; a goal is if any of its targets is."""
        return any(
            target.casefold() == wanted.casefold() or target.startswith(f"{wanted}.")
            for target in self.sdg_targets
        )


@frozen
class Term:
    """A notion of the field, by its words in three languages."""

    en: tuple[str, ...]
    fr: tuple[str, ...]
    es: tuple[str, ...]


@frozen
class Plan:
    """A plan of one organisation; ``short`` is the organisation's short name."""

    title: str
    organisation: str
    short: str
    period: str | None = None
    symbol: str | None = None


@frozen
class Source:
    """The paper that links a plan to the Compact, and the edition of its text that was coded.

    ``coverage_table`` names the table in it whose rows are the coverage records.
    """

    symbol: str
    title: str
    author: str | None = None
    session: str | None = None
    date: str | None = None
    edition: str | None = None
    address: str | None = None
    coverage_table: str | None = None
    sha256: str | None = None

    def cite(self, *places: Place) -> str:
        """Return the citation of places in the source, or of the whole source without places."""
        return f"{self.symbol}, {name_places(places)}" if places else self.symbol

    def cite_row(self, objective: ObjectiveRef) -> str:
        """Return the citation of an objective's row in the coverage table.

        Where no table is named, the whole source is cited.
        """
        row = self.row(objective)
        return f"{self.symbol}, {row}" if row else self.symbol

    def row(self, objective: ObjectiveRef) -> str:
        """Return the name of an objective's row in the coverage table, or "" without a table."""
        return f"{self.coverage_table}, row {objective}" if self.coverage_table else ""

    def cite_paragraphs(self, *numbers: int | None) -> str:
        """Return the citation of numbered paragraphs; a None among them is left out."""
        places = [Place("paragraph", number) for number in numbers if number is not None]
        return self.cite(*places)


@frozen
class PlanPoint:
    """A point of the plan that the source cites, and the paragraphs that cite it."""

    ref: PlanPointRef
    subject: str
    summary: str | None = None
    means: tuple[Means, ...] | None = None
    means_basis: MeansBasis | None = None
    paragraphs: tuple[int, ...] = ()


@frozen
class Coverage:
    """An objective's row of the coverage table; ``status`` is None before it is assessed."""

    objective: ObjectiveRef
    status: Status | None = None
    channel: str | None = None
    note: str | None = None


@frozen
class Linkage:
    """A tie that the source makes between an objective and a plan point, or work without one.

    ``action`` is set where the source names one action of the objective there. ``place`` is a place
    in words, such as ``page 66``, where the source has no numbered ``paragraph``.
    """

    objective: ObjectiveRef
    action: ActionRef | None
    plan_point: PlanPointRef | None
    paragraph: int | None
    basis: Basis
    stance: Stance
    wording: str | None = None
    note: str | None = None
    place: str | None = None

    @property
    def subject(self) -> ObjectiveRef | ActionRef:
        """What the source names there: the action where it names one."""
        return self.action or self.objective

    @property
    def at(self) -> tuple[Place, ...]:
        """The place of the linkage: a paragraph or one in words; empty where neither is known."""
        if self.paragraph is not None:
            return (paragraph_place(self.paragraph),)
        return (place_in_words(self.place),) if self.place else ()


@frozen
class Paragraph:
    """A numbered paragraph of the source; the summary is in the project's own words."""

    number: int
    section: str
    summary: str


@frozen
class Figure:
    """An exact number and what it counts. Figures are never added up."""

    value: int
    of: str

    def __str__(self) -> str:
        return f"{self.value} {self.of}"


@frozen
class Tie:
    """An objective, action or plan point to which the text ties an activity."""

    ref: Ref
    basis: Basis

    def __str__(self) -> str:
        return f"{self.ref} ({self.basis})"


@frozen
class Activity:
    """Something that is done, made, held or planned.

    ``dates`` are ISO years, months or intervals. ``also`` holds other words that the source has
    for it.
    """

    id: str
    name: str
    kind: ActivityKind
    owner: str
    status: ActivityStatus | None
    dates: tuple[str, ...]
    figures: tuple[Figure, ...]
    partners: tuple[str, ...]
    places: tuple[str, ...]
    objectives: tuple[Tie, ...]
    plan_points: tuple[Tie, ...]
    paragraphs: tuple[int, ...]
    summary: str
    also: tuple[str, ...] = ()


@frozen
class Document:
    """A document, instrument or resolution that the source cites.

    ``also`` holds other words that the source has for it.
    """

    id: str
    symbol: str | None
    title: str
    year: int | None
    kind: DocumentKind
    footnote: int | None
    address: str | None
    paragraphs: tuple[int, ...]
    also: tuple[str, ...] = ()


@frozen
class Side:
    """One side of a tension: what is said, the words quoted, and where."""

    text: str
    quote: str | None
    at: tuple[Place, ...]

    def __str__(self) -> str:
        quote = f" “{self.quote}”" if self.quote else ""
        return f"{self.text}{quote} [{name_places(self.at)}]"


@frozen
class Tension:
    """Places where the source contradicts itself, or claims more in one than in another."""

    id: str
    kind: TensionKind
    title: str
    objectives: tuple[ObjectiveRef | ActionRef, ...]
    plan_points: tuple[PlanPointRef, ...]
    sides: tuple[Side, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of its sides, each once, in the order of the source."""
        return tuple(sorted({place for side in self.sides for place in side.at}))


COMPACT = Source(
    symbol="A/RES/73/195",
    title="Global Compact for Safe, Orderly and Regular Migration",
    author="United Nations General Assembly",
    date="2018-12-19",
    address="https://undocs.org/A/RES/73/195",
)
"""The Compact, with the symbol, date and address of footnote 3 of GB.335/POL/1(Rev.)."""


def cite_compact(ref: ObjectiveRef | ActionRef) -> str:
    """Return the citation of an objective or action: ``A/RES/73/195, annex, para. 22 (l)``."""
    letter = f" ({ref.letter})" if isinstance(ref, ActionRef) else ""
    return f"{COMPACT.symbol}, annex, para. {ref.objective.gcm_paragraph}{letter}"
