"""Activities, documents and tensions, with their filters, read off the source by hand."""

import pytest

from gcmilo import Crosswalk, MalformedReference, UnknownReference, activities, activity, documents, tensions
from gcmilo.model import ActivityKind, TensionKind
from gcmilo.query.evidence import ActivitiesAnswer


def ids(answer: ActivitiesAnswer) -> set[str]:
    return {found.id for found in answer.activities}


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"place": "ethiopia"}, {"ethiopia-returnees"}),
        ({"place": "ÉTHIOPIA"}, {"ethiopia-returnees"}),
        ({"objective": "21"}, {"ethiopia-returnees", "north-africa-returnees", "enterprise-development"}),
        ({"objective": "21(h)"}, {"ethiopia-returnees", "north-africa-returnees", "enterprise-development"}),
        ({"objective": "5(d)"}, {"temporary-migration-mapping"}),
        ({"kind": ActivityKind.AWARD}, {"media-competition"}),
        ({"text": "no such words"}, set()),
        ({"place": "Ethiopia", "year": 2014}, set()),
        ({"place": "Ethiopia", "year": 2015}, {"ethiopia-returnees"}),
        ({"place": "Ethiopia", "year": 2017}, {"ethiopia-returnees"}),
        ({"place": "Ethiopia", "year": 2019}, {"ethiopia-returnees"}),
        ({"place": "Ethiopia", "year": 2020}, set()),
        ({"plan_point": "17"}, {"plan-reviews-and-monitoring"}),
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
    owned = {found.id for found in crosswalk.activities if found.owner == "ILO"}
    assert owned <= ids(activities(crosswalk, partner="ilo"))
    assert ids(activities(crosswalk, partner="World Bank"))
    assert all(
        "World Bank" in f.partners or "World Bank" in f.owner
        for f in activities(crosswalk, partner="world bank").activities
    )


def test_text_is_looked_for_in_names_summaries_and_what_figures_count(crosswalk: Crosswalk) -> None:
    assert "ethiopia-returnees" in ids(activities(crosswalk, text="PSYCHOSOCIAL"))
    assert "ethiopia-returnees" in ids(activities(crosswalk, text="women and girls"))
    assert "ethiopia-returnees" in ids(activities(crosswalk, text="support to the reintegration"))


def test_the_figures_of_ethiopia_are_three_and_exact(crosswalk: Crosswalk) -> None:
    found = activity(crosswalk, "ethiopia-returnees").activity
    assert [figure.value for figure in found.figures] == [13753, 11201, 2962]
    assert found.dates == ("2015/2019",)
    assert found.places == ("Ethiopia",)
    assert found.paragraphs == (19,)


def test_no_conditions_are_all_activities(crosswalk: Crosswalk) -> None:
    assert activities(crosswalk).activities == crosswalk.activities


def test_an_activity_that_is_none(crosswalk: Crosswalk) -> None:
    with pytest.raises(UnknownReference, match="nearest: ethiopia-returnees"):
        activity(crosswalk, "etiopia-returnees")
    with pytest.raises(UnknownReference, match="no activity 'zzzzzz'; look for it with: gcmilo search 'zzzzzz'"):
        activity(crosswalk, "zzzzzz")


@pytest.mark.parametrize("ask", [activities, tensions], ids=lambda ask: ask.__name__)
def test_conditions_on_references_that_are_none(crosswalk: Crosswalk, ask: object) -> None:
    with pytest.raises(UnknownReference):
        ask(crosswalk, objective="24")  # type: ignore[operator]
    with pytest.raises(UnknownReference):
        ask(crosswalk, plan_point="12b")  # type: ignore[operator]
    with pytest.raises(MalformedReference):
        ask(crosswalk, objective="")  # type: ignore[operator]


def test_documents_are_all_of_them_and_the_plan_is_one(crosswalk: Crosswalk) -> None:
    answer = documents(crosswalk)
    assert len(answer) == len(crosswalk.documents)
    assert {"GB.331/INS/4/1(Rev.)", "A/CONF.231/3", "Report IV", "GB.335/INS/14/2"} <= {
        d.symbol for d in answer.documents
    }


def test_tensions_of_an_objective_a_point_and_a_kind(crosswalk: Crosswalk) -> None:
    assert len(tensions(crosswalk)) == len(crosswalk.tensions)
    found = tensions(crosswalk, objective="20", kind=TensionKind.PARTIAL_COVERAGE).tensions
    assert [tension.id for tension in found] == ["objective-20-financial-inclusion-without-remittances"]
    assert "points-17-and-18-without-an-objective" in {t.id for t in tensions(crosswalk, plan_point="18").tensions}
    assert len(tensions(crosswalk, objective="20", plan_point="18")) == 0


def test_every_kind_of_tension_occurs(crosswalk: Crosswalk) -> None:
    for kind in TensionKind:
        found = tensions(crosswalk, kind=kind).tensions
        assert found
        assert {tension.kind for tension in found} == {kind}
