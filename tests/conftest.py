"""What the tests share: the crosswalk, the command line run in this process, copies of the data to
break.
"""

import importlib.util
import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import gcmilo
from gcmilo.cli.main import run as run_command_line
from gcmilo.tables import COMPACT_FILES, PLAN_FILES
from source_document import REAL, WITHOUT_SOURCE

settings.register_profile("alike", derandomize=True, database=None, deadline=None, max_examples=150)
settings.load_profile("alike")

collect_ignore = [
    "as_on_windows"
]  # the import of what is in there changes the Python that imports it

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(str(files("gcmilo.data")))
SMALL_PLAN = ROOT / "tests" / "small_plan"
TABLE_PLAN = SMALL_PLAN.with_name("table_plan")
"""The plan that the tests ask about. The bundled one may change, and its values are tested in
test_data.py alone.
"""


@dataclass(frozen=True)
class Done:
    """What a run of the command line left behind."""

    code: int
    out: bytes
    err: bytes

    @cached_property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @cached_property
    def said(self) -> str:
        return self.err.decode("utf-8")

    @cached_property
    def data(self) -> Any:
        return json.loads(self.out)


class Stream(io.TextIOWrapper):
    """A standard stream of which the bytes are kept, and which may be a terminal."""

    def __init__(self, encoding: str, terminal: bool) -> None:
        self.bytes = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        return self.terminal


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, about the small plan unless the bundled one is asked for.

    Other keywords than these are environment variables.
    """

    def run(
        *arguments: str,
        bundled: bool = False,
        terminal: bool = False,
        encoding: str = "utf-8",
        **environment: str,
    ) -> Done:
        plan = {} if bundled else {"GCMILO_PLAN": str(SMALL_PLAN)}
        out, err = Stream(encoding, terminal), Stream(encoding, terminal)
        with monkeypatch.context() as patch:
            for name in ("NO_COLOR", "FORCE_COLOR", "GCMILO_PLAN"):
                patch.delenv(name, raising=False)
            for name, value in {"COLUMNS": "100", "TERM": "xterm", **plan, **environment}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run_command_line(list(arguments))
        return Done(code, out.bytes.getvalue(), err.bytes.getvalue())

    return run


@pytest.fixture(scope="session")
def crosswalk() -> gcmilo.Crosswalk:
    """The crosswalk of the small plan."""
    return gcmilo.load(SMALL_PLAN)


@pytest.fixture(scope="session")
def table_crosswalk() -> gcmilo.Crosswalk:
    """The crosswalk of a plan whose linkages have places in words, most of them by rows."""
    return gcmilo.load(TABLE_PLAN)


@pytest.fixture(scope="session")
def bundled() -> gcmilo.Crosswalk:
    """The bundled crosswalk."""
    return gcmilo.load()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of the small plan, to be broken or added to."""
    return copied([file.name for file in PLAN_FILES], tmp_path / "plan", SMALL_PLAN)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all the bundled data, which ``load`` takes for the bundled data."""
    copy = copied([file.name for file in (*COMPACT_FILES, *PLAN_FILES)], tmp_path / "data")
    monkeypatch.setattr("gcmilo.bundled.data_directory", lambda: copy)
    return copy


def copied(names: list[str], directory: Path, source: Path = DATA) -> Path:
    """Copy files into a new directory, those of the bundled data unless others are meant."""
    directory.mkdir()
    for name in names:
        shutil.copy(source / name, directory)
    return directory


def faults_of(directory: Path | None) -> list[gcmilo.Fault]:
    """Load a directory, or the bundled data, and return its faults."""
    with pytest.raises(gcmilo.DataError) as raised:
        gcmilo.load(directory)
    return list(raised.value.faults)


def line_of(path: Path, text: str) -> int:
    """Return the number of the first line that holds a text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file."""
    before = path.read_text(encoding="utf-8")
    assert old in before, f"{old!r} is not in {path.name}"
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


def unless_all_is_required(reason: str) -> None:
    """Skip a test aloud, or fail it where nothing may be skipped."""
    if os.environ.get("GCMILO_REQUIRE_ALL"):
        pytest.fail(f"GCMILO_REQUIRE_ALL is set, and {reason}")
    pytest.skip(reason)


_READERS = {
    ".docx": "docx",
    ".ods": "python_calamine",
    ".pdf": "pypdfium2",
    ".xls": "python_calamine",
    ".xlsx": "python_calamine",
}
"""The library of the extra ``office`` that reads a form, by the suffix of its files."""


def require_reader(path: str | Path) -> None:
    """Skip a test, or fail, where the library that reads a file is not installed."""
    library = _READERS.get(Path(path).suffix)
    if library and importlib.util.find_spec(library) is None:
        unless_all_is_required(f"{library} is not installed; it is in the extra office")


@pytest.fixture(scope="session")
def require() -> Callable[[str], str]:
    """Return the path of a program that is not part of the project; without it the test is skipped,
    or fails.
    """

    def require(program: str) -> str:
        path = shutil.which(program)
        if path is None:
            unless_all_is_required(f"{program} is not installed")
        return str(path)

    return require


@pytest.fixture(scope="session")
def beside() -> Callable[[str], Path]:
    """Return what is kept beside the source document and is no part of the project; without it the
    test is skipped.
    """

    def beside(pattern: str) -> Path:
        found = sorted(REAL.parents[1].glob(pattern))
        if not found:
            pytest.skip(f"there is no {pattern} to check the data against; {WITHOUT_SOURCE}")
        return found[0]

    return beside
