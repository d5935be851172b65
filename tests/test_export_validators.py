"""Each export accepted by a third party's program, and a broken variant of it refused.

The programs are those of the extra ``validators``, beside this Python or on the PATH, or in the
folders under GCMILO_VALIDATORS; node finds mermaid and jsdom there too. docs/export.md says how to
install them.
"""

import csv
import importlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, unless_all_is_required
from crosswalks import CROSSWALKS
from gcmilo import Crosswalk, load
from gcmilo.export import ExportFormat, exported
from gcmilo.export.network import edges, objective_nodes, plan_nodes
from gcmilo.query.cite import bibliography

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # the libraries' own affair
]

SHAPES = ROOT / "docs/shapes.ttl"
WITHOUT_EXPLICIT = """
SELECT number, title_en FROM objective
WHERE number NOT IN (SELECT objective FROM served WHERE basis = 'explicit')
"""

TRIED = {"bundled": load, **{name: CROSSWALKS[name] for name in ("awkward", "bare", "placed")}}
"""The small plan is tried as the awkward one, which has other texts."""

Validator = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(params=TRIED.values(), ids=TRIED)
def any_crosswalk(request: pytest.FixtureRequest) -> Crosswalk:
    found: Crosswalk = request.param()
    return found


@pytest.fixture
def export(tmp_path: Path) -> Callable[[Crosswalk, ExportFormat, str], Path]:
    """Write an export to a file or folder of a name."""

    def export(crosswalk: Crosswalk, form: ExportFormat, name: str) -> Path:
        content = exported(crosswalk, form)
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="\n")
        else:
            path.mkdir()
            for inner, text in content.items():
                (path / inner).write_text(text, encoding="utf-8", newline="\n")
        return path

    return export


@pytest.fixture(scope="session")
def validator(require: Callable[[str], str]) -> Validator:
    """Run a program that is not part of the project, found beside this Python, under
    GCMILO_VALIDATORS, or anywhere.
    """

    def validator(
        program: str, *arguments: str | Path, given: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        folder = os.environ.get("GCMILO_VALIDATORS")
        beside = [
            Path(sys.executable).parent / program,
            *(Path(folder).glob(f"*/bin/{program}") if folder else ()),
        ]
        path = next((str(found) for found in beside if found.is_file()), None) or require(program)
        command = [path, *map(str, arguments)]
        return subprocess.run(
            command, input=given, capture_output=True, encoding="utf-8", check=False
        )

    return validator


def module(name: str) -> Any:
    """Import a third party's library; without it the test is skipped, or fails."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except ImportError:
        unless_all_is_required(f"{name} is not installed; it is in the extra validators")


def broken(path: Path, old: str, new: str, *, count: int = 1) -> Path:
    """A copy of a file with something replaced, under the same ending."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    copy = path.with_name(f"broken-{path.name}")
    copy.write_text(text.replace(old, new, count), encoding="utf-8", newline="\n")
    return copy


# SSSOM


def test_sssom(any_crosswalk: Crosswalk, export: Any, validator: Validator, tmp_path: Path) -> None:
    path = export(any_crosswalk, ExportFormat.SSSOM, "x.sssom.tsv")
    assert validator("sssom", "validate", path).returncode == 0
    assert sssom_parsed(validator, path, tmp_path) == rows_of(path)


def rows_of(path: Path) -> list[tuple[str, str]]:
    """Subject and object of every row."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return sorted(
        (row["subject_id"], row["object_id"]) for row in csv.DictReader(lines, delimiter="\t")
    )


def sssom_parsed(validator: Validator, path: Path, folder: Path) -> list[tuple[str, str]]:
    """What is left after parsing: malformed rows are dropped with exit code 0."""
    assert validator("sssom", "parse", path, "-o", folder / "parsed.tsv").returncode == 0
    parsed = folder / "parsed.tsv"
    return rows_of(parsed)


def test_sssom_refuses(
    crosswalk: Crosswalk, export: Any, validator: Validator, tmp_path: Path
) -> None:
    path = export(crosswalk, ExportFormat.SSSOM, "x.sssom.tsv")
    assert validator("sssom", "validate", broken(path, "plan:2d", "nowhere:2d")).returncode != 0
    assert (
        validator("sssom", "validate", broken(path, "/plan/northland/sssom", " no iri")).returncode
        != 0
    )
    malformed = broken(path, "\ngcm:6\t", "\nobjective 6\t", count=-1)
    assert len(sssom_parsed(validator, malformed, tmp_path)) == len(rows_of(path)) - 3


# Data Package


def test_datapackage(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.DATAPACKAGE, "package")
    done = validator("frictionless", "validate", path / "datapackage.json", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["valid"], report["errors"]) == (0, True, [])
    assert report["stats"]["tasks"] == len(list(path.glob("*.csv")))


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("linkage.csv", ",2(d),", ",99(z),", "foreign-key"),
        ("coverage.csv", ",addressed,", ",finished,", "constraint-error"),
        ("paragraph.csv", "\n2,", "\ntwo,", "type-error"),
    ],
)
def test_datapackage_refuses(
    crosswalk: Crosswalk,
    export: Any,
    validator: Validator,
    table: str,
    old: str,
    new: str,
    error: str,
) -> None:
    path = export(crosswalk, ExportFormat.DATAPACKAGE, "package")
    broken(path / table, old, new).replace(path / table)
    done = validator("frictionless", "validate", path / "datapackage.json", "--json")
    types = [found["type"] for task in json.loads(done.stdout)["tasks"] for found in task["errors"]]
    assert done.returncode != 0
    assert error in types


# Turtle and JSON-LD


def test_turtle_and_jsonld_say_the_same(any_crosswalk: Crosswalk, export: Any) -> None:
    turtle, jsonld = graphs(any_crosswalk, export)
    assert len(turtle) > 100
    assert module("rdflib.compare").isomorphic(turtle, jsonld)


def graphs(crosswalk: Crosswalk, export: Any) -> tuple[Any, Any]:
    graph = module("rdflib").Graph
    turtle = graph().parse(export(crosswalk, ExportFormat.TURTLE, "x.ttl"), format="turtle")
    return turtle, graph().parse(
        export(crosswalk, ExportFormat.JSONLD, "x.jsonld"), format="json-ld"
    )


def test_a_difference_between_turtle_and_jsonld_is_seen(crosswalk: Crosswalk, export: Any) -> None:
    turtle, jsonld = graphs(crosswalk, export)
    jsonld.remove(next(iter(jsonld)))
    assert not module("rdflib.compare").isomorphic(turtle, jsonld)


def test_turtle_that_is_none_is_refused(crosswalk: Crosswalk, export: Any) -> None:
    path = broken(export(crosswalk, ExportFormat.TURTLE, "x.ttl"), "gcm:6l\n", "gcm:6(l)\n")
    with pytest.raises(module("rdflib.plugins.parsers.notation3").BadSyntax):
        module("rdflib").Graph().parse(path, format="turtle")


@pytest.mark.skipif(not SHAPES.is_file(), reason="the documentation is not beside the tests")
def test_the_shapes_hold(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.TURTLE, "x.ttl")
    done = validator("pyshacl", "--shapes", SHAPES, path)
    assert (done.returncode, "Conforms: True" in done.stdout) == (0, True), done.stdout


@pytest.mark.skipif(not SHAPES.is_file(), reason="the documentation is not beside the tests")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('voc:basis "explicit"', 'voc:basis "certain"'),
        ("skos:inScheme <https://w3id.org/gcmilo/gcm> ;", ""),
        ("voc:objective gcm:6 ;", ""),
        ("skos:relatedMatch plan:_whole", "skos:relatedMatch gcm:2"),
    ],
)
def test_the_shapes_refuse(
    crosswalk: Crosswalk, export: Any, validator: Validator, old: str, new: str
) -> None:
    path = broken(export(crosswalk, ExportFormat.TURTLE, "x.ttl"), old, new)
    done = validator("pyshacl", "--shapes", SHAPES, path)
    assert (done.returncode, "Conforms: False" in done.stdout) == (1, True)


def skosify_says(validator: Validator, path: Path) -> list[str]:
    """The warnings and errors, but for the note that there are two schemes."""
    done = validator("skosify", "--no-enrich-mappings", path, "-o", path.with_name("skosified.ttl"))
    assert done.returncode == 0
    told = re.findall(r"^(?:WARNING|ERROR|CRITICAL): .*$", done.stderr, re.MULTILINE)
    return [line for line in told if "Multiple concept schemes" not in line]


def test_skosify(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    assert skosify_says(validator, export(any_crosswalk, ExportFormat.TURTLE, "x.ttl")) == []


def test_skosify_refuses(crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = broken(
        export(crosswalk, ExportFormat.TURTLE, "x.ttl"),
        "skos:broader gcm:6 ",
        "skos:broader gcm:6l ",
        count=-1,
    )
    assert any(
        "cycle" in line.lower() or "overlap" in line.lower()
        for line in skosify_says(validator, path)
    )


# SQLite


def test_sqlite(any_crosswalk: Crosswalk, export: Any) -> None:
    with closing(sqlite3.connect(export(any_crosswalk, ExportFormat.SQLITE, "x.db"))) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_sqlite_refuses(crosswalk: Crosswalk, export: Any) -> None:
    with closing(sqlite3.connect(export(crosswalk, ExportFormat.SQLITE, "x.db"))) as database:
        database.execute("UPDATE linkage SET plan_point = '99(z)' WHERE id = 2")
        assert [row[0] for row in database.execute("PRAGMA foreign_key_check")] == ["linkage"]
        for value in ("basis = 'certain'", "paragraph = 'eight'", "objective = NULL"):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(f"UPDATE linkage SET {value} WHERE id = 1")  # noqa: S608


NO_EXPLICIT_POINT = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 17, 19, 20, 21, 23]


def test_datasette_answers_in_one_query(
    crosswalk: Crosswalk, export: Any, validator: Validator
) -> None:
    path = export(crosswalk, ExportFormat.SQLITE, "gcmilo.db")
    url = f"/gcmilo.json?sql={'+'.join(WITHOUT_EXPLICIT.split()).replace('=', '%3D')}&_shape=array"
    done = validator("datasette", path, "--get", url)
    assert done.returncode == 0, done.stderr
    assert [row["number"] for row in json.loads(done.stdout)] == NO_EXPLICIT_POINT
    assert validator("datasette", path, "--get", "/gcmilo/no_such_table.json").returncode != 0


def test_sqlite3_answers_in_one_query(
    crosswalk: Crosswalk, export: Any, validator: Validator
) -> None:
    path = export(crosswalk, ExportFormat.SQLITE, "gcmilo.db")
    done = validator("sqlite3", path, WITHOUT_EXPLICIT)
    assert [int(line.split("|")[0]) for line in done.stdout.splitlines()] == NO_EXPLICIT_POINT
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    assert validator("sqlite3", path, WITHOUT_EXPLICIT).returncode != 0


# Graphs


def node_modules() -> Path:
    folder = Path(os.environ.get("GCMILO_VALIDATORS", ROOT))
    if not (folder / "node_modules/mermaid").is_dir():
        unless_all_is_required("mermaid is not in node_modules under GCMILO_VALIDATORS")
    return folder


def test_mermaid(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.MERMAID, "x.mmd")
    done = validator("node", ROOT / "tests/mermaid.mjs", path, node_modules())
    assert done.returncode == 0, done.stderr
    drawn = json.loads(done.stdout)
    nodes = [*objective_nodes(any_crosswalk), *plan_nodes(any_crosswalk)]
    assert drawn["vertices"] == [node.text for node in nodes]
    assert (drawn["diagramType"], drawn["edges"]) == (
        "flowchart-v2",
        len(list(edges(any_crosswalk))),
    )


def test_mermaid_refuses(crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(crosswalk, ExportFormat.MERMAID, "x.mmd")
    unquoted = broken(path, '"1#40;a#41; fair recruitment"', "1(a) fair recruitment")
    done = validator("node", ROOT / "tests/mermaid.mjs", unquoted, node_modules())
    assert (done.returncode, "Parse error" in done.stderr) == (1, True)


def test_dot(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.DOT, "x.dot")
    done = validator("dot", "-Tsvg", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count('class="node"') == len(objective_nodes(any_crosswalk)) + len(
        plan_nodes(any_crosswalk)
    )
    assert done.stdout.count('class="edge"') == len(list(edges(any_crosswalk)))


def test_dot_refuses(crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = broken(
        export(crosswalk, ExportFormat.DOT, "x.dot"),
        '"1(a) fair recruitment"',
        "1(a) fair recruitment",
    )
    done = validator("dot", "-Tsvg", path)
    assert (done.returncode, "syntax error" in done.stderr) == (1, True)


def test_graphml(any_crosswalk: Crosswalk, export: Any) -> None:
    graph = module("networkx").read_graphml(
        export(any_crosswalk, ExportFormat.GRAPHML, "x.graphml"), force_multigraph=True
    )
    assert graph.number_of_nodes() == len(objective_nodes(any_crosswalk)) + len(
        plan_nodes(any_crosswalk)
    )
    found = [
        (data["basis"], data["stance"], data.get("paragraph"), data.get("note"))
        for *_, data in graph.edges(data=True)
    ]
    wanted = [
        (link.basis, link.stance, link.paragraph, link.note) for link in any_crosswalk.linkages
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_graphml_refuses(crosswalk: Crosswalk, export: Any) -> None:
    networkx = module("networkx")
    path = export(crosswalk, ExportFormat.GRAPHML, "x.graphml")
    with pytest.raises((networkx.NetworkXError, SyntaxError)):
        networkx.read_graphml(broken(path, "</node>", ""))
    with pytest.raises((networkx.NetworkXError, KeyError)):
        networkx.read_graphml(broken(path, 'key="edge_basis"', 'key="edge_base"'))


# Bibliographies


def keys(crosswalk: Crosswalk) -> list[str]:
    return [citation.document.id for citation in bibliography(crosswalk)]


def test_csl(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.CSL, "x.json")
    done = validator(
        "pandoc",
        "--citeproc",
        "--bibliography",
        path,
        "-t",
        "html",
        given='---\nnocite: "@*"\n---\n',
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert set(re.findall(r'id="ref-([^"]+)"', done.stdout)) == set(keys(any_crosswalk))


def test_csl_refuses(crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = broken(export(crosswalk, ExportFormat.CSL, "x.json"), '"title": ', '"title" ')
    assert (
        validator(
            "pandoc", "--citeproc", "--bibliography", path, given='---\nnocite: "@*"\n---\n'
        ).returncode
        != 0
    )


def test_bibtex(any_crosswalk: Crosswalk, export: Any, validator: Validator) -> None:
    path = export(any_crosswalk, ExportFormat.BIBTEX, "x.bib")
    library = module("bibtexparser").parse_file(str(path))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == keys(any_crosswalk)
    done = validator(
        "pandoc",
        "--citeproc",
        "--bibliography",
        path,
        "-t",
        "html",
        given='---\nnocite: "@*"\n---\n',
    )
    assert set(re.findall(r'id="ref-([^"]+)"', done.stdout)) == set(keys(any_crosswalk))


def test_bibtex_refuses(crosswalk: Crosswalk, export: Any) -> None:
    path = export(crosswalk, ExportFormat.BIBTEX, "x.bib")
    twice = broken(path, "@techreport{gcm,", "@techreport{source,")
    assert module("bibtexparser").parse_file(str(twice)).failed_blocks


def test_ris(any_crosswalk: Crosswalk, export: Any) -> None:
    rispy = module("rispy")
    path = export(any_crosswalk, ExportFormat.RIS, "x.ris")
    entries = rispy.loads(path.read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == keys(any_crosswalk)
    assert [entry["title"] for entry in entries] == [
        c.document.title for c in bibliography(any_crosswalk)
    ]


def test_ris_refuses(crosswalk: Crosswalk, export: Any) -> None:
    path = broken(
        export(crosswalk, ExportFormat.RIS, "x.ris"), "TY  - RPRT\nID  - gcm\n", "ID  - gcm\n"
    )
    found = [entry["id"] for entry in module("rispy").loads(path.read_text(encoding="utf-8"))]
    assert found == [key for key in keys(crosswalk) if key != "gcm"]


# JSON


@pytest.fixture
def schema_file(tmp_path: Path, run: Any) -> Path:
    path = tmp_path / "schema.json"
    assert run("schema", "crosswalk", "-o", str(path)).code == 0
    return path


def test_json(
    any_crosswalk: Crosswalk, export: Any, validator: Validator, schema_file: Path
) -> None:
    path = export(any_crosswalk, ExportFormat.JSON, "x.json")
    assert validator("check-jsonschema", "--check-metaschema", schema_file).returncode == 0
    assert validator("check-jsonschema", "--schemafile", schema_file, path).returncode == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"basis": "explicit"', '"basis": "certain"'),
        ('"paragraph": 8', '"paragraph": "8"'),
        ('"stance"', '"stand"'),
    ],
)
def test_json_refuses(
    crosswalk: Crosswalk, export: Any, validator: Validator, schema_file: Path, old: str, new: str
) -> None:
    path = broken(export(crosswalk, ExportFormat.JSON, "x.json"), old, new)
    done = validator("check-jsonschema", "--schemafile", schema_file, path)
    assert (done.returncode, "Schema validation errors" in done.stdout) == (1, True)


def test_every_program_is_named_in_the_docs() -> None:
    if not SHAPES.is_file():
        pytest.skip("the documentation is not beside the tests")
    page = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    for program in (
        "sssom",
        "frictionless",
        "pyshacl",
        "skosify",
        "datasette",
        "sqlite3",
        "node",
        "dot",
        "pandoc",
    ):
        assert f"`{program}" in page
    assert "\n".join(WITHOUT_EXPLICIT.split("\n")[1:-1]) in page
