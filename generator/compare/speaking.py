"""Where a body speaks for itself: which sentences of an answer are its own, and which only retell the motion.

Background, matter and preparation retell, and an equality analysis weighs the effects; a paragraph there that opens with
the words of a heading (*Förvaltningens bedömning*), as reflowed text has it, begins the body's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.model import Passage, Response, SectionKind
from generator.swedish.words import Word, sentences

OWN: Final[SectionKind] = "assessment"
FREE: Final[frozenset[SectionKind]] = frozenset({"assessment", "decision"})  # the body need not be named there to speak
_PROPOSER: Final = r"(?:motionär\w*|motionen|motionens\s+författare|skribent\w*|förslagsställar\w*|undertecknarna)"
_SAYS: Final = r"(?:före(?:slår|slog)|vill|menar|yrkar|anser|önskar|begär|skriver|efterfrågar|lyfter|pekar|framhåller|betonar|påpekar|beskriver|hänvisar|uppger|konstaterar)"
_RETELLS: Final = re.compile(
    rf"^\W*(?:{_PROPOSER}\s+(?:\w+\s+)?{_SAYS}\b"
    rf"|i\s+motionen\s+(?:\w+\s+)?(?:före(?:slås|slår)|yrkas|efterfrågas|anförs|framförs|begärs|beskrivs|lyfts)\b"
    rf"|(?:vidare|därutöver|dessutom)\s+(?:föreslås|yrkas)\b"
    rf"|(?:vidare|därutöver|dessutom)\s+{_SAYS}\s+{_PROPOSER}"
    r"|motionens\s+förslag\s+(?:är|innebär|går)\b|motionen\s+innehåller\b|(?:det|ett|en)\s+(?:första|andra|tredje|fjärde|ytterligare)\s+(?:yrkandet?|krav(?:et)?|att-satsen)\b"
    r"|förslage[nt]\s+(?:i\s+motionen\s+)?(?:innebär|går\s+ut\s+på)\b)",
    re.IGNORECASE,
)
# A sentence that only hands a statement on, or names the motion as a source or by its title, says nothing about a single demand …
_FORWARDS: Final = re.compile(
    r"\b(?:enligt\s+motion(?:är\w*)?|motion(?:en|ärerna|ären)\s+(?:nämner|räknar\s+upp)|(?:saker|åtgärder|förslag)\s+föreslås"
    r"|motion(?:en)?\s+(?:\([^)]*\)\s*)?(?:om|angående|från|av)|(?:remitterat|överlämnat)\s+(?:en\s+)?motion|som\s+(?:sitt\s+|nämndens\s+|eget\s+|sitt\s+eget\s+)?(?:svar|yttrande)|remissen\s+besvaras\s+med"
    r"|godkänner\s+(?:förvaltningens|kontorets)|hänvisar\s+till\s+(?:detta|vad))\b",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(r"\b(?:till|av)styrk|\bbifall|\bavsl", re.IGNORECASE)  # … unless it also takes a stand
# Who speaks for the body: after a retelling sentence, the first that names it is the body's own again. Outside the
# sections that speak first, a passage counts only from where the body is named.
_SPEAKER: Final = re.compile(
    r"(?:förvaltning|kontor|(?<!kommun)styrelse|nämnd|bolag|avdelning)(?:en|et|n)\b|\bvi\b", re.IGNORECASE
)


_OPENS_OWN: Final = re.compile(
    r"(?:(?:förvaltning|kontor|bolag|nämnd|styrelse)(?:en|et|n)s(?:\s*/\s*\w+s)?|[\w-]*(?:förvaltning|kontor|bolag)(?:en|et)s"
    r"|sammanfattande|samlad)\s+bedömning\b",
    re.IGNORECASE,
)
# The body weighs or decides: what it thinks, that it is done already, or cannot be done.
_JUDGES: Final = re.compile(
    r"\b(?:bedöm\w*|anser|ser\s+(?:positivt|ett|inte|ingen|inget|inga|att|vikten|behov|med|dock|gärna|stora)|ställer\s+(?:sig|oss)|ställa\s+(?:sig|oss)"
    r"|instämmer|delar\s+(?:\w+\s+)?(?:motion\w*|uppfattning\w*|bilden|syn\w*)|stöd(?:jer|er)|välkomnar|föreslår|föreslås|förespråkar"
    r"|förordar|avråder|menar|tillstyrk\w*|avstyrk\w*|bifall\w*|avsl\w*|besvarad|avstår|tar\s+(?:inte|ej)\s+ställning|positiv\w*"
    r"|negativ\w*|tveksam\w*|behöv\w*|pågår|redan|planerar|kan|bör|saknas|möjlig\w*|lämplig\w*|rimlig\w*|skulle|krävs?|avser)\b",
    re.IGNORECASE,
)
# Sections of minutes in which parties speak, or which only tell how it was voted.
_OF_PARTIES: Final = re.compile(
    r"(?:yrkande|reservation|(?:särskilt\s+|skriftligt\s+)?yttrande\s+från|protokollsanteckning|särskilt\s+yttrande|omröstning|votering"
    r"|proposition|beslutsgång|jäv|närvarande)",
    re.IGNORECASE,
)
# A verdict on what the motion proposes, by its name.
_VERDICT: Final = re.compile(
    r"\b(?:tillstyrk\w*|avstyrk\w*|bifall\w*|avsl\w*|besvarad|tar\s+(?:inte|ej)\s+ställning|avstår|ställer\s+sig|ser\s+positivt"
    r"|instämmer|delar|stöd(?:jer|er)|välkomnar|avråder|förordar|lämplig\w*|rimlig\w*|behov\w*|behövs)\b",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(r"\b(?:motionen(?:s\s+(?:förslag|intention\w*|syfte))?|förslage[nt]|motionärer\w*)\b", re.IGNORECASE)


def spoken(response: Response, kinds: frozenset[SectionKind]) -> Iterator[tuple[Passage, tuple[Word, ...]]]:
    """The passages of sections of these kinds, each with the sentences in which the body speaks for itself.

    What parties say inside a body's paper is not the body's.
    """
    parties = {remark.passage for remark in response.remarks}
    for section in response.sections:
        if _OF_PARTIES.match(section.heading):
            continue
        retelling = False  # inside a list that a retelling sentence introduced
        kind = section.kind
        for passage in section.passages:
            if kind not in FREE and _OPENS_OWN.match(passage.text):
                kind = OWN
            if kind not in kinds or passage.struck or passage.id in parties or (retelling and passage.style == "item"):
                continue
            cut = sentences(passage.text)
            own = _own_words(cut, free=kind in FREE)
            retelling = bool(cut) and cut[-1].text.endswith(":") and cut[-1] not in own
            if own:
                yield passage, own


def judges(sentence: str) -> bool:
    """Whether a sentence weighs or decides, and does not only describe."""
    return _JUDGES.search(sentence) is not None


def decides(sentence: str) -> bool:
    """Whether a sentence gives a verdict on what the motion proposes, without saying what that is."""
    return _PROPOSED.search(sentence) is not None and _VERDICT.search(sentence) is not None


def _own_words(cut: Sequence[Word], *, free: bool) -> tuple[Word, ...]:
    """The sentences that neither retell nor follow on a retelling one before the body is named again.

    ``free``: the body need not be named before the first.
    """
    made: list[Word] = []
    retelling = not free
    for sentence in cut:
        text = sentence.text
        if _RETELLS.match(text) or (_FORWARDS.search(text) and not _STANDS.search(text)):
            retelling = True
        elif not retelling or _SPEAKER.search(text) or _STANDS.search(text):
            retelling = False
            made.append(sentence)
    return tuple(made)
