"""An archive with one motion and an answer for every state that a comparison can show, in invented words."""

from __future__ import annotations

from typing import get_args

from generator import addresses
from generator.model import (
    Archive,
    Body,
    Demand,
    DemandStance,
    Fact,
    Motion,
    Passage,
    Place,
    Referral,
    ReferralState,
    Remark,
    Report,
    Response,
    Section,
    Settings,
    Signatory,
    Stance,
    StanceFact,
    Status,
)

from .sample import document, passage, section, stated

SETTINGS = Settings(site_name="Motionsarkivet", municipality="Ekvik", address="https://motioner.ekvik.example/", terms=("brygga",))
CASE = "ks-2024-9"
LONG = (
    "Nämnden har gått igenom bryggorna en efter en. Den norra är murken, den södra är ny, och den tredje ägs av en förening "
    "som själv vill ta hand om den. Därför säger nämnden att frågan bör vänta tills det finns en plan för hela stranden, med "
    "kostnader, ansvar och tider, så att alla som bor i Ekvik kan se vad som ska ske."
)
ODD = '=SUMMA(A1) | <b>"fetstil"</b> & ![bild](x) {{ mall }}; slut'
STANCES: tuple[Stance, ...] = get_args(Stance)
OFFICE = "kansliet"
SUMMARY = "kansliet.txt"
ROW = "Hamnbolaget Avstyrker Bolaget har andra planer"


def _response(name: str, bodies: tuple[str, ...], stance: StanceFact, *texts: str, **more: object) -> Response:
    file = f"{name}.txt"
    passages = tuple(passage(text, file, 10 + 2 * at) for at, text in enumerate(texts))
    given: dict[str, object] = {
        "body_facts": (),
        "possible_bodies": (),
        "document_type": "remissvar",
        "role": "answer",
        "title": None,
        "diary_numbers": (),
        "cited_numbers": (),
        "date": None,
        "prepared_by": None,
        "proposed_decision": None,
        "board_decision": None,
        "demand_stances": (),
        "signatories": (),
        "attachments": (),
        "sections": (Section("assessment", "Bedömning", passages),) if passages else (),
        "document": document(file),
    }
    return Response(id=f"{CASE}/{name}", motion=CASE, bodies=bodies, stance=stance, **(given | more))  # type: ignore[arg-type]


def _said(value: Stance, quote: str, file: str, status: Status = Status.STATED) -> StanceFact:
    return StanceFact(value, status, quote, Place(file, None, 10), addresses.anchor(quote))


def _one(value: Stance) -> Response:
    name = f"namnd-{value}"
    quote = f"Nämnden svarar på sitt sätt om bryggan ({value})."
    return _response(
        name,
        (name,),
        StanceFact("unclear") if value == "unclear" else _said(value, quote, f"{name}.txt"),
        quote,
        "Bryggan behövs.",
        date=stated("2024-05-17", f"{name}.txt", 1) if value != "declined" else None,
        signatories=(Signatory("Ada Holm", "nämndsekreterare", Place(f"{name}.txt", None, 30)), Signatory("Bo Sjö", None, Place(f"{name}.txt", None, 31))),
        demand_stances=(
            DemandStance(
                1,
                value,
                Status.INFERRED,
                quote if value != "unclear" else "",
                Place(f"{name}.txt", None, 10),
                addresses.anchor(quote) if value != "unclear" else "",
                0.5,
                answer="Bryggan behövs." if value != "unclear" else "",
                answer_passage=addresses.anchor("Bryggan behövs.") if value != "unclear" else "",
            ),
            DemandStance(2, "unclear", Status.STATED, quote, Place(f"{name}.txt", None, 10), addresses.anchor(quote), 0.43217),
            DemandStance(3, value, Status.STATED, quote, Place(f"{name}.txt", None, 10), addresses.anchor(quote), 1.0),
        ),
    )


def _responses() -> tuple[Response, ...]:
    minutes = Place("parknamnden.txt", None, 10)
    return (
        *(_one(value) for value in STANCES),
        _response(
            "parknamnden",
            ("parknamnden",),
            _said("reject", "Nämnden avstyrker motionen om bryggan.", "parknamnden.txt"),
            "Nämnden avstyrker motionen om bryggan.",
            LONG,
            "Förvaltningen vill tillstyrka.",
            "Ledamöterna från Ö reserverar sig.",
            advice=_said("support", "Förvaltningen vill tillstyrka.", "parknamnden.txt"),
            proposed_decision=stated(LONG, "parknamnden.txt", 12),
            board_decision=stated("Nämnden avstyrker motionen om bryggan.", "parknamnden.txt", 10),
            remarks=(
                Remark("reservation", "Ö", "Ledamöterna från Ö reserverar sig.", minutes, addresses.anchor("Ledamöterna från Ö reserverar sig.")),
                Remark("yttrande", "", "", minutes, ""),
                Remark("yrkande", "Ä", "", minutes, ""),
            ),
            reports=(Report(f"{CASE}/kansliet", "support", "Tillstyrker", "", "Parknämnden Tillstyrker", Place(SUMMARY, None, 12), addresses.anchor("Parknämnden Tillstyrker")),),
        ),
        _response("parknamnden-2", ("parknamnden",), _said("support", ODD, "parknamnden-2.txt"), ODD),
        _response(
            "hamnbolaget",
            ("hamnbolaget",),
            StanceFact("reject", Status.INFERRED, ROW, Place(SUMMARY, None, 10), "", "enligt en sammanställning"),
            "Avstyrker",
            "Bolaget har andra planer",
            reports=(Report(f"{CASE}/kansliet", "reject", "Avstyrker", "Bolaget har andra planer", ROW, Place(SUMMARY, None, 10), addresses.anchor(ROW)),),
            told=True,
        ),
        _response(
            "skolnamnden",
            ("skolnamnden",),
            StanceFact("partly", Status.CURATED, "", Place("case.yml", None, 4), "", "Uppgift per telefon", "2024-08-01"),
            "Skolnämnden skriver om annat.",
            demand_stances=(DemandStance(2, "support", Status.CURATED, reason="Uppgift per telefon", date="2024-08-01"),),
            board_decision=Fact("Nämnden lät frågan vila", Status.CURATED, "", Place("case.yml", None, 5), reason="Protokollet är inte digitalt"),
            signatories=(Signatory("Cia Ek", None, Place("case.yml", None, 7), Fact("Cia Ek", Status.CURATED, "", reason="Namnen står i pappersakten")),),
            date=Fact("2024-06-03", Status.CURATED, "", Place("case.yml", None, 6)),
        ),
        _response("gemensamt", ("norra", "sodra"), _said("support", "Vi säger ja till bryggan.", "gemensamt.txt"), "Vi säger ja till bryggan."),
        _response("okand-instans", (), StanceFact("unclear"), "Avsändare saknas.", possible_bodies=("ostra", "vastra"), retold=True),
        _response(
            "kansliet",
            (OFFICE,),
            StanceFact("unclear"),
            ROW,
            "Parknämnden Tillstyrker",
            "Östra nämnden svarade aldrig.",
            role="preparation",
            document_type="sammanstallning",
        ),
    )


def _referral(body: str, state: ReferralState, response: str | None = None, quote: str = "") -> Referral:
    place = Place(SUMMARY, None, 14) if quote else None
    return Referral(body, (body,), (), f"{CASE}/{response}" if response else None, state, (), quote, place)


def _motion(responses: tuple[Response, ...]) -> Motion:
    texts = ("Kommunen bygger en brygga.", "Kommunen sköter bryggan.", "Kommunen mäter vattnet.")
    asks: tuple[Passage, ...] = tuple(passage(text, "motion.txt", 5 + at) for at, text in enumerate(texts))
    asked = [_referral(f"namnd-{value}", "declined" if value == "declined" else "answered", f"namnd-{value}") for value in STANCES]
    return Motion(
        id=CASE,
        title=stated("Motion om en brygga", "motion.txt", 1),
        demands=tuple(Demand(at + 1, one.text, one.place, one.id) for at, one in enumerate(asks)),
        referrals=(
            *asked,
            _referral("parknamnden", "answered", "parknamnden"),
            _referral("hamnbolaget", "answered", "hamnbolaget"),
            _referral("norra", "answered", "gemensamt"),
            _referral("ostra", "silent", quote="Östra nämnden svarade aldrig."),
            _referral("vastra", "not-in-archive"),
            _referral("museet", "declined", quote="Museet avstår."),
        ),
        responses=tuple(response.id for response in responses),
        sections=(section("decision", "Yrkanden", *asks),),
        document=document("motion.txt"),
    )


def _archive() -> Archive:
    responses = tuple(sorted(_responses(), key=lambda one: one.id))
    names = {
        **{f"namnd-{value}": f"nämnden {at}" for at, value in enumerate(STANCES)},
        "parknamnden": "parknämnden",
        "hamnbolaget": "Hamnbolaget AB",
        "skolnamnden": "skolnämnden",
        "norra": "norra nämnden",
        "sodra": "södra nämnden",
        "ostra": "östra nämnden",
        "vastra": "västra nämnden",
        "museet": "Ekviks museum",
        OFFICE: "kommunkansliet",
    }
    bodies = tuple(sorted((Body(key, name, "namnd") for key, name in names.items()), key=lambda body: body.id))
    return Archive((_motion(responses),), responses, bodies, ())


ARCHIVE = _archive()
