"""Entry point of the program: ``gcmilo`` and ``python -m gcmilo``."""

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and end the process with its exit code."""
    # A run is over before a search for cyclic garbage pays.
    gc.set_threshold(100_000)
    try:
        from gcmilo.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # All is written and flushed. To free what was used, piece by piece, would take a sixth of the time of an answer.
    os._exit(code)


if __name__ == "__main__":
    main()
