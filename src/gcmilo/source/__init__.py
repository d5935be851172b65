"""The source: its text read and split, its mentions found, and the data verified against it."""

from gcmilo.source.ledger import Problem
from gcmilo.source.read import SourceFile, read_source
from gcmilo.source.verify import Verification, verify

__all__ = ["Problem", "SourceFile", "Verification", "read_source", "verify"]
