"""How the tree of linkages is shown."""

from gcmilo.model import Basis, Source, Status, TreeBy, Trilingual
from gcmilo.output.forms import Forms
from gcmilo.output.page import Item, Outline, Page, paragraphs
from gcmilo.query.tree import Branch, Leaf, TreeAnswer
from gcmilo.shapes import NUMBERS, TEXT, Data, answer, many, maybe, record, word_of
from gcmilo.text import words


def name_in(name: str | Trilingual, language: str) -> str:
    """Return a name that may or may not be known in several languages."""
    return name if isinstance(name, str) else name[language]


_NAME = TEXT.of(lambda end: name_in(end.name, "en"))
_LEAF = record(ref=maybe(TEXT), name=_NAME, basis=maybe(word_of(Basis)), paragraphs=NUMBERS)
_BRANCH = record(
    ref=TEXT, name=_NAME, status=maybe(word_of(Status)), twigs=many(_LEAF).of("leaves")
)
_TREE = answer("tree", by=word_of(TreeBy), branches=many(_BRANCH))


def _page(answer: TreeAnswer, source: Source, language: str) -> Page:
    name = "Plan point" if answer.by is TreeBy.PLAN_POINT else "Objective"
    items = tuple(_branch(branch, name, language) for branch in answer.branches)
    return Page(f"{name}s and what is linked with them", (Outline("", items),), source.symbol)


def _branch(branch: Branch, name: str, language: str) -> Item:
    status = f" [{words(branch.status)}]" if branch.status else ""
    leaves = tuple(_leaf(leaf, language) for leaf in branch.leaves)
    return Item(f"{name} {branch.ref}: {name_in(branch.name, language)}{status}", leaves)


def _leaf(leaf: Leaf, language: str) -> Item:
    ref = f"{leaf.ref}: " if leaf.ref else ""
    facts = (words(leaf.basis), paragraphs(leaf.paragraphs))
    rest = ", ".join(text for text in facts if text)
    return Item(f"{ref}{name_in(leaf.name, language)} ({rest})")


def _rows(answer: TreeAnswer, source: Source) -> list[Data]:
    """A row for each leaf, with its branch."""
    rows = []
    for branch in _TREE.to_json(answer, source)["branches"]:
        head = {"branch": branch["ref"], "branch_name": branch["name"], "status": branch["status"]}
        rows += [head | leaf for leaf in branch["twigs"]]
    return rows


FORMS = {TreeAnswer: Forms(_TREE, _page, _rows)}
