"""The panel "Write": what can be pasted and passed on."""

from pathlib import Path
from typing import Annotated

import typer

from gcmilo import query
from gcmilo.cli.app import PlanDirectory, app, question
from gcmilo.cli.values import (
    Objectives,
    OptionalRoundTable,
    OptionalSdg,
    OptionalStatus,
    choice,
    option,
    references,
)
from gcmilo.cli.write import Written
from gcmilo.crosswalk import Crosswalk
from gcmilo.export.formats import FORMATS, ExportFormat
from gcmilo.load import load
from gcmilo.model import CitationStyle
from gcmilo.output.render import Format

_PANEL = "Write"


@question(_PANEL, "cite")
def cite(
    crosswalk: Crosswalk,
    refs: Annotated[
        list[str], typer.Argument(metavar="REF...", help="An objective, action, plan point, 'para N', or id.")
    ],
    style: Annotated[CitationStyle, option(CitationStyle, "The style")] = CitationStyle.TEXT,
) -> object:
    """Citations ready to paste, of objectives, actions, plan points, paragraphs, activities, documents and tensions.

    A reference that may mean several things is cited as the likeliest, and stderr says so: 13d is the plan point,
    'objective 13d' the action; 12 is the objective, 'para 12' the paragraph.

    \b
    Example:
      $ gcmilo cite 6l 'para 12'
      A/RES/73/195, annex, para. 22 (l)
      GB.335/POL/1(Rev.), para. 12
    """
    return query.cite(crosswalk, references(refs), style)


@question(_PANEL, "brief", Format.MARKDOWN)
def brief(
    crosswalk: Crosswalk,
    refs: Objectives = None,
    round_table: OptionalRoundTable = None,
    sdg: OptionalSdg = None,
    status: OptionalStatus = None,
) -> object:
    """A note on objectives or actions: what they ask, where the plan stands, through what, how firmly, what is open.

    Every statement carries its paragraph; the documents are listed at the end. Without REFs and options, on all
    objectives. It is Markdown, which pandoc makes into a .docx; with -f html a page that prints to A4.

    \b
    Example:
      $ gcmilo brief 20
      # Objective 20: the Global Compact for Migration and the ILO plan of action on labour migration governance
      ...
      - **Objective 20.** Support, with a stated limit, “not a specific priority”: The ILO is active in financial
      ...
    """
    return query.brief(crosswalk, references(refs or []), status=status, round_table=round_table, sdg=sdg)


@app.command("export", rich_help_panel=_PANEL)
def export(
    ctx: typer.Context,
    form: Annotated[
        ExportFormat, typer.Argument(metavar="FORMAT", parser=choice(ExportFormat), help="The form: html.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    plan: PlanDirectory = None,
) -> Written:
    """The whole crosswalk in a form that others read: html is one page that needs nothing from elsewhere.

    The page lets a reader look who never opens a terminal: the matrix, each objective and plan point with its evidence,
    search and filter, an anchor for everything, as objective-6, action-6l, plan-point-13d, para_12.

    \b
    Example:
      $ gcmilo export html | head -2
      <!DOCTYPE html>
      <html lang="en">
    """
    return Written(FORMATS[form](load(plan or ctx.obj)), machine=True, path=output, force=force)
