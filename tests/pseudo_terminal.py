"""A pseudo-terminal: one side is what a program takes for its terminal, the other is the person at
it.
"""

import fcntl
import os
import select
import signal
import struct
import termios

PATIENCE = 60.0
"""Seconds until what should be shown is given up; a busy machine may need some."""


class PseudoTerminal:
    """A terminal of a size. A program is given its ``side``, and leads a session that makes the
    terminal its own.
    """

    def __init__(self, columns: int, rows: int = 24) -> None:
        self._here, self.side = os.openpty()
        fcntl.ioctl(self.side, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def own(self) -> None:
        """Make it the terminal whose keys interrupt this process: for a child that is about to
        begin its program.
        """
        take_interrupts()
        fcntl.ioctl(self.side, termios.TIOCSCTTY, 0)

    def give(self) -> None:
        """Leave the program's side to the program alone, so that there is an end of what is shown."""
        os.close(self.side)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._here, keys.encode())

    def read(self) -> bytes:
        """Return what is shown next: nothing at the end, and where nothing is shown for long."""
        ready, *_ = select.select([self._here], [], [], PATIENCE)
        try:
            return os.read(self._here, 65_536) if ready else b""
        except OSError:  # what a terminal says at its end on Linux
            return b""

    def close(self) -> None:
        """Close the person's side."""
        os.close(self._here)


def take_interrupts() -> None:
    """Take SIGINT as a program on a terminal does; one that a script starts in the background
    ignores it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
