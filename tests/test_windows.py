"""What Windows does otherwise, as far as it can be tried elsewhere: encodings, line ends, names,
what is missing.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

import pytest

import gcmilo
from conftest import Run, edit, faults_of, line_of
from gcmilo import Crosswalk, read_source, verify
from gcmilo.reader import read_document
from gcmilo.received import check_table
from gcmilo.starter import starter_plan
from processes import MODULE, SCRIPT, Done, environment
from source_document import made_up_plan, made_up_text

ROOT = Path(__file__).parent.parent
AS_ON_WINDOWS = str(Path(__file__).with_name("as_on_windows"))


def windows(text: str, encoding: str = "utf-8-sig") -> bytes:
    """A text as a program on Windows saves it."""
    return text.replace("\n", "\r\n").encode(encoding)


# Files that come from Windows


def saved_on_windows(plan: Path) -> Path:
    for file in plan.iterdir():
        file.write_bytes(windows(file.read_text(encoding="utf-8")))
    return plan


def test_a_plan_saved_on_windows_is_the_same_plan(plan: Path) -> None:
    before = gcmilo.load(plan)
    saved_on_windows(plan)
    assert gcmilo.load(plan) == before
    assert all(b"\r\n" in file.read_bytes() for file in plan.iterdir())


def test_faults_of_a_plan_saved_on_windows_stand_on_the_same_lines(plan: Path) -> None:
    coverage = plan / "coverage.yaml"
    lines = coverage.read_text(encoding="utf-8").replace("status: indirect", "status: indirekt")
    coverage.write_text(f"{lines}# the last line: é\n", encoding="utf-8")
    before = faults_of(plan)
    assert [fault.line for fault in before] == [
        number for number, line in enumerate(lines.split("\n"), 1) if "indirekt" in line
    ]
    saved_on_windows(plan)
    assert faults_of(plan) == before
    last = line_of(coverage, "the last line")
    coverage.write_bytes(coverage.read_bytes().replace("é".encode(), "é".encode("cp1252")))
    assert [(fault.line, fault.text) for fault in faults_of(plan) if "UTF-8" in fault.text] == [
        (None, f"it is not UTF-8: the bytes on line {last} are none")
    ]


TABLE = [["N°", "Intitulé", "Mesure"], ["6", "Données", "l’été\n2024"], ["99", "“Santé”", ""]]


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [
        (",", "utf-8"),
        (",", "utf-8-sig"),
        (";", "utf-8-sig"),
        (";", "cp1252"),
        ("\t", "cp1252"),
        ("\t", "utf-16"),
    ],
)
def test_a_table_saved_by_excel_has_the_same_problems(
    crosswalk: Crosswalk, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    def problems(content: bytes) -> list[tuple[int | None, str | None, str]]:
        (tmp_path / "table").write_bytes(content)
        found = check_table(crosswalk, read_document(tmp_path / "table"))
        return [(fault.line, fault.key, fault.text) for fault in found.problems]

    rows = [[f'"{cell}"' for cell in row] for row in TABLE]
    before = problems("\n".join(",".join(row) for row in rows).encode())
    assert [line for line, *_ in before] == [2, 4, 4]
    assert problems(windows("\n".join(delimiter.join(row) for row in rows), encoding)) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_document_saved_on_windows_is_the_same_document(
    crosswalk: Crosswalk, tmp_path: Path, encoding: str
) -> None:
    text = made_up_text(crosswalk)
    assert "“" in text
    (tmp_path / "document.txt").write_bytes(windows(text, encoding))
    found = verify(made_up_plan(crosswalk), read_source(tmp_path / "document.txt"))
    assert found.problems == ()
    assert found.mentions == {"objectives": 4, "plan_points": 3}


# The program where the names and the defaults of Windows hold


def on_windows(folder: Path, *arguments: str, stdin: bytes = b"") -> Done:
    more = environment(PYTHONPATH=AS_ON_WINDOWS)
    return subprocess.run(
        [*MODULE, *arguments],
        input=stdin,
        env=more,
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path, plan: Path, crosswalk: Crosswalk) -> Path:
    """A folder with a plan, a table and a document."""
    assert plan.parent == tmp_path
    (tmp_path / "table.csv").write_bytes(windows("Objective;Title\n6;Données\n", "cp1252"))
    (tmp_path / "document.txt").write_bytes(windows(made_up_text(crosswalk), "cp1252"))
    return tmp_path


def test_the_imitation_has_what_it_says(tmp_path: Path) -> None:
    code = """
import os, signal, sys
found = [name for name in ("fork", "O_NONBLOCK", "getuid") if hasattr(os, name)] + [hasattr(signal, "SIGPIPE")]
try:
    import fcntl
except ImportError:
    found.append("no fcntl")
open("written", "w").write("é\\n")
print(found, "é")
"""
    done = subprocess.run(
        [MODULE[0], "-c", code],
        env=environment(PYTHONPATH=AS_ON_WINDOWS),
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout == "[False, 'no fcntl'] é\r\n".encode("cp1252")
    assert (tmp_path / "written").read_bytes() == b"\xe9\r\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        *(f"objective 6 -f {form}" for form in ("json", "jsonl", "csv", "tsv", "markdown", "html")),
        "matrix -f svg",
        "search remesas --json",
        "brief 6",
        "cite 6l --style bibtex",
        "schema gaps",
        "gaps --plan plan --json",
        "validate plan --json",
        "compare plan --json",
        "check table.csv --json",
        "check - --json",
        "resolve - --json",
        "mentions - --json",
        "verify document.txt --json",
        "verify - --json",
        *(
            f"export {form}"
            for form in ("json", "sssom", "turtle", "mermaid", "graphml", "ris", "html")
        ),
    ],
)
def test_the_answer_is_the_same_bytes(folder: Path, line: str) -> None:
    stdin = (folder / ("document.txt" if "verify" in line else "table.csv")).read_bytes()
    done = on_windows(folder, *line.split(), stdin=stdin)
    here = subprocess.run(
        [*MODULE, *line.split()],
        input=stdin,
        env=environment(),
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.stderr.replace(b"\r\n", b"\n") == here.stderr
    assert done.returncode == here.returncode
    assert done.stdout == here.stdout != b""
    assert b"\r" not in done.stdout


def test_a_table_is_shown_in_the_code_page(folder: Path) -> None:
    done = on_windows(folder, "objective", "1", "--lang", "fr")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "données précises" in done.stdout.decode("cp1252")


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "gaps -o new",
        "gaps -f csv -o new",
        "export html -o new",
        "export sqlite -o new",
        "export datapackage -o new",
        "init new",
    ],
)
def test_files_are_the_same_bytes(folder: Path, line: str) -> None:
    def written() -> dict[str, bytes]:
        new = folder / "new"
        files = {
            str(file.relative_to(folder)): file.read_bytes()
            for file in [new, *new.rglob("*")]
            if file.is_file()
        }
        (shutil.rmtree if new.is_dir() else os.unlink)(new)
        return files

    assert on_windows(folder, *line.split()).returncode == 0
    found = written()
    subprocess.run(
        [*MODULE, *line.split()], env=environment(), cwd=folder, capture_output=True, check=True
    )
    assert found == written()
    assert found


def test_a_wrong_question_is_one_sentence(folder: Path) -> None:
    done = on_windows(folder, "objective", "six→")
    assert (done.returncode, done.stdout) == (2, b"")
    assert re.fullmatch(rb"gcmilo: [^\r\n]+\r\n", done.stderr)


# Names


@pytest.mark.parametrize(
    "name", [r"C:\plans\my plan", "plan à moi", "D:plan", r"\\server\plans\mine", "x" * 200]
)
def test_a_fault_names_the_file_as_it_was_given(
    run: Run, plan: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    folder = plan.rename(plan.with_name(name))
    edit(folder / "coverage.yaml", "status: indirect", "status: indirekt")
    for given in (name, str(folder)):
        done = run("validate", given, "--json")
        assert done.code == 1
        assert [problem["file"] for problem in done.data["problems"]] == [f"{given}/coverage.yaml"]
    (plan.parent / f"{name}.csv").write_text("Objective\n99\n", encoding="utf-8")
    assert [
        problem["file"] for problem in run("check", f"{name}.csv", "--json").data["problems"]
    ] == [f"{name}.csv"]
    assert run("gaps", "-o", f"{name}.txt").code == 0
    assert (plan.parent / f"{name}.txt").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gcmilo.exe", "gcmilo-script.py"])
def test_the_program_is_called_gcmilo_whatever_its_file_is_called(
    tmp_path: Path, name: str
) -> None:
    shutil.copy(SCRIPT[0], tmp_path / name)
    for program in ([str(tmp_path / name)], MODULE):
        done = subprocess.run(
            [*program, "--help"], env=environment(), capture_output=True, check=True
        )
        assert done.stdout.startswith(b"Usage: gcmilo [OPTIONS]")
        wrong = subprocess.run(
            [*program, "objective"], env=environment(), capture_output=True, check=False
        )
        assert wrong.returncode == 2
        assert wrong.stderr.startswith(b"gcmilo: ")


def test_the_package_has_no_part_for_one_system() -> None:
    [wheel] = {found.read_text("WHEEL") for found in distributions(name="gcmilo")} - {None}
    assert "Root-Is-Purelib: true" in wheel
    assert re.findall(r"^Tag: (.+)$", wheel, re.MULTILINE) == ["py3-none-any"]


RESERVED = re.compile(
    r'[<>:"\\|?*\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE
)


def test_the_rule_for_names_knows_what_windows_refuses() -> None:
    for name in ("12(a): x.txt", "a?.csv", "nul", "Con.txt", "aux.yaml", "end.", "end "):
        assert RESERVED.search(name)
    assert not RESERVED.search("plan_points.schema.json")


def test_files_that_are_written_have_names_that_windows_takes(
    run: Run, crosswalk: Crosswalk, tmp_path: Path
) -> None:
    assert run("export", "datapackage", "-o", str(tmp_path / "package")).code == 0
    package = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "package").rglob("*")]
    for names in (package, list(starter_plan(crosswalk.objectives))):
        assert names
        assert [name for name in names for part in name.split("/") if RESERVED.search(part)] == []
        assert len({name.casefold() for name in names}) == len(names)


# Checkouts


@pytest.mark.skipif(
    not (ROOT / ".gitattributes").is_file(), reason="the tests are not in a checkout"
)
def test_a_checkout_on_windows_keeps_line_ends_and_pictures(
    require: Callable[[str], str], tmp_path: Path
) -> None:
    git = [
        require("git"),
        "-C",
        str(tmp_path),
        "-c",
        "core.autocrlf=true",
        "-c",
        "user.name=x",
        "-c",
        "user.email=x",
    ]
    kept = [
        ".gitattributes",
        "data/linkages.yaml",
        ".ci/run",
        "docs/img/page.png",
        "docs/examples/received.csv",
    ]
    subprocess.run([*git, "init", "-q"], check=True)
    for name in kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    subprocess.run([*git, "add", "."], check=True, capture_output=True)
    for name in kept:
        (tmp_path / name).unlink()
    subprocess.run([*git, "checkout", "-q", "--", "."], check=True)
    assert [
        name for name in kept if (tmp_path / name).read_bytes() != (ROOT / name).read_bytes()
    ] == []
