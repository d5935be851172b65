"""Gaps on both sides, with reasons and citations, worked out by hand."""

import pytest

from gcmilo import Crosswalk, gaps
from gcmilo.model import Status
from gcmilo.query.gap import Gap, GapsAnswer, ObjectiveGap

SOURCE = "GB.335/POL/1(Rev.)"


@pytest.fixture
def answer(crosswalk: Crosswalk) -> GapsAnswer:
    return gaps(crosswalk)


def gap_of(answer: GapsAnswer, number: int) -> ObjectiveGap:
    return next(found for found in answer.objectives if found.objective.number == number)


def reasons(answer: GapsAnswer, number: int) -> list[tuple[str, str]]:
    return [(reason.text, reason.citation) for reason in gap_of(answer, number).reasons]


def test_the_summary(answer: GapsAnswer) -> None:
    assert answer.objective_count == 23
    assert answer.statuses == {Status.ADDRESSED: 16, Status.INDIRECT: 4, Status.NOT_ADDRESSED: 3}
    assert answer.count(Gap.NO_PLAN_POINT) == 5
    assert answer.count(Gap.CONTEXTUAL_ONLY) == 4


def test_the_objectives_with_a_gap(answer: GapsAnswer) -> None:
    found = {gap: [o.objective.number for o in answer.objectives if o.gap is gap] for gap in Gap}
    assert found == {
        Gap.NOT_ADDRESSED: [9, 11, 13],
        Gap.INDIRECT: [4, 8, 12, 15],
        Gap.NO_PLAN_POINT: [2, 3, 17, 18, 20],
        Gap.CONTEXTUAL_ONLY: [6, 10, 14, 23],
        Gap.NO_OBJECTIVE: [],
    }


def test_the_plan_points_with_a_gap(answer: GapsAnswer) -> None:
    assert {str(found.plan_point.ref): found.gap for found in answer.plan_points} == {
        "12(a)": Gap.CONTEXTUAL_ONLY, "13(d)": Gap.CONTEXTUAL_ONLY, "14(a)": Gap.CONTEXTUAL_ONLY,
        "15": Gap.CONTEXTUAL_ONLY, "16": Gap.CONTEXTUAL_ONLY, "17": Gap.NO_OBJECTIVE, "18": Gap.NO_OBJECTIVE,
    }  # fmt: skip
    assert [str(ref) for ref in answer.uncited] == ["12(b)", "12(e)", "13(b)"]


def test_not_addressed_gives_the_bare_mark_and_the_sentence(answer: GapsAnswer) -> None:
    row, sentence = reasons(answer, 9)
    assert "bare mark" in row[0]
    assert row[1] == f"{SOURCE}, appendix, row 9"
    assert sentence[0].startswith("“not directly included in” (not included).")
    assert sentence[1] == f"{SOURCE}, para. 17"


def test_indirect_gives_the_channel(answer: GapsAnswer) -> None:
    text, citation = reasons(answer, 4)[0]
    assert "Indirect link through ILO services on rights-based labour migration frameworks" in text
    assert citation == f"{SOURCE}, appendix, row 4"


def test_objective_15_is_also_tied_by_context(answer: GapsAnswer) -> None:
    assert reasons(answer, 15)[-1] == (
        "Only the context ties it to 12(c), 13(f) and 14(c); no sentence does.",
        f"{SOURCE}, para. 16",
    )


def test_no_plan_point_gives_what_is_said_without_one(answer: GapsAnswer) -> None:
    found = reasons(answer, 17)
    assert found[0][1] == f"{SOURCE}, appendix, row 17"
    assert found[-1] == ("No plan point is cited for it.", SOURCE)
    assert any(text.startswith("Action 17(c): “of the type suggested in”") for text, _ in found)


def test_contextual_only_gives_the_points(answer: GapsAnswer) -> None:
    row, context = reasons(answer, 23)
    assert row[1] == f"{SOURCE}, appendix, row 23"
    assert context == ("Only the context ties it to 15 and 16; no sentence does.", f"{SOURCE}, paras 21 and 24")


def test_a_channel_beside_a_mark_is_told(answer: GapsAnswer) -> None:
    assert "through the ILO’s Fair Recruitment Initiative" in reasons(answer, 10)[0][0]
    assert "through" not in reasons(answer, 6)[0][0]


def test_a_point_without_objective_gives_its_paragraphs(answer: GapsAnswer) -> None:
    (reason,) = next(found for found in answer.plan_points if str(found.plan_point.ref) == "18").reasons
    assert reason.text == "Cited for review and monitoring; no objective is tied to it."
    assert reason.citation == f"{SOURCE}, para. 1"


def test_a_point_that_only_the_context_ties_gives_the_objectives(answer: GapsAnswer) -> None:
    found = {str(gap.plan_point.ref): gap.reasons[0] for gap in answer.plan_points}
    assert found["13(d)"].text == "Only the context ties it to objectives 6, 7, 10 and 14."
    assert found["16"].text == "Only the context ties it to objective 23."
    assert found["16"].citation == f"{SOURCE}, paras 21 and 24"


def test_every_reason_is_a_sentence_with_a_citation(answer: GapsAnswer) -> None:
    found = [r for gap in (*answer.objectives, *answer.plan_points) for r in gap.reasons]
    assert len(found) > 40
    assert [reason for reason in found if not reason.text.endswith(".") or not reason.citation.startswith(SOURCE)] == []


def test_objective_20_shows_its_tensions_without_being_asked(answer: GapsAnswer) -> None:
    found = gap_of(answer, 20).tensions
    assert "objective-20-financial-inclusion-without-remittances" in {tension.id for tension in found}
    assert all("20" in [str(ref) for ref in tension.objectives] for tension in found)
