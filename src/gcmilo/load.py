"""Loading a crosswalk: the bundled one, or one with a user's own plan from a directory."""

from pathlib import Path

from gcmilo import bundled
from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import DataError
from gcmilo.progress import ProgressCallback, no_progress


def load(directory: str | Path | None = None, report: ProgressCallback = no_progress) -> Crosswalk:
    """Return the crosswalk of a directory's plan, or of the bundled ILO plan of action.

    The Compact side is always the bundled one. Of the plan side, ``plan.yaml`` and
    ``plan_points.yaml`` must be in the directory; any other missing file has no records.
    ``report`` gets the progress of the reading.

    Raises:
        DataError: the data has faults; ``faults`` lists them all, with file and line.

    >>> crosswalk = load()
    >>> len(crosswalk.objectives), crosswalk.source.symbol
    (23, 'GB.335/POL/1(Rev.)')
    """
    compiled = bundled.compiled() if directory is None else None
    if compiled is not None:
        return compiled
    from gcmilo.examine import examine  # here, because the compiled data loads faster without it

    examined = examine(directory, report)
    if examined.faults:
        raise DataError(examined.faults)
    return examined.crosswalk()
