"""What one document says, before anybody has settled who is meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.documents import Aside, Document, Fact, Finding, Ledger, Place, Section
from generator.model.kinds import DocumentType, DraftKind, Outcome, Role, Stage, Stance, StatementKind, Status


@dataclass(frozen=True, slots=True)
class Proposer:
    """A person who signed the motion; ``struck`` if the name is crossed out, ``note`` what stands beside it."""

    name: str
    party: str | None
    place: Place
    struck: bool = False
    note: str | None = None
    editor: Fact | None = None  # the editor's word, where it is that: curated


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing the motion asks for, in its own words. ``passage`` is the anchor of the paragraph that holds it."""

    number: int
    text: str
    place: Place
    passage: str = ""
    editor: Fact | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed an answer, with the title as written (or None)."""

    name: str
    title: str | None
    place: Place
    editor: Fact | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as a document names it. ``full`` has an elided head restored (Bromma → Bromma stadsdelsnämnd)."""

    name: str
    full: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReferralList:
    """The bodies one document says were asked. ``besides_sender``: it says "även", so its own body is meant as well.

    ``again``: it says that they were asked once more ("på nytt remitterats").
    """

    names: tuple[Mention, ...]
    quote: str
    place: Place
    besides_sender: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class SenderClue:
    """A piece of evidence for whose answer this is.

    ``strength`` 3: stated; 2: enough to infer alone (the office speaks, the board's own diary series); 1: a hint.
    ``sort`` names the kind of evidence, in Swedish, for the reader.
    """

    mention: Mention
    strength: int
    sort: str
    quote: str


@dataclass(frozen=True, slots=True)
class BodyClaim:
    """What one document says another body did: declined to answer, or sent no answer."""

    mention: Mention
    state: Literal["declined", "silent", "answered"]
    quote: str


@dataclass(frozen=True, slots=True)
class StanceFact:
    """What a response says about the motion. ``unclear`` has no quote, place or passage."""

    value: Stance
    status: Status = Status.STATED
    quote: str = ""
    place: Place | None = None
    passage: str = ""
    reason: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """What a document says that another body answered: a row of the office's table, or a sentence that tells it.

    ``words`` is the answer as it is put there ("Avstyrker"); a stance that those words do not state is "unclear".
    ``quote`` is the whole row or sentence, ``passage`` the anchor of the passage that holds it.
    """

    mention: Mention
    value: Stance
    words: str
    comment: str
    quote: str
    place: Place
    passage: str = ""


@dataclass(frozen=True, slots=True)
class NumberedStance:
    """A stand on one demand that the text points out by its number ("första att-satsen"); 0 stands for all the others."""

    demand: int
    stance: StanceFact


@dataclass(frozen=True, slots=True)
class Remark:
    """What a party said inside a body's own paper: a reservation, a yrkande. It is never the body's stance."""

    kind: StatementKind
    by: str  # the parties as written, "" where the paper does not say
    quote: str
    place: Place
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Votes:
    """The result of a vote, in votes. ``question`` is what yes and no stood for, in the document's words, "" where it does not say."""

    yes: int
    no: int
    abstained: int | None  # None where the document does not say
    question: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal or decision on the motion by ``body`` (a name in a draft, a body id in the archive).

    ``evidence`` says what ``outcome`` rests on where the words leave it to another document ("enligt styrelsens förslag").
    """

    stage: Stage
    body: str
    outcome: Outcome
    text: str
    place: Place
    date: Fact | None = None
    votes: Votes | None = None
    evidence: str = ""
    editor: Fact | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one document says, by the rules of ``parse/``; who is *meant* is settled later, in ``archive``."""

    document: Document
    kind: DraftKind = "unknown"
    kind_quote: str = ""
    document_type: DocumentType | None = None
    role: Role = "answer"
    sections: tuple[Section, ...] = ()
    furniture: tuple[tuple[str, int], ...] = ()  # (kind, line number): lines that are not the document's text
    asides: tuple[Aside, ...] = ()  # the same lines with their words
    retold: Fact | None = None
    titles: tuple[Fact, ...] = ()  # the motion's title, in every form the document gives it
    motion_number: Fact | None = None  # e.g. 2016:5
    diary_numbers: tuple[Fact, ...] = ()  # with ``of``
    cited_numbers: tuple[Fact, ...] = ()
    filed: Fact | None = None  # value may be XXXX-MM-DD where the year is not written
    proposers: tuple[Proposer, ...] = ()
    proposer_claims: tuple[Fact, ...] = ()  # how an answer names the proposers
    demands: tuple[Demand, ...] = ()
    referrals: tuple[ReferralList, ...] = ()
    asked_kind: Fact | None = None  # an unnamed addressee ("stadsdelsnämnden"): value is a BodyKind
    deadlines: tuple[Fact, ...] = ()
    senders: tuple[SenderClue, ...] = ()
    body_claims: tuple[BodyClaim, ...] = ()
    date: Fact | None = None
    prepared_by: Fact | None = None
    proposed_decision: Fact | None = None
    board_decision: Fact | None = None
    decisions: tuple[Decision, ...] = ()
    stance: StanceFact = field(default_factory=lambda: StanceFact("unclear"))
    demand_stances: tuple[NumberedStance, ...] = ()
    forwards: Fact | None = None  # whose paper the body sends on as its answer: value "office" or "party"
    reported: tuple[Reported, ...] = ()  # what it tells of other bodies' answers
    remarks: tuple[Remark, ...] = ()
    not_referred: Fact | None = None  # it says that nobody was asked
    unnamed_silent: Fact | None = None  # it says that some body, without naming it, sent no answer; value is how many
    signatories: tuple[Signatory, ...] = ()
    attachments: tuple[Fact, ...] = ()
    authorities: tuple[Fact, ...] = ()  # enumerations of public authorities, for comparison
    statement: StatementKind | None = None  # what a party's paper calls itself
    parties: Fact | None = None  # whose it is, as written
    findings: tuple[Finding, ...] = ()
    ledger: Ledger | None = None  # what became of its every character, once that is counted
