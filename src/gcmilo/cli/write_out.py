"""The panel "Write": what can be pasted and passed on."""

from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli.completions import files
from gcmilo.cli.progress import progress
from gcmilo.cli.question import question
from gcmilo.cli.values import (
    Citable,
    Force,
    Objectives,
    OptionalRoundTable,
    OptionalSdg,
    OptionalStatus,
    OutputFile,
    PlanDirectory,
    choice,
    hyphenated,
    offered,
    option,
    references,
)
from gcmilo.cli.write import Output
from gcmilo.crosswalk import Crosswalk
from gcmilo.export import BASE_IRI, CC0, ExportFormat, Publication, base_iri, exported
from gcmilo.load import load
from gcmilo.model import CitationStyle
from gcmilo.output.render import Format
from gcmilo.query import Answer
from gcmilo.text import joined, nearest, shown


@question()
def cite(
    crosswalk: Crosswalk,
    refs: Citable,
    style: Annotated[CitationStyle, option(CitationStyle, "The style")] = CitationStyle.TEXT,
) -> Answer:
    """Citations ready to paste, of objectives, actions, plan points, paragraphs, activities, documents and tensions.

    A reference that may mean several things is cited as the likeliest, and stderr says so: 13d is
    the plan point, 'objective 13d' the action; 12 is the objective, 'para 12' the paragraph.

    \b
    Example:
      $ gcmilo cite 6l 'para 12'
      A/RES/73/195, annex, para. 22 (l)
      GB.335/POL/1(Rev.), para. 12
    """  # noqa: E501 - the help lists the first line
    return gcmilo.cite(crosswalk, references(refs), style)


@question(Format.MARKDOWN)
def brief(
    crosswalk: Crosswalk,
    refs: Objectives = None,
    round_table: OptionalRoundTable = None,
    sdg: OptionalSdg = None,
    status: OptionalStatus = None,
) -> Answer:
    """A note on objectives or actions: what they ask, where the plan stands, through what, how firmly, what is open.

    Every statement carries its paragraph; the documents are listed at the end. Without REFs and
    options, on all objectives. It is Markdown, which pandoc makes into a .docx; with -f html a page
    that prints to A4.

    \b
    Example:
      $ gcmilo brief 20
      # Objective 20: the Global Compact for Migration and the ILO plan of action on labour migration governance
      ...
      - **Objective 20.** Support, with a stated limit, “not a specific priority”: The ILO is active in financial
      ...
    """  # noqa: E501 - the example has the lines of the answer
    return gcmilo.brief(
        crosswalk, references(refs or []), status=status, round_table=round_table, sdg=sdg
    )


def _parse_base(text: str) -> str:
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
            help=f"One of {joined([hyphenated(form) for form in ExportFormat], 'or')}.",
            show_default=False,
            autocompletion=offered(ExportFormat),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to a file, or a new folder.",
            autocompletion=files,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file or folder if it exists.")
    ] = False,
    base: Annotated[
        str,
        typer.Option("--base-iri", parser=_parse_base, metavar="IRI", help="Where the IRIs start."),
    ] = BASE_IRI,
    plan: PlanDirectory = None,
) -> Output:
    """The whole crosswalk in a form that other programs take.

    json has everything; sqlite and datapackage have it as tables. sssom, turtle and jsonld have the
    linkages for mapping and linked data tools, under the IRIs of --base-iri. mermaid, dot and
    graphml have the linkage graph; csl, bibtex and ris the cited documents. html is one page for a
    reader who never opens a terminal: the matrix, each objective and plan point with its evidence,
    search and filter. What each holds: docs/export.md.

    Texts go to stdout; sqlite (a file) and datapackage (a folder) need -o.

    \b
    Example:
      $ gcmilo export sssom | grep -c relatedMatch
      70
    """
    if output is None and not form.is_text:
        raise typer.BadParameter(f"{form} makes a file or folder; say where to with -o PATH.")
    directory = plan or ctx.obj
    # CC0 is the licence of the bundled data; that of a user's own plan is not known.
    publication = Publication(base, None if directory else CC0)
    with progress() as report:
        crosswalk = load(directory, report)
        report(f"Exporting as {form}", 0, 0)
        return Output.of(exported(crosswalk, form, publication), output, force)


def _schema_names() -> list[str]:
    from gcmilo.export import document
    from gcmilo.output.forms import schemas

    return [*schemas(), document.NAME]


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="The answer.", show_default=False, autocompletion=_schema_names
        ),
    ] = None,
    output: OutputFile = None,
    force: Force = False,
) -> Output:
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
    return Output(_schema_text(name), machine=True, path=output, force=force)


def _schema_text(name: str | None) -> str:
    """The JSON Schema of a name, or without a name the list of names, each on a line."""
    from gcmilo.export import document
    from gcmilo.output.forms import schemas
    from gcmilo.shapes import complete_schema, schema_text

    if name is None:
        return "".join(f"{known}\n" for known in _schema_names())
    wanted = hyphenated(name)
    if wanted == document.NAME:
        return schema_text(document.schema())
    answers = schemas()
    if wanted not in answers:
        close = nearest(wanted, _schema_names())
        meant = f"did you mean {close[0]}?" if close else "'gcmilo schema' lists the names."
        raise typer.BadParameter(f"{shown(name)} is the name of no schema; {meant}")
    return schema_text(complete_schema(wanted, answers[wanted]))
