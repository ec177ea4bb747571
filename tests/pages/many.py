"""An archive of thousands of made-up motions and answers as values, for the tests of what must not grow with the archive."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

from generator import addresses
from generator.findings import found
from generator.model import (
    Archive,
    Body,
    Decision,
    Document,
    Fact,
    Finding,
    Motion,
    Original,
    Place,
    Proposer,
    Referral,
    Response,
    Settings,
    Source,
    SourcePart,
    Stance,
    StanceFact,
    Status,
)
from generator.model import Part as DocumentPart
from generator.pages import words
from tests.sample_archive import response, section, stated

STANCES: tuple[Stance, ...] = tuple(words.STANCES)
PARTIES = ("S", "M", "V", "Vänsterpartiet", "C", "", "L", "MP")
FIRST = ("Alva", "Bo", "Cilla", "Dan", "Eva", "Filip", "Gun", "Hans", "Inga", "Jon", "Kaj", "Lena", "Moa", "Nils", "Olga", "Per")
LAST = ("Ask", "Björk", "Ceder", "Druva", "Ek", "Fura", "Gran", "Hassel", "Idegran", "Jasmin", "Kastanj", "Lind", "Måra", "Nypon", "Oxel", "Päron", "Rönn", "Sälg", "Tall", "Viden", "Åkerbär", "Ärt", "Örn")
THINGS = ("bryggor", "kolonilotter", "simhallar", "cykelställ", "julgranar", "fågelholkar", "skolgårdar", "bänkar", "lekparker", "trädalléer")
SETTINGS = Settings(site_name="Motionsarkivet", municipality="Ekvik", address="https://motioner.ekvik.example/", terms=("samverkan", "trygghet"))


def bodies(count: int) -> tuple[Body, ...]:
    """Bodies with names of ordinary length."""
    return tuple(Body(f"namnd-{number:03}", f"{_ordinal(number)} nämnden för {THINGS[number % 10]} och kultur", "namnd") for number in range(count))


def _ordinal(number: int) -> str:
    return LAST[number % len(LAST)] + "s" + FIRST[number // len(LAST) % len(FIRST)].lower()


@cache
def archive(count: int = 2000, answers: int = 5, asked: int = 7, how_many_bodies: int = 90) -> Archive:
    """``count`` motions with ``answers`` answers each, by bodies taken in turn; every thirtieth motion has no date."""
    every = bodies(how_many_bodies)
    motions: list[Motion] = []
    responses: list[Response] = []
    sources: list[Source] = []
    for number in range(count):
        motion, own = _case(number, every, answers, asked)
        motions.append(motion)
        responses += own
        sources += [_source(motion.document, motion.id, number)] if motion.document else []
        sources += [_source(one.document, one.id, number) for one in own]
    sources.append(_bundle(motions))
    return Archive(
        tuple(sorted(motions, key=lambda one: one.id)),
        tuple(sorted(responses, key=lambda one: one.id)),
        every,
        tuple(sorted(sources, key=lambda one: one.file)),
    )


def findings(made: Archive) -> tuple[Finding, ...]:
    """A remark on every third file, and many about the archive as a whole."""
    of_files = [found("F204", source.file, 12, guess="") for source in made.sources[::3]]
    return (*of_files, *(found("F402", f"{number}.yml", 4, key="namm", guess="") for number in range(400)))


def _case(number: int, every: tuple[Body, ...], answers: int, asked: int) -> tuple[Motion, list[Response]]:
    case, year = f"ks-{2000 + number % 25}-{number}", 2000 + number % 25
    file = f"{case}/motion.txt"
    chosen = [every[(number * 3 + step) % len(every)] for step in range(asked)]
    own = [_answer(case, number, at, body, year) for at, body in enumerate(chosen[:answers])]
    referrals = tuple(
        Referral(body.id, (body.name,), (Place(file, None, 9),), own[at].id if at < answers else None, "answered" if at < answers else "not-in-archive")
        for at, body in enumerate(chosen)
    )
    decision = Decision("council", "kommunfullmaktige", "rejected", "Motionen avslås.", Place(file, None, 30), stated(f"{year + 1}-03-01", file, 30))
    name = f"{FIRST[number % 16]} {LAST[number % 23]}"
    return (
        Motion(
            id=case,
            title=stated(f"Motion av {name} om att fler {THINGS[number % 10]} ska anläggas i område {number}", file, 1),
            diary_numbers=(stated(f"KS {year}/{number}", file, 2),),
            filed=None if number % 30 == 0 else Fact(f"{year}-05-{1 + number % 28:02}", Status.INFERRED if number % 7 == 0 else Status.STATED, "", Place(file, None, 3)),
            proposers=(
                Proposer(name, PARTIES[number % 8] or None, Place(file, None, 40)),
                Proposer(f"{FIRST[number % 5]} {LAST[number % 3]}", PARTIES[number % 4], Place(file, None, 41)),
                Proposer("Struken Person", "S", Place(file, None, 42), struck=True),
            ),
            referrals=referrals,
            decisions=(decision,) if number % 2 else (),
            responses=tuple(one.id for one in own),
            document=_document(file),
        ),
        own,
    )


def _answer(case: str, number: int, at: int, body: Body, year: int) -> Response:
    file = f"{case}/{body.id}.txt"
    text = f"Nämnden ser samverkan om {THINGS[(number + at) % 10]} som viktig för tryggheten."
    made = response(body.id, (body.id,), (section("assessment", "", file, 1, text),))
    stance = STANCES[(number + at) % len(STANCES)]
    return replace(
        made,
        id=addresses.response_id(case, (body.id,), set()),
        motion=case,
        date=None if number % 11 == 0 else stated(f"{year}-10-{1 + at:02}", file, 4),
        stance=StanceFact(stance, Status.INFERRED if at == 2 else Status.STATED, text, Place(file, None, 1)),
        document=_document(file),
        told=at == 4 and number % 5 == 0,
    )


def _document(file: str) -> Document:
    return Document(file, hashlib.sha256(file.encode()).hexdigest(), "text/plain", (), 900, None, 12, 0, 1.0)


def _source(document: Document, used: str, number: int) -> Source:
    if number % 4 == 3:
        return Source(document.file, document.sha256, "duplicate", ("F107",), (), "text/plain", 900)
    original = Original(addresses.original(document.sha256, document.file), 900)
    return Source(document.file, document.sha256, "published", (), (used,), "text/plain", 900, 1.0, 0, 12, accounted=1.0, original=original)


def _bundle(motions: list[Motion]) -> Source:
    """One file that holds six hundred documents."""
    parts = tuple(
        SourcePart(DocumentPart(at + 1, "motion", Place("handlingar.txt", None, at * 9 + 1), Place("handlingar.txt", None, at * 9 + 8)), "page", motion.id, 1.0)
        for at, motion in enumerate(motions[:600])
    )
    digest = hashlib.sha256(b"bundle").hexdigest()
    return Source("handlingar.txt", digest, "published", (), tuple(part.id for part in parts), "text/plain", 9_000_000, 1.0, 0, 90_000, parts, 1.0)
