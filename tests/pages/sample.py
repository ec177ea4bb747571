"""A made-up archive for the tests of pages: every kind of thing a page must be able to show, in invented words."""

from __future__ import annotations

import hashlib

from generator import addresses
from generator.findings import found
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    DemandStance,
    Discrepancy,
    Document,
    Fact,
    Finding,
    Motion,
    Original,
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
    Status,
    Votes,
)

SETTINGS = Settings(
    site_name="Motionsarkivet",
    municipality="Ekvik",
    address="https://motioner.ekvik.example/",
    contact="registrator i Ekvik, telefon 0123-45 67 89",
    publisher="Ekviks kommun",
    examples=("cykelbana", "trygghet", "lekplatser"),
    terms=("trygghet", "cykelbana", "samverkan"),
)
BODIES = (
    Body("kulturnamnden", "kulturnämnden", "namnd"),
    Body("norra-stadsdelsnamnden", "Norra stadsdelsnämnden", "stadsdelsnamnd", aliases=("Norra nämnden",)),
    Body("skonhetsradet", "Skönhetsrådet", "other", registered=False),
    Body("sodra-stadsdelsnamnden", "Södra stadsdelsnämnden", "stadsdelsnamnd"),
    Body("trafiknamnden", "trafiknämnden", "namnd"),
    Body(
        "angby-stadsdelsnamnd",
        "Ängby stadsdelsnämnd",
        "stadsdelsnamnd",
        successor="norra-stadsdelsnamnden",
        successor_from="2020-07-01",
    ),
)


def document(file: str, words: int = 400, restored: int = 0) -> Document:
    """A document without lines: pages need only what is known about it."""
    digest = hashlib.sha256(file.encode("utf-8", "surrogateescape")).hexdigest()
    return Document(file, digest, "text/plain", (), 4321, None, words, restored, 1 - restored / words)


def stated(value: str, file: str, line: int, quote: str = "") -> Fact:
    """A fact that stands in a document."""
    return Fact(value, Status.STATED, quote or value, Place(file, None, line))


def passage(text: str, file: str, line: int, restored: tuple[Restored, ...] = (), *, item: bool = False) -> Passage:
    """A passage with its anchor."""
    return Passage(
        addresses.anchor(text), text, Place(file, None, line), restored, ((0, line),), "item" if item else "text"
    )


def section(kind: SectionKind, heading: str, *passages: Passage) -> Section:
    """A section at its first passage's place."""
    return Section(kind, heading, passages, passages[0].place if passages else None)


M1, M2 = "ks-2023-411", "ks-2022-87"
CYCLE = "Att kommunen bygger en sammanhängande cykelbana mellan Ekviks station och Sörgårdens skola."
LIGHT = "Att belysningen längs gångvägarna i Norra parken förbättras före nästa höst."
NORTH = "norra.txt"
DAMAGED = "Förvaltningen anser att tryggheten i parken har ökat sedan belysningen byttes."

_motion_1 = Motion(
    id=M1,
    title=stated("Motion om tryggare vägar till skola och station", "motion-a.txt", 1),
    number=stated("2023:12", "motion-a.txt", 1),
    diary_numbers=(Fact("KS 2023/411", Status.INFERRED, "bara svaren anger numret", Place(NORTH, None, 3)),),
    filed=Fact("2023-03-14", Status.INFERRED, "14/3 utan år; året är diarienumrets", Place("motion-a.txt", None, 40)),
    proposers=(
        Proposer("Karin Ekblad", "C", Place("motion-a.txt", None, 42)),
        Proposer("Osman Lindh", "MP", Place("motion-a.txt", None, 42)),
        Proposer(
            "Britta Fors", "L", Place("motion-a.txt", None, 43), struck=True, note="namnet är överstruket i dokumentet"
        ),
    ),
    demands=(
        Demand(1, CYCLE, Place("motion-a.txt", None, 30), addresses.anchor(CYCLE)),
        Demand(2, LIGHT, Place("motion-a.txt", None, 32), addresses.anchor(LIGHT)),
    ),
    referrals=(
        Referral(
            "norra-stadsdelsnamnden",
            ("Norra stadsdelsnämnden",),
            (Place(NORTH, None, 20),),
            f"{M1}/norra-stadsdelsnamnden",
            "answered",
        ),
        Referral(
            "trafiknamnden",
            ("Trafiknämnden",),
            (Place(NORTH, None, 20),),
            f"{M1}/kulturnamnden-och-trafiknamnden",
            "answered",
        ),
        Referral(
            "kulturnamnden",
            ("Kulturnämnden",),
            (Place(NORTH, None, 20),),
            f"{M1}/kulturnamnden-och-trafiknamnden",
            "answered",
        ),
        Referral(
            "sodra-stadsdelsnamnden",
            ("Södra stadsdelsnämnden",),
            (Place(NORTH, None, 21),),
            None,
            "not-in-archive",
            (f"{M1}/okand-instans",),
        ),
        Referral(
            "angby-stadsdelsnamnd",
            ("Ängby sdn",),
            (Place(NORTH, None, 21),),
            None,
            "not-in-archive",
            (f"{M1}/okand-instans",),
        ),
        Referral(
            "skonhetsradet",
            ("Skönhetsrådet",),
            (Place(NORTH, None, 22),),
            None,
            "declined",
            (),
            "Skönhetsrådet har meddelat att man avstår.",
            Place("okand.txt", None, 19),
        ),
    ),
    deadlines=(
        stated("2023-10-01", NORTH, 8, "Svar lämnas senast den 1 oktober 2023"),
        stated("2023-10-14", "okand.txt", 6, "Remisstid till 14 oktober 2023"),
    ),
    decisions=(
        Decision(
            "board",
            "kommunstyrelsen",
            "considered-answered",
            "Motionen anses besvarad med vad som sägs i ärendet.",
            Place("okand.txt", None, 80),
            stated("2024-01-17", "okand.txt", 79),
        ),
    ),
    discrepancies=(
        Discrepancy(
            "deadline",
            (
                stated("2023-10-01", NORTH, 8, "Svar lämnas senast den 1 oktober 2023"),
                stated("2023-10-14", "okand.txt", 6, "Remisstid till 14 oktober 2023"),
            ),
        ),
        Discrepancy(
            "referral-list",
            (
                stated("Norra stadsdelsnämnden, Trafiknämnden, Kulturnämnden, Södra stadsdelsnämnden", NORTH, 20),
                stated("Norra stadsdelsnämnden, Trafiknämnden, Ängby sdn, Skönhetsrådet", "okand.txt", 18),
            ),
        ),
    ),
    responses=(f"{M1}/kulturnamnden-och-trafiknamnden", f"{M1}/norra-stadsdelsnamnden", f"{M1}/okand-instans"),
    sections=(
        section(
            "background",
            "",
            passage(
                "Många barn i Ekvik får skjuts till skolan fast de bor nära. Föräldrar säger att vägen inte är trygg.",
                "motion-a.txt",
                3,
            ),
            passage(
                "En cykelbana som hänger ihop hela vägen skulle ge fler barn möjlighet att cykla själva.",
                "motion-a.txt",
                9,
            ),
        ),
        section(
            "decision",
            "Vi yrkar",
            passage(CYCLE, "motion-a.txt", 30, item=True),
            passage(LIGHT, "motion-a.txt", 32, item=True),
        ),
    ),
    document=document("motion-a.txt"),
)
_motion_2 = Motion(
    id=M2,
    title=stated("Motion angående fler lekplatser i Södra stadsdelen", "motion-b.md", 2),
    diary_numbers=(stated("KS 2022/87", "motion-b.md", 4),),
    filed=stated("2022-02-01", "motion-b.md", 3),
    proposers=(Proposer("Nils Åkerö", "S", Place("motion-b.md", None, 5)),),
    demands=(
        Demand(
            1,
            "Att minst tre nya lekplatser anläggs söder om ån.",
            Place("motion-b.md", None, 11),
            addresses.anchor("Att minst tre nya lekplatser anläggs söder om ån."),
        ),
    ),
    referrals=(
        Referral(
            "sodra-stadsdelsnamnden",
            ("Södra stadsdelsnämnden",),
            (Place("sodra.txt", None, 4),),
            f"{M2}/sodra-stadsdelsnamnden",
            "answered",
        ),
        Referral(
            "trafiknamnden", ("Trafiknämnden",), (Place("sodra.txt", None, 4),), f"{M2}/trafiknamnden", "answered"
        ),
    ),
    decisions=(
        Decision(
            "council",
            "fullmaktige",
            "rejected",
            "Motionen avslås.",
            Place("sodra.txt", None, 60),
            stated("2022-11-21", "sodra.txt", 60),
            Votes(31, 27, 3),
        ),
    ),
    responses=(f"{M2}/sodra-stadsdelsnamnden", f"{M2}/trafiknamnden"),
    sections=(
        section(
            "background",
            "Förslag",
            passage("Att minst tre nya lekplatser anläggs söder om ån.", "motion-b.md", 11, item=True),
        ),
    ),
    document=document("motion-b.md"),
    retold=True,
)

_SUPPORT = "Nämnderna tillstyrker motionen och vill att cykelbanan planeras tillsammans med skolan."
_MET = "Nämnden anser att motionens förslag om belysning redan är tillgodosett."
_REJECT = "Nämnden föreslår att motionen avslås eftersom marken söder om ån är planlagd för bostäder."


def _response(
    case: str,
    name: str,
    bodies: tuple[str, ...],
    file: str,
    stance: StanceFact,
    *sections: Section,
    decision: str = "",
    date: Fact | None = None,
    words: tuple[int, int] = (400, 0),
    retold: bool = False,
    demands: tuple[DemandStance, ...] = (),
    possible: tuple[str, ...] = (),
    facts: tuple[Fact, ...] = (),
) -> Response:
    return Response(
        id=f"{case}/{name}",
        motion=case,
        bodies=bodies,
        body_facts=facts,
        possible_bodies=possible,
        document_type="tjansteutlatande",
        role="answer",
        title=None,
        diary_numbers=(
            Fact("NSN 2023/55", Status.STATED, "Dnr NSN 2023/55", Place(file, None, 2), "own"),
            Fact("KS 2023/411", Status.STATED, "Dnr KS 2023/411", Place(file, None, 3), "case"),
        ),
        cited_numbers=(),
        date=date,
        prepared_by=stated("avdelningen för stadsmiljö", file, 5),
        proposed_decision=stated(decision, file, 12) if decision else None,
        board_decision=None,
        stance=stance,
        demand_stances=demands,
        signatories=(
            Signatory("Anna Hed", "stadsdelsdirektör", Place(file, None, 90)),
            Signatory("Per Ros", None, Place(file, None, 90)),
        ),
        attachments=(stated("Motion om tryggare vägar", file, 95),),
        sections=sections,
        document=document(file, *words),
        retold=retold,
    )


def _stance(value: str, quote: str, file: str, line: int) -> StanceFact:
    return StanceFact(value, Status.STATED, quote, Place(file, None, line), addresses.anchor(quote))  # type: ignore[arg-type]


RESPONSES = (
    _response(
        M1,
        "kulturnamnden-och-trafiknamnden",
        ("kulturnamnden", "trafiknamnden"),
        "gemensamt.txt",
        _stance("support", _SUPPORT, "gemensamt.txt", 30),
        section(
            "decision",
            "Förslag till beslut",
            passage("Nämnderna överlämnar utlåtandet som sitt svar.", "gemensamt.txt", 12),
        ),
        section(
            "assessment",
            "Nämndernas bedömning",
            passage(_SUPPORT, "gemensamt.txt", 30),
            passage("En cykelbana ger också bättre samverkan mellan skola och föreningar.", "gemensamt.txt", 34),
        ),
        decision="Nämnderna överlämnar utlåtandet som sitt svar.",
        date=stated("2023-09-20", "gemensamt.txt", 4, "2023-09-20"),
        demands=(
            DemandStance(
                1, "support", Status.STATED, _SUPPORT, Place("gemensamt.txt", None, 30), addresses.anchor(_SUPPORT), 0.6
            ),
            DemandStance(2, "unclear"),
        ),
        facts=(stated("kulturnämnden och trafiknämnden", "gemensamt.txt", 1, "Kulturnämnden och trafiknämnden"),),
    ),
    _response(
        M1,
        "norra-stadsdelsnamnden",
        ("norra-stadsdelsnamnden",),
        NORTH,
        _stance("already-met", _MET, NORTH, 44),
        section("other", "", passage("Till kommunstyrelsen", NORTH, 1)),
        section(
            "decision",
            "Förslag till beslut",
            passage("Stadsdelsnämnden godkänner förvaltningens utlåtande.", NORTH, 12, item=True),
            passage("Paragrafen justeras omedelbart.", NORTH, 13, item=True),
        ),
        section(
            "summary",
            "Sammanfattning",
            passage(
                "Motionärerna vill ha en sammanhängande cykelbana och bättre belysning. Förvaltningen har redan bytt "
                "armaturer längs de flesta gångvägar, och resten byts före årets slut. Tryggheten mäts varje år "
                "i en enkät till dem som bor i området.",
                NORTH,
                16,
            ),
        ),
        section(
            "assessment",
            "Förvaltningens bedömning",
            passage(_MET, NORTH, 44),
            passage("Samverkan sker med skolan, polisen och de boende:", NORTH, 48),
            passage("trygghetsvandringar två gånger om året,", NORTH, 49, item=True),
            passage("möten med föräldraföreningen,", NORTH, 50, item=True),
            passage("en gemensam lista över mörka platser.", NORTH, 51, item=True),
        ),
        decision="Stadsdelsnämnden godkänner förvaltningens utlåtande.",
        date=stated("2023-09-28", NORTH, 4, "2023-09-28"),
        demands=(
            DemandStance(1, "unclear"),
            DemandStance(2, "already-met", Status.STATED, _MET, Place(NORTH, None, 44), addresses.anchor(_MET), 0.7),
        ),
        facts=(
            Fact(
                "Norra stadsdelsnämnden",
                Status.INFERRED,
                "förvaltningen talar i eget namn på rad 16",
                Place(NORTH, None, 16),
            ),
        ),
    ),
    _response(
        M1,
        "okand-instans",
        (),
        "okand.txt",
        StanceFact("unclear"),
        section(
            "assessment",
            "Förvaltningens synpunkter",
            passage(
                DAMAGED,
                "okand.txt",
                22,
                (
                    Restored(0, 13, "Fdrvaltningen"),
                    Restored(24, 34, "trygghéten"),
                    Restored(DAMAGED.index("ökat"), DAMAGED.index("ökat") + 4, "dkat", sure=False),
                ),
            ),
            passage(
                "Trygghet är ett ord med många meningar, och nämnden vill att det används med omsorg.", "okand.txt", 25
            ),
        ),
        date=stated("2023-10-12", "okand.txt", 3, "2023-10-12"),
        words=(445, 146),
        possible=("sodra-stadsdelsnamnden", "angby-stadsdelsnamnd"),
    ),
    _response(
        M2,
        "sodra-stadsdelsnamnden",
        ("sodra-stadsdelsnamnden",),
        "sodra.txt",
        _stance("reject", _REJECT, "sodra.txt", 20),
        section("assessment", "Bedömning", passage(_REJECT, "sodra.txt", 20)),
        date=stated("2022-05-05", "sodra.txt", 2),
        retold=True,
        demands=(
            DemandStance(
                1, "reject", Status.STATED, _REJECT, Place("sodra.txt", None, 20), addresses.anchor(_REJECT), 0.5
            ),
        ),
    ),
    _response(
        M2,
        "trafiknamnden",
        ("trafiknamnden",),
        "trafik.txt",
        StanceFact(
            "no-position", Status.STATED, "Nämnden tar inte ställning till motionen.", Place("trafik.txt", None, 9)
        ),
        section("assessment", "Yttrande", passage("Nämnden tar inte ställning till motionen.", "trafik.txt", 9)),
        retold=True,
    ),
)


def _source(item: Document, used_as: str) -> Source:
    return Source(
        item.file,
        item.sha256,
        "published",
        (),
        (used_as,),
        item.media_type,
        item.size,
        item.text_quality,
        item.restored_words,
        item.words,
        original=Original(addresses.original(item.sha256, item.file), item.size),
    )


MOTIONS = (_motion_2, _motion_1)
SOURCES = tuple(
    sorted(
        [_source(motion.document, motion.id) for motion in MOTIONS if motion.document]
        + [_source(response.document, response.id) for response in RESPONSES]
        + [
            Source("bild.pdf", hashlib.sha256(b"bild").hexdigest(), "unread", ("F108",), (), "application/pdf", 9000),
            Source(
                "kopia av norra.txt",
                hashlib.sha256(NORTH.encode()).hexdigest(),
                "duplicate",
                ("F107",),
                (),
                "text/plain",
                4321,
            ),
        ],
        key=lambda source: source.file,
    )
)
ARCHIVE = Archive(MOTIONS, RESPONSES, BODIES, SOURCES)
FINDINGS: tuple[Finding, ...] = (
    found("F108", "bild.pdf", what="PDF"),
    found("F107", "kopia av norra.txt", other=NORTH),
    found("F112", "okand.txt", damaged=146, words=445),
    found("F204", "okand.txt", guess=""),
    found("F402", "site.yml", 4, key="namm", guess=" Menade du ”namn”?"),
)
