"""A program on a pseudo-terminal of its own, as a person at a terminal has it: typed to, and read."""

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 60.0
"""Seconds until what should be shown is given up; a busy machine may need some."""

_ESCAPE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, movements, modes
    rb"|\x1b\].*?(?:\x07|\x1b\\)"  # titles
    rb"|\x1b[ -/]*[0-~]",
    re.DOTALL,
)


class Terminal:
    """What is shown comes without colours and movements. What was waited for is not looked at again."""

    def __init__(self, program: list[str], environment: Mapping[str, str], folder: Path) -> None:
        self._ours, side = os.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 90, 0, 0))
        # The leader of a session gets the first terminal that it opens: Ctrl-C and job control need one.
        opened = ["sh", "-c", 'exec "$@" <>"$0" >&0 2>&0', os.ttyname(side), *program]
        self._running = subprocess.Popen(opened, env=dict(environment), cwd=folder, start_new_session=True)
        self._side = side
        self._seen = b""

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def shows(self, pattern: str) -> str:
        """Wait until a pattern is shown, and return all that was shown until then."""
        deadline = time.monotonic() + PATIENCE
        while True:
            shown = _ESCAPE.sub(b"", self._seen).decode(errors="replace")
            found = re.search(pattern, shown)
            if found:
                self._seen = shown[found.end() :].encode()
                return shown[: found.end()]
            assert self._read(deadline), f"{pattern!r} is not shown: {shown[-2000:]!r}"

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(0.0, deadline - time.monotonic()))
        if ready:
            self._seen += os.read(self._ours, 65_536)
        return bool(ready)

    def close(self) -> None:
        self._running.kill()
        self._running.wait()
        os.close(self._side)
        os.close(self._ours)
