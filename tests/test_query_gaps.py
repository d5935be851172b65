"""Gaps on both sides, with reasons and citations, worked out by hand."""

from dataclasses import replace

import pytest

from gcmilo import Crosswalk, gaps
from gcmilo.model import Status
from gcmilo.query.gaps import Gap, GapsAnswer, ObjectiveGap
from gcmilo.refs import ActionRef

SOURCE = "MIN/2024/7(Rev.)"


@pytest.fixture
def answer(crosswalk: Crosswalk) -> GapsAnswer:
    return gaps(crosswalk)


def gap_of(answer: GapsAnswer, number: int) -> ObjectiveGap:
    return next(found for found in answer.objectives if found.objective.number == number)


def reasons(answer: GapsAnswer, number: int) -> list[tuple[str, str]]:
    return [(reason.text, reason.citation) for reason in gap_of(answer, number).reasons]


def test_the_summary(answer: GapsAnswer) -> None:
    assert answer.objective_count == 23
    assert answer.statuses == {Status.ADDRESSED: 10, Status.INDIRECT: 3, Status.NOT_ADDRESSED: 10}
    assert answer.count(Gap.NO_PLAN_POINT) == 3
    assert answer.count(Gap.CONTEXTUAL_ONLY) == 2


def test_the_objectives_with_a_gap(answer: GapsAnswer) -> None:
    found = {gap: [o.objective.number for o in answer.objectives if o.gap is gap] for gap in Gap}
    assert found == {
        Gap.NOT_ADDRESSED: [1, 5, 8, 9, 11, 12, 13, 14, 17, 19],
        Gap.INDIRECT: [4, 15, 21],
        Gap.NO_PLAN_POINT: [2, 3, 20],
        Gap.CONTEXTUAL_ONLY: [10, 23],
        Gap.NO_OBJECTIVE: [],
    }


def test_the_plan_points_with_a_gap(answer: GapsAnswer) -> None:
    assert {str(found.plan_point.ref): found.gap for found in answer.plan_points} == {
        "1(b)": Gap.CONTEXTUAL_ONLY,
        "4": Gap.CONTEXTUAL_ONLY,
        "5": Gap.NO_OBJECTIVE,
    }
    assert [str(ref) for ref in answer.uncited] == ["2(a)", "2(b)"]


def test_not_addressed_gives_the_bare_mark_and_the_sentence(answer: GapsAnswer) -> None:
    row, sentence = reasons(answer, 9)
    assert "A bare mark" in row[0]
    assert row[1] == f"{SOURCE}, appendix, row 9"
    assert sentence[0].startswith("“not part of the plan” (not included).")
    assert sentence[1] == f"{SOURCE}, para. 7"


def test_indirect_gives_the_channel(answer: GapsAnswer) -> None:
    text, citation = reasons(answer, 4)[0]
    assert "Indirect link through services on labour mobility frameworks" in text
    assert citation == f"{SOURCE}, appendix, row 4"


def test_objective_15_is_also_tied_by_context(answer: GapsAnswer) -> None:
    assert reasons(answer, 15)[-1] == (
        "Only the context ties it to 2(c); no sentence does.",
        f"{SOURCE}, para. 6",
    )


def test_no_plan_point_gives_what_is_said_without_one(answer: GapsAnswer) -> None:
    row, said, none = reasons(answer, 20)
    assert row[1] == f"{SOURCE}, appendix, row 20"
    assert said[0].startswith("“no priority of its own” (qualified). Cheaper remittances")
    assert none == ("No plan point is cited for it.", SOURCE)


def test_what_is_said_of_an_action_names_it(crosswalk: Crosswalk) -> None:
    linkages = tuple(
        replace(linkage, action=ActionRef(linkage.objective, "d"))
        if linkage.objective.number == 20
        else linkage
        for linkage in crosswalk.linkages
    )
    assert reasons(gaps(replace(crosswalk, linkages=linkages)), 20)[1][0].startswith(
        "Action 20(d): “no priority"
    )


def test_contextual_only_gives_the_points(answer: GapsAnswer) -> None:
    row, context = reasons(answer, 23)
    assert row[1] == f"{SOURCE}, appendix, row 23"
    assert context == (
        "Only the context ties it to 4; no sentence does.",
        f"{SOURCE}, paras 9 and 10",
    )


def test_a_channel_beside_a_mark_is_told(answer: GapsAnswer) -> None:
    assert "through the Fair Crossing Scheme" in reasons(answer, 10)[0][0]
    assert "through" not in reasons(answer, 23)[0][0]


def test_a_point_without_objective_gives_its_paragraphs(answer: GapsAnswer) -> None:
    (reason,) = next(
        found for found in answer.plan_points if str(found.plan_point.ref) == "5"
    ).reasons
    assert reason.text == "Cited for review and monitoring; no objective is tied to it."
    assert reason.citation == f"{SOURCE}, para. 1"


def test_a_point_that_only_the_context_ties_gives_the_objectives(answer: GapsAnswer) -> None:
    found = {str(gap.plan_point.ref): gap.reasons[0] for gap in answer.plan_points}
    assert found["1(b)"].text == "Only the context ties it to objectives 6 and 10."
    assert found["4"].text == "Only the context ties it to objective 23."
    assert found["4"].citation == f"{SOURCE}, paras 9 and 10"


def test_every_reason_is_a_sentence_with_a_citation(answer: GapsAnswer) -> None:
    found = [r for gap in (*answer.objectives, *answer.plan_points) for r in gap.reasons]
    assert len(found) == 29 + 3
    assert [
        reason
        for reason in found
        if not reason.text.endswith(".") or not reason.citation.startswith(SOURCE)
    ] == []


def test_objective_20_shows_its_tensions_without_being_asked(answer: GapsAnswer) -> None:
    found = gap_of(answer, 20).tensions
    assert [tension.id for tension in found] == ["remittances-marked-without-priority"]
