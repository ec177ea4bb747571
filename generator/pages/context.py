"""The archive with its look-ups, as every page uses it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses, places
from generator.model import (
    Archive,
    Body,
    Document,
    Finding,
    Motion,
    Original,
    Part,
    Place,
    Proposer,
    Referral,
    Response,
    Settings,
    Source,
    Stance,
    Status,
)
from generator.pages import words
from generator.pages.counted import asked_in_words
from generator.pages.decided import decided
from generator.pages.paged import Sheet
from generator.pages.parties import written
from generator.pages.people import Person, key, people
from generator.pages.shelf import Shelved, on_pages
from generator.pages.words import Badge
from generator.pages.years import year_in_words


@dataclass(frozen=True, slots=True)
class Context:
    """Read-only look-ups over one archive; made once a build by ``of``."""

    archive: Archive
    settings: Settings
    findings: tuple[Finding, ...]
    motions: dict[str, Motion]
    responses: dict[str, Response]
    bodies: dict[str, Body]
    sources: dict[str, Source]
    by_motion: dict[str, tuple[Response, ...]]
    by_body: dict[str, tuple[Response, ...]]
    asked: dict[str, tuple[tuple[Motion, Referral], ...]]
    retold: frozenset[str]  # files that give a document in the archive's own words
    newest: tuple[Motion, ...]  # by the day they were filed or the year they have, the latest first, then by their latest answer
    people: Mapping[str, Person]  # by the key of the name
    shelf: tuple[Sheet[Shelved], ...]  # the files, on the pages of the list of sources
    shelved: dict[str, str]  # file → the page of that list that its row stands on

    @property
    def proposers(self) -> tuple[Person, ...]:
        """Everyone who has filed a motion here, in Swedish order of surnames."""
        return tuple(self.people.values())

    def party(self, proposer: Proposer) -> str:
        """The party beside a proposer's name, as written; "" where there is none, or only a dash in its place."""
        return written(proposer.party)

    def proposer_id(self, name: str) -> str:
        """The id of the page of one who has filed motions, for ``addresses.proposer``; "" for a name that has none."""
        found = self.people.get(key(name))
        return found.id if found else ""

    def source_row(self, file: str) -> str:
        """The row of a source, on the page of the list of sources where it stands."""
        return self.shelved.get(file, addresses.SOURCES) + "#" + addresses.source_row(file).partition("#")[2]

    def body_name(self, body_id: str) -> str:
        """A body's name; its id where the register has lost it."""
        found = self.bodies.get(body_id)
        return found.name if found else body_id

    def body_names(self, body_ids: Iterable[str], last: str = "och") -> str:
        """Several bodies' names as a phrase."""
        return words.listed((self.body_name(body_id) for body_id in body_ids), last)

    def sender(self, response: Response) -> str:
        """Whose answer this is, in words, with a capital."""
        return words.upper_first(self.body_names(response.bodies)) or ("Svar utan angiven avsändare" if response.role == "answer" else "Sammanställning utan angiven avsändare")

    def headline(self, motion: Motion) -> str:
        """A motion's title as lists, links and headings give it; the whole title stands on the motion's own page."""
        return words.headline(motion.title.value)

    def source_of(self, place: Place | None) -> Source | None:
        """The source a place lies in, if it is known."""
        return self.sources.get(place.file) if place else None

    def where(self, place: Place | None) -> str:
        """Where in its file a place lies: "s. 2, rad 14", or "stycke 14" for a format that has no lines; "" for no place."""
        source = self.source_of(place)
        return places.where(place, source.media_type if source else "")

    def line(self, place: Place | None) -> str:
        """The same for the margin beside a text: "s. 2 r 14", "st 14" or "14"."""
        source = self.source_of(place)
        return places.short(place, source.media_type if source else "")

    def spot_of(self, finding: Finding) -> str:
        """Where in its file a finding is; "" for one about the whole file."""
        return self.where(Place(finding.file or "", finding.page, finding.line))

    def extent(self, part: Part | None) -> str:
        """From where to where in its file a part goes; "" for a document that is its whole file."""
        if part is None:
            return ""
        source = self.source_of(part.first)
        return places.extent(part, source.media_type if source else "")

    def original(self, document: Document) -> Original | None:
        """What may be downloaded of a document's file; None where nothing is known of it."""
        source = self.sources.get(document.file)
        return source.original if source else None

    def is_retold(self, place: Place | None) -> bool:
        """Whether what stands at ``place`` is the archive's own retelling, so that a quote of it must say so."""
        return place is not None and place.file in self.retold

    def answers(self, motion: Motion) -> tuple[Response, ...]:
        """The answers proper: not the statements that sum answers up."""
        return tuple(response for response in self.by_motion.get(motion.id, ()) if response.role == "answer")

    def answered(self, motion: Motion) -> int:
        """How many answers are here: a body that sent two of them has answered once, and what is only told of is not here."""
        return len({response.bodies or (response.id,) for response in self.answers(motion) if not response.told})

    def told(self, motion: Motion) -> int:
        """How many answers are known only by what another paper tells of them."""
        return sum(response.told for response in self.answers(motion))

    def filed_by(self, motion: Motion) -> str:
        """Who filed a motion and when, in one line; struck names are left out here and shown on the motion's page."""
        names = [
            f"{proposer.name} ({party})" if (party := written(proposer.party)) else proposer.name
            for proposer in motion.proposers
            if not proposer.struck
        ]
        who = words.listed(names if len(names) < 4 else [*names[:2], f"{words.number(len(names) - 2)} till"])
        when = f"inlämnad {words.date(motion.filed.value)}" if motion.filed else "utan datum"
        return f"{who}, {when}" if who else words.upper_first(when)

    def tally(self, motion: Motion) -> str:
        """A case in one line: "7 tillfrågade, 4 svar här, sista svarsdag 1 oktober 2020"."""
        asked, here = len({one.body for one in motion.referrals}), self.answered(motion)
        unasked = "skickades inte på remiss" if motion.not_referred else "okänt hur många som tillfrågades"
        parts = [f"{asked} tillfrågad{'e' if asked > 1 else ''}" if asked else unasked, f"{here} svar här"]
        if told := self.told(motion):
            parts.append(f"{told} återgivna i en sammanställning" if told > 1 else "1 återgivet i en sammanställning")
        days = sorted({fact.value for fact in motion.deadlines})
        if days:
            parts.append(f"sista svarsdag {words.listed(map(words.date, days), 'eller')}")
        if any(decision.stage == "council" for decision in motion.decisions):
            return f"{decided(motion)} {words.upper_first(', '.join(parts))}."
        return words.upper_first(", ".join(parts)) + "."

    def badge(self, response: Response) -> Badge:
        """The stance of a response as a badge; a statement that prepares the matter has none of its own."""
        if response.role == "preparation":
            return words.PREPARATION._replace(word="remissmissiv") if response.document_type == "missiv" else words.PREPARATION
        badge = words.STANCES[response.stance.value]
        if response.stance.status is Status.CURATED:
            return badge._replace(word=f"{badge.word} (angivet av redaktionen)")
        return badge


def of(archive: Archive, settings: Settings, findings: Sequence[Finding]) -> Context:
    """The look-ups of one archive."""
    by_motion: defaultdict[str, list[Response]] = defaultdict(list)
    by_body: defaultdict[str, list[Response]] = defaultdict(list)
    names = {body.id: words.alphabetical(body.name) for body in archive.bodies}
    for response in archive.responses:
        for body_id in response.bodies:
            by_body[body_id].append(response)
    # By name as Swedish sorts them, those that name nobody last.
    for response in sorted(archive.responses, key=lambda one: (not one.bodies, [names.get(body, ()) for body in one.bodies], one.id)):
        by_motion[response.motion].append(response)
    asked: defaultdict[str, list[tuple[Motion, Referral]]] = defaultdict(list)
    for motion in archive.motions:
        for referral in motion.referrals:
            asked[referral.body].append((motion, referral))
    shelf = on_pages(archive.sources, findings)
    return Context(
        archive,
        settings,
        tuple(findings),
        {motion.id: motion for motion in archive.motions},
        {response.id: response for response in archive.responses},
        {body.id: body for body in archive.bodies},
        {source.file: source for source in archive.sources},
        {key: tuple(value) for key, value in by_motion.items()},
        {key: tuple(value) for key, value in by_body.items()},
        {key: tuple(value) for key, value in asked.items()},
        frozenset(
            [motion.document.file for motion in archive.motions if motion.retold and motion.document]
            + [response.document.file for response in archive.responses if response.retold]
        ),
        tuple(sorted(archive.motions, key=lambda motion: (*_filed_in(motion), _last_answer(by_motion.get(motion.id, ()))), reverse=True)),
        people(archive.motions),
        shelf,
        {row.source.file: sheet.address for sheet in shelf for row in sheet.items if not row.goes_on},
    )


def _filed_in(motion: Motion) -> tuple[str, str]:
    """The year of a motion and the day it was filed, for sorting; each "" where it is not known, which comes last."""
    return year_in_words(motion), words.sortable(motion.filed)


def _last_answer(responses: Iterable[Response]) -> str:
    """The day of the latest of these that is an answer and has a day; "" for none."""
    return max((words.sortable(response.date) for response in responses if response.role == "answer"), default="")


def state_in_words(context: Context, motion: Motion) -> str:
    """How far a case has come, in two or three sentences, each of which the archive can answer for."""
    answers = [response for response in context.answers(motion) if not response.told]
    told = context.told(motion)
    said = [asked_in_words(motion)]
    if answers:
        here = context.answered(motion)
        unnamed = sum(not response.bodies for response in answers)
        shared = len({response.bodies for response in answers if len(response.bodies) > 1})
        of_them = "" if here == 1 else " av dem"
        tails = [
            f"{words.number(count, neuter=True) + of_them + ' ' if of_them else ''}{how}"
            for count, how in ((unnamed, "utan angiven avsändare"), (shared, "gemensamt för flera"))
            if count
        ]
        tail = "".join(f", {tail}" for tail in tails)
        documents = sum(1 + len(response.papers) for response in answers)
        papers = f", i {words.number(documents)} dokument" if documents > here else ""
        said.append(f"{words.upper_first(words.answers(here))} finns här{papers}{tail}.")
    elif not told and motion.referrals:
        said.append("Inget svar finns här ännu." if not any(one.stage == "council" for one in motion.decisions) else "Inget svar finns här.")
    elif not told and not motion.not_referred:
        said.append("Inget svar finns här.")
    if told:
        said.append(f"{words.upper_first(words.answers(told))} återges bara i en sammanställning.")
    said.append(decided(motion))
    return " ".join(said)


def stance_quote(response: Response) -> tuple[Stance, str, str]:
    """The stance of a response, the words that carry it (or its proposed decision's) and their passage."""
    stance = response.stance
    told = next((one for one in response.reports if stance.status is Status.INFERRED and one.quote == stance.quote), None)
    if told and told.words:
        # A row of a table, without the cell that names the body: its verdict, then its comment.
        return stance.value, words.CELLS.join(filter(None, (told.words, told.comment))), stance.passage
    if stance.quote:
        return stance.value, stance.quote, stance.passage
    if response.proposed_decision:
        return stance.value, words.first_sentence(response.proposed_decision.value), ""
    return stance.value, "", ""
