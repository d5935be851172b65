"""The panel "Your own plan": begin a plan, and compare it with another."""

from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli.completions import files
from gcmilo.cli.progress import progress
from gcmilo.cli.question import question
from gcmilo.cli.values import Delimiter, Sheet, TableNumber, column_option, named_columns_of_plan
from gcmilo.cli.write import Output, screen
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
    file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A table or document to begin from: any form that 'check' and 'mentions' read.",
            show_default=False,
            autocompletion=files,
        ),
    ] = None,
    sheet: Sheet = None,
    table: TableNumber = None,
    delimiter: Delimiter = None,
    column: Annotated[
        list[str] | None,
        column_option(
            "A column by its heading; ROLE as in 'check', or point, subject, status, note."
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="With --from: what was read and written, as JSON.")
    ] = False,
) -> Output:
    """Begin a plan of your own: a directory of commented files that load as they are.

    Without FILE they list the 23 objectives to be assessed. With FILE, a table or a document, they
    hold what it says: its points by its own labels, a linkage for each objective that a sentence
    or a row names, where it stands, and its table of coverage. What could not be decided is listed
    with its place. Look at every record: a draft is read by rules, and not by a person. Editors
    that know yaml-language-server check the files while you type. Never overwrites anything.

    \b
    Example:
      $ printf 'Output,Objective\\nOutput 1.1,"6, 7"\\n' | gcmilo init mine --from -
      mine: 2 linkages of 1 plan point
      ...
      linkages.yaml     2
      ...
    """
    if file is not None:
        return _draft(directory, file, sheet, table, delimiter, column or [], as_json=json)
    if json or sheet or table or delimiter or column:
        raise typer.BadParameter("--json and the options of a table are for --from FILE.")
    from gcmilo.starter import starter_plan

    next_steps = _NEXT_STEPS.format(directory=printable(str(directory)))
    return Output(next_steps, folder=starter_plan(gcmilo.load().objectives), path=directory)


def _draft(
    directory: Path,
    file: Path,
    sheet: str | None,
    table: int | None,
    delimiter: str | None,
    columns: list[str],
    *,
    as_json: bool,
) -> Output:
    """The files of a plan that is begun from a file, and what is said about them."""
    from gcmilo.drafting import Chosen, draft_answer
    from gcmilo.output.render import Format, render
    from gcmilo.reader import read_document

    with progress() as report:
        crosswalk = gcmilo.load(report=report)
        document = read_document(file, report, delimiter=delimiter)
        chosen = Chosen(sheet, table, *named_columns_of_plan(columns))
        answer = draft_answer(crosswalk, document, printable(str(directory)), chosen, report)
    form = Format.JSON if as_json else Format.TABLE
    text = render(answer, crosswalk.source, form, screen=None if as_json else screen())
    return Output(text, machine=as_json, folder=answer.files, path=directory)


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
