"""Answers as JSON data: the contract of docs/json.md. Keys only grow within a major version."""

from gcmilo.model import Source
from gcmilo.output.data.parts import Data, activity_data, shape
from gcmilo.output.families import register_family

__all__ = ["Data", "activity_data", "to_data"]


def to_data(answer: object, source: Source) -> Data:
    """Return an answer as JSON data, ``schema`` first; a missing value is None, never an absent key.

    ``source`` is the document that citations name.
    """
    register_family(__name__, answer)
    return shape(answer, source)
