"""Which family an answer belongs to: its JSON shape and its page stand in the modules of that name."""

from importlib import import_module

_FAMILIES = {
    "gcmilo.query.lookup": "lookup",
    "gcmilo.query.gap": "overview",
    "gcmilo.query.overview": "overview",
    "gcmilo.query.evidence": "evidence",
    "gcmilo.query.full_text": "evidence",
    "gcmilo.query.reading": "evidence",
    "gcmilo.query.citation": "evidence",
    "gcmilo.source.verify": "evidence",
    "gcmilo.query.briefing": "brief",
    "gcmilo.query.comparison": "own_plan",
    "gcmilo.examine": "own_plan",
    "gcmilo.received.check": "own_plan",
}
"""By the module of an answer's class. A family is imported when it is first shown, so that no answer waits for all."""


def register_family(package: str, answer: object) -> None:
    """Import the module of a package in which an answer's class is registered."""
    family = _FAMILIES.get(type(answer).__module__)
    if family:
        import_module(f"{package}.{family}")
