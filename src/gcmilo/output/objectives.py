"""How objectives and actions are shown: one and all that is said of it, or a list of them."""

from gcmilo.model import Source, cite_compact
from gcmilo.output.forms import Forms
from gcmilo.output.page import Facts, Page, facts, listed, table
from gcmilo.output.parts import (
    activities_in_short,
    documents_in_short,
    ends_on,
    linkages_in_short,
    tensions_in_short,
    where,
)
from gcmilo.query.basis import bases_to_show, places_of
from gcmilo.query.gaps import Gap
from gcmilo.query.objectives import ObjectiveAnswer, ObjectivesAnswer
from gcmilo.refs import name_places
from gcmilo.shapes import (
    ACTIVITIES,
    CITED_COMPACT,
    COVERAGE,
    DOCUMENTS,
    ENDS,
    LINKAGES,
    NUMBERS,
    OBJECTIVE,
    TENSIONS,
    TEXT,
    TRUTH,
    answer,
    many,
    maybe,
    record,
    word_of,
)
from gcmilo.text import status_words, words

_ACTION = record(ref=TEXT, letter=TEXT.of("action.letter"), label=TEXT.of("action.label"))
# ``linked`` says the same as ``named``: keys of the JSON only grow, and this one was there first.
_ACTION_LINE = record(**_ACTION.fields, linked=TRUTH.of("named"), named=TRUTH)
_OBJECTIVE = answer(
    "objective",
    ref=TEXT,
    **OBJECTIVE.within("objective", "number", "title", "titles", "label"),
    **OBJECTIVE.within("objective", "gcm_paragraph", "round_table", "sdg_targets"),
    coverage=COVERAGE.only("status", "channel", "note"),
    action=maybe(_ACTION).of("asked_action"),
    actions=many(_ACTION_LINE),
    plan_points=ENDS,
    paragraphs=NUMBERS,
    linkages=LINKAGES,
    activities=ACTIVITIES,
    tensions=TENSIONS,
    documents=DOCUMENTS,
    **OBJECTIVE.within("objective", "sdg_note"),
    citation=CITED_COMPACT.of("ref"),
)
_OBJECTIVE_LINE = record(
    **OBJECTIVE.within("objective", "ref", "number", "title", "label", "round_table"),
    coverage=COVERAGE.only("status", "channel"),
    plan_points=ENDS,
    paragraphs=NUMBERS,
    gap=maybe(word_of(Gap)),
    **OBJECTIVE.within("objective", "citation"),
)


def _objective_page(answer: ObjectiveAnswer, source: Source, language: str) -> Page:
    found, action = answer.objective, answer.action
    points = [(point.ref, words(point.basis), point.subject) for point in answer.plan_points]
    actions = [
        (line.ref, "named" if line.named else "", line.action.label)
        for line in answer.asked_actions
    ]
    if action:
        title = f"Action {answer.ref}: {action.label}"
    else:
        title = f"Objective {found.number}: {found.title[language]}"
    return Page(
        title,
        (
            _objective_facts(answer, language),
            *table("Plan points behind it", "Point! | Basis! | Subject", points),
            *table("Actions", "Action! | Named! | Label", actions),
            *linkages_in_short(answer.linkages),
            *activities_in_short(answer.activities),
            *documents_in_short(answer.documents),
            *tensions_in_short(answer.tensions),
        ),
        source.symbol,
    )


def _objective_facts(answer: ObjectiveAnswer, language: str) -> Facts:
    found, row = answer.objective, answer.coverage
    channel = f" ({row.channel})" if row.channel else ""
    return facts(
        # The title of an action's page does not name its objective.
        Objective=f"{found.number} {found.title[language]}" if answer.action else None,
        In_the_Compact=cite_compact(answer.ref),
        Coverage=f"{status_words(row.status)}{channel}",
        Note=row.note,
        Round_table=found.round_table,
        SDG_targets=listed(found.sdg_targets),
        SDG_note=found.sdg_note,
        Said_in=name_places(places_of(answer.linkages)),
        Plan_points=None if answer.plan_points else "none cited",
    )


def _objectives_page(answer: ObjectivesAnswer, source: Source, language: str) -> Page:
    bases = bases_to_show(end.basis for line in answer.objectives for end in line.plan_points)
    head, places = where([line.places for line in answer.objectives], "Paras")
    rows = [
        (
            line.objective.number,
            line.objective.title[language],
            words(line.coverage.status),
            *(ends_on(line.plan_points, basis) for basis in bases),
            place,
            words(line.gap),
        )
        for line, place in zip(answer.objectives, places, strict=True)
    ]
    points = " | ".join(f"{basis.capitalize()} points" for basis in bases)
    columns = f"No.! | Objective | Status! | {points} | {head} | Gap!"
    return Page("Objectives", table("", columns, rows), source.symbol)


FORMS = {
    ObjectiveAnswer: Forms(_OBJECTIVE, _objective_page, "linkages"),
    ObjectivesAnswer: Forms(
        answer("objectives", objectives=many(_OBJECTIVE_LINE)), _objectives_page, "objectives"
    ),
}
