"""The baseline: the least that a program with the same Typer does."""

import typer

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    """Greet a name."""
    typer.echo(f"Hello {name}")


if __name__ == "__main__":
    app()
