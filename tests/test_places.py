"""Linkages at a place in words, and of rows: what is shown claims no paragraph and no sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import gcmilo
from answers import ANSWERS
from conftest import TABLE_PLAN, Run, copied, edit, faults_of, line_of
from crosswalks import small
from gcmilo import Crosswalk
from gcmilo.export import ExportFormat, exported
from gcmilo.model import Basis, Linkage, Stance
from gcmilo.output.render import Format, Screen, render
from gcmilo.query import Answer
from gcmilo.refs import ActionRef, ObjectiveRef, Place, name_places, place_in_words
from gcmilo.source import SourceFile, verify
from gcmilo.tables import LINKAGE
from source_document import made_up_plan, made_up_text
from test_schema import validator

BY_A_ROW = "by a row of its own table"
ROW = "sheet Plan, row 3"


@pytest.fixture
def table_plan(tmp_path: Path) -> Path:
    """A copy of the plan that is a table, to be edited."""
    return copied([file.name for file in TABLE_PLAN.glob("*.yaml")], tmp_path / "own", TABLE_PLAN)


def page(answer: Answer, crosswalk: Crosswalk, form: Format = Format.TABLE) -> str:
    return render(answer, crosswalk.source, form)


def test_places_are_named_after_the_paragraphs_each_once() -> None:
    places = [Place("paragraph", 9), Place("paragraph", 17), place_in_words("page 66")]
    assert name_places([*places, place_in_words("page 70")]) == "paras 9 and 17; page 66; page 70"
    assert sorted([places[2], places[1], places[0]]) == places
    assert str(places[-1]) == "page 66"


def test_the_strongest_basis_of_a_pair_is_listed_before_contextual(
    table_crosswalk: Crosswalk,
) -> None:
    assert list(Basis) == [Basis.EXPLICIT, Basis.LISTED, Basis.CONTEXTUAL]
    points = gcmilo.objective(table_crosswalk, "6").plan_points
    assert [(str(point.ref), point.basis) for point in points] == [
        ("1", Basis.EXPLICIT),
        ("2", Basis.LISTED),
    ]


def test_linkages_are_filtered_by_the_basis(run: Run) -> None:
    done = run("--plan", str(TABLE_PLAN), "linkages", "--basis", "listed", "--json")
    found = done.data["linkages"]
    assert [(link["paragraph"], link["place"]) for link in found] == [
        (None, "sheet Plan, row 2"),
        *[(None, ROW)] * 3,
    ]
    assert {link["citation"] for link in found[1:]} == {f"Measures 2026, {ROW}"}


def test_a_column_of_places_has_a_head_that_claims_no_paragraph(
    table_crosswalk: Crosswalk, crosswalk: Crosswalk
) -> None:
    for ask in (gcmilo.linkages, gcmilo.objectives, gcmilo.plan_points):
        assert "Para" not in page(ask(table_crosswalk), table_crosswalk)
        assert "Where" in page(ask(table_crosswalk), table_crosswalk)
        assert "Listed" not in page(ask(crosswalk), crosswalk)
        assert "Para" in page(ask(crosswalk), crosswalk)


def test_a_paragraph_beside_places_in_words_is_called_one(table_crosswalk: Crosswalk) -> None:
    first, *others = table_crosswalk.linkages
    mixed = replace(table_crosswalk, linkages=(replace(first, place=None, paragraph=4), *others))
    assert "para. 4; sheet Plan, row 3; annex, page 66" in page(gcmilo.objectives(mixed), mixed)


CLAIMS = ("para.", "paras ", "paragraph", "Para")
ASKED = [
    command
    for command in ANSWERS
    if command.split()[0] in {"objective", "objectives", "plan-points", "linkages", "gaps", "tree"}
    and "paragraph" not in command
]


@pytest.mark.parametrize("command", ASKED)
def test_no_answer_claims_a_paragraph(table_crosswalk: Crosswalk, command: str) -> None:
    shown = page(ANSWERS[command](table_crosswalk), table_crosswalk)
    own = shown.replace("annex, para. ", "")  # of the Compact
    assert [claim for claim in CLAIMS if claim in own] == []


def test_gaps_of_rows_are_none_and_their_reasons_claim_no_sentence(
    table_crosswalk: Crosswalk,
) -> None:
    answer = gcmilo.gaps(table_crosswalk)
    found = {gap.objective.number: gap for gap in answer.objectives}
    assert 7 not in found
    assert found[15].gap == "contextual_only"
    indirect = found[18].reasons[-1]
    assert indirect.text == f"It is tied to 2 {BY_A_ROW}; no sentence says so."
    assert indirect.citation == f"Measures 2026, {ROW}"
    assert {str(gap.ref): gap.gap for gap in answer.plan_points} == {
        "3": "contextual_only",
        "4": "no_objective",
    }


def test_reason_of_rows_leaves_out_what_the_context_ties(table_crosswalk: Crosswalk) -> None:
    context = replace(
        table_crosswalk.linkages[-2], objective=ObjectiveRef(18), basis=Basis.CONTEXTUAL
    )
    both = replace(table_crosswalk, linkages=(*table_crosswalk.linkages, context))
    found = {gap.objective.number: gap for gap in gcmilo.gaps(both).objectives}
    assert "tied to 2 by" in found[18].reasons[-1].text
    assert found[18].reasons[-1].citation == f"Measures 2026, {ROW}"


def brief_on(crosswalk: Crosswalk, *refs: str) -> str:
    return page(gcmilo.brief(crosswalk, refs), crosswalk, Format.MARKDOWN)


def test_a_brief_says_what_a_row_ties(table_crosswalk: Crosswalk) -> None:
    text = brief_on(table_crosswalk, "7")
    assert f"Behind it stands plan point 2 {BY_A_ROW}." in text
    assert f"plan point 2 is tied to it {BY_A_ROW} ({ROW})." in text
    assert f"(listed, {ROW})" in text
    assert "“listed” means that a row of the plan's own table does, and no sentence" in text
    assert "by a sentence" not in text
    assert "A sentence names" not in text


def test_a_brief_tells_rows_from_sentences_and_context(table_crosswalk: Crosswalk) -> None:
    sentence = "by a sentence that names both"
    assert f"point 1 {sentence} and plan point 2 {BY_A_ROW}" in brief_on(table_crosswalk, "6")
    assert (
        f"behind four of them, for one {sentence}, for two {BY_A_ROW}, otherwise by context alone."
    ) in brief_on(table_crosswalk, "6", "7", "15", "18")
    assert f"two of them, in each case {BY_A_ROW}." in brief_on(table_crosswalk, "7", "18")
    assert f"one of them, {BY_A_ROW}." in brief_on(table_crosswalk, "7", "2")
    assert "Listed points" not in brief_on(table_crosswalk, "1", "15")
    assert "“listed”" not in brief_on(table_crosswalk, "1", "15")


def test_a_brief_on_an_objective_of_which_nothing_is_said_claims_no_paragraphs(
    table_crosswalk: Crosswalk,
) -> None:
    assert "The source says nothing of the objective." in brief_on(table_crosswalk, "2")


def test_matrix_and_tree_have_a_mark_of_rows_and_its_meaning(
    table_crosswalk: Crosswalk, crosswalk: Crosswalk
) -> None:
    def drawn(plan: Crosswalk) -> str:
        screen = Screen(80, colour=False)
        return render(gcmilo.matrix(plan), plan.source, Format.TABLE, "en", screen)

    (row,) = [line for line in drawn(table_crosswalk).splitlines() if line.startswith(" 6 +")]
    assert row.split()[-5:] == ["●", "◐", "·", "·", "·"]
    assert "◐ listed" in drawn(table_crosswalk)
    assert "◐" not in drawn(crosswalk)
    for ask in (gcmilo.matrix, gcmilo.tree):
        picture = page(ask(table_crosswalk), table_crosswalk, Format.SVG)
        assert ">listed</text>" in picture
        assert "A6 6 0 0 0" in picture
        assert ">listed</text>" not in page(ask(crosswalk), crosswalk, Format.SVG)
    assert f"2: help desks at the border (listed, {ROW})" in page(
        gcmilo.tree(table_crosswalk), table_crosswalk
    )


def test_compare_shows_the_bases_and_tells_places_apart(table_crosswalk: Crosswalk) -> None:
    answer = gcmilo.compare(small(), table_crosswalk)
    assert "explicit 1; listed 2" in page(answer, table_crosswalk)
    first, *others = table_crosswalk.linkages
    moved = replace(table_crosswalk, linkages=(replace(first, place="sheet Plan, row 9"), *others))
    changes = gcmilo.compare(table_crosswalk, moved).changes or ()
    assert [(change.record, change.kind) for change in changes] == [
        ("objective 6, 1, sheet Plan, row 2, supports", "moved")
    ]
    (found,) = changes[0].fields
    assert (found.field, found.before, found.after) == (
        "place",
        "sheet Plan, row 2",
        "sheet Plan, row 9",
    )


def test_cite_names_the_places_of_a_point_and_a_place_itself(table_crosswalk: Crosswalk) -> None:
    found = gcmilo.cite(table_crosswalk, ["point 2", "Annex, page 66"]).citations
    assert [citation.text for citation in found] == [
        f"Measures on labour migration, point 2, as cited in Measures 2026, {ROW}; annex, page 67",
        "Measures 2026, annex, page 66",
    ]


def test_search_finds_a_place(table_crosswalk: Crosswalk) -> None:
    hits = gcmilo.search(table_crosswalk, '"page 66"').hits
    assert [(hit.kind, hit.ref) for hit in hits] == [("linkage", "6")]


def test_the_page_claims_neither_paragraph_nor_sentence(table_crosswalk: Crosswalk) -> None:
    text = str(exported(table_crosswalk, ExportFormat.HTML))
    assert "Nothing: it has a plan point by a row of its own table." in text
    assert "Nothing: a sentence names a plan point for it." in text  # for objective 6
    assert "a row of the plan’s own table puts them together, and no sentence does" in text
    assert '<option value="listed">listed</option>' in text
    assert "Every linkage carries its place" in text
    assert 'href="#para_' not in text


def test_the_page_of_a_plan_without_rows_does_not_explain_them(crosswalk: Crosswalk) -> None:
    text = str(exported(crosswalk, ExportFormat.HTML))
    assert '<option value="listed">' not in text
    assert "puts them together" not in text


SHOWN_BY: dict[ExportFormat, tuple[str, ...]] = {
    ExportFormat.JSON: (f'"place": "{ROW}"', '"basis": "listed"'),
    ExportFormat.SSSOM: (
        "ext_place",
        f"\tlisted\tsupports\t\t\t{ROW}\n",
        "#place-sheet-plan-row-3",
    ),
    ExportFormat.TURTLE: (f'voc:place "{ROW}"', 'voc:basis "listed"', "source:place-sheet-plan"),
    ExportFormat.JSONLD: (f'"voc:place": "{ROW}"',),
    ExportFormat.MERMAID: (f'o7 --o|"{ROW}"| p2',),
    ExportFormat.DOT: (f'o7 -> p2 [label="{ROW}", style=solid, arrowhead=empty]',),
    ExportFormat.GRAPHML: (f'<data key="edge_place">{ROW}</data>',),
}


@pytest.mark.parametrize("form", SHOWN_BY)
def test_exports_have_place_and_basis(table_crosswalk: Crosswalk, form: ExportFormat) -> None:
    text = str(exported(table_crosswalk, form))
    assert [part for part in SHOWN_BY[form] if part not in text] == []


def test_a_linkage_at_another_place_has_another_iri(table_crosswalk: Crosswalk) -> None:
    first = table_crosswalk.linkages[0]
    two = (first, replace(first, place="лист 5"), replace(first, place="5"))
    text = str(exported(replace(table_crosswalk, linkages=two), ExportFormat.TURTLE))
    assert text.count("a voc:Linkage") == len(two)


def test_an_activity_may_be_tied_by_a_row(crosswalk: Crosswalk) -> None:
    activity = next(one for one in crosswalk.activities if one.objectives)
    ties = tuple(replace(tie, basis=Basis.LISTED) for tie in activity.objectives)
    listed = replace(crosswalk, activities=(replace(activity, objectives=ties),))
    assert "voc:listedTie gcm:6" in str(exported(listed, ExportFormat.TURTLE))


def with_rows_and_places(crosswalk: Crosswalk) -> Crosswalk:
    """The made-up plan with a row of a table, and with places in words.

    Point 5 is linked at a place in words alone.
    """
    plan = made_up_plan(crosswalk)
    first = plan.linkages[1]
    row = replace(
        first,
        objective=ObjectiveRef(20),
        basis=Basis.LISTED,
        wording=None,
        paragraph=None,
        place=ROW,
        stance=Stance.NOT_INCLUDED,
    )
    sentence = replace(row, plan_point=plan.find_plan_point("5"), basis=Basis.EXPLICIT)
    return replace(plan, linkages=(*plan.linkages, row, sentence))


def test_verify_asks_no_sentence_of_a_row_and_no_paragraph_of_a_place(
    crosswalk: Crosswalk,
) -> None:
    text = SourceFile(made_up_text(crosswalk), "0" * 64)
    plan = with_rows_and_places(crosswalk)
    assert verify(plan, text).problems == ()


def test_verify_finds_a_row_that_is_said_to_be_in_a_paragraph(crosswalk: Crosswalk) -> None:
    text = SourceFile(made_up_text(crosswalk), "0" * 64)
    plan = made_up_plan(crosswalk)
    first, *others = plan.linkages
    listed = replace(plan, linkages=(replace(first, basis=Basis.LISTED), *others))
    told = " ".join(problem.text for problem in verify(listed, text).problems)
    assert f"in a row of a table, and to be in paragraph {first.paragraph}" in told


def test_a_place_needs_no_key_for_the_paragraph(table_crosswalk: Crosswalk) -> None:
    expected = Linkage(
        ObjectiveRef(7),
        ActionRef(ObjectiveRef(7), "d"),
        table_crosswalk.linkages[2].plan_point,
        None,
        Basis.LISTED,
        Stance.SUPPORTS,
        None,
        "The row has objectives 6 and 7(d) in its last column.",
        ROW,
    )
    assert table_crosswalk.linkages[2] == expected
    assert table_crosswalk.linkages[1].paragraph is None


def test_one_place_in_two_spellings_is_one_linkage(table_plan: Path) -> None:
    path = table_plan / "linkages.yaml"
    twice = '  - {objective: "6", plan_point: "1", place: "Sheet plan row 2", basis: listed, stance: supports}\n'
    path.write_text(path.read_text(encoding="utf-8") + twice, encoding="utf-8")
    assert [(fault.line, fault.text) for fault in faults_of(table_plan)] == [
        (line_of(path, "Sheet plan"), "this stands already on line 2")
    ]


def test_faulty_places_are_not_taken_for_one(table_plan: Path) -> None:
    path = table_plan / "linkages.yaml"
    text = path.read_text(encoding="utf-8")
    for place in ("sheet Plan, row 2", "annex, page 66"):
        text = text.replace(f'place: "{place}"', 'paragraph: null\n    place: ""')
    path.write_text(text, encoding="utf-8")
    assert {fault.text for fault in faults_of(table_plan)} == {"a text is wanted here, not ''"}


SCHEMA = LINKAGE.schema()
ENDS = {"objective": "6", "plan_point": None, "basis": "listed", "stance": "supports"}


@pytest.mark.parametrize(
    ("where", "sound"),
    [
        ({"paragraph": "4"}, True),
        ({"paragraph": None}, True),
        ({"place": "page 4"}, True),
        ({"paragraph": None, "place": "page 4"}, True),
        ({"paragraph": "4", "place": None}, True),
        ({"paragraph": "4", "place": "page 4"}, False),
        ({"place": ""}, False),
        ({}, False),
    ],
)
def test_the_schema_for_editors_takes_what_the_loader_takes(
    table_plan: Path, where: dict[str, str | None], sound: bool
) -> None:
    record = ENDS | where
    assert validator(SCHEMA).is_valid(record) is sound
    (table_plan / "linkages.yaml").write_text(json.dumps({"linkages": [record]}))
    if sound:
        assert len(gcmilo.load(table_plan).linkages) == 1
    else:
        assert faults_of(table_plan)


def test_weak_evidence_is_a_linkage_with_neither_paragraph_nor_place(
    run: Run, table_plan: Path
) -> None:
    edit(table_plan / "linkages.yaml", 'place: "annex, page 68"', "paragraph: null")
    edit(table_plan / "linkages.yaml", '    note: "The section is on data."\n', "")
    warnings = run("validate", str(table_plan), "--json").data["warnings"]
    assert [(w["key"], w["text"]) for w in warnings if w["key"] != "status"] == [
        ("note", "the linkage has no note that tells what is said there"),
        ("paragraph", "the linkage has neither paragraph nor place: nobody can look it up"),
        ("paragraphs", "no paragraph cites point 4"),
    ]


def test_many_warnings_of_a_kind_are_one_line_and_all_in_json(run: Run) -> None:
    shown = run("validate", str(TABLE_PLAN))
    assert "0 faults, 21 warnings" in shown.text
    assert "objective 1 is not assessed yet, and 19 more such, down to line 24" in shown.text
    assert "objective 2 is" not in shown.text
    assert "no paragraph cites point 4" in shown.text
    assert len(run("validate", str(TABLE_PLAN), "--json").data["warnings"]) == 21


def few(plan: Path, count: int) -> None:
    """Leave all objectives but so many assessed."""
    rows = yaml.safe_load((plan / "coverage.yaml").read_text(encoding="utf-8"))["coverage"]
    for row in rows[count:]:
        row["status"] = "addressed"
    for row in rows[:count]:
        row["status"] = None
    (plan / "coverage.yaml").write_text(json.dumps({"coverage": rows}, indent=1), encoding="utf-8")


@pytest.mark.parametrize(("count", "lines"), [(5, 5), (6, 1)])
def test_few_warnings_of_a_kind_are_told_one_by_one(
    run: Run, table_plan: Path, count: int, lines: int
) -> None:
    few(table_plan, count)
    assert run("validate", str(table_plan)).text.count("is not assessed yet") == lines


def test_the_starter_explains_place_and_listed(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "mine"))
    text = (tmp_path / "mine" / "linkages.yaml").read_text(encoding="utf-8")
    assert "#   place       instead of a paragraph" in text
    assert "explicit, listed or contextual" in text
