"""Made-up archives of a given number of responses, as values of the model: what the search of large archives is tried on.

Every case has a motion and about ten answers of about 700 words by bodies out of a hundred, over some fifteen years. The
texts are ``bench.search.writing``'s. The same number of responses always gives the same archive.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from typing import Final

from bench.search.lexicon import DISTRICTS, FAMILY, FIELDS, GIVEN
from bench.search.writing import Writer, falling, seeded
from generator import addresses
from generator.model import (
    Archive,
    Body,
    Document,
    Fact,
    Line,
    Motion,
    Passage,
    Place,
    Proposer,
    Response,
    Section,
    SectionKind,
    Settings,
    Signatory,
    Stance,
    StanceFact,
    Status,
)

SEED: Final = "motioner"
WORDS: Final = 700  # in an answer, on average
ANSWERS: Final = 10  # to a motion, on average
PARTIES: Final = ("S", "M", "V", "MP", "C", "L", "KD", "SD")
# The sections of an answer with the share of its text; "" before the first heading.
SECTIONS: Final[tuple[tuple[SectionKind, str, float], ...]] = (
    ("decision", "Förslag till beslut", 0.08),
    ("summary", "Sammanfattning", 0.14),
    ("background", "Bakgrund", 0.16),
    ("matter", "Ärendet", 0.16),
    ("assessment", "Förvaltningens bedömning", 0.36),
    ("equality", "Jämställdhetsanalys", 0.06),
    ("other", "Bilagor", 0.04),
)
STANCES: Final[tuple[tuple[Stance, int], ...]] = (
    ("reject", 34), ("support", 18), ("considered-answered", 22), ("partly", 8), ("no-position", 7), ("already-met", 3),
    ("declined", 2), ("unclear", 6),
)  # fmt: skip
SETTINGS: Final = Settings(site_name="Motionsarkivet", municipality="Påhittstad", address="https://arkiv.example.org/")


def archive(responses: int) -> Archive:
    """An archive with this many responses, and a motion for about every ten of them."""
    writer = Writer(SEED)
    chance = seeded(f"{SEED}-{responses}")
    bodies = _bodies()
    motions: list[Motion] = []
    answers: list[Response] = []
    while len(answers) < responses:
        number = len(motions) + 1
        count = min(responses - len(answers), max(2, round(chance.gauss(ANSWERS, 3))))
        case = _Case(writer, chance, number)
        made = [case.answer(body) for body in sorted(chance.sample(bodies, count), key=lambda body: body.id)]
        motions.append(case.motion(tuple(one.id for one in made)))
        answers += made
    return Archive(
        tuple(sorted(motions, key=lambda one: one.id)), tuple(sorted(answers, key=lambda one: one.id)), bodies, ()
    )


def texts(made: Archive) -> Iterator[tuple[str, str]]:
    """The address of every document of an archive, and all its passages, a line each."""
    for motion in made.motions:
        yield addresses.motion(motion.id), _joined(motion.sections)
    for response in made.responses:
        yield addresses.response(response.id), _joined(response.sections)


def _joined(sections: Sequence[Section]) -> str:
    return "\n".join(passage.text for section in sections for passage in section.passages)


def _bodies() -> tuple[Body, ...]:
    made = []
    for field in FIELDS:
        name = "Tekniska nämnden" if field == "tekniska" else f"{field.capitalize()}nämnden"
        made.append(Body(addresses.slug(name), name, "namnd"))
    for district in DISTRICTS:
        name = f"{district} stadsdelsnämnd"
        made.append(Body(addresses.slug(name), name, "stadsdelsnamnd", aliases=(f"{district} sdn",)))
    for name in FAMILY[:25]:
        made.append(Body(addresses.slug(f"{name} bolaget"), f"{name}bolaget AB", "bolag"))
    return tuple(sorted(made, key=lambda body: body.id))


class _Case:
    """One motion and the answers to it, which share words and repeat the motion."""

    def __init__(self, writer: Writer, chance: random.Random, number: int) -> None:
        self.writer = writer
        self.chance = chance
        self.year = 2010 + (number * 7919) % 16
        self.number = f"KS {self.year}/{100 + number}"
        self.id = addresses.slug(self.number)
        self.file = f"{self.id}/motion.txt"
        self.topic = writer.topic(260)
        self.words = falling(self.topic, 6)
        self.title = "Motion om " + " ".join(self.topic[: chance.randint(2, 5)])
        length = min(1500, max(120, int(chance.lognormvariate(6.0, 0.5))))
        sentences = writer.sentences(self.words, None, ())
        self.asked: list[str] = []
        while length > 0:
            self.asked.append(next(sentences))
            length -= self.asked[-1].count(" ") + 1

    def motion(self, answers: tuple[str, ...]) -> Motion:
        """The motion, with the sentences that its answers repeat."""
        chance = self.chance
        return Motion(
            id=self.id,
            title=self._fact(self.title),
            number=self._fact(self.number),
            diary_numbers=(self._fact(self.number),),
            filed=self._fact(f"{self.year}-{chance.randint(1, 6):02d}-{chance.randint(1, 28):02d}"),
            proposers=tuple(
                Proposer(_person(chance), chance.choice(PARTIES), Place(self.file, None, 1))
                for _ in range(chance.randint(1, 3))
            ),
            responses=answers,
            sections=(Section("matter", "", self._passages(self.file, self.asked, set()), Place(self.file, None, 1)),),
            document=_document(self.file),
        )

    def answer(self, body: Body) -> Response:
        """What one body answers."""
        chance, writer = self.chance, self.writer
        file = f"{self.id}/{body.id}.txt"
        own = chance.sample(self.topic, min(len(self.topic), 40)) + writer.topic(20)
        chance.shuffle(own)
        sentences = writer.sentences(self.words, falling(own, 3), self.asked)
        length = min(4000, max(100, chance.lognormvariate(6.24, 0.55)))
        sections = []
        taken: set[str] = set()
        for kind, heading, share in SECTIONS:
            part: list[str] = []
            left = length * share * chance.uniform(0.6, 1.4)
            while left > 0:
                part.append(next(sentences))
                left -= part[-1].count(" ") + 1
            sections.append(Section(kind, heading, self._passages(file, part, taken), Place(file, None, 1)))
        stance = chance.choices([name for name, _ in STANCES], weights=[weight for _, weight in STANCES])[0]
        day = f"{self.year}-{chance.randint(7, 12):02d}-{chance.randint(1, 28):02d}"
        decided = sections[0].passages[0]
        said = {} if stance == "unclear" else {"quote": decided.text, "place": decided.place, "passage": decided.id}
        own_number = f"{body.name[:3].upper()} {self.year}/{chance.randint(1, 2000)}"
        return Response(
            id=addresses.response_id(self.id, (body.id,), set()),
            motion=self.id,
            bodies=(body.id,),
            body_facts=(self._fact(body.name),),
            possible_bodies=(),
            document_type=chance.choice(("tjansteutlatande", "tjansteutlatande", "yttrande", "protokollsutdrag")),
            role="answer",
            title=None,
            diary_numbers=(
                Fact(own_number, Status.STATED, own_number, decided.place, of="own"),
                Fact(self.number, Status.STATED, self.number, decided.place, of="case"),
            ),
            cited_numbers=(),
            date=self._fact(day) if chance.random() < 0.93 else None,
            prepared_by=None,
            proposed_decision=self._fact(decided.text),
            board_decision=None,
            stance=StanceFact(stance, **said),  # type: ignore[arg-type]
            demand_stances=(),
            signatories=(Signatory(_person(chance), "direktör", decided.place),),
            attachments=(),
            sections=tuple(sections),
            document=_document(file),
        )

    def _passages(self, file: str, sentences: Sequence[str], taken: set[str]) -> tuple[Passage, ...]:
        """The sentences as paragraphs of one to four; ``taken`` are the anchors that the paper has already."""
        made: list[Passage] = []
        at = 0
        while at < len(sentences):
            count = self.chance.choice((1, 1, 2, 2, 3, 4))
            text = " ".join(sentences[at : at + count])
            at += count
            name = anchor = addresses.anchor(text)
            again = 2
            while name in taken:
                name = f"{anchor}-{again}"
                again += 1
            taken.add(name)
            made.append(Passage(name, text, Place(file, None, at)))
        return tuple(made)

    def _fact(self, value: str) -> Fact:
        return Fact(value, Status.STATED, value, Place(self.file, None, 1))


def _person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"


def _document(file: str) -> Document:
    return Document(file, hashlib.sha256(file.encode()).hexdigest(), "text/plain", (Line(1, "x"),), size=9, words=WORDS)
