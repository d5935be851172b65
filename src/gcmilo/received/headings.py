"""What the words of a heading say about its column, in English, French and Spanish."""

import re
from enum import IntEnum

from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole
from gcmilo.text import fold

_COMPACT = frozenset("gcm pmm compact pacte pacto marrakech marrakesh".split())  # noqa: SIM905
_OTHER_COMPACT = frozenset("refugee refugees refugies refugiados gcr business".split())  # noqa: SIM905
_GOALS = frozenset("sdg sdgs odd ods 2030 sustainable durable sostenible".split())  # noqa: SIM905
_OBJECTIVE = frozenset(
    "objective objectives objectif objectifs objetivo objetivos obj objs".split()  # noqa: SIM905
)
_ACTION = frozenset(
    """
    action actions letter letters mesure mesures lettre lettres alinea
    alineas inciso incisos literal literales accion acciones letra letras
    """.split()  # noqa: SIM905 - so many words read better so
)
_PARAGRAPH = frozenset(
    """
    paragraph paragraphs para paras paragraphe paragraphes parrafo parrafos parr
    """.split()  # noqa: SIM905 - as above
)
_TITLE = frozenset(
    """
    title titles titre titres intitule intitules titulo titulos name names nom noms nombre nombres
    wording libelle denominacion enunciado label labels
    """.split()  # noqa: SIM905 - as above
)
_TARGET = frozenset("target targets cible cibles meta metas".split())  # noqa: SIM905
_NUMBER = frozenset(
    """
    number no nr num numero numeros n o os ref refs reference references referencia referencias
    """.split()  # noqa: SIM905 - as above
)
_NOT_REFERENCES = frozenset(
    """
    budget cost costs status state lead responsible comment comments note notes indicator
    indicators date deadline progress score rating priority count owner achieved reached
    cout couts statut etat responsable responsables commentaire commentaires remarque remarques
    indicateur indicateurs echeance avancement priorite atteint
    presupuesto costo coste estado comentario comentarios nota notas indicador indicadores fecha
    plazo avance prioridad alcanzado
    """.split()  # noqa: SIM905 - as above
)
_OF_OTHERS = frozenset(
    """
    specific strategic operational national project plan programme program ministry general own
    our policy policies institutional annual local overall internal departmental output outcome
    strategy
    specifique specifiques strategique strategiques operationnel operationnels projet ministere
    nationale nationaux politique propre annuel global strategie
    especifico especificos estrategico estrategicos operativo operativos nacional nacionales
    proyecto programa ministerio politica propio anual estrategia
    """.split()  # noqa: SIM905 - as above
)
_ALSO = frozenset(
    """
    primary main other others secondary additional also further related first second third
    principal principaux principale principales autre autres secondaire secondaires premier
    deuxieme complementaire complementaires supplementaires lie lies
    otro otros secundario secundarios primario primarios adicional adicionales relacionado
    relacionados primer primero segundo complementario complementarios
    """.split()  # noqa: SIM905 - as above
)
_REFERENCE = re.compile(
    r"(?:(?:gcm|pmm|objectives?|objectifs?|objetivos?|objs?|o)\W*){0,3}"
    r"(?:(?:no|nr|num|n)\W*)?(?P<number>\d{1,2})(?:\W+(?P<rest>.*))?"
)


class Strength(IntEnum):
    """How plainly a heading says what its column holds, the plainest last."""

    NUMBER = 1
    """A number of anything: ``No.``, ``Ref.``"""
    NOUN = 2
    """The noun of what the role is: ``Objective``, ``Title``."""
    COMPACT = 3
    """The Compact is named: ``GCM objectives``, ``Pacte mondial``."""


@frozen
class Meaning:
    """What a heading says: the role of its column, how plainly, and whether it is one of several.

    ``is_one_of_several`` is for headings such as ``Other objectives``.
    """

    role: ColumnRole
    strength: Strength
    is_one_of_several: bool = False


def meaning_of(heading: str) -> Meaning | None:
    """Return what a heading says about its column, None where that is nothing of use."""
    words = _words(heading)
    is_several = not _ALSO.isdisjoint(words)
    names_compact = not _COMPACT.isdisjoint(words)
    strength = Strength.COMPACT if names_compact else Strength.NOUN
    role = _role_of(words, names_compact)
    if role is None:
        is_number = words <= _NUMBER and (words or "#" in heading)
        return Meaning(ColumnRole.OBJECTIVE, Strength.NUMBER) if is_number else None
    return Meaning(role, strength, is_several)


def _role_of(words: frozenset[str], names_compact: bool) -> ColumnRole | None:
    """The role that a noun of a heading names."""
    if _is_about_others(words, names_compact):
        return None
    if not names_compact and not _GOALS.isdisjoint(words):
        return ColumnRole.SDG
    for role, nouns in _NOUNS.items():
        if not nouns.isdisjoint(words):
            return role
    if names_compact:
        return ColumnRole.OBJECTIVE
    return ColumnRole.SDG if words and words <= _TARGET else None


_NOUNS = {
    ColumnRole.TITLE: _TITLE,
    ColumnRole.OBJECTIVE: _OBJECTIVE,
    ColumnRole.PARAGRAPH: _PARAGRAPH,
    ColumnRole.ACTION: _ACTION,
}
"""The nouns of each role. Of two in a heading, as in ``Objective title``, the first here counts."""


def _is_about_others(words: frozenset[str], names_compact: bool) -> bool:
    """Whether a heading is about no references, or about objectives that are not the Compact's."""
    if not (_OTHER_COMPACT | _NOT_REFERENCES).isdisjoint(words):
        return True
    names_others = not _OF_OTHERS.isdisjoint(words) and not _OBJECTIVE.isdisjoint(words)
    return names_others and not names_compact


def number_in(heading: str) -> tuple[int, str] | None:
    """Return the number and the other words of a heading of a matrix, as ``Obj 6``; else None."""
    match = _REFERENCE.fullmatch(fold(heading))
    return (int(match["number"]), match["rest"] or "") if match else None


def _words(heading: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(heading.replace("’", "'"))))
