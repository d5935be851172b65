"""Objectives, plan points, paragraphs and linkages: values read by hand off the small plan."""

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
from gcmilo.query.gaps import Gap
from gcmilo.query.objectives import ObjectivesAnswer

EXPLICIT, CONTEXTUAL = Basis.EXPLICIT, Basis.CONTEXTUAL


def bases(ends: object) -> dict[str, str | None]:
    return {str(end.ref): end.basis for end in ends}  # type: ignore[attr-defined]


def numbers(answer: ObjectivesAnswer) -> list[int]:
    return [line.objective.number for line in answer.objectives]


# objective


def test_objective_6_has_two_points_behind_it(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "6")
    assert bases(answer.plan_points) == {"1(a)": EXPLICIT, "1(b)": CONTEXTUAL}
    assert answer.paragraphs == (3,)
    assert {str(ref) for ref in answer.linked} == {"6(i)", "6(l)"}
    assert [(str(link.subject), str(link.plan_point)) for link in answer.linkages] == [
        ("6", "None"), ("6", "1(a)"), ("6", "1(b)"), ("6(i)", "None"), ("6(l)", "1(a)"),
    ]  # fmt: skip
    assert answer.coverage.status is Status.ADDRESSED
    assert answer.objective.ref.gcm_paragraph == 22
    assert answer.objective.round_table == 1


def test_an_action_rolls_up_and_the_strongest_basis_counts(crosswalk: Crosswalk) -> None:
    assert bases(objective(crosswalk, "7").plan_points) == {"2(d)": EXPLICIT}
    assert bases(objective(crosswalk, "16").plan_points) == {"2(d)": EXPLICIT}
    assert bases(objective(crosswalk, "16(e)").plan_points) == {"2(d)": CONTEXTUAL}
    assert bases(objective(crosswalk, "6(l)").plan_points) == {"1(a)": CONTEXTUAL}
    assert objective(crosswalk, "23").paragraphs == (9, 10)


def test_a_point_that_an_objective_is_only_limited_by_is_not_behind_it(
    crosswalk: Crosswalk,
) -> None:
    answer = objective(crosswalk, "21")
    assert [(str(link.plan_point), link.basis, link.stance) for link in answer.linkages] == [
        ("2(d)", EXPLICIT, Stance.LIMITS)
    ]
    assert answer.plan_points == ()


def test_an_action_has_its_own_linkages_only(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "7d")
    assert str(answer.ref) == "7(d)"
    assert answer.action is not None
    assert answer.action.letter == "d"
    assert bases(answer.plan_points) == {"2(d)": EXPLICIT}
    assert answer.paragraphs == (5,)


def test_an_action_that_is_not_named_has_nothing(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "6(a)")
    assert (answer.linkages, answer.plan_points, answer.paragraphs) == ((), (), ())
    assert len(answer.linked) == 2


def test_an_objective_that_is_not_included_has_no_points(crosswalk: Crosswalk) -> None:
    answer = objective(crosswalk, "9")
    assert answer.plan_points == ()
    assert answer.paragraphs == (7,)
    assert [link.stance for link in answer.linkages] == [Stance.NOT_INCLUDED]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("20", ["appendix_vs_narrative"]),
        ("6", ["partial_coverage", "limiting_wording"]),
        ("7", ["limiting_wording"]),
        ("15", []),
    ],
)
def test_an_objective_shows_its_tensions_and_those_of_its_actions(
    crosswalk: Crosswalk, text: str, kinds: list[str]
) -> None:
    assert [tension.kind for tension in objective(crosswalk, text).tensions] == kinds


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
def test_what_is_no_objective(
    crosswalk: Crosswalk, text: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as raised:
        objective(crosswalk, text)
    assert said in str(raised.value)


# objectives


def test_all_objectives_with_their_gaps(crosswalk: Crosswalk) -> None:
    gaps = {line.objective.number: line.gap for line in objectives(crosswalk).objectives}
    assert gaps == {
        1: Gap.NOT_ADDRESSED, 2: Gap.NO_PLAN_POINT, 3: Gap.NO_PLAN_POINT, 4: Gap.INDIRECT, 5: Gap.NOT_ADDRESSED,
        6: None, 7: None, 8: Gap.NOT_ADDRESSED, 9: Gap.NOT_ADDRESSED, 10: Gap.CONTEXTUAL_ONLY, 11: Gap.NOT_ADDRESSED,
        12: Gap.NOT_ADDRESSED, 13: Gap.NOT_ADDRESSED, 14: Gap.NOT_ADDRESSED, 15: Gap.INDIRECT, 16: None,
        17: Gap.NOT_ADDRESSED, 18: None, 19: Gap.NOT_ADDRESSED, 20: Gap.NO_PLAN_POINT, 21: Gap.INDIRECT, 22: None,
        23: Gap.CONTEXTUAL_ONLY,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"status": Status.INDIRECT}, [4, 15, 21]),
        ({"status": Status.NOT_ADDRESSED}, [1, 5, 8, 9, 11, 12, 13, 14, 17, 19]),
        ({"plan_point": "1b"}, [6, 10]),
        ({"plan_point": "4"}, [23]),
        ({"plan_point": "2d"}, [7, 16]),
        ({"plan_point": "5"}, []),
        ({"paragraph": "6"}, [15, 22]),
        ({"paragraph": "7"}, [2, 3, 4, 9, 20, 21]),
        ({"round_table": 2}, [4, 8, 9, 10, 11, 13, 21]),
        ({"sdg": "8.8"}, [5, 6, 7, 10, 17]),
        ({"sdg": "SDG 4.B"}, [3, 5, 18]),
        ({"sdg": "4"}, [3, 5, 15, 16, 18]),
        ({"sdg": "1"}, [3, 4, 6, 7, 14, 15, 20, 21, 22]),
        ({"sdg": "all"}, [2, 19]),
        ({"refs": ["7", "6l", "objective 6"]}, [6, 7]),
        ({"plan_point": "2(c)", "status": Status.INDIRECT}, [15]),
        ({"refs": ["6"], "status": Status.INDIRECT}, []),
        ({"round_table": 1, "sdg": "8.8", "paragraph": "3"}, [6]),
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
    [
        {"plan_point": "2b"},
        {"plan_point": "99"},
        {"paragraph": "12"},
        {"sdg": "18.1"},
        {"refs": ["24"]},
    ],
    ids=str,
)
def test_conditions_on_what_does_not_exist(
    crosswalk: Crosswalk, conditions: dict[str, object]
) -> None:
    with pytest.raises(UnknownReference):
        objectives(crosswalk, **conditions)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["plan_point", "paragraph", "sdg"])
def test_an_empty_condition_is_no_reference_and_does_not_mean_everything(
    crosswalk: Crosswalk, name: str
) -> None:
    with pytest.raises((MalformedReference, UnknownReference)):
        objectives(crosswalk, **{name: ""})  # type: ignore[arg-type]


# plan points


def test_plan_point_1b(crosswalk: Crosswalk) -> None:
    answer = plan_point(crosswalk, "1b")
    assert bases(answer.objectives) == {"6": CONTEXTUAL, "10": CONTEXTUAL}
    assert [link.paragraph for link in answer.linkages] == [3, 4]
    assert answer.plan_point.paragraphs == (3, 4)


def test_plan_point_2d_serves_two_objectives_explicitly_and_a_third_not(
    crosswalk: Crosswalk,
) -> None:
    answer = plan_point(crosswalk, "2(d)")
    assert bases(answer.objectives) == {"7": EXPLICIT, "16": EXPLICIT}
    assert [str(link.subject) for link in answer.linkages] == ["7(d)", "16", "16(e)", "21"]


def test_point_5_serves_no_objective(crosswalk: Crosswalk) -> None:
    answer = plan_point(crosswalk, "5")
    assert (answer.objectives, answer.linkages) == ((), ())


def test_all_plan_points_and_the_uncited(crosswalk: Crosswalk) -> None:
    answer = plan_points(crosswalk)
    served = {
        str(line.plan_point.ref): sorted(bases(line.objectives), key=int)
        for line in answer.plan_points
    }
    assert served == {
        "1(a)": ["6"], "1(b)": ["6", "10"], "2(c)": ["15", "22"], "2(d)": ["7", "16"], "3": ["18"], "4": ["23"],
        "5": [],
    }  # fmt: skip
    assert [str(ref) for ref in answer.uncited] == ["2(a)", "2(b)"]
    assert len(answer) == 7


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        (
            "2b",
            UnknownReference,
            "Plan point 2(b) is implied by the numbering, never cited in MIN/2024/7(Rev.)",
        ),
        ("2b", UnknownReference, "nearest: 1(b) and 2(c)"),
        ("1(c)", UnknownReference, "nearest: 1(b) and 2(c)"),
        ("2", UnknownReference, "nearest: 2(c) and 2(d)."),
        ("3(a)", UnknownReference, "nearest: 3."),
        ("2d1", MalformedReference, "nearest: 2(d)."),
        ("6", UnknownReference, "nearest: 5."),
        ("0", UnknownReference, "nearest: 3."),
        ("thirteen", MalformedReference, "'thirteen' is no reference to a plan point"),
        ("", MalformedReference, "'' is no reference to a plan point"),
    ],
)
def test_what_is_no_plan_point(
    crosswalk: Crosswalk, text: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as raised:
        plan_point(crosswalk, text)
    assert said in str(raised.value)


# paragraphs


def test_paragraph_3(crosswalk: Crosswalk) -> None:
    answer = paragraph(crosswalk, "3")
    assert bases(answer.objectives) == {"6": EXPLICIT}
    assert bases(answer.plan_points) == {"1(a)": EXPLICIT, "1(b)": CONTEXTUAL}
    assert len(answer.linkages) == 5
    assert [activity.id for activity in answer.activities] == [
        "recruitment-code",
        "crossing-scheme",
    ]
    assert bases(paragraph(crosswalk, "6").objectives) == {"15": CONTEXTUAL, "22": EXPLICIT}


def test_a_paragraph_names_what_it_does_not_serve_and_cites_what_serves_nothing(
    crosswalk: Crosswalk,
) -> None:
    assert bases(paragraph(crosswalk, "7").objectives) == {
        "2": EXPLICIT, "3": CONTEXTUAL, "4": None, "9": None, "20": EXPLICIT, "21": None,
    }  # fmt: skip
    assert bases(paragraph(crosswalk, "1").plan_points) == {"5": None}
    assert bases(paragraph(crosswalk, "7").plan_points) == {"2(d)": None}


def test_a_limiting_action_alone_does_not_serve_and_the_rest_of_its_paragraph_does(
    crosswalk: Crosswalk,
) -> None:
    limits = [link for link in paragraph(crosswalk, "3").linkages if link.stance is Stance.LIMITS]
    assert [str(link.subject) for link in limits] == ["6(i)"]
    assert not limits[0].stance.serves
    assert objective(crosswalk, "6(i)").paragraphs == (3,)
    assert bases(paragraph(crosswalk, "3").objectives) == {"6": EXPLICIT}


def test_paragraph_2_ties_nothing(crosswalk: Crosswalk) -> None:
    answer = paragraph(crosswalk, "§2")
    assert (answer.objectives, answer.plan_points, answer.linkages) == ((), (), ())


def test_all_paragraphs_are_each_paragraph(crosswalk: Crosswalk) -> None:
    answer = paragraphs(crosswalk)
    assert len(answer) == 11
    assert all(
        line == paragraph(crosswalk, str(number))
        for number, line in enumerate(answer.paragraphs, 1)
    )
    assert sum(len(line.linkages) for line in answer.paragraphs) == 20


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        (
            "27",
            UnknownReference,
            "MIN/2024/7(Rev.) has paragraphs 1 to 11, not 27; GCM para. 27 is objective 11",
        ),
        ("0", UnknownReference, "has paragraphs 1 to 11, not 0."),
        ("40", UnknownReference, "has paragraphs 1 to 11, not 40."),
        ("seven", MalformedReference, "write it as 7 or 'para. 7'"),
        ("6(l)", MalformedReference, "'6(l)' is no paragraph number"),
    ],
)
def test_what_is_no_paragraph(
    crosswalk: Crosswalk, text: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as raised:
        paragraph(crosswalk, text)
    assert said in str(raised.value)


# linkages


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ({}, 20),
        ({"basis": EXPLICIT}, 12),
        ({"basis": CONTEXTUAL}, 8),
        ({"stance": Stance.NOT_INCLUDED}, 2),
        ({"stance": Stance.TAKES_UP}, 1),
        ({"objective": "6"}, 5),
        ({"objective": "6(l)"}, 1),
        ({"objective": "6(a)"}, 0),
        ({"plan_point": "2(d)"}, 4),
        ({"paragraph": "7"}, 6),
        ({"paragraph": "3", "objective": "6", "basis": CONTEXTUAL}, 2),
        ({"objective": "6", "plan_point": "1a"}, 2),
        ({"plan_point": "5"}, 0),
    ],
    ids=str,
)
def test_linkages_that_meet_every_condition(
    crosswalk: Crosswalk, conditions: dict[str, object], count: int
) -> None:
    answer = linkages(crosswalk, **conditions)  # type: ignore[arg-type]
    assert len(answer) == count
    assert [link for link in crosswalk.linkages if link in answer.linkages] == list(answer.linkages)


@pytest.mark.parametrize("name", ["objective", "plan_point", "paragraph"])
@pytest.mark.parametrize("text", ["", "zzz"])
def test_linkages_of_no_reference(crosswalk: Crosswalk, name: str, text: str) -> None:
    with pytest.raises(MalformedReference):
        linkages(crosswalk, **{name: text})  # type: ignore[arg-type]
