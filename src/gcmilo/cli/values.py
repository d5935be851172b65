"""The values and parameters that several commands take."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from gcmilo.model import Basis, ColumnRole, Stance, Status
from gcmilo.text import fold, joined, nearest, shown

Word = TypeVar("Word", bound=StrEnum)


def typed(word: StrEnum) -> str:
    """Return a word as it is typed: with hyphens."""
    return word.value.replace("_", "-")


def choice(words: type[Word]) -> Callable[[str | Word], Word]:
    """Return a parser that takes the words of an enumeration, with hyphens or underscores, in any case."""
    known = {typed(word): word for word in words}

    def parse(text: str | Word) -> Word:
        found = known.get(fold(text).replace("_", "-").replace(" ", "-"))
        if found is None:
            close = nearest(text, known)
            meant = f"did you mean {close[0]}?" if close else f"it takes {joined(known, 'or')}."
            raise typer.BadParameter(f"{shown(text)} is none of its values; {meant}")
        return found

    return parse


def option(words: type[StrEnum], help: str, *names: str) -> Any:
    """Return an option that takes the words of an enumeration and lists them in its help."""
    values = joined([typed(word) for word in words], "or")
    return typer.Option(*names, parser=choice(words), metavar="WORD", help=f"{help}: {values}.", show_default=False)


def named_columns(options: Sequence[str]) -> dict[ColumnRole, str]:
    """Return the headings of columns by their roles, from options such as ``objective=Nr``."""
    named: dict[ColumnRole, str] = {}
    for text in options:
        role, equals, heading = text.partition("=")
        if not equals:
            raise typer.BadParameter(f"--column takes ROLE=HEADING, such as objective=Nr, not {shown(text)}.")
        named[choice(ColumnRole)(role)] = heading
    return named


def references(words: Sequence[str]) -> list[str]:
    """Return the references in a row of words: a letter alone belongs to the word before it."""
    refs: list[str] = []
    for word in words:
        if refs and len(word.strip("()")) == 1 and word.strip("()").isalpha():
            refs[-1] += f" {word}"
        else:
            refs.append(word)
    return refs


def _filter(help: str, metavar: str) -> Any:
    return typer.Option(help=help, metavar=metavar, show_default=False)


OneObjective = Annotated[
    list[str],
    typer.Argument(metavar="REF", help="An objective, 1 to 23, or an action, such as 6l.", show_default=False),
]
OnePoint = Annotated[list[str], typer.Argument(metavar="REF", help="A plan point, such as 13d.", show_default=False)]
OneParagraph = Annotated[list[str], typer.Argument(metavar="N", help="A paragraph, such as 12.", show_default=False)]
Objectives = Annotated[
    list[str] | None, typer.Argument(metavar="[REF]...", help="Objectives, such as 6 7.", show_default=False)
]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Only of these ids.", show_default=False)]
OptionalObjective = Annotated[str | None, _filter("Only of this objective or action.", "REF")]
OptionalPoint = Annotated[str | None, _filter("Only of this plan point.", "REF")]
OptionalParagraph = Annotated[str | None, _filter("Only of this paragraph of the source.", "N")]
OptionalStatus = Annotated[Status | None, option(Status, "Only with this status")]
OptionalBasis = Annotated[Basis | None, option(Basis, "Only on this basis")]
OptionalRoundTable = Annotated[
    int | None, typer.Option(min=1, max=4, help="Only of this round table.", metavar="N", show_default=False)
]
OptionalSdg = Annotated[str | None, _filter("Only with this SDG target or goal: 8.8, 8, ALL.", "SDG")]
OptionalStance = Annotated[Stance | None, option(Stance, "Only of this stance")]
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
