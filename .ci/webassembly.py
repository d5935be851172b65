"""A plugin of pytest for Python as WebAssembly: it skips the tests that need what is missing there.

Any other test fails as it does elsewhere. The summary lists what was skipped.
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
"""The modules that tests import and that are missing, and why."""


class SkipOnImport:
    """A finder of modules. What imports a missing one, a test or a whole file, is skipped."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Return None for any other module, which the next finder then looks for."""
        if name in MISSING:
            pytest.skip(f"{name} is missing: {MISSING[name]}", allow_module_level=True)


def skipping(what: str) -> Callable[..., NoReturn]:
    """Return a function of any arguments that skips the test which calls it."""
    return lambda *_, **__: pytest.skip(f"WebAssembly has no {what}")


def pytest_configure() -> None:
    """Replace what is missing."""
    sys.meta_path.insert(0, SkipOnImport)
    subprocess.Popen.__init__ = skipping("processes")
    threading.Thread.start = skipping("threads")
    os.mkfifo = skipping("named pipes")
    os.openpty = skipping("terminals")
    del fcntl.F_SETPIPE_SZ  # the name is there, but pipes have one size


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report for each module how many tests were skipped, or all, and why."""
    counts: Counter[tuple[str, bool, str]] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        module, _, test = report.nodeid.partition("::")
        _, _, reason = report.longrepr
        # A module that is skipped as a whole is reported without the name of a test.
        counts[module, bool(test), reason.removeprefix("Skipped: ")] += 1
    for (module, in_part, reason), count in sorted(counts.items()):
        number = count if in_part else "all"
        terminalreporter.line(f"{module}: {number} left out: {reason}")
