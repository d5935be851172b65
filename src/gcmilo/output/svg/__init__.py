"""Answers as pictures: SVG that stands alone, for light and dark, with the same told in words."""

from gcmilo.output.svg import coverage, gaps, matrix, tree
from gcmilo.output.svg.picture import to_picture

__all__ = ["coverage", "gaps", "matrix", "to_picture", "tree"]
