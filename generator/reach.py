"""How people are reached: what is an e-mail address, what is an address on the web, and the links they make."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

MAIL: Final = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
WEB: Final = re.compile(r"https?://[\w-]+(?:[.:][\w-]+)*(?:[/?#][^\s<>\"'`\\]*)?")
_MINE: Final = re.compile(r"[^\w\s]|\b(?:e-?post(?:adress)?|e-?mail|mejl\w*|mail\w*)\b", re.IGNORECASE)
_DIGITS: Final = 5  # of a telephone number or a postal code, which is what the shortest of them has
_HOST: Final = re.compile(r"(?:@|https?://)([\w.-]+)")
_EXAMPLE: Final = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)\.?", re.IGNORECASE)
_SUBJECT: Final = "Fel eller saknat dokument"
_BODY: Final = "Sida: "


def is_mail(text: str) -> bool:
    """Whether ``text`` is an e-mail address and nothing else."""
    return MAIL.fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Whether ``text`` is an address on the web and nothing else."""
    return WEB.fullmatch(text) is not None


def more_than_mail(text: str) -> bool:
    """Whether a way to get in touch still leads somewhere without its e-mail address: a telephone, a form, a street.

    The law wants one way at least that is not e-mail alone. What names no e-mail address is taken at its word.
    """
    if not text.strip():
        return False
    if WEB.search(text) or not MAIL.search(text):
        return bool(_MINE.sub("", text).strip())
    return sum(char.isdigit() for char in MAIL.sub("", text)) >= _DIGITS


def example_host(text: str) -> str:
    """The first host in ``text`` that is set aside for examples and can never be reached (RFC 2606); "" where there is none."""
    return next((host for host in _HOST.findall(text) if _EXAMPLE.fullmatch(host)), "")


def mail_link(address: str) -> str:
    """The link that writes to an e-mail address."""
    return f"mailto:{quote(address, safe='@')}"


def web_link(address: str) -> str:
    """An address on the web with everything written by its number that a link may not hold."""
    return quote(address, safe="/:?#&=%+,;@!$*()~[]")


def report_prefix(report: str, about: str = "") -> str:
    """What comes before a page's address in the link that reports a fault; "" where ``report`` is neither mail nor web.

    ``report`` is an e-mail address or that of a form, which gets the page as ``sida``. ``about`` (the site's name) goes to
    the subject of the mail. The page's address is to be appended percent-encoded.
    """
    if is_mail(report):
        subject = f"{_SUBJECT} – {about}" if about else _SUBJECT
        return f"{mail_link(report)}?subject={quote(subject, safe='')}&body={quote(_BODY, safe='')}"
    if not is_web(report):
        return ""
    form = web_link(report.partition("#")[0])
    return f"{form}{'' if form.endswith(('?', '&')) else '&' if '?' in form else '?'}sida="
