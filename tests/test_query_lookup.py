"""Objectives, plan points, paragraphs and linkages: values read by hand off the source."""

import pytest

from gcmilo import (
    Crosswalk,
    MalformedReference,
    UnknownReference,
    linkages,
    objective,
    objectives,
    paragraph,
    paragraphs,
    plan_point,
    plan_points,
)
from gcmilo.model import Basis, Stance, Status
from gcmilo.query.gap import Gap
from gcmilo.query.lookup import ObjectivesAnswer

EXPLICIT, CONTEXTUAL = Basis.EXPLICIT, Basis.CONTEXTUAL


def bases(ends: object) -> dict[str, str | None]:
    return {str(end.ref): end.basis for end in ends}  # type: ignore[attr-defined]


def numbers(answer: ObjectivesAnswer) -> list[int]:
    return [line.objective.number for line in answer.objectives]


# objective


def test_objective_6_is_behind_three_points_by_context(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "6")
    assert bases(answer.plan_points) == {"12(a)": CONTEXTUAL, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL}
    assert answer.paragraphs == (11, 12)
    assert {str(ref) for ref in answer.linked} == {"6(c)", "6(e)", "6(i)", "6(l)"}
    assert [(str(link.subject), str(link.plan_point)) for link in answer.linkages] == [
        ("6", "None"), ("6", "None"), ("6(c)", "None"), ("6(e)", "None"), ("6(i)", "None"), ("6(l)", "None"),
        ("6", "12(a)"), ("6", "13(d)"), ("6", "14(a)"),
    ]  # fmt: skip
    assert answer.coverage.status is Status.ADDRESSED
    assert answer.objective.ref.gcm_paragraph == 22
    assert answer.objective.round_table == 1


def test_an_action_rolls_up_and_the_strongest_basis_counts(crosswalk: Crosswalk) -> None:
    assert bases(objective(crosswalk, "7").plan_points) == {
        "12(a)": CONTEXTUAL, "12(d)": EXPLICIT, "12(f)": EXPLICIT, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL,
        "14(d)": EXPLICIT,
    }  # fmt: skip
    assert bases(objective(crosswalk, "16").plan_points) == {"12(d)": EXPLICIT}
    assert bases(objective(crosswalk, "16(e)").plan_points) == {"12(d)": CONTEXTUAL}


def test_an_action_has_its_own_linkages_only(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "7d")
    assert str(answer.ref) == "7(d)"
    assert answer.action is not None
    assert answer.action.letter == "d"
    assert bases(answer.plan_points) == {"12(d)": EXPLICIT, "12(f)": EXPLICIT, "14(d)": EXPLICIT}
    assert answer.paragraphs == (13,)


def test_an_action_that_is_not_named_has_nothing(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "6(a)")
    assert (answer.linkages, answer.plan_points, answer.paragraphs) == ((), (), ())
    assert len(answer.linked) == 4


def test_an_objective_that_is_not_included_has_no_points(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "9")
    assert answer.plan_points == ()
    assert answer.paragraphs == (17,)
    assert [link.stance for link in answer.linkages] == [Stance.NOT_INCLUDED]


def test_objective_20_shows_its_tensions(crosswalk: Crosswalk) -> None:
    kinds = {tension.kind for tension in objective(crosswalk, "20").tensions}
    assert {"appendix_vs_narrative", "partial_coverage"} <= kinds
    assert objective(crosswalk, "15").tensions


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("24", UnknownReference, "the nearest is 23"),
        ("0", UnknownReference, "the nearest is 1"),
        ("22(d)", UnknownReference, "objective 22 has actions (a) to (c)"),
        ("six", MalformedReference, "did you mean 6?"),
        ("Data", MalformedReference, "did you mean 1?"),
        ("x", MalformedReference, "write a number from 1 to 23"),
        ("para 5", UnknownReference, "GCM paras 17 to 39"),
        ("para 16", UnknownReference, "GCM paras 17 to 39"),
        ("para 40", UnknownReference, "GCM paras 17 to 39"),
    ],
)
def test_what_is_no_objective(crosswalk: Crosswalk, text: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error) as raised:
        objective(crosswalk, text)
    assert said in str(raised.value)


# objectives


def test_all_objectives_with_their_gaps(crosswalk: Crosswalk) -> None:
    gaps = {line.objective.number: line.gap for line in objectives(crosswalk).objectives}
    assert gaps == {
        1: None, 2: Gap.NO_PLAN_POINT, 3: Gap.NO_PLAN_POINT, 4: Gap.INDIRECT, 5: None, 6: Gap.CONTEXTUAL_ONLY, 7: None,
        8: Gap.INDIRECT, 9: Gap.NOT_ADDRESSED, 10: Gap.CONTEXTUAL_ONLY, 11: Gap.NOT_ADDRESSED, 12: Gap.INDIRECT,
        13: Gap.NOT_ADDRESSED, 14: Gap.CONTEXTUAL_ONLY, 15: Gap.INDIRECT, 16: None, 17: Gap.NO_PLAN_POINT,
        18: Gap.NO_PLAN_POINT, 19: None, 20: Gap.NO_PLAN_POINT, 21: None, 22: None, 23: Gap.CONTEXTUAL_ONLY,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"status": Status.INDIRECT}, [4, 8, 12, 15]),
        ({"status": Status.NOT_ADDRESSED}, [9, 11, 13]),
        ({"plan_point": "13d"}, [6, 7, 10, 14]),
        ({"plan_point": "16"}, [23]),
        ({"plan_point": "18"}, []),
        ({"paragraph": "19"}, [19, 21]),
        ({"paragraph": "17"}, [2, 3, 4, 8, 9, 11, 12, 13, 15, 16, 17, 19, 20]),
        ({"round_table": 2}, [4, 8, 9, 10, 11, 13, 21]),
        ({"sdg": "8.8"}, [5, 6, 7, 10, 17]),
        ({"sdg": "SDG 4.B"}, [3, 5, 18]),
        ({"sdg": "4"}, [3, 5, 15, 16, 18]),
        ({"sdg": "1"}, [3, 4, 6, 7, 14, 15, 20, 21, 22]),
        ({"sdg": "all"}, [2, 19]),
        ({"refs": ["7", "6l", "objective 6"]}, [6, 7]),
        ({"plan_point": "12(c)", "status": Status.INDIRECT}, [15]),
        ({"refs": ["6"], "status": Status.INDIRECT}, []),
        ({"round_table": 1, "sdg": "8.8", "paragraph": "12"}, [6]),
    ],
    ids=str,
)
def test_objectives_that_meet_every_condition(
    crosswalk: Crosswalk, conditions: dict[str, object], found: list[int]
) -> None:
    answer = objectives(crosswalk, **conditions)  # type: ignore[arg-type]
    assert numbers(answer) == found
    assert len(answer) == len(found)


@pytest.mark.parametrize(
    "conditions",
    [{"plan_point": "12b"}, {"plan_point": "99"}, {"paragraph": "27"}, {"sdg": "18.1"}, {"refs": ["24"]}],
    ids=str,
)
def test_conditions_on_what_does_not_exist(crosswalk: Crosswalk, conditions: dict[str, object]) -> None:
    with pytest.raises(UnknownReference):
        objectives(crosswalk, **conditions)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["plan_point", "paragraph", "sdg"])
def test_an_empty_condition_is_no_reference_and_does_not_mean_everything(crosswalk: Crosswalk, name: str) -> None:
    with pytest.raises((MalformedReference, UnknownReference)):
        objectives(crosswalk, **{name: ""})  # type: ignore[arg-type]


# plan points


def test_plan_point_13d(crosswalk: Crosswalk) -> None:
    answer = plan_point(crosswalk, "13d")
    assert bases(answer.objectives) == {"6": CONTEXTUAL, "7": CONTEXTUAL, "10": CONTEXTUAL, "14": CONTEXTUAL}
    assert {link.paragraph for link in answer.linkages} == {12}
    assert answer.plan_point.paragraphs == (12,)


def test_plan_point_12d_serves_two_objectives_explicitly(crosswalk: Crosswalk) -> None:
    answer = plan_point(crosswalk, "12(d)")
    assert bases(answer.objectives) == {"7": EXPLICIT, "16": EXPLICIT}
    assert [str(link.subject) for link in answer.linkages] == ["7(d)", "16", "16(e)"]


def test_points_17_and_18_serve_no_objective(crosswalk: Crosswalk) -> None:
    for ref in ("17", "18"):
        assert plan_point(crosswalk, ref).objectives == ()
        assert plan_point(crosswalk, ref).linkages == ()


def test_all_plan_points_and_the_uncited(crosswalk: Crosswalk) -> None:
    answer = plan_points(crosswalk)
    served = {str(line.plan_point.ref): sorted(bases(line.objectives), key=int) for line in answer.plan_points}
    assert served == {
        "12(a)": ["6", "7", "10", "14"], "12(c)": ["15", "22"], "12(d)": ["7", "16"], "12(f)": ["7"], "13(a)": ["5"],
        "13(c)": ["19", "21"], "13(d)": ["6", "7", "10", "14"], "13(e)": ["1"], "13(f)": ["15", "22"],
        "14(a)": ["6", "7", "10", "14"], "14(b)": ["1"], "14(c)": ["15", "22"], "14(d)": ["7"], "15": ["23"],
        "16": ["23"], "17": [], "18": [],
    }  # fmt: skip
    assert [str(ref) for ref in answer.uncited] == ["12(b)", "12(e)", "13(b)"]
    assert len(answer) == 17


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("12b", UnknownReference, "Plan point 12(b) is implied by the numbering, never cited in GB.335/POL/1(Rev.)"),
        ("12b", UnknownReference, "nearest: 12(a) and 12(c)"),
        ("13(g)", UnknownReference, "nearest: 13(f) and 14(a)"),
        ("14", UnknownReference, "nearest: 14(a), 14(b), 14(c) and 14(d)."),
        ("15(a)", UnknownReference, "nearest: 15."),
        ("13d1", MalformedReference, "nearest: 13(d)."),
        ("19", UnknownReference, "nearest: 18"),
        ("1", UnknownReference, "nearest: 15"),
        ("thirteen", MalformedReference, "'thirteen' is no reference to a plan point"),
        ("", MalformedReference, "'' is no reference to a plan point"),
    ],
)
def test_what_is_no_plan_point(crosswalk: Crosswalk, text: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error) as raised:
        plan_point(crosswalk, text)
    assert said in str(raised.value)


# paragraphs


def test_paragraph_12(crosswalk: Crosswalk) -> None:
    answer = paragraph(crosswalk, "12")
    assert bases(answer.objectives) == {"6": CONTEXTUAL, "7": EXPLICIT, "10": EXPLICIT, "14": EXPLICIT}
    assert bases(answer.plan_points) == {"12(a)": CONTEXTUAL, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL}
    assert len(answer.linkages) == 15
    assert "fair-recruitment-initiative" in {activity.id for activity in answer.activities}


def test_a_paragraph_names_what_it_does_not_serve_and_cites_what_serves_nothing(crosswalk: Crosswalk) -> None:
    named = bases(paragraph(crosswalk, "17").objectives)
    assert {number for number, basis in named.items() if basis is None} == {"4", "8", "9", "11", "12", "13"}
    assert bases(paragraph(crosswalk, "1").plan_points) == {"17": None, "18": None}


def test_a_limiting_action_alone_does_not_serve_and_the_rest_of_its_paragraph_does(crosswalk: Crosswalk) -> None:
    assert bases(paragraph(crosswalk, "11").objectives) == {"6": EXPLICIT}
    only = [link for link in crosswalk.linkages if link.stance is Stance.LIMITS]
    assert len(only) == 1
    assert not only[0].stance.serves


def test_paragraph_7_ties_nothing(crosswalk: Crosswalk) -> None:
    answer = paragraph(crosswalk, "§7")
    assert (answer.objectives, answer.plan_points, answer.linkages) == ((), (), ())


def test_all_paragraphs_are_each_paragraph(crosswalk: Crosswalk) -> None:
    answer = paragraphs(crosswalk)
    assert len(answer) == 26
    assert all(line == paragraph(crosswalk, str(number)) for number, line in enumerate(answer.paragraphs, 1))
    assert sum(len(line.linkages) for line in answer.paragraphs) == 70


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("27", UnknownReference, "GB.335/POL/1(Rev.) has paragraphs 1 to 26, not 27; GCM para. 27 is objective 11"),
        ("0", UnknownReference, "has paragraphs 1 to 26, not 0."),
        ("40", UnknownReference, "has paragraphs 1 to 26, not 40."),
        ("twelve", MalformedReference, "write it as 12 or 'para. 12'"),
        ("6(l)", MalformedReference, "'6(l)' is no paragraph number"),
    ],
)
def test_what_is_no_paragraph(crosswalk: Crosswalk, text: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error) as raised:
        paragraph(crosswalk, text)
    assert said in str(raised.value)


# linkages


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ({}, 70),
        ({"basis": EXPLICIT}, 46),
        ({"basis": CONTEXTUAL}, 24),
        ({"stance": Stance.NOT_INCLUDED}, 6),
        ({"stance": Stance.TAKES_UP}, 6),
        ({"objective": "6"}, 9),
        ({"objective": "6(l)"}, 1),
        ({"objective": "6(a)"}, 0),
        ({"plan_point": "13(c)"}, 4),
        ({"paragraph": "16"}, 9),
        ({"paragraph": "16", "objective": "15", "basis": CONTEXTUAL}, 3),
        ({"objective": "7", "plan_point": "12f"}, 1),
        ({"plan_point": "17"}, 0),
    ],
    ids=str,
)
def test_linkages_that_meet_every_condition(crosswalk: Crosswalk, conditions: dict[str, object], count: int) -> None:
    answer = linkages(crosswalk, **conditions)  # type: ignore[arg-type]
    assert len(answer) == count
    assert [link for link in crosswalk.linkages if link in answer.linkages] == list(answer.linkages)


@pytest.mark.parametrize("name", ["objective", "plan_point", "paragraph"])
@pytest.mark.parametrize("text", ["", "zzz"])
def test_linkages_of_no_reference(crosswalk: Crosswalk, name: str, text: str) -> None:
    with pytest.raises(MalformedReference):
        linkages(crosswalk, **{name: text})  # type: ignore[arg-type]
