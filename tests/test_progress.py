"""The line that says on a terminal what takes so long: real processes, and a real terminal for
their stderr.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from reportlab.pdfgen.canvas import Canvas
from rich.cells import cell_len

import gcmilo
from conftest import require_reader
from gcmilo.reader import read_document
from gcmilo.received import check_table
from gcmilo.source import read_source
from pseudo_terminal import PseudoTerminal

PROGRAM = [str(Path(sys.executable).with_name("gcmilo"))]
WAITING = [*PROGRAM, "check", "-", "--json"]
"""Takes as long as nobody gives it the table."""
TABLE = b"Objective\n24\n"
NAME = "\x1b[31m[bold]:warning:\u202e\N{CJK UNIFIED IDEOGRAPH-65E5}" * 9
WORKING = f"""
import sys
from gcmilo.cli.progress import progress
with progress() as report:
    report({NAME!r}, 1, 3)
    sys.stdin.read()
print("Done", file=sys.stderr)
"""


WITHOUT_THREADS = f"""
import threading
def start(thread): raise RuntimeError("can't start new thread")
threading.Thread.start = start
{WORKING}
"""


class Terminal(PseudoTerminal):
    """A terminal, and all that was written to it."""

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self.written = b""

    def wait_for(self, text: bytes) -> None:
        """Read on until a text was written."""
        while text not in self.written:
            part = self.read()
            assert part, f"{text!r} is not in {self.written!r}"
            self.written += part

    def read_to_the_end(self) -> None:
        while part := self.read():
            self.written += part

    @property
    def lines(self) -> list[str]:
        """What stands on the terminal in the end: what comes after a carriage return is written
        over the line.
        """
        shown = []
        for line in self.written.decode("utf-8").replace("\r\n", "\n").split("\n"):
            cells: list[str] = []
            for part in line.split("\r"):
                cells[: len(part)] = part
            shown.append("".join(cells).rstrip())
        return shown


@contextmanager
def running(
    command: list[str],
    terminal: Terminal,
    *,
    stderr: int | None = None,
    stdin: int = subprocess.PIPE,
    **more: str,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program whose terminal this is, and whose stderr it is if nothing else is."""
    unwanted = ("GCMILO_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHON")
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(unwanted)
    }
    program = subprocess.Popen(
        command,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=terminal.side if stderr is None else stderr,
        env=surroundings | {"TERM": "xterm", "PYTHONUTF8": "1"} | more,
        start_new_session=True,
        preexec_fn=terminal.own,  # noqa: PLW1509 - the tests run in one thread
        pass_fds=[terminal.side],
    )
    terminal.give()
    try:
        with program:
            yield program
    finally:
        program.kill()
        terminal.close()


@pytest.mark.slow
def test_what_takes_long_is_told_and_nothing_of_it_is_left() -> None:
    terminal = Terminal(80)
    with running(WAITING, terminal) as program:
        terminal.wait_for(b"Reading stdin")
        out, _ = program.communicate(TABLE)
        terminal.read_to_the_end()
    assert b" s  Reading stdin" in terminal.written
    assert terminal.lines == [""]
    assert program.returncode == 1
    assert out.startswith(b"{")


@pytest.mark.slow
def test_an_error_stands_alone_where_the_line_was() -> None:
    terminal = Terminal(80)
    with running(WAITING, terminal) as program:
        terminal.wait_for(b"Reading stdin")
        program.communicate(b"")
        terminal.read_to_the_end()
    assert terminal.lines == ["gcmilo: 'stdin' is empty.", ""]


@pytest.mark.slow
def test_an_interrupt_clears_the_line_and_never_hid_the_cursor() -> None:
    terminal = Terminal(80)
    with running(WAITING, terminal) as program:
        terminal.wait_for(b"Reading stdin")
        terminal.press("\x03")
        assert program.wait(20) == 130
        terminal.read_to_the_end()
    assert b"^C" in terminal.written
    assert terminal.lines == [""]
    assert b"\x1b" not in terminal.written


def wait_until_it_would_be_told() -> None:
    """Go on when a program that began later than what is running has told what takes so long."""
    witness = Terminal(80)
    with running(WAITING, witness) as later:
        witness.wait_for(b"2 s  Reading stdin")
        later.communicate(TABLE)


SILENT = {"piped": {"FORCE_COLOR": "1"}, "dumb": {"TERM": "dumb"}}


@pytest.mark.slow
@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_told_in_a_pipe_and_on_a_dumb_terminal(case: str) -> None:
    quiet = Terminal(80)
    stderr = subprocess.PIPE if case == "piped" else None
    with running(WAITING, quiet, stderr=stderr, **SILENT[case]) as program:
        wait_until_it_would_be_told()
        _, said = program.communicate(TABLE)
        quiet.read_to_the_end()
    assert program.returncode == 1
    assert (said or b"", quiet.written) == (b"", b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [WAITING, [*PROGRAM, "resolve", "-", "--json"]], ids=["check", "resolve"]
)
def test_nothing_is_told_to_who_is_typing(command: list[str]) -> None:
    quiet = Terminal(80)
    with running(command, quiet, stdin=quiet.side) as program:
        wait_until_it_would_be_told()
        quiet.press(f"{TABLE.decode()}\x04")
        assert program.communicate()[0].startswith(b"{")
        quiet.read_to_the_end()
    assert quiet.lines == ["Objective", "24", ""]
    assert b" s  " not in quiet.written


@pytest.mark.slow
def test_what_is_fast_tells_nothing() -> None:
    for _ in range(5):  # on a busy machine one may take longer than a second, and is right to tell
        terminal = Terminal(80)
        begun = monotonic()
        with running([*PROGRAM, "objective", "6", "--json"], terminal) as program:
            assert program.communicate()[0].startswith(b"{")
            seconds = monotonic() - begun
            terminal.read_to_the_end()
        assert program.returncode == 0
        if seconds < 1:
            assert terminal.written == b""
            return
    pytest.fail("no answer came within a second")


@pytest.mark.slow
def test_the_work_is_done_where_no_thread_can_be_had() -> None:
    terminal = Terminal(80)
    with running([sys.executable, "-c", WITHOUT_THREADS], terminal) as program:
        program.communicate(b"")
        terminal.read_to_the_end()
    assert (program.returncode, terminal.lines) == (0, ["Done", ""])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "encoding"), [(0, "utf-8"), (20, "utf-8"), (40, "ascii"), (80, "utf-8")]
)
def test_a_line_fits_its_terminal_and_shows_a_strangers_name_harmless(
    width: int, encoding: str
) -> None:
    terminal = Terminal(width)
    more = {"COLUMNS": "200", "PYTHONIOENCODING": f"{encoding}:strict"}
    with running([sys.executable, "-c", WORKING], terminal, **more) as program:
        terminal.wait_for(b"33 %  ?[31m")
        program.communicate(b"")
        terminal.read_to_the_end()
    assert (program.returncode, terminal.lines) == (0, ["Done", ""])
    drawn = terminal.written.decode(encoding).split("\r")
    assert max(cell_len(line) for line in drawn) == (width or 80) - 1
    assert "\x1b" not in "".join(drawn)
    assert width == 20 or "[bold]:warning:?" in "".join(drawn)


# What is reported


def test_a_plan_is_reported_file_by_file(plan: Path) -> None:
    told: list[tuple[str, int, int]] = []
    gcmilo.load(plan, lambda *report: told.append(report))
    size = len((plan / "linkages.yaml").read_text(encoding="utf-8"))
    reading = [
        (done, whole) for doing, done, whole in told if doing == f"Reading {plan}/linkages.yaml"
    ]
    assert reading[0] == (0, size)
    assert len(reading) > 1
    assert reading == sorted(reading)
    assert reading[-1] == (size, size)
    assert told[-1] == (f"Checking {plan}", 0, 0)


def test_rows_and_pages_are_counted(crosswalk: gcmilo.Crosswalk, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    table, document = tmp_path / "table.csv", tmp_path / "document.pdf"
    table.write_bytes(TABLE + b"5\n")
    check_table(crosswalk, read_document(table), report=lambda *report: told.append(report))
    assert told == [("Reading the rows", 0, 2), ("Reading the rows", 1, 2)]
    require_reader(document)
    canvas = Canvas(str(document))
    for page in "12":
        canvas.drawString(50, 800, page)
        canvas.showPage()
    canvas.save()
    read_source(document, lambda *report: told.append(report))
    assert told[2:] == [(f"Reading {document}", *counted) for counted in [(0, 0), (0, 2), (1, 2)]]
