"""What a text names: objectives, actions, SDG targets, plan points and paragraphs."""

from importlib import import_module
from typing import TYPE_CHECKING

from gcmilo.references.mention import Mention, Named, RefKind, Scan, Unread

if TYPE_CHECKING:
    from gcmilo.references.scanner import Scanner

__all__ = ["Mention", "Named", "RefKind", "Scan", "Scanner", "Unread"]


def __getattr__(name: str) -> object:
    """Return the scanner, imported when it is first asked for: most questions need none."""
    if name != "Scanner":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{__name__}.scanner").Scanner
