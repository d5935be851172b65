"""Makes a Python elsewhere lack what Windows lacks, and read and write text as it does there by
default.

Python runs it at its start where this folder stands on PYTHONPATH. It cannot give the paths, the
console and the locks of Windows.
"""

import builtins
import io
import os
import signal
import sys
from typing import Any

MODULES = """
crypt curses fcntl grp nis pty pwd readline resource spwd syslog termios tty
"""
NAMES_OF_OS = """
O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_SYNC chown chroot confstr ctermid fchdir fchmod fchown fork
forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp getpriority getsid getuid initgroups killpg lchown
mkfifo mknod nice openpty pathconf pread pwrite readv sched_yield sendfile setegid seteuid setgid setgroups setpgid
setpriority setsid setuid statvfs sync sysconf tcgetpgrp tcsetpgrp ttyname uname wait wait3 wait4 writev
"""
NAMES_OF_SIGNAL = """
SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2 SIGWINCH alarm pause pthread_kill
pthread_sigmask setitimer siginterrupt sigpending sigwait
"""
_open: Any = io.open


def open_as_on_windows(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: Any = None,
    errors: Any = None,
    newline: Any = None,
    **more: Any,
) -> Any:
    """Open a file; text without an encoding is in Windows-1252, and written without a line end it
    gets CRLF.
    """
    if "b" not in mode:
        encoding = "cp1252" if encoding in (None, "locale") else encoding
        newline = "\r\n" if newline is None and "r" not in mode else newline
    return _open(file, mode, buffering, encoding, errors, newline, **more)


for module in MODULES.split():
    sys.modules[module] = None  # type: ignore[assignment]
for owner, names in ((os, NAMES_OF_OS), (signal, NAMES_OF_SIGNAL)):
    for name in names.split():
        if hasattr(owner, name):
            delattr(owner, name)
builtins.open = io.open = open_as_on_windows
for stream, errors in (
    (sys.stdout, "strict"),
    (sys.stderr, "backslashreplace"),
    (sys.stdin, "strict"),
):
    stream.reconfigure(
        encoding="cp1252", errors=errors, newline=None if stream is sys.stdin else "\r\n"
    )  # type: ignore[union-attr]
