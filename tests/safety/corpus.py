"""A content folder and a configuration in which every place that text can stand holds a hostile one: two hundred documents and more."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.pages.hostile import PAYLOADS
from tests.safety.attacks import ATTACKS, REFRESHES, texts
from tests.true_files import docx, eml, odt, rtf

# Beside those of tests/pages/hostile.py and attacks.py.
MORE: Final = (
    # Languages of templates, shells, databases and spreadsheets.
    "{{ 7*7 }}{{ config }}{{ self.__init__.__globals__ }}",
    "{% for x in [1,2] %}{{ x }}{% endfor %}{% include 'base.html' %}",
    "{#- inte synligt -#} {%- raw -%}",
    "<% 7*7 %> <%= system('id') %> <%# x %>",
    "${7*7} #{7*7} *{7*7} @{7*7} $(id) `id`",
    "--8<-- 'mkdocs.yml'",
    '--8<-- "../../site_config/site.yml"',
    "{!include.txt!} {{!literal}} [[wiki]] ((not))",
    "::: generator.build",
    "@import url(//ond.example/x.css)",
    "=HYPERLINK('https://ond.example';'klicka')",
    "+cmd|'/c calc'!A1",
    "-2+3+cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "＝1＋1",
    "\t=1+1",
    "%0d%0aSet-Cookie: a=b",
    "'); DROP TABLE motions;-- \" OR 1=1",
    'bisses" AND NEAR(a b) OR "*',
    "\\u003cscript\\u003epwned(1)\\u003c/script\\u003e",
    "&#x3c;img src=x onerror=pwned(1)&#x3e;",
    "&amp;lt;script&amp;gt;pwned(1)&amp;lt;/script&amp;gt;",
    "%3Cimg%20src=x%20onerror=pwned(1)%3E",
    '"},"x":{"__proto__":{"a":1}},"y":{"',
    "</script><script>pwned(1)</script>",
    "]]></title></feed><entry>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    # Writing that turns, hides, doubles or looks like other writing.
    "\u202egpj.exe\u202c Motion",
    "\u2066\u2067\u2068utan slut",
    "\u200b\u200c\u200d\u2060\ufeffosynlig",
    "А\u0430 motion p\u0430rk n\u04d3mnden",
    "ⅰⅱ ﬁﬂ ｆｕｌｌｂｒｅｄｄ",
    "Z" + "\u0351\u0352\u0353\u0363\u036b\u0489" * 60 + "algo",
    "e\u0301e\u0301 A\u030a o\u0308",
    "\u0000\u0007\u0008\u001b[31mröd\u001b[0m",
    "\x9b31m\x85 \u2028\u2029",
    "\U000e0061\U000e0062 märkta \ufe0f\ufe0f",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "שלום العربية ا",
    "\ue000\uf8ff privat",
    "ﷺ" * 20,
    "a" * 3000,
    "ord " * 400,
    "…" * 200,
    "/" * 200,
    "\\" * 200,
    "'" * 99 + '"' * 99,
    "[" * 300,
    "*" * 300,
    "#" * 300,
    ">" * 300,
    "`" * 300,
    "|" * 300,
    "&" * 300,
    "&#" * 200,
    "_a_" * 100,
    "~~" * 100,
    "- " * 100,
    # What the archive itself means something by.
    "p-3f9a1c2e",
    "#p-3f9a1c2e",
    "⟨U+202E⟩",
    "arkivets referat",
    "angivet av redaktionen",
    "data-stance=support",
    "/motioner/ks-2021-100/",
    "../../../",
    "index.md",
    "jamforelse",
    "okand-instans",
    "__proto__",
    "constructor",
    "null",
    "NaN",
    "-0",
    "1e999",
    "ja",
    "~",
)
ALL: Final = tuple(dict.fromkeys((*PAYLOADS, *texts(ATTACKS | REFRESHES), *MORE)))
FAMILY: Final = 5  # documents in a case: a motion and the answers to it
_LINES: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TRAPS: Final = (
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "titel: !!python/object/apply:os.system ['id']\nskäl: x\n",
    "<<: {titel: x}\nskäl: x\n",
    "titel: yes\ninlämnad: 12:30:45\nskäl: x\n",
    "%YAML 1.1\n---\ntitel: x\n...\n---\ntitel: y\n",
    "\ttitel: x\n",
    "titel: [\n",
    "? {a: b}\n: c\n",
    "titel: 0o17\ntitel: 017\nskäl: {a: b}\n",
    "filer: {'../../../etc/passwd': {typ: svar, skäl: x}}\nskäl: x\n",
    "- titel\n- x\n",
    '"\\u202e": "\\u0000"\n',
)


def line(text: str) -> str:
    """``text`` on one line, as a title or a name stands."""
    return _LINES.sub(" ", text)


def documents() -> dict[str, bytes]:
    """Every file of the content folder by its path."""
    made: dict[str, bytes] = {}
    for number, text in enumerate(ALL):
        case, place = divmod(number, FAMILY)
        folder = f"{case:02} {file_name(ALL[case])}"[:80].strip() if case % 3 == 0 else f"{case:02}"
        name = f"{number:03} {file_name(text)}"[:100].strip() if number % 4 == 0 else f"{number:03}"
        if place == 0:
            made[f"{folder}/{name}.md"] = _motion(number, case, text).encode("utf-8", "surrogatepass")
            made[f"{folder}/case.yml"] = _curated(text, f"{name}.md").encode("utf-8", "backslashreplace")
        else:
            ending, data = _answer(number, case, text)
            made[f"{folder}/{name}.{ending}"] = data
    for number, trap in enumerate(_TRAPS):
        made[f"fälla{number}/case.yml"] = trap.encode()
        made[f"fälla{number}/svar.txt"] = "\n\n".join(_lines(500 + number, 0, f"Fälla {number}")).encode()
    return made


def file_name(text: str) -> str:
    """What a file system takes of ``text`` as part of a name."""
    return os.fsdecode(text.encode("utf-8", "replace").replace(b"/", b"\xe2\x88\x95").replace(b"\0", b"")[:120].decode("utf-8", "ignore").encode())


def _diary(case: int) -> str:
    return f"KS 2021/{100 + case}"


def _motion(number: int, case: int, text: str) -> str:
    one = line(text)
    return (
        f"Motion om {one} på plats {number}\nInlämnad: 2021-03-04\nDiarienummer: {_diary(case)}\n\n"
        f"# Motion om {one} på plats {number}\n\n{text}\n\n## {one}\n\nPlatsen ligger öde. {text}\n\n"
        f"| Plats | {one} |\n|---|---|\n| {one} | 2 |\n\n"
        f"Vi föreslår att kommunfullmäktige beslutar\n\n- att {one}\n- att plats {number} hålls belyst\n\n"
        f"Anna {one} Ek (M)\n\n{one} (V)\n\n~~Bo {one} Alm (S)~~\n"
    )


def _lines(number: int, case: int, text: str) -> list[str]:
    one = line(text)
    name = "Parknämnden" if number % FAMILY == 1 else f"{one[:60]} nämnden"
    return [
        name,
        f"Yttrande över motion om {line(ALL[case * FAMILY])[:80]} på plats {case * FAMILY}, {_diary(case)}",
        f"Dnr: PN 2021/{number} {one[:40]}",
        "Datum: 2021-05-03",
        "Förslag till beslut",
        f"Nämnden avstyrker motionen. {text}",
        "Sammanfattning",
        f"Plats {number} är upptagen. {text}",
        one,
        f"{text}",
        "Förvaltningens bedömning",
        f"Förvaltningen {number} anser att {one} inte räcker.",
        f"Karin {one[:40]} Holm",
        f"Direktör {one[:40]}",
    ]


def _answer(number: int, case: int, text: str) -> tuple[str, bytes]:
    lines = _lines(number, case, text)
    plain = "\n\n".join(lines).encode("utf-8", "surrogatepass")
    marked = [_printable(one) for one in lines]
    if number % 11 == 3:
        return "docx", docx(marked)
    if number % 11 == 5:
        return "odt", odt(marked)
    if number % 11 == 7:
        return "html", ("<!DOCTYPE html><html><head><title>" + line(text) + "</title></head><body>" + "".join(f"<p>{one}</p>" for one in marked) + "</body></html>").encode()
    if number % 11 == 9:
        return "rtf", rtf([one for one in marked if not re.search(r"[{}\\]", one)])
    if number % 11 == 10:
        return "eml", eml(marked)
    return "txt", plain


def _printable(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes (which JSON's strings are)."""
    return json.dumps(text.encode("utf-8", "replace").decode())


def _curated(text: str, motion: str) -> str:
    said = _quoted(line(text)[:500])
    return (
        f"skäl: {said}\ndatum: 2026-11-21\n"
        f"förslagsställare:\n  - {{namn: {said}, parti: {said}}}\n  - {said}\n"
        f"remissinstanser:\n  - {said}\n  - {{namn: {said}, läge: svarade inte}}\n"
        f"beslut:\n  - {{led: fullmäktige, instans: {said}, utfall: avslag, text: {said}, skäl: {said}}}\n"
        f"filer:\n  {_quoted(motion)}: {{bilagor: [{said}], skäl: {said}}}\n"
        f"  {said}: {{typ: svar, skäl: x}}\n"
    )


def configuration() -> dict[str, str]:
    """site.yml, bodies.yml, terms.yml and changes.yml with a hostile text wherever one is taken."""
    picked = [line(text) for text in (*texts(ATTACKS), *MORE) if re.search(r"\w", text) and text.isprintable() and len(text) < 200]
    attack = "<img src=x onerror=pwned(1)> {{ 7*7 }} [x](javascript:pwned(2)) \" ' --"
    said = _quoted(attack)
    site = (
        f"namn: {_quoted(attack[:60])}\nkommun: {said}\nkontakt: redaktionen@ekvik.example\nutgivare: {said}\ningress: {said}\n"
        f"exempel: [{', '.join(_quoted(text) for text in picked[:3])}]\npersonuppgiftsansvarig: {said}\ndataskyddsombud: {said}\n"
        "adress: https://arkivet.ekvik.example/\nlicens: CC0 1.0\n"
        f"tillgänglighet:\n  aktör: {said}\n  tjänst: {said}\n  förenlighet: delvis\n  bedömd: 2026-11-21\n  metod: {said}\n  uppdaterad: 2026-11-21\n"
        f"  giltighet: 120\n  brister:\n    - {{vad: {said}, skäl: {said}, kriterium: 1.1.1}}\n  undantag: [{said}]\n  oskälig börda: [{said}]\n"
        f"  kontakt: [{said}, telefon 031-390 06 05]\n"
    )
    bodies = "instanser:\n  - {namn: Parknämnden, slag: namnd}\n" + "".join(
        f"  - {{namn: {_quoted(f'{text} nämnden {number}')}, slag: namnd, alias: [{_quoted(f'{text} {number}')}]}}\n"
        for number, text in enumerate(picked)
    )
    terms = "begrepp: [plats, förvaltning]\n"
    changes = "ändringar:\n" + "".join(
        f"  - {{datum: 2026-11-{number + 1:02}, slag: rättad, vad: ks-2021-{100 + number}, skäl: {_quoted(text)}}}\n"
        for number, text in enumerate(picked[:28])
    )
    return {"site.yml": site, "bodies.yml": bodies, "terms.yml": terms, "changes.yml": changes}


def write(content: Path, config: Path) -> int:
    """Write the content folder and, over what is there, the configuration: how many documents there are."""
    made = documents()
    for name, data in made.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name, text in configuration().items():
        (config / name).write_text(text, encoding="utf-8")
    return sum(1 for name in made if not name.endswith("case.yml"))


def names() -> Iterator[str]:
    """The path of every document."""
    return (name for name in documents() if not name.endswith("/case.yml"))
