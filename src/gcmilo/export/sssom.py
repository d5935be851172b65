"""SSSOM 1.1: one row for every linkage, and one for an objective that is not addressed and of which nothing is said.

The relation is ``skos:relatedMatch``: the source says that work supports an objective, not that the two are near in
meaning. Where the source says that an objective is left out, the object is ``sssom:NoTermFound``. No confidence is
given: the source states none.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.names import WHOLE, Names, is_match
from gcmilo.model import Linkage, Status
from gcmilo.refs import ActionRef, ObjectiveRef, Place

COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification"),
    *("mapping_cardinality", "see_also", "comment"),
    *("ext_status", "ext_basis", "ext_stance", "ext_paragraph", "ext_wording"),
)
"""The columns of a row. Those that start with ``ext_`` are declared as extensions in the head."""

_TYPES = {"ext_paragraph": "xsd:integer"}
_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"


def write(crosswalk: Crosswalk, publication: Publication) -> str:
    """Return the mapping set as TSV with its metadata in comment lines."""
    names = Names(crosswalk, publication)
    text = StringIO()
    text.writelines(f"#{line}\n" for line in _head(names))
    writer = csv.DictWriter(text, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(_rows(names))
    return text.getvalue()


def _head(names: Names) -> Iterator[str]:
    plan, source = names.crosswalk.plan, names.crosswalk.source
    about = f"Linkages between objectives of the Global Compact for Migration and the {plan.title}"
    yield "sssom_version: '1.1'"
    yield "curie_map:"
    for prefix in ("gcm", "plan", "voc", "xsd"):
        yield f"  {prefix}: {_quoted(names.prefixes[prefix])}"
    yield f"mapping_set_id: {_quoted(f'{names.plan}/sssom')}"
    yield f"mapping_set_title: {_quoted(about)}"
    yield f"mapping_set_description: {_quoted(f'Coded from {source.symbol}: {source.title}')}"
    yield f"license: {_quoted(names.publication.licence or _UNSPECIFIED)}"
    yield "subject_type: skos concept"
    yield "object_type: skos concept"
    yield "extension_definitions:"
    for name in (name for name in COLUMNS if name.startswith("ext_")):
        yield f"  - slot_name: {name}"
        yield f"    property: voc:{name.removeprefix('ext_')}"
        yield f"    type_hint: {_TYPES.get(name, 'xsd:string')}"


def _quoted(text: str) -> str:
    """A text as YAML takes it in single quotes, in which nothing but the quote itself has a meaning."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _rows(names: Names) -> Iterator[dict[str, str]]:
    crosswalk = names.crosswalk
    for linkage in crosswalk.linkages:
        yield _row(names, linkage)
    named = {linkage.objective for linkage in crosswalk.linkages}
    for row in crosswalk.coverage:
        if row.status is Status.NOT_ADDRESSED and row.objective not in named:
            yield _subject(names, row.objective) | _NOTHING | _evidence(names, row.objective, None)


_ALWAYS = {"predicate_id": "skos:relatedMatch", "mapping_justification": "semapv:ManualMappingCuration"}
_NOTHING = {**_ALWAYS, "object_id": "sssom:NoTermFound", "object_label": "", "mapping_cardinality": "1:0"}


def _row(names: Names, linkage: Linkage) -> dict[str, str]:
    found = _NOTHING if not is_match(names.crosswalk, linkage) else _ALWAYS | _object(names, linkage)
    return _subject(names, linkage.subject) | found | _evidence(names, linkage.objective, linkage)


def _subject(names: Names, ref: ObjectiveRef | ActionRef) -> dict[str, str]:
    crosswalk = names.crosswalk
    label = crosswalk.action(ref).label if isinstance(ref, ActionRef) else crosswalk.objective(ref).title.en
    return {"subject_id": f"gcm:{ref.key}", "subject_label": label}


def _object(names: Names, linkage: Linkage) -> dict[str, str]:
    ref = linkage.plan_point
    if ref is None:
        return {"object_id": f"plan:{WHOLE}", "object_label": names.crosswalk.plan.title}
    local = names.point(ref).removeprefix(names.prefixes["plan"])
    return {"object_id": f"plan:{local}", "object_label": names.crosswalk.plan_point(ref).subject}


def _evidence(names: Names, objective: ObjectiveRef, linkage: Linkage | None) -> dict[str, str]:
    """Status, basis and place, in the extension columns and again in the comment, as some readers drop the former."""
    coverage = names.crosswalk.coverage_of(objective)
    extensions: dict[str, object] = {"status": coverage.status}
    places = [Place("appendix", objective.number)] if names.crosswalk.source.coverage_table else []
    if linkage:
        extensions |= {"basis": linkage.basis, "stance": linkage.stance}
        extensions |= {"paragraph": linkage.paragraph, "wording": linkage.wording}
        places[:0] = [Place("paragraph", linkage.paragraph)] if linkage.paragraph is not None else []
    known = {name: str(value) for name, value in extensions.items() if value is not None}
    return {
        "see_also": "|".join(names.place(place) for place in places),
        "comment": _comment(known, linkage.note if linkage else None),
    } | {f"ext_{name}": value for name, value in known.items()}


def _comment(known: dict[str, str], note: str | None) -> str:
    said = [f"{name}: {value.replace('_', ' ')}" for name, value in known.items()]
    return "; ".join([*said, note] if note else said)
