"""The JSON contract: for every question the keys, in order, of every object in its answer."""

import json
from typing import Any

import pytest

from answers import ANSWERS, ONE_OF_EACH
from conftest import Run
from gcmilo import Crosswalk
from gcmilo.output.data import to_data
from gcmilo.output.render import Format, render

END = ["ref", "basis"]
LINKAGE = ["objective", "action", "plan_point", "paragraph", "basis", "stance", "wording", "note", "citation"]
ACTIVITY = [
    "id",
    "name",
    "kind",
    "owner",
    "status",
    "dates",
    "figures",
    "partners",
    "places",
    "objectives",
    "plan_points",
]
ACTIVITY += ["paragraphs", "summary", "also", "citation"]
DOCUMENT = ["id", "symbol", "title", "year", "kind", "footnote", "address", "paragraphs", "also", "citation"]
TENSION = ["id", "kind", "title", "objectives", "plan_points", "sides"]
REASON = ["text", "citation"]
NESTED: dict[str, list[str]] = {
    ".linkages[]": LINKAGE,
    ".activities[]": ACTIVITY,
    ".activities[].figures[]": ["value", "of"],
    ".activities[].objectives[]": END,
    ".activities[].plan_points[]": END,
    ".tensions[]": TENSION,
    ".tensions[].sides[]": ["text", "quote", "citation"],
    ".documents[]": DOCUMENT,
}
OBJECTIVE = {
    "": [
        "schema",
        "ref",
        "number",
        "title",
        "titles",
        "label",
        "gcm_paragraph",
        "round_table",
        "sdg_targets",
        "coverage",
        "action",
        "actions",
        "plan_points",
        "paragraphs",
        "linkages",
        "activities",
        "tensions",
        "documents",
        "sdg_note",
        "citation",
    ],
    ".titles": ["en", "fr", "es"],
    ".coverage": ["status", "channel", "note"],
    ".action": ["ref", "letter", "label"],
    ".actions[]": ["ref", "letter", "label", "linked"],
    ".plan_points[]": END,
    **NESTED,
}
OBJECTIVES = {
    "": ["schema", "objectives"],
    ".objectives[]": [
        "ref",
        "number",
        "title",
        "label",
        "round_table",
        "coverage",
        "plan_points",
        "paragraphs",
        "gap",
        "citation",
    ],
    ".objectives[].coverage": ["status", "channel"],
    ".objectives[].plan_points[]": END,
}
PLAN_POINT = {
    "": [
        "schema",
        "ref",
        "key",
        "subject",
        "summary",
        "means",
        "means_basis",
        "paragraphs",
        "objectives",
        "linkages",
        "activities",
        "tensions",
        "documents",
        "citation",
    ],
    ".objectives[]": END,
    **NESTED,
}
PARAGRAPH = ["number", "section", "summary", "objectives", "plan_points"]
TREE = {
    "": ["schema", "by", "branches"],
    ".branches[]": ["ref", "name", "status", "twigs"],
    ".branches[].twigs[]": ["ref", "name", "basis", "paragraphs"],
}
KEYS: dict[str, dict[str, list[str]]] = {
    "objective": OBJECTIVE,
    "objectives": OBJECTIVES,
    "plan-point": PLAN_POINT,
    "plan-points": {
        "": ["schema", "plan_points", "uncited"],
        ".plan_points[]": ["ref", "key", "subject", "objectives", "paragraphs", "citation"],
        ".plan_points[].objectives[]": END,
    },
    "paragraph": {
        "": ["schema", *PARAGRAPH, "linkages", "activities", "documents", "citation"],
        ".objectives[]": END,
        ".plan_points[]": END,
        **NESTED,
    },
    "paragraphs": {
        "": ["schema", "paragraphs"],
        ".paragraphs[]": [*PARAGRAPH, "citation"],
        ".paragraphs[].objectives[]": END,
        ".paragraphs[].plan_points[]": END,
    },
    "linkages": {"": ["schema", "linkages"], **NESTED},
    "activities": {"": ["schema", "activities"], **NESTED},
    "activity": {
        "": ["schema", *ACTIVITY],
        ".figures[]": ["value", "of"],
        ".objectives[]": END,
        ".plan_points[]": END,
    },
    "documents": {"": ["schema", "documents"], ".documents[]": DOCUMENT},
    "gaps": {
        "": ["schema", "summary", "objectives", "plan_points", "uncited"],
        ".summary": ["objectives", "addressed", "indirect", "not_addressed", "no_plan_point", "contextual_only"],
        ".objectives[]": ["number", "title", "gap", "reasons", "tensions"],
        ".objectives[].reasons[]": REASON,
        ".objectives[].tensions[]": ["id", "kind", "title"],
        ".plan_points[]": ["ref", "gap", "reasons"],
        ".plan_points[].reasons[]": REASON,
    },
    "coverage": {
        "": ["schema", "objectives", "statuses", "round_tables", "sdg_targets"],
        ".statuses[]": ["status", "count", "objectives"],
        ".round_tables[]": ["round_table", "addressed", "indirect", "not_addressed"],
        ".sdg_targets[]": ["target", "objectives", "addressed", "indirect", "not_addressed"],
    },
    "tensions": {"": ["schema", "tensions"], **NESTED},
    "matrix": {
        "": ["schema", "plan_points", "objectives"],
        ".objectives[]": ["number", "label", "status", "cells"],
        ".objectives[].cells[]": ["plan_point", "basis"],
    },
    "tree": TREE,
}


def objects(value: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object within a value, with the way to it."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item, f"{path}[]")]
    if isinstance(value, dict):
        return [(path, value)] + [found for key, item in value.items() for found in objects(item, f"{path}.{key}")]
    return []


@pytest.mark.parametrize("command", ANSWERS)
def test_the_keys_of_every_object_in_their_order(crosswalk: Crosswalk, command: str) -> None:
    name = command.split(maxsplit=1)[0]
    answer = json.loads(render(ANSWERS[command](crosswalk), crosswalk.source, Format.JSON))
    assert answer["schema"] == f"gcmilo/{name}/1"
    for path, found in objects(answer):
        assert path in KEYS[name], f"{path} is not promised"
        assert list(found) == KEYS[name][path], path


def test_every_promised_object_occurs(crosswalk: Crosswalk) -> None:
    seen = {
        (command.split()[0], path)
        for command, ask in ANSWERS.items()
        for path, _ in objects(json.loads(render(ask(crosswalk), crosswalk.source, Format.JSON)))
    }
    shared = set(NESTED)
    promised = {(name, path) for name, paths in KEYS.items() for path in paths if path not in shared}
    assert promised <= seen


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
    }  # fmt: skip


def test_coverage_counts_targets_and_lists_objectives(run: Run) -> None:
    answer = asked(run, "coverage")
    assert answer["objectives"] == 23
    assert [(row["status"], row["count"]) for row in answer["statuses"]] == [
        ("addressed", 10), ("indirect", 3), ("not_addressed", 10),
    ]  # fmt: skip
    assert answer["round_tables"][1]["not_addressed"] == [8, 9, 11, 13]
    target = {"target": "16.b", "objectives": [15, 16, 17, 21], "addressed": 1, "indirect": 2, "not_addressed": 1}
    assert target in answer["sdg_targets"]


def test_matrix_cells_are_null_where_there_is_no_linkage(run: Run) -> None:
    answer = asked(run, "matrix")
    (row,) = [row for row in answer["objectives"] if row["number"] == 16]
    assert [cell["plan_point"] for cell in row["cells"]] == answer["plan_points"]
    assert [cell["plan_point"] for cell in row["cells"] if cell["basis"] is not None] == ["2(d)"]


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


def test_an_answer_of_no_kind_has_no_shape(crosswalk: Crosswalk) -> None:
    with pytest.raises(TypeError, match="no JSON shape is registered for int"):
        to_data(1, crosswalk.source)


@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_the_command_line_and_the_library_give_one_answer(crosswalk: Crosswalk, run: Run, command: str) -> None:
    done = run(*command.split(), "--json")
    assert done.code == 0
    assert done.text == render(ANSWERS[command](crosswalk), crosswalk.source, Format.JSON)
