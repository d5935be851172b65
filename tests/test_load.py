"""Loading: everything wrong is reported in one run, with file and line; nothing else ever comes
out.
"""

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import gcmilo
from conftest import DATA, SMALL_PLAN, Run, edit, faults_of, line_of
from gcmilo.output.render import Format, Screen, render
from gcmilo.tables import PLAN_FILES

QUESTIONS: list[Callable[..., object]] = [
    gcmilo.objective,
    gcmilo.objectives,
    gcmilo.plan_points,
    gcmilo.paragraphs,
    gcmilo.linkages,
    gcmilo.activities,
    gcmilo.documents,
    gcmilo.gaps,
    gcmilo.coverage,
    gcmilo.tensions,
    gcmilo.matrix,
    gcmilo.tree,
]

MINIMAL_PLAN = """
plan:
  title: "A plan"
  organisation: "An organisation"
  short: "ORG"
source:
  symbol: "DOC/1"
  title: "A document"
"""
MINIMAL_POINTS = """
plan_points:
  - ref: "A.1"
    subject: "one"
  - ref: "A.2"
    subject: "two"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The smallest plan of one's own: the two files that are required."""
    directory = tmp_path / "own"
    directory.mkdir()
    (directory / "plan.yaml").write_text(MINIMAL_PLAN, encoding="utf-8")
    (directory / "plan_points.yaml").write_text(MINIMAL_POINTS, encoding="utf-8")
    return directory


def test_a_plan_of_ones_own_loads_without_faults(crosswalk: gcmilo.Crosswalk) -> None:
    assert crosswalk.source.symbol == "MIN/2024/7(Rev.)"
    assert len(crosswalk.linkages) == 20


def test_a_copy_of_a_plan_is_the_same_plan(plan: Path, crosswalk: gcmilo.Crosswalk) -> None:
    assert gcmilo.load(plan) == crosswalk
    assert gcmilo.load(str(plan)) == crosswalk


def test_the_plan_side_of_the_bundled_data_loads_like_any_plan(
    data: Path, bundled: gcmilo.Crosswalk
) -> None:
    assert gcmilo.load(data) == bundled


def test_a_wrong_key_on_line_40_and_a_fault_elsewhere_are_both_named_in_one_run(
    plan: Path, run: Run
) -> None:
    rows = (plan / "coverage.yaml").read_text(encoding="utf-8").partition("coverage:")[2]
    before = rows.partition("status: indirect")[0].count("\n")
    filled = (
        "# filler\n" * (39 - before)
        + "coverage:"
        + rows.replace("status: indirect", "statu: indirect", 1)
    )
    (plan / "coverage.yaml").write_text(filled, encoding="utf-8")
    edit(plan / "linkages.yaml", 'plan_point: "2(c)"', 'plan_point: "2(cc)"')
    line = line_of(plan / "linkages.yaml", '"2(cc)"')
    done = run("objective", "6", "--plan", str(plan))
    assert (done.code, done.out) == (65, b"")
    assert done.said.splitlines() == [
        f"{plan}/coverage.yaml:40: statu: this key is unknown; did you mean status?",
        f"{plan}/linkages.yaml:{line}: plan_point: 2(cc) is not a plan point of this data; did you mean 2(c)?",
    ]


def test_faults_come_in_the_order_of_files_and_lines(plan: Path) -> None:
    edit(plan / "linkages.yaml", "stance: supports", "stance: suports")
    edit(plan / "linkages.yaml", 'objective: "23"', 'objective: "99"')
    edit(plan / "activities.yaml", "kind: meeting", "kind: meting")
    faults = faults_of(plan)
    assert [Path(fault.file).name for fault in faults] == [
        "activities.yaml",
        "linkages.yaml",
        "linkages.yaml",
    ]
    lines = [fault.line or 0 for fault in faults[1:]]
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", ["plan.yaml", "plan_points.yaml"])
def test_a_required_file_that_is_missing_is_named(plan: Path, name: str) -> None:
    (plan / name).unlink()
    assert any(
        (fault.file, fault.line) == (f"{plan}/{name}", None) and "cannot be read" in fault.text
        for fault in faults_of(plan)
    )


def test_a_missing_directory_is_named(tmp_path: Path, run: Run) -> None:
    done = run("gaps", "--plan", str(tmp_path / "nowhere"))
    assert (done.code, done.out) == (65, b"")
    assert done.said == f"{tmp_path / 'nowhere'}: there is no such directory\n"


def test_a_name_too_long_for_a_directory_is_one_sentence(run: Run) -> None:
    done = run("gaps", "--plan", "a" * 5_000)
    assert done.code == 65
    assert done.said.count("\n") == 1


def test_a_directory_name_never_reaches_the_terminal_raw(tmp_path: Path, run: Run) -> None:
    done = run("gaps", "--plan", str(tmp_path / "\x1b[31mred\u202e"))
    assert done.code == 65
    assert "\x1b" not in done.said
    assert "\u202e" not in done.said


def test_a_file_that_is_no_file_is_named(plan: Path) -> None:
    (plan / "tensions.yaml").unlink()
    (plan / "tensions.yaml").mkdir()
    (fault,) = faults_of(plan)
    assert fault.file == f"{plan}/tensions.yaml"


def test_a_dangling_symlink_is_named(plan: Path) -> None:
    (plan / "tensions.yaml").unlink()
    (plan / "tensions.yaml").symlink_to("nowhere.yaml")
    (fault,) = faults_of(plan)
    assert fault.file == f"{plan}/tensions.yaml"


def test_a_broken_file_does_not_hide_the_faults_of_the_others(plan: Path) -> None:
    (plan / "tensions.yaml").write_text("tensions: [", encoding="utf-8")
    edit(plan / "coverage.yaml", "status: indirect", "status: indirec")
    assert {Path(fault.file).name for fault in faults_of(plan)} == {
        "tensions.yaml",
        "coverage.yaml",
    }


def test_an_empty_file_is_a_fault_and_an_empty_table_is_none(plan: Path) -> None:
    (plan / "tensions.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert [fault.text for fault in faults_of(plan)] == [
        "a mapping with tensions is wanted here, not nothing"
    ]
    (plan / "tensions.yaml").write_text("tensions:\n", encoding="utf-8")
    assert gcmilo.load(plan).tensions == ()


def test_two_files_are_enough_and_the_rest_is_empty(own: Path) -> None:
    loaded = gcmilo.load(own)
    assert [str(point.ref) for point in loaded.plan_points] == ["A.1", "A.2"]
    assert len(loaded.objectives) == 23
    assert loaded.coverage == loaded.linkages == loaded.paragraphs == loaded.uncited == ()
    assert loaded.activities == loaded.documents == loaded.tensions == ()


PICTURED = ("matrix", "tree", "gaps", "coverage")


@pytest.mark.parametrize(
    "points", [MINIMAL_POINTS, "plan_points: []\n"], ids=["two points", "no points"]
)
@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda ask: ask.__name__)
def test_every_question_can_be_asked_of_the_smallest_plan(
    own: Path, ask: Callable[..., object], points: str
) -> None:
    (own / "plan_points.yaml").write_text(points, encoding="utf-8")
    loaded = gcmilo.load(own)
    answer = ask(loaded, "6") if ask is gcmilo.objective else ask(loaded)
    for form in (form for form in Format if form is not Format.SVG or ask.__name__ in PICTURED):
        assert "Traceback" not in render(answer, loaded.source, form)
    for width in (40, 200):
        drawn = render(answer, loaded.source, Format.TABLE, screen=Screen(width, colour=False))
        assert drawn.endswith("Source: DOC/1\n")


def test_a_point_of_the_smallest_plan_is_found_by_its_letters_and_digits(own: Path) -> None:
    assert str(gcmilo.plan_point(gcmilo.load(own), "a 2").plan_point.ref) == "A.2"


def test_looking_for_a_point_where_there_are_none_names_none(own: Path, run: Run) -> None:
    (own / "plan_points.yaml").write_text("plan_points: []\n", encoding="utf-8")
    done = run("plan-point", "13d", "--plan", str(own))
    assert done.code in (1, 2)
    assert "nearest: ." not in done.said


def test_a_plan_without_paragraphs_says_so(own: Path, run: Run) -> None:
    done = run("paragraph", "12", "--plan", str(own))
    assert done.code == 1
    assert "1 to 0" not in done.said


def test_an_objective_that_was_not_assessed_has_no_status(own: Path) -> None:
    answer = gcmilo.objective(gcmilo.load(own), "6")
    assert answer.coverage.status is None
    (own / "coverage.yaml").write_text(
        "coverage:\n" + "".join(f'  - objective: "{n}"\n    status: null\n' for n in range(1, 24)),
        encoding="utf-8",
    )
    counted = gcmilo.coverage(gcmilo.load(own)).whole.by_status
    assert len(counted[None]) == 23


# Mutations


def removed_line(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def doubled_line(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    lines.insert(place, lines[place])


def swapped_lines(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def cut_line(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    lines[place] = lines[place][: chance.randint(0, len(lines[place]))]


def changed_character(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    column = chance.randint(0, len(lines[place]))
    new = chance.choice("[]{}:,&*!|>'\"%@`#-?=+ \t\x00\x1b\u202e0a9")
    lines[place] = lines[place][:column] + new + lines[place][column + chance.randint(0, 1) :]


def shifted_line(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines))
    lines[place] = chance.choice([" " + lines[place], "  " + lines[place], lines[place][2:]])


def foreign_value(lines: list[str], chance: random.Random) -> None:
    places = [number for number, line in enumerate(lines) if ": " in line]
    place = chance.choice(places)
    key = lines[place].split(": ")[0]
    values = [
        "null",
        "[]",
        "{}",
        "no",
        "1_3",
        "2018-13-45",
        "9" * 4_301,
        '"99"',
        '"7(z)"',
        '""',
        "[[[]]]",
        "{a: b}",
        "-1",
    ]
    lines[place] = f"{key}: {chance.choice(values)}"


MUTATIONS: list[Callable[[list[str], random.Random], None]] = [
    removed_line,
    doubled_line,
    swapped_lines,
    cut_line,
    changed_character,
    shifted_line,
    foreign_value,
]


def loaded_or_refused(directory: Path | None) -> str:
    """Load a directory; whatever else than an answer or its faults comes out of it fails the test."""
    try:
        gcmilo.load(directory)
    except gcmilo.DataError as error:
        check_faults(error.faults, directory)
        return "refused"
    return "loaded"


def check_faults(faults: Sequence[gcmilo.Fault], directory: Path | None) -> None:
    assert faults
    for fault in faults:
        path = (directory or DATA) / Path(fault.file).name
        assert fault.file == f"{directory or 'data'}/{path.name}"
        assert fault.text
        if directory and fault.line is not None:
            assert 1 <= fault.line <= path.read_bytes().count(b"\n") + 1
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", str(fault))


@pytest.mark.slow
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_mutated_files_load_or_are_refused_and_nothing_else(
    plan: Path, mutate: Callable[..., None]
) -> None:
    chance = random.Random(mutate.__name__)  # noqa: S311 - the same every time, and no secret
    seen: Counter[str] = Counter()
    for _ in range(15):
        name = chance.choice(PLAN_FILES).name
        lines = (SMALL_PLAN / name).read_text(encoding="utf-8").split("\n")
        mutate(lines, chance)
        (plan / name).write_text("\n".join(lines), encoding="utf-8")
        seen[loaded_or_refused(plan)] += 1
        shutil.copy(SMALL_PLAN / name, plan)
    assert seen.total() == 15
    assert seen["refused"] >= 4


@pytest.mark.slow
def test_mutated_objectives_load_or_are_refused(data: Path) -> None:
    name = "objectives.yaml"
    chance = random.Random(name)  # noqa: S311
    seen: Counter[str] = Counter()
    for number in range(14):
        lines = (DATA / name).read_text(encoding="utf-8").split("\n")
        MUTATIONS[number % len(MUTATIONS)](lines, chance)
        (data / name).write_text("\n".join(lines), encoding="utf-8")
        seen[loaded_or_refused(None)] += 1
    assert seen["refused"] >= 5


@pytest.mark.parametrize(
    ("content", "last"),
    [
        ("plan_points:\n" + "- x\n" * 5_000, "1000 faults are enough; the rest is not read"),
        ("a: 1\n" * 5_000, "1000 faults are enough; the rest is not read"),
        ("".join(f"k{number}: x\n" for number in range(5_000)), "a mapping has more than 100 keys"),
    ],
    ids=["items", "doubled keys", "keys"],
)
def test_faults_are_bounded(own: Path, content: str, last: str) -> None:
    (own / "plan_points.yaml").write_text(content, encoding="utf-8")
    faults = faults_of(own)
    assert len(faults) <= 1_010
    assert last in [fault.text for fault in faults]
