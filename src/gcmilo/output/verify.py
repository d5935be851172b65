"""How a verification is shown."""

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, facts, quantity, table
from gcmilo.shapes import COUNTS, NUMBER, TEXT, TRUTH, answer, many, maybe, record
from gcmilo.source.verify import Verification
from gcmilo.text import words

_READ = record(sha256=TEXT, coded=TRUTH.of("is_coded_edition"), paragraphs=NUMBER)
_PROBLEM = record(kind=TEXT, paragraph=maybe(NUMBER), text=TEXT)
_VERIFY = answer(
    "verify",
    ok=TRUTH,
    source=_READ.of(lambda verification: verification),
    mentions=COUNTS,
    checked=COUNTS,
    problems=many(_PROBLEM),
)


def _page(answer: Verification, source: Source, _: str) -> Page:
    edition = (
        "the text that was coded" if answer.is_coded_edition else "not the file that was coded"
    )
    verdict = "ok" if answer.ok else quantity(len(answer.problems), "problem")
    problems = [(words(p.kind), p.paragraph or "-", p.text) for p in answer.problems]
    checked = [(words(kind), count) for kind, count in answer.checked.items()]
    return Page(
        f"Verification: {verdict}",
        (
            facts(
                Read=f"{answer.paragraphs} paragraphs; sha256 {answer.sha256} ({edition})",
                Mentions="{objectives} of objectives, {plan_points} of plan points".format(
                    **answer.mentions
                ),
                Checked=f"{sum(answer.checked.values())} claims",
            ),
            *table("Problems", "Kind! | Para.! | Problem", problems),
            *table("Claims checked", "Kind! | Count!", checked),
        ),
        source.symbol,
    )


FORMS = {Verification: Forms(_VERIFY, _page, "problems")}
