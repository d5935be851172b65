"""What a text names: objectives, actions, SDG targets, plan points and paragraphs, as people write them."""

from gcmilo.references.mention import Mention, Named, RefKind, Scan, Unread
from gcmilo.references.scanner import Scanner

__all__ = ["Mention", "Named", "RefKind", "Scan", "Scanner", "Unread"]
