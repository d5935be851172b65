"""A plan of one's own: begun, validated, asked, compared."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

import gcmilo
from conftest import SMALL_PLAN, Run, edit, line_of
from gcmilo.tables import PLAN_FILES


@pytest.fixture
def mine(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "mine"
    assert run("init", str(path)).code == 0
    return path


def test_starter_plan_is_sound_and_lists_what_is_to_be_assessed(run: Run, mine: Path) -> None:
    done = run("--plan", str(mine), "validate", "--json")
    assert (done.code, done.data["ok"], done.data["problems"]) == (0, True, [])
    weak = [warning["text"] for warning in done.data["warnings"]]
    assert weak[:23] == [f"objective {number} is not assessed yet" for number in range(1, 24)]
    assert "\nNot assessed: 23\n\nObjectives with a gap" in run("--plan", str(mine), "gaps").text
    summary = run("--plan", str(mine), "gaps", "--json").data["summary"]
    assert (summary["addressed"], summary["not_assessed"]) == (0, 23)
    assert "23 of 23, not assessed: 23" in run("--plan", str(mine), "gaps", "-f", "svg").text
    assert "Of 23 objectives: 23 not assessed." in run("--plan", str(mine), "export", "html").text


def test_init_says_what_to_do_next_and_overwrites_nothing(run: Run, mine: Path) -> None:
    (mine / "plan.yaml").write_text("precious", encoding="utf-8")
    done = run("init", str(mine))
    assert (done.code, done.text) == (74, "")
    assert "nothing is overwritten" in done.said
    assert (mine / "plan.yaml").read_text(encoding="utf-8") == "precious"
    assert "validate" in run("init", str(mine.parent / "other")).text
    assert [path.name for path in mine.parent.iterdir() if path.name.startswith(".")] == []


def test_init_into_an_empty_directory(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("init", str(tmp_path / "empty")).code == 0
    assert (tmp_path / "empty" / "coverage.yaml").is_file()


def test_one_line_edited_wrongly_is_that_lines_fault(run: Run, mine: Path) -> None:
    edit(mine / "coverage.yaml", "status: null", "status: adressed")
    done = run("--plan", str(mine), "validate", "--json")
    assert done.code == 1
    assert done.data["problems"] == [
        {
            "file": f"{mine}/coverage.yaml",
            "line": line_of(mine / "coverage.yaml", "adressed"),
            "key": "status",
            "text": "'adressed' is none of addressed, indirect or not_addressed",
            "suggestion": "addressed",
        }
    ]
    assert run("--plan", str(mine), "gaps").code == 65


def test_misspelt_file_is_warned_of(run: Run, mine: Path) -> None:
    (mine / "linkages.yaml").rename(mine / "linkage.yaml")
    warnings = run("validate", str(mine), "--json").data["warnings"]
    assert {
        "file": f"{mine}/linkage.yaml",
        "line": None,
        "key": None,
        "text": "this file is not read",
        "suggestion": "linkages.yaml",
    } in warnings


def test_weak_evidence_is_warned_of_with_its_line(run: Run, plan: Path) -> None:
    edit(plan / "linkages.yaml", 'paragraph: "8"', "paragraph: null")
    edit(
        plan / "linkages.yaml",
        '    note: "The objective takes up',
        '    # note: "The objective takes up',
    )
    done = run("validate", str(plan), "--json")
    assert (done.code, done.data["problems"]) == (0, [])
    assert [(w["key"], w["line"]) for w in done.data["warnings"]] == [
        ("note", line_of(plan / "linkages.yaml", '- objective: "6"')),
        ("paragraph", line_of(plan / "linkages.yaml", "paragraph: null")),
    ]


LABELS = ("1.2", "A-3", "II.4(b)", "12.1", "1.21")


@pytest.fixture
def labelled(mine: Path) -> Path:
    points = "\n".join(f'  - {{ref: "{label}", subject: "subject {label}"}}' for label in LABELS)
    (mine / "plan_points.yaml").write_text(f"plan_points:\n{points}\n", encoding="utf-8")
    return mine


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("1.2", "1.2"),
        ("1-2", "1.2"),
        ("1 2", "1.2"),
        ("12", "1.2"),
        ("point 1.2", "1.2"),
        ("a3", "A-3"),
        ("A 3", "A-3"),
        ("ii4b", "II.4(b)"),
        ("II.4.b", "II.4(b)"),
        ("12.1", "12.1"),
        ("1.21", "1.21"),
    ],
)
def test_labels_in_the_plans_own_numbering(labelled: Path, written: str, label: str) -> None:
    assert str(gcmilo.load(labelled).find_plan_point(written)) == label


def test_ambiguous_label_lists_its_readings(labelled: Path) -> None:
    with pytest.raises(
        gcmilo.MalformedReference,
        match=r"'121' may mean 12\.1 or 1\.21; write it as the plan prints it\.",
    ):
        gcmilo.load(labelled).find_plan_point("121")


def test_plan_from_the_environment(run: Run, mine: Path, bundled: gcmilo.Crosswalk) -> None:
    assert (
        run("plan-points", "--json", GCMILO_PLAN=str(mine)).data["plan_points"][0]["ref"] == "1.1"
    )
    assert run("plan-points", "--json", "--plan", str(mine)).data["plan_points"][0]["ref"] == "1.1"
    first = bundled.plan_points[0]
    assert (
        run("plan-points", "--json", bundled=True).data["plan_points"][0]["ref"]
        == str(first.ref)
        != "1.1"
    )


def test_compared_with_another_plan(run: Run, mine: Path) -> None:
    edit(mine / "coverage.yaml", "status: null", "status: not_addressed")
    edit(
        mine / "linkages.yaml",
        "linkages: []",
        'linkages:\n  - {objective: "9", plan_point: "1.1", paragraph: null, basis: explicit, stance: supports}',
    )
    data = run("compare", str(mine), str(SMALL_PLAN), "--json").data
    assert list(data) == ["schema", "first", "second", "objectives", "changes"]
    assert data["changes"] is None
    by_number = {row["number"]: row for row in data["objectives"]}
    assert by_number[9]["covers"] == "first"
    assert by_number[9]["first"] == {
        "status": None,
        "plan_points": [{"ref": "1.1", "basis": "explicit"}],
        "gap": None,
        "plan": "Ministry",
    }
    assert by_number[9]["covered_by"] == ["Ministry"]
    assert by_number[6]["covers"] == "second"
    assert by_number[6]["second"] == {
        "status": "addressed",
        "plan_points": [
            {"ref": "1(a)", "basis": "explicit"},
            {"ref": "1(b)", "basis": "contextual"},
        ],
        "gap": None,
        "plan": "Northland",
    }
    assert by_number[13]["covers"] == "neither"
    assert by_number[13]["covered_by"] == []


def test_one_plan_is_compared_with_the_ilos(
    run: Run, mine: Path, bundled: gcmilo.Crosswalk
) -> None:
    data = run("compare", str(mine), "--json").data
    assert data["second"] == f"{bundled.plan.short} ({bundled.source.symbol})"
    assert [row["second"]["status"] for row in data["objectives"]] == [
        row.status for row in bundled.coverage
    ]
    assert run("compare", "--json", GCMILO_PLAN=str(mine)).data == data


def test_two_versions_of_one_plan(run: Run, plan: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer"
    newer.mkdir()
    for path in plan.iterdir():
        (newer / path.name).write_bytes(path.read_bytes())
    edit(newer / "linkages.yaml", "basis: explicit", "basis: contextual")
    edit(newer / "coverage.yaml", "note: null", 'note: "New."')
    edit(newer / "plan_points.yaml", 'uncited: ["2(a)", ', "uncited: [")
    changes = run("compare", str(plan), str(newer), "--json").data["changes"]
    assert changes == [
        {"table": "uncited", "record": "2(a)", "change": "removed", "fields": []},
        {
            "table": "coverage",
            "record": "objective 1",
            "change": "changed",
            "fields": [{"field": "note", "before": None, "after": "New."}],
        },
        {
            "table": "linkages",
            "record": "objective 6, no point, para. 3, takes_up",
            "change": "changed",
            "fields": [{"field": "basis", "before": "explicit", "after": "contextual"}],
        },
    ]
    assert run("compare", str(plan), str(plan), "--json").data["changes"] == []
    assert "basis: explicit -> contextual" in run("compare", str(plan), str(newer)).text


def test_schemas_hold_what_loads_and_refuse_what_does_not(mine: Path, plan: Path) -> None:
    for data_file in PLAN_FILES:
        schema = json.loads(
            (mine / "schemas" / data_file.name.replace(".yaml", ".schema.json")).read_text()
        )
        jsonschema.Draft202012Validator.check_schema(schema)
        content = yaml.safe_load((plan / data_file.name).read_text(encoding="utf-8"))
        jsonschema.validate(content, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**content, "surplus": []}, schema)
    for name in ("plan", "plan_points", "coverage", "linkages"):
        first = (mine / f"{name}.yaml").read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema=schemas/{name}.schema.json"
        assert (mine / first.split("=")[1]).is_file()
