"""The crosswalk as relations. The Data Package and the database are made of them.

A list of references is a table of its own, with ``position`` for the order; a list of words is one
column that holds a JSON array.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.relation import (
    CellType,
    Relation,
    array,
    integer,
    listed,
    maybe,
    numbered,
    records,
    reference,
    text,
    word,
)
from gcmilo.model import (
    Action,
    ActivityKind,
    ActivityStatus,
    Basis,
    DocumentKind,
    MeansBasis,
    Stance,
    Status,
    TensionKind,
)
from gcmilo.refs import ActionRef, ObjectiveRef


def relations(crosswalk: Crosswalk) -> tuple[Relation, ...]:
    """Return the relations, each after those that it refers to.

    A plan of one's own may name paragraphs and list none; then nothing refers to their relation.
    """
    if crosswalk.paragraphs:
        return _RELATIONS
    return tuple(_without_paragraphs(relation) for relation in _RELATIONS)


def _without_paragraphs(relation: Relation) -> Relation:
    columns = tuple(
        replace(column, refers_to=None) if column.refers_to == _PARAGRAPH.refers_to else column
        for column in relation.columns
    )
    return replace(relation, columns=columns)


def _itself(item: Any) -> Any:
    return item


def _action_of(ref: ObjectiveRef | ActionRef) -> ActionRef | None:
    return ref if isinstance(ref, ActionRef) else None


def _actions(crosswalk: Crosswalk) -> Iterator[tuple[ActionRef, Action]]:
    for objective in crosswalk.objectives:
        yield from objective.actions_by_ref.items()


_OBJECTIVE = reference("objective", "objective", "number", CellType.INTEGER).of("objective.number")
_ACTION = maybe(reference("action", "action", "ref"))
_PLAN_POINT = reference("plan_point", "plan_point", "ref")
_PARAGRAPH = reference("paragraph", "paragraph", "number", CellType.INTEGER)
_BASIS = word("basis", Basis)

_COMPACT_SIDE = (
    records(
        "objective",
        "An objective of the Compact.",
        lambda crosswalk: crosswalk.objectives,
        integer("number"),
        text("title_en").of("title.en"),
        text("title_fr").of("title.fr"),
        text("title_es").of("title.es"),
        text("label_en").of("label.en"),
        text("label_fr").of("label.fr"),
        text("label_es").of("label.es"),
        integer("gcm_paragraph").of("ref.gcm_paragraph"),
        integer("round_table"),
        maybe(text("sdg_note")),
    ),
    records(
        "action",
        "A lettered action of an objective.",
        _actions,
        text("ref").of(lambda item: item[0]),
        _OBJECTIVE.of(lambda item: item[0].objective.number),
        text("letter").of(lambda item: item[1].letter),
        text("label").of(lambda item: item[1].label),
    ),
    listed(
        "objective_sdg_target",
        "An SDG target that is listed under an objective; ALL is all of them.",
        _OBJECTIVE.of("number"),
        lambda crosswalk: ((one, one.sdg_targets) for one in crosswalk.objectives),
        text("target").of(_itself),
    ),
    numbered(
        "term",
        "A notion of the field, by its words in three languages.",
        lambda crosswalk: crosswalk.terms,
        array("en"),
        array("fr"),
        array("es"),
    ),
)

_PLAN_SIDE = (
    records(
        "plan",
        "The plan.",
        lambda crosswalk: [crosswalk.plan],
        text("title"),
        text("organisation"),
        text("short"),
        maybe(text("period")),
        maybe(text("symbol")),
    ),
    records(
        "source",
        "The document that links the plan to the Compact.",
        lambda crosswalk: [crosswalk.source],
        text("symbol"),
        text("title"),
        maybe(text("author")),
        maybe(text("session")),
        maybe(text("date")),
        maybe(text("edition")),
        maybe(text("address")),
        maybe(text("coverage_table")),
        maybe(text("sha256")),
    ),
    records(
        "paragraph",
        "A numbered paragraph of the source.",
        lambda crosswalk: crosswalk.paragraphs,
        integer("number"),
        text("section"),
        text("summary"),
    ),
    records(
        "plan_point",
        "A point of the plan that the source cites.",
        lambda crosswalk: crosswalk.plan_points,
        text("ref"),
        text("key").of("ref.key"),
        text("subject"),
        maybe(text("summary")),
        maybe(array("means")),
        maybe(word("means_basis", MeansBasis)),
    ),
    listed(
        "plan_point_paragraph",
        "A paragraph that cites a plan point.",
        _PLAN_POINT.of("ref"),
        lambda crosswalk: ((point, point.paragraphs) for point in crosswalk.plan_points),
        _PARAGRAPH.of(_itself),
    ),
    records(
        "uncited",
        "A plan point that the numbering implies and the source never cites.",
        lambda crosswalk: crosswalk.uncited,
        text("ref").of(_itself),
    ),
    records(
        "coverage",
        "An objective's row of the coverage table; without a status it was not assessed yet.",
        lambda crosswalk: crosswalk.coverage,
        _OBJECTIVE,
        maybe(word("status", Status)),
        maybe(text("channel")),
        maybe(text("note")),
    ),
    numbered(
        "linkage",
        "That a place of the source ties an objective, or an action of it, to a plan point,"
        " or to work without one.",
        lambda crosswalk: crosswalk.linkages,
        _OBJECTIVE,
        _ACTION,
        maybe(_PLAN_POINT),
        maybe(_PARAGRAPH),
        _BASIS,
        word("stance", Stance),
        maybe(text("wording")),
        maybe(text("note")),
        maybe(text("place")),
    ),
)

_ACTIVITY = reference("activity", "activity", "id").of("id")
_DOCUMENT = reference("document", "document", "id").of("id")
_TENSION = reference("tension", "tension", "id").of("id")

_ACTIVITIES = (
    records(
        "activity",
        "Something that is done, made, held or planned.",
        lambda crosswalk: crosswalk.activities,
        text("id"),
        text("name"),
        word("kind", ActivityKind),
        text("owner"),
        maybe(word("status", ActivityStatus)),
        array("dates"),
        array("partners"),
        array("places"),
        text("summary"),
        array("also"),
    ),
    listed(
        "activity_figure",
        "An exact number that is given for an activity, and what it counts."
        " Figures are never added up.",
        _ACTIVITY,
        lambda crosswalk: ((activity, activity.figures) for activity in crosswalk.activities),
        integer("value"),
        text("of"),
    ),
    listed(
        "activity_objective",
        "An objective or action to which the source ties an activity.",
        _ACTIVITY,
        lambda crosswalk: ((activity, activity.objectives) for activity in crosswalk.activities),
        _OBJECTIVE.of("ref.objective.number"),
        _ACTION.of(lambda tie: _action_of(tie.ref)),
        _BASIS,
    ),
    listed(
        "activity_plan_point",
        "A plan point to which the source ties an activity.",
        _ACTIVITY,
        lambda crosswalk: ((activity, activity.plan_points) for activity in crosswalk.activities),
        _PLAN_POINT.of("ref"),
        _BASIS,
    ),
    listed(
        "activity_paragraph",
        "A paragraph that names an activity.",
        _ACTIVITY,
        lambda crosswalk: ((activity, activity.paragraphs) for activity in crosswalk.activities),
        _PARAGRAPH.of(_itself),
    ),
)

_DOCUMENTS = (
    records(
        "document",
        "A document that the source cites.",
        lambda crosswalk: crosswalk.documents,
        text("id"),
        maybe(text("symbol")),
        text("title"),
        maybe(integer("year")),
        word("kind", DocumentKind),
        maybe(integer("footnote")),
        maybe(text("address")),
        array("also"),
    ),
    listed(
        "document_paragraph",
        "A paragraph that cites a document.",
        _DOCUMENT,
        lambda crosswalk: ((document, document.paragraphs) for document in crosswalk.documents),
        _PARAGRAPH.of(_itself),
    ),
)

_TENSIONS = (
    records(
        "tension",
        "A place where the source disagrees with itself,"
        " or claims more in one place than in another.",
        lambda crosswalk: crosswalk.tensions,
        text("id"),
        word("kind", TensionKind),
        text("title"),
    ),
    listed(
        "tension_objective",
        "An objective or action that a tension concerns.",
        _TENSION,
        lambda crosswalk: ((tension, tension.objectives) for tension in crosswalk.tensions),
        _OBJECTIVE,
        _ACTION.of(_action_of),
    ),
    listed(
        "tension_plan_point",
        "A plan point that a tension concerns.",
        _TENSION,
        lambda crosswalk: ((tension, tension.plan_points) for tension in crosswalk.tensions),
        _PLAN_POINT.of(_itself),
    ),
    listed(
        "tension_side",
        "A side of a tension: what is said, the words quoted, and the places in the source.",
        _TENSION,
        lambda crosswalk: ((tension, tension.sides) for tension in crosswalk.tensions),
        text("text"),
        maybe(text("quote")),
        array("places").of("at"),
    ),
)

_RELATIONS = (*_COMPACT_SIDE, *_PLAN_SIDE, *_ACTIVITIES, *_DOCUMENTS, *_TENSIONS)
