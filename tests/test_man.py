"""The man page: what the help says, clean for every reader, and found where the program is
installed.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docs_blocks import commands_by_panel, options
from man_page import page

PAGE = Path(__file__).parent.parent / "man" / "gcmilo.1"

beside = pytest.mark.skipif(not PAGE.is_file(), reason="the man page is not beside the tests")


def formatted(man: str, file: Path, *more: str, width: int = 80) -> tuple[str, str]:
    """Return what man shows of a file, and what it warns of."""
    environment = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "MANROFFSEQ": "",
        "MANWIDTH": str(width),
    }
    command = [man, "--warnings", *more, "-l", file]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@beside
def test_it_is_what_the_help_says() -> None:
    assert page() in PAGE.read_text(encoding="utf-8"), "run: cog -r man/gcmilo.1"


@pytest.mark.slow
@beside
@pytest.mark.parametrize("device", ["utf8", "latin1"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_man_warns_of_nothing(require: Callable[[str], str], device: str, width: int) -> None:
    assert formatted(require("man"), PAGE, f"-T{device}", "-Z", width=width)[1] == ""


@pytest.mark.slow
@beside
@pytest.mark.parametrize(
    "line", [r"\fB\[nosuchglyph]\fR", ".nosuchmacro", ".TP \\n[", "'quoted at the start"]
)
def test_man_warns_of_a_broken_page(
    require: Callable[[str], str], tmp_path: Path, line: str
) -> None:
    broken = tmp_path / "broken.1"
    broken.write_text(
        PAGE.read_text(encoding="utf-8").replace(".SH OPTIONS\n", f".SH OPTIONS\n{line}\n")
    )
    assert formatted(require("man"), broken, "-Tutf8", "-Z")[1] != ""


@pytest.mark.slow
@beside
def test_every_command_and_option_is_shown_as_it_is_typed(require: Callable[[str], str]) -> None:
    shown, _ = formatted(require("man"), PAGE, "-P", "cat", width=200)
    for name in [name for names in commands_by_panel().values() for name in names]:
        assert re.search(rf"^   {name}$", shown, re.MULTILINE), name
        assert re.search(rf"^ +gcmilo {name} ", shown, re.MULTILINE), name
        for option in [option for option in options(name) if option.startswith("-")]:
            assert re.search(rf" {option}\b", shown), option
    assert "gcmilo plan-point 13d --json | jq -r '.objectives[].ref'" in shown
    assert "REF is the label of a point, whatever the punctuation: 13d, '13(d)', 13.D" in " ".join(
        shown.split()
    )


@pytest.mark.slow
def test_man_finds_it_where_the_program_is_installed(require: Callable[[str], str]) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [require("man"), "-w", "gcmilo"]
    done = subprocess.run(
        command, env={"PATH": path}, capture_output=True, encoding="utf-8", check=False
    )
    assert Path(done.stdout.strip()) == Path(sys.prefix) / "share" / "man" / "man1" / "gcmilo.1"
