"""The JSON Schemas by name: those of the answers, and that of the full export."""

import typer

from gcmilo.text import fold, nearest, shown


def names() -> list[str]:
    """Return the names of the schemas."""
    from gcmilo.export import document
    from gcmilo.output.data.shapes import ANSWERS

    return [*ANSWERS, document.NAME]


def schema_text(name: str | None) -> str:
    """Return the JSON Schema of a name, or without one the names, each on a line.

    Raises:
        typer.BadParameter: there is no such schema; the sentence names the nearest.
    """
    from gcmilo.export import document
    from gcmilo.output.data.shapes import ANSWERS, DEFINITIONS
    from gcmilo.schema import as_text
    from gcmilo.schema import document as complete

    if name is None:
        return "".join(f"{known}\n" for known in names())
    wanted = fold(name).replace("_", "-").replace(" ", "-")
    if wanted == document.NAME:
        return as_text(document.shape())
    if wanted not in ANSWERS:
        close = nearest(wanted, names())
        meant = f"did you mean {close[0]}?" if close else "'gcmilo schema' lists the names."
        raise typer.BadParameter(f"{shown(name)} is the name of no schema; {meant}")
    return as_text(complete(wanted, ANSWERS[wanted], DEFINITIONS))
