"""The exports: nothing is lost, nothing changes from run to run, nothing is left half written or
overwritten.
"""

import csv
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import gcmilo
from conftest import SMALL_PLAN, Run
from crosswalks import AWKWARD, CROSSWALKS
from gcmilo import Crosswalk, load
from gcmilo.export import ExportFormat, Publication, exported
from gcmilo.model import Stance, Status
from reading_back import from_json, from_relations

TEXTS = [form for form in ExportFormat if form.is_text]


def rows_of(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608 - a name of the test's own
    return [dict(row) for row in rows]


@pytest.fixture(params=[load, *CROSSWALKS.values()], ids=["bundled", *CROSSWALKS])
def any_crosswalk(request: pytest.FixtureRequest) -> Crosswalk:
    found: Crosswalk = request.param()
    return found


@pytest.fixture
def database(tmp_path: Path) -> Callable[[Crosswalk], sqlite3.Connection]:
    def database(crosswalk: Crosswalk) -> sqlite3.Connection:
        content = exported(crosswalk, ExportFormat.SQLITE)
        assert isinstance(content, bytes)
        (tmp_path / "export.db").write_bytes(content)
        connection = sqlite3.connect(tmp_path / "export.db")
        connection.row_factory = sqlite3.Row
        return connection

    return database


# Nothing is lost


def test_json_reads_back_equal(any_crosswalk: Crosswalk) -> None:
    text = exported(any_crosswalk, ExportFormat.JSON)
    assert isinstance(text, str)
    assert from_json(text) == any_crosswalk


def test_a_data_package_reads_back_equal(any_crosswalk: Crosswalk) -> None:
    files = exported(any_crosswalk, ExportFormat.DATAPACKAGE)
    assert isinstance(files, dict)
    tables = {
        name.removesuffix(".csv"): [
            {key: cell or None for key, cell in row.items()}
            for row in csv.DictReader(StringIO(text, newline=""))
        ]
        for name, text in files.items()
        if name.endswith(".csv")
    }
    assert from_relations(tables) == any_crosswalk


def test_a_database_reads_back_equal(any_crosswalk: Crosswalk, database: Any) -> None:
    with closing(database(any_crosswalk)) as connection:
        names = [
            row["name"]
            for row in connection.execute("SELECT name FROM pragma_table_list WHERE strict")
        ]
        tables = {name: rows_of(connection, name) for name in names}
    assert from_relations(tables) == any_crosswalk


def test_a_lost_value_is_noticed(crosswalk: Crosswalk) -> None:
    text = exported(crosswalk, ExportFormat.JSON)
    assert isinstance(text, str)
    assert from_json(text.replace("fits squarely with", "fits")) != crosswalk


# The same bytes on every run


def written(form: ExportFormat, path: Path, seed: str) -> str:
    command = [sys.executable, "-m", "gcmilo", "export", form, "-o", str(path)]
    surroundings = {"GCMILO_PLAN": str(SMALL_PLAN), "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
    subprocess.run(command, check=True, env=os.environ | surroundings)
    files = [path] if path.is_file() else sorted(path.iterdir())
    return "\n".join(
        f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files
    )


@pytest.mark.slow
@pytest.mark.parametrize("form", ExportFormat)
def test_every_run_writes_the_same_bytes(form: ExportFormat, tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    assert written(form, tmp_path / "1/x", "1") == written(form, tmp_path / "2/x", "2")


@pytest.mark.parametrize("form", TEXTS)
def test_a_text_goes_to_stdout_as_to_a_file(form: ExportFormat, run: Run, tmp_path: Path) -> None:
    done = run("export", form, encoding="latin-1")
    assert (done.code, done.said) == (0, "")
    assert run("export", form, "-o", str(tmp_path / "x")).code == 0
    assert (tmp_path / "x").read_bytes() == done.out
    assert done.out.endswith(b"\n")
    assert b"\r" not in done.out


# Whole or not at all


@pytest.mark.parametrize("form", ["sqlite", "datapackage"])
def test_what_is_no_text_needs_a_path(form: str, run: Run) -> None:
    done = run("export", form)
    assert (done.code, done.out) == (2, b"")
    assert "-o PATH" in done.said


@pytest.mark.parametrize("form", ["json", "sqlite", "datapackage"])
def test_nothing_is_overwritten_without_force(form: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert run("export", form, "-o", str(path)).code == 0
    target = path / "linkage.csv" if path.is_dir() else path
    target.write_text("mine")
    assert run("export", form, "-o", str(path)).code == 74
    assert target.read_text() == "mine"
    assert run("export", form, "-o", str(path), "--force").code == 0
    assert target.read_bytes() != b"mine"
    assert [inner.name for inner in tmp_path.iterdir()] == ["x"]


def test_force_never_takes_other_files_away(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x/deep").mkdir(parents=True)
    (tmp_path / "x/deep/thesis.txt").write_text("mine")
    done = run("export", "datapackage", "-o", str(tmp_path / "x"), "--force")
    assert (done.code, "has other files in it; nothing is overwritten." in done.said) == (74, True)
    assert (tmp_path / "x/deep/thesis.txt").read_text() == "mine"


def test_a_file_and_a_folder_do_not_replace_each_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    assert run("export", "json", "-o", str(tmp_path / "folder"), "--force").code == 74
    assert run("export", "datapackage", "-o", str(tmp_path / "file"), "--force").code == 74
    assert run("export", "json", "-o", "/dev/null", "--force").code == 74
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("form", ["json", "sqlite", "datapackage"])
def test_what_cannot_be_finished_is_not_there(
    form: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for method in ("write_text", "write_bytes"):
        monkeypatch.setattr(Path, method, fail)
    done = run("export", form, "-o", str(tmp_path / "x"))
    assert (done.code, "No space left" in done.said) == (74, True)
    assert not list(tmp_path.iterdir())


def test_an_old_folder_comes_back_if_the_new_one_cannot_be_moved(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    run("export", "datapackage", "-o", str(path))
    (path / "linkage.csv").write_text("old")
    rename = Path.rename

    def rename_but_not_the_new_one(self: Path, target: Path) -> Path:
        if self.name.endswith(".tmp"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_but_not_the_new_one)
    assert run("export", "datapackage", "-o", str(path), "--force").code == 74
    assert (path / "linkage.csv").read_text() == "old"
    assert [inner.name for inner in tmp_path.iterdir()] == ["x"]


# What the forms say


def sssom_rows(crosswalk: Crosswalk) -> list[dict[str, str]]:
    text = exported(crosswalk, ExportFormat.SSSOM)
    assert isinstance(text, str)
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def test_sssom_has_a_row_for_every_linkage(crosswalk: Crosswalk) -> None:
    rows = sssom_rows(crosswalk)
    assert [row["subject_id"] for row in rows[:20]] == [
        f"gcm:{link.subject.key}" for link in crosswalk.linkages
    ]
    assert len(rows) == 20 + 9
    assert {row["predicate_id"] for row in rows} == {"skos:relatedMatch"}
    assert {row["mapping_justification"] for row in rows} == {"semapv:ManualMappingCuration"}
    assert "confidence" not in rows[0]
    found = next(
        row for row in rows if row["subject_id"] == "gcm:7d" and row["object_id"] == "plan:2d"
    )
    assert found["see_also"].endswith(
        "#para_5|https://w3id.org/gcmilo/source/min-2024-7-rev#appendix_row_7"
    )
    assert (found["ext_basis"], found["ext_paragraph"], found["ext_status"]) == (
        "explicit",
        "5",
        "addressed",
    )
    assert found["comment"].startswith(
        "status: addressed; basis: explicit; stance: supports; paragraph: 5; "
    )


def test_sssom_says_that_nothing_was_found_where_the_source_says_so(crosswalk: Crosswalk) -> None:
    nothing = [row for row in sssom_rows(crosswalk) if row["object_id"] == "sssom:NoTermFound"]
    unnamed = (1, 5, 8, 11, 12, 13, 14, 17, 19)
    assert [row["subject_id"] for row in nothing] == [
        "gcm:9",
        *(f"gcm:{number}" for number in unnamed),
    ]
    assert {row["mapping_cardinality"] for row in nothing} == {"1:0"}


def test_sssom_has_a_row_for_what_is_not_addressed_and_never_named() -> None:
    rows = sssom_rows(CROSSWALKS["unserved"]())
    nothing = [row["subject_id"] for row in rows if row["object_id"] == "sssom:NoTermFound"]
    assert nothing == [f"gcm:{number}" for number in (9, 1, 5, 8, 11, 12, 13, 14, 17, 19)]
    assert len(rows) == 6 + 9


def test_a_plan_of_ones_own_has_its_own_iris_and_no_licence_of_ours(run: Run, plan: Path) -> None:
    bundled = run("export", "sssom", bundled=True).text
    own = run("export", "sssom", "--plan", str(plan), "--base-iri", "https://example.org/mine").text
    assert "license: 'https://creativecommons.org/publicdomain/zero/1.0/'" in bundled
    assert "license: 'https://w3id.org/sssom/license/unspecified'" in own
    assert "#  gcm: 'https://example.org/mine/gcm/'" in own
    assert "w3id.org/gcmilo" not in own
    assert "creativecommons" not in run("--plan", str(plan), "export", "turtle").text


@pytest.mark.parametrize(
    "base",
    [
        "https:///",
        "http:////a",
        "example.org",
        "https://example.org/#",
        "https://x/ y",
        "https://x/<y>",
        "ftp://x/",
    ],
)
def test_a_bad_base_is_refused(base: str, run: Run) -> None:
    done = run("export", "turtle", "--base-iri", base)
    assert (done.code, done.out) == (2, b"")


def gaps_of(crosswalk: Crosswalk) -> Iterator[tuple[str, str, str]]:
    answer = gcmilo.gaps(crosswalk)
    yield from (("objective", str(found.objective.ref), found.gap) for found in answer.objectives)
    yield from (
        ("plan_point", str(found.plan_point.ref), found.gap) for found in answer.plan_points
    )
    yield from (("uncited", str(ref), "uncited") for ref in answer.uncited)


def test_the_views_say_what_the_questions_answer(any_crosswalk: Crosswalk, database: Any) -> None:
    matrix = gcmilo.matrix(any_crosswalk)
    served = {
        (row.objective.number, str(cell.plan_point), cell.basis)
        for row in matrix.rows
        for cell in row.cells
        if cell.basis
    }
    with closing(database(any_crosswalk)) as connection:
        gaps = [tuple(row) for row in connection.execute("SELECT kind, ref, gap FROM gap")]
        assert gaps == list(gaps_of(any_crosswalk))
        assert {tuple(row) for row in connection.execute("SELECT * FROM served")} == served


def test_the_full_text_index_finds_what_search_finds(crosswalk: Crosswalk, database: Any) -> None:
    sql = "SELECT ref FROM entry WHERE entry MATCH 'remesas'"
    with closing(database(crosswalk)) as connection:
        found = {row["ref"] for row in connection.execute(sql)}
    assert "20" in found
    assert found == {hit.ref for hit in gcmilo.search(crosswalk, "remesas", limit=1000).hits}


def test_the_bibliography_lists_every_document_once(crosswalk: Crosswalk) -> None:
    text = exported(crosswalk, ExportFormat.CSL)
    assert isinstance(text, str)
    items = json.loads(text)
    ids = [item["id"] for item in items]
    assert ids[:3] == ["source", "gcm", "plan"]
    assert len(set(ids)) == len(ids)
    same = {"fair-mobility-plan", "global-compact"}
    assert set(ids[3:]) == {document.id for document in crosswalk.documents} - same
    assert len(ids) == 5


def test_graphs_show_every_objective_and_every_point(crosswalk: Crosswalk) -> None:
    for form, mark in ((ExportFormat.MERMAID, '["'), (ExportFormat.DOT, "[label=")):
        text = exported(crosswalk, form)
        assert isinstance(text, str)
        nodes = [line for line in text.splitlines() if line.startswith("    ") and mark in line]
        assert len(nodes) == len(crosswalk.objectives) + len(crosswalk.plan_points) + 1


def test_every_stance_and_status_is_told_apart_in_turtle() -> None:
    text = exported(CROSSWALKS["unserved"](), ExportFormat.TURTLE)
    assert isinstance(text, str)
    for stance in Stance:
        assert f'voc:stance "{stance}"' in text
    for status in Status:
        assert f'voc:status "{status}"' in text
    assert text.count("skos:relatedMatch") == 1  # one subject, its values in one list
    assert AWKWARD not in text


def test_a_licence_can_be_any(crosswalk: Crosswalk) -> None:
    files = exported(
        crosswalk, ExportFormat.DATAPACKAGE, Publication(licence="https://example.org/licence")
    )
    assert isinstance(files, dict)
    assert json.loads(files["datapackage.json"])["licenses"] == [
        {"path": "https://example.org/licence"}
    ]
