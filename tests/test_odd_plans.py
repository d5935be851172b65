"""Whatever plan can be loaded is answered about: one thing after another is left out of a plan, or
is odd.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

import gcmilo
from answers import ANSWERS
from crosswalks import small
from gcmilo import Crosswalk
from gcmilo.errors import DataError, GcmiloError
from gcmilo.export import ExportFormat, exported
from gcmilo.model import CitationStyle
from gcmilo.output.render import Format, render

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "national-plan"
PLAN = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in EXAMPLE.glob("*.yaml")
}
ODD = (None, "", "2019-13", "a|b", "12(d)", "0", 26, [])
OTHER_WAYS = (Format.JSON, Format.CSV, Format.SVG)
"""A format of each family besides pages: data, records and pictures."""

Keys = tuple[str | int, ...]


def places(value: Any, path: Keys = ()) -> Iterator[Keys]:
    """The paths of all keys under a value, and of the first items of its lists."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value[:4])
        if isinstance(value, list)
        else ()
    )
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


def holder(plan: Any, path: Keys) -> Any:
    for key in path[:-1]:
        plan = plan[key]
    return plan


def loaded(plan: dict[str, Any], directory: Path) -> Crosswalk | None:
    for name, data in plan.items():
        (directory / f"{name}.yaml").write_text(json.dumps(data), encoding="utf-8")
    try:
        return gcmilo.load(directory)
    except DataError:
        return None


def questions(crosswalk: Crosswalk) -> Iterator[Any]:
    yield from ANSWERS.values()
    refs = ["6l", "para 1", *(str(point.ref) for point in crosswalk.plan_points)]
    yield gcmilo.brief
    yield lambda c: gcmilo.compare(small(), c)
    yield lambda c: gcmilo.resolve(c, ", ".join(refs))
    for style in CitationStyle:
        yield lambda c, style=style: gcmilo.cite(c, refs, style)


def ask_everything(crosswalk: Crosswalk, turn: int) -> None:
    """Ask every question, for a page and for something else in turn; a refusal in one sentence will
    do.
    """
    for place, ask in enumerate(questions(crosswalk)):
        for way in (Format.MARKDOWN, OTHER_WAYS[(turn + place) % len(OTHER_WAYS)]):
            with suppress(GcmiloError):
                render(ask(crosswalk), crosswalk.source, way)
    exported(crosswalk, list(ExportFormat)[turn % len(ExportFormat)])


def variants(name: str) -> Iterator[dict[str, Any]]:
    """The plan with one thing of a file left out, then odd, for one thing after another."""
    for path, odd in zip(places(PLAN[name], (name,)), cycle(ODD), strict=False):
        plan = deepcopy(PLAN)
        holder(plan, path)[path[-1]] = odd
        yield plan
        plan = deepcopy(PLAN)
        del holder(plan, path)[path[-1]]
        yield plan


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAN)
def test_whatever_plan_loads_is_answered_about(name: str, tmp_path: Path) -> None:
    sound = [crosswalk for plan in variants(name) if (crosswalk := loaded(plan, tmp_path))]
    for turn, crosswalk in enumerate(sound):
        ask_everything(crosswalk, turn)
    assert len(sound) > 1
