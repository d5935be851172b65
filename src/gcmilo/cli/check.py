"""The panel "Check": the data held against a document."""

from pathlib import Path
from typing import Annotated

import typer

from gcmilo import source
from gcmilo.cli.app import question
from gcmilo.crosswalk import Crosswalk

_PANEL = "Check"


@question(_PANEL, "verify")
def verify(
    crosswalk: Crosswalk,
    document: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="The document's text: .txt, or .pdf with gcmilo[pdf].")
    ],
) -> object:
    """Whether the data and the document's own text agree, both ways.

    Every objective, action and plan point that the text names must be in the data with its paragraph; every linkage,
    paragraph, row of the appendix, title, figure and quoted word of the data must stand where the data says. Says which
    edition was read, counts what was checked, and reports every problem. Exit code 1 if there is one.

    \b
    Example:
      $ gcmilo verify GB335-POL-1-Rev.txt
      Verification: ok
      ...
      Mentions: 50 of objectives, 19 of plan points
      ...
    """
    return source.verify(crosswalk, source.read_source(document))
