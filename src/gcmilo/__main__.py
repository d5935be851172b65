"""Entry point of the program: ``gcmilo`` and ``python -m gcmilo``."""

import gc
import sys


def main() -> None:
    """Run the program and exit."""
    # A run is over before a search for cyclic garbage pays, at its end as well: a fifth of the time of an answer.
    gc.set_threshold(100_000)
    try:
        from gcmilo.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
