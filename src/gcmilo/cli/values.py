"""The values and parameters that several commands take."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from gcmilo.cli import completions
from gcmilo.cli.completions import files, of_plan
from gcmilo.model import Basis, ColumnRole, OwnRole, Stance, Status
from gcmilo.progress import ProgressCallback
from gcmilo.text import fold, joined, legible, nearest, shown

Word = TypeVar("Word", bound=StrEnum)


def hyphenated(words: str) -> str:
    """Return words in lower case, with hyphens for spaces and underscores: ``not-addressed``."""
    return fold(words).replace("_", "-").replace(" ", "-")


def one_of(known: Collection[str]) -> Callable[[str], str]:
    """Return a parser that takes known words, with hyphens or underscores, in any case.

    The parser raises typer.BadParameter for others; the sentence names the nearest, or all.
    """

    def parse(text: str) -> str:
        word = hyphenated(text)
        if word not in known:
            close = nearest(text, known)
            meant = f"did you mean {close[0]}?" if close else f"it takes {joined(known, 'or')}."
            raise typer.BadParameter(f"{shown(text)} is none of its values; {meant}")
        return word

    return parse


def choice(words: type[Word]) -> Callable[[str | Word], Word]:
    """Return a parser that takes the words of an enumeration, as ``one_of`` does."""
    known = {hyphenated(word): word for word in words}
    parse = one_of(known)
    return lambda text: known[parse(text)]


def option(words: type[StrEnum], help: str, *names: str) -> Any:
    """Return an option that takes the words of an enumeration and lists them in its help."""
    known = joined([hyphenated(word) for word in words], "or")
    return typer.Option(
        *names,
        parser=choice(words),
        metavar="WORD",
        help=f"{help}: {known}.",
        show_default=False,
        autocompletion=offered(words),
    )


def offered(words: type[StrEnum]) -> Callable[[str], list[str]]:
    """Return the function that Typer asks for the words of an enumeration."""
    offers = [hyphenated(word) for word in words]
    return lambda incomplete: offers  # noqa: ARG005 - Typer's signature


def named_columns(options: Sequence[str]) -> dict[ColumnRole, list[str]]:
    """Return the headings of columns by their roles, from options such as ``objective=Nr``.

    A role may have several columns.

    Raises:
        BadParameter: an option has no equals sign, or an unknown role.
    """
    named: dict[ColumnRole, list[str]] = {}
    for text in options:
        role, equals, heading = text.partition("=")
        if not equals:
            raise typer.BadParameter(
                f"--column takes ROLE=HEADING, such as objective=Nr, not {shown(text)}."
            )
        named.setdefault(choice(ColumnRole)(role), []).append(heading)
    return named


def named_columns_of_plan(
    options: Sequence[str],
) -> tuple[dict[ColumnRole, list[str]], dict[OwnRole, str]]:
    """Return the headings of the Compact's columns, and of the plan's own, by their roles.

    Raises:
        BadParameter: as ``named_columns``.
    """
    own: dict[OwnRole, str] = {}
    others = []
    for text in options:
        role, equals, heading = text.partition("=")
        if equals and role in set(OwnRole):
            own[OwnRole(role)] = heading
        else:
            others.append(text)
    return named_columns(others), own


def column_option(help: str) -> Any:
    """Return an option that names columns by their headings; it may be given more than once."""
    return typer.Option(metavar="ROLE=HEADING", help=help)


def references(words: Sequence[str]) -> list[str]:
    """Return the references in a row of words: a letter alone belongs to the word before it.

    So ``6 l 7`` has the references ``6 l`` and ``7``.
    """
    refs: list[str] = []
    for word in words:
        bare = word.strip("()")
        is_letter = len(bare) == 1 and bare.isalpha()
        if refs and is_letter:
            refs[-1] += f" {word}"
        else:
            refs.append(word)
    return refs


def text_of(words: Sequence[str], report: ProgressCallback) -> str:
    """Return the text of an argument's words, or of stdin for ``-``, without control characters.

    Raises:
        InputError: stdin cannot be read, or is too large.
    """
    if list(words) != ["-"]:
        return legible(" ".join(words))
    from gcmilo.files import STDIN, decoded, read_bytes

    return legible(decoded(read_bytes(STDIN, report), STDIN))


def _argument(help: str, metavar: str, complete: Callable[..., object]) -> Any:
    return typer.Argument(help=help, metavar=metavar, show_default=False, autocompletion=complete)


def _filter(help: str, metavar: str, complete: Callable[..., object]) -> Any:
    return typer.Option(help=help, metavar=metavar, show_default=False, autocompletion=complete)


_OBJECTIVES = of_plan(completions.objectives_and_actions)
_POINTS = of_plan(completions.plan_points)
_PARAGRAPHS = of_plan(completions.paragraphs)

OneObjective = Annotated[
    list[str], _argument("An objective, 1 to 23, or an action, such as 6l.", "REF", _OBJECTIVES)
]
OnePoint = Annotated[list[str], _argument("A plan point, such as 13d.", "REF", _POINTS)]
OneParagraph = Annotated[list[str], _argument("A paragraph, such as 12.", "N", _PARAGRAPHS)]
OneActivity = Annotated[
    str, _argument("As 'gcmilo activities' lists it.", "ID", of_plan(completions.activities))
]
Objectives = Annotated[
    list[str] | None, _argument("Objectives, such as 6 7.", "[REF]...", _OBJECTIVES)
]
DocumentIds = Annotated[
    list[str] | None, _argument("Only of these ids.", "[ID]...", of_plan(completions.documents))
]
TensionIds = Annotated[
    list[str] | None, _argument("Only of these ids.", "[ID]...", of_plan(completions.tensions))
]
Citable = Annotated[
    list[str],
    _argument(
        "An objective, action, plan point, 'para N', or id.", "REF...", of_plan(completions.citable)
    ),
]
OptionalObjective = Annotated[
    str | None, _filter("Only of this objective or action.", "REF", _OBJECTIVES)
]
OptionalPoint = Annotated[str | None, _filter("Only of this plan point.", "REF", _POINTS)]
OptionalParagraph = Annotated[
    str | None, _filter("Only of this paragraph of the source.", "N", _PARAGRAPHS)
]
OptionalStatus = Annotated[Status | None, option(Status, "Only with this status")]
OptionalBasis = Annotated[Basis | None, option(Basis, "Only on this basis")]
OptionalRoundTable = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=4,
        help="Only of this round table.",
        metavar="N",
        show_default=False,
        autocompletion=of_plan(completions.round_tables),
    ),
]
OptionalSdg = Annotated[
    str | None,
    _filter(
        "Only with this SDG target or goal: 8.8, 8, ALL.", "SDG", of_plan(completions.sdg_targets)
    ),
]
OptionalStance = Annotated[Stance | None, option(Stance, "Only of this stance")]


def _plan_option(envvar: str | None = None) -> Any:
    return typer.Option(
        "--plan",
        metavar="DIR",
        envvar=envvar,
        show_envvar=False,
        show_default=False,
        help="Ask about the plan in this directory instead of the ILO's (also GCMILO_PLAN).",
        autocompletion=files,
    )


PlanDirectory = Annotated[Path | None, _plan_option()]
# Only the option before the command reads the environment. If that of the command read it too, it
# would hide a --plan before the command.
PlanOfTheRun = Annotated[Path | None, _plan_option("GCMILO_PLAN")]

OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", autocompletion=files),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]

Sheet = Annotated[
    str | None, typer.Option(metavar="NAME", help="The sheet of a workbook.", show_default=False)
]
TableNumber = Annotated[
    int | None,
    typer.Option(metavar="N", help="The table of a document, from 1.", show_default=False),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        metavar="CHARACTER",
        help="What parts the cells of a text: comma, semicolon, tab, bar, or itself.",
        show_default=False,
        autocompletion=lambda: ["comma", "semicolon", "tab", "bar"],
    ),
]
