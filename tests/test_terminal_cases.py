"""Every terminal, pipe and surrounding of terminal_cases.py, tried with the real program in a real
shell.
"""

import os
import re
import signal
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from answers import ANSWERS
from conftest import SMALL_PLAN, unless_all_is_required
from processes import BIN, MODULE, SCRIPT, Done, Terminal, process, small_pipe, wait_until_full
from terminal_cases import CASES, FILES, Case, Shown

pytestmark = pytest.mark.slow

ALL_CASES = list(chain.from_iterable(CASES.values()))
SGR = re.compile(r"\x1b\[[\d;]*m")
DRAWN = re.compile("[\x1b\u2500-\u257f]")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
MARKUP = "[/] 13[d] :warning: [link=https://x]x[/link] fair"
ESCAPE = r"\e[31mfair recruitment"
PLAN = (SMALL_PLAN / "plan.yaml").read_text(encoding="utf-8")
POINTS = """
plan_points:
  - ref: "11"
    subject: "review"

  - ref: "12"
    subject: "recruitment"

  - ref: "12(a)"
    subject: "{subject}"
"""
LINKAGES = """
linkages:
  - {objective: "6", plan_point: "12(a)", paragraph: "3", basis: explicit, stance: supports}
"""
PATH = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
UNPRIVILEGED = ["--bounding-set", "-dac_override,-dac_read_search"]
"""What takes from root the right to write where nobody may."""
READ_ONLY = """
mount -o remount,bind,ro / && mount --bind /dev /dev && mount -o remount,bind,ro /dev &&
mount -t tmpfs -o ro none "$PWD" && cd "$PWD" && exec "$@"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the files of FILES."""
    filled(tmp_path, monkeypatch)
    return tmp_path


def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, subject in (("mine", MARKUP), ("escapes", ESCAPE)):
        texts = {"plan": PLAN, "plan_points": POINTS.format(subject=subject), "linkages": LINKAGES}
        (tmp_path / name).mkdir()
        for table, text in texts.items():
            (tmp_path / name / f"{table}.yaml").write_text(text.lstrip(), encoding="utf-8")
    (tmp_path / "table.csv").write_bytes(
        "Objective,Title\n1,Data\n6,\x1b[31mFair\x9b\u202e\n".encode()
    )
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to("kept")
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "locked").mkdir(0o500)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def shell(require: Callable[[str], str]) -> Callable[[Case], list[str]]:
    """What runs the line of a case in bash, with the rights and the file system that the case is
    about.
    """

    def shell(case: Case) -> list[str]:
        if "/dev/full" in case.line and not Path("/dev/full").exists():
            pytest.skip("there is no /dev/full here")
        line = [require("bash"), "-o", "pipefail", "-c", case.line]
        if case.stopped_by:
            return [*line[:-1], f"exec {case.line}"]
        # root could replace a device, if the program let it
        if case.read_only or ("/dev/" in case.command and os.geteuid() == 0):
            return [*read_only(require("unshare")), *line]
        if "locked" in case.command and os.geteuid() == 0:
            return [require("setpriv"), *UNPRIVILEGED, *line]
        return line

    return shell


def read_only(unshare: str) -> list[str]:
    """What runs a command where nothing can be written."""
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    start = [unshare, "--mount", *rights, "sh", "-c", READ_ONLY, "sh"]
    if subprocess.run([*start, "true"], capture_output=True, check=False).returncode:
        unless_all_is_required("no read-only file system can be mounted here")
    return start


def run(case: Case, line: list[str]) -> Done:
    if case.width is not None:
        terminal = Terminal(line, case.width, PATH=PATH)
        begun = b""
        if case.stopped_by:
            begun = terminal.read()
            terminal.press("\x03")
        done = terminal.done()
        out = (begun + done.stdout).replace(b"\r\n", b"\n")
        return Done(done.args, done.returncode, out, done.stderr)
    if case.stopped_by:
        return stopped(case, line)
    return process(line, PATH=PATH)


def stopped(case: Case, line: list[str]) -> Done:
    with small_pipe(line, PATH=PATH) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        try:
            wait_until_full(running)
            running.send_signal(signal.Signals[case.stopped_by])
            code = running.wait(20)
        finally:
            running.kill()
        return Done(
            line, code if code >= 0 else 128 - code, running.stdout.read(), running.stderr.read()
        )


@cache
def answer(command: str) -> str:
    """What the program prints in a pipe, in UTF-8, when nothing is out of the ordinary: neither
    colour nor boxes.
    """
    done = process(["bash", "-c", f"gcmilo {command}"], PATH=PATH)
    assert done.returncode == 0
    text = done.stdout.decode("utf-8")
    assert not DRAWN.search(text)
    return text


def words(text: str) -> Counter[str]:
    """The words of a text that do not depend on width, encoding, and marks; a hyphen may be the end
    of a line.
    """
    parts = unicodedata.normalize("NFKD", SGR.sub("", text))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return Counter(re.findall(r"[A-Za-z]{2,}|\d+(?:\([a-z]\))?", plain))


def is_shown(case: Case, out: bytes) -> None:
    """Assert that stdout is what the case says."""
    text = out.decode(case.encoding)
    match case.out:
        case Shown.NOTHING:
            assert text == ""
        case Shown.ANSWER:
            assert text == answer(case.command)
        case Shown.BEGINNING:
            beginning, _, _ = text.partition(
                "^C"
            )  # which a terminal shows, and then throws away what waits for it
            assert beginning
            assert answer(case.command).startswith(beginning[:1_000])
        case Shown.PLAINER:
            assert not words(answer(case.command)) - words(text)
            assert "?" not in text
        case Shown.COLOURED | Shown.COLOURLESS:
            assert ("\x1b" in text) == (case.out is Shown.COLOURED)
            assert not words(answer(case.command)) - words(text)
            longest = max(len(line) for line in SGR.sub("", text).splitlines())
            assert width_of(case) * 0.6 < longest <= width_of(case)
            assert "\x1b" not in SGR.sub("", text)
        case Shown.AS_WRITTEN:
            assert MARKUP in " ".join(SGR.sub("", text).split())
        case Shown.QUESTION_MARKS:
            assert "?" in text
            assert not HIDDEN.search(SGR.sub("", text))


def width_of(case: Case) -> int:
    """The width that a terminal has: COLUMNS decides where it is a number above 0, and 80 stands
    for none.
    """
    columns = re.search(r"COLUMNS=(\d+)", case.line)
    return (int(columns[1]) if columns else 0) or case.width or 80


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: f"{case.line} in {case.where}")
def test_case(folder: Path, shell: Callable[[Case], list[str]], case: Case) -> None:
    done = run(case, shell(case))
    assert done.stderr.decode(case.encoding) == (f"{case.err}\n" if case.err else "")
    assert done.returncode == case.code
    is_shown(case, done.stdout)
    if case.code:
        assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
        assert (folder / "kept").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("columns", ["0", "40", "200"])
def test_in_a_pipe_one_record_is_one_line(columns: str) -> None:
    lines = process(SCRIPT, "objectives", COLUMNS=columns).stdout.decode("utf-8").splitlines()
    rows = [line for line in lines if re.match(r"\d+ ", line)]
    assert len(rows) == 23
    assert (
        "Use migration detention only as a measure of last resort and work towards alternatives"
        in rows[12]
    )


@pytest.mark.parametrize("name", ["new", "kept", "link"])
def test_an_answer_in_a_file_is_whole_and_a_link_stays_a_link(folder: Path, name: str) -> None:
    assert process(SCRIPT, "gaps", "-o", name, "--force").returncode == 0
    assert (folder / name).read_text(encoding="utf-8") == answer("gaps")
    assert (folder / "link").readlink() == Path("kept")
    assert sorted(path.name for path in folder.iterdir()) == sorted({*FILES, name})


# Every question on terminals of every width

PARTED = "\x1e"
ASK_ALL = f"""
import shlex, sys
from gcmilo.cli.main import run

for line in sys.argv[1:]:
    run(shlex.split(line))
    sys.stdout.write({PARTED!r})
    sys.stdout.flush()
"""
"""A program that asks all questions in turn, which takes a tenth of the time of as many processes.
"""

QUESTIONS = [
    *ANSWERS,
    "search fair recruitment",
    "resolve 'objectives 5(c) and (e), point 1(a), para 3'",
    "validate mine",
    "compare mine",
    "check table.csv",
    "verify table.csv",
]
NARROWEST = 40
"""The width from which on no status and no reference is cut."""
WHOLE = re.compile(
    r"\bMIN/[\w/.]*\w(?:\(Rev\.\))?|\bA/RES/\d+/\d+|\b\d+\([a-z]\)"
    r"|(?<![\w-])(?:addressed|indirect|explicit|contextual)(?![\w-])"
)


def asked(line: Sequence[str], width: int | None = None) -> list[str]:
    """The answers to questions about the small plan on a terminal of a width, or in a pipe."""
    program = [MODULE[0], "-c", ASK_ALL, *line]
    plan = {"GCMILO_PLAN": str(SMALL_PLAN)}
    done = (
        process(program, **plan)
        if width is None
        else Terminal(program, width, NO_COLOR="1", **plan).done()
    )
    answers = done.stdout.decode("utf-8").split(PARTED)
    assert len(answers) == len(line) + 1
    return answers[:-1]


@pytest.fixture(scope="module")
def whole_answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each question has to show: its answer as Markdown without the headings of columns.

    A heading is not shown on a narrow terminal where nothing stands under it.
    """
    with pytest.MonkeyPatch.context() as patch:
        filled(tmp_path_factory.mktemp("asked"), patch)
        answers = asked([f"{question} -f markdown" for question in QUESTIONS])
    heading = re.compile(r"^\|.*\n(?=\|[-| ]+$)", re.MULTILINE)
    return {
        question: heading.sub("", answer)
        for question, answer in zip(QUESTIONS, answers, strict=True)
    }


@pytest.mark.parametrize("width", [0, 20, 40, 80, 200])
@pytest.mark.usefixtures("folder")
def test_every_question_on_a_terminal(whole_answers: dict[str, str], width: int) -> None:
    for question, shown in zip(QUESTIONS, asked(QUESTIONS, width), strict=True):
        longest = max(len(line) for line in shown.splitlines())
        assert longest <= (width or 80), f"{question} has a line of {longest} columns"
        if question != "matrix":  # a picture
            lost = Counter(letters(whole_answers[question])) - Counter(letters(shown))
            assert not lost, f"{question} loses {lost}"
            cut = Counter(WHOLE.findall(whole_answers[question])) - Counter(WHOLE.findall(shown))
            assert not cut or (width or 80) < NARROWEST, f"{question} cuts {cut}"


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
