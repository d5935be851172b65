"""A draft with its files, as it is written and told."""

from gcmilo.crosswalk import Crosswalk
from gcmilo.drafting.draft import Chosen, DraftAnswer, Written
from gcmilo.drafting.files import draft_files
from gcmilo.drafting.from_file import draft_plan
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Document


def draft_answer(
    crosswalk: Crosswalk,
    document: Document,
    directory: str,
    chosen: Chosen | None = None,
    report: ProgressCallback = no_progress,
) -> DraftAnswer:
    """Return the draft of a plan from a file, and the files that are to be in a directory.

    Raises:
        InputError: no objective is named, or the table cannot be read.
    """
    draft = draft_plan(crosswalk, document, chosen, report)
    counts = {
        "plan.yaml": 2,
        "plan_points.yaml": len(draft.points),
        "coverage.yaml": len(crosswalk.objectives),
        "linkages.yaml": len(draft.linkages),
        "paragraphs.yaml": len(draft.paragraphs),
    }
    files = draft_files(draft, crosswalk.objectives)
    written = tuple(Written(name, count) for name, count in counts.items() if name in files)
    return DraftAnswer(directory, draft, files, written)
