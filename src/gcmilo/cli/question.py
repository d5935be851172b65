"""How a question becomes a command.

The command takes the question's own values, and how and where to show the answer.
"""

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

_FORMAT = option(
    Format, "How to show the answer (svg: matrix, tree, gaps, coverage)", "--format", "-f"
)


@frozen
class OutputOptions:
    """How and where an answer is shown. The fields are the options that every question takes."""

    form: Annotated[Format | None, _FORMAT] = None
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
        """Return the answer as it is to be written, in the default format where none is asked for.

        Raises:
            BadParameter: --json and another format are asked for.
            NoPicture: the answer has no picture, and SVG is asked for.
        """
        if self.json and self.form not in (None, Format.JSON):
            raise typer.BadParameter("--json and another --format exclude each other.")
        form = self.form or default
        if self.json:
            form = Format.JSON
        is_table = form is Format.TABLE
        on_screen = screen() if is_table and self.output is None else None
        return Output(
            render(answer, source, form, self.lang, on_screen),
            machine=not is_table,
            path=self.output,
            force=self.force,
            note=_note(answer),
            ok=getattr(answer, "ok", True),
        )


def _note(answer: Answer) -> str | None:
    """The sentences about an answer that go to stderr, None if there are none."""
    sentences = list(getattr(answer, "notes", ()))
    if isinstance(answer, Sized) and len(answer) == 0:
        sentences.insert(0, "Nothing meets these conditions.")
    return "\n".join(sentences) or None


@frozen
class Directory:
    """The directory of the plan that is asked about, None for the bundled one."""

    path: Path | None

    def option(self) -> str:
        """Return the option of a command about the same plan, with a space before it.

        It is quoted for a shell, and empty where the command needs no option.
        """
        if self.path is None or str(self.path) == os.environ.get("GCMILO_PLAN"):
            return ""
        from shlex import quote

        return f" --plan {quote(printable(str(self.path)))}"


_TYPES_OF_THE_RUN = (Crosswalk, Directory, ProgressCallback)
"""Parameters of these types get their values from the run, not from the command line."""


@frozen
class Question:
    """A question and the format that its answer is shown in where none is asked for."""

    ask: Callable[..., Answer]
    default: Format

    def command(self) -> Callable[..., Output]:
        """Return the function of the command.

        It takes the context, the question's own values and the options of OutputOptions, and
        returns the output. The question and its loading raise their errors.
        """

        @functools.wraps(self.ask)
        def command(ctx: typer.Context, **given: Any) -> Output:
            return self._output(ctx, given)

        asked = self._parameters()
        own = [_parameter(p.name, p.annotation, p.default) for p in asked if not _is_of_run(p)]
        options = [_parameter(f.name, f.type, f.default) for f in fields(OutputOptions)]
        parameters = [_parameter("ctx", typer.Context), *own, *options]
        # Typer takes the names and defaults from the signature, the types from the annotations.
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    def _output(self, ctx: typer.Context, given: dict[str, Any]) -> Output:
        options = OutputOptions(**{f.name: given.pop(f.name) for f in fields(OutputOptions)})
        directory = options.plan or ctx.obj
        of_run = {p.name: p.annotation for p in self._parameters() if _is_of_run(p)}
        with progress() as report:
            # A question without a crosswalk is about files that may not load. Its answer names
            # the source of the bundled data.
            needs_plan = Crosswalk in of_run.values()
            crosswalk = load(directory if needs_plan else None, report)
            values = {
                Crosswalk: crosswalk,
                Directory: Directory(directory),
                ProgressCallback: report,
            }
            given |= {name: values[kind] for name, kind in of_run.items()}
            report("Answering", 0, 0)
            answer = self.ask(**given)
            report("Laying out the answer", 0, 0)
            return options.show(answer, crosswalk.source, self.default)

    def _parameters(self) -> list[inspect.Parameter]:
        return list(inspect.signature(self.ask).parameters.values())


def question(default: Format = Format.TABLE) -> Callable[[Callable[..., Answer]], Question]:
    """Return a decorator that makes a question of a function which returns an answer.

    The command takes the function's values, but a Crosswalk, a Directory and a ProgressCallback
    come from the run. A function that takes no Crosswalk is asked about the files of the Directory,
    whether they load or not.
    """
    return lambda ask: Question(ask, default)


def _is_of_run(parameter: inspect.Parameter) -> bool:
    return parameter.annotation in _TYPES_OF_THE_RUN


def _parameter(
    name: str, annotation: Any, default: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )
