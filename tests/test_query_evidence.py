"""Activities, documents and tensions, with their filters, read off the small plan by hand."""

from dataclasses import replace

import pytest

from conftest import Run
from gcmilo import (
    Crosswalk,
    MalformedReference,
    UnknownReference,
    activities,
    activity,
    documents,
    tensions,
)
from gcmilo.model import ActivityKind, TensionKind
from gcmilo.query.evidence import ActivitiesAnswer


def ids(answer: ActivitiesAnswer) -> set[str]:
    return {found.id for found in answer.activities}


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"place": "södermark"}, {"crossing-scheme"}),
        ({"place": "SODERMARK"}, {"crossing-scheme"}),
        ({"place": "Northland", "objective": "21"}, set()),
        ({"objective": "6"}, {"recruitment-code", "crossing-scheme"}),
        ({"objective": "6(l)"}, {"recruitment-code"}),
        ({"objective": "21"}, {"valley-returnees"}),
        ({"objective": "10"}, {"crossing-scheme", "valley-returnees"}),
        ({"objective": "18(e)"}, {"skills-bridge"}),
        ({"kind": ActivityKind.AWARD}, {"press-prize"}),
        ({"text": "no such words"}, set()),
        ({"place": "Upper Valley", "year": 2018}, set()),
        ({"place": "Upper Valley", "year": 2019}, {"valley-returnees"}),
        ({"place": "Upper Valley", "year": 2021}, {"valley-returnees"}),
        ({"place": "Upper Valley", "year": 2023}, {"valley-returnees"}),
        ({"place": "Upper Valley", "year": 2024}, set()),
        ({"year": 2021}, {"recruitment-code", "valley-returnees"}),
        ({"year": 2022}, {"crossing-scheme", "valley-returnees"}),
        ({"year": 2024}, {"council-session", "crossing-scheme"}),
        ({"year": 2026}, {"skills-bridge"}),
        ({"year": 2027}, set()),
        ({"plan_point": "1(a)"}, {"recruitment-code", "crossing-scheme"}),
        ({"plan_point": "2(d)"}, {"valley-returnees"}),
        ({"plan_point": "5"}, {"plan-review"}),
    ],
    ids=str,
)
def test_activities_that_meet_every_condition(
    crosswalk: Crosswalk, conditions: dict[str, object], found: set[str]
) -> None:
    answer = activities(crosswalk, **conditions)  # type: ignore[arg-type]
    assert ids(answer) == found
    assert len(answer) == len(found)


def test_the_owner_counts_as_a_partner(crosswalk: Crosswalk) -> None:
    assert ids(activities(crosswalk, partner="northland")) == {
        found.id for found in crosswalk.activities
    }
    assert ids(activities(crosswalk, partner="red cross")) == {"valley-returnees"}
    assert ids(activities(crosswalk, partner="SÖDERMARK")) == {"crossing-scheme", "skills-bridge"}


def test_text_is_looked_for_in_names_summaries_and_what_figures_count(crosswalk: Crosswalk) -> None:
    assert ids(activities(crosswalk, text="ENTREPRENEURSHIP")) == {"valley-returnees"}
    assert ids(activities(crosswalk, text="who came back")) == {"valley-returnees"}
    assert ids(activities(crosswalk, text="return to the upper")) == {"valley-returnees"}


def test_an_activity_is_the_record_of_its_file(crosswalk: Crosswalk) -> None:
    found = activity(crosswalk, "valley-returnees").activity
    assert [figure.value for figure in found.figures] == [12480, 905]
    assert found.dates == ("2019/2023",)
    assert found.places == ("Upper Valley",)
    assert found.paragraphs == (7,)


def test_no_conditions_are_all_activities(crosswalk: Crosswalk) -> None:
    assert activities(crosswalk).activities == crosswalk.activities


def test_an_activity_that_is_none(crosswalk: Crosswalk) -> None:
    with pytest.raises(UnknownReference, match="nearest: valley-returnees"):
        activity(crosswalk, "vally-returnees")
    with pytest.raises(UnknownReference, match=r"no activity 'zzzzzz'\."):
        activity(crosswalk, "zzzzzz")


def test_a_search_is_proposed_where_no_id_is_near(run: Run) -> None:
    assert run("activity", "zzzzzz").said.endswith("Look for it with: gcmilo search 'zzzzzz'\n")
    assert "search" not in run("activity", "vally-returnees").said


@pytest.mark.parametrize("ask", [activities, tensions], ids=lambda ask: ask.__name__)
def test_conditions_on_references_that_are_none(crosswalk: Crosswalk, ask: object) -> None:
    with pytest.raises(UnknownReference):
        ask(crosswalk, objective="24")  # type: ignore[operator]
    with pytest.raises(UnknownReference):
        ask(crosswalk, plan_point="2b")  # type: ignore[operator]
    with pytest.raises(MalformedReference):
        ask(crosswalk, objective="")  # type: ignore[operator]


def test_documents_are_all_of_them_and_the_plan_is_one(crosswalk: Crosswalk) -> None:
    answer = documents(crosswalk)
    assert len(answer) == 4
    assert [document.symbol for document in answer.documents] == [
        "MIN/2023/1",
        "A/RES/73/195",
        None,
        None,
    ]


def test_tensions_of_an_objective_a_point_and_a_kind(crosswalk: Crosswalk) -> None:
    assert tensions(crosswalk).tensions == crosswalk.tensions
    of_six = ["recruitment-without-decent-work", "rights-with-and-without-a-contract"]
    assert [tension.id for tension in tensions(crosswalk, objective="6").tensions] == of_six
    found = tensions(crosswalk, objective="6", kind=TensionKind.PARTIAL_COVERAGE).tensions
    assert [tension.id for tension in found] == of_six[:1]
    assert [tension.id for tension in tensions(crosswalk, objective="6(i)").tensions] == of_six[1:]
    assert [tension.id for tension in tensions(crosswalk, plan_point="5").tensions] == [
        "review-without-an-objective"
    ]
    assert len(tensions(crosswalk, objective="20", plan_point="5")) == 0


@pytest.mark.parametrize("kind", TensionKind)
def test_tensions_of_a_kind(crosswalk: Crosswalk, kind: TensionKind) -> None:
    a_tension, *_ = crosswalk.tensions
    one_more = replace(
        crosswalk, tensions=(*crosswalk.tensions, replace(a_tension, id="one-more", kind=kind))
    )
    found = tensions(one_more, kind=kind).tensions
    assert "one-more" in {tension.id for tension in found}
    assert {tension.kind for tension in found} == {kind}
