"""The panel "Write": what can be pasted and passed on."""

from typing import Annotated

import typer

from gcmilo import query
from gcmilo.cli.app import question
from gcmilo.cli.values import option, references
from gcmilo.crosswalk import Crosswalk
from gcmilo.model import CitationStyle

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
