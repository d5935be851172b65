"""The JSON of answers: its values. docs/json.md has the keys, and test_docs.py holds them to it."""

from typing import Any

import pytest

from answers import ANSWERS, ONE_OF_EACH
from conftest import Run
from gcmilo import Crosswalk
from gcmilo.output.render import Format, render


def asked(run: Run, command: str) -> Any:
    done = run(*command.split(), "--json")
    assert (done.code, done.said) == (0, "")
    assert done.out.endswith(b"}\n")
    return done.data


def test_objective_6(run: Run) -> None:
    answer = asked(run, "objective 6")
    assert answer["ref"] == "6"
    assert answer["number"] == 6
    assert answer["gcm_paragraph"] == 22
    assert answer["titles"]["fr"].startswith("Favoriser des pratiques de recrutement")
    assert answer["title"] == answer["titles"]["en"]
    assert answer["coverage"] == {"status": "addressed", "channel": None, "note": None}
    assert answer["action"] is None
    assert answer["plan_points"] == [
        {"ref": "1(a)", "basis": "explicit"},
        {"ref": "1(b)", "basis": "contextual"},
    ]
    assert answer["paragraphs"] == [3]
    assert [action["ref"] for action in answer["actions"] if action["linked"]] == ["6(i)", "6(l)"]
    assert answer["linkages"][3] == {
        "objective": 6, "action": "6(i)", "plan_point": None, "paragraph": 3, "basis": "explicit", "stance": "limits",
        "wording": "may narrow rights",
        "note": "Compromise wording that may confine rights to those with a written contract.",
        "citation": "MIN/2024/7(Rev.), para. 3",
        "place": None,
    }  # fmt: skip


def test_action_6l_has_only_its_own_linkages(run: Run) -> None:
    answer = asked(run, "objective 6l")
    assert (answer["ref"], answer["number"], answer["action"]["letter"]) == ("6(l)", 6, "l")
    assert answer["action"]["ref"] == "6(l)"
    assert [linkage["action"] for linkage in answer["linkages"]] == ["6(l)"]
    assert len(answer["actions"]) == 12


def test_gaps_counts(run: Run) -> None:
    assert asked(run, "gaps")["summary"] == {
        "objectives": 23, "addressed": 10, "indirect": 3, "not_addressed": 10, "no_plan_point": 3, "contextual_only": 2,
        "not_assessed": 0,
    }  # fmt: skip


def test_coverage_counts_targets_and_lists_objectives(run: Run) -> None:
    answer = asked(run, "coverage")
    assert answer["objectives"] == 23
    assert [(row["status"], row["count"]) for row in answer["statuses"]] == [
        ("addressed", 10), ("indirect", 3), ("not_addressed", 10),
    ]  # fmt: skip
    assert answer["round_tables"][1]["not_addressed"] == [8, 9, 11, 13]
    target = {
        "target": "16.b",
        "objectives": [15, 16, 17, 21],
        "addressed": 1,
        "indirect": 2,
        "not_addressed": 1,
    }
    assert target in answer["sdg_targets"]


def test_matrix_cells_are_null_where_there_is_no_linkage(run: Run) -> None:
    answer = asked(run, "matrix")
    (row,) = [row for row in answer["objectives"] if row["number"] == 16]
    assert [cell["plan_point"] for cell in row["cells"]] == answer["plan_points"]
    assert [cell["plan_point"] for cell in row["cells"] if cell["basis"] is not None] == ["2(d)"]
    assert row["without_point"] is None
    assert answer["objectives"][2]["without_point"] == "contextual"
    assert len(answer["subjects"]) == len(answer["plan_points"])
    rows = run("matrix", "-f", "csv").text.splitlines()
    assert rows[0] == "number,label,status,1(a),1(b),2(c),2(d),3,4,5,without_point"
    assert rows[3] == "3,Information provision,addressed,,,,,,,,contextual"


def test_types_of_what_is_counted(run: Run) -> None:
    answer = asked(run, "activity valley-returnees")
    assert answer["figures"][0]["value"] == 12480
    assert answer["dates"] == ["2019/2023"]
    assert asked(run, "plan-point 1a")["means"] is None
    assert asked(run, "plan-point 2d")["means"] == ["knowledge development", "capacity building"]
    assert asked(run, "plan-points")["uncited"] == ["2(a)", "2(b)"]
    years = [document["year"] for document in asked(run, "documents")["documents"]]
    assert {type(year) for year in years} == {int, type(None)}


def test_titles_are_english_in_json_whatever_the_language(run: Run) -> None:
    assert run("objectives", "--json", "--lang", "fr").out == run("objectives", "--json").out


@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_the_command_line_and_the_library_give_one_answer(
    crosswalk: Crosswalk, run: Run, command: str
) -> None:
    done = run(*command.split(), "--json")
    assert done.code == 0
    assert done.text == render(ANSWERS[command](crosswalk), crosswalk.source, Format.JSON)
