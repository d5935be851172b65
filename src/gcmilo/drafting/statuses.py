"""What the words of a table of coverage say, in English, French and Spanish."""

import re

from gcmilo.model import Status
from gcmilo.text import fold

_WORDS = {
    Status.NOT_ADDRESSED: r"(?:no|non|n|not?\s+(?:addressed|included|covered|planned|foreseen)|none"
    r"|non\s+(?:traitee?s?|couverte?s?|incluse?s?|abordee?s?|prevue?s?)"
    r"|no\s+(?:abordad[oa]s?|incluid[oa]s?|cubiert[oa]s?|tratad[oa]s?|previst[oa]s?)"
    r"|left\s+out|outside)",
    Status.INDIRECT: r"(?:indirect(?:ly|e|ement)?|indirecto|indirecta|indirectamente"
    r"|(?:addressed|traite|abordado)\s+indirect\w*|indirect\s+link\b.*|lien\s+indirect\b.*"
    r"|vinculo\s+indirecto\b.*)",
    Status.ADDRESSED: r"(?:yes|y|oui|o|si|s|x|addressed|covered|included|directly?|traitee?s?"
    r"|couverte?s?|incluse?s?|abordee?s?|abordad[oa]s?|cubiert[oa]s?|incluid[oa]s?|tratad[oa]s?"
    r"|direct[oa]?s?|directement|directamente|[✓✔☑✅●])",
}
"""What a cell says, from its first character to its last."""


def status_of(cell: str) -> Status | None:
    """Return the status that a cell says in as many words, None for any other words."""
    folded = fold(cell).strip(" .")
    for status, pattern in _WORDS.items():
        if re.fullmatch(pattern, folded):
            return status
    return None
