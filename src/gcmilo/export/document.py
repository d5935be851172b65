"""Everything as one JSON value, and its schema."""

import json

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.shapes import (
    ACTIVITY,
    COVERAGE,
    DOCUMENT,
    LINKAGE,
    OBJECTIVE,
    PARAGRAPH,
    PLAN,
    PLAN_POINT,
    SOURCE,
    TENSION,
    TERM,
    TEXTS,
    Schema,
    answer,
    complete_schema,
    many,
)

NAME = "crosswalk"
"""The name of its schema."""

_CROSSWALK = answer(
    NAME,
    plan=PLAN,
    source=SOURCE,
    objectives=many(OBJECTIVE),
    terms=many(TERM),
    plan_points=many(PLAN_POINT),
    coverage=many(COVERAGE),
    linkages=many(LINKAGE),
    paragraphs=many(PARAGRAPH),
    activities=many(ACTIVITY),
    documents=many(DOCUMENT),
    tensions=many(TENSION),
    uncited=TEXTS,
)


def write(crosswalk: Crosswalk, _: Publication) -> str:
    """Return everything as one JSON object that ends in a line break."""
    data = _CROSSWALK.to_json(crosswalk, crosswalk.source)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> Schema:
    """Return the JSON Schema of what ``write`` returns."""
    return complete_schema(NAME, _CROSSWALK)
