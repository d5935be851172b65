"""What the JSON data of every answer looks like: the keys in their order, and what each may hold.

This describes what the modules beside it make; the tests hold every answer to it.
"""

from gcmilo.model import (
    ActivityKind,
    ActivityStatus,
    Basis,
    CitationStyle,
    DocumentKind,
    Means,
    MeansBasis,
    Stance,
    Status,
    TensionKind,
    TreeBy,
)
from gcmilo.query import Gap
from gcmilo.query.comparison import ChangeKind, Covers
from gcmilo.query.reading import RefKind
from gcmilo.schema import (
    COUNTS,
    NUMBER,
    NUMBERS,
    TEXT,
    TEXTS,
    TRUTH,
    Schema,
    answer,
    many,
    maybe,
    record,
    shared,
    words,
)

_STATUS = maybe(words(Status))
_BASIS = maybe(words(Basis))
_END = shared("end")
_LINKAGES = many(shared("linkage"))
_ACTIVITIES = many(shared("activity"))
_DOCUMENTS = many(shared("document"))
_TENSIONS = many(shared("tension"))
_REASONS = many(record(text=TEXT, citation=TEXT))

_ACTIVITY = {
    "id": TEXT,
    "name": TEXT,
    "kind": words(ActivityKind),
    "owner": TEXT,
    "status": maybe(words(ActivityStatus)),
    "dates": TEXTS,
    "figures": many(record(value=NUMBER, of=TEXT)),
    "partners": TEXTS,
    "places": TEXTS,
    "objectives": many(_END),
    "plan_points": many(_END),
    "paragraphs": NUMBERS,
    "summary": TEXT,
    "also": TEXTS,
    "citation": TEXT,
}

DEFINITIONS: dict[str, Schema] = {
    "end": record(ref=TEXT, basis=_BASIS),
    "linkage": record(
        objective=NUMBER,
        action=maybe(TEXT),
        plan_point=maybe(TEXT),
        paragraph=maybe(NUMBER),
        basis=words(Basis),
        stance=words(Stance),
        wording=maybe(TEXT),
        note=maybe(TEXT),
        citation=TEXT,
    ),
    "activity": record(**_ACTIVITY),
    "document": record(
        id=TEXT,
        symbol=maybe(TEXT),
        title=TEXT,
        year=maybe(NUMBER),
        kind=words(DocumentKind),
        footnote=maybe(NUMBER),
        address=maybe(TEXT),
        paragraphs=NUMBERS,
        also=TEXTS,
        citation=TEXT,
    ),
    "tension": record(
        id=TEXT,
        kind=words(TensionKind),
        title=TEXT,
        objectives=TEXTS,
        plan_points=TEXTS,
        sides=many(record(text=TEXT, quote=maybe(TEXT), citation=TEXT)),
    ),
}
"""What stands in many answers."""

_PARAGRAPH_LINE = {
    "number": NUMBER,
    "section": TEXT,
    "summary": TEXT,
    "objectives": many(_END),
    "plan_points": many(_END),
}

_LOOK_UP = {
    "objective": answer(
        "objective",
        ref=TEXT,
        number=NUMBER,
        title=TEXT,
        titles=record(en=TEXT, fr=TEXT, es=TEXT),
        label=TEXT,
        gcm_paragraph=NUMBER,
        round_table=NUMBER,
        sdg_targets=TEXTS,
        coverage=record(status=_STATUS, channel=maybe(TEXT), note=maybe(TEXT)),
        action=maybe(record(ref=TEXT, letter=TEXT, label=TEXT)),
        actions=many(record(ref=TEXT, letter=TEXT, label=TEXT, linked=TRUTH)),
        plan_points=many(_END),
        paragraphs=NUMBERS,
        linkages=_LINKAGES,
        activities=_ACTIVITIES,
        tensions=_TENSIONS,
        documents=_DOCUMENTS,
        sdg_note=maybe(TEXT),
        citation=TEXT,
    ),
    "objectives": answer(
        "objectives",
        objectives=many(
            record(
                ref=TEXT,
                number=NUMBER,
                title=TEXT,
                label=TEXT,
                round_table=NUMBER,
                coverage=record(status=_STATUS, channel=maybe(TEXT)),
                plan_points=many(_END),
                paragraphs=NUMBERS,
                gap=maybe(words(Gap)),
                citation=TEXT,
            )
        ),
    ),
    "plan-point": answer(
        "plan-point",
        ref=TEXT,
        key=TEXT,
        subject=TEXT,
        summary=maybe(TEXT),
        means=maybe(many(words(Means))),
        means_basis=maybe(words(MeansBasis)),
        paragraphs=NUMBERS,
        objectives=many(_END),
        linkages=_LINKAGES,
        activities=_ACTIVITIES,
        tensions=_TENSIONS,
        documents=_DOCUMENTS,
        citation=TEXT,
    ),
    "plan-points": answer(
        "plan-points",
        plan_points=many(
            record(ref=TEXT, key=TEXT, subject=TEXT, objectives=many(_END), paragraphs=NUMBERS, citation=TEXT)
        ),
        uncited=TEXTS,
    ),
    "paragraph": answer(
        "paragraph",
        **_PARAGRAPH_LINE,
        linkages=_LINKAGES,
        activities=_ACTIVITIES,
        documents=_DOCUMENTS,
        citation=TEXT,
    ),
    "paragraphs": answer("paragraphs", paragraphs=many(record(**_PARAGRAPH_LINE, citation=TEXT))),
    "linkages": answer("linkages", linkages=_LINKAGES),
    "activities": answer("activities", activities=_ACTIVITIES),
    "activity": answer("activity", **_ACTIVITY),
    "documents": answer("documents", documents=_DOCUMENTS),
    "search": answer(
        "search", query=TEXT, hits=many(record(kind=TEXT, ref=TEXT, title=TEXT, snippet=TEXT, command=TEXT))
    ),
    "resolve": answer(
        "resolve",
        text=TEXT,
        references=many(
            record(matched=TEXT, start=NUMBER, readings=many(record(kind=words(RefKind), ref=TEXT, title=TEXT)))
        ),
    ),
}

_ANALYSE = {
    "gaps": answer(
        "gaps",
        summary=record(
            objectives=NUMBER,
            addressed=NUMBER,
            indirect=NUMBER,
            not_addressed=NUMBER,
            no_plan_point=NUMBER,
            contextual_only=NUMBER,
        ),
        objectives=many(
            record(
                number=NUMBER,
                title=TEXT,
                gap=words(Gap),
                reasons=_REASONS,
                tensions=many(record(id=TEXT, kind=words(TensionKind), title=TEXT)),
            )
        ),
        plan_points=many(record(ref=TEXT, gap=words(Gap), reasons=_REASONS)),
        uncited=TEXTS,
    ),
    "coverage": answer(
        "coverage",
        objectives=NUMBER,
        statuses=many(record(status=_STATUS, count=NUMBER, objectives=NUMBERS)),
        round_tables=many(record(round_table=NUMBER, addressed=NUMBERS, indirect=NUMBERS, not_addressed=NUMBERS)),
        sdg_targets=many(
            record(target=TEXT, objectives=NUMBERS, addressed=NUMBER, indirect=NUMBER, not_addressed=NUMBER)
        ),
    ),
    "tensions": answer("tensions", tensions=_TENSIONS),
    "matrix": answer(
        "matrix",
        plan_points=TEXTS,
        objectives=many(
            record(number=NUMBER, label=TEXT, status=_STATUS, cells=many(record(plan_point=TEXT, basis=_BASIS)))
        ),
    ),
    "tree": answer(
        "tree",
        by=words(TreeBy),
        branches=many(
            record(
                ref=TEXT,
                name=TEXT,
                status=_STATUS,
                twigs=many(record(ref=maybe(TEXT), name=TEXT, basis=_BASIS, paragraphs=NUMBERS)),
            )
        ),
    ),
}

_FAULTS = many(record(file=TEXT, line=maybe(NUMBER), key=maybe(TEXT), text=TEXT, suggestion=maybe(TEXT)))
_SIDE = record(status=_STATUS, plan_points=many(_END), gap=maybe(words(Gap)))
_BRIEF_SECTION = record(
    ref=TEXT,
    number=NUMBER,
    title=TEXT,
    titles=record(en=TEXT, fr=TEXT, es=TEXT),
    label=TEXT,
    citation=TEXT,
    coverage=record(status=_STATUS, channel=maybe(TEXT), note=maybe(TEXT)),
    actions=many(record(ref=TEXT, label=TEXT, named=TRUTH)),
    plan_points=many(record(ref=TEXT, subject=TEXT, summary=maybe(TEXT), basis=_BASIS, citation=TEXT)),
    statements=many(
        record(
            subjects=TEXTS,
            plan_points=TEXTS,
            basis=words(Basis),
            stance=words(Stance),
            wording=maybe(TEXT),
            note=maybe(TEXT),
            citation=TEXT,
        )
    ),
    activities=_ACTIVITIES,
    gap=maybe(words(Gap)),
    reasons=_REASONS,
    tensions=_TENSIONS,
)
_OTHERS = {
    "brief": answer(
        "brief",
        plan=record(title=TEXT, symbol=maybe(TEXT), period=maybe(TEXT)),
        source=record(symbol=TEXT, title=TEXT),
        conditions=record(refs=TEXTS, status=_STATUS, round_table=maybe(NUMBER), sdg=maybe(TEXT)),
        objectives=many(_BRIEF_SECTION),
        references=many(
            record(
                id=TEXT,
                title=TEXT,
                author=maybe(TEXT),
                symbol=maybe(TEXT),
                date=maybe(TEXT),
                address=maybe(TEXT),
            )
        ),
    ),
    "cite": answer("cite", style=words(CitationStyle), citations=many(record(ref=TEXT, text=TEXT))),
    "verify": answer(
        "verify",
        ok=TRUTH,
        source=record(sha256=TEXT, coded=TRUTH, paragraphs=NUMBER),
        mentions=COUNTS,
        checked=COUNTS,
        problems=many(record(kind=TEXT, paragraph=maybe(NUMBER), text=TEXT)),
    ),
    "validate": answer("validate", ok=TRUTH, problems=_FAULTS, warnings=_FAULTS),
    "check": answer("check", ok=TRUTH, problems=_FAULTS, untouched=NUMBERS),
    "compare": answer(
        "compare",
        first=TEXT,
        second=TEXT,
        objectives=many(record(number=NUMBER, title=TEXT, first=_SIDE, second=_SIDE, covers=words(Covers))),
        changes=maybe(
            many(
                record(
                    table=TEXT,
                    record=TEXT,
                    change=words(ChangeKind),
                    fields=many(record(field=TEXT, before=maybe(TEXT), after=maybe(TEXT))),
                )
            )
        ),
    ),
}

ANSWERS: dict[str, Schema] = _LOOK_UP | _ANALYSE | _OTHERS
"""The answers by the names that their first key gives them, in the order of the panels of the help."""
