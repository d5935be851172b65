"""What an answer does not wait for. How long it takes is measured by benchmarks/, never here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SMALL_PLAN
from gcmilo import bundled, load

NEEDLESS = (
    "yaml",
    "rich",
    "pydantic",
    "sqlite3",
    "pypdfium2",
    "docx",
    "python_calamine",
    "gcmilo.reader",
    "gcmilo.received",
    "gcmilo.export.exporters",
    "gcmilo.examine",
    "gcmilo.output.pages",
)
LOOK_UPS = """objective 6|objectives|plan-point 2d|plan-points|paragraph 3|paragraphs|linkages|activities|documents
activity valley-returnees|gaps|coverage|tensions|matrix|tree|cite 6l|resolve 6l""".replace(
    "\n", "|"
).split("|")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("compiled")
    bundled.compile_to(directory / bundled.COMPILED, load(SMALL_PLAN))
    return directory


@pytest.mark.slow
@pytest.mark.parametrize("question", LOOK_UPS)
def test_a_look_up_as_json_leaves_out_what_it_does_not_need(question: str, compiled: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from gcmilo import bundled
from gcmilo.cli.main import run

bundled.data_directory = lambda: Path({str(compiled)!r})
code = run([*{question.split()!r}, "--json"])
loaded = [name for name in {NEEDLESS!r} if name in sys.modules]
sys.exit(f"needless: {{loaded}}" if loaded else code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)
