"""Bytes → text: the encoding, and the characters that have no place in a text."""

from __future__ import annotations

import re
import unicodedata

from generator.findings import found
from generator.model import Finding

# Characters without a form of their own that can hide or reorder text: C0 and C1 controls (but not tab, line feed, form
# feed), soft hyphen, zero-width space and marks of direction (Unicode TR9), the byte order mark inside a text.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROL_SHARE = 0.005  # a text with more controls than this is something else
_LETTER_SHARE = 0.6  # share of letters, digits and white space in the least wordy text we take for text


def decoded(file: str, data: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text in ``data``: strict UTF-8, else UTF-16 with its mark, else Windows-1252; None with a finding if none fits.

    Line ends become line feeds, spaces of every width become a space, ligatures their letters, letters NFC, and characters
    without a form are taken out and counted. A soft hyphen at a line end shows, and becomes a hyphen.
    """
    findings: list[Finding] = []
    text = _unicode(file, data, findings)
    if text is None:
        return None, tuple(findings)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return None, (*findings, found("F102", file, line, what="nolltecken"))
    text = _CUT.sub("-", text.replace("\r\n", "\n").replace("\r", "\n"))
    clean, removed = _INVISIBLE.subn("", text)
    if removed:
        if removed > 3 and len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
            return None, (*findings, found("F102", file, what="styrtecken"))
        findings.append(found("F111", file, count=removed))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", clean).translate(_LIGATURES)), tuple(findings)


_CUT = re.compile("[\u00ad\x02](?=[ \t]*(?:\n|\\Z))")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def _unicode(file: str, data: bytes, findings: list[Finding]) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append(found("F104", file, 1))
        data = data[3:]
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            findings.append(found("F102", file, what="bytes som inte hör till något textformat"))
            return None
        findings.append(found("F115", file))
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
    if b"\x00" in data:
        findings.append(found("F102", file, line, what="nolltecken"))
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        findings.append(found("F102", file, line, what="bytes som inte hör till något textformat"))
        return None
    if sum(char.isalnum() or char.isspace() for char in text) < _LETTER_SHARE * len(text):
        findings.append(found("F102", file, line, what="bytes som inte hör till något textformat"))
        return None
    findings.append(found("F103", file, line))
    return text


# The Latin ligatures of U+FB00–FB06, letter by letter; NFKC would change far more (½, ², №).
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BREAKS = re.compile("[\n\x0b\f\r\x85\u2028\u2029]+")
_JOINERS = re.compile("(?<=[\x00-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[ \t]|$)")  # they have a task in other scripts, none in Latin
_DOUBLED = re.compile(" {2,}")
_ROUND_TABS = re.compile(" ?\t[ \t]*")  # once doubled spaces are one: " *" would try every space of a long run


def clean(text: str) -> str:
    """A line's text as every reader delivers it: NFC, one kind of space, ligatures spelled out, nothing without a form.

    Doubled spaces become one, line breaks a space, tabs in a row one tab (columns stand apart by it), and the ends are
    stripped. Takes any text, gives "" where nothing is left.
    """
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", _BREAKS.sub(" ", text))))
    text = _JOINERS.sub("", text).translate(_LIGATURES)
    return _ROUND_TABS.sub("\t", _DOUBLED.sub(" ", unicodedata.normalize("NFC", text))).strip()


def one_line(text: str) -> str:
    """A line's text with its spaces as they stand: line breaks as a space, nothing without a form, NFC."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _BREAKS.sub(" ", text)))
