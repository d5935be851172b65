"""The crosswalk as relations. The Data Package and the database are made of them.

A list of references is a table of its own, with ``position`` for the order; a list of words is one column that holds a
JSON array.
"""

from dataclasses import replace

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.relation import (
    CellType,
    Relation,
    array,
    arrays,
    listed,
    numbers,
    ref,
    split_subject,
    texts,
    to,
    word,
)
from gcmilo.model import (
    ActivityKind,
    ActivityStatus,
    Basis,
    DocumentKind,
    MeansBasis,
    Stance,
    Status,
    TensionKind,
)


def relations(crosswalk: Crosswalk) -> tuple[Relation, ...]:
    """Return the relations, each after those that it refers to.

    A plan of one's own may have no paragraphs and yet name some; then nothing refers to their table.
    """
    return _RELATIONS if crosswalk.paragraphs else tuple(_without_paragraphs(relation) for relation in _RELATIONS)


def _without_paragraphs(relation: Relation) -> Relation:
    columns = (replace(c, to=None) if c.to == ("paragraph", "number") else c for c in relation.columns)
    return replace(relation, columns=tuple(columns))


_OBJECTIVE = to("objective", "objective", "number", CellType.INTEGER)
_PLAN_POINT = to("plan_point", "plan_point", "ref")
_PARAGRAPH = to("paragraph", "paragraph", "number", CellType.INTEGER)


_SUBJECT = (_OBJECTIVE, to("action?", "action", "ref"))
_BASIS = word("basis", Basis)

_COMPACT_SIDE = (
    Relation(
        "objective",
        "An objective of the Compact.",
        ("number",),
        (
            *numbers("number"),
            *texts("title_en title_fr title_es label_en label_fr label_es"),
            *numbers("gcm_paragraph round_table"),
            *texts("sdg_note?"),
        ),
        lambda c: (
            (
                *(o.number, o.title.en, o.title.fr, o.title.es, o.label.en, o.label.fr, o.label.es),
                *(o.ref.gcm_paragraph, o.round_table, o.sdg_note),
            )
            for o in c.objectives
        ),
    ),
    Relation(
        "action",
        "A lettered action of an objective.",
        ("ref",),
        (*texts("ref"), _OBJECTIVE, *texts("letter label")),
        lambda c: (
            (str(ref), o.number, action.letter, action.label)
            for o in c.objectives
            for ref, action in o.actions_by_ref.items()
        ),
    ),
    listed(
        "objective_sdg_target",
        "An SDG target that is listed under an objective; ALL is all of them.",
        _OBJECTIVE,
        texts("target"),
        lambda c: ((o.number, [(target,) for target in o.sdg_targets]) for o in c.objectives),
    ),
    Relation(
        "term",
        "A notion of the field, by its words in three languages.",
        ("id",),
        (*numbers("id"), *arrays("en fr es")),
        lambda c: ((n, array(t.en), array(t.fr), array(t.es)) for n, t in enumerate(c.terms, 1)),
    ),
)

_PLAN_SIDE = (
    Relation(
        "plan",
        "The plan.",
        ("title",),
        texts("title organisation short period? symbol?"),
        lambda c: [(c.plan.title, c.plan.organisation, c.plan.short, c.plan.period, c.plan.symbol)],
    ),
    Relation(
        "source",
        "The document that links the plan to the Compact.",
        ("symbol",),
        texts("symbol title author? session? date? edition? address? coverage_table? sha256?"),
        lambda c: [
            (
                *(c.source.symbol, c.source.title, c.source.author, c.source.session),
                *(c.source.date, c.source.edition, c.source.address, c.source.coverage_table, c.source.sha256),
            )
        ],
    ),
    Relation(
        "paragraph",
        "A numbered paragraph of the source.",
        ("number",),
        (*numbers("number"), *texts("section summary")),
        lambda c: ((p.number, p.section, p.summary) for p in c.paragraphs),
    ),
    Relation(
        "plan_point",
        "A point of the plan that the source cites.",
        ("ref",),
        (*texts("ref key subject summary?"), *arrays("means?"), word("means_basis?", MeansBasis)),
        lambda c: ((str(p.ref), p.ref.key, p.subject, p.summary, array(p.means), p.means_basis) for p in c.plan_points),
    ),
    listed(
        "plan_point_paragraph",
        "A paragraph that cites a plan point.",
        _PLAN_POINT,
        (_PARAGRAPH,),
        lambda c: ((str(p.ref), [(number,) for number in p.paragraphs]) for p in c.plan_points),
    ),
    Relation(
        "uncited",
        "A plan point that the numbering implies and the source never cites.",
        ("ref",),
        texts("ref"),
        lambda c: ((str(point),) for point in c.uncited),
    ),
    Relation(
        "coverage",
        "An objective's row of the coverage table; without a status it was not assessed yet.",
        ("objective",),
        (_OBJECTIVE, word("status?", Status), *texts("channel? note?")),
        lambda c: ((row.objective.number, row.status, row.channel, row.note) for row in c.coverage),
    ),
    Relation(
        "linkage",
        "That a paragraph ties an objective, or an action of it, to a plan point, or to work without one.",
        ("id",),
        (
            *numbers("id"),
            *_SUBJECT,
            replace(_PLAN_POINT, optional=True),
            replace(_PARAGRAPH, optional=True),
            _BASIS,
            word("stance", Stance),
            *texts("wording? note?"),
        ),
        lambda c: (
            (
                *(number, link.objective.number, ref(link.action), ref(link.plan_point), link.paragraph),
                *(link.basis, link.stance, link.wording, link.note),
            )
            for number, link in enumerate(c.linkages, 1)
        ),
    ),
)

_ACTIVITY = to("activity", "activity", "id")
_DOCUMENT = to("document", "document", "id")
_TENSION = to("tension", "tension", "id")

_EVIDENCE = (
    Relation(
        "activity",
        "Something that is done, made, held or planned.",
        ("id",),
        (
            *texts("id name"),
            word("kind", ActivityKind),
            *texts("owner"),
            word("status?", ActivityStatus),
            *arrays("dates partners places"),
            *texts("summary"),
            *arrays("also"),
        ),
        lambda c: (
            (
                *(a.id, a.name, a.kind, a.owner, a.status, array(a.dates), array(a.partners), array(a.places)),
                *(a.summary, array(a.also)),
            )
            for a in c.activities
        ),
    ),
    listed(
        "activity_figure",
        "An exact number that is given for an activity, and what it counts. Figures are never added up.",
        _ACTIVITY,
        (*numbers("value"), *texts("of")),
        lambda c: ((a.id, [(figure.value, figure.of) for figure in a.figures]) for a in c.activities),
    ),
    listed(
        "activity_objective",
        "An objective or action to which the source ties an activity.",
        _ACTIVITY,
        (*_SUBJECT, _BASIS),
        lambda c: ((a.id, [(*split_subject(tie.ref), tie.basis) for tie in a.objectives]) for a in c.activities),
    ),
    listed(
        "activity_plan_point",
        "A plan point to which the source ties an activity.",
        _ACTIVITY,
        (_PLAN_POINT, _BASIS),
        lambda c: ((a.id, [(str(tie.ref), tie.basis) for tie in a.plan_points]) for a in c.activities),
    ),
    listed(
        "activity_paragraph",
        "A paragraph that names an activity.",
        _ACTIVITY,
        (_PARAGRAPH,),
        lambda c: ((a.id, [(number,) for number in a.paragraphs]) for a in c.activities),
    ),
    Relation(
        "document",
        "A document that the source cites.",
        ("id",),
        (
            *texts("id symbol? title"),
            *numbers("year?"),
            word("kind", DocumentKind),
            *numbers("footnote?"),
            *texts("address?"),
            *arrays("also"),
        ),
        lambda c: (
            (d.id, d.symbol, d.title, d.year, d.kind, d.footnote, d.address, array(d.also)) for d in c.documents
        ),
    ),
    listed(
        "document_paragraph",
        "A paragraph that cites a document.",
        _DOCUMENT,
        (_PARAGRAPH,),
        lambda c: ((d.id, [(number,) for number in d.paragraphs]) for d in c.documents),
    ),
    Relation(
        "tension",
        "A place where the source disagrees with itself, or claims more in one place than in another.",
        ("id",),
        (*texts("id"), word("kind", TensionKind), *texts("title")),
        lambda c: ((t.id, t.kind, t.title) for t in c.tensions),
    ),
    listed(
        "tension_objective",
        "An objective or action that a tension concerns.",
        _TENSION,
        _SUBJECT,
        lambda c: ((t.id, [split_subject(subject) for subject in t.objectives]) for t in c.tensions),
    ),
    listed(
        "tension_plan_point",
        "A plan point that a tension concerns.",
        _TENSION,
        (_PLAN_POINT,),
        lambda c: ((t.id, [(str(point),) for point in t.plan_points]) for t in c.tensions),
    ),
    listed(
        "tension_side",
        "A side of a tension: what is said, the words quoted, and the places in the source.",
        _TENSION,
        (*texts("text quote?"), *arrays("places")),
        lambda c: ((t.id, [(s.text, s.quote, array(map(str, s.at))) for s in t.sides]) for t in c.tensions),
    ),
)

_RELATIONS = (*_COMPACT_SIDE, *_PLAN_SIDE, *_EVIDENCE)
