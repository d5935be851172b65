"""Answers as pages, for tables on a terminal, in a pipe, in Markdown and in HTML."""

from gcmilo.output.pages import evidence, lookup, overview, own_plan
from gcmilo.output.pages.parts import to_page

__all__ = ["evidence", "lookup", "overview", "own_plan", "to_page"]
