"""The answers of one case: the papers of each body joined, what other papers tell of it beside them, each with its id.

Part of the room ``archive``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.addresses import response_id
from generator.archive import told
from generator.archive.papers import Joined, first, united, whole
from generator.archive.senders import could_be
from generator.archive.told import Telling
from generator.model import Body, DemandStance, Motion, Response, Stance, Status
from generator.parse.verdicts import stands


def responses(
    motion: Motion, joined: Sequence[Joined], tellings: Mapping[str, Telling], waiting: Sequence[Body]
) -> list[Response]:
    """The responses of ``motion`` in the order of their papers, then those that are only told of.

    ``waiting`` are the asked bodies whose answer is missing: an answer without a sender could be from one of them.
    """
    taken: set[str] = set()
    made = [_written(motion, one, waiting, taken) for one in joined]
    pages = {paper.draft.document.key: response.id for one, response in zip(joined, made, strict=True) for paper in one.papers}
    known = {body for response in made for body in response.bodies}
    made = [_with_reports(response, tellings, pages) for response in made]
    made += [_only_told(motion, telling, pages, taken) for body, telling in sorted(tellings.items()) if body not in known]
    return made


def _written(motion: Motion, joined: Joined, waiting: Sequence[Body], taken: set[str]) -> Response:
    main = joined.main
    drafts = [paper.draft for paper in joined.papers]
    draft = main.draft
    bodies = tuple(sorted(body.id for body in main.sender.bodies))
    name = response_id(motion.id, bodies, taken)
    taken.add(name)
    together = whole(joined)
    return Response(
        id=name,
        motion=motion.id,
        bodies=bodies,
        body_facts=main.sender.facts,
        possible_bodies=() if bodies or draft.role == "preparation" else tuple(body.id for body in could_be(draft, waiting)),
        document_type=draft.document_type or "remissvar",
        role=draft.role,
        title=first(one.titles[0] if one.titles else None for one in drafts),
        diary_numbers=united(fact for one in drafts for fact in one.diary_numbers),
        cited_numbers=united(fact for one in drafts for fact in one.cited_numbers),
        date=first(one.date for one in drafts),
        prepared_by=first(one.prepared_by for one in drafts),
        # What the officials proposed stands in their own paper first, and is told again in the minutes.
        proposed_decision=first(one.proposed_decision for one in (*drafts[1:], draft)),
        board_decision=first(one.board_decision for one in drafts),
        stance=together.stance,
        demand_stances=tuple(
            DemandStance(
                one.demand, one.stance.value, one.stance.status, one.stance.quote, one.stance.place, one.stance.passage, 1.0,
                one.stance.reason, one.stance.date,
            )
            for one in together.demand_stances
        ),
        signatories=tuple(dict.fromkeys(person for one in drafts for person in one.signatories)),
        attachments=united(fact for one in drafts for fact in one.attachments),
        sections=together.sections,
        document=draft.document,
        retold=draft.retold is not None,
        retold_note=draft.retold.quote if draft.retold else "",
        papers=tuple(one.document for one in drafts[1:]),
        paper_types=tuple(one.document_type or "remissvar" for one in drafts[1:]),
        paper_dates=tuple(one.date for one in drafts[1:]),
        advice=together.advice,
        remarks=together.remarks,
        edits=tuple(edit for paper in joined.papers for edit in paper.edits),
    )


def _with_reports(response: Response, tellings: Mapping[str, Telling], pages: Mapping[tuple[str, int], str]) -> Response:
    """``response`` with what other papers say of it; their word is its stance only where its own papers state none."""
    if response.role != "answer" or len(response.bodies) != 1 or response.bodies[0] not in tellings:
        return response
    telling = tellings[response.bodies[0]]
    stance = response.stance
    if stance.value == "unclear" and stance.status is not Status.CURATED:
        given = told.stance(telling, told.TOLD)
        stance = stance if _says_else(response, given.value) else given
    return replace(response, reports=told.reports(telling, pages), stance=stance)


def _says_else(response: Response, value: Stance) -> bool:
    """Whether the body's own decision takes stands that are not only ``value``: one word of a table must not stand for them."""
    own = response.board_decision or response.proposed_decision
    said = {one.value for one in response.demand_stances} | (stands(own.value) if own else set())
    return bool(said - {value})


def _only_told(motion: Motion, telling: Telling, pages: Mapping[tuple[str, int], str], taken: set[str]) -> Response:
    name = response_id(motion.id, (telling.body.id,), taken)
    taken.add(name)
    return Response(
        id=name,
        motion=motion.id,
        bodies=(telling.body.id,),
        body_facts=(told.body_fact(telling),),
        possible_bodies=(),
        document_type="sammanstallning",
        role="answer",
        title=None,
        diary_numbers=(),
        cited_numbers=(),
        date=None,
        prepared_by=None,
        proposed_decision=None,
        board_decision=None,
        stance=told.stance(telling, told.ONLY_TOLD),
        demand_stances=(),
        signatories=(),
        attachments=(),
        sections=told.sections(telling),
        document=told.document(telling),
        reports=told.reports(telling, pages),
        told=True,
    )
