"""Entry point of the program: ``gcmilo`` and ``python -m gcmilo``."""

import sys


def main() -> None:
    """Run the program and exit."""
    try:
        from gcmilo.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
