"""The panel "Look up": one thing, or a list of things."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

import gcmilo
from gcmilo.cli import completions
from gcmilo.cli.question import Directory, question
from gcmilo.cli.values import (
    DocumentIds,
    Objectives,
    OneActivity,
    OneObjective,
    OneParagraph,
    OnePoint,
    OptionalBasis,
    OptionalObjective,
    OptionalParagraph,
    OptionalPoint,
    OptionalRoundTable,
    OptionalSdg,
    OptionalStance,
    OptionalStatus,
    option,
    references,
    text_of,
)
from gcmilo.crosswalk import Crosswalk
from gcmilo.model import ActivityKind
from gcmilo.progress import ProgressCallback
from gcmilo.query import Answer


@question()
def objective(crosswalk: Crosswalk, ref: OneObjective) -> Answer:
    """What stands behind an objective or an action, and where it is said.

    Tells where it stands in the Compact, the status and channel of its row, the plan points behind
    it and their basis, its actions with those that the source names, the linkages with paragraph,
    strength and note, activities, tensions.

    REF is a number from 1 to 23 (6, 'objective 6', 'GCM para 22') or an action (6l, '6(l)', 6.l).

    \b
    Example:
      $ gcmilo objective 6
      Objective 6: Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work
      ...
      12(a)  contextual  fair recruitment
      ...
    """  # noqa: E501 - the example has the lines of the answer
    return gcmilo.objective(crosswalk, " ".join(ref))


@question()
def objectives(
    crosswalk: Crosswalk,
    refs: Objectives = None,
    status: OptionalStatus = None,
    plan_point: OptionalPoint = None,
    paragraph: OptionalParagraph = None,
    round_table: OptionalRoundTable = None,
    sdg: OptionalSdg = None,
) -> Answer:
    """The objectives, with status, plan points, paragraphs and gap.

    REFs and options narrow the list; an objective must meet all of them.

    \b
    Example:
      $ gcmilo objectives --status not-addressed
      ...
      9    Strengthen the transnational response to the smuggling of migrants  not addressed
      ...
    """
    return gcmilo.objectives(
        crosswalk,
        references(refs or []),
        status=status,
        plan_point=plan_point,
        paragraph=paragraph,
        round_table=round_table,
        sdg=sdg,
    )


@question()
def plan_point(crosswalk: Crosswalk, ref: OnePoint) -> Answer:
    """What a point of the plan serves, and where it is said.

    Tells its subject, means and paragraphs, the objectives it serves and on what basis, linkages,
    activities, tensions.

    REF is the label of a point, whatever the punctuation: 13d, '13(d)', 13.D, 13 d, 'point 13(d)'.

    \b
    Example:
      $ gcmilo plan-point 13d
      Plan point 13(d): fair recruitment
      ...
      6    contextual  Recruitment and decent work
      ...
    """
    return gcmilo.plan_point(crosswalk, " ".join(ref))


@question()
def plan_points(crosswalk: Crosswalk) -> Answer:
    """The points of the plan, with the objectives they serve, and the letters never cited.

    \b
    Example:
      $ gcmilo plan-points
      ...
      13(c)  enterprise development and self-employment       19, 21
      ...
    """
    return gcmilo.plan_points(crosswalk)


@question()
def paragraph(crosswalk: Crosswalk, ref: OneParagraph) -> Answer:
    """What a numbered paragraph of the source says about what.

    N is a number (12, 'para. 12', §12).

    \b
    Example:
      $ gcmilo paragraph 10
      Paragraph 10
      ...
      5(d)    -      10     explicit  supports “should contribute”: Mapping what is known about circular and temporary
      ...
    """  # noqa: E501 - the example has the lines of the answer
    return gcmilo.paragraph(crosswalk, " ".join(ref))


@question()
def paragraphs(crosswalk: Crosswalk) -> Answer:
    """The numbered paragraphs of the source, with what each ties and a summary.

    \b
    Example:
      $ gcmilo paragraphs
      ...
      13     7           12(d), 12(f), 14(d)         Vulnerabilities at work:
      ...
    """
    return gcmilo.paragraphs(crosswalk)


@question()
def linkages(
    crosswalk: Crosswalk,
    objective: OptionalObjective = None,
    plan_point: OptionalPoint = None,
    paragraph: OptionalParagraph = None,
    basis: OptionalBasis = None,
    stance: OptionalStance = None,
) -> Answer:
    """The linkages, one for each objective or action, plan point or none, and paragraph.

    Explicit: a sentence names both ends. Listed: a row of a table puts both together, no sentence
    does. Contextual: only the paragraph ties them.

    \b
    Example:
      $ gcmilo linkages --stance limits
      ...
      6(i)    -      11     explicit  limits “may limit fundamental rights”
      ...
    """
    return gcmilo.linkages(
        crosswalk,
        objective=objective,
        plan_point=plan_point,
        paragraph=paragraph,
        basis=basis,
        stance=stance,
    )


@question()
def activities(
    crosswalk: Crosswalk,
    objective: OptionalObjective = None,
    plan_point: OptionalPoint = None,
    kind: Annotated[ActivityKind | None, option(ActivityKind, "Only of this kind")] = None,
    place: Annotated[
        str | None, typer.Option(help="Only in this region or country.", metavar="TEXT")
    ] = None,
    partner: Annotated[
        str | None, typer.Option(help="Only with this partner or owner.", metavar="TEXT")
    ] = None,
    year: Annotated[int | None, typer.Option(help="Only of this year.", metavar="YEAR")] = None,
    text: Annotated[
        str | None, typer.Option(help="Only with this text in name or summary.", metavar="TEXT")
    ] = None,
) -> Answer:
    """The activities that the source names, with kind, dates, figures, partners and places.

    Case and accents do not matter in TEXT. Figures are given as stated, and are never to be added
    up.

    \b
    Example:
      $ gcmilo activities --place Ethiopia
      ...
      Support to the reintegration of returnees in Ethiopia  project  2015/2019  19     ethiopia-returnees
      ...
    """  # noqa: E501 - the example has the lines of the answer
    return gcmilo.activities(
        crosswalk,
        objective=objective,
        plan_point=plan_point,
        kind=kind,
        place=place,
        partner=partner,
        year=year,
        text=text,
    )


@question()
def activity(crosswalk: Crosswalk, id: OneActivity) -> Answer:
    """One activity, with all that the source says of it.

    \b
    Example:
      $ gcmilo activity ethiopia-returnees
      Support to the reintegration of returnees in Ethiopia
      ...
      13753   returnees trained in entrepreneurship, life skills and financial literacy
      ...
    """
    return gcmilo.activity(crosswalk, id)


@question()
def documents(crosswalk: Crosswalk, ids: DocumentIds = None) -> Answer:
    """The documents, instruments and resolutions that the source cites.

    \b
    Example:
      $ gcmilo documents
      ...
      GB.331/INS/4/1(Rev.)
      ...
    """
    return gcmilo.documents(crosswalk, ids or [])


@question()
def search(
    crosswalk: Crosswalk,
    directory: Directory,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help='Words, a "phrase", or a beginning*.')
    ],
    limit: Annotated[
        int, typer.Option(min=1, max=1000, help="At most so many hits.", metavar="N")
    ] = 20,
) -> Answer:
    """What the data tells about something: full text, best first, in English, French and Spanish.

    Searches titles, action labels, summaries, notes, activities, documents and tensions. Case,
    accents and endings do not matter. All words are wanted; where nothing has them all, any of them
    will do.

    \b
    Example:
      $ gcmilo search remesas
      ...
      objective  20                                                    Promote faster, safer and cheaper transfer of
      ...
    """  # noqa: E501 - the example has the lines of the answer
    from gcmilo.cli.command_lines import command_line

    answer = gcmilo.search(crosswalk, " ".join(text), limit=limit)
    plan = directory.option()
    hits = [replace(hit, command=command_line(hit) + plan) for hit in answer.hits]
    return replace(answer, hits=tuple(hits))


@question()
def resolve(
    crosswalk: Crosswalk,
    directory: Directory,
    report: ProgressCallback,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Any text; - reads stdin.")],
) -> Answer:
    """What the references in a text are: objectives, actions, plan points, paragraphs, SDG targets.

    Takes them as people write them: 21(j), 'para. 21 (j)', 'GCM para 38', 'obj 5j', 'SDG 8.8',
    'point 13 (d)', 'GB.335 para 17'; several in one text. An ambiguous one has all its readings
    listed. What a file names is told by 'gcmilo mentions FILE'.

    \b
    Example:
      $ gcmilo resolve 'see objectives 5(c) and (e), and point 13(a)'
      ...
      13(a)    plan point  13(a)      labour standards; stereotypes and prejudices
      ...
    """
    written = text_of(text, report)
    answer = gcmilo.resolve(crosswalk, written)
    # A file may have the name of a reference, such as 6, which is then what is asked about.
    is_reference = [reference.matched for reference in answer.references] == [written]
    if text != ["-"] and not is_reference:
        from gcmilo.cli.command_lines import refuse_file

        refuse_file(" ".join(text), directory)
    return answer


@question()
def mentions(
    crosswalk: Crosswalk,
    report: ProgressCallback,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Documents or tables; - reads stdin.",
            autocompletion=completions.files,
        ),
    ],
    objective: OptionalObjective = None,
    plan_point: OptionalPoint = None,
) -> Answer:
    """What documents and tables name, where, and in which sentence: objectives, actions, SDG targets, plan points.

    Lists every mention in its order, counts them by objective, and says which objectives are never
    named and what was not read. A reference that may mean several things counts as the likeliest.
    With --objective or --plan-point, or both, shows the sentences with such a mention in full, and
    marks its words. A file that is named twice is read once.

    \b
    Example:
      $ echo 'Point 13(d) serves objectives 6 and 7.' | gcmilo mentions - --objective 6
      1 mention of objective 6
      ...
      line 1: Point 13(d) serves objectives «6» and 7.
      ...
    """  # noqa: E501 - the help lists the first line
    # Read one by one, so that a reference that is none is told before a long file is read.
    documents = (gcmilo.read_document(path, report) for path in dict.fromkeys(files))
    return gcmilo.mentions(
        crosswalk, documents, objective=objective, plan_point=plan_point, report=report
    )
