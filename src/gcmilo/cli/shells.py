"""Completion: what the shells' scripts ask the program, and how the scripts get into the shells.

Typer's own completion is not used. It leaves the first Tab of a zsh unanswered, starts the program
twice for a Tab in fish, imports Rich for one, offers files where a word is wanted, and has a
traceback for a home that is not writable.
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
    """What the last word can be: one a line, a tab, and what it stands for. Exit code 1 leaves it to the shell."""  # noqa: E501 - one sentence of help
    # Typer has no public name for Click's completion. What this class adds for bash is not called.
    from typer._completion_classes import BashComplete

    root = ctx.find_root().command
    # Bash makes three words of --option=value, and the other shells one.
    *before, last = [word for word in words if word != "="]
    option, equals, _ = last.partition("=")
    # A shell replaces the whole word, so an offer for --option=value has the option before it.
    prefix = ""
    if equals and option.startswith("--"):
        prefix = f"{option}="
    try:
        items = BashComplete(root, {}, "gcmilo", "").get_completions(before, last)
    except LeftToTheShell:
        return Output("", ok=False)
    return Output("".join(_offer_line(prefix + item.value, item.help or "") for item in items))


def _offer_line(word: str, help: str) -> str:
    """A line of the answer to a shell: a tab or line break in the help would end it too soon."""
    one_line = " ".join(help.split())
    return f"{word}\t{one_line}".rstrip() + "\n"


def script(shell: str) -> str:
    """Return the text of the script that makes a shell ask the program for completions."""
    return Path(__file__).with_name(f"gcmilo.{shell}").read_text(encoding="utf-8")


def install(shell: str) -> str:
    """Install a shell's script for the user, and return a sentence that says in which files.

    Fish reads a directory of scripts. Bash and zsh get a line in the file that they start with, if
    it is not there already.

    Raises:
        OutputError: there is no home, or something cannot be written in it.
    """
    try:
        home = Path.home()
        script_file = _script_file(shell, home)
        start_file = _start_file(shell, home)
        written = [path for path in (script_file, start_file) if path is not None]
        for path in written:
            path.parent.mkdir(parents=True, exist_ok=True)
        script_file.write_text(script(shell), encoding="utf-8")
        if start_file is not None:
            quoted = shlex.quote(str(script_file))
            # The test keeps every new shell silent where the script was removed again.
            _add_line(start_file, f"[ ! -r {quoted} ] || . {quoted}")
    except RuntimeError:
        raise OutputError("There is no home directory to install completion in.") from None
    except OSError as error:
        name = shown(str(error.filename))
        raise OutputError(f"{name} could not be written: {error.strerror}.") from None
    return (
        f"Completion for {shell} is installed in {joined(written)}. Start a new {shell} to have it."
    )


def _script_file(shell: str, home: Path) -> Path:
    if shell == "fish":
        configuration = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return configuration / "fish/completions/gcmilo.fish"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return data / f"gcmilo/gcmilo.{shell}"


def _start_file(shell: str, home: Path) -> Path | None:
    if shell == "bash":
        return home / ".bashrc"
    if shell == "zsh":
        return Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    return None


def _add_line(path: Path, line: str) -> None:
    """Add a line at the end of a file that has no such line, and change nothing else in it."""
    before = path.read_bytes() if path.exists() else b""
    added = line.encode()
    if added in before.splitlines():
        return
    if before and not before.endswith(b"\n"):
        added = b"\n" + added
    with path.open("ab") as file:
        file.write(added + b"\n")
