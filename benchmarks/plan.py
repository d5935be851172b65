"""An invented plan of any number of linkages, which ``gcmilo validate`` accepts.

``python -m benchmarks.plan DIR LINKAGES`` writes one; the same number gives the same bytes. Points
and paragraphs grow with the linkages, as they would in a real plan, so that work which grows with
the product of the two shows.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import gcmilo

LINKAGES_IN_A_PARAGRAPH = 20
LINKAGES_OF_A_POINT_IN_A_PARAGRAPH = 5
LINKAGES_OF_A_POINT = 50

_PLAN = """\
plan:
  title: "Invented plan of {linkages} linkages"
  organisation: "Ministry of Labour of Examplia"
  short: "Examplia"
source:
  symbol: "Invented paper {linkages}"
  title: "An invented plan and the Global Compact for Migration"
"""
_POINT = """\
  - ref: "{ref}"
    subject: {subject}
    summary: {note}
    paragraphs: {paragraphs}
"""
_COVERAGE = """\
  - objective: "{objective}"
    status: {status}
"""
_LINKAGE = """\
  - objective: "{subject}"
    plan_point: {point}
    paragraph: "{paragraph}"
    basis: {basis}
    stance: {stance}
    wording: "will support"
    note: {note}
"""
_PARAGRAPH = """\
  - number: {number}
    section: "Part {section}"
    summary: {note}
"""
_WHO = (
    "The ministry",
    "The labour inspectorate",
    "The employment service",
    "The office of statistics",
    "A committee",
)
_DOES = (
    "reviews",
    "extends to migrant workers",
    "publishes every year",
    "agrees with the social partners",
    "funds",
)
_WHAT = (
    "the rules on fees and costs of recruitment",
    "the register of private employment agencies",
    "the portability of social security entitlements",
    "the recognition of skills and qualifications",
    "the guidance for workers before departure and on return",
    "the channels for complaints, in the languages that are spoken",
    "the bilateral agreements on labour migration",
)
_SENTENCES = tuple(product(_WHO, _DOES, _WHAT))
_STANCES = ("supports",) * 8 + ("takes_up", "qualified", "limits", "not_included")


@dataclass(frozen=True)
class _Linkage:
    """The number of a linkage, that of all linkages, and what follows from the two."""

    number: int
    linkages: int

    @property
    def paragraph(self) -> int:
        return self.number // LINKAGES_IN_A_PARAGRAPH + 1

    @property
    def point(self) -> int | None:
        """The number of the point, from 0; one linkage in thirteen names none."""
        if self.number % 13 == 0:
            return None
        points = max(1, self.linkages // LINKAGES_OF_A_POINT)
        return self.number // LINKAGES_OF_A_POINT_IN_A_PARAGRAPH % points


def write_plan(directory: Path, linkages: int) -> None:
    """Write the files of a plan of so many linkages into a new directory.

    Raises:
        FileExistsError: the directory is there already.
    """
    directory.mkdir(parents=True)
    texts = {
        "plan.yaml": [_PLAN.format(linkages=linkages)],
        "plan_points.yaml": ["plan_points:\n", *_points(linkages)],
        "coverage.yaml": ["coverage:\n", *_coverage()],
        "linkages.yaml": ["linkages:\n", *_linkages(linkages, _subjects())],
        "paragraphs.yaml": ["paragraphs:\n", *_paragraphs(linkages)],
    }
    for name, lines in texts.items():
        (directory / name).write_text("".join(lines), encoding="utf-8", newline="\n")


def _subjects() -> list[str]:
    """Every objective and every action, as a linkage names them."""
    objectives = gcmilo.load().objectives
    subjects = [str(objective.number) for objective in objectives]
    for objective in objectives:
        subjects += [f"{objective.number}({action.letter})" for action in objective.actions]
    return subjects


def _linkages(linkages: int, subjects: Sequence[str]) -> Iterator[str]:
    for number in range(linkages):
        linkage = _Linkage(number, linkages)
        # 97 and the number of subjects have no common divisor, so each subject comes once before
        # any comes again, and neighbours are about different objectives.
        subject = subjects[number * 97 % len(subjects)]
        point = "null"
        if linkage.point is not None:
            point = f'"{_label(linkage.point)}"'
        yield _LINKAGE.format(
            subject=subject,
            point=point,
            paragraph=linkage.paragraph,
            basis="contextual" if number % 3 == 0 else "explicit",
            stance=_STANCES[number % len(_STANCES)],
            note=_note(number),
        )


def _points(linkages: int) -> Iterator[str]:
    # The keys of the inner dictionaries are the paragraphs, each once and in order.
    paragraphs_by_point: dict[int, dict[int, None]] = {}
    for number in range(linkages):
        linkage = _Linkage(number, linkages)
        if linkage.point is not None:
            paragraphs_by_point.setdefault(linkage.point, {})[linkage.paragraph] = None
    for point, paragraphs in sorted(paragraphs_by_point.items()):
        yield _POINT.format(
            ref=_label(point),
            subject=json.dumps(_WHAT[point % len(_WHAT)]),
            note=_note(point),
            paragraphs=json.dumps([str(paragraph) for paragraph in paragraphs]),
        )


def _coverage() -> Iterator[str]:
    for number in range(1, len(gcmilo.load().objectives) + 1):
        status = "indirect" if number % 5 == 0 else "addressed"
        yield _COVERAGE.format(objective=number, status=status)


def _paragraphs(linkages: int) -> Iterator[str]:
    paragraphs = math.ceil(linkages / LINKAGES_IN_A_PARAGRAPH)
    for number in range(1, paragraphs + 1):
        yield _PARAGRAPH.format(number=number, section=number // 50 + 1, note=_note(number))


def _label(point: int) -> str:
    """The label of a point: ten, with the letters a to j, are under each number from 1."""
    letter = "abcdefghij"[point % 10]
    return f"{point // 10 + 1}({letter})"


def _note(number: int) -> str:
    """A quoted sentence, as long as notes in a real plan are."""
    who, does, what = _SENTENCES[number % len(_SENTENCES)]
    return json.dumps(
        f"{who} {does} {what}; measure {number + 1} of the plan says by when, and who pays for it."
    )


if __name__ == "__main__":
    write_plan(Path(sys.argv[1]), int(sys.argv[2]))
