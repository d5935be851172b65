"""The panel "Write": what can be pasted and passed on."""

from pathlib import Path
from typing import Annotated

import typer

from gcmilo import query
from gcmilo.cli.offers import files
from gcmilo.cli.progress import progress
from gcmilo.cli.question import question
from gcmilo.cli.schemas import names, schema_text
from gcmilo.cli.values import (
    Citable,
    Force,
    Objectives,
    OptionalRoundTable,
    OptionalSdg,
    OptionalStatus,
    Output,
    PlanDirectory,
    choice,
    offered,
    option,
    references,
    typed,
)
from gcmilo.cli.write import Written
from gcmilo.crosswalk import Crosswalk
from gcmilo.export import BASE_IRI, CC0, ExportFormat, Publication, base_iri, exported
from gcmilo.load import load
from gcmilo.model import CitationStyle
from gcmilo.output.render import Format
from gcmilo.text import joined, shown


@question()
def cite(
    crosswalk: Crosswalk,
    refs: Citable,
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


@question(Format.MARKDOWN)
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


def _base(text: str) -> str:
    base = base_iri(text)
    if base is None:
        raise typer.BadParameter(f"{shown(text)} is no start of an IRI; write it as {BASE_IRI}.")
    return base


def export(
    ctx: typer.Context,
    form: Annotated[
        ExportFormat,
        typer.Argument(
            parser=choice(ExportFormat),
            metavar="FORMAT",
            help=f"One of {joined([typed(form) for form in ExportFormat], 'or')}.",
            show_default=False,
            autocompletion=offered(ExportFormat),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Write to a file, or a new folder.", autocompletion=files),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file or folder if it exists.")] = False,
    base: Annotated[
        str, typer.Option("--base-iri", parser=_base, metavar="IRI", help="Where the IRIs start.")
    ] = BASE_IRI,
    plan: PlanDirectory = None,
) -> Written:
    """The whole crosswalk in a form that other programs take.

    json has everything; sqlite and datapackage have it as tables. sssom, turtle and jsonld have the linkages for
    mapping and linked data tools, under the IRIs of --base-iri. mermaid, dot and graphml have the linkage graph; csl,
    bibtex and ris the cited documents. html is one page for a reader who never opens a terminal: the matrix, each
    objective and plan point with its evidence, search and filter. What each holds: docs/export.md.

    Texts go to stdout; sqlite (a file) and datapackage (a folder) need -o.

    \b
    Example:
      $ gcmilo export sssom | grep -c relatedMatch
      70
    """
    if output is None and not form.is_text:
        raise typer.BadParameter(f"{form} makes a file or folder; say where to with -o PATH.")
    directory = plan or ctx.obj
    publication = Publication(base, None if directory else CC0)
    with progress() as report:
        crosswalk = load(directory, report)
        report(f"Exporting as {form}", 0, 0)
        return Written.of(exported(crosswalk, form, publication), output, force)


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="The answer.", show_default=False, autocompletion=names),
    ] = None,
    output: Output = None,
    force: Force = False,
) -> Written:
    """The JSON Schema of an answer, or of the full export (crosswalk).

    Without NAME, the names.

    \b
    Example:
      $ gcmilo schema gaps
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gcmilo/gaps/1",
      ...
    """
    return Written(schema_text(name), machine=True, path=output, force=force)
