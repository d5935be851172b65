"""Footnotes of plain text and PDF, which stand at the foot of a page or among the text."""

import re
from collections.abc import Sequence

from gcmilo.reader.pieces import Draft, RawTable

_NOTE = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_])")
_ADDRESS = re.compile(r"\s*https?://")
_RULE = re.compile(r"\s*[_–—-]{5,}\s*")
_MOST_ABOVE = 40
"""How many paragraphs above a footnote may have its mark."""


def with_footnotes(drafts: Sequence[Draft | RawTable], *, is_paged: bool) -> list[Draft | RawTable]:
    """Return the drafts with the footnotes marked, each a draft of its own.

    Footnotes are numbered in one sequence, and have their marks in the text above. One ends with
    its page; where there are no pages it is one paragraph, and the addresses below it.
    """
    found: list[Draft | RawTable] = []
    body: list[Draft] = []
    number = 1
    in_note = False
    for draft in drafts:
        if isinstance(draft, RawTable):
            in_note = False
            found.append(draft)
            continue
        in_note = in_note and not draft.is_first and (is_paged or _is_address(draft))
        if in_note or (_begins(draft.lines[0], number) and _is_marked(body, number)):
            number = _add_note(found, draft, number)
            in_note = True
        elif not _is_rule(draft):
            found.append(draft)
            body = [*body[-_MOST_ABOVE:], draft]
    return found


def _is_address(draft: Draft) -> bool:
    return bool(_ADDRESS.match(draft.lines[0]))


def _is_rule(draft: Draft) -> bool:
    return len(draft.lines) == 1 and bool(_RULE.fullmatch(draft.lines[0]))


def _begins(line: str, number: int) -> bool:
    found = _NOTE.match(line)
    return found is not None and int(found[1]) == number


def _is_marked(body: Sequence[Draft], number: int) -> bool:
    """Whether the number stands behind a word or a sign in the text above."""
    mark = re.compile(rf"(?:[^\W\d_]|[.,;:)”’\"'»])\s?{number}(?![\d.,]*\d)(?=\W|$)")
    return any(mark.search("\n".join(draft.lines)) for draft in body)


def _add_note(found: list[Draft | RawTable], draft: Draft, number: int) -> int:
    """Add the lines to the notes, and return the number of the next note."""
    for at, line in enumerate(draft.lines):
        last = found[-1]
        if _begins(line, number):
            text = _NOTE.sub("", line, count=1)
            found.append(
                Draft((text,), draft.line + at, draft.page, draft.width, footnote=str(number))
            )
            number += 1
        elif isinstance(last, Draft):
            found[-1] = last.with_lines((line,))
    return number
