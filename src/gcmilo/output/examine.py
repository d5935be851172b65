"""How the examination of a plan's files is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gcmilo.errors import Fault
from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, quantity
from gcmilo.output.parts import FAULTS, faults_table
from gcmilo.shapes import TRUTH, answer

_MOST_OF_A_KIND = 5
"""How many warnings of a file about one key are listed one by one."""

_VALIDATE = answer("validate", ok=TRUTH, problems=FAULTS.of("faults"), warnings=FAULTS)


def _page(answer: Examination, _: Source, __: str) -> Page:
    title = "The plan is sound"
    if answer.faults or answer.warnings:
        faults = quantity(len(answer.faults), "fault")
        warnings = quantity(len(answer.warnings), "warning")
        title = f"{faults}, {warnings}"
    parts = (
        *faults_table("Faults", answer.faults),
        *faults_table("Weak evidence", _folded(answer.warnings)),
    )
    return Page(title, parts, None)


def _folded(warnings: Iterable[Fault]) -> list[Fault]:
    """The warnings, with those of a kind as one where they are many."""
    kinds: dict[tuple[str, str | None], list[Fault]] = {}
    for warning in warnings:
        kinds.setdefault((warning.file, warning.key), []).append(warning)
    folded: list[Fault] = []
    for found in kinds.values():
        folded += found if len(found) <= _MOST_OF_A_KIND else [_as_one(found)]
    return folded


def _as_one(warnings: Sequence[Fault]) -> Fault:
    first, *others = warnings
    text = f"{first.text}, and {len(others)} more such, down to line {others[-1].line}"
    return replace(first, text=text)


FORMS = {Examination: Forms(_VALIDATE, _page, "problems")}
