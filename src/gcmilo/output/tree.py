"""How the tree of linkages is shown."""

from gcmilo.model import Basis, Source, Status, TreeBy, Trilingual
from gcmilo.output.forms import Forms
from gcmilo.output.page import Item, Outline, Page
from gcmilo.query.tree import Branch, Leaf, TreeAnswer
from gcmilo.refs import name_places
from gcmilo.shapes import NUMBERS, TEXT, Data, answer, many, maybe, record, word_of
from gcmilo.text import words


def _name_in(name: str | Trilingual, language: str) -> str:
    """The name in a language, where it has one in each."""
    return name if isinstance(name, str) else name[language]


_NAME = TEXT.of(lambda end: _name_in(end.name, "en"))
_LEAF = record(ref=maybe(TEXT), name=_NAME, basis=maybe(word_of(Basis)), paragraphs=NUMBERS)
# The JSON has called the leaves twigs from the start, and its keys stay.
_BRANCH = record(
    ref=TEXT, name=_NAME, status=maybe(word_of(Status)), twigs=many(_LEAF).of("leaves")
)
_TREE = answer("tree", by=word_of(TreeBy), branches=many(_BRANCH))


def _page(answer: TreeAnswer, source: Source, language: str) -> Page:
    name = "Plan point" if answer.by is TreeBy.PLAN_POINT else "Objective"
    items = tuple(_branch(branch, name, language) for branch in answer.branches)
    return Page(f"{name}s and what is linked with them", (Outline(items),), source.symbol)


def _branch(branch: Branch, name: str, language: str) -> Item:
    status = f" [{words(branch.status)}]" if branch.status else ""
    leaves = tuple(_leaf(leaf, language) for leaf in branch.leaves)
    return Item(f"{name} {branch.ref}: {_name_in(branch.name, language)}{status}", leaves)


def _leaf(leaf: Leaf, language: str) -> Item:
    # A leaf without a reference is work for which no plan point is named.
    ref = f"{leaf.ref}: " if leaf.ref else ""
    facts = (words(leaf.basis), name_places(leaf.places))
    known = ", ".join(fact for fact in facts if fact)
    return Item(f"{ref}{_name_in(leaf.name, language)} ({known})")


def _rows(answer: TreeAnswer, source: Source) -> list[Data]:
    """A row for each leaf, with its branch."""
    rows = []
    for branch in _TREE.to_json(answer, source)["branches"]:
        head = {"branch": branch["ref"], "branch_name": branch["name"], "status": branch["status"]}
        rows += [head | leaf for leaf in branch["twigs"]]
    return rows


FORMS = {TreeAnswer: Forms(_TREE, _page, _rows)}
