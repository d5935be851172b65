"""The words of references in English, French and Spanish, as patterns for folded text.

Folded text has small letters without accents, plain hyphens and apostrophes.
"""

import re

SPACE = " *"
"""White space, but no end of a paragraph or item: folded text has a line break for those alone."""

OBJECTIVE = (
    r"(?:ob(?!jects?\b|jets?\b|jetos?\b)[cefijostv]{4,9}(?:\(s\))?|obje?\.?|objs\.?"
    r"|commitments?|engagements?|compromisos?)"
)
"""The noun in three languages, with slips of its letters: objctive, objetif, objectivo."""
GOAL = r"goals?"
COMPACT = (
    r"(?:gcm\b|pmm\b|mmsor\b|a/res/73/195|(?:global\s+|migration\s+"
    r"|marrakech\s+)*(?<!refugee )(?<!refugees )compact\b(?!\s+on\s+refugees)"
    r"|pacte(?:\s+mondial)?\b(?!\s+(?:mondial\s+)?(?:sur|pour)\s+les\s+refugies)"
    r"|pacto(?:\s+mundial)?\b(?!\s+(?:mundial\s+)?(?:sobre|para)\s+los\s+refugiados))"
)
"""The Compact for Migration, and not the one on refugees."""
REFUGEES = r"(?:refugees?|refugies?|refugiad[oa]s?|gcr)\b"
REFUGEE_COMPACT = (
    r"(?:\brefugees?\s+compact\b|\b(?:compact|pacte|pacto)\b[^.;]{0,30}\b"
    r"(?:refugees?|refugies?|refugiad[oa]s?)\b|\bgcr\b)"
)
"""The other Compact, whose objectives are numbered too."""

SDG = (
    r"(?:sdgs?|odds?|ods|sustainable\s+development\s+goals?"
    r"|objectifs?\s+(?:de|du)\s+developpement\s+durable"
    r"|objetivos?\s+de\s+desarrollo\s+sostenible)"
)
TARGET = r"(?:targets?|cibles?|metas?)"
PARAGRAPH = (
    r"(?:paragraphs?|paragraphes?|paras?\.?|pars?\.|paragr\.|parrafos?|parrs?\.?|apartados?"
    r"|apdos?\.?|§+)"
)
ACTION = (
    r"(?:actions?|measures?|mesures?|medidas?|accion|acciones|alineas?|incisos?|lettres?|letras?"
    r"|letters?|litt?eral(?:es)?|litt?\.|let\.|lit\.|al\.|inc\.|apartados?|items?"
    r"|sub-?paragraphs?|sub-?paras?\.?|sub-?actions?|points?)"
)
"""The nouns that come with the letters of actions."""
POINT = r"(?:plan[\s-]+)?(?:points?|puntos?)"

ARTICLE = r"(?:(?:the|le|la|les|el|los|las|al|del|du|des|au|aux|de\s+los|numbers?|numeros?)\s+|l')?"
NUMBER_SIGN = r"(?:(?:n\.?\s?[o°]s?\.?|nos?\.|no(?=\s\d)|nr\.?|nums?\.?|numeros?|numbers?|#|-)\s*)?"
CONJUNCTION = (
    r"(?:and/or|and\s+also|and|or|nor|as\s+well\s+as|in\s+addition\s+to|along\s+with"
    r"|together\s+with|but\s+also|plus"
    r"|et/ou|et|ou|ainsi\s+qu(?:e\b|')|mais\s+aussi|comme|de\s+meme\s+que|ni|y/o|y|e|o|u"
    r"|al\s+igual\s+que|lo\s+mismo\s+que|asi\s+como|sino\s+tambien|&)"
)
GLOSS = r"\s*[(\[](?:[^()\[\]]|\([^()]*\)){0,300}[)\]]"
"""What is explained in parentheses behind a number."""
FILLER = (
    r"(?:also|especially|particularly|in\s+particular|notably|partly|possibly|perhaps|not|even"
    r"|to\s+(?:a|some)\s+(?:lesser\s+|certain\s+)?(?:degree|extent)|of\s+course|above\s+all"
    r"|surtout|notamment|aussi|en\s+particulier|dans\s+une\s+moindre\s+mesure|meme|non|enfin|puis"
    r"|tambien|sobre\s+todo|en\s+particular|en\s+menor\s+medida|incluso|no|por\s+ultimo|finally)"
)
EXAMPLES = (
    r"(?:such\s+as|(?:those\s+)?numbered|(?:ceux\s+)?numerotes|(?:los\s+)?numerados"
    r"|for\s+example|for\s+instance|par\s+exemple|por\s+ejemplo|namely|including"
    r"|in\s+particular|particularly|especially|notably|e\.\s?g\.|i\.\s?e\.|viz\.?"
    r"|a\s+savoir|notamment|en\s+particulier|tels?\s+que|comme|soit|dont"
    r"|a\s+saber|en\s+particular|tales?\s+como|como|entre\s+ell[oa]s|incluid[oa]s|es\s+decir"
    r"|p\.\s?ej\.)"
)
"""What comes between ``objectives`` and the numbers of some of them."""
EXCEPT = (
    r"(?:except(?:\s+for)?|excluding|minus|but\s+not|other\s+than|apart\s+from|save\s+for|without"
    r"|sauf|hormis|excepte|a\s+l'exception\s+d[eu]s?|salvo|excepto|menos|a\s+excepcion\s+del?)"
)
"""What takes members out of a list or range again."""
TOPIC = (
    r"(?:on|for|about|concerning|regarding|relating\s+to|related\s+to|dealing\s+with|covering"
    r"|which|that|where|in|by|with|under"
    r"|sur|pour|concernant|relatifs?\s+a|portant\s+sur|qui|dans|avec|sobre|para"
    r"|relativ[oa]s?\s+a|relativ[oa]s?\s+al|que|en|con)"
)
"""What begins a few words about the number before it: ``19 on diasporas and 21 on return``."""
OWNED_BY = r"(?:of|under|from|du|de\s+la|de\s+l'|des|de|del|d')"
OF = r"(?:of|under|in|from|to|within|set\s+out\s+in|du|de\s+la|de\s+l'|des|de|del|dans|sous|en|d')"

MONTH = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|mar(?:ch|s|zo)|apr(?:il)?|may|mai|june?|juin|july?"
    r"|juillet|aug(?:ust)?|sept?(?:ember|embre)?"
    r"|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?|fevrier|avril|aout"
    r"|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
COUNTED = (
    r"(?:of\s+(?:them|which|these|those|whom|its)|others?|more|further|additional|new|guiding"
    r"|cross-cutting"
    r"|(?:member\s+)?states?|countries|governments?|ministries|agencies|partners?|people"
    r"|persons?|migrants?|workers?|women|children"
    r"|years?|months?|weeks?|days?|hours?|pages?|percent|per\s+cent|points?\s+of|millions?"
    r"|billions?|thousand|dollars|euros|usd|eur"
    r"|objectives|objectifs|objetivos|commitments|engagements|compromisos|principles"
    r"|principes|principios|actions|mesures|medidas|acciones"
    r"|indicators?|targets|goals|articles|measures|projects?|projets?|proyectos?|outputs?"
    r"|activities|meetings?|cases|reports?"
    r"|d'entre|autres|etats?|pays|ministeres?|personnes|travailleurs|ans?|annees?|mois|jours"
    r"|semaines|pour\s+cent|heures"
    r"|de\s+ell[oa]s|otr[oa]s|estados?|paises|ministerios?|personas|trabajador[ae]s|anos?"
    r"|meses|dias|semanas|por\s+ciento|horas)\b"
)
"""What comes after a number that counts, and names nothing."""

FUNCTION_WORD = (
    r"(?:and|or|nor|of|in|on|for|to|are|is|was|were|be|has|have|had|will|shall|should|must"
    r"|can|could|may|might|would|as|at|under|from|with|by|the|that|which|who"
    r"|et|ou|ni|du|des?|dans|sur|pour|sont|est|ont|par|avec|aux?|les?|la|une?|qui|que|seront"
    r"|etaient|se|ne|doivent|peut|peuvent"
    r"|del?|en|para|son|es|han|ha|con|los?|las?|el|por|que|se|no|seran|deben|puede|pueden|al)\b"
)
"""Words that may follow a reference; any other word after a number may be what it counts."""
OTHER_OWNER = (
    r"(?:projects?|programmes?|programs?|strateg(?:y|ies)|plans?|polic(?:y|ies)|frameworks?"
    r"|conventions?|agreements?|protocols?"
    r"|declarations?|recommendations?|resolutions?|charters?|treat(?:y|ies)|constitutions?"
    r"|laws?|acts?|codes?|budgets?|mandates?|reports?|papers?"
    r"|articles?|agenda\s+20\d\d|sdgs?|odd|ods|roadmaps?|initiatives?|pacts?|meetings?"
    r"|workshops?|studies|study|surveys?|bill|contracts?|chapters?|sections?|annex(?:es)?"
    r"|projets?|strategies?|politiques?|cadres?|accords?|protocoles?|chartes?|lois?|rapports?"
    r"|documents?|notes?|etudes?|decrets?"
    r"|proyectos?|programas?|estrategias?|politicas?|marcos?|convenios?|acuerdos?|protocolos?"
    r"|cartas?|ley(?:es)?|informes?|documentos?|estudios?|decretos?|articulos?)\b"
)
"""Whose objectives and paragraphs are not the Compact's."""
OTHER_KIND = (
    r"(?:specific|strategic|strategy|policy|programme|program|project|overall|overarching"
    r"|general|corporate|operational|immediate"
    r"|development|learning|national|sectoral|sector|plan|agenda|framework|budget|business"
    r"|annual|interim|departmental|thematic|outcome|country|regional"
    r"|millennium|quality|sub)[\s-]+"
)
"""What makes an objective somebody else's: ``Specific objective 2``."""
OUR = (
    r"(?:(?:our|their|my|your|notre|nos|leurs?|votre|vos|nuestr[oa]s?)\s+"
    r"(?:own\s+|propres?\s+|propi[oa]s?\s+)?|(?:own|propres?|propi[oa]s?)\s+)"
)
"""Whose objectives are not the Compact's either: ``our own objectives 1 to 4``."""
OTHER_NUMBERED = (
    r"(?:articles?|arts?\.|articulos?|sections?|secciones|seccion|rules?|regulations?|reglas?"
    r"|regles?|annex(?:es)?|annexes?|anexos?|schedules?"
    r"|clauses?|clausulas?|items?|chapters?|chapitres?|capitulos?|tables?|tableaux?|cuadros?"
    r"|boxes|box|encadres?|recuadros?|figures?|figuras?|forms?"
    r"|conventions?|convenios?|recommendations?|recommandations?|recomendaci(?:on|ones)"
    r"|resolutions?|pages?|paginas?|pp?\.|footnotes?|notes?|principles?|principes?|principios?"
    r"|pillars?|piliers?|pilares?|outcomes?|priorit(?:y|ies)|questions?|steps?|no\.|nos\.|n°)"
)
"""The nouns of what else bears a number and a letter."""

_EN = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three
"""
_FR = """
    un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois
"""
_ES = """
    uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres
"""
_EN_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    twenty-second twenty-third
"""
_FR_ORDINALS = """
    premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme
    onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme
    dix-neuvieme vingtieme vingt-et-unieme vingt-deuxieme vingt-troisieme
"""
_ES_ORDINALS = """
    primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo
    decimotercer decimocuarto decimoquinto decimosexto decimoseptimo decimoctavo decimonoveno
    vigesimo vigesimoprimer vigesimosegundo vigesimotercer
"""


def _numbered(*series: str) -> dict[str, int]:
    """The number of each word of some series, each of which counts from 1."""
    return {word: place for words in series for place, word in enumerate(words.split(), 1)}


CARDINALS = _numbered(_EN, _FR, _ES)
ORDINALS = _numbered(_EN_ORDINALS, _FR_ORDINALS, _ES_ORDINALS) | {
    "primero": 1,
    "decimo-primero": 11,
    "decimo-segundo": 12,
    "decimo-tercer": 13,
    "decimo-tercero": 13,
    "decimotercero": 13,
    "decimo-cuarto": 14,
    "decimo-quinto": 15,
    "decimo-sexto": 16,
    "decimo-septimo": 17,
    "decimo-octavo": 18,
    "decimo-noveno": 19,
    "vigesimo-primer": 21,
    "vigesimo-primero": 21,
    "vigesimo-segundo": 22,
    "vigesimo-tercer": 23,
    "vigesimo-tercero": 23,
    "second": 2,
    "tercero": 3,
    "vigesimoprimero": 21,
    "vigesimotercero": 23,
}


def spelled(words: dict[str, int]) -> str:
    """Return the pattern of some number words, the longest first, with hyphens or spaces."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(word.replace("-", r"[-\s]+") for word in longest_first) + r")\b"


def number_of(word: str, words: dict[str, int]) -> int:
    """Return the number that a spelled word is for."""
    return words[re.sub(r"[-\s]+", "-", word)]
