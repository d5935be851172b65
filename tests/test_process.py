"""The installed program and ``python -m gcmilo`` as real processes."""

import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

SCRIPT = [str(Path(sys.executable).with_name("gcmilo"))]
MODULE = [sys.executable, "-m", "gcmilo"]
PROGRAMS = pytest.mark.parametrize("program", [SCRIPT, MODULE], ids=["gcmilo", "python -m gcmilo"])
SMALL_PIPES = pytest.mark.skipif(not hasattr(fcntl, "F_SETPIPE_SZ"), reason="pipes cannot be made small here")
UNBUFFERED = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
BIG = ["tensions", "--json"]
"""A question whose answer is larger than a pipe made small holds."""
FIT = 4_096

Done = subprocess.CompletedProcess[bytes]


def environment(**more: str) -> dict[str, str]:
    unwanted = ("GCMILO_", "LC_", "LANG", "PYTHON", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)} | more


def process(program: list[str], *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, **more: str) -> Done:
    return subprocess.run(
        [*program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(**more),
        check=False,
        timeout=60,
    )


@PROGRAMS
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["objective", "6"], 0),
        (["plan-point", "12b"], 1),
        (["objective", "six"], 2),
        (["gaps", "--plan", "/nowhere"], 65),
    ],
    ids=str,
)
def test_exit_codes(program: list[str], arguments: list[str], code: int) -> None:
    done = process(program, *arguments)
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
    empty = process(program, "linkages", "--paragraph", "25", "--json")
    assert json.loads(empty.stdout)["linkages"] == []
    assert empty.stderr == b"Nothing meets these conditions.\n"


def test_both_programs_give_one_answer() -> None:
    assert process(SCRIPT, "gaps").stdout == process(MODULE, "gaps").stdout
    assert process(SCRIPT, "--help").stdout == process(MODULE, "--help").stdout


# Pipes and full devices


@PROGRAMS
@pytest.mark.parametrize("arguments", [BIG, ["gaps"], ["--help"]], ids=str)
def test_a_pipe_that_the_reader_has_closed_ends_the_program_silently(program: list[str], arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process(program, *arguments, stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@SMALL_PIPES
@UNBUFFERED
def test_a_reader_that_leaves_midway_ends_the_program_silently(unbuffered: str) -> None:
    with small_pipe(SCRIPT, *BIG, PYTHONUNBUFFERED=unbuffered) as running:
        assert running.stdout is not None
        assert running.stdout.read(10)
        running.stdout.close()
        assert running.wait(60) == 141
        assert running.stderr is not None
        assert running.stderr.read() == b""


@UNBUFFERED
def test_a_device_that_fills_up_midway_is_exit_74_with_one_sentence(tmp_path: Path, unbuffered: str) -> None:
    limited = ["sh", "-c", 'ulimit -f 8; answer=$1; shift; exec "$@" > "$answer"', "sh", str(tmp_path / "answer")]
    done = process([*limited, *SCRIPT], *BIG, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 74
    assert done.stderr == b"gcmilo: The answer could not be written: File too large.\n"


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
    assert [found.read_bytes() for found in tmp_path.iterdir()] == ([] if before is None else [before])


def small_pipe(program: list[str], *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    """Start a program whose stdout is a pipe that holds less than its answer."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, FIT)
    running = subprocess.Popen(
        [*program, *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(**more),
        preexec_fn=take_interrupts,  # noqa: PLW1509 - the tests run in one thread
    )
    os.close(writer)
    running.stdout = os.fdopen(reader, "rb", buffering=0)
    return running


def take_interrupts() -> None:
    """Take SIGINT as a program on a terminal does; one that a script starts in the background ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def waiting_bytes(pipe: IO[bytes]) -> int:
    held = fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4)
    return int(struct.unpack("i", held)[0])


@SMALL_PIPES
@PROGRAMS
def test_an_interrupt_is_exit_130_without_a_traceback(program: list[str]) -> None:
    with small_pipe(program, *BIG) as running:
        try:
            assert running.stdout is not None
            assert running.stderr is not None
            while running.poll() is None and waiting_bytes(running.stdout) < FIT:
                time.sleep(0.01)
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 130
            assert running.stderr.read() == b""
        finally:
            running.kill()


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["gaps"], BIG, ["--help"], ["--version"]], ids=str)
def test_a_full_device_is_exit_74_with_one_sentence(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(SCRIPT, *arguments, stdout=full)
    assert done.returncode == 74
    assert done.stderr == b"gcmilo: The answer could not be written: No space left on device.\n"


@pytest.mark.parametrize("arguments", [["gaps"], ["gaps", "--json"], ["--help"]], ids=str)
def test_a_closed_stdout_is_exit_74_with_one_sentence(arguments: list[str]) -> None:
    done = process(["sh", "-c", 'exec "$@" >&-', "sh", *SCRIPT], *arguments)
    assert done.returncode == 74
    assert done.stderr.startswith(b"gcmilo: The answer could not be written")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_stderr_harms_nothing() -> None:
    done = process(["sh", "-c", 'exec "$@" 2>&-', "sh", *SCRIPT], "linkages", "--paragraph", "25")
    assert done.returncode == 0
    assert b"Linkages" in done.stdout
    assert process(["sh", "-c", 'exec "$@" 2>&-', "sh", *SCRIPT], "objective", "24").returncode == 1


def test_a_file_is_written_also_with_stdout_closed(tmp_path: Path) -> None:
    path = tmp_path / "answer"
    done = process(["sh", "-c", 'exec "$@" >&-', "sh", *SCRIPT], "gaps", "-o", str(path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_bytes() == process(SCRIPT, "gaps").stdout


# Locales

LOCALES = {
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": {"LANG": "C"},
    "C, as it was": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "none": {},
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("command", "forced"), [("matrix --lang fr", "1"), ("tree", "0")])
def test_tables_are_shown_in_any_locale(command: str, forced: str, locale: str) -> None:
    done = process(SCRIPT, *command.split(), FORCE_COLOR=forced, COLUMNS="100", **LOCALES[locale])
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"GB.335/POL/1(Rev.)" in done.stdout


def test_marks_of_the_matrix_are_told_apart_in_ascii() -> None:
    done = process(SCRIPT, "matrix", FORCE_COLOR="1", NO_COLOR="1", COLUMNS="200", PYTHONIOENCODING="ascii")
    (seven,) = [line for line in done.stdout.decode("ascii").splitlines() if line.startswith(" 7 ")]
    marks = seven.partition("vulnerabilities")[2].split()
    assert sorted(marks.count(mark) for mark in set(marks)) == [3, 3, 11]


def test_an_encoding_keeps_the_letters_that_it_has() -> None:
    done = process(SCRIPT, "objective", "1", "--lang", "fr", PYTHONIOENCODING="latin-1")
    assert "Collecter et utiliser des données précises et ventilées".encode("latin-1") in done.stdout


@pytest.mark.parametrize(
    ("form", "locale"),
    [(form, "ascii") for form in ("json", "jsonl", "csv", "tsv", "markdown", "html")] + [("csv", "C, as it was")],
)
def test_machine_formats_are_utf_8_whatever_the_locale(form: str, locale: str) -> None:
    done = process(SCRIPT, "objective", "6", "-f", form, **LOCALES[locale])
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    assert "ILO’s" in text
    assert "\r" not in text


@pytest.mark.parametrize("locale", ["latin-1", "ascii", "C, as it was"])
def test_errors_are_said_in_any_locale(locale: str) -> None:
    done = process(SCRIPT, "objective", "données”→", **LOCALES[locale])
    assert done.returncode == 2
    assert done.stderr.startswith(b"gcmilo: ")
    assert done.stderr.count(b"\n") == 1


# Surroundings


def test_no_home_no_terminal_and_an_empty_directory(tmp_path: Path) -> None:
    done = subprocess.run(
        [*MODULE, "objective", "6", "--json"], env={}, cwd=tmp_path, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["ref"] == "6"
    assert list(tmp_path.iterdir()) == []


def test_columns_of_0_in_a_real_terminal(pseudo_terminal: Callable[..., str]) -> None:
    for columns in ({"COLUMNS": "0"}, {}):
        text = pseudo_terminal("objectives", **columns)
        assert "not addressed" in " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80])
def test_a_real_terminal_decides_the_width(pseudo_terminal: Callable[..., str], width: int) -> None:
    text = pseudo_terminal("objectives", width=width, NO_COLOR="1")
    longest = max(len(line) for line in text.splitlines())
    assert width * 0.6 < longest <= width


@pytest.fixture
def pseudo_terminal() -> Callable[..., str]:
    """Run the program on a terminal of a width and return what is shown."""

    def run(*arguments: str, width: int = 80, **more: str) -> str:
        terminal, side = os.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        running = subprocess.Popen(
            [*SCRIPT, *arguments], stdout=side, stderr=side, env=environment(TERM="xterm", **more)
        )
        os.close(side)
        shown = b""
        while part := read_terminal(terminal):
            shown += part
        os.close(terminal)
        assert running.wait(60) == 0
        return shown.decode("utf-8").replace("\r\n", "\n")

    return run


def read_terminal(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # what a terminal says at its end on Linux
        return b""


def test_a_table_in_a_pipe_leaves_rich_out_and_one_on_a_terminal_takes_it() -> None:
    code = (
        "import sys; from gcmilo.cli.main import run; code = run(['objective', '6']);"
        " sys.stderr.write(str('rich.table' in sys.modules))"
    )
    assert process([sys.executable, "-c", code]).stderr == b"False"
    assert process([sys.executable, "-c", code], FORCE_COLOR="1").stderr == b"True"
