"""Entry point of the program: ``gcmilo`` and ``python -m gcmilo``."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and end the process with its exit code."""
    # A run is over before a search for cyclic garbage pays off.
    gc.set_threshold(100_000)
    try:
        from gcmilo.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130  # ExitCode.INTERRUPTED, which is not imported yet if the import was interrupted
    # Python collects garbage once more as it ends; what is frozen is left out.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
