"""The panel "Your own plan": a plan begun, and put beside another."""

from pathlib import Path
from typing import Annotated

import typer

from gcmilo import load, query
from gcmilo.cli.question import question
from gcmilo.cli.write import Written
from gcmilo.crosswalk import Crosswalk


def init(directory: Annotated[Path, typer.Argument(metavar="DIR", help="The directory to make.")]) -> Written:
    """Begin a plan of your own: a directory of commented files that load as they are.

    Lists the 23 objectives to be assessed, and says what to do next. Editors that know yaml-language-server check and
    complete the files while you type. Never overwrites anything.

    \b
    Example:
      $ gcmilo init mine
      Next:
        1. Describe your plan in plan.yaml and its points in plan_points.yaml.
      ...
    """
    from gcmilo.starter import next_steps, starter_plan

    return Written(next_steps(str(directory)), folder=starter_plan(load().objectives), path=directory)


@question()
def compare(
    crosswalk: Crosswalk,
    first: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="A plan, or its older version.")] = None,
    second: Annotated[Path | None, typer.Argument(metavar="[OTHER]", help="Another, or its newer version.")] = None,
) -> object:
    """A plan beside the ILO's, or two plans, objective by objective; what changed between two versions of one.

    Tells status, points and basis on both sides, and who covers what the other leaves open. With one DIR, the other
    side is the ILO's plan; with none, the plan of --plan is compared.

    \b
    Example:
      $ gcmilo compare
      ILO (GB.335/POL/1(Rev.)) beside ILO (GB.335/POL/1(Rev.))
      ...
      9    Counter smuggling                   not addressed
      ...
    """
    return query.compare(load(first) if first else crosswalk, load(second))
