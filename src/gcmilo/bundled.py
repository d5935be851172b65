"""Where the bundled data is, and the crosswalk that the build compiled from it."""

import pickle
from importlib import import_module
from pathlib import Path

from gcmilo.crosswalk import Crosswalk

COMPILED = "crosswalk.pickle"


def data_directory() -> Path:
    """Return the directory of the bundled data files."""
    return Path(import_module("gcmilo.data").__path__[0])


def compiled() -> Crosswalk | None:
    """Return the crosswalk that the build compiled from the data files, or None.

    An editable install has the files alone, so that an edit counts at once.
    """
    try:
        content = (data_directory() / COMPILED).read_bytes()
    except FileNotFoundError:
        return None
    crosswalk: Crosswalk = pickle.loads(content)  # noqa: S301 - the build wrote it, as it wrote the code beside it
    return crosswalk


def compile_to(path: Path, crosswalk: Crosswalk) -> None:
    """Write a crosswalk in the form that ``compiled`` reads."""
    path.write_bytes(pickle.dumps(crosswalk, protocol=5))
