"""The command line: it parses, asks and shows. Only here is typer imported and output written."""
