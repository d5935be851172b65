"""The page of a verification."""

from gcmilo.model import Source
from gcmilo.output.page import Page, counted, facts, table, words
from gcmilo.output.pages.parts import drawn
from gcmilo.source.verify import Verification


@drawn.register
def _verification(answer: Verification, source: Source, language: str) -> Page:
    edition = "the text that was coded" if answer.is_coded_edition else "not the file that was coded"
    problems = [(words(p.kind), p.paragraph or "-", p.text) for p in answer.problems]
    return Page(
        f"Verification: {'ok' if answer.ok else counted(len(answer.problems), 'problem')}",
        (
            facts(
                Read=f"{answer.paragraphs} paragraphs; sha256 {answer.sha256} ({edition})",
                Mentions="{objectives} of objectives, {plan_points} of plan points".format(**answer.mentions),
                Checked=f"{sum(answer.checked.values())} claims",
            ),
            *table("Problems", "Kind! | Para.! | Problem", problems),
            *table("Claims checked", "Kind! | Count!", [(words(kind), n) for kind, n in answer.checked.items()]),
        ),
        source.symbol,
    )
