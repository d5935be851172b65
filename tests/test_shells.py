"""Completion as a person has it: installed by the documented command, in the real shells, on a
pseudo-terminal.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import SMALL_PLAN, Run
from pseudo_terminal import PseudoTerminal

Done = subprocess.CompletedProcess[str]

PAGE = Path(__file__).parent.parent / "docs" / "shells.md"
SCRIPTS = Path(sys.executable).parent
PROMPT = "asking> "
STARTS = {
    "bash": (".bashrc", f"PS1='{PROMPT}'"),
    "zsh": (".zshrc", f"PS1='{PROMPT}'"),
    "fish": (
        ".config/fish/config.fish",
        f"set fish_greeting; function fish_prompt; echo -n '{PROMPT}'; end",
    ),
}
ESCAPE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, movements, modes
    rb"|\x1b\].*?(?:\x07|\x1b\\)"  # titles
    rb"|\x1b[ -/]*[0-~]",
    re.DOTALL,
)
SEPARATORS = {"zsh": " +-- ", "fish": r" +\("}


def environment_at(shell: str, folder: Path) -> dict[str, str]:
    """An environment with a home in which the shell has a prompt to wait for, and nothing else."""
    name, start = STARTS[shell]
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(start, encoding="utf-8")
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    return {"HOME": str(folder), "PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Home:
    """A home in which completion was installed for a shell."""

    shell: str
    program: str
    environment: dict[str, str]
    folder: Path


@pytest.fixture(
    scope="module", params=[pytest.param(shell, marks=pytest.mark.slow) for shell in STARTS]
)
def home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    require: Callable[[str], str],
) -> Home:
    shell = request.param
    program = require(shell)
    folder = tmp_path_factory.mktemp(shell)
    home = Home(shell, program, environment_at(shell, folder), folder)
    install = [program, "-c", f"gcmilo --install-completion {shell}"]
    subprocess.run(install, env=home.environment, stdout=subprocess.DEVNULL, check=True)
    (folder / "table.csv").write_text(
        "Objective,Title\n4,Access to basic services\n", encoding="utf-8"
    )
    return home


class AtShell:
    """A person at a shell that has just begun. What was waited for is not looked at again."""

    def __init__(self, home: Home, **more: str) -> None:
        self.shell = home.shell
        self._terminal = PseudoTerminal(90, 60)
        self._running = subprocess.Popen(
            [home.program, "-i"],
            stdin=self._terminal.side,
            stdout=self._terminal.side,
            stderr=self._terminal.side,
            env=home.environment | more,
            cwd=home.folder,
            start_new_session=True,
            preexec_fn=self._terminal.own,  # noqa: PLW1509 - the tests run in one thread
        )
        self._terminal.give()
        self._seen = b""
        self.type = self._terminal.press
        self.shows(PROMPT)

    def shows(self, pattern: str) -> str:
        """Wait until a pattern is shown, and return all that was shown until then, without colours
        and movements.
        """
        while True:
            shown = ESCAPE.sub(b"", self._seen).decode(errors="replace")
            found = re.search(pattern, shown)
            if found:
                self._seen = shown[found.end() :].encode()
                return shown[: found.end()]
            part = self._terminal.read()
            assert part, f"{pattern!r} is not shown: {shown[-2000:]!r}"
            self._seen += part

    def offers(self, line: str, *offers: tuple[str, str]) -> None:
        """Press Tab after a line and wait for offers, with their help where the shell shows it."""
        self.type(line + "\t" * (2 if self.shell == "bash" else 1))
        for word, help in offers:
            after = (
                SEPARATORS[self.shell] + re.escape(help)
                if help and self.shell in SEPARATORS
                else r"\s"
            )
            self.shows(rf"(?<![\w.-]){re.escape(word)}{after}")

    def runs(self, line: str, answer: str) -> None:
        """Press Tab after a line, run it as it stands, and wait for the answer."""
        self.type(line + "\t\r")
        self.shows(re.escape(answer))

    def leave(self) -> None:
        """End the shell."""
        self._running.kill()
        self._running.wait()
        self._terminal.close()


@pytest.fixture
def foreign(tmp_path: Path, plan: Path) -> Path:
    """A plan in a directory that has to be quoted, with labels of its own."""
    (tmp_path / "my own").mkdir()
    shutil.copy(plan / "plan.yaml", tmp_path / "my own")
    points = "- {ref: '1.1', subject: a public website}\n- {ref: '1.2 (b)', subject: joint inspections}\n"
    (tmp_path / "my own" / "plan_points.yaml").write_text(
        f"plan_points:\n{points}", encoding="utf-8"
    )
    return tmp_path / "my own"


@pytest.fixture
def at_shell(home: Home) -> Iterator[AtShell]:
    """A person who asks about the small plan."""
    person = AtShell(home, GCMILO_PLAN=str(SMALL_PLAN))
    yield person
    person.leave()


@pytest.fixture
def reader(home: Home) -> Iterator[AtShell]:
    """A person who tries what the documentation shows."""
    person = AtShell(home)
    yield person
    person.leave()


def test_points_are_offered_with_their_subjects(at_shell: AtShell) -> None:
    at_shell.offers(
        "gcmilo plan-point 2", ("2c", "social protection"), ("2d", "freedom of association")
    )


def test_objectives_and_the_actions_of_the_one_begun(at_shell: AtShell) -> None:
    at_shell.offers(
        "gcmilo objective 2", ("2", "Minimize adverse"), ("20", "Remittances"), ("2a", "Carry out")
    )


def test_paragraphs(at_shell: AtShell) -> None:
    at_shell.offers(
        "gcmilo paragraph 1", ("10", "More joint labour"), ("11", "The Council is asked")
    )


def test_activities(at_shell: AtShell) -> None:
    at_shell.offers(
        "gcmilo activity c",
        ("council-session", "7th Session"),
        ("crossing-scheme", "Fair Crossing"),
    )


def test_formats(at_shell: AtShell) -> None:
    at_shell.offers("gcmilo gaps --format ", ("json", ""), ("markdown", ""))


def test_statuses(at_shell: AtShell) -> None:
    at_shell.offers("gcmilo objectives --status ", ("addressed", ""), ("not-addressed", ""))


@pytest.mark.parametrize(
    "line", ["gcmilo --plan {} plan-point 1.", "gcmilo plan-point --plan {} 1."]
)
def test_points_of_a_plan_in_a_directory(at_shell: AtShell, foreign: Path, line: str) -> None:
    at_shell.offers(
        line.format(shlex.quote(str(foreign))),
        ("1.1", "a public website"),
        ("1.2b", "joint inspections"),
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("gcmilo plan-point 2d", "Plan point 2(d): freedom of association"),
        ("gcmilo objective 23", "Objective 23: "),
        ("gcmilo paragraph 11", "Paragraph 11"),
        ("gcmilo activity val", "Return to the Upper Valley"),
        ("gcmilo objectives --status not", "Strengthen the transnational response"),
        ("gcmilo objectives --status=not", "Strengthen the transnational response"),
        ("gcmilo cove", "Coverage"),
        ("gcmilo check tab", "1 problem"),
        (f"{SCRIPTS / 'gcmilo'} tree --by pl", "Plan point 2(c): social protection"),
    ],
)
def test_what_is_completed_runs_as_it_stands(at_shell: AtShell, line: str, answer: str) -> None:
    at_shell.runs(line, answer)


def test_the_completed_point_of_a_plan_runs_as_it_stands(at_shell: AtShell, foreign: Path) -> None:
    quoted = shlex.quote(str(foreign))
    at_shell.runs(f"gcmilo --plan {quoted} plan-point 1.2", "Plan point 1.2 (b): joint inspections")


def test_a_text_to_search_for_is_not_taken_for_a_file(at_shell: AtShell) -> None:
    at_shell.runs("gcmilo search tab", "Found for: tab\r\n")


def test_a_plan_that_does_not_load_leaves_the_line_as_it_is(at_shell: AtShell) -> None:
    at_shell.runs("gcmilo --plan nowhere plan-point 1", "nowhere: there is no such directory")


def test_a_program_that_fails_is_not_heard_and_the_shell_completes_files(
    at_shell: AtShell, home: Home
) -> None:
    broken = home.folder / "broken" / "gcmilo"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho noise >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    at_shell.type("broken/gcmilo tab\t")
    assert "noise" not in at_shell.shows("table.csv")


@pytest.mark.skipif(not PAGE.is_file(), reason="the documentation is not beside the tests")
def test_the_page_on_shells_shows_what_the_shell_shows(reader: AtShell) -> None:
    blocks = re.findall(
        r"```console\n\$ (.+?)(?:<Tab>)+\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    line, listed = blocks[list(STARTS).index(reader.shell)]
    reader.type(line + "\t\t"[: 2 if reader.shell == "bash" else 1])
    for row in listed.splitlines():
        reader.shows(r"\s+".join(re.escape(part) for part in row.split()))


# Installing


Install = Callable[..., Done]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Install completion for a shell into an empty home; keywords are environment variables."""

    def install(shell: str, **more: str) -> Done:
        environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], **more}
        command = [SCRIPTS / "gcmilo", "--install-completion", shell]
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return install


@pytest.mark.parametrize(
    ("shell", "more", "files"),
    [
        ("bash", {}, [".local/share/gcmilo/gcmilo.bash", ".bashrc"]),
        ("zsh", {}, [".local/share/gcmilo/gcmilo.zsh", ".zshrc"]),
        ("fish", {}, [".config/fish/completions/gcmilo.fish"]),
        ("bash", {"XDG_DATA_HOME": "data"}, ["data/gcmilo/gcmilo.bash", ".bashrc"]),
        ("zsh", {"ZDOTDIR": "z"}, [".local/share/gcmilo/gcmilo.zsh", "z/.zshrc"]),
        (
            "fish",
            {"XDG_CONFIG_HOME": "configuration"},
            ["configuration/fish/completions/gcmilo.fish"],
        ),
    ],
)
def test_where_it_is_installed(
    install: Install, tmp_path: Path, shell: str, more: dict[str, str], files: list[str]
) -> None:
    done = install(shell, **{name: str(tmp_path / folder) for name, folder in more.items()})
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(
        str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()
    ) == sorted(files)
    assert all(str(tmp_path / file) in done.stdout for file in files)


def test_the_script_that_is_installed_is_the_one_that_is_shown(
    install: Install, tmp_path: Path, run: Run
) -> None:
    install("fish")
    installed = (tmp_path / ".config/fish/completions/gcmilo.fish").read_text(encoding="utf-8")
    assert run("--show-completion", "fish").text == installed


def test_what_was_in_the_start_file_stays_and_nothing_comes_twice(
    install: Install, tmp_path: Path
) -> None:
    start = tmp_path / ".bashrc"
    start.write_bytes(b"alias d='caf\xe9'")
    install("bash")
    once = start.read_bytes()
    assert once.startswith(b"alias d='caf\xe9'\n")
    assert once.count(b"\n") == 2
    install("bash")
    assert start.read_bytes() == once


def test_a_home_that_cannot_be_written_is_one_sentence(install: Install) -> None:
    done = install("zsh", HOME="/dev/null/home")
    assert (done.returncode, done.stdout) == (74, "")
    assert (
        done.stderr
        == "gcmilo: '/dev/null/home/.local/share/gcmilo' could not be written: Not a directory.\n"
    )


def test_no_home_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(pytest.importorskip("pwd"), "getpwuid", {}.__getitem__)
    done = run("--install-completion", "bash")
    assert (done.code, done.text) == (74, "")
    assert done.said == "gcmilo: There is no home directory to install completion in.\n"


def test_another_shell_is_wrong_usage(run: Run) -> None:
    done = run("--install-completion", "dash")
    assert done.code == 2
    assert "bash" in done.said
