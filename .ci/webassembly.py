"""A plugin of pytest for Python as WebAssembly: a test that needs what is missing there is left out, and named.

A test fails as everywhere else, but for what is replaced here.
"""

import fcntl
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from typing import NoReturn

import pytest

MISSING = {
    "citeproc": "it needs lxml, which is compiled",
    "jsonschema": "it needs rpds-py, which is compiled",
    "reportlab": "it needs pillow, which is compiled",
    "resource": "WebAssembly counts no resources",
}
"""What the tests import and cannot have, and why."""


class Missing:
    """An import that leaves out the test, or the module of tests, which it stands in."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Leave to others what is not missing."""
        if name in MISSING:
            pytest.skip(f"{name} is missing: {MISSING[name]}", allow_module_level=True)


def lacking(what: str) -> Callable[..., NoReturn]:
    """Return a function that leaves out the test which calls it."""
    return lambda *_, **__: pytest.skip(f"WebAssembly has no {what}")


def pytest_configure() -> None:
    """Replace what is missing."""
    sys.meta_path.insert(0, Missing)
    subprocess.Popen.__init__ = lacking("processes")
    threading.Thread.start = lacking("threads")
    os.mkfifo = lacking("named pipes")
    os.openpty = lacking("terminals")
    del fcntl.F_SETPIPE_SZ  # the name is there, but pipes have one size


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of which module how many tests were left out, or all, and why."""
    reasons: Counter[tuple[str, bool, str]] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        module, _, test = report.nodeid.partition("::")
        reasons[module, bool(test), report.longrepr[2].removeprefix("Skipped: ")] += 1
    for (module, in_part, reason), count in sorted(reasons.items()):
        terminalreporter.line(f"{module}: {count if in_part else 'all'} left out: {reason}")
