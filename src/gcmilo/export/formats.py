"""The forms that the whole crosswalk can be had in. The room of a form is opened when the form is asked for."""

from collections.abc import Callable
from enum import StrEnum

from gcmilo.crosswalk import Crosswalk


class ExportFormat(StrEnum):
    """The forms, by the names that are typed for them."""

    HTML = "html"


def _html(crosswalk: Crosswalk) -> str:
    from gcmilo.export.html_page import html_page

    return html_page(crosswalk)


FORMATS: dict[ExportFormat, Callable[[Crosswalk], str]] = {
    ExportFormat.HTML: _html,
}
"""What makes each form: a function from the crosswalk to a text."""
