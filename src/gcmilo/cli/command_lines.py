"""The command lines that an answer or a refusal refers its reader to."""

import os
import shlex

import typer

from gcmilo.cli.question import Directory
from gcmilo.model import Linkage
from gcmilo.query.search import Hit
from gcmilo.text import printable, shown

_COMMANDS = {
    "objective": "objective",
    "action": "objective",
    "plan_point": "plan-point",
    "paragraph": "paragraph",
    "activity": "activity",
    "document": "documents",
    "tension": "tensions",
}
"""The command that shows a hit, by its kind."""


def command_line(hit: Hit) -> str:
    """Return the command line that shows a hit, quoted for a shell, without the option --plan."""
    target = hit.target
    if isinstance(target, Linkage):
        words = _linkage_command(target)
    elif isinstance(target, int | str):
        words = [_COMMANDS[hit.kind], str(target)]
    else:
        words = [_COMMANDS[hit.kind], target.key]
    return shlex.join(["gcmilo", *words])


def _linkage_command(linkage: Linkage) -> list[str]:
    """A linkage has no reference of its own: its ends and its paragraph select it."""
    words = ["linkages", "--objective", linkage.subject.key]
    if linkage.plan_point:
        words += ["--plan-point", linkage.plan_point.key]
    if linkage.paragraph:
        words += ["--paragraph", str(linkage.paragraph)]
    return words


def refuse_file(text: str, directory: Directory) -> None:
    """Do nothing, unless a text is the name of a file.

    Raises:
        BadParameter: it is; the sentence has the command that reads the file.
    """
    # Unlike Path.is_file, this raises no error for a text that no file can have as its name.
    if os.path.isfile(text):  # noqa: PTH113
        command = shlex.join(["gcmilo", "mentions", printable(text)]) + directory.option()
        raise typer.BadParameter(f"{shown(text)} is a file; to read it: {command}")
