"""The documentation is true: its examples run, its promises are what the program does, its links
lead somewhere.
"""

import doctest
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import gcmilo
from docs_blocks import commands_by_panel, options, run
from gcmilo import load, model
from gcmilo.export import ExportFormat
from gcmilo.fields import Each, Kind, Maybe, RecordField
from gcmilo.output.render import Format
from gcmilo.query import changes, compare, gaps, resolve
from gcmilo.tables import COMPACT_FILES, PLAN_FILES

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
INDEX = ROOT / "docs/README.md"
RUN = (
    "python3 -m venv .venv && .venv/bin/pip install -q '.[office]' && .venv/bin/gcmilo objective 6"
)
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"

pytestmark = pytest.mark.skipif(
    not (ROOT / "docs").is_dir(), reason="the documentation is not beside the tests"
)

COMMANDS = [name for names in commands_by_panel().values() for name in names]
JSON_COMMANDS = [name for name in COMMANDS if "--json" in options(name)]
ENUMERATIONS: list[type[StrEnum]] = [
    found
    for found in {
        **vars(model),
        **vars(gaps),
        **vars(changes),
        **vars(compare),
        **vars(resolve),
    }.values()
    if isinstance(found, type) and issubclass(found, StrEnum) and found.__members__
]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def sections(text: str, level: str) -> dict[str, str]:
    """The text under each heading of a level, down to the next heading of that level or above."""
    parts = re.split(rf"^(#{{1,{len(level)}}}) (.+)$", without_code(text), flags=re.MULTILINE)
    return {
        name.strip("`"): body
        for mark, name, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
        if mark == level
    }


def anchor(heading: str) -> str:
    """The name by which a link reaches a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# Examples


@pytest.mark.parametrize("name", ["README.md", "docs/python.md"])
def test_python_blocks_run(name: str) -> None:
    blocks = "\n".join(
        re.findall(r"^```pycon\n(.*?)^```$", text_of(name), re.DOTALL | re.MULTILINE)
    )
    found = doctest.DocTestParser().get_doctest(blocks, {}, name, name, 0)
    assert found.examples
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(found, out=report.append)
    assert not report, "".join(report)


@pytest.mark.slow
def test_what_cog_puts_in_is_what_the_program_prints() -> None:
    missing = [name for name in ("cogapp",) if importlib.util.find_spec(name) is None]
    missing += [name for name in ("jq",) if shutil.which(name) is None]
    if missing:
        (pytest.fail if os.environ.get("GCMILO_REQUIRE_ALL") else pytest.skip)(
            f"not installed: {', '.join(missing)}"
        )
    pages = ["README.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md")))]
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", *pages, "man/gcmilo.1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, (
        f"run: cog -r README.md docs/*.md man/gcmilo.1\n{done.stdout}{done.stderr}"
    )


def test_every_public_name_stands_in_the_page_on_python() -> None:
    page = text_of("docs/python.md")
    assert [name for name in gcmilo.__all__ if not re.search(rf"\b{name}\b", page)] == []
    named = re.findall(r"^\| `.*$", page, re.MULTILINE)
    functions = [name for row in named for name in re.findall(r"`(\w+)\(crosswalk", row)]
    assert sorted(functions) == sorted(
        name
        for name in gcmilo.__all__
        if name.islower() and name not in {"load", "read_document", "read_source", "to_data"}
    )


# Set-up


@pytest.mark.parametrize("command", [RUN, TEST])
def test_the_set_up_commands_are_in_the_readme_once_and_early(command: str) -> None:
    lines = text_of("README.md").splitlines()
    assert lines.count(command) == 1
    assert lines.index(command) < 40
    assert text_of("README.md").count(command) == 1


def test_ci_takes_the_test_command_from_the_readme() -> None:
    script = text_of(".ci/run")
    (pattern,) = re.findall(r"grep -E '([^']+)' README\.md", script)
    assert [line for line in text_of("README.md").splitlines() if re.search(pattern, line)] == [
        TEST
    ]
    assert TEST not in script
    assert os.access(ROOT / ".ci/run", os.X_OK)


# The command line


def test_every_command_stands_in_the_reference_once() -> None:
    headings = re.findall(r"^### gcmilo (\S+)$", text_of("docs/cli.md"), re.MULTILINE)
    assert headings == COMMANDS


def test_every_command_that_the_pages_write_exists() -> None:
    written = {
        (page.name, name)
        for page in PAGES
        for name in re.findall(
            r"(?:\$ |`|\| |^)gcmilo ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert {name for _, name in written} >= set(COMMANDS)
    assert [(page, name) for page, name in sorted(written) if name not in COMMANDS] == []


def test_the_questions_of_the_readme_are_answered() -> None:
    questions = re.findall(r"^\| .+ \| (`gcmilo .+`) \|$", text_of("README.md"), re.MULTILINE)
    asked = [question for row in questions for question in re.findall(r"`(gcmilo [^`]+)`", row)]
    assert len(asked) > 15
    for question in asked:
        assert not run(question).startswith("gcmilo: ")


def test_every_exit_code_stands_in_the_reference_and_the_readme() -> None:
    from gcmilo.cli.main import ExitCode

    for name in ("docs/cli.md", "README.md"):
        rows = re.findall(
            r"^\| ([\d, ]+) \|", sections(text_of(name), "##")["Exit codes"], re.MULTILINE
        )
        assert [int(code) for row in rows for code in row.split(",")] == sorted(ExitCode)


@pytest.mark.parametrize("words", [*ENUMERATIONS, Format], ids=lambda words: words.__name__)
def test_every_word_stands_in_the_docs(words: type[StrEnum]) -> None:
    vocabulary = text_of("docs/json.md")
    reference = " ".join(text_of("docs/cli.md").split()).replace("- ", "-")
    for word in words:
        if words is not Format:
            assert f"`{word}`" in vocabulary
        if words in (
            Format,
            model.Status,
            model.Basis,
            model.Stance,
            model.ActivityKind,
            model.TensionKind,
            model.TreeBy,
        ):
            assert re.search(rf"(?<![\w-]){word.replace('_', '-')}(?![\w-])", reference)


# The JSON contract

Answers = Callable[[str], list[Any]]
Key = tuple[str, str]
"""A key with the way to it, such as ``coverage.status`` or ``actions[].ref``, and its type as
documented.
"""

ASKED = {
    "objective": ["6", "6l", "2", "4", "15", "20", "23"],
    "plan-point": ["12a", "12d", "13a", "18"],
    "paragraph": ["1", "12", "17"],
    "activity": ["ethiopia-returnees", "fair-recruitment-initiative"],
    "tree": ["", "--by plan-point"],
    "search": ["remesas"],
    "resolve": ["'objective 5(c), SDG 8.8 and point 12b'", "12"],
    "mentions": ["text.txt", "text.txt --objective 6", "table.csv"],
    "cite": ["6l 13d", "12 --style bibtex"],
    "brief": ["6l 20 --round-table 1", "", "1 --sdg 10.7 --status addressed"],
    "verify": ["table.csv"],
    "validate": ["changed", "broken"],
    "check": ["table.csv"],
    "init": ["from-table --from table.csv", "from-text --from text.txt"],
    "compare": ["changed", "started"],
}
"""What the commands are asked, where no arguments at all would not do, or would not show all of
their keys.

The files are those of the fixture ``answers``.
"""

TYPES = {"text": str, "number": int, "true": bool, "object": dict, "list": list}
SHARED = {"end", "linkage", "activity-shape", "document", "tension", "fault"}


def keys(section: str) -> list[Key]:
    return re.findall(r"^\| `(\S+)` \| (.+?) \| .*\|$", section, re.MULTILINE)


def contract(level: str) -> dict[str, list[Key]]:
    return {name: keys(body) for name, body in sections(text_of("docs/json.md"), level).items()}


def spread(documented: list[Key], shapes: dict[str, list[Key]], before: str = "") -> Iterator[Key]:
    """The documented keys, with those of a shared shape where one is referred to."""
    for key, type_ in documented:
        shape = re.search(r"\(#([\w-]+)\)", type_)
        if key != "…":
            yield before + key, type_
        if shape and shape[1] in SHARED:
            yield from spread(
                shapes[shape[1]], shapes, before if key == "…" else f"{before}{key}[]."
            )


def promised(command: str) -> dict[str, str]:
    """The type of every key that docs/json.md promises for a command, in order."""
    documented = contract("##")
    assert command in documented, f"docs/json.md has no section '## {command}'"
    return dict(
        spread(
            documented[command], {anchor(name): found for name, found in contract("###").items()}
        )
    )


def objects(
    data: Any, types: dict[str, str], before: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of an answer and the way to its keys, but for those whose keys are open."""
    yield before, data
    for key, value in data.items():
        if isinstance(value, dict) and types.get(before + key) != "object of number":
            yield from objects(value, types, f"{before}{key}.")
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict):
                yield from objects(item, types, f"{before}{key}[].")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Any]]:
    """Answers of a command as JSON, asked in a folder with plans and a table that have something
    wrong.
    """
    folder = tmp_path_factory.mktemp("asked")
    (folder / "table.csv").write_text(
        "Objective,Title\n4,Access to basic services\nn/a,\n", encoding="utf-8"
    )
    (folder / "text.txt").write_text("Point 13(d) serves objectives 6 and 99.\n", encoding="utf-8")
    run("gcmilo init started", folder=folder)
    for name, old, new in (
        ("changed", 'wording: "can support"', "wording: null"),
        ("broken", "basis:", "bases:"),
    ):
        shutil.copytree(str(files("gcmilo.data")), folder / name)
        linkages = folder / name / "linkages.yaml"
        linkages.write_text(
            linkages.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8"
        )

    @cache
    def ask(command: str) -> list[Any]:
        asked = ASKED.get(command, [""])
        return [
            json.loads(run(f"gcmilo {command} {arguments} --json", folder=folder))
            for arguments in asked
        ]

    return ask


def fits(value: Any, type_: str) -> bool:
    """Whether a value is of the type that the docs give it; a word of a vocabulary is a text."""
    if value is None:
        return type_.endswith(" or null")
    type_ = type_.removesuffix(" or null")
    if type_ == "object of number":
        return isinstance(value, dict) and all(isinstance(item, int) for item in value.values())
    if type_.startswith("list of "):
        inner: Any = TYPES.get(type_.removeprefix("list of "), dict | str)
        return isinstance(value, list) and all(isinstance(item, inner) for item in value)
    return isinstance(value, TYPES.get(type_.split(maxsplit=1)[0], str))


@pytest.mark.slow
@pytest.mark.parametrize("command", JSON_COMMANDS)
def test_every_key_stands_in_the_contract_in_its_order_with_its_type(
    command: str, answers: Answers
) -> None:
    types = promised(command)
    for data in answers(command):
        assert data["schema"] == f"gcmilo/{command}/1"
        for way, found in objects(data, types):
            direct = [
                key.removeprefix(way) for key in types if re.fullmatch(re.escape(way) + r"\w+", key)
            ]
            assert list(found) == direct, f"{way or 'the whole'} differs from docs/json.md"
            wrong = [way + key for key, value in found.items() if not fits(value, types[way + key])]
            assert not wrong, f"not of the types that docs/json.md gives: {wrong}"


@pytest.mark.slow
@pytest.mark.parametrize("command", JSON_COMMANDS)
def test_every_promised_key_can_be_had(command: str, answers: Answers) -> None:
    types = promised(command)
    had = {
        way + key
        for data in answers(command)
        for way, found in objects(data, types)
        for key in found
    }
    assert set(types) == had


# The data


def fields(kind: Kind) -> Iterator[str]:
    if isinstance(kind, Each | Maybe):
        yield from fields(kind.kind)
    elif isinstance(kind, RecordField):
        for name, inner in chain(kind.required.items(), kind.optional.items()):
            yield name
            yield from fields(inner)


@pytest.mark.parametrize("file", [*COMPACT_FILES, *PLAN_FILES], ids=lambda file: file.name)
def test_every_field_of_a_data_file_is_explained(file: Any) -> None:
    section = sections(text_of("docs/data.md"), "###")[file.name]
    missing = [
        name for table in file.tables for name in fields(table.item) if f"`{name}`" not in section
    ]
    assert not missing


# Links


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8"))):
        if target.startswith(("https://", "http://")):
            continue
        name, _, fragment = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if fragment:
            headings = re.findall(
                r"^#+ (.+)$", without_code(file.read_text(encoding="utf-8")), re.MULTILINE
            )
            assert fragment in map(anchor, headings), target


def test_the_index_lists_every_page_once_and_the_readme_leads_to_it() -> None:
    listed = re.findall(
        r"^\| \[(\S+)\]\((\S+)\) \| \S.* \|$", text_of("docs/README.md"), re.MULTILINE
    )
    assert [name for name, target in listed if name != target] == []
    assert sorted(name for name, _ in listed) == [
        page.name for page in PAGES if page.parent != ROOT and page != INDEX
    ]
    assert "](docs/README.md)" in text_of("README.md")


def test_the_changelog_counts_what_the_data_has() -> None:
    crosswalk = load()
    changelog = text_of("CHANGELOG.md")
    for count, what in (
        (len(crosswalk.objectives), "objectives"),
        (sum(len(objective.actions) for objective in crosswalk.objectives), "actions"),
        (len(crosswalk.paragraphs), "paragraphs"),
    ):
        assert re.search(rf"\b{count}\s+{what}\b", changelog)


def test_every_export_is_on_its_page() -> None:
    rows = re.findall(r"^\| (`.*?) \|", text_of("docs/export.md"), re.MULTILINE)
    named = [form for row in rows for form in re.findall(r"`(\w+)`", row)]
    assert [form for form in ExportFormat if form not in named] == []
