"""The headings that municipal answers use, and the kind of section each opens.

Counted in 124 council bundles and a handful of Stockholm answers; a heading that is not here opens a section of kind
"other". ``ATTACHMENTS`` end the text, they are no section.
"""

from __future__ import annotations

import re

from generator.model import SectionKind

# Whose a section is: "Utbildningsförvaltningens", "SISAB:s", "Stockholms Hamn AB:s"; what is the movers' or others' is told, not said.
_OF = r"(?:(?!motion|remissinstans|föredragande|parti|reservant)(?:[\w-]+ ){0,4}[\w-]+:?s )"
# A party by its letters, which are capitals also where the rest is read without regard to them, by its name, or by a member.
_PARTY = (
    r"(?:(?-i:(?!\(?(?:VD|KS|KF|AU|SDN|KSAU|TU|AB|SLK)\b)\(?(?:[A-ZÅÄÖ]{1,3}|Fi|Mp|Kd|Sd|Fp)\)?(?![\wåäö]))|(?:social|krist|sverige)?demokrat(?:erna|en)|moderaterna|liberalerna|folkpartiet|"
    r"(?:vänster|center|miljö)partiet(?: de gröna)?|feministiskt initiativ|(?-i:(?:[A-ZÅÄÖ][\wåäöé.-]+ ){1,4}\((?:[A-ZÅÄÖ]{1,3}|Fi|Mp)\)(?: m\.? ?fl\.?)?))"
)
_PARTIES = rf"{_PARTY}(?:(?:, ?| och | samt |/){_PARTY})*"
_PARTYS = (
    rf"(?:(?:social|krist|sverige)?demokrat(?:ernas?|ens)|moderaternas?|liberalernas?|folkpartiets?|"
    rf"(?:vänster|center|miljö)partiets?|feministiskt initiativs?|partiernas|{_PARTY})"
)
_MOVED = r"(?:(?:gemensam(?:t|ma)|alternativ(?:t|a)|eget|muntligt|nytt) )?(?:tilläggs|ändrings|mot|avslags|bifalls|besluts)?(?:yrkande|förslag)(?:n|na|t|et)?(?: till (?:beslut|yttrande))?"
# The first pattern that matches the whole heading (lower case, without number and colon) decides.
KINDS: tuple[tuple[str, SectionKind], ...] = (
    # What parties move is not what their board is asked to decide: "Förslag från V och MP", "Moderaternas förslag till beslut".
    (rf"{_MOVED} (?:från|av) (?:ledamoten |ledamöterna )?{_PARTIES}|{_MOVED} {_PARTIES}|(?:{_PARTY}(?:, | och | samt ))*{_PARTYS}(?::?s)? {_MOVED}", "other"),
    (rf"{_OF}?förslag till (?:beslut|kommunfullmäktige|yttrande)|(?:förvaltningens|kontorets|arbetsutskottets|utskottets|presidiets|bolagets|vd:s) (?:förslag|beslutsförslag)|beslutsförslag", "decision"),
    (r"beslut(?: [–-] förslag till .*)?", "decision"),
    # "Tekniska nämndens beslut", "Styrelsen för Ekby Energi AB:s beslut"; who proposes has "förslag" in it. A board
    # that is named ("Kulturnämnden beslutar") is a line of the text, which says whose the decision is.
    (r"beslutet|beslut i ärendet|(?!.*\bförslag)(?!(?:tidigare|senare) )(?:[\wåäö-]+ ){0,6}?[\wåäö-]+:?s beslut", "decision"),
    (r"(?:nämnden|styrelsen|stadsdelsnämnden|utskottet|rådet|kyrkorådet|förbundet) (?:\w+ )?beslutar(?: att)?", "decision"),
    (r"(?:kommunstyrelsens|borgarrådets|föredragande borgarrådets|borgarrådsberedningens) förslag(?: till (?:beslut|kommunfullmäktige))?", "decision"),
    (r"sammanfattning(?: av ärendet)?", "summary"),
    (r"(?:ärendet i korthet|i korthet)", "summary"),
    (r"(?:bakgrund(?: till ärendet)?|remissen|remissinstanser|inledning)", "background"),
    (r"(?:ärendets beredning|beredning(?:en)?(?: av ärendet)?|samverkan|remissbehandling(?:en)?)", "preparation"),
    (r"(?:ärendet|beskrivning av ärendet|ärendebeskrivning|motionen|motionens (?:innehåll|förslag)|"
     r"om motionen|motionärens (?:förslag|yrkanden?))", "matter"),
    (r"(?:(?:\w+förvaltningens|\w+kontorets|förvaltningens|kontorets|nämndens|bolagets|stadsledningskontorets) )?"
     r"(?:synpunkter(?: och förslag)?|bedömning(?:ar)?|överväganden(?: och förslag)?|ställningstagande(?:n)?|yttrande|"
     r"kommentar(?:er)?|svar)", "assessment"),
    (rf"{_OF}?(?:synpunkter(?: och förslag)?|bedömning(?:ar)?|överväganden(?: och förslag)?|ställningstagande(?:n)?|"
     r"analys(?: och (?:bedömning|konsekvenser|slutsatser?))?)", "assessment"),
    (r"(?:bedömning|synpunkter) (?:av|på|ur|från) .*", "assessment"),
    (r"(?:skäl|motivering)(?: (?:till|för) .*)?", "assessment"),
    (r"(?:jämställdhet|jämlikhet|barnperspektiv|barnkonsekvens|konsekvenser för (?:barn|jämställdhet))\w*(?:[ -].*)?", "equality"),
    (r"(?:(?:framlagda|framställda|ställda) (?:förslag(?: till beslut)?|yrkanden)|förslag till beslut på sammanträdet|"
     r"beslutet? (?:skickas|expedieras|delges)(?: till)?|expediering|beslutsordning|propositionsgång|votering|jäv|"
     r"deltar (?:inte|ej) i beslutet|särskilt yttrande|protokollsanteckning(?:ar)?|justering)", "other"),
    (r"(?:remissvar(?:en)?|remissinstansernas (?:svar|synpunkter)|ekonomi(?:ska konsekvenser)?|"
     r"konsekvenser|beslutsgång|propositionsordning|yrkanden?|reservation(?:er)?|särskilt uttalande|"
     r"ersättaryttrande|omröstning|beslutsunderlag|protokollsutdrag skickas till|deltar inte i beslut|"
     r"föredragande borgarrådets synpunkter|tidplan|övrigt|expedieras till|vid protokollet)", "other"),
    # A party's own words in minutes: "Yrkande från S och V", "Yttrande (M), (L)".
    (r"(?:gemensamt |tilläggs|ändrings)?(?:yrkande|yttrande|skrivelse) (?:(?:från|av) )?\(?[A-ZÅÄÖ]{1,2}\)?(?:(?:, ?| och | samt )\(?[A-ZÅÄÖ]{1,2}\)?)*", "other"),
    # What minutes hold besides the decision.
    (r"(?:ärendets )?(?:tidigare|föregående) (?:behandling|handläggning)(?: av ärendet)?|(?:huvud|motförslags)votering|votering(?:sresultat|slista)?|omröstning(?:sresultat|slista)|"
     r"(?:\w+ )?(?:reservation(?:er)?|särskilda? (?:yttranden?|uttalanden?)|protokollsanteckning(?:ar)?) (?:från |av )?\(?[A-ZÅÄÖ]{1,3}(?:, [A-ZÅÄÖ]{1,3})*(?: och [A-ZÅÄÖ]{1,3})?\)?", "other"),
)  # fmt: skip
_ATTACHMENTS = re.compile(r"bilag(?:a|or)(?: till .*)?|underlag för beslut|bilageförteckning", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|§\s*\d+)\s+")
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in KINDS)
# A day or a paragraph after what was decided: "Trafiknämndens beslut den 28 september 2022", "Nämndens beslut 2022-05-10, § 12".
_WHEN = re.compile(
    r"(?<=beslut)(?:,? \(?(?:(?:från |vid sammanträdet )?(?:den )?(?:\d{1,2} [a-zåäö]{3,9} \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[ -.]\d{4})|§ ?\d+)\)?)+$",
    re.IGNORECASE,
)
# The council's and the executive board's decision of a day is, in another's answer, an earlier one.
_OF_THE_TOP = re.compile(r"\b(?:\w*fullmäktiges?|(?:kommun|region)styrelsens?|regeringens?|tidigare|senare)\b", re.IGNORECASE)
_LONGEST = 80  # characters: no heading in the counted documents is longer


def heading_kind(text: str) -> SectionKind | None:
    """The kind of section that ``text`` opens if it is a known heading, else None."""
    bare = dayless_heading(text)
    if not bare or len(bare) > _LONGEST or bare.endswith((".", ",", ";")):
        return None
    for pattern, kind in _COMPILED:
        if pattern.fullmatch(bare):
            return kind
    return None


def is_attachments(text: str) -> bool:
    """Whether ``text`` is the heading of the list of attachments."""
    return bool(_ATTACHMENTS.fullmatch(bare_heading(text)))


def bare_heading(text: str) -> str:
    """A heading without its number and colon, white space folded."""
    return _NUMBER.sub("", " ".join(text.split())).rstrip(":").strip()


def dayless_heading(text: str) -> str:
    """A bare heading without the day or the paragraph of its decision; that of the council or the executive board keeps it."""
    bare = bare_heading(text)
    return bare if _OF_THE_TOP.search(bare) else _WHEN.sub("", bare)
