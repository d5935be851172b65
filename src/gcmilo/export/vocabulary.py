"""The classes and properties of our own, for what SKOS, PROV and Dublin Core have none for.

The exports hold these descriptions, by the local names of their IRIs.
"""

CLASSES = {
    "Objective": "An objective of the Global Compact for Migration.",
    "Action": "A lettered action of an objective.",
    "Plan": "A plan as a whole: the end of a linkage that names no point of it.",
    "PlanPoint": "A point of a plan that the source cites.",
    "Linkage": (
        "That a place of the source ties an objective or action to a plan point,"
        " or to the plan as a whole."
    ),
    "Activity": "Something that is done, made, held or planned.",
    "Figure": "An exact number that is given for an activity. Figures are never added up.",
    "Tension": (
        "A place where the source disagrees with itself,"
        " or claims more in one place than in another."
    ),
    "Side": "One side of a tension.",
}

PROPERTIES = {
    "objective": "The objective or action of a linkage.",
    "planPoint": "The plan point of a linkage, the plan as a whole where no point is named.",
    "basis": (
        "explicit: a sentence names both ends, or one of them by pronoun."
        " listed: a row of a table puts both ends together, and no sentence does."
        " contextual: only the context ties them."
    ),
    "stance": (
        "What the source says of a linkage: supports, takes_up, qualified, limits, not_included."
    ),
    "paragraph": "The number of the paragraph that says so.",
    "place": "The place that says so, in words, where no paragraph is numbered.",
    "wording": "The words of strength as printed.",
    "status": "How the coverage table treats an objective: addressed, indirect, not_addressed.",
    "channel": "The words of the coverage table on how an objective is reached, as printed.",
    "roundTable": "The round table of the International Migration Review Forum of 2022.",
    "sdgTarget": "An SDG target that is listed under an objective.",
    "means": "A means of action that the text states for a plan point.",
    "owner": "Whose an activity is.",
    "partner": "Who else is named with an activity.",
    "figure": "A figure of an activity.",
    "unit": "What a figure counts.",
    "explicitTie": "What an activity is tied to by a sentence.",
    "listedTie": "What an activity is tied to by a row of a table.",
    "contextualTie": "What an activity is tied to by the context alone.",
    "address": "Where a document is found, as printed.",
    "footnote": "The footnote that gives a document.",
    "concerns": "An objective, action or plan point that a tension concerns.",
    "side": "A side of a tension.",
    "quote": "Words as printed.",
}
