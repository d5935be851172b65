"""The command line: it parses, asks and shows. The only importer of typer, the only writer."""
