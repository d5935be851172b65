"""References: every promised spelling, and no text that does harm."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gcmilo import Crosswalk, GcmiloError
from gcmilo.refs import (
    ActionRef,
    ObjectiveRef,
    Place,
    PlanPointRef,
    name_places,
    number_word,
    parse_objective,
    parse_paragraph,
    parse_place,
    parse_plan_point,
)

SIX = ObjectiveRef(6)
SIX_L = ActionRef(SIX, "l")

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
OBJECTIVES = st.integers(1, 9_999).map(ObjectiveRef)
ACTIONS = st.builds(ActionRef, OBJECTIVES, LETTERS)
NUMBERED_POINTS = st.integers(1, 10_000).map(lambda number: PlanPointRef(str(number)))
LETTERED_POINTS = st.builds(
    lambda n, letter: PlanPointRef(f"{n}({letter})"), st.integers(1, 10_000), LETTERS
)
POINTS = NUMBERED_POINTS | LETTERED_POINTS
SPACE = st.sampled_from(["", " ", "  ", "\t", "\u00a0"])
NEARLY = st.text("0123456789abdlABDL()（）.-/:§ \tparointbjecvgm²①፩٣", max_size=12)
ANY_TEXT = st.text() | NEARLY


@pytest.mark.parametrize(
    "text",
    [
        "6",
        "06",
        "objective 6",
        "obj 6",
        "GCM 6",
        "Objective 6",
        "OBJ. 6",
        " 6 ",
        "objectif 6",
        "objetivo 6",
        "para 22",
        "GCM para 22",
        "GCM, para. 22",
        "paragraph 22",
        "６",
    ],
)
def test_spellings_of_an_objective(text: str) -> None:
    assert parse_objective(text) == SIX


@pytest.mark.parametrize(
    "text",
    [
        "6(l)",
        "6l",
        "6.l",
        "6-l",
        "6 l",
        "6(L)",
        "6（l）",
        "６（ｌ）",
        "6 (l)",
        "06l",
        "objective 6(l)",
        "obj 6l",
        "GCM 6(l)",
        "para 22 (l)",
        "GCM, para. 22 (l)",
    ],
)
def test_spellings_of_an_action(text: str) -> None:
    assert parse_objective(text) == SIX_L


@pytest.mark.parametrize(
    "text",
    [
        "2(d)",
        "2d",
        "2D",
        "2.d",
        "2-d",
        "2/d",
        "2:d",
        "2 d",
        "point 2(d)",
        "2.D",
        "2（d）",
        "plan point 2d",
        "plan-point 2(d)",
        "Point 2 (D)",
        "02d",
    ],
)
def test_spellings_of_a_plan_point(text: str, crosswalk: Crosswalk) -> None:
    assert crosswalk.find_plan_point(text) == PlanPointRef("2(d)")


@pytest.mark.parametrize(
    "text", ["12", "para 12", "para. 12", "§12", "§ 12", "paragraph 12", "PARA 12", "012"]
)
def test_spellings_of_a_paragraph(text: str) -> None:
    assert parse_paragraph(text) == 12


@pytest.mark.parametrize(
    "text", ["", "six", "6(ll)", "6(l", "l", "6.1", "12345", "-6", "6(l) and (m)", "()", "6,l"]
)
def test_what_is_no_objective(text: str) -> None:
    assert parse_objective(text) in (None, SIX_L)
    assert parse_objective(text) is None or text == "6(l"


@pytest.mark.parametrize("text", ["", "twelve", "12(a)", "12.5", "-1", "12345"])
def test_what_is_no_paragraph(text: str) -> None:
    assert parse_paragraph(text) is None


def test_forms_of_references() -> None:
    assert (str(SIX), SIX.key, SIX.gcm_paragraph) == ("6", "6", 22)
    assert (str(SIX_L), SIX_L.key) == ("6(l)", "6l")
    point = PlanPointRef("13(d)")
    assert (str(point), point.key, point.label_pattern) == ("13(d)", "13d", ("number", "letter"))
    assert PlanPointRef("1.1").key == "1-1"
    assert PlanPointRef("11").key == "11"
    assert PlanPointRef("Outcome 2").label_pattern == ("word", "number")


def test_objectives_are_ordered_by_number_and_actions_by_letter() -> None:
    assert sorted([ObjectiveRef(10), ObjectiveRef(9)]) == [ObjectiveRef(9), ObjectiveRef(10)]
    assert sorted([ActionRef(SIX, "l"), ActionRef(SIX, "b")]) == [ActionRef(SIX, "b"), SIX_L]


@given(OBJECTIVES | ACTIONS)
def test_an_objective_or_action_reads_back_from_text_and_key(ref: ObjectiveRef | ActionRef) -> None:
    assert parse_objective(str(ref)) == ref
    assert parse_objective(ref.key) == ref


@given(POINTS)
def test_a_plan_point_reads_back_from_its_text(ref: PlanPointRef) -> None:
    assert parse_plan_point(str(ref)) == ref
    assert parse_plan_point(ref.key).key == ref.key


@given(POINTS, POINTS)
@example(PlanPointRef("1.1"), PlanPointRef("11"))
def test_two_plan_points_have_two_keys(one: PlanPointRef, other: PlanPointRef) -> None:
    assert (one.key == other.key) == (one == other)


@given(st.text(st.characters(codec="ascii"), max_size=20))
def test_a_key_is_fit_for_file_names_and_stays_itself(label: str) -> None:
    key = PlanPointRef(label).key
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert PlanPointRef(key).key == key


@given(
    OBJECTIVES, LETTERS, SPACE, SPACE, st.sampled_from(["", ".", "-", "/", ":", "("]), st.booleans()
)
def test_case_space_and_punctuation_of_an_action_do_not_matter(
    ref: ObjectiveRef, letter: str, before: str, within: str, mark: str, upper: bool
) -> None:
    shown = letter.upper() if upper else letter
    text = f"{before}{ref.number}{within}{mark}{shown}{')' if mark == '(' else ''}{before}"
    assert parse_objective(text) == ActionRef(ref, letter)


@given(
    st.integers(1, 99),
    LETTERS,
    SPACE,
    SPACE,
    st.sampled_from(["", ".", "-", "/", ":", "("]),
    st.booleans(),
)
def test_case_space_and_punctuation_of_a_plan_point_do_not_matter(
    number: int, letter: str, before: str, within: str, mark: str, upper: bool
) -> None:
    shown = letter.upper() if upper else letter
    text = f"{before}{number}{within}{mark}{shown}{')' if mark == '(' else ''}{before}"
    assert parse_plan_point(text).key == PlanPointRef(f"{number}({letter})").key


@given(ANY_TEXT)
def test_no_text_makes_parsing_fail(text: str) -> None:
    found = parse_objective(text)
    assert found is None or parse_objective(str(found)) == found or found.key.startswith("-")
    assert parse_paragraph(text) is None or parse_paragraph(text) >= 0  # type: ignore[operator]
    assert isinstance(parse_plan_point(text).key, str)
    assert isinstance(parse_plan_point(text).label_pattern, tuple)
    assert number_word(text) is None or 1 <= number_word(text) <= 23  # type: ignore[operator]
    assert parse_place(text) is None or str(parse_place(text)) == text


def test_no_text_makes_looking_up_fail_but_by_a_sentence(crosswalk: Crosswalk) -> None:
    @given(ANY_TEXT)
    @example("፩")
    @example("²")
    @example("9" * 5_000)
    @example("2(" + "9" * 5_000)
    @example("")
    @example("\ud800")
    def look_up(text: str) -> None:
        for find in (crosswalk.find_objective, crosswalk.find_plan_point, crosswalk.find_paragraph):
            try:
                found = find(text)
            except GcmiloError as error:
                sentence = str(error)
                assert "\n" not in sentence
                assert len(sentence) < 400
            else:
                assert find(str(found)) == found

    look_up()


def test_number_words() -> None:
    assert number_word("six") == 6
    assert number_word("Twenty Three") == 23
    assert number_word("twenty-three") == 23
    assert number_word("twenty-four") is None


@pytest.mark.parametrize("text", ["17", "appendix 20", "footnote 5", "summary"])
def test_places_read_back(text: str) -> None:
    assert str(parse_place(text)) == text


@pytest.mark.parametrize(
    "text", ["", "0", "017", "appendix", "row 20", "annex 3", "17 ", "summary 1"]
)
def test_what_is_no_place(text: str) -> None:
    assert parse_place(text) is None


def test_places_as_citations_name_them() -> None:
    places = [
        Place("paragraph", 9),
        Place("paragraph", 17),
        Place("appendix", 20),
        Place("summary", None),
    ]
    assert name_places(places) == "paras 9 and 17; appendix, row 20; front matter"
    assert (
        name_places([Place("footnote", 2), Place("footnote", 3), Place("footnote", 4)])
        == "footnotes 2, 3 and 4"
    )
    assert name_places([Place("paragraph", 12)]) == "para. 12"
    assert name_places(sorted(places)) == "front matter; paras 9 and 17; appendix, row 20"
