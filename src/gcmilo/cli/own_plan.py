"""The panel "Your own plan": begin a plan, and compare it with another."""

from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli.completions import files
from gcmilo.cli.question import question
from gcmilo.cli.write import Output
from gcmilo.crosswalk import Crosswalk
from gcmilo.progress import ProgressCallback
from gcmilo.query import Answer
from gcmilo.text import printable

_NEXT_STEPS = """\
Next:
  1. Describe your plan in plan.yaml and its points in plan_points.yaml.
  2. Assess the 23 objectives in coverage.yaml, and write down in linkages.yaml where it is said.
  3. gcmilo --plan {directory} validate     finds what is wrong or weak, with file and line
  4. gcmilo --plan {directory} gaps         tells what is open, and why
  5. gcmilo compare {directory}             puts your plan beside the ILO's
"""


def init(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="The directory to make.", autocompletion=files)
    ],
) -> Output:
    """Begin a plan of your own: a directory of commented files that load as they are.

    Lists the 23 objectives to be assessed, and says what to do next. Editors that know
    yaml-language-server check and complete the files while you type. Never overwrites anything.

    \b
    Example:
      $ gcmilo init mine
      Next:
        1. Describe your plan in plan.yaml and its points in plan_points.yaml.
      ...
    """
    from gcmilo.starter import starter_plan

    next_steps = _NEXT_STEPS.format(directory=printable(str(directory)))
    return Output(next_steps, folder=starter_plan(gcmilo.load().objectives), path=directory)


@question()
def compare(
    crosswalk: Crosswalk,
    report: ProgressCallback,
    first: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="A plan, or its older version.", autocompletion=files),
    ] = None,
    second: Annotated[
        Path | None,
        typer.Argument(
            metavar="[OTHER]", help="Another, or its newer version.", autocompletion=files
        ),
    ] = None,
) -> Answer:
    """A plan beside the ILO's, or two plans, objective by objective; what changed between two versions of one.

    Tells status, points and basis on both sides, and who covers what the other leaves open. With
    one DIR, the other side is the ILO's plan; with none, the plan of --plan is compared.

    \b
    Example:
      $ gcmilo compare
      ILO (GB.335/POL/1(Rev.)) beside ILO (GB.335/POL/1(Rev.))
      ...
      9    Counter smuggling                   not addressed
      ...
    """  # noqa: E501 - the help lists the first line
    one = gcmilo.load(first, report) if first else crosswalk
    other = gcmilo.load(second, report)  # the bundled plan, if there is no second directory
    return gcmilo.compare(one, other)
