"""The second layer: what stands in the <article> of a built page is held against what the templates write, and nothing else stays.

The first layer, ``pages/escape.py``, leaves no markup in text. This one knows nothing of it: it reads the built HTML, whatever
made it. A page whose every tag is whole, known and closed in turn is left byte for byte as it was. Any other is parsed and
written anew by nh3 with the same list, and what was dropped is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

import nh3

OPENING: Final = re.compile(r'<article class="md-content__inner[^"<>]*">')  # as theme/main.html writes it
CLOSING: Final = "</article>"

# The hosts that templates link to by themselves: supervisors, laws and licences. The settings name more.
HOSTS: Final = frozenset({"www.digg.se", "www.imy.se", "creativecommons.org", "www.riksdagen.se", "schema.org"})

_SHAPES: Final = {"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "tspan"}
_DRAWN: Final = {
    "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "focusable", "font-size", "font-weight", "height", "opacity",
    "points", "preserveAspectRatio", "r", "rx", "ry", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity",
    "stroke-width", "text-anchor", "textLength", "transform", "vector-effect", "viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
}  # fmt: skip
_EMPTY: Final = frozenset({"br", "col", "hr", "img", "input", "wbr"})
_TEXT: Final = {
    "abbr", "article", "aside", "b", "bdi", "blockquote", "caption", "cite", "code", "dd", "desc", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "kbd", "legend", "mark", "nav", "noscript", "p", "pre",
    "s", "samp", "search", "section", "small", "span", "strong", "sub", "summary", "sup", "tbody", "tfoot", "thead", "title", "tr", "u", "ul",
    "var",
}  # fmt: skip
# Beside what every element may carry. No style, no on…, nothing that fetches but <img src>.
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"download", "href", "rel", "hreflang", "type"},
    "button": {"disabled", "name", "type", "value"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"datetime"},
    "fieldset": {"disabled"},
    "form": {"action", "method"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {
        "autocapitalize", "autocomplete", "checked", "disabled", "enterkeyhint", "inputmode", "max", "min", "name", "placeholder", "readonly",
        "required", "size", "spellcheck", "step", "type", "value",
    },
    "ins": {"datetime"},
    "label": {"for"},
    "li": {"value"},
    "meter": {"high", "low", "max", "min", "optimum", "value"},
    "ol": {"reversed", "start", "type"},
    "optgroup": {"label"},
    "option": {"selected", "value"},
    "output": {"for"},
    "q": set(),
    "select": {"disabled", "name", "size"},
    "table": set(),
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
    **dict.fromkeys(_SHAPES, _DRAWN),
    "details": {"name", "open"},
}  # fmt: skip
TAGS: Final = frozenset({*_TEXT, *_EMPTY, *_ATTRIBUTES})
EVERYWHERE: Final = frozenset({"class", "dir", "hidden", "id", "lang", "role", "tabindex", "title", "translate"})
PREFIXES: Final = ("aria-", "data-")
_ADDRESSES: Final = frozenset({"href", "src", "action"})

_ANY: Final = re.compile(r"<[^>]*>")
# A tag that every parser reads in one way: the value in quotes, and no bracket or quote in it.
_TAG: Final = re.compile(r'<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<said>(?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*)\s*(?P<own>/?)>')
_SAID: Final = re.compile(r'([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
_HERE: Final = re.compile(r"(?!//)(?![^/?#]*:)[^\s\\<>\"\x00-\x1f]*")  # a relative address: no scheme, no host
_AWAY: Final = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+)(?::\d+)?(?:[/?#][^\s\\<>\"\x00-\x1f]*)?")
_MAIL: Final = re.compile(r"mailto:(?P<mail>[^\s\\<>\"?:,;\x00-\x1f]+)(?:\?[^\s\\<>\"\x00-\x1f]*)?")
_PHONE: Final = re.compile(r"\+?\d[\d \u00a0-]{5,}\d")
_DRAWING: Final = re.compile(r"(?!.*url)[\w\s.,#%+()/:-]*", re.IGNORECASE)
_NAMED: Final = re.compile(r"https?://([A-Za-z0-9.-]+)|([^\s<>\"'(),;:]+@[A-Za-z0-9.-]+[A-Za-z0-9])")
# A browser that runs scripts reads what is in <noscript> as bare text, and so would nh3: without it, it is read as it looks.
_NOSCRIPT: Final = re.compile(r"</?noscript\b[^<>]*>", re.IGNORECASE)
_WRITTEN: Final = re.compile(r'<[a-zA-Z][^\s<>"]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*/?>')
_VALUE: Final = re.compile(r'="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Sanitised:
    """A page after it, and what was dropped beside comments, sorted; ``whole`` is False where there was no article to look at."""

    text: str
    dropped: tuple[str, ...] = ()
    whole: bool = True


def destinations(texts: Iterable[str]) -> frozenset[str]:
    """The hosts, e-mail addresses and telephone numbers that ``texts`` name, which pages may link to, beside those of the templates."""
    said = tuple(texts)
    named = (found for text in said for found in _NAMED.finditer(text))
    numbers = {"tel:" + re.sub(r"[^\d+]", "", found[0]) for text in said for found in _PHONE.finditer(text)}
    return HOSTS | numbers | {(found[1] or found[2]).lower().rstrip(".") for found in named}


def sanitised(page: str, known: frozenset[str] = HOSTS) -> Sanitised:
    """``page`` with nothing in its <article> but what the templates write; ``known``: the hosts and mail addresses it may link to."""
    found = OPENING.search(page)
    end = page.rfind(CLOSING)
    if found is None or end < found.end():
        return Sanitised(page, whole=False)
    article = page[found.end() : end]
    if is_clean(article, known):
        return Sanitised(page)
    made = cleaned(article, known)
    return Sanitised(page[: found.end()] + made + page[end:], _dropped(article, known))


def is_clean(html: str, known: frozenset[str] = HOSTS) -> bool:
    """Whether every tag in ``html`` is whole, known and closed in turn, so that no parser finds anything else in it.

    False may also mean that it is merely written in another way; True is certain.
    """
    if "<" in html[html.rfind(">") + 1 :]:
        return False
    open_: list[str] = []
    for tag in _ANY.findall(html):
        judged = _judged(tag, known)
        if judged is None:
            return False
        step, name = judged
        if step > 0:
            open_.append(name)
        elif step < 0 and (not open_ or open_.pop() != name):
            return False
    return not open_


def cleaned(html: str, known: frozenset[str] = HOSTS) -> str:
    """``html`` parsed, and written anew with what is allowed; its text stays, but for that of scripts, styles and the like.

    What was meant for readers without script is shown to all.
    """
    made = nh3.clean(
        _NOSCRIPT.sub("", html),
        tags=set(TAGS - {"noscript"}),
        clean_content_tags={"script", "style", "iframe", "object", "embed", "template", "noembed", "noframes", "xmp", "math"},
        attributes={"*": set(EVERYWHERE), **{tag: set(names) for tag, names in _ATTRIBUTES.items() if names}},
        generic_attribute_prefixes=set(PREFIXES),
        attribute_filter=lambda tag, name, value: value if _may_say(tag, name, value, known) else None,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
    # A bracket in an attribute is right in HTML, but an element that is read as text would end at one.
    made = _WRITTEN.sub(lambda tag: _VALUE.sub(lambda value: '="' + value[1].replace("<", "&lt;").replace(">", "&gt;") + '"', tag[0]), made)
    # What does not pass its own test is not let through on trust.
    return made if is_clean(made, known) else escape(unescape(_ANY.sub(" ", made)))


@lru_cache(maxsize=65536)  # the same tags stand on every page
def _judged(tag: str, known: frozenset[str]) -> tuple[int, str] | None:
    """What a whole and known tag does, 1: opens, -1: closes, 0: neither, and its name; None for any other."""
    found = _TAG.fullmatch(tag)
    if found is None or found["name"].lower() not in TAGS:
        return None
    name = found["name"].lower()
    if found["end"]:
        return None if found["said"] or found["own"] or name in _EMPTY else (-1, name)
    for said in _SAID.finditer(found["said"]):
        if not _is_known(name, said[1]) or not _may_say(name, said[1], unescape(said[2] or ""), known):
            return None
    if name in _EMPTY:
        return 0, name
    if found["own"]:  # only in a drawing does "/>" close what it ends
        return (0, name) if name in _SHAPES else None
    return 1, name


def _is_known(tag: str, attribute: str) -> bool:
    return attribute in EVERYWHERE or attribute in _ATTRIBUTES.get(tag, ()) or attribute.startswith(PREFIXES)


def _may_say(tag: str, attribute: str, value: str, known: frozenset[str]) -> bool:
    """Whether an attribute that is known may have this value: addresses stay at home or go where the settings say."""
    if attribute in _ADDRESSES:
        if _HERE.fullmatch(value):
            return True
        if tag != "a":
            return False
        away, mail = _AWAY.fullmatch(value), _MAIL.fullmatch(value)
        return bool(away and away["host"].lower() in known) or bool(mail and unquote(mail["mail"]).lower() in known) or value in known
    if tag in _SHAPES and attribute in _DRAWN:
        return _DRAWING.fullmatch(value) is not None
    return True


class _Teller(HTMLParser):
    """Names what is not allowed; for telling, not for safety."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.known = known
        self.told: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.told.add(f"<{tag[:40]}>")
            return
        drawn = {name.lower(): name for name in _DRAWN}  # this parser makes every letter small
        for written, value in attrs:
            name = drawn.get(written, written)
            if not _is_known(tag, name):
                self.told.add(f"{written[:40]} i <{tag}>")
            elif not _may_say(tag, name, value or "", self.known):
                self.told.add(f"adress i <{tag}>" if name in _ADDRESSES else f"värde för {name} i <{tag}>")


def _dropped(html: str, known: frozenset[str]) -> tuple[str, ...]:
    teller = _Teller(known)
    teller.feed(html)
    teller.close()
    bare = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    if not teller.told and not is_clean(bare, known):
        return ("märkning som inte är hel",)
    return tuple(sorted(teller.told))
