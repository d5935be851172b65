"""The Typer application: the commands in the five panels of its help, each imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from gcmilo.cli.question import Question
from gcmilo.cli.values import PlanOfTheRun, one_of
from gcmilo.text import joined

PANELS = {
    "Look up": (
        "look_up",
        (
            "objective",
            "objectives",
            "plan-point",
            "plan-points",
            "paragraph",
            "paragraphs",
            "linkages",
            "activities",
            "activity",
            "documents",
            "search",
            "resolve",
        ),
    ),
    "Analyse": ("analyse", ("gaps", "coverage", "tensions", "matrix", "tree")),
    "Write": ("write_out", ("cite", "brief", "export", "schema")),
    "Check": ("check", ("verify", "validate", "check")),
    "Your own plan": ("own_plan", ("init", "compare")),
}
"""By panel: the module whose functions are the commands, and their names in the order of the help."""

_LISTED = {name: module for module, names in PANELS.values() for name in names}
_MODULES = _LISTED | {"complete": "shells"}  # what the shells' scripts ask, and nobody else

SHELLS = ("bash", "zsh", "fish")
"""The shells that completion can be installed in."""

_INTRODUCTION = """How the 23 objectives of the Global Compact for Migration (A/RES/73/195) are linked to the ILO's plan
of action on labour migration governance (2018-22), as GB.335/POL/1(Rev.) reports. Every linkage carries its paragraph
and how firmly it is said.

\b
Try first:
  gcmilo objective 6      what stands behind objective 6, and where it is said
  gcmilo plan-point 13d   what point 13(d) of the plan serves
  gcmilo gaps             what is open, on both sides, and why
"""
_EXIT_CODES = """References are taken as people write them: 6l, '6(l)', 'objective 6'; 13d, 13.D, '13(d)'. Quote
parentheses: unquoted, a shell takes them for its own.

Exit codes: 0 answered; 1 no such thing, or problems found; 2 wrong usage; 65 the data is wrong; 74 the output could not
be written; 130 interrupted; 141 the reader closed the pipe.
"""


class Panels(TyperGroup):
    """The group of all commands. An answer waits for its own command alone; the help lists all, as plain text."""

    def __init__(self, **given: Any) -> None:
        # The names alone: get_command makes the commands.
        super().__init__(**given | {"commands": dict.fromkeys(_LISTED)})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Click's signature
        """Return the command of a name, None where there is none."""
        if cmd_name not in _MODULES:
            return None
        found = _behind(cmd_name)
        alone = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        alone.command(cmd_name)(found.command() if isinstance(found, Question) else found)
        return typer.main.get_command(alone)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Click's signature
        """Write the names and first sentences of the commands, panel by panel."""
        for panel, (_, names) in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name, _first_sentence(name)) for name in names])

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Return what completes a word; commands have the whole sentence of their help, which Click cuts."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = _first_sentence(item.value) if item.value in _LISTED else item.help
        return found


def _behind(name: str) -> Any:
    """The question or the function that a command is made of."""
    return getattr(import_module(f"gcmilo.cli.{_MODULES[name]}"), name.replace("-", "_"))


def _first_sentence(name: str) -> str:
    """The first line of a command's help."""
    found = _behind(name)
    told = (found.ask if isinstance(found, Question) else found).__doc__ or ""
    return str(told.partition("\n")[0])


app = typer.Typer(
    name="gcmilo",
    cls=Panels,
    help=_INTRODUCTION,
    epilog=_EXIT_CODES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"gcmilo {version('gcmilo')}")
        raise typer.Exit


def _install_completion(shell: str | None) -> None:
    if shell is not None:
        from gcmilo.cli import shells

        typer.echo(shells.install(shell))
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        from gcmilo.cli import shells

        typer.echo(shells.script(shell), nl=False)
        raise typer.Exit


def _shell_option(name: str, help: str, callback: Callable[[str | None], None]) -> Any:
    return typer.Option(
        name,
        parser=one_of(SHELLS),
        metavar="SHELL",
        help=help,
        callback=callback,
        is_eager=True,
        show_default=False,
        autocompletion=lambda: list(SHELLS),
    )


@app.callback(invoke_without_command=True)
def gcmilo(
    ctx: typer.Context,
    plan: PlanOfTheRun = None,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
    install_completion: Annotated[  # noqa: ARG001
        str | None,
        _shell_option(
            "--install-completion",
            f"Install completion for a shell, {joined(SHELLS, 'or')}, and stop.",
            _install_completion,
        ),
    ] = None,
    show_completion: Annotated[  # noqa: ARG001
        str | None,
        _shell_option(
            "--show-completion",
            "Print the script that is installed for it, and stop.",
            _show_completion,
        ),
    ] = None,
) -> None:
    """Keep the plan for the command; print the help where there is none."""
    ctx.obj = plan
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
