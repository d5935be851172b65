"""What must hold within and between the data files: one edit of one file, and the fault that names
it.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

import gcmilo
from conftest import edit, faults_of, line_of


@dataclass(frozen=True)
class Broken:
    """An edit of a file and its fault: on the line that holds ``at``, the new text if nothing else
    is given.
    """

    file: str
    old: str
    new: str
    key: str | None
    text: str
    suggestion: str | None = None
    at: str | None = None


LINKAGES, POINTS, COVERAGE = "linkages.yaml", "plan_points.yaml", "coverage.yaml"
PARAGRAPHS, ACTIVITIES, DOCUMENTS, TENSIONS = (
    "paragraphs.yaml",
    "activities.yaml",
    "documents.yaml",
    "tensions.yaml",
)

KEYS = {
    "misspelt key": Broken(
        COVERAGE, "status: indirect", "statsu: indirect", "statsu", "this key is unknown", "status"
    ),
    "unknown key": Broken(COVERAGE, "channel: null", "xyz: null", "xyz", "this key is unknown"),
    "missing key": Broken(
        COVERAGE,
        '"6"\n    status: addressed\n',
        '"6"\n',
        "status",
        "this key is missing",
        at='- objective: "6"',
    ),
    "key given twice": Broken(
        COVERAGE,
        '"1"\n    status: not_addressed\n',
        '"1"\n    status: not_addressed\n    status: indirect\n',
        "status",
        "the key stands twice, first on line",
        at="status: indirect",
    ),
    "misspelt table": Broken(
        COVERAGE, "coverage:", "coverge:", "coverge", "this key is unknown", "coverage"
    ),
    "missing table": Broken(
        "plan.yaml", "source:", "sauce:", "source", "this key is missing", at="plan:"
    ),
    "no mapping": Broken(
        COVERAGE, "coverage:", "- coverage:", None, "a mapping with coverage is wanted here"
    ),
    "no list": Broken(
        POINTS, 'uncited: ["2(a)", "2(b)"]', 'uncited: "2(b)"', "uncited", "a list is wanted"
    ),
    "no record": Broken(
        COVERAGE,
        '- objective: "1"\n',
        '- "1"\n  - objective: "1"\n',
        "coverage",
        "a mapping is wanted",
        at='- "1"',
    ),
    "key of a nested record": Broken(
        ACTIVITIES,
        '{ref: "5", basis: explicit}',
        '{ref: "5", bases: explicit}',
        "bases",
        "unknown",
        "basis",
    ),
}

VALUES = {
    "word of no list": Broken(
        COVERAGE,
        "status: indirect",
        "status: indirectly",
        "status",
        "'indirectly' is none of addressed, indirect or not_addressed",
        "indirect",
    ),
    "number that is none": Broken(
        PARAGRAPHS, "number: 1\n", "number: one\n", "number", "a number from 1 to"
    ),
    "number with an underscore": Broken(
        PARAGRAPHS, "number: 11\n", "number: 1_1\n", "number", "not '1_1'"
    ),
    "unquoted reference": Broken(
        POINTS, 'ref: "1(a)"', "ref: 1(a)", "ref", "a reference stands in quotation marks", '"1(a)"'
    ),
    "reference in another spelling": Broken(
        LINKAGES,
        'objective: "7(d)"',
        'objective: "7d"',
        "objective",
        "is not the canonical spelling",
        '"7(d)"',
    ),
    "no reference": Broken(
        LINKAGES,
        'objective: "7(d)"',
        'objective: "seven"',
        "objective",
        "is wanted here, not 'seven'",
    ),
    "action where an objective is wanted": Broken(
        COVERAGE, 'objective: "7"', 'objective: "7(d)"', "objective", "an objective such as"
    ),
    "list instead of a text": Broken(
        COVERAGE, "channel: null", "channel: [x]", "channel", "a text is wanted here, not a list"
    ),
    "text that a spreadsheet would run": Broken(
        COVERAGE, "channel: null", 'channel: "=1+1"', "channel", "may not start with ="
    ),
    "label that a spreadsheet would run": Broken(
        POINTS, '"2(a)", "2(b)"', '"=1+1", "2(b)"', "uncited", "may not start with ="
    ),
    "control character": Broken(
        COVERAGE, "channel: null", 'channel: "\\e[31m"', None, "a control character, U+001B"
    ),
    "text too long": Broken(
        COVERAGE,
        "channel: null",
        f"channel: {'a' * 2_001}",
        "channel",
        "longer than 2000 characters",
    ),
    "place that is none": Broken(
        TENSIONS, 'at: ["appendix 20"]', 'at: ["annex 20"]', "at", "a place such as"
    ),
    "year out of bounds": Broken(
        DOCUMENTS, 'year: "2023"', 'year: "20230"', "year", "a number from 1000 to 9999"
    ),
    "date that is none": Broken(
        ACTIVITIES, 'dates: ["2024-05"]', 'dates: ["soon"]', "dates", "soon"
    ),
    "interval that is none": Broken(
        ACTIVITIES, 'dates: ["2019/2023"]', 'dates: ["2019/later"]', "dates", "2019/later"
    ),
    "alias": Broken(COVERAGE, "channel: null", "channel: *x", None, "aliases are not allowed"),
}

REFERENCES = {
    "objective of a linkage": Broken(
        LINKAGES,
        'objective: "22"',
        'objective: "24"',
        "objective",
        "24 is not an objective or action of this data",
    ),
    "action of a linkage": Broken(
        LINKAGES,
        'objective: "7(d)"',
        'objective: "7(z)"',
        "objective",
        "7(z) is not an objective or action of this data",
    ),
    "plan point of a linkage": Broken(
        LINKAGES,
        'plan_point: "2(c)"',
        'plan_point: "2(b)"',
        "plan_point",
        "2(b) is not a plan point of this data",
    ),
    "plan point in another spelling": Broken(
        LINKAGES,
        'plan_point: "2(c)"',
        'plan_point: "2.C"',
        "plan_point",
        "2.C is not a plan point",
        "2(c)",
    ),
    "paragraph of a linkage": Broken(
        LINKAGES,
        'paragraph: "8"',
        'paragraph: "81"',
        "paragraph",
        "81 is not a paragraph of this data",
    ),
    "paragraph of a plan point": Broken(
        POINTS,
        'paragraphs: ["9", "10"]',
        'paragraphs: ["9", "10", "42"]',
        "paragraphs",
        "42 is not a paragraph",
    ),
    "paragraph of an activity": Broken(
        ACTIVITIES,
        'paragraphs: ["3", "4"]',
        'paragraphs: ["3", "60"]',
        "paragraphs",
        "60 is not a paragraph",
    ),
    "paragraph of a document": Broken(
        DOCUMENTS, 'paragraphs: ["3"]', 'paragraphs: ["27"]', "paragraphs", "27 is not a"
    ),
    "plan point of an activity": Broken(
        ACTIVITIES,
        '{ref: "5", basis',
        '{ref: "19", basis',
        "plan_points",
        "19 is not a plan point of this data",
    ),
    "objective of a tension": Broken(
        TENSIONS,
        'objectives: ["20"]',
        'objectives: ["32"]',
        "objectives",
        "32 is not an objective or action",
    ),
    "paragraph of a side of a tension": Broken(
        TENSIONS, 'at: ["7"]', 'at: ["81"]', "sides", "there is no para. 81", at="    sides:"
    ),
    "row of a side of a tension": Broken(
        TENSIONS,
        'at: ["appendix 20"]',
        'at: ["appendix 24"]',
        "sides",
        "there is no appendix, row 24",
        at="    sides:",
    ),
}

BETWEEN = {
    "number out of order": Broken(
        PARAGRAPHS,
        "number: 10\n",
        "number: 11\n",
        "number",
        "paragraph 10 is expected here, not 11",
        "10",
    ),
    "number left out": Broken(
        PARAGRAPHS, "number: 11\n", "number: 12\n", "number", "paragraph 11 is expected here", "11"
    ),
    "row out of order": Broken(
        COVERAGE,
        '- objective: "7"',
        '- objective: "17"',
        "objective",
        "objective 7 is expected here, not 17",
        "7",
    ),
    "row missing at the end": Broken(
        COVERAGE,
        '\n  - objective: "23"\n    status: addressed\n    channel: null\n    note: null',
        "",
        "objective",
        "the rows end here; objective 23 is missing",
        at='- objective: "22"',
    ),
    "activity given twice": Broken(
        ACTIVITIES,
        'id: "plan-review"',
        'id: "council-session" # again',
        "id",
        "this stands already on line",
        at="# again",
    ),
    "document given twice": Broken(
        DOCUMENTS,
        'id: "global-compact"',
        'id: "fair-mobility-plan" # again',
        "id",
        "already on line",
        at="# again",
    ),
    "tension given twice": Broken(
        TENSIONS,
        'id: "recruitment-without-decent-work"',
        'id: "remittances-marked-without-priority" # again',
        "id",
        "already on line",
        at="# again",
    ),
    "plan point given twice": Broken(
        POINTS, 'ref: "1(b)"', 'ref: "1(a)" # again', "ref", "already on line", at="# again"
    ),
    "uncited letter that is cited": Broken(
        POINTS, '"2(a)", "2(b)"]', '"2(a)", "2(d)"]', "ref", "already on line"
    ),
    "paragraph and place": Broken(
        LINKAGES,
        'paragraph: "4"',
        'paragraph: "4"\n    place: "page 4"',
        "place",
        "paragraph and place exclude each other; leave one of them out",
        at='place: "page 4"',
    ),
    "neither paragraph nor place": Broken(
        LINKAGES,
        '"1(b)"\n    paragraph: "4"\n',
        '"1(b)" # here\n',
        "paragraph",
        "this key is missing",
        at='- objective: "10"',
    ),
    "empty place": Broken(
        LINKAGES, 'paragraph: "4"', 'place: ""', "place", "a text is wanted here, not ''"
    ),
    "unknown basis": Broken(
        LINKAGES,
        "basis: explicit",
        "basis: lisetd",
        "basis",
        "'lisetd' is none of explicit, listed or contextual",
        "listed",
    ),
    "linkage given twice": Broken(
        LINKAGES,
        'objective: "16(e)"',
        'objective: "16" # again',
        "objective",
        "already on line",
        at="# again",
    ),
    "paragraph that does not cite the point": Broken(
        LINKAGES,
        'paragraph: "10"',
        'paragraph: "11"',
        "paragraph",
        "does not say that paragraph 11 cites 4",
    ),
    "too many quoted words": Broken(
        TENSIONS,
        'sides:\n      - text: "Compromise',
        'sides: # here\n      - {text: "more", quote: "a b c d e f g", at: ["3"]}\n      - text: "Compromise',
        "sides",
        "13 quoted words in all; at most 12 may be quoted",
        at="# here",
    ),
    "means without basis": Broken(
        POINTS,
        "means_basis: stated_for_group",
        "means_basis: null # here",
        "means_basis",
        "stand together, or neither does",
        at="# here",
    ),
    "basis without means": Broken(
        POINTS,
        'means: ["knowledge development", "capacity building"]\n    means_basis: stated',
        "means: null\n    means_basis: stated # here",
        "means_basis",
        "stand together",
        at="# here",
    ),
}


def broken(directory: Path, case: Broken) -> gcmilo.Fault:
    """Make the edit, load, and return the fault that the case is about."""
    path = directory / case.file
    edit(path, case.old, case.new)
    found = [
        fault
        for fault in faults_of(directory)
        if fault.file == f"{directory}/{case.file}"
        and fault.key == case.key
        and case.text in fault.text
    ]
    assert found, f"no such fault: {faults_of(directory)}"
    return found[0]


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=name) for name, c in {**KEYS, **VALUES, **REFERENCES, **BETWEEN}.items()],
)
def test_one_edit_is_one_fault_that_names_file_line_and_key(plan: Path, case: Broken) -> None:
    fault = broken(plan, case)
    marker = (case.at or case.new).strip().split("\n")[0]
    assert fault.line == line_of(plan / case.file, marker)
    if case.suggestion:
        assert fault.suggestion == case.suggestion
        assert str(fault).endswith(f"; did you mean {case.suggestion}?")
    assert str(fault).startswith(f"{plan}/{case.file}:{fault.line}:")


def test_what_is_wrong_in_one_field_does_not_make_sound_references_look_dangling(
    plan: Path,
) -> None:
    edit(plan / POINTS, 'subject: "fair recruitment"', "subject: [x]")
    faults = faults_of(plan)
    assert [(fault.key, fault.text) for fault in faults] == [
        ("subject", "a text is wanted here, not a list")
    ]


def test_a_misspelt_file_of_paragraphs_leaves_paragraph_references_alone(plan: Path) -> None:
    (plan / PARAGRAPHS).unlink()
    assert gcmilo.load(plan).paragraphs == ()


# The Compact side


def test_objectives_are_numbered_without_a_gap(data: Path) -> None:
    edit(data / "objectives.yaml", "number: 7\n", "number: 8\n")
    texts = {(fault.file, fault.line, fault.key, fault.text) for fault in faults_of(None)}
    line = line_of(data / "objectives.yaml", "number: 8")
    assert ("data/objectives.yaml", line, "number", "objective 7 is expected here, not 8") in texts


@pytest.mark.parametrize(
    ("old", "new", "key", "text"),
    [
        (
            '{letter: "b"',
            '{letter: "c"',
            "actions",
            "the letters must run from a without a gap, not accdefghijk",
        ),
        ('{letter: "b"', '{letter: "B"', "letter", "one letter is wanted here, not 'B'"),
        (
            '{letter: "k", label',
            '{letter: "kl", label',
            "letter",
            "one letter is wanted here, not 'kl'",
        ),
    ],
    ids=["gap", "capital", "two letters in one"],
)
def test_actions_are_lettered_without_a_gap(
    data: Path, old: str, new: str, key: str, text: str
) -> None:
    edit(data / "objectives.yaml", old, new)
    (fault,) = [fault for fault in faults_of(None) if fault.file == "data/objectives.yaml"]
    assert (fault.key, fault.text) == (key, text)
    where = "actions:" if key == "actions" else new
    assert fault.line == line_of(data / "objectives.yaml", where)


def test_a_title_stands_in_three_languages(data: Path) -> None:
    edit(data / "objectives.yaml", '      es: "Datos"\n', "")
    (fault,) = faults_of(None)
    assert (fault.file, fault.key, fault.text) == (
        "data/objectives.yaml",
        "es",
        "this key is missing",
    )
