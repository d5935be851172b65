"""The command lines that an answer refers its reader to."""

import shlex

from gcmilo.model import Linkage
from gcmilo.query.search import Hit

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
