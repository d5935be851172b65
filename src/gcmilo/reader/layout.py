"""Pages of lines into pieces and tables: what text files and PDF have in common."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from gcmilo.reader.aligned import Gap, aligned_tables, continued_table
from gcmilo.reader.appendix import with_numbered_tables
from gcmilo.reader.columns import in_reading_order
from gcmilo.reader.footnotes import with_footnotes
from gcmilo.reader.lines import Line, spaced, text_of_lines
from gcmilo.reader.pieces import Draft, Part, Piece, RawTable, table_of
from gcmilo.reader.running import running_lines

_ITEM = re.compile(
    r"\s*(?:[¶§]\s?\d{1,3}\b|\d{1,3}\s?[.)](?![\d.])\s*\S|\(?[a-z]{1,4}\)\s+\S|[-–—•·▪*]\s+\S)"
)
"""What begins an item or a numbered paragraph at the start of a line."""
_BARE_NUMBER = re.compile(r"\s*\d{1,3}\s+[A-Z]")
"""What begins a footnote or the row of an appendix."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\s?\d{0,3}\s*$")
_NO_HEADING_END = tuple(".,;:!?…-")
_GO_ON = frozenset(
    [
        "a",
        "and",
        "as",
        "at",
        "by",
        "for",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "au",
        "aux",
        "d'",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l'",
        "la",
        "le",
        "les",
        "ou",
        "par",
        "pour",
        "sur",
        "à",
        "al",
        "con",
        "del",
        "e",
        "el",
        "las",
        "los",
        "o",
        "para",
        "por",
        "y",
    ]
)
"""Words with which no heading ends, so that the line below goes on with it."""
_MOST_HEADING = 120
_LONG = 0.7
"""A line this long, beside the longest, is followed by a line of the same paragraph."""
_OPEN_ENDED = 0.3
"""The share of them that are full and end no sentence; paragraphs of one line end one."""
_DOUBLE_SPACED = 0.5
"""The share of lines that stand alone in a text whose every line is followed by a blank one."""


def parts_of(pages: Sequence[Sequence[Line]], *, is_paged: bool) -> list[Part]:
    """Return the pieces and tables of pages of lines, the running heads and feet left out.

    ``is_paged`` says whether a piece has the number of its page, or else that of its line.
    """
    drafts: list[Draft | RawTable] = []
    spaced_pages = [spaced(page) for page in pages]
    if is_paged:
        spaced_pages = _without_running_lines(spaced_pages)
    is_double = _is_double_spaced(spaced_pages)
    for flow in chain.from_iterable(map(in_reading_order, spaced_pages)):
        last = drafts[-1] if drafts else None
        gaps = last.gaps if isinstance(last, RawTable) else ()
        drafts.extend(_drafts(flow, gaps, is_double=is_double))
    drafts = with_footnotes(with_numbered_tables(drafts), is_paged=is_paged)
    parts: list[Part] = []
    tables = 0
    for draft in _joined(drafts):
        if isinstance(draft, RawTable):
            tables += 1
            parts.append(table_of(tables, draft.rows))
        else:
            parts.append(_piece(draft, is_paged=is_paged))
    return parts


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    running = running_lines([text_of_lines(page).split("\n") for page in pages])
    found: list[list[Line]] = []
    for page, left_out in zip(pages, running, strict=True):
        found.append(spaced([line for at, line in enumerate(page) if at not in left_out]))
    return found


def _is_double_spaced(pages: Sequence[Sequence[Line]]) -> bool:
    alone = filled = open_ended = 0
    width = max(map(_width, pages), default=0)
    for page in pages:
        texts = [line.text for line in page]
        for before, line, after in zip(["", *texts], texts, [*texts[1:], ""], strict=False):
            if not line.strip():
                continue
            filled += 1
            if before.strip() or after.strip():
                continue
            alone += 1
            is_item = _ITEM.match(line) or _BARE_NUMBER.match(line)
            is_long = len(line) > width * _LONG
            open_ended += bool(is_long and not is_item and not _SENTENCE_END.search(line))
    return alone > filled * _DOUBLE_SPACED and open_ended > max(alone * _OPEN_ENDED, 5)


def _drafts(
    flow: Sequence[Line], gaps: Sequence[Gap], *, is_double: bool
) -> list[Draft | RawTable]:
    """The tables of a flow, and the paragraphs between them.

    ``gaps`` are those of the table with which the flow before ended.
    """
    texts = [line.text for line in flow]
    width = _width(flow)
    drafts: list[Draft | RawTable] = []
    at = 0
    going_on = continued_table(texts, gaps) if gaps else None
    if going_on:
        drafts.append(RawTable(going_on.rows, going_on.gaps, goes_on=True))
        at = going_on.last
    start = at
    for table in aligned_tables(texts[start:]):
        drafts.extend(_paragraphs(flow[at : start + table.first], width, is_double=is_double))
        drafts.append(RawTable(table.rows, table.gaps))
        at = start + table.last
    drafts.extend(_paragraphs(flow[at:], width, is_double=is_double))
    if drafts and isinstance(drafts[0], Draft):
        drafts[0] = drafts[0].first_of_flow()
    return drafts


def _width(flow: Sequence[Line]) -> int:
    """How long a full line of a flow is; the very longest may be an exception."""
    lengths = sorted(len(line.text) for line in flow if line.text)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _paragraphs(lines: Sequence[Line], width: int, *, is_double: bool) -> Iterator[Draft]:
    blocks = _blocks(lines)
    if is_double:
        blocks = _joined_double_spaced(blocks, width)
    for block in blocks:
        for group in _split(block, width):
            yield Draft(tuple(line.text for line in group), group[0].number, group[0].page, width)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between blank ones."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _joined_double_spaced(blocks: Sequence[list[Line]], width: int) -> list[list[Line]]:
    joined: list[list[Line]] = []
    for block in blocks:
        if joined and _goes_on(joined[-1][-1].text, block, width):
            joined[-1].extend(block)
        else:
            joined.append(list(block))
    return joined


def _goes_on(before: str, block: Sequence[Line], width: int) -> bool:
    text = block[0].text
    if _ITEM.match(text) or _BARE_NUMBER.match(text):
        return False
    ends = bool(_SENTENCE_END.search(before))
    if len(before) < width * _LONG:
        return not ends and text.lstrip()[0].islower()
    is_heading_like = len(text) < width * _LONG and not _SENTENCE_END.search(block[-1].text)
    return not (ends and is_heading_like)


def _split(block: Sequence[Line], width: int) -> list[list[Line]]:
    """A block without blank lines, split before items and behind a heading."""
    groups: list[list[Line]] = [[block[0]]]
    for before, line in pairwise(block):
        is_heading = len(groups[-1]) == 1 and _is_heading_above(before.text, line.text, width)
        is_item = bool(_ITEM.match(line.text)) and _may_end(before.text, width)
        if is_heading or is_item or _ends_paragraph(before.text, line.text, width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _may_end(line: str, width: int) -> bool:
    return len(line) < width * _LONG or "://" in line or bool(_SENTENCE_END.search(line))


def _ends_paragraph(line: str, below: str, width: int) -> bool:
    """Whether a line is the last of its paragraph: it ends a sentence and is not full."""
    is_short = len(line) < width * _LONG
    return is_short and bool(_SENTENCE_END.search(line)) and below.lstrip()[:1].isupper()


def _is_heading_above(line: str, below: str, width: int) -> bool:
    start = below.lstrip()[:1]
    return (
        len(line) < width * _LONG
        and is_heading_text(line)
        and line.rsplit(maxsplit=1)[-1] not in _GO_ON
        and (start.isupper() or start.isdigit())
    )


def is_heading_text(text: str) -> bool:
    """Whether a line may be a heading: short, begins as one, and does not end as a sentence."""
    text = text.strip()
    start = text.lstrip("\"'“«¿¡(")[:1]
    return (
        0 < len(text) <= _MOST_HEADING
        and not text.endswith(_NO_HEADING_END)
        and (start.isupper() or start.isdigit())
    )


def _joined(drafts: Sequence[Draft | RawTable]) -> list[Draft | RawTable]:
    """The drafts, with paragraphs and tables that go on over a page break in one."""
    joined: list[Draft | RawTable] = []
    for draft in drafts:
        at = _before(joined)
        above = joined[at] if at is not None else None
        if isinstance(draft, RawTable):
            last = joined[-1] if joined else None
            if isinstance(last, RawTable) and draft.goes_on:
                joined[-1] = RawTable(_joined_rows(last.rows, draft.rows))
                continue
        elif at is not None and isinstance(above, Draft) and _goes_on_over_break(above, draft):
            joined[at] = above.with_lines(draft.lines)
            continue
        joined.append(draft)
    return joined


def _joined_rows(
    above: tuple[tuple[str, ...], ...], below: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """The rows of a table and those on the next page, without the heading that it repeats there.

    A row that the page break cuts in two is one.
    """
    if below[0] == above[0]:
        return above + below[1:]
    first, last = below[0], above[-1]
    is_cut = first[0][:1].islower() or not first[0]
    if not is_cut:
        return above + below
    row = tuple(f"{one} {other}".strip() for one, other in zip(last, first, strict=True))
    return (*above[:-1], row, *below[1:])


def _before(drafts: Sequence[Draft | RawTable]) -> int | None:
    """The last part that is no footnote."""
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if isinstance(draft, RawTable) or not draft.footnote:
            return at
    return None


def _goes_on_over_break(above: Draft, draft: Draft) -> bool:
    if not draft.is_first or draft.footnote:
        return False
    end, start = above.lines[-1].rstrip(), draft.lines[0].lstrip()
    if end.endswith((",", "-", "\u00ad")):
        return True
    if _SENTENCE_END.search(end) or _ITEM.match(start):
        return False
    return start[0].islower() or (len(end) >= above.width * _LONG and not above.is_short)


def _piece(draft: Draft, *, is_paged: bool) -> Piece:
    lines = [line.strip() for line in draft.lines]
    text = "\n".join(lines)
    page, line = (draft.page, 0) if is_paged else (0, draft.line)
    is_heading = len(lines) < 4 and is_heading_text(" ".join(lines))  # noqa: PLR2004
    return Piece(
        text, line, page, is_heading=is_heading, is_guess=is_heading, footnote=draft.footnote
    )
