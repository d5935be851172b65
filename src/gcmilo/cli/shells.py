"""Completion: what the shells' scripts ask the program, and how the scripts get into the shells.

Typer's own completion is not used. It leaves the first Tab of a zsh unanswered, starts the program twice for a Tab in
fish, imports Rich for one, offers files where a word is wanted, and has a traceback for a home that is not writable.
"""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from gcmilo.cli.completions import LeftToTheShell
from gcmilo.cli.write import Output
from gcmilo.errors import OutputError
from gcmilo.text import joined, shown


def complete(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="The words typed; the last is completed.")],
) -> Output:
    """What the last word can be: one a line, a tab, and what it stands for. Exit code 1 leaves it to the shell."""
    from typer._completion_classes import (
        BashComplete,  # Click's resolution of words has no public name in Typer
    )

    root = ctx.find_root().command
    *before, last = [word for word in words if word != "="]  # which bash makes a word of its own
    option, equals, _ = last.partition("=")
    joint = f"{option}=" if equals and option.startswith("--") else ""
    try:
        found = BashComplete(root, {}, "gcmilo", "").get_completions(before, last)
    except LeftToTheShell:
        return Output("", ok=False)
    lines = (
        f"{joint}{item.value}\t{' '.join((item.help or '').split())}".rstrip() for item in found
    )
    return Output("".join(f"{line}\n" for line in lines))


def script(shell: str) -> str:
    """Return the script that makes a shell ask the program."""
    return Path(__file__).with_name(f"gcmilo.{shell}").read_text(encoding="utf-8")


def install(shell: str) -> str:
    """Put a shell's script where the user's shells read it, and return a sentence that says where that is.

    Fish reads a directory of scripts. Bash and zsh get a line in the file that they start with; a line that is there
    already is not put in again.

    Raises:
        OutputError: there is no home, or something cannot be written in it.
    """
    try:
        home = Path.home()
        place = _place(shell, home)
        begun_with = _start_file(shell, home)
        for path in (place, begun_with or place):
            path.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(script(shell), encoding="utf-8")
        if begun_with is not None:
            _add_line(
                begun_with, f"[ ! -r {shlex.quote(str(place))} ] || . {shlex.quote(str(place))}"
            )
    except RuntimeError:
        raise OutputError("There is no home directory to install completion in.") from None
    except OSError as error:
        raise OutputError(
            f"{shown(str(error.filename))} could not be written: {error.strerror}."
        ) from None
    written = joined([path for path in (place, begun_with) if path])
    return f"Completion for {shell} is installed in {written}. Start a new {shell} to have it."


def _place(shell: str, home: Path) -> Path:
    if shell == "fish":
        return (
            Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
            / "fish/completions/gcmilo.fish"
        )
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / f"gcmilo/gcmilo.{shell}"


def _start_file(shell: str, home: Path) -> Path | None:
    starts = {"bash": home / ".bashrc", "zsh": Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"}
    return starts.get(shell)


def _add_line(path: Path, line: str) -> None:
    """Add a line at the end of a file, of which nothing else is touched."""
    before = path.read_bytes() if path.exists() else b""
    if line.encode() not in before.splitlines():
        with path.open("ab") as file:
            file.write(b"\n" * (before[-1:] not in (b"", b"\n")) + line.encode() + b"\n")
