"""Texts that try to become something else than text, and an archive that holds one of them in every place it has."""

from __future__ import annotations

from dataclasses import replace

from generator import addresses
from generator.findings import found
from generator.model import (
    Archive,
    Body,
    Decision,
    Demand,
    Discrepancy,
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
    Signatory,
    Source,
    StanceFact,
    Status,
)

from .sample import document

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</p></div></main><h1>Ny sida</h1>",
    "</title><script>alert(1)</script>",
    "<!-- en kommentar",
    "--> <b>fet</b>",
    "<![CDATA[ x ]]>",
    "]]>",
    "<?php echo 1 ?>",
    "<iframe srcdoc='<script>1</script>'>",
    "<meta http-equiv=refresh content=0;url=//ond.example>",
    "<base href=//ond.example>",
    "<style>body{display:none}</style>",
    "<details open ontoggle=alert(1)>",
    "[klicka](javascript:alert(1))",
    "[klicka](data:text/html;base64,PHNjcmlwdD4=)",
    "![bild](//ond.example/x.png)",
    "[ref][1] [1]: javascript:alert(1)",
    "[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://ond.example>",
    "https://ond.example och www.ond.example",
    "<nagon@ond.example> nagon@ond.example",
    "*snett* **fett** _snett_ __fett__",
    "ett*två*tre och snake_case_namn",
    "# Rubrik",
    "## Rubrik {#Innehall}",
    "Rubrik\n======",
    "Rubrik\n---",
    "- punkt",
    "* punkt",
    "+ punkt",
    "1. punkt",
    "1) punkt",
    "> citat",
    "    kod",
    "\tkod",
    "```\nkod\n```",
    "~~~\nkod\n~~~",
    "`kod` och ``kod``",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "{: onclick=alert(1) }",
    "text {: .klass #id onclick=alert(1) }",
    '--8<-- "mkdocs.yml"',
    ";--8<-- x",
    "{{ config.site_name }} {% raw %}",
    "{# jinja #} {%- endblock -%}",
    "&shy;&nbsp;&lt;b&gt;&#60;script&#62;",
    "&amp;shy; &amp;amp;",
    "fot[^1]\n\n[^1]: not",
    "*[HTML]: förkortning HTML",
    "term\n: definition",
    '!!! note "x"\n    y',
    "??? x",
    '=== "flik"',
    "[TOC]",
    ":smile: :material-x:",
    "==mark== ^^ins^^ ~~del~~ H~2~O x^2^",
    "$x$ \\(y\\) $$z$$",
    "\\*inte\\* \\<b\\>",
    "två  blanksteg  \nny rad",
    " blank runt om ",
    "rad\r\nrad\rrad",
    "rad\u2028rad\u2029rad\x85rad\x0brad\x0crad",
    "\u202evänd\u202c \u2066isolerad\u2069 \u200f",
    "nul\x00 styr\x01\x02\x03 del\x7f",
    "\x02klzzwxh:0001\x03 \x02wzxhzdk:1\x03 \x02amp\x03",
    "klzzwxh:0001 wzxhzdk:0",
    "mjukt\u00adbinde\u00adstreck och noll\u200bbredd",
    "ensam \udcff surrogat \ufffe \ufeff",
    '"titel: x"\n---\nhide: [navigation]',
    "titel: 'x' # kommentar",
    "'; DROP TABLE motioner; --",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' x='",
    "%0a%3Cscript%3E",
    "---",
    "...",
    "***",
    "???",
    "å ä ö Å Ä Ö é ü – — … ”citat” §",
    "p-3f9a1c2e",
    "Innehåll",
    "../../../etc/passwd",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 e\u0301",
)


def archive(texts: tuple[str, ...]) -> tuple[Archive, tuple[Finding, ...]]:
    """An archive with one motion, one response and two bodies for each text, which stands in every field they have."""
    motions, responses, bodies, sources, findings = [], [], [], [], []
    for number, text in enumerate(texts):
        motion, response, body, asked = _case(number, text)
        motions.append(motion)
        responses.append(response)
        bodies += [body, asked]
        for item, used in ((motion.document, motion.id), (response.document, response.id)):
            assert item
            sources.append(Source(item.file, item.sha256, "published", (), (used,), text, 1, 1.0, 0, 10, original=Original(addresses.original(item.sha256, item.file), 1)))
            findings.append(found("F203", item.file, 1, name=text, guess=text))
        findings.append(found("F402", text, 1, key=text, guess=text))
    made = Archive(tuple(motions), tuple(responses), tuple(bodies), tuple(sources))
    return made, tuple(findings)


def anchor_of(text: str) -> str:
    """An anchor also for what no text can hold: a lone surrogate, which only file names have."""
    return addresses.anchor(text.encode("utf-8", "backslashreplace").decode())


def _case(number: int, text: str) -> tuple[Motion, Response, Body, Body]:
    case, body, asked = f"ks-{number}", f"instans-{number}", f"tillfragad-{number}"
    file, answer = f"{number:03}-m{text}", f"{number:03}-s{text}"
    place = Place(answer, None, 1)
    fact = Fact(text, Status.STATED, text, place)
    curated = Fact(text, Status.CURATED, text, place, None, text, text)
    anchor = anchor_of(text)
    sections = (
        Section("other", "", (Passage(anchor_of(text + "0"), text, place),)),
        Section(
            "assessment",
            text,
            (
                Passage(anchor, text, place),
                Passage(anchor_of(text + "1"), text, place, (Restored(0, min(3, len(text)), text, False),), (), "item"),
                Passage(anchor_of(text + "2"), text, place, struck=True),
            ),
        ),
        Section("background", text, (Passage(anchor_of(text + "3"), text, place),)),
    )
    motion = Motion(
        id=case,
        title=fact,
        titles=(fact,),
        number=fact,
        diary_numbers=(curated,),
        filed=fact,
        proposers=(Proposer(text, text, place, True, text),),
        demands=(Demand(1, text, place, anchor),),
        referrals=(
            Referral(body, (text,), (place,), f"{case}/{body}", "answered"),
            Referral(asked, (text,), (place,), None, "declined", (), text, place),
        ),
        deadlines=(fact,),
        decisions=(Decision("council", asked, "rejected", text, place, fact),),
        discrepancies=(Discrepancy("title", (fact, curated)),),
        responses=(f"{case}/{body}",),
        sections=sections,
        document=replace(document(file), media_type=text),
    )
    response = Response(
        f"{case}/{body}",
        case,
        (body,),
        (fact,),
        (),
        "yttrande",
        "answer",
        fact,
        (fact,),
        (fact,),
        fact,
        fact,
        fact,
        fact,
        StanceFact("support", Status.STATED, text, place, anchor),
        (),
        (Signatory(text, text, place),),
        (fact,),
        sections,
        replace(document(answer, 400, 10), media_type=text),
        True,
    )
    return (
        motion,
        response,
        Body(body, text, "other", (text,), registered=False),
        Body(asked, text, "namnd", successor=body),
    )
