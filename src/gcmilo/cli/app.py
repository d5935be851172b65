"""The Typer application: what every question takes, and the five panels of the help."""

import functools
import inspect
import os
from collections.abc import Callable, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from gcmilo.cli.progress import progress
from gcmilo.cli.values import option
from gcmilo.cli.write import Written, screen
from gcmilo.crosswalk import Crosswalk
from gcmilo.load import load
from gcmilo.model import LANGUAGES, Source
from gcmilo.output.render import Format, render
from gcmilo.reports import Report
from gcmilo.text import joined, printable, shown

PANELS = ("Look up", "Analyse", "Write", "Check", "Your own plan")

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
    """A group of commands whose help lists them by panel, as plain text that any terminal and pipe can show."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, panel by panel, in the order they were registered."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        for panel in PANELS:
            listed = [(n, c) for n, c in commands if c and getattr(c, "rich_help_panel", None) == panel]
            if listed:
                with formatter.section(panel):
                    formatter.write_dl([(name, command.get_short_help_str(200)) for name, command in listed])

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the names of the commands as registered, not by the alphabet."""
        return list(self.commands)


app = typer.Typer(
    name="gcmilo",
    cls=Panels,
    help=_INTRODUCTION,
    epilog=_EXIT_CODES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PlanDirectory = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="DIR",
        envvar="GCMILO_PLAN",
        show_envvar=False,
        show_default=False,
        help="Ask about the plan in this directory instead of the ILO's (also GCMILO_PLAN).",
    ),
]

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"gcmilo {version('gcmilo')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def gcmilo(
    ctx: typer.Context,
    plan: PlanDirectory = None,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Keep the plan for the command; print the help where there is none."""
    ctx.obj = plan
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise typer.BadParameter(f"{shown(text)} is none of its values; it takes {joined(LANGUAGES, 'or')}.")
    return text


@dataclass(frozen=True)
class Showing:
    """How an answer is to be shown, and where to. The fields are the options that every question takes."""

    form: Annotated[
        Format | None, option(Format, "How to show the answer (svg: matrix, tree, gaps, coverage)", "--format", "-f")
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    output: Output = None
    force: Force = False
    lang: Annotated[str, typer.Option("--lang", parser=_language, metavar="LANG", help="Titles in en, fr or es.")] = (
        "en"
    )
    plan: PlanDirectory = None

    def show(self, answer: object, source: Source, default: Format) -> Written:
        """Return the answer as it is to be written, in the default format where none was asked for."""
        if self.json and self.form not in (None, Format.JSON):
            raise typer.BadParameter("--json and another --format exclude each other.")
        form = Format.JSON if self.json else self.form or default
        on = screen() if self.output is None and form is Format.TABLE else None
        nothing = ["Nothing meets these conditions."] if isinstance(answer, Sized) and not len(answer) else []
        note = "\n".join([*nothing, *getattr(answer, "notes", ())]) or None
        text = render(answer, source, form, self.lang, on)
        return Written(text, form is not Format.TABLE, self.output, self.force, note, getattr(answer, "ok", True))


@dataclass(frozen=True)
class Directory:
    """The directory of the plan that is asked about, None for the bundled one."""

    path: Path | None

    def option(self) -> str:
        """Return what a command line needs to ask about the same plan, quoted for a shell: nothing, or --plan."""
        if self.path is None or str(self.path) == os.environ.get("GCMILO_PLAN"):
            return ""
        from shlex import quote

        return f" --plan {quote(printable(str(self.path)))}"


def question(
    panel: str, name: str | None = None, default: Format = Format.TABLE
) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Register a function from a crosswalk and typed values to an answer as a command of a panel.

    The command takes the function's parameters and the options of Showing; ``default`` is the format where none is
    asked for. A Crosswalk, a Directory and a Report come from the run. A function that takes no Crosswalk is asked
    about the files of the Directory, whether they load or not.
    """

    def register(ask: Callable[..., object]) -> Callable[..., object]:
        @functools.wraps(ask)
        def command(ctx: typer.Context, **given: Any) -> Written:
            showing = Showing(**{name: given.pop(name) for name in _SHOWING})
            directory = showing.plan or ctx.obj
            with progress() as report:
                crosswalk = load(directory if Crosswalk in of_run.values() else None, report)
                values = {Crosswalk: crosswalk, Directory: Directory(directory), Report: report}
                report("Answering", 0, 0)
                answer = ask(**given, **{name: values[kind] for name, kind in of_run.items()})
                report("Laying out the answer", 0, 0)
                return showing.show(answer, crosswalk.source, default)

        taken = inspect.signature(ask).parameters.values()
        of_run = {p.name: p.annotation for p in taken if p.annotation in (Crosswalk, Directory, Report)}
        own = [parameter for parameter in taken if parameter.name not in of_run]
        context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
        parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (context, *own, *_SHOWING.values())]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        app.command(name, rich_help_panel=panel)(command)
        return ask

    return register


_SHOWING = inspect.signature(Showing).parameters
