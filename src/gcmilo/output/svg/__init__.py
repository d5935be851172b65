"""Answers as pictures: SVG that needs nothing else, for light and dark, described in words too."""

from collections.abc import Callable
from typing import Any

from gcmilo.errors import NoPicture
from gcmilo.model import Source
from gcmilo.output.svg import coverage, gaps, matrix, tree
from gcmilo.query import Answer
from gcmilo.query.coverage import CoverageAnswer
from gcmilo.query.gaps import GapsAnswer
from gcmilo.query.matrix import MatrixAnswer
from gcmilo.query.tree import TreeAnswer

_PICTURES: dict[type[Answer], Callable[[Any, Source, str], str]] = {
    MatrixAnswer: matrix.draw,
    TreeAnswer: tree.draw,
    GapsAnswer: gaps.draw,
    CoverageAnswer: coverage.draw,
}


def to_picture(answer: Answer, source: Source, language: str) -> str:
    """Return an answer as an SVG document, names in one of the languages en, fr and es.

    Raises:
        NoPicture: there is no picture of such an answer.
    """
    draw = _PICTURES.get(type(answer))
    if draw is None:
        raise NoPicture(
            "There are pictures of matrix, tree, gaps and coverage; nothing else can be had as svg."
        )
    return draw(answer, source, language)
