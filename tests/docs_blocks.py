"""What the cog blocks of the documentation call: output of the real program, cut so that a page
stays readable.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WIDTH = 110
CUT = "…"


def run(command: str, *, errors: bool = False, folder: Path | None = None) -> str:
    """Return what a shell command prints on stdout, and on stderr if wanted.

    ``gcmilo`` in it is the one installed beside this Python; it runs in ``folder``, by default in
    the current one.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"GCMILO_PLAN", "FORCE_COLOR"}
    }
    environment = kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if errors else subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd=folder,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(f"{command!r} printed nothing, exit {done.returncode}: {done.stderr}")
    return done.stdout


def console(*commands: str, width: int = WIDTH) -> str:
    """Return a fenced block with commands and what they print, long lines cut."""
    lines = []
    for command in commands:
        output = [_cut(line, width) for line in run(command, errors=True).rstrip("\n").splitlines()]
        lines += [f"$ {command}", *output, ""]
    return "\n".join(["```console", *lines[:-1], "```"])


def short_json(command: str, folded: str = "") -> str:
    """Return a fenced block with a command and its JSON: of each list the first item, of each text
    the beginning.

    Of the lists under the ``folded`` keys only the length is told.
    """
    lines = _json_lines(json.loads(run(command)), set(folded.split()), 0)
    return "\n".join(["```console", f"$ {command}", *lines, "```"])


def options(name: str) -> set[str]:
    """Return the options of a command."""
    return {option for parameter in commands()[name].params for option in parameter.opts}


def commands() -> dict[str, Any]:
    """Return all commands by their names, in the order of the help."""
    from typer.main import get_command

    from gcmilo.cli.app import app

    group: Any = get_command(app)
    return {name: group.get_command(None, name) for name in group.list_commands(None)}


def commands_by_panel() -> dict[str, tuple[str, ...]]:
    """Return the names of all commands, by panel, in the order of the help."""
    from gcmilo.cli.app import PANELS

    return {panel: names for panel, (_, names) in PANELS.items()}


def command_reference() -> str:
    """Return the help of every command under a heading of its own."""
    parts = ["## gcmilo", console("gcmilo --help", width=1000)]
    for panel, names in commands_by_panel().items():
        parts.append(f"## {panel}")
        for name in names:
            parts += [f"### gcmilo {name}", console(f"gcmilo {name} --help", width=1000)]
    return "\n\n".join(parts)


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip() + CUT


def _json_lines(value: Any, folded: set[str], depth: int) -> Iterator[str]:
    indent = "  " * depth
    compact = json.dumps(value, ensure_ascii=False)
    deep = _holds_mappings(value)
    if isinstance(value, dict) and (deep or len(indent + compact) > WIDTH):
        yield f"{indent}{{"
        for number, (key, inner) in enumerate(value.items()):
            yield from _with_comma(_entry(key, inner, folded, depth + 1), number < len(value) - 1)
        yield f"{indent}}}"
    elif isinstance(value, list) and deep:
        yield f"{indent}["
        yield from _with_comma(list(_json_lines(value[0], folded, depth + 1)), len(value) > 1)
        if len(value) > 1:
            yield f"{indent}  {CUT} {len(value) - 1} more"
        yield f"{indent}]"
    else:
        yield _cut(f"{indent}{compact}", WIDTH)


def _holds_mappings(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(item, dict | list) and item for item in inner)


def _entry(key: str, value: Any, folded: set[str], depth: int) -> list[str]:
    if key in folded and value:
        return [f"{'  ' * depth}{json.dumps(key)}: [{CUT} {len(value)} in all]"]
    first, *rest = _json_lines(value, folded, depth)
    return [_cut(f"{'  ' * depth}{json.dumps(key)}: {first.strip()}", WIDTH), *rest]


def _with_comma(lines: list[str], wanted: bool) -> list[str]:
    return [*lines[:-1], f"{lines[-1]},"] if wanted and not lines[-1].endswith(CUT) else lines


def data_counts() -> str:
    """Return a table of the data files and how many records each holds."""
    import gcmilo

    crosswalk = gcmilo.load()
    sizes = {
        "objectives.yaml": f"{len(crosswalk.objectives)} objectives,"
        f" {sum(len(objective.actions) for objective in crosswalk.objectives)} actions",
        "terms.yaml": f"{len(crosswalk.terms)} terms",
        "plan.yaml": "the plan and its source",
        "plan_points.yaml": f"{len(crosswalk.plan_points)} points, {len(crosswalk.uncited)} never cited",
        "coverage.yaml": f"{len(crosswalk.coverage)} rows",
        "linkages.yaml": f"{len(crosswalk.linkages)} linkages",
        "paragraphs.yaml": f"{len(crosswalk.paragraphs)} paragraphs",
        "activities.yaml": f"{len(crosswalk.activities)} activities",
        "documents.yaml": f"{len(crosswalk.documents)} documents",
        "tensions.yaml": f"{len(crosswalk.tensions)} tensions",
    }
    rows = [f"| [{name}](#{name.replace('.', '')}) | {size} |" for name, size in sizes.items()]
    return "\n".join(["| file | holds |", "|---|---|", *rows])
