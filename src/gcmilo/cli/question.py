"""How a question becomes a command: it takes the question's own values, and how and where to show the answer."""

import functools
import inspect
from collections.abc import Callable, Sized
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from gcmilo.cli.values import Force, Output, PlanDirectory, option
from gcmilo.cli.write import Written, screen
from gcmilo.frozen import frozen
from gcmilo.load import load
from gcmilo.model import LANGUAGES, Source
from gcmilo.output.render import Format, render
from gcmilo.text import joined, shown


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise typer.BadParameter(f"{shown(text)} is none of its values; it takes {joined(LANGUAGES, 'or')}.")
    return text


@frozen
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


@frozen
class Directory:
    """The directory of the plan that is asked about, None for the bundled one."""

    path: Path | None


@frozen
class Question:
    """A question and the format that its answer is shown in where none is asked for."""

    ask: Callable[..., object]
    default: Format

    def command(self) -> Callable[..., Written]:
        """Return the function of the command: it takes the question's own values, and the options of Showing."""

        @functools.wraps(self.ask)
        def command(ctx: typer.Context, **given: Any) -> Written:
            showing = Showing(**{option.name: given.pop(option.name) for option in fields(Showing)})
            directory = showing.plan or ctx.obj
            if first.annotation is Directory:
                return showing.show(self.ask(Directory(directory), **given), load().source, self.default)
            crosswalk = load(directory)
            return showing.show(self.ask(crosswalk, **given), crosswalk.source, self.default)

        first, *own = inspect.signature(self.ask).parameters.values()
        options = [_parameter(option.name, option.type, option.default) for option in fields(Showing)]
        parameters = [
            _parameter("ctx", typer.Context),
            *(_parameter(p.name, p.annotation, p.default) for p in own),
            *options,
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command


def question(default: Format = Format.TABLE) -> Callable[[Callable[..., object]], Question]:
    """Make a question of a function from a crosswalk and typed values to an answer.

    A function that takes a Directory instead is asked about the files, whether they load or not.
    """
    return lambda ask: Question(ask, default)


def _parameter(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
