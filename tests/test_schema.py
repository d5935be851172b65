"""Every answer in JSON is held to its schema, and a broken one is refused."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import DATA, SMALL_PLAN, Run, copied, edit, unless_all_is_required
from gcmilo import load
from gcmilo.output.forms import schemas
from gcmilo.tables import PLAN_FILES

PLAN = load(SMALL_PLAN)
REFS = [*(str(objective.number) for objective in PLAN.objectives), "5c", "6i", "6l", "21h", "7d"]
POINTS = [point.ref.key for point in PLAN.plan_points]
PARAGRAPHS = [str(paragraph.number) for paragraph in PLAN.paragraphs]
ASKED: dict[str, list[list[str]]] = {
    "objective": [[ref] for ref in REFS],
    "objectives": [
        [],
        ["--status", "indirect"],
        ["--sdg", "8"],
        ["--round-table", "2"],
        ["--plan-point", "2d"],
        ["6"],
    ],
    "plan-point": [[key] for key in POINTS],
    "plan-points": [[]],
    "paragraph": [[number] for number in PARAGRAPHS],
    "paragraphs": [[]],
    "linkages": [[], ["--basis", "explicit"], ["--stance", "limits"], ["--paragraph", "11"]],
    "activities": [[], ["--kind", "award"], ["--objective", "9"]],
    "activity": [["valley-returnees"], ["crossing-scheme"]],
    "documents": [[], ["global-compact"]],
    "search": [["remesas"], ["nothingatall"]],
    "resolve": [["objective 5(c), SDG 8.8 and point 2b"], ["4"], ["12"], ["nothing"]],
    "mentions": [["text.txt"], ["text.txt", "--objective", "5"], ["text.txt", "table.csv"]],
    "gaps": [[]],
    "coverage": [[]],
    "tensions": [[], ["--objective", "20"]],
    "matrix": [[]],
    "tree": [[], ["--by", "plan-point"]],
    "brief": [["6"], ["--status", "indirect"]],
    "cite": [["6l", "2d"], ["4", "--style", "bibtex"]],
    "verify": [[__file__]],
    "validate": [[], ["nowhere"], [str(DATA)]],
    "check": [["table.csv"]],
    "init": [["from-text", "--from", "text.txt"], ["from-table", "--from", "table.csv"]],
    "compare": [[], ["older", str(SMALL_PLAN)]],
}
"""What every command is asked."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A received table and text, and an older version of the plan in the current directory."""
    older = copied([file.name for file in PLAN_FILES], tmp_path / "older", SMALL_PLAN)
    edit(older / "linkages.yaml", "basis: explicit", "basis: contextual")
    (tmp_path / "table.csv").write_text("Objective,Title\n4,Access to basic services\n99,None\n")
    (tmp_path / "text.txt").write_text("Point 2(d) serves objective 5(c) and SDG target 8.8.\n")
    monkeypatch.chdir(tmp_path)


def validator(schema: Any) -> Any:
    try:
        import jsonschema
    except ImportError:
        unless_all_is_required("jsonschema is not installed; it is in the extra validators")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def schema_of(run: Run, name: str) -> Any:
    done = run("schema", name)
    assert (done.code, done.said) == (0, "")
    return done.data


def answers(run: Run, name: str) -> Iterator[Any]:
    for arguments in ASKED[name]:
        done = run(name, *arguments, "--json")
        assert done.out, done.said
        yield done.data


def test_names_are_listed_and_all_are_asked(run: Run) -> None:
    assert run("schema").text.split() == [*schemas(), "crosswalk"]
    assert set(schemas()) == set(ASKED)


def test_every_shape_that_is_made_is_described(run: Run) -> None:
    made = {found["schema"] for name in ASKED for found in [next(answers(run, name))]}
    assert made == {f"gcmilo/{name}/1" for name in schemas()}


@pytest.mark.parametrize("name", ASKED)
def test_answers_hold_to_their_schema(name: str, run: Run) -> None:
    schema = schema_of(run, name)
    against = validator(schema)
    for data in answers(run, name):
        against.validate(data)
        for found, shape in objects(data, schema, schema):
            assert list(found) == list(shape["properties"]) == shape["required"]


def objects(data: Any, shape: Any, schema: Any) -> Iterator[tuple[Any, Any]]:
    """Every object of an answer with the shape that it has."""
    if "$ref" in shape:
        shape = schema["$defs"][shape["$ref"].rpartition("/")[2]]
    if "anyOf" in shape:
        shape = shape["anyOf"][0]
        shape = schema["$defs"][shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    if isinstance(data, dict) and "properties" in shape:
        yield data, shape
        for key, value in data.items():
            yield from objects(value, shape["properties"][key], schema)
    if isinstance(data, list):
        for item in data:
            yield from objects(item, shape["items"], schema)


def breakages(data: Any) -> Iterator[Any]:
    """The answer without each of its keys in turn, and with something else under it."""
    for key in data:
        for broken in (
            {k: v for k, v in data.items() if k != key},
            data | {key: {"strange": True}},
        ):
            if (
                isinstance(data[key], dict)
                and "strange" in broken.get(key, {})
                and key in ("mentions", "checked")
            ):
                continue
            yield copy.deepcopy(broken)


@pytest.mark.parametrize("name", ASKED)
def test_broken_answers_are_refused(name: str, run: Run) -> None:
    against = validator(schema_of(run, name))
    data = next(answers(run, name))
    for broken in breakages(data):
        assert not against.is_valid(broken)
    assert against.is_valid(data | {"more": 1})


def test_a_word_that_is_none_is_refused(run: Run) -> None:
    against = validator(schema_of(run, "linkages"))
    data = run("linkages", "--json").data
    data["linkages"][0]["basis"] = "certain"
    assert not against.is_valid(data)


def test_the_full_export_holds_to_its_schema(run: Run) -> None:
    schema = schema_of(run, "crosswalk")
    for bundled in (False, True):
        data = run("export", "json", bundled=bundled).data
        validator(schema).validate(data)
        for found, shape in objects(data, schema, schema):
            assert list(found) == list(shape["properties"]) == shape["required"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("gap", "gaps"), ("planpoint", "plan-point"), ("zzz", "lists the names")]
)
def test_an_unknown_schema_is_refused(typed: str, meant: str, run: Run) -> None:
    done = run("schema", typed)
    assert (done.code, done.out) == (2, b"")
    assert meant in done.said


def test_a_schema_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gaps.json"
    assert run("schema", "gaps", "-o", str(path)).code == 0
    assert json.loads(path.read_text()) == schema_of(run, "gaps")
    assert run("schema", "gaps", "-o", str(path)).code == 74
