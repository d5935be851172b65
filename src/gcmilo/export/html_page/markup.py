"""What the page is made of: elements, links to its own anchors, marks, tables.

Text becomes markup here alone, by being escaped.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from gcmilo.model import Activity, Basis, Document, Status, Tension
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, Ref, name_places
from gcmilo.text import status_words


def text(value: object) -> str:
    """Return a value as text of the page."""
    return escape(str(value))


def tag(name: str, /, *inner: str, **attributes: str | bool | None) -> str:
    """Return an element around markup.

    An attribute ``class_`` is written class, ``data_for`` data-for; None and False are left out.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return f"<{name}{given}>{''.join(inner)}</{name}>"


def anchor(thing: Ref | Activity | Document | Tension | int) -> str:
    """Return the id that a thing has on the page: ``objective-6``, ``plan-point-13d``.

    A number is that of a paragraph: ``para_12``.
    """
    if isinstance(thing, int):
        return f"para_{thing}"
    kinds = {ObjectiveRef: "objective", ActionRef: "action", PlanPointRef: "plan-point"}
    if isinstance(thing, ObjectiveRef | ActionRef | PlanPointRef):
        return f"{kinds[type(thing)]}-{thing.key}"
    return f"{type(thing).__name__.lower()}-{thing.id}"


def link(thing: Ref | Activity | Document | Tension | int, name: str | None = None) -> str:
    """Return a link to a thing on the page, by its reference or another name."""
    return tag("a", text(thing if name is None else name), href=f"#{anchor(thing)}")


def mark(value: Basis | Status | None, *, in_sight: bool = True) -> str:
    """Return the mark of a basis or status with its word.

    Without ``in_sight`` the word is there for screen readers alone.
    """
    if value is None:
        return status_words(None)
    use = f'<use href="#m-{value.value}"/>'
    shape = f'<svg class="mark" aria-hidden="true" focusable="false">{use}</svg>'
    word = status_words(value)
    if not in_sight:
        word = tag("span", word, class_="for-ears")
    return tag("span", shape, word, class_=f"m {value.value}")


def paragraphs(numbers: Iterable[int | None]) -> str:
    """Return links to numbered paragraphs: ``para. 9, para. 17``."""
    return places(Place("paragraph", number) for number in numbers if number is not None)


def places(found: Iterable[Place]) -> str:
    """Return places of the source as links: to paragraphs, and to objectives of appendix rows."""
    named = []
    for place in found:
        target = {"paragraph": f"para_{place.number}", "appendix": f"objective-{place.number}"}.get(
            place.kind
        )
        name = name_places([place])
        named.append(tag("a", text(name), href=f"#{target}") if target else text(name))
    return ", ".join(named)


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, class_: str = "cards"
) -> str:
    """Return a table of markup.

    Its roles are given because it would be none for screen readers where page.css stacks its cells.
    """
    heads = "".join(tag("th", text(column), scope="col", role="columnheader") for column in columns)
    body = []
    for first, *rest in rows:
        cells = [
            tag("td", cell, role="cell", data_label=name)
            for name, cell in zip(columns[1:], rest, strict=True)
        ]
        row_head = tag("th", first, scope="row", role="rowheader", data_label=columns[0])
        body.append(tag("tr", row_head, *cells, role="row"))
    return tag(
        "table",
        tag("caption", text(caption)),
        tag("thead", tag("tr", heads, role="row"), role="rowgroup"),
        tag("tbody", *body, role="rowgroup"),
        role="table",
        class_=class_,
    )


def listed(items: Iterable[str], class_: str | None = None) -> str:
    """Return a list of markup, nothing where there are no items."""
    found = [tag("li", item) for item in items]
    return tag("ul", "\n".join(found), class_=class_) if found else ""


def join_with_dots(*pieces: str) -> str:
    """Return pieces of markup on one line, with a dot between them."""
    return " · ".join(piece for piece in pieces if piece)


def part(heading: str, *inner: str) -> str:
    """Return a part of an entry under its heading, nothing where there is nothing under it."""
    return tag("h4", text(heading)) + "".join(inner) if any(inner) else ""


def entry(
    thing: Ref | Activity | Document | Tension | int, heading: str, *inner: str, **data: str | None
) -> str:
    """Return something that can be found and filtered; ``data`` are what it is filtered by."""
    given = {f"data_{key}": value for key, value in data.items()}
    head = tag("h3", tag("a", heading, href=f"#{anchor(thing)}", class_="self"))
    return tag("article", head, *inner, id=anchor(thing), class_="entry", **given) + "\n"


def section(id: str, heading: str, *inner: str) -> str:
    """Return a section of the page under its heading."""
    return (
        tag(
            "section",
            tag("h2", text(heading), id=f"{id}-title"),
            *inner,
            id=id,
            aria_labelledby=f"{id}-title",
        )
        + "\n"
    )


def without_dead_links(markup: str) -> str:
    """Return the markup with the links to what is not on it as text.

    A plan of one's own may cite paragraphs that it has no records of.
    """
    ids = set(re.findall(r'\sid="([^"]*)"', markup))
    return re.sub(
        r'<a href="#([^"]*)">(.*?)</a>',
        lambda found: found[0] if found[1] in ids else found[2],
        markup,
    )
