"""The examples in the help: each asks about the bundled plan, and shows what is really printed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from gcmilo.cli.app import PANELS
from processes import environment
from source_document import REAL, WITHOUT_SOURCE

COMMANDS = [name for _, names in PANELS.values() for name in names]


def example(text: str) -> tuple[str, list[str]]:
    """The command of the example in a help text, and the lines that are shown of its output."""
    block = re.split(r"\n\s*\n", text.partition("Example:\n")[2])[0]
    command, *lines = [line.strip() for line in block.splitlines()]
    return command, [line for line in lines if line != "..."]


def in_order(lines: list[str], text: str) -> bool:
    """Whether each line, or its beginning, is among the lines of a text, after the line before it.

    How far apart the columns are depends on the width, and does not count.
    """
    rest = iter([" ".join(printed.split()) for printed in text.splitlines()])
    return all(
        any(printed.startswith(" ".join(line.split())) for printed in rest) for line in lines
    )


def test_the_order_of_lines_matters() -> None:
    assert in_order(["a", "c d"], "a\nb\nc  d")
    assert not in_order(["c", "a"], "a\nb\nc d")
    assert not in_order(["a", "a"], "a\nb")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_shows_what_it_really_prints(
    run: Run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    command, lines = example(run(name, "--help").text)
    assert command.startswith("$ ")
    assert f"gcmilo {name}" in command
    assert lines
    if ".txt" in command and not REAL.is_file():
        pytest.skip(WITHOUT_SOURCE)
    monkeypatch.chdir(REAL.parent if ".txt" in command else tmp_path)
    printed = [shell(command)] if "|" in command else printed_in_process(run, command)
    assert any(in_order(lines, text) for text in printed), (
        f"not printed, or not in this order: {lines}"
    )


def shell(command: str) -> str:
    """What a shell prints for a command, with the installed program."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    line = ["sh", "-c", command.removeprefix("$ ")]
    done = subprocess.run(
        line, capture_output=True, env=environment(PATH=path), encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def printed_in_process(run: Run, command: str) -> list[str]:
    """What the program prints in a pipe and on a terminal of 100 columns."""
    arguments = shlex.split(command)[2:]
    done = [
        run(*arguments, bundled=True),
        run(*arguments, bundled=True, terminal=True, NO_COLOR="1"),
    ]
    assert done[0].code in (0, 1), done[0].said
    return [run.text for run in done]
