"""The Typer application: its commands are in five panels, and each is imported when it is run."""

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
            "mentions",
        ),
    ),
    "Analyse": ("analyse", ("gaps", "coverage", "tensions", "matrix", "tree")),
    "Write": ("write_out", ("cite", "brief", "export", "schema")),
    "Check": ("check", ("verify", "validate", "check")),
    "Your own plan": ("own_plan", ("init", "compare")),
}
"""By panel: the module that has the commands, and their names in the order of the help."""

_LISTED = {name: module for module, names in PANELS.values() for name in names}
# Only the scripts of the shells run "complete", so the help leaves it out.
_MODULES = _LISTED | {"complete": "shells"}

SHELLS = ("bash", "zsh", "fish")
"""The shells that completion can be installed in."""

_INTRODUCTION = """\
How the 23 objectives of the Global Compact for Migration (A/RES/73/195) are linked to the ILO's
plan of action on labour migration governance (2018-22), as GB.335/POL/1(Rev.) reports. Every
linkage carries its paragraph and how firmly it is said.

\b
Try first:
  gcmilo objective 6      what stands behind objective 6, and where it is said
  gcmilo plan-point 13d   what point 13(d) of the plan serves
  gcmilo gaps             what is open, on both sides, and why
"""
_EPILOGUE = """\
References are taken as people write them: 6l, '6(l)', 'objective 6'; 13d, 13.D, '13(d)'. Quote
parentheses: unquoted, a shell takes them for its own.

Exit codes: 0 answered; 1 no such thing, or problems found; 2 wrong usage; 65 the data is wrong;
74 the output could not be written; 130 interrupted; 141 the reader closed the pipe.
"""


class LazyGroup(TyperGroup):
    """The group of all commands.

    A run imports only the module of its own command, because the imports take most of the time of
    an answer. Only the help and completion import all modules.
    """

    def __init__(self, **given: Any) -> None:
        # Click lists the keys. It asks get_command for the commands, so there are no values.
        given["commands"] = dict.fromkeys(_LISTED)
        super().__init__(**given)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Click's signature
        """Return the Click command of a name, None where there is none."""
        if cmd_name not in _MODULES:
            return None
        definition = _definition(cmd_name)
        function = definition.command() if isinstance(definition, Question) else definition
        # Typer makes a Click command only of an application, here one with a single command.
        single = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        single.command(cmd_name)(function)
        return typer.main.get_command(single)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Click's signature
        """Write the names and first sentences of the commands, panel by panel."""
        for panel, (_, names) in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name, _first_sentence(name)) for name in names])

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Return what completes a word. Click would cut the first sentence of a command's help."""
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            if item.value in _LISTED:
                item.help = _first_sentence(item.value)
        return items


def _definition(name: str) -> Any:
    """The question or the function that a command is made of."""
    module = import_module(f"gcmilo.cli.{_MODULES[name]}")
    return getattr(module, name.replace("-", "_"))


def _first_sentence(name: str) -> str:
    """The first line of a command's help."""
    definition = _definition(name)
    function = definition.ask if isinstance(definition, Question) else definition
    help: str = function.__doc__ or ""
    return help.partition("\n")[0]


app = typer.Typer(
    name="gcmilo",
    cls=LazyGroup,
    help=_INTRODUCTION,
    epilog=_EPILOGUE,
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
    """Keep the plan for the command; print the help where there is no command."""
    ctx.obj = plan
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
