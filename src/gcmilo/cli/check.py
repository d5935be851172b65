"""The panel "Check": the data against the source, and a plan and a table against the rules."""

from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli.completions import files
from gcmilo.cli.question import Directory, question
from gcmilo.cli.values import named_columns
from gcmilo.crosswalk import Crosswalk
from gcmilo.progress import ProgressCallback
from gcmilo.query import Answer


@question()
def verify(
    crosswalk: Crosswalk,
    report: ProgressCallback,
    path: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE",
            help="The text of the source: .txt, or .pdf with gcmilo[pdf]; - reads stdin.",
            autocompletion=files,
        ),
    ],
) -> Answer:
    """Whether the data and the text of the source agree, both ways.

    Every objective, action and plan point that the text names must be in the data with its
    paragraph; every linkage, paragraph, row of the appendix, title, figure and quoted word of the
    data must stand where the data says. Says which edition was read, counts what was checked, and
    reports every problem. Exit code 1 if there is one.

    \b
    Example:
      $ gcmilo verify GB335-POL-1-Rev.txt
      Verification: ok
      ...
      Mentions: 50 of objectives, 19 of plan points
      ...
    """
    return gcmilo.verify(crosswalk, gcmilo.read_source(path, report))


@question()
def validate(
    directory: Directory,
    report: ProgressCallback,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]", help="A plan's directory.", show_default=False, autocompletion=files
        ),
    ] = None,
) -> Answer:
    """What is wrong or weak in a plan's files: every fault in one run, with file, line, key and suggestion.

    Warns of weak evidence too: linkages without paragraph or note, objectives not assessed yet.
    Without DIR it is about the plan of --plan, or the bundled data. Exit code 1 if there is a
    fault; a warning is none.

    \b
    Example:
      $ gcmilo validate
      The plan is sound
    """  # noqa: E501 - the help lists the first line
    from gcmilo.examine import examine

    return examine(path or directory.path, report)


@question()
def check(
    crosswalk: Crosswalk,
    report: ProgressCallback,
    table: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE", help="A CSV or TSV file; - reads stdin.", autocompletion=files
        ),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE=HEADING",
            help="A column by its heading; ROLE is objective, action, paragraph or title.",
        ),
    ] = None,
) -> Answer:
    """What is wrong in a table of objectives that you received, row by row, and which objectives it never touches.

    Finds numbers and titles (in English, French or Spanish) that do not belong together, actions
    that do not exist, GCM paragraphs that are of another objective, and rows that stand twice.
    Columns are found by their headings. Exit code 1 if there is a problem.

    \b
    Example:
      $ printf 'Objective,Title\\n4,Access to basic services\\n' | gcmilo check -
      1 problem
      ...
      stdin:2  Title  this is the title of objective 15, and the row is about 4
      ...
    """  # noqa: E501 - the help lists the first line
    from gcmilo.received import check_table, read_table

    return check_table(crosswalk, read_table(table, report), named_columns(column or []), report)
