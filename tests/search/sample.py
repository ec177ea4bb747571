"""A small archive in words of our own: two motions, five answers, one of them restored and without a sender."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator import addresses
from generator.model import (
    Archive,
    Body,
    Demand,
    Document,
    Fact,
    Motion,
    Passage,
    Place,
    Proposer,
    Response,
    Restored,
    Section,
    Settings,
    Signatory,
    Stance,
    StanceFact,
    Status,
)
from generator.search.index import build_index
from generator.search.query import Index, load

SETTINGS = Settings(site_name="Provarkivet")
BODIES = (
    Body("norra-stadsdelsnamnden", "Norra stadsdelsnämnden", "stadsdelsnamnd", aliases=("Norrort",)),
    Body("kulturnamnden", "Kulturnämnden", "namnd"),
    Body("parknamnden", "Parknämnden", "namnd"),
)


def fact(value: str) -> Fact:
    """A fact that some document states."""
    return Fact(value, Status.STATED, value, Place("prov.txt", None, 1))


def passage(text: str, *restored: tuple[str, str]) -> Passage:
    """A passage; ``restored`` pairs are (word now, as the source has it)."""
    spans = tuple(Restored(text.index(now), text.index(now) + len(now), then) for now, then in restored)
    original = text
    for now, then in restored:
        original = original.replace(now, then, 1)
    return Passage(addresses.anchor(original), text, Place("prov.txt", None, 1), spans)


def section(*passages: Passage) -> tuple[Section, ...]:
    """One section that holds the passages."""
    return (Section("assessment", "Bedömning", passages),)


def document(name: str) -> Document:
    """A source without lines: search looks at passages only."""
    return Document(name, "0" * 64, "text/plain", ())


def response(
    motion: str,
    bodies: tuple[str, ...],
    stance: Stance,
    *passages: Passage,
    date: str | None = None,
    number: str | None = None,
    signed: tuple[str, ...] = (),
) -> Response:
    """An answer with what search reads of it."""
    made = f"{motion}/{'-och-'.join(bodies) or addresses.UNKNOWN_BODY}"
    return Response(
        id=made,
        motion=motion,
        bodies=bodies,
        body_facts=(),
        possible_bodies=(),
        document_type="yttrande",
        role="answer",
        title=None,
        diary_numbers=(fact(number),) if number else (),
        cited_numbers=(),
        date=fact(date) if date else None,
        prepared_by=None,
        proposed_decision=None,
        board_decision=None,
        stance=StanceFact(stance),
        demand_stances=(),
        signatories=tuple(Signatory(name, "direktör", Place("prov.txt", None, 9)) for name in signed),
        attachments=(),
        sections=section(*passages),
        document=document(made),
    )


LANTERNS = Motion(
    id="ks-2021-77",
    title=fact("Fler lyktor i parkerna"),
    diary_numbers=(fact("KS 2021/77"),),
    filed=fact("2021-02-03"),
    proposers=(Proposer("Astrid Exempelsson", "X", Place("prov.txt", None, 2)),),
    demands=(Demand(1, "att parknämnden sätter upp lyktor vid alla gångvägar", Place("p.txt", None, 5), "p-krav0001"),),
    responses=("ks-2021-77/kulturnamnden", "ks-2021-77/norra-stadsdelsnamnden", "ks-2021-77/okand-instans"),
    sections=section(
        passage("Mörka stigar gör att kvinnor och män undviker parkerna om kvällen."),
        passage("Vi vill att vaktgrupper och föreningar får hjälpa till."),
    ),
    document=document("lyktor.md"),
)
TREES = Motion(
    id="ks-2022-01450",
    title=fact("Plantera träd på torgen"),
    diary_numbers=(fact("KS 2022/01450"),),
    responses=("ks-2022-01450/parknamnden",),
    sections=section(passage("Träden skuggar torgen. Råd om sorter finns hos Söder-Malms trädgård.")),
    document=document("trad.md"),
)
ARCHIVE = Archive(
    motions=(LANTERNS, TREES),
    responses=(
        response(
            LANTERNS.id,
            ("norra-stadsdelsnamnden",),
            "support",
            passage("Nämnden välkomnar lyktorna och ser att vaktgrupperna redan arbetar i området."),
            passage("En lokal samverkansöverenskommelse finns, med dnr NS 2020/196."),
            passage("Bergs-Torp har samverkansmöten varje vecka. Utsatta platser, områden med dåligt ljus, går först."),
            date="2021-05-06",
            number="NS 2021-0033",
            signed=("Gun Provdotter",),
        ),
        response(
            LANTERNS.id,
            ("kulturnamnden",),
            "reject",
            passage("Kulturnämnden avstyrker. Ljuset stör fladdermöss, och en rad byggnader är redan belysta."),
            passage("Vaktgruppernas arbete är polisens sak. Polismodellen bör prövas först."),
            date="2020-12-24",
        ),
        response(
            LANTERNS.id,
            (),
            "unclear",
            passage(
                "Förvaltningen anser att utsatta områden är viktiga och att belysningen är ändamålsenlig.",
                ("områden", "omraden"),
                ("är", "dr"),
                ("ändamålsenlig", "dndamalsenlig"),
            ),
            passage("En samlad vaktgrupp mot gängkriminalitet är bra.", ("gängkriminalitet", "gingkriminalitet")),
        ),
        response(
            TREES.id,
            ("parknamnden",),
            "partly",
            passage("Parknämnden ger råd om träd. Bönder i städer odlar <b>lindar</b> & lönnar på torget."),
            date="2022-09-01",
        ),
    ),
    bodies=BODIES,
)


def files_of(archive: Archive) -> dict[str, bytes]:
    """The published search files of an archive, by path."""
    return {file.path: file.data for file in build_index(archive, SETTINGS)}


def reader(files: dict[str, bytes]) -> Callable[[str], bytes]:
    """A function that reads a published file."""
    return files.__getitem__


def loaded(archive: Archive = ARCHIVE) -> Index:
    """The archive's index as the terminal loads it."""
    return load(reader(files_of(archive)))


def texts_of(files: dict[str, bytes], path: str) -> object:
    """A published JSON file as a value."""
    return json.loads(files[path])
