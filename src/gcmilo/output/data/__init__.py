"""Answers as JSON data: the contract of docs/json.md. Keys only grow within a major version."""

from gcmilo.output.data import evidence, lookup, overview, own_plan
from gcmilo.output.data.parts import Data, activity_data, to_data

__all__ = ["Data", "activity_data", "evidence", "lookup", "overview", "own_plan", "to_data"]
