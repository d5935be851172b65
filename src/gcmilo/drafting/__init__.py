"""A plan begun from what somebody has: a table or a document into the records of a plan."""

from gcmilo.drafting.answer import draft_answer
from gcmilo.drafting.draft import Chosen, Draft, DraftAnswer, Undecided
from gcmilo.drafting.from_file import draft_plan

__all__ = ["Chosen", "Draft", "DraftAnswer", "Undecided", "draft_answer", "draft_plan"]
