"""How gaps are shown."""

from collections.abc import Iterable, Iterator

from gcmilo.model import Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Facts, Page, table
from gcmilo.output.parts import tensions_in_short, uncited_table
from gcmilo.query.gaps import UNCITED, Gap, GapsAnswer, ObjectiveGap, PointGap, Reason
from gcmilo.shapes import NUMBER, TENSION, TEXT, TEXTS, Data, answer, many, record, word_of
from gcmilo.text import status_words, words

REASONS = many(record(text=TEXT, citation=TEXT))
_SUMMARY = record(
    objectives=NUMBER.of("objective_count"),
    addressed=NUMBER.of(lambda gaps: gaps.statuses[Status.ADDRESSED]),
    indirect=NUMBER.of(lambda gaps: gaps.statuses[Status.INDIRECT]),
    not_addressed=NUMBER.of(lambda gaps: gaps.statuses[Status.NOT_ADDRESSED]),
    no_plan_point=NUMBER.of(lambda gaps: gaps.count(Gap.NO_PLAN_POINT)),
    contextual_only=NUMBER.of(lambda gaps: gaps.count(Gap.CONTEXTUAL_ONLY)),
    not_assessed=NUMBER,
)
_OBJECTIVE_GAP = record(
    number=NUMBER.of("objective.number"),
    title=TEXT.of("objective.title.en"),
    gap=word_of(Gap),
    reasons=REASONS,
    tensions=many(TENSION.only("id", "kind", "title")),
)
_POINT_GAP = record(ref=TEXT.of("plan_point.ref"), gap=word_of(Gap), reasons=REASONS)
_GAPS = answer(
    "gaps",
    summary=_SUMMARY.of(lambda gaps: gaps),
    objectives=many(_OBJECTIVE_GAP),
    plan_points=many(_POINT_GAP),
    uncited=TEXTS,
)


def _page(answer: GapsAnswer, source: Source, language: str) -> Page:
    names = [
        (found.objective.number, words(found.gap), found.objective.title[language])
        for found in answer.objectives
    ]
    # A tension may concern several of the objectives, and is in the table once.
    tensions = dict.fromkeys(t for found in answer.objectives for t in found.tensions)
    why = " | Gap! | Reason | Where!"
    return Page(
        "Gaps",
        (
            _statuses(answer),
            *table("Objectives with a gap", "No.! | Gap! | Objective", names),
            *table("Why", "No.!" + why, _why(answer.objectives, source)),
            *table("Plan points with a gap", "Point!" + why, _why(answer.plan_points, source)),
            *uncited_table(answer.uncited),
            *tensions_in_short(tuple(tensions)),
        ),
        source.symbol,
    )


def _statuses(answer: GapsAnswer) -> Facts:
    """How many objectives have each status; where none was assessed, only that."""
    counts = {words(status): count for status, count in answer.statuses.items()}
    if answer.not_assessed == answer.objective_count:
        counts = {}
    if answer.not_assessed:
        counts[status_words(None)] = answer.not_assessed
    return Facts(tuple((name.capitalize(), str(count)) for name, count in counts.items()))


def _why(
    gaps: Iterable[ObjectiveGap] | Iterable[PointGap], source: Source
) -> list[tuple[object, ...]]:
    """A row for each reason; its place without the symbol, which is under the page."""
    rows: list[tuple[object, ...]] = []
    for found, reason in _with_reasons(gaps):
        place = reason.citation.removeprefix(f"{source.symbol}, ")
        rows.append((found.ref, words(found.gap), reason.text, place))
    return rows


def _with_reasons(
    gaps: Iterable[ObjectiveGap] | Iterable[PointGap],
) -> Iterator[tuple[ObjectiveGap | PointGap, Reason]]:
    for found in gaps:
        for reason in found.reasons:
            yield found, reason


def _rows(answer: GapsAnswer, source: Source) -> list[Data]:
    """A row for each reason, those of objectives first; the letters never cited at last."""
    rows = []
    for found, reason in _with_reasons(answer.objectives):
        rows.append(_row("objective", found.ref, found.gap, reason))
    for found, reason in _with_reasons(answer.plan_points):
        rows.append(_row("plan_point", found.ref, found.gap, reason))
    # What is never cited is in no paragraph: the citation is of the whole source.
    never = Reason(UNCITED, source.cite())
    rows += [_row("uncited", ref, "uncited", never) for ref in answer.uncited]
    return rows


def _row(kind: str, ref: object, gap: str, reason: Reason) -> Data:
    return {
        "kind": kind,
        "ref": str(ref),
        "gap": gap,
        "reason": reason.text,
        "citation": reason.citation,
    }


FORMS = {GapsAnswer: Forms(_GAPS, _page, _rows)}
