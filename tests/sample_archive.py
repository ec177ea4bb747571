"""A small archive made by hand, in invented words, for the tests of comparison and exports."""

from __future__ import annotations

from generator import addresses
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    Discrepancy,
    Document,
    Fact,
    Line,
    Motion,
    Passage,
    Place,
    Proposer,
    Referral,
    Response,
    Restored,
    Section,
    SectionKind,
    Settings,
    Signatory,
    Source,
    StanceFact,
    Statement,
    Status,
    Votes,
)

CASE = "ks-2021-77"
FILE = "ks-2021-77"


def passage(file: str, line: int, text: str, **more: object) -> Passage:
    """A passage with the anchor its text gives."""
    return Passage(addresses.anchor(text), text, Place(file, None, line), **more)  # type: ignore[arg-type]


def section(kind: SectionKind, heading: str, file: str, line: int, *texts: str) -> Section:
    """A section whose passages stand on every other line from ``line``."""
    return Section(kind, heading, tuple(passage(file, line + 2 * at, text) for at, text in enumerate(texts)))


def stated(value: str, file: str, line: int, quote: str = "") -> Fact:
    """A fact that the document states."""
    return Fact(value, Status.STATED, quote or value, Place(file, None, line))


def document(file: str, quality: float = 1.0) -> Document:
    """A document of which only the identity matters."""
    digest = (file.encode("utf-8", "surrogateescape").hex() * 64)[:64]
    return Document(file, digest, "text/plain", (Line(1, "x"),), size=9, words=100, text_quality=quality)


def response(name: str, bodies: tuple[str, ...], sections: tuple[Section, ...], **more: object) -> Response:
    """A response in ``<case>/<name>.txt`` with nothing but what is given."""
    file = f"{FILE}/{name}.txt"
    given: dict[str, object] = {
        "body_facts": tuple(stated(body, file, 1) for body in bodies),
        "possible_bodies": (),
        "document_type": "tjansteutlatande",
        "role": "answer",
        "title": None,
        "diary_numbers": (),
        "cited_numbers": (),
        "date": None,
        "prepared_by": None,
        "proposed_decision": None,
        "board_decision": None,
        "stance": StanceFact("unclear"),
        "demand_stances": (),
        "signatories": (),
        "attachments": (),
        "document": document(file),
    }
    return Response(
        id=addresses.response_id(CASE, bodies, set()),
        motion=CASE,
        bodies=bodies,
        sections=sections,
        **(given | more),  # type: ignore[arg-type]
    )


def _motion() -> Motion:
    file = f"{FILE}/motion.md"
    paper = section(
        "matter",
        "",
        file,
        3,
        "Cyklisterna i Björkboda saknar trygga förråd. Varje vinter rostar hundratals cyklar utomhus.",
        "Låsbara cykelgarage vid stationen skulle göra arbetspendlingen lättare.",
        "Kommunen låter bygga låsbara cykelgarage vid Björkboda station.",
        "Kommunen inför avgiftsfri vinterförvaring av elcyklar på biblioteket.",
    )
    garage, storage = paper.passages[2:]
    return Motion(
        id=CASE,
        title=stated("Motion om torra cyklar året runt", file, 1),
        diary_numbers=(stated("KS 2021/77", file, 2),),
        filed=stated("2021-03-04", file, 2),
        proposers=(
            Proposer("Asta Lindqvist", "Ö", Place(file, None, 20)),
            Proposer("Egon Frisk", None, Place(file, None, 21), struck=True, note="Har lämnat sitt uppdrag"),
        ),
        demands=(
            Demand(1, garage.text, garage.place, garage.id),
            Demand(2, storage.text, storage.place, storage.id),
        ),
        referrals=(
            Referral(
                "tekniska-namnden",
                ("Tekniska nämnden",),
                (Place(file, None, 30),),
                f"{CASE}/tekniska-namnden",
                "answered",
            ),
            Referral("aldrenamnden", ("Äldrenämnden",), (Place(file, None, 30),), None, "not-in-archive"),
            Referral(
                "kulturnamnden", ("Kulturnämnden",), (Place(file, None, 30),), f"{CASE}/kulturnamnden", "answered"
            ),
            Referral(
                "ostra-bolaget",
                ("Östra bolaget",),
                (Place(file, None, 30),),
                None,
                "declined",
                quote="Östra bolaget har avstått.",
                quote_place=Place(f"{FILE}/utlatande.txt", None, 8),
            ),
            Referral(
                "parknamnden",
                ("Parknämnden",),
                (Place(file, None, 30),),
                None,
                "not-in-archive",
                (f"{CASE}/okand-instans",),
            ),
        ),
        deadlines=(stated("2021-06-01", file, 31),),
        decisions=(
            Decision(
                "council",
                "Fullmäktige",
                "partly",
                "Motionen bifalls delvis.",
                Place(file, None, 40),
                stated("2021-11-15", file, 40),
                Votes(31, 29, 1),
            ),
        ),
        statements=(Statement("reservation", "Ö", "2021-11-15", Place(file, None, 44)),),
        discrepancies=(
            Discrepancy("deadline", (stated("2021-06-01", file, 31), stated("2021-06-10", f"{FILE}/teknik.txt", 4))),
        ),
        responses=(f"{CASE}/kulturnamnden", f"{CASE}/okand-instans", f"{CASE}/tekniska-namnden"),
        sections=(paper,),
        document=document(file),
    )


def _technical() -> Response:
    file = f"{FILE}/tekniska-namnden.txt"
    return response(
        "tekniska-namnden",
        ("tekniska-namnden",),
        (
            section(
                "decision", "Förslag till beslut", file, 5, "Tekniska nämnden tillstyrker motionens första förslag."
            ),
            section(
                "background", "Bakgrund", file, 9, "Motionären vill bygga låsbara cykelgarage vid Björkboda station."
            ),
            section(
                "assessment",
                "Bedömning",
                file,
                13,
                "Motionären föreslår att kommunen låter bygga låsbara cykelgarage vid Björkboda station.",
                "Frågan har väckts förr. Kontoret planerar två låsbara cykelgarage intill stationen i Björkboda under nästa år.",
                "Snöröjningen har högre prioritet.",
            ),
        ),
        proposed_decision=stated("Tekniska nämnden tillstyrker motionens första förslag.", file, 5),
        stance=StanceFact(
            "support",
            quote="tillstyrker motionens första förslag",
            place=Place(file, None, 5),
            passage=addresses.anchor("Tekniska nämnden tillstyrker motionens första förslag."),
        ),
        date=stated("2021-05-20", file, 2),
        signatories=(Signatory("Vera Sten", "teknisk chef", Place(file, None, 40)),),
        diary_numbers=(
            Fact("TN 2021/9", Status.STATED, "Dnr TN 2021/9", Place(file, None, 1), of="own"),
            Fact("KS 2021/77", Status.STATED, "KS 2021/77", Place(file, None, 2), of="case"),
        ),
    )


def _cultural() -> Response:
    file = f"{FILE}/kulturnamnden.txt"
    text = "Biblioteket kan förvara elcyklarna under vintern, men förvaringen får inte bli avgiftsfri."
    damaged = Passage(
        addresses.anchor(text.replace("förvara", "forvara")),
        text,
        Place(file, None, 12),
        restored=(Restored(text.index("förvara"), text.index("förvara") + 7, "forvara"),),
    )
    return response(
        "kulturnamnden",
        ("kulturnamnden",),
        (
            section(
                "decision",
                "Förslag till beslut",
                file,
                4,
                "Nämnden överlämnar tjänsteutlåtandet som sitt svar på motionen.",
            ),
            Section("assessment", "Synpunkter", (damaged,), Place(file, None, 11)),
        ),
        proposed_decision=stated("Nämnden överlämnar tjänsteutlåtandet som sitt svar på motionen.", file, 4),
        document=document(file, 0.985),
        retold=True,
    )


def _unknown() -> Response:
    file = f"{FILE}/svar.txt"
    return response(
        "svar",
        (),
        (section("assessment", "Synpunkter", file, 7, "Förvaltningen följer frågan om cykelgaragens placering."),),
        possible_bodies=("parknamnden",),
        stance=StanceFact("no-position", Status.CURATED, reason="Telefonsamtal", date="2021-08-01"),
    )


def _bodies() -> tuple[Body, ...]:
    return (
        Body("aldrenamnden", "Äldrenämnden", "namnd"),
        Body("kulturnamnden", "Kulturnämnden", "namnd", aliases=("kulturnämnden",)),
        Body("ostra-bolaget", "Östra bolaget", "bolag"),
        Body("parknamnden", "Parknämnden", "namnd", successor="tekniska-namnden", successor_from="2022-01-01"),
        Body("tekniska-namnden", "Tekniska nämnden", "namnd"),
    )


def _sources() -> tuple[Source, ...]:
    names = ("kulturnamnden.txt", "motion.md", "svar.txt", "tekniska-namnden.txt")
    published = (
        Source(f"{FILE}/{name}", document(f"{FILE}/{name}").sha256, "published", used_as=(CASE,)) for name in names
    )
    return (*published, Source("tom.txt", document("tom.txt").sha256, "rejected", ("F101",)))


SETTINGS = Settings(address="https://arkiv.example.org/", municipality="Björkboda", terms=("cykelgarage", "vinter"))
ARCHIVE = Archive((_motion(),), (_cultural(), _unknown(), _technical()), _bodies(), _sources())


def archive() -> Archive:
    """The sample: one motion with two demands, three answers (one without a sender) and five asked bodies."""
    return ARCHIVE
