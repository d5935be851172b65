"""How the coverage of the objectives is shown."""

from collections.abc import Sequence

from gcmilo.model import Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, Table, listed, table
from gcmilo.query.coverage import CoverageAnswer, Tally
from gcmilo.refs import ObjectiveRef
from gcmilo.shapes import (
    COVERAGE,
    NUMBER,
    NUMBERS,
    OBJECTIVE,
    TEXT,
    Data,
    answer,
    many,
    maybe,
    record,
    word_of,
)
from gcmilo.text import status_words, words


def _numbers(refs: Sequence[ObjectiveRef]) -> list[int]:
    return [ref.number for ref in refs]


_STATUS = record(
    status=maybe(word_of(Status)).of(lambda item: item[0]),
    count=NUMBER.of(lambda item: len(item[1])),
    objectives=NUMBERS.of(lambda item: _numbers(item[1])),
)
_ROUND_TABLE = record(
    round_table=NUMBER.of(lambda tally: int(tally.name)),
    addressed=NUMBERS.of(lambda tally: _numbers(tally.by_status[Status.ADDRESSED])),
    indirect=NUMBERS.of(lambda tally: _numbers(tally.by_status[Status.INDIRECT])),
    not_addressed=NUMBERS.of(lambda tally: _numbers(tally.by_status[Status.NOT_ADDRESSED])),
)
_SDG_TARGET = record(
    target=TEXT.of("name"),
    objectives=NUMBERS.of(lambda tally: _numbers(tally.objectives)),
    addressed=NUMBER.of(lambda tally: len(tally.by_status[Status.ADDRESSED])),
    indirect=NUMBER.of(lambda tally: len(tally.by_status[Status.INDIRECT])),
    not_addressed=NUMBER.of(lambda tally: len(tally.by_status[Status.NOT_ADDRESSED])),
)
_COVERAGE = answer(
    "coverage",
    objectives=NUMBER.of(lambda coverage: len(coverage.rows)),
    statuses=many(_STATUS).of(lambda coverage: coverage.whole.by_status.items()),
    round_tables=many(_ROUND_TABLE),
    sdg_targets=many(_SDG_TARGET),
)
_ROW = record(
    **OBJECTIVE.within("objective", "number", "title", "round_table"),
    **COVERAGE.within("coverage", "status", "channel", "note"),
)


def _page(answer: CoverageAnswer, source: Source, language: str) -> Page:
    statuses = [
        (status_words(status), len(refs), listed(refs))
        for status, refs in answer.whole.by_status.items()
    ]
    rows = [
        (
            row.objective.number,
            words(row.coverage.status),
            row.objective.label[language],
            row.coverage.channel,
        )
        for row in answer.rows
    ]
    return Page(
        "Coverage",
        (
            *table("By status", "Status! | Count! | Objectives", statuses),
            *_tallies("By round table", "Round table!", answer.round_tables),
            *_tallies("By SDG target", "Target!", answer.sdg_targets),
            *table("By objective", "No.! | Status! | Objective | Channel", rows),
        ),
        source.symbol,
    )


def _tallies(title: str, name: str, tallies: Sequence[Tally]) -> tuple[Table, ...]:
    # All tallies of an answer have the same statuses.
    statuses = list(tallies[0].by_status) if tallies else []
    heads = " | ".join(status_words(status).capitalize() for status in statuses)
    rows = []
    for tally in tallies:
        cells = [listed(tally.by_status[status]) for status in statuses]
        rows.append((tally.name, *cells))
    return table(title, f"{name} | {heads}", rows)


def _rows(answer: CoverageAnswer, source: Source) -> list[Data]:
    """A row for each objective: the table itself, not its tallies."""
    return [_ROW.to_json(row, source) for row in answer.rows]


FORMS = {CoverageAnswer: Forms(_COVERAGE, _page, _rows)}
