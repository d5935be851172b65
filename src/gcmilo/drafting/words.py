"""The words that tie a sentence to a plan, in English, French and Spanish, for folded text."""

import re

from gcmilo.references import words
from gcmilo.references.words import NUMBER_SIGN

__all__ = ["NUMBER_SIGN"]

_NOUNS = """
    point punto output produit producto measure mesure medida activity activite actividad action
    accion chantier linea line axe eje axis component composante componente pillar pilier pilar
    project projet proyecto programme program task tache tarea fiche ficha propuesta proposition
    proposal service servicio initiative iniciativa commitment result resultat resultado
    deliverable intervention intervencion workstream strand workpackage prestation
"""
KNOWN_NOUNS = frozenset(_NOUNS.split())
"""Nouns of a plan's points, in the singular: one label is enough for these."""
POINT_NOUNS = frozenset(("point", "punto"))
"""Nouns that say nothing of a label, which is the label without them."""
_STRANGE = """
    and the for with from into about over under than that this these those only some any all each
    est sont une des les dans avec pour sur par aux ces cet cette leurs nos vos dont
    los las del con para por que una unas unos como sus
    page pages table tables box figure chapter section sections annex appendix paragraph version
    year years article articles clause rule rules note notes footnote bulletin edition issue volume
    tableau cadre figure chapitre annexe paragraphe annee ans numero bulletin
    pagina paginas cuadro recuadro figura capitulo seccion anexo parrafo articulo articulos
    convention conventions recommendation recommandation recommendations recomendacion convenio
    convenios protocol resolution resolucion decision regulation directive law loi ley decree
    decret decreto agenda target targets cible cibles meta metas sdg sdgs odd ods gcm pmm goal
    goals objective objectives objectif objectifs objetivo objetivos compact pacte pacto
    alinea alineas letter letters lettre lettres letra letras inciso incisos literal literales
    phase round session meeting room street years days months weeks hours
    january february march april may june july august september october november december
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
"""
NO_POINT_NOUNS = frozenset(_STRANGE.split())
NO_PREFIXES = frozenset(("A/RES", "C", "R", "P", "G", "SDG", "ODD", "ODS", "GCM", "PMM", "COVID"))
"""Letters before numbers that are no labels of a plan: conventions, recommendations, goals."""

_OTHER = re.compile(rf"(?:{words.MONTH}|{words.PARAGRAPH}|{words.FUNCTION_WORD})")


def is_other_noun(noun: str) -> bool:
    """Return whether a word is a month, a paragraph, or no noun."""
    return _OTHER.fullmatch(noun) is not None


_STATE = (
    r"(?:states?|governments?|ministry|ministries|capital"
    r"|etats?|gouvernement|ministere|estado|gobierno|ministerio)\b"
)
DENIAL = re.compile(
    r"\b(?:no(?!\.?\s*\d|\s+only|\s+solo)|not(?!\s+only)|nothing|none|neither|nobody|never"
    r"|left\s+out|left\s+to|outside|beyond)\b"
    r"|\b(?:ne\b|n')[^.;]*?\b(?:pas|rien|aucune?|ni|jamais|guere)\b"
    r"|\b(?:rien|aucune?|ni|laisse[nst]*\s+de\s+cote)\b"
    r"|\b(?:ni|nada|ningun[oa]?|nunca|tampoco|fuera\s+de|quedan?\s+fuera)\b"
    rf"|\b(?:is|are)\s+(?:left\s+)?(?:(?:for|to)\s+)?the\s+{_STATE}"
    rf"|\b(?:son|es|corresponden?)\s+(?:del|al)\s+{_STATE}"
    rf"|\b(?:est|sont|relevent?|revien(?:t|nent))\s+(?:de|a)\s*(?:l'|la\s|le\s)?{_STATE}"
)
"""What says, in a sentence about objectives alone or in a heading, that nothing is done."""
DENIED_POINT = re.compile(
    r"\b(?:does|do|is|are|will|can|did)\s+not\s+(?!only)|\bnothing\s+(?:in|under)\b|^neither\b"
    r"|\b(?:ne\s|n')[^\s.;]+\s+(?:pas|rien|guere)\b|^rien\s+dans\b"
    r"|\bno\s+(?:se\s+)?(?:tocan?|tratan?|sirven?|responden?|atienden?|contribuyen?|apoyan?)\b"
)
"""What says, in a sentence about points and objectives, that they have no part in these."""
NOT_OURS = re.compile(
    r"\b(?:not|left\s+out|out\s+of|outside|beyond|no|nothing|gaps?"
    r"|laisse\w*|hors|limites?|ne|lacunes?|fuera|dejamos|deja\w*)\b"
)
"""What says so in a heading: its section is about what is left out."""

_NOUN_OF_PLAN = rf"(?:{'|'.join(sorted(KNOWN_NOUNS))})s?"
PRONOUN = re.compile(
    r"(?:^|[,;:]\s*|\band\s+|\bet\s+|\by\s+)(?:it|they|this|these|both|each|all\s+of\s+(?:them|these)"
    r"|ils?|elles?|celles?-ci|celui-ci|ceux-ci|cela|ceci|ce\s+dernier|cette\s+derniere"
    r"|ello|esto|esta|este|ella|ellos|ellas|ambos|ambas)\b(?!\s+objec|\s+goal)"
    r"|\b(?:this|it|they)\s+(?:in\b|is\b|are\b|also\b|counts?|serves?|supports?|helps?|has\b|have\b"
    r"|will\b|can\b|contributes?|answers?|follows?|meets?|goes\b|matches|fits|responds?)"
    rf"|\b(?:the\s+same|this|these|such\s+a|le\s+meme|la\s+meme|les\s+memes|ces|cet|cette|ce"
    rf"|el\s+mismo|la\s+misma|las\s+mismas|est[ae]s?|dich[oa]s?)\s+(?:{_NOUN_OF_PLAN})\b"
    r"|\b(?:de|por|con|a)\s+(?:ello|eso|esto)\b|\b(?:de|a|par|avec)\s+(?:cela|celle-ci|celui-ci)\b"
    r"|^(?:es|son)\s+(?:la|el|las|los)\s+(?:unic|mism)"
    r"|^(?:tambien\s+)?(?:se\s+)?(?:vinculan?|relacionan?|sirven?|responden?|apoyan?|contribuyen?|atienden?|cumplen?|tocan?|ayudan?"
    r"|corresponden?|siguen?|ligan?|basan?|alinean?)\b"
)
"""What takes up the points of the sentence before; some Spanish sentences begin with the verb."""
SAME_OBJECTIVE = re.compile(
    r"\b(?:this|the\s+same|that|cet|ce|le\s+meme|du\s+meme|au\s+meme|este|ese|dicho|el\s+mismo"
    r"|del\s+mismo|al\s+mismo)\s+(?P<noun>objective|goal|commitment|objectif|but|engagement"
    r"|objetivo|compromiso)\b(?!\s*\d)"
)
LETTERS_OF_SAME = re.compile(
    r"\b(?:actions?|mesures?|medidas?|accion|acciones|alineas?|lettres?|letras?|letters?|incisos?"
    r"|literal(?:es)?)\s+(?P<letters>\(?[a-z]\)?(?:\s*(?:,|and|et|y|e)\s*\(?[a-z]\)?)*)\s+"
    r"(?:of\s+|du\s+|del\s+|de\s+)?(?:the\s+same|this|meme|cet|mismo|este)\s+"
    r"(?:objective|goal|objectif|objetivo)\b"
)
RESPECTIVELY = re.compile(r"\b(?:respectively|respectivement|respectivamente)\b")
TOO = re.compile(
    r"\b(?:too|as\s+well|likewise|so\s+(?:do|does|is|are)|aussi|de\s+meme|egalement|tambien)\b"
)
FIRST_ONES = re.compile(
    r"\b(?:the\s+first\s+(?P<en>two|three|four|five)|les\s+(?P<fr>deux|trois|quatre|cinq)\s+premi"
    r"|l[ao]s\s+(?P<es>dos|tres|cuatro|cinco)\s+primer|l[ao]s\s+primer[ao]s\s+"
    r"(?P<es2>dos|tres|cuatro|cinco))"
)
COUNTS = {
    word: number
    for number, several in enumerate(
        ("two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco"), start=2
    )
    for word in several.split()
}
_MODAL = (
    r"(?:(?:can|could|will|would|may|might|shall|should|must|peut|peuvent|pourrait|pourraient"
    r"|puede[n]?|podria[n]?|debe[n]?)\s+(?:also\s+|aussi\s+|tambien\s+)?)?"
)
STRENGTH = re.compile(
    rf"\b{_MODAL}(?:(?:only\s+)?in\s+part|partly|en\s+partie|en\s+parte|parcialmente"
    r"|(?:is|are)\s+in\s+line\s+with|in\s+line\s+with|in\s+keeping\s+with|(?:is|are)\s+aligned\s+with"
    r"|supports?|contributes?\s+to|serves?|answers?|follows?|helps?\s+to\s+\w+|acts?\s+on"
    r"|rests?\s+on|responds?\s+to|strengthens?|implements?|advances?|promotes?"
    r"|repond(?:ent)?\s+a|contribuent?\s+a|contribue\s+a|serv(?:ent|ira)|sert|soutien(?:t|nent)"
    r"|aide(?:nt)?\s+a\s+\w+|correspond(?:ent)?\s+aux?|releve(?:nt)?\s+des?|suivent|suit"
    r"|conformement\s+a|conforme\s+a|vise(?:nt)?|appuie(?:nt)?|renforce(?:nt)?"
    r"|responden?\s+al?|sirven?\s+al?|contribuyen?\s+al?|se\s+apoyan?\s+en|se\s+basan?\s+en"
    r"|apoyan?|refuerzan?|se\s+ligan?\s+al?|en\s+la\s+linea\s+del?|segun)\b"
)
"""Words that say how strongly a sentence ties, as printed."""
PARTLY = re.compile(r"\b(?:in\s+part|partly|en\s+partie|en\s+parte|parcialmente)\b")
AFFIRMS = re.compile(
    r"\b(?:supports?|contributes?|serves?|answers?|helps?|responds?|in\s+line\s+with|aligned"
    r"|implements?|advances?|promotes?|addresses"
    r"|repond(?:ent)?|contribue(?:nt)?|sert|servent|soutien(?:t|nent)|conforme(?:ment)?"
    r"|correspond(?:ent)?|appuie(?:nt)?"
    r"|responden?|contribuyen?|sirven?|apoyan?|corresponden?|promueven?)\b"
)
"""Words by which a sentence without a point affirms that something is done."""
