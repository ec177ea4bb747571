"""The whole archive as a value: bodies, motions, responses, statements, and every source with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.documents import Document, Edit, Fact, Part, Passage, Place, Section
from generator.model.drafts import Decision, Demand, Proposer, Remark, Signatory, StanceFact
from generator.model.kinds import (
    BodyKind,
    DocumentType,
    ReferralState,
    Role,
    SourceOutcome,
    Stance,
    StatementKind,
    Status,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body in the register (or, with ``registered`` False, one that only the documents name)."""

    id: str
    name: str
    kind: BodyKind
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    series: tuple[str, ...] = ()  # prefixes of its diary numbers: RK
    successor: str | None = None  # a body id
    successor_from: str | None = None  # ISO date
    registered: bool = True
    municipality: str | None = None  # the only one of which the register's words on this body hold


@dataclass(frozen=True, slots=True)
class Referral:
    """One body that was asked, under every name the documents give it, and what became of the question."""

    body: str
    names: tuple[str, ...]
    places: tuple[Place, ...]
    response: str | None
    state: ReferralState
    possible_responses: tuple[str, ...] = ()
    quote: str = ""  # the words that say so, where the state is declined or silent
    quote_place: Place | None = None
    round: int = 1  # 2 for the second time that the motion was sent out
    deadline: Fact | None = None  # where it is known for this body or round alone
    editor: Fact | None = None  # what an editor says became of the question: curated


@dataclass(frozen=True, slots=True)
class Statement:
    """A party's yrkande, yttrande, reservation or protokollsanteckning. ``id`` is "" where it has no page of its own.

    ``by`` is as written ("V, MP, S"), "" where the document does not say; ``by_fact`` is what it rests on where its letterhead
    does not say it but its text does.
    """

    kind: StatementKind
    by: str
    date: str | None
    place: Place
    id: str = ""
    title: Fact | None = None
    sections: tuple[Section, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    document: Document | None = None
    by_fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A part of a bundle that is neither motion, answer nor statement (an attachment), shown as it stands."""

    id: str
    title: str  # the words of its opening, "" where it has none
    place: Place
    sections: tuple[Section, ...]
    document: Document


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Places where the sources disagree: the values side by side, none of them settled.

    ``kind``: deadline, referral-list, title, diary-number, proposers or authorities.
    """

    kind: str
    values: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DemandStance:
    """What a response says to one demand: the stance where one is stated, and the passage that answers it, if any.

    ``quote``, ``place`` and ``passage`` are the words that state the stance, of an "unclear" one the sentence that answers.
    ``answer`` is that sentence where it stands apart from them; ``score`` is of the passage that answers.
    """

    demand: int
    value: Stance
    status: Status = Status.STATED
    quote: str = ""
    place: Place | None = None
    passage: str = ""
    score: float = 0.0
    reason: str | None = None  # with ``date``: of one that an editor states
    date: str | None = None
    answer: str = ""
    answer_place: Place | None = None
    answer_passage: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What another paper says of an answer (the office's table): see ``Reported``. ``source`` is that paper's response id."""

    source: str
    value: Stance
    words: str
    comment: str
    quote: str
    place: Place
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Motion:
    """A case. ``document`` is None where only the answers tell of the motion."""

    id: str
    title: Fact
    titles: tuple[Fact, ...] = ()
    number: Fact | None = None
    diary_numbers: tuple[Fact, ...] = ()
    filed: Fact | None = None
    proposers: tuple[Proposer, ...] = ()
    demands: tuple[Demand, ...] = ()
    referrals: tuple[Referral, ...] = ()
    referral_lists: tuple[Fact, ...] = ()  # each list as one document gives it
    deadlines: tuple[Fact, ...] = ()
    not_referred: Fact | None = None
    unnamed_silent: Fact | None = None
    asked_groups: tuple[Fact, ...] = ()  # "samtliga stadsdelsnämnder", "m.fl.": who they are is not said
    decisions: tuple[Decision, ...] = ()
    statements: tuple[Statement, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    responses: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    document: Document | None = None
    retold: bool = False
    retold_note: str = ""  # the lines in which the document says that it is a referat
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer (or, with role preparation, the statement that sums the answers up).

    A body that answers with its minutes and its office's paper has answered once: ``document`` is the minutes, ``papers``
    are the others, and ``sections`` hold the text of all. ``advice`` is what the officials proposed, where that is apart
    from what the body decided. ``told``: no document of its own is here; what another paper says of it is all there is.
    """

    id: str
    motion: str
    bodies: tuple[str, ...]
    body_facts: tuple[Fact, ...]
    possible_bodies: tuple[str, ...]  # where nobody can tell: the asked bodies it could be
    document_type: DocumentType
    role: Role
    title: Fact | None
    diary_numbers: tuple[Fact, ...]
    cited_numbers: tuple[Fact, ...]
    date: Fact | None
    prepared_by: Fact | None
    proposed_decision: Fact | None
    board_decision: Fact | None
    stance: StanceFact
    demand_stances: tuple[DemandStance, ...]
    signatories: tuple[Signatory, ...]
    attachments: tuple[Fact, ...]
    sections: tuple[Section, ...]
    document: Document
    retold: bool = False
    retold_note: str = ""
    papers: tuple[Document, ...] = ()
    paper_types: tuple[DocumentType, ...] = ()  # of each of them, with its date
    paper_dates: tuple[Fact | None, ...] = ()
    advice: StanceFact | None = None
    reports: tuple[Report, ...] = ()
    remarks: tuple[Remark, ...] = ()
    told: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the document."""
        return tuple(passage for section in self.sections for passage in section.passages)

    @property
    def told_by(self) -> Report | None:
        """The report whose words the stance is, where the answer itself does not state one."""
        stance = self.stance
        if stance.status is not Status.INFERRED or stance.passage:
            return None
        return next((one for one in self.reports if one.place == stance.place and one.quote == stance.quote), None)


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One part of a file that holds many documents: its lines, and its page's id or why it has none.

    ``fate``: page, copy (of the motion, shown once), empty (nothing but its opening), unplaced, held (too little of its
    text is accounted for) or withdrawn (an editor says that it is nothing to show). ``accounted`` is the share (0..1) that is.
    """

    part: Part
    fate: Literal["page", "copy", "empty", "unplaced", "held", "withdrawn"]
    id: str = ""  # of the motion, response, statement or enclosure; of a copy the motion
    accounted: float | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The copy of a source that may be downloaded, or why there is none; ``cleaned``: not the source's own bytes."""

    address: str = ""
    size: int = 0
    cleaned: bool = False
    withheld: str = ""  # a sentence in Swedish without its full stop


@dataclass(frozen=True, slots=True)
class Source:
    """One input file and what became of it."""

    file: str
    sha256: str
    outcome: SourceOutcome
    findings: tuple[str, ...] = ()
    used_as: tuple[str, ...] = ()
    media_type: str = ""
    size: int = 0
    text_quality: float | None = None
    restored_words: int = 0
    words: int = 0
    parts: tuple[SourcePart, ...] = ()
    accounted: float | None = None  # share (0..1) of the text that is accounted for; None where nothing was read
    original: Original | None = None  # None for a source that no page shows


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole archive as a read-only value, sorted; every page, export and index is a function of it."""

    motions: tuple[Motion, ...] = ()
    responses: tuple[Response, ...] = ()
    bodies: tuple[Body, ...] = ()
    sources: tuple[Source, ...] = ()

    def motion(self, motion_id: str) -> Motion:
        """The motion with this id; KeyError if there is none."""
        for motion in self.motions:
            if motion.id == motion_id:
                return motion
        raise KeyError(motion_id)

    def response(self, response_id: str) -> Response:
        """The response with this id; KeyError if there is none."""
        for response in self.responses:
            if response.id == response_id:
                return response
        raise KeyError(response_id)

    def body(self, body_id: str) -> Body:
        """The body with this id; KeyError if there is none."""
        for body in self.bodies:
            if body.id == body_id:
                return body
        raise KeyError(body_id)

    def answers_to(self, motion_id: str) -> tuple[Response, ...]:
        """All responses of one motion, in the archive's order."""
        return tuple(response for response in self.responses if response.motion == motion_id)
