"""The installed program and ``python -m gcmilo`` as real processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SMALL_PLAN
from processes import MODULE, SCRIPT, process, small_pipe

PROGRAMS = pytest.mark.parametrize("program", [SCRIPT, MODULE], ids=["gcmilo", "python -m gcmilo"])
UNBUFFERED = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
SMALL = {"GCMILO_PLAN": str(SMALL_PLAN)}
BIG = ["tensions", "--json"]
"""A question whose answer is larger than a pipe made small holds."""


@PROGRAMS
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["objective", "6"], 0),
        (["plan-point", "2b"], 1),
        (["objective", "six"], 2),
        (["gaps", "--plan", "/nowhere"], 65),
    ],
    ids=str,
)
def test_exit_codes(program: list[str], arguments: list[str], code: int) -> None:
    done = process(program, *arguments, **SMALL)
    assert done.returncode == code
    assert (done.stdout == b"") == (code != 0)
    assert (done.stderr == b"") == (code == 0)
    assert done.stderr.count(b"\n") <= 1
    assert b"Traceback" not in done.stderr


@PROGRAMS
def test_stdout_is_data_and_nothing_else(program: list[str]) -> None:
    done = process(program, "objective", "6", "--json")
    assert json.loads(done.stdout)["ref"] == "6"
    assert done.stderr == b""
    empty = process(program, "linkages", "--paragraph", "11", "--json", **SMALL)
    assert json.loads(empty.stdout)["linkages"] == []
    assert empty.stderr == b"Nothing meets these conditions.\n"


@pytest.mark.slow
def test_both_programs_give_one_answer() -> None:
    assert process(SCRIPT, "gaps").stdout == process(MODULE, "gaps").stdout
    assert process(SCRIPT, "--help").stdout == process(MODULE, "--help").stdout


# Answers that are cut off midway


@pytest.mark.slow
@UNBUFFERED
def test_a_reader_that_leaves_midway_ends_the_program_silently(unbuffered: str) -> None:
    with small_pipe(SCRIPT, *BIG, PYTHONUNBUFFERED=unbuffered) as running:
        assert running.stdout is not None
        assert running.stdout.read(10)
        running.stdout.close()
        assert running.wait(60) == 141
        assert running.stderr is not None
        assert running.stderr.read() == b""


@pytest.mark.slow
@UNBUFFERED
def test_a_device_that_fills_up_midway_is_exit_74_with_one_sentence(
    tmp_path: Path, unbuffered: str
) -> None:
    limited = [
        "sh",
        "-c",
        'ulimit -f 8; answer=$1; shift; exec "$@" > "$answer"',
        "sh",
        str(tmp_path / "answer"),
    ]
    done = process([*limited, *SCRIPT], *BIG, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 74
    assert done.stderr == b"gcmilo: The answer could not be written: File too large.\n"


@pytest.mark.slow
@pytest.mark.parametrize("before", [None, b"mine"], ids=["no file", "a file to be replaced"])
def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "answer"
    if before is not None:
        path.write_bytes(before)
    limited = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *SCRIPT]
    done = process(limited, *BIG, "-o", str(path), "--force")
    assert done.returncode == 74
    assert done.stderr.startswith(b"gcmilo: ")
    assert done.stderr.endswith(b"could not be written: File too large.\n")
    assert [found.read_bytes() for found in tmp_path.iterdir()] == (
        [] if before is None else [before]
    )


@pytest.mark.slow
def test_an_interrupt_while_the_program_is_still_loading_is_exit_130() -> None:
    code = """
import runpy, sys

class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == "gcmilo.cli.main":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
runpy.run_module("gcmilo", run_name="__main__")
"""
    done = process([sys.executable, "-c", code], "gaps")
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.slow
def test_a_file_is_written_also_with_stdout_closed(tmp_path: Path) -> None:
    path = tmp_path / "answer"
    done = process(["sh", "-c", 'exec "$@" >&-', "sh", *SCRIPT], "gaps", "-o", str(path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_bytes() == process(SCRIPT, "gaps").stdout


# Encodings


@pytest.mark.slow
def test_marks_of_the_matrix_are_told_apart_in_ascii() -> None:
    surroundings = {
        "FORCE_COLOR": "1",
        "NO_COLOR": "1",
        "COLUMNS": "200",
        "PYTHONIOENCODING": "ascii",
    }
    done = process(SCRIPT, "matrix", **surroundings, **SMALL)
    (six,) = [line for line in done.stdout.decode("ascii").splitlines() if line.startswith(" 6 ")]
    explicit, contextual, *none = six.partition("decent work")[2].split()
    assert len({explicit, contextual, *none}) == 3
    assert len(none) == 6


@pytest.mark.slow
def test_an_encoding_keeps_the_letters_that_it_has() -> None:
    done = process(SCRIPT, "objective", "1", "--lang", "fr", PYTHONIOENCODING="latin-1")
    assert (
        "Collecter et utiliser des données précises et ventilées".encode("latin-1") in done.stdout
    )


# Surroundings


@pytest.mark.slow
def test_no_home_no_terminal_and_an_empty_directory(tmp_path: Path) -> None:
    done = subprocess.run(
        [*MODULE, "objective", "6", "--json"],
        env={},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["ref"] == "6"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_table_in_a_pipe_leaves_rich_out_and_one_on_a_terminal_takes_it() -> None:
    code = (
        "import sys; from gcmilo.cli.main import run; code = run(['objective', '6']);"
        " sys.stderr.write(str('rich.table' in sys.modules))"
    )
    assert process([sys.executable, "-c", code]).stderr == b"False"
    assert process([sys.executable, "-c", code], FORCE_COLOR="1").stderr == b"True"
