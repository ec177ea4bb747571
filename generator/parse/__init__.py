"""``Document`` → ``Draft``: what a document says, each fact with its place. One rule a file, applied in this order.

A rule is a function from the laid-out document and the draft so far to the draft with its facts added. Later rules may look at
what earlier ones found (most ask whether the document is a motion), so the order of ``RULES`` matters at the top.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.model import Document, Draft
from generator.parse.authorities import authorities
from generator.parse.claims import claims
from generator.parse.days import date, filed
from generator.parse.decisions import decisions
from generator.parse.demands import demands
from generator.parse.details import attachments, prepared_by, retold, signatories
from generator.parse.kinds import kind
from generator.parse.numbers import numbers
from generator.parse.proposers import proposers
from generator.parse.reading import Reading, read_layout
from generator.parse.referrals import referrals
from generator.parse.remarks import remarks
from generator.parse.reported import reported
from generator.parse.senders import senders
from generator.parse.stances import stance
from generator.parse.statements import statement
from generator.parse.text import text
from generator.parse.titles import titles

Rule = Callable[[Reading, Draft], Draft]

RULES: tuple[Rule, ...] = (
    retold,
    kind,
    titles,
    numbers,
    filed,
    date,
    statement,
    proposers,
    demands,
    referrals,
    senders,
    claims,
    decisions,
    stance,
    reported,
    remarks,
    prepared_by,
    signatories,
    attachments,
    authorities,
    text,
)


def parse(document: Document, told: Callable[[Draft], Draft] | None = None) -> Draft:
    """Everything ``document`` says by the rules; a document that says nothing known comes back with kind "unknown".

    ``told`` is what an editor says of its kind: it may change the draft as soon as the rules have told the kind.
    """
    reading = read_layout(document)
    draft = Draft(document)
    for rule in RULES:
        draft = rule(reading, draft)
        if told and rule is kind:
            draft = told(draft)
    return draft
