"""The panel "Check": the data against the source, and a plan and a table against the rules."""

from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli.completions import files
from gcmilo.cli.question import Directory, question
from gcmilo.cli.values import Delimiter, Sheet, TableNumber, column_option, named_columns
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
            help="The source: text, PDF, Word or HTML; - reads stdin.",
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

    Warns of weak evidence too: linkages without a place or a note, objectives not assessed yet.
    Many warnings of one kind are one line, with their number; --json has each.
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
    path: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE",
            help="A table: CSV, Excel, OpenDocument, Word, HTML or Markdown; - reads stdin.",
            autocompletion=files,
        ),
    ],
    sheet: Sheet = None,
    table: TableNumber = None,
    delimiter: Delimiter = None,
    column: Annotated[
        list[str] | None,
        column_option(
            "A column by its heading; ROLE is objective, action, paragraph, title or sdg."
        ),
    ] = None,
) -> Answer:
    """What is wrong in a table of objectives that you received, row by row, and which objectives it never touches.

    Says first what it read: sheet or table, heading, columns and rows. Then the numbers and titles
    (in English, French or Spanish) that do not belong together, objectives and actions that do not
    exist, dates that a spreadsheet made of numbers, rows that stand twice; then what it passed over.
    The table, and its columns, are found by the words of their headings. Where two columns could be
    the objectives, it asks. Exit code 1 if there is a problem.

    \b
    Example:
      $ printf 'No,GCM,Title\\n1,4,Access to basic services\\n' | gcmilo check -
      1 problem
      ...
      Objective  GCM      1
      ...
      stdin:2  Title  the title is that of objective 15, but the number is 4
      ...
    """  # noqa: E501 - the help lists the first line
    from gcmilo.reader import read_document
    from gcmilo.received import check_table

    document = read_document(path, report, delimiter=delimiter, is_table=True)
    return check_table(
        crosswalk, document, named_columns(column or []), sheet=sheet, table=table, report=report
    )
