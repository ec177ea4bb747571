"""How people are reached, as a page shows it: e-mail, web and telephone in a text become links, and the rest stays text."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from generator.pages.escape import escape
from generator.reach import MAIL, WEB, is_mail, is_web, mail_link, web_link

# A Swedish or international number as people write it; an organisation's number or a postal code begins otherwise.
_PHONE: Final = re.compile(r"(?<![\w.-])(?:\+\d|0\d)[\d \u00a0-]{5,14}\d(?![\w-])")
_WAY: Final = re.compile(f"(?P<web>{WEB.pattern})|(?P<mail>{MAIL.pattern})|(?P<phone>{_PHONE.pattern})")
_UNBROKEN: Final = str.maketrans({" ": "\u00a0", "-": "\u2011"})  # a number that is broken over two lines is hard to dial
_AFTER: Final = ".,;:!?)"  # ends a sentence rather than an address


def reached(text: str) -> Markup:
    """``text`` as markup, with links where it holds an e-mail address, an address on the web or a telephone number."""
    made = Markup("")
    done = 0
    for found in _WAY.finditer(text):
        said = found[0].rstrip(_AFTER) if found["web"] else found[0]
        made += escape(text[done : found.start()]) + _link(said)
        done = found.start() + len(said)
    return made + escape(text[done:])


def address_of(text: str) -> str:
    """The link that an e-mail address, an address on the web or a telephone number leads to; "" for anything else."""
    if is_mail(text):
        return mail_link(text)
    if is_web(text):
        return web_link(text)
    if _PHONE.fullmatch(text):
        return "tel:" + re.sub(r"[^\d+]", "", text)
    return ""


def _link(said: str) -> Markup:
    outside = Markup(' rel="external"') if is_web(said) else Markup("")
    if is_mail(said):
        name, _, host = said.partition("@")
        shown = escape(name) + Markup("<wbr>") + escape(f"@{host}")  # the one place where an address may go on to the next line
    else:
        shown = escape(said if outside else said.translate(_UNBROKEN))
    return Markup('<a href="{}"{}>{}</a>').format(escape(address_of(said)), outside, shown)
