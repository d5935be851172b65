"""How a question becomes a command: it takes the question's own values, and how and where to show the answer."""

import functools
import inspect
import os
from collections.abc import Callable, Sized
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from gcmilo.cli.progress import progress
from gcmilo.cli.values import Force, OutputFile, PlanDirectory, one_of, option
from gcmilo.cli.write import Output, screen
from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.load import load
from gcmilo.model import LANGUAGES, Source
from gcmilo.output.render import Format, render
from gcmilo.progress import ProgressCallback
from gcmilo.query import Answer
from gcmilo.text import printable


@frozen
class OutputOptions:
    """How an answer is to be shown, and where to. The fields are the options that every question takes."""

    form: Annotated[
        Format | None,
        option(
            Format, "How to show the answer (svg: matrix, tree, gaps, coverage)", "--format", "-f"
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    output: OutputFile = None
    force: Force = False
    lang: Annotated[
        str,
        typer.Option(
            "--lang",
            parser=one_of(LANGUAGES),
            metavar="LANG",
            help="Titles in en, fr or es.",
            autocompletion=lambda: list(LANGUAGES),
        ),
    ] = "en"
    plan: PlanDirectory = None

    def show(self, answer: Answer, source: Source, default: Format) -> Output:
        """Return the answer as it is to be written, in the default format where none was asked for."""
        if self.json and self.form not in (None, Format.JSON):
            raise typer.BadParameter("--json and another --format exclude each other.")
        form = Format.JSON if self.json else self.form or default
        on = screen() if self.output is None and form is Format.TABLE else None
        nothing = (
            ["Nothing meets these conditions."]
            if isinstance(answer, Sized) and not len(answer)
            else []
        )
        note = "\n".join([*nothing, *getattr(answer, "notes", ())]) or None
        text = render(answer, source, form, self.lang, on)
        return Output(
            text,
            form is not Format.TABLE,
            self.output,
            self.force,
            note,
            getattr(answer, "ok", True),
        )


@frozen
class Directory:
    """The directory of the plan that is asked about, None for the bundled one."""

    path: Path | None

    def option(self) -> str:
        """Return what a command line needs to ask about the same plan, quoted for a shell: nothing, or --plan."""
        if self.path is None or str(self.path) == os.environ.get("GCMILO_PLAN"):
            return ""
        from shlex import quote

        return f" --plan {quote(printable(str(self.path)))}"


@frozen
class Question:
    """A question and the format that its answer is shown in where none is asked for."""

    ask: Callable[..., Answer]
    default: Format

    def command(self) -> Callable[..., Output]:
        """Return the function of the command: it takes the question's own values, and the options of OutputOptions."""
        taken = inspect.signature(self.ask).parameters.values()
        of_run = {
            p.name: p.annotation
            for p in taken
            if p.annotation in (Crosswalk, Directory, ProgressCallback)
        }

        @functools.wraps(self.ask)
        def command(ctx: typer.Context, **given: Any) -> Output:
            showing = OutputOptions(
                **{field.name: given.pop(field.name) for field in fields(OutputOptions)}
            )
            directory = showing.plan or ctx.obj
            with progress() as report:
                crosswalk = load(directory if Crosswalk in of_run.values() else None, report)
                values = {
                    Crosswalk: crosswalk,
                    Directory: Directory(directory),
                    ProgressCallback: report,
                }
                report("Answering", 0, 0)
                answer = self.ask(**given, **{name: values[kind] for name, kind in of_run.items()})
                report("Laying out the answer", 0, 0)
                return showing.show(answer, crosswalk.source, self.default)

        own = [_parameter(p.name, p.annotation, p.default) for p in taken if p.name not in of_run]
        options = [
            _parameter(field.name, field.type, field.default) for field in fields(OutputOptions)
        ]
        parameters = [_parameter("ctx", typer.Context), *own, *options]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command


def question(default: Format = Format.TABLE) -> Callable[[Callable[..., Answer]], Question]:
    """Make a question of a function to an answer.

    The command takes the function's values, but a Crosswalk, a Directory and a ProgressCallback come from the run. A function
    that takes no Crosswalk is asked about the files of the Directory, whether they load or not.
    """
    return lambda ask: Question(ask, default)


def _parameter(
    name: str, annotation: Any, default: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )
