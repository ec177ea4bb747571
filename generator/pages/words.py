"""How values are put in Swedish: stances, states, dates, counts, kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from generator import labels
from generator.model import Document, Edit, Fact, Referral, ReferralState, Response, Stage, Stance, Status


class Badge(NamedTuple):
    """A word with its shape; ``tone`` names the style, never the only sign."""

    word: str
    shape: str
    tone: str


# Phrases are put together as in the tables, so that a page and its data say the same.
listed = labels.listed
upper_first = labels.upper_first

_SHAPES: Final[dict[Stance, tuple[str, str]]] = {
    "support": ("▲", "support"),
    "reject": ("▼", "reject"),
    "partly": ("◆", "partly"),
    "considered-answered": ("●", "considered"),
    "already-met": ("✓", "met"),
    "no-position": ("–", "none"),
    "declined": ("○", "none"),
    "unclear": ("?", "none"),
}
STANCES: Final[dict[Stance, Badge]] = {stance: Badge(labels.STANCES[stance], *_SHAPES[stance]) for stance in _SHAPES}
PREPARATION: Final = Badge("utlåtande", "§", "none")  # a statement that sums answers up takes no stand as an answer
STATES: Final[dict[ReferralState, Badge]] = {
    "answered": Badge(labels.STATES["answered"], "●", "none"),
    "declined": STANCES["declined"],
    "silent": Badge(labels.STATES["silent"], "✕", "silent"),
    "not-in-archive": Badge(labels.STATES["not-in-archive"], "◌", "missing"),  # an hourglass is missing from many fonts
}
STATUSES: Final[dict[Status, tuple[str, str]]] = {
    Status.STATED: ("källa", "Står i dokumentet"),
    Status.INFERRED: ("härlett", "Står inte rakt ut; arkivet har slutit sig till uppgiften"),
    Status.CURATED: ("angivet av redaktionen", "Angivet av redaktionen"),
}
DOCUMENT_TYPES: Final[dict[str, str]] = {
    "tjansteutlatande": "tjänsteutlåtande",
    "yttrande": "yttrande",
    "remissvar": "remissvar",
    "protokollsutdrag": "protokollsutdrag",
    "sammanstallning": "sammanställning",
    "missiv": "remissmissiv",
}
BODY_KINDS: Final[dict[str, str]] = {
    "namnd": "nämnd",
    "stadsdelsnamnd": "stadsdelsnämnd",
    "forvaltning": "förvaltning",
    "bolag": "bolag",
    "styrelse": "styrelse",
    "fullmaktige": "fullmäktige",
    "other": "övrig instans",
}
STAGES: Final[dict[Stage, str]] = {
    "proposal": "Förslag till beslut",
    "board": "Kommunstyrelsens ställningstagande",
    "council": "Fullmäktiges beslut",
}
# What the pages call a fact, where that is not the word editors write.
EDITED: Final[dict[str, str]] = {
    "datum-svar": "datum",
    "inte remitterad": "motionen skickades inte på remiss",
    "ärende": "ärendets diarienummer",
    "typ": "vad dokumentet är",
}
# What tells of another's answer, by the kind of part it is.
TELLERS: Final[dict[str, str]] = {
    "office-statement": "tjänsteutlåtandet som bereder ärendet",
    "board-proposal": "förslaget till fullmäktige",
    "minutes": "ett protokollsutdrag",
}
OUTCOMES: Final = labels.OUTCOMES
PARTS: Final = labels.PARTS
FATES: Final = labels.FATES
DISCREPANCIES: Final = {kind: word[:1].upper() + word[1:] for kind, word in labels.DISCREPANCIES.items()}
OUTCOMES_OF_SOURCES: Final[dict[str, str]] = {
    "published": "publicerad",
    "duplicate": "dubblett",
    "quarantined": "väntar på granskning",
    "rejected": "kunde inte användas",
    "unread": "inte läst ännu",
    "withdrawn": "borttagen av redaktionen",
}
MEDIA_TYPES: Final[dict[str, str]] = {
    "text/plain": "text",
    "text/markdown": "Markdown",
    "text/html": "webbsida (HTML)",
    "application/pdf": "PDF",
    "application/msword": "Word (.doc)",
    "application/rtf": "RTF",
    "application/vnd.ms-outlook": "e-post (Outlook)",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/zip": "zip-arkiv",
    "image/bmp": "bild (BMP)",
    "image/gif": "bild (GIF)",
    "image/jpeg": "bild (JPEG)",
    "image/png": "bild (PNG)",
    "image/tiff": "bild (TIFF)",
    "image/webp": "bild (WebP)",
    "message/rfc822": "e-post",
}
MONTHS: Final = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
# After a word of three letters or more, or a closing mark: "1. ", "m.fl. " and "A. Berg" end no sentence.
_SENTENCE_END: Final = re.compile(r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=[)”][.!?]))\s+(?=[A-ZÅÄÖ])")
# What a title says before it comes to the matter: that it is a motion, its number, who filed it.
_BEFORE_THE_MATTER: Final = re.compile(
    r"motion(?:en)?(?:\s+(?:nr\s*)?\(?\d[\d:/.-]*\)?)?(?:\s+(?:av|från)\s.{3,400}?)?"
    r"\s+(?:om|angående|rörande|gällande|avseende|ang\.?)\s+(?:att\s+)?(?=\S.{7,})",
    re.IGNORECASE,
)
# Before the last part of a word of 15 letters or more, where that is the name of a kind of body.
_LAST_PART: Final = re.compile(
    r"(?<=[^\W\d_]{7})(?=(?:nämnd|förvaltning|kontor|beredning|styrels|bolag|utskott|delegation|stiftels|myndighet|förening|kommitté|fullmäktig)[a-zåäö]{0,6}\b)"
)
_NUMBERS: Final = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]


def date(value: str | None) -> str:
    """An ISO date in words: "2020-10-01" → "1 oktober 2020".

    A missing year (XXXX) is said, no date is "utan datum", and what is not a date comes back as it is.
    """
    if not value:
        return "utan datum"
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not found:
        return value
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= 12:
        return value
    parts = ([str(int(day))] if day else []) + ([MONTHS[int(month) - 1]] if month else [])
    return " ".join([*parts, year]) if year != "XXXX" else " ".join([*parts, "(årtalet står inte i dokumentet)"])


def iso(value: str | None) -> str:
    """A date as a <time> element takes it: whole, a month or a year; "" for anything else."""
    return value if value and re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", value) else ""


def reason(said: str | None) -> str:
    """Why an editor stated something, as a sentence."""
    return f"Skäl: {said.rstrip('.')}." if said else "Skälet är inte angivet."


CELLS: Final = " · "  # what parts the cells of a table's row


def quotation(text: str) -> str:
    """A document's words in quotation marks; the cells of a table's row are no sentence, and stand parted, without marks, as what they are."""
    if "\t" not in text and CELLS not in text:
        return f"”{text}”"
    cells = [" ".join(cell.split()) for cell in text.replace(CELLS, "\t").split("\t")]
    return f"{CELLS.join(filter(None, cells))} (rad i en tabell)"


def state_of(referral: Referral) -> Badge:
    """What became of a question, as a badge; an editor's word is told from a document's."""
    badge = STATES[referral.state]
    if labels.editors_state(referral) is None:
        return badge
    return badge._replace(word=f"{labels.BY_EDITOR.get(referral.state, badge.word)} (angivet av redaktionen)")


def editors_stance(response: Response) -> Fact | None:
    """An editor's word on where a response stands; None where it is the document's own."""
    stance = response.stance
    if stance.status is not Status.CURATED:
        return None
    return Fact(labels.STANCES[stance.value], stance.status, "", stance.place, reason=stance.reason, date=stance.date)


def by_reason(edits: Iterable[Edit]) -> list[list[Edit]]:
    """An editor's words, those of one reason and day together, in the order of the first of each."""
    made: dict[tuple[str | None, str | None], list[Edit]] = {}
    for one in edits:
        made.setdefault((one.said.reason, one.said.date), []).append(one)
    return list(made.values())


def pages_named(pages: Iterable[int]) -> str:
    """Pages as a phrase: "sidan 3", "sidorna 2–4 och 7"; "" for none."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    if not runs:
        return ""
    named = listed(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"sidan {named}" if len(runs) == len(runs[0]) == 1 else f"sidorna {named}"


def machine_read(document: Document) -> list[str]:
    """What readers must know of text recognition in a document, in sentences; none where it was not used.

    A format without pages counts the pictures in it.
    """
    said = []
    if document.recognised:
        if document.pages is None or document.pages == len(document.recognised) == 1:
            where = "en bild" if len(document.recognised) == 1 else "bilder i dokumentet"
        else:
            where = f"bilder på {pages_named(document.recognised)}"
        doubt = "Inget ord är markerat som osäkert."
        if document.unsure_words:
            marks = "är osäkert och markerat" if document.unsure_words == 1 else "är osäkra och markerade"
            doubt = f"{grouped(document.unsure_words)} av {grouped(document.words)} ord {marks} med streckad understrykning."
        said.append(f"Texten är läst maskinellt ur {where}. {doubt}")
    if document.unread:
        what, its = pages_named(document.unread), "dess" if len(document.unread) == 1 else "deras"
        if document.pages is None:
            what = "en bild i dokumentet" if len(document.unread) == 1 else f"{number(len(document.unread))} bilder i dokumentet"
        said.append(f"{upper_first(what)} gick inte att läsa, och {its} innehåll saknas här. Se originalet.")
    return said


def headline(title: str) -> str:
    """A motion's title without what stands elsewhere on the page: "Motion av A (B) om att bygga en bro" → "Bygga en bro".

    The words that are left are the document's own; a title in another form comes back as it is.
    """
    found = _BEFORE_THE_MATTER.match(title)
    return upper_first(title[found.end() :]) if found else title


def quoted(said: str) -> str:
    """Words between quotation marks in a sentence of the archive's own: a title stays whole, whatever it begins with."""
    return f"”{said}”"


def year(fact: Fact | None) -> str:
    """The year of a dated fact, or "" where none can be read."""
    found = re.match(r"\d{4}", fact.value) if fact else None
    return found.group() if found else ""


def sortable(fact: Fact | None) -> str:
    """A dated fact's value for sorting; "" where there is no whole year, so that it can be put last."""
    return fact.value if year(fact) and fact else ""


def number(count: int, *, neuter: bool = False) -> str:
    """A whole number as it is written in running text: words to twelve, then digits in groups of three."""
    if count == 1 and neuter:
        return "ett"
    if 0 <= count < len(_NUMBERS):
        return _NUMBERS[count]
    return grouped(count)


def soft(name: str) -> str:
    """A name for a narrow column: its long words may be parted before their last part, with a hyphen (U+00AD: not seen elsewhere).

    Browsers have no Swedish hyphenation on every system, and would else cut "Stadsbyggnadsnämnden" before its last letter.
    """
    return _LAST_PART.sub("\u00ad", name)


def out_of(part: int, whole: int, *, neuter: bool = False) -> str:
    """A part of a whole, both in words or both in digits: "tre av sju", "3 av 75"."""
    if 0 <= part <= whole < len(_NUMBERS):
        return f"{number(part, neuter=neuter)} av {number(whole, neuter=neuter)}"
    return f"{grouped(part)} av {grouped(whole)}"


def lower_first(text: str) -> str:
    """``text`` with its first letter small, to stand inside a sentence."""
    return text[:1].lower() + text[1:]


def grouped(count: int) -> str:
    """Digits in groups of three with a no-break space: 12 345."""
    return f"{count:,}".replace(",", "\u00a0")


def answers(count: int) -> str:
    """A number of answers: "inget svar", "ett svar", "fyra svar"."""
    return f"{number(count, neuter=True)} svar" if count else "inget svar"


def alphabetical(text: str) -> tuple[tuple[int, str], ...]:
    """A sorting key for Swedish: å, ä and ö after z, without regard to case."""
    last = {"å": 1, "ä": 2, "æ": 2, "ö": 3, "ø": 3}
    return tuple((last.get(char, 0), char) for char in text.lower())


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each value, in order."""
    made: dict[str, Fact] = {}
    for fact in facts:
        made.setdefault(fact.value, fact)
    return list(made.values())


def genitive(name: str) -> str:
    """A name in the genitive: "Stadskansliets", "Göteborg & Co AB:s" as it is said; a name that ends in s, x or z stays."""
    if name[-2:].isupper():
        return f"{name}:s"
    return name if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"


def accounted(share: float) -> str:
    """How much of a document's text is accounted for (0..1), in words."""
    return "hela texten redovisad" if share >= 1 else f"{percent(share)} av texten redovisad"


def percent(share: float) -> str:
    """A share (0..1) in whole percent; never 100 for less than all, never 0 for more than nothing."""
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole}\u00a0%"


def size(count: int) -> str:
    """Bytes for people: 900 byte, 12 kB, 3,4 MB."""
    if count < 1000:
        return f"{count} byte"
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def first_sentence(text: str, limit: int = 240) -> str:
    """The first sentence of ``text``, or its first words and an ellipsis where it is longer than ``limit``."""
    sentence = _SENTENCE_END.split(text.strip(), maxsplit=1)[0]
    if len(sentence) <= limit:
        return sentence
    return sentence[:limit].rpartition(" ")[0] + " …"
