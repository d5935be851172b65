"""Running the program as a process: in a clean environment, in a pipe, in a pipe made small, on a
terminal.
"""

import fcntl
import os
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import pytest

from pseudo_terminal import PseudoTerminal, take_interrupts

BIN = Path(sys.executable).parent
SCRIPT = [str(BIN / "gcmilo")]
MODULE = [sys.executable, "-m", "gcmilo"]
FIT = 4_096
"""How many bytes a pipe made small holds."""

Done = subprocess.CompletedProcess[bytes]


def environment(**more: str) -> dict[str, str]:
    """The environment of the tests without what the program heeds."""
    unwanted = ("GCMILO_", "LC_", "LANG", "PYTHON", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
    return {
        name: value for name, value in os.environ.items() if not name.startswith(unwanted)
    } | more


def process(
    program: list[str], *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, **more: str
) -> Done:
    """Run a program to its end."""
    return subprocess.run(
        [*program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(**more),
        check=False,
        timeout=60,
    )


def small_pipe(program: Sequence[str], *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    """Start a program whose stdout is a pipe that holds less than its answer."""
    if not hasattr(fcntl, "F_SETPIPE_SZ"):
        pytest.skip("pipes cannot be made small here")
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, FIT)
    running = subprocess.Popen(
        [*program, *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(**more),
        preexec_fn=take_interrupts,  # noqa: PLW1509 - the tests run in one thread
    )
    os.close(writer)
    running.stdout = os.fdopen(reader, "rb", buffering=0)
    return running


def wait_until_full(running: subprocess.Popen[bytes]) -> None:
    """Return when the program has filled its small pipe, so that it has begun and cannot end."""
    assert running.stdout is not None
    while running.poll() is None and waiting_bytes(running.stdout.fileno()) < FIT:
        time.sleep(0.01)


def waiting_bytes(descriptor: int) -> int:
    held = fcntl.ioctl(descriptor, termios.FIONREAD, b"\0" * 4)
    return int(struct.unpack("i", held)[0])


class Terminal:
    """A terminal of a width, and a program that has it for its stdout and its keyboard. stderr is a
    pipe.
    """

    def __init__(self, program: Sequence[str], width: int, **more: str) -> None:
        self._terminal = PseudoTerminal(width)
        self.press, self.read = self._terminal.press, self._terminal.read
        self.running = subprocess.Popen(
            program,
            stdin=self._terminal.side,
            stdout=self._terminal.side,
            stderr=subprocess.PIPE,
            env=environment(TERM="xterm", **more),
            start_new_session=True,
            preexec_fn=self._terminal.own,  # noqa: PLW1509 - the tests run in one thread
        )
        self._terminal.give()

    def done(self) -> Done:
        """Return what was shown until the program ended."""
        shown = b""
        while part := self.read():
            shown += part
        assert self.running.stderr is not None
        said = self.running.stderr.read()
        self.running.stderr.close()
        self._terminal.close()
        return Done(self.running.args, self.running.wait(60), shown.replace(b"\r\n", b"\n"), said)
