"""Whose answer this is: every clue the document gives, with its strength. Nothing is concluded here.

3: the document states it. 2: enough alone (its office speaks in its own name of this very answer; the board's own
diary series). 1: a hint, that needs another of a different sort.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Draft, Mention, SenderClue
from generator.parse.bodynames import Named, is_body, is_generic, names_in_list
from generator.parse.diary import diary_numbers, series_of
from generator.parse.layout import Block
from generator.parse.letterheads import RECEIVERS, TITLE_WORD, part_head
from generator.parse.numbers import is_theirs
from generator.parse.reading import Reading, without_label

_LABELS = {"instans", "avsändare", "från", "nämnd", "svarande", "remissinstans", "bolag", "förvaltning", "styrelse"}
_FROM = re.compile(
    r"\b(?:yttrande|remissvar|svar|tjänsteutlåtande|remissyttrande|protokollsutdrag)\s+(?:från|av)\s+(?=\S)", re.IGNORECASE
)
_OF = re.compile(r"^(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö -]{3,70}?)s\s+(?:yttrande|remissvar|svar)\b")
_ADDRESSED = re.compile(
    r"^(?:yttrande|remissyttrande|svar|remissvar|tjänsteutlåtande|skrivelse)\b.{0,30}\btill\b", re.IGNORECASE
)
# "I trafiknämnden:" over the points of a proposal, and "Styrelsen för Hamn AB": the body is the company's.
_IN_BOARD = re.compile(r"^I (?P<body>[\wÅÄÖåäö ,-]{3,70}?(?:nämnden|nämnd [A-ZÅÄÖ]\w+|styrelsen))(?=\s*:|$)")
_IN_COMPANY = re.compile(r"^I styrelsen (?:för|i) (?P<body>[A-ZÅÄÖ][\wÅÄÖåäö& -]{2,60}?)(?=\s*:|$)")
# "VD för Ekviks Hamn föreslår styrelsen att", "Ekviks Hamn föreslår att styrelsen": a company whose name may lack its AB.
_OF_COMPANY = re.compile(r"^(?:(?:VD|vd|Verkställande direktören?) (?:för|i|på) )?(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö& -]{2,60}?) föreslår (?:att )?styrelsen\b")
_NOT_ALONE = re.compile(r"\bförslag\b|^(?:i|för|kopia|expedieras|delges|beslutet|justera\w*)\b|(?<=\w )\btill\b", re.IGNORECASE)
_MUNICIPALITY = re.compile(r",\s+[A-ZÅÄÖ][\wåäö-]+ (?:kommun|stad)$")
# What a letterhead or minutes put beside the name on its line: a day, a label with what it labels, the page.
_BESIDE = re.compile(r",?\s+(?:(?:den )?\d{4}-\d{2}-\d{2}\b|(?:den )?\d{1,2} [a-zåäö]{3,9} \d{4}\b|(?:Datum|Sammanträdesdatum|Dnr|Diarie\w+|Vår|Vårt|Er|Ert|Sida|Sid|Handläggare|Tjänsteutlåtande|Tjänsteskrivelse|Protokollsutdrag)\b).*$")
# "Anna Ek Kulturnämnden", "Protokoll vid Ekviks Hamn AB": the line held something else before the name.
_TWO_NAMES = re.compile(r"[\wåäö] [A-ZÅÄÖ][\wåäö-]+(?:nämnden|förvaltningen|kontoret|styrelsen)$|\b(?:vid|PROTOKOLL|Protokoll)\b")
# "Park och lekmiljönämnden" alone on its line: a second board would begin with a capital there.
_ONE_BOARD = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ och [a-zåäö]+nämnden")
_UNIT = re.compile(r"(?:avdelning|enhet|sektion|stab)(?:en)?\b", re.IGNORECASE)
_NO_NAME = re.compile(r"\d|nummer$|^(?:Dnr|Datum|Diarienr)$")
_PLAIN_NAME = re.compile(r"^[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,4}$")
_INVITED = re.compile(r"^(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö -]{2,70}?)\s+har\s+(?:getts|fått|givits|beretts)\s+(?:tillfälle|möjlighet)\s+att\s+(?:yttra|lämna|svara)")
_PARAGRAPH = 60  # characters
_BOARD_OF = re.compile(r"^Styrelsen (?:i|för) (?=[A-ZÅÄÖ].*\bAB\b|AB\b)")
_DECIDES = (
    r"(?:beslutar|föreslås besluta|överlämnar|lämnar över|åberopar|avstår|avböjer|godkänner|avstyrker|tillstyrker|antar|avger|besvarar|ställer sig bakom|"
    r"har beslutat|beslutade)"
)
_SPEAKS = (
    r"(?:anser|bedömer|delar|framhåller|föreslår|hänvisar|instämmer|konstaterar|menar|ser|tycker|ställer sig|understryker|"
    r"välkomnar|avstyrker|tillstyrker|vill|har|arbetar|noterar|betonar|är positiv|är negativ|motsätter sig)"
)
# Verbs that only the author of an answer uses of itself more than once; others may be told of any office.
_OPINION = re.compile(r"\b(?:anser|bedömer|delar|framhåller|föreslår|hänvisar|instämmer|tycker|ställer sig|avstyrker|tillstyrker|är positiv|är negativ|motsätter sig|välkomnar)$")
_OFFICE = r"(?:[A-ZÅÄÖ][\wåäö-]*(?:\s(?:och\s)?[\wÅÄÖåäö-]+){0,4}?\s)?[\wÅÄÖåäö-]*(?:förvaltning(?:en)?|kontoret)"
_OFFICE_SPEAKS = re.compile(rf"^(?P<office>{_OFFICE})\s+{_SPEAKS}\b")
_THIS_ANSWER = re.compile(r"\b(?:detta (?:tjänsteutlåtande|yttrande|svar)|som svar på (?:motion|remiss)en)", re.IGNORECASE)
_PREPARED = re.compile(rf"\bberetts\b[^.]*?\b(?:vid|inom|av|på)\s+(?P<office>{_OFFICE})(?=[ .,]|$)")
_OWN_BOARD = re.compile(r"\b(?:stadsdels|kommundels)?nämndens\b")


def senders(reading: Reading, draft: Draft) -> Draft:
    """Collect ``senders`` of an answer, strongest first, each name and sort once."""
    if draft.kind == "motion":
        return draft
    clues: dict[tuple[str, str, int], SenderClue] = {}
    for clue in (*part_head(reading), *_stated(reading, draft), *_speaking(reading), *_series(reading)):
        clues.setdefault((clue.mention.full.lower(), clue.sort, clue.strength), clue)
    return replace(draft, senders=tuple(sorted(clues.values(), key=lambda clue: -clue.strength)))


def _stated(reading: Reading, draft: Draft) -> Iterator[SenderClue]:
    opening = True
    for at, block in enumerate(reading.preface):
        label, value = without_label(block.text)
        # After the first paragraph of running text a line of names is a list of receivers, or a subject.
        opening = opening and not (len(block.text) > _PARAGRAPH and block.text.rstrip().endswith("."))
        if label in _LABELS:
            names = names_in_list(value, block.text.find(value)) or (Named(value, value, block.text.find(value)),)
            yield from _clues(names, block, 3, "uppgift i dokumenthuvudet", block.text)
            continue
        spoken = _FROM.search(block.text)
        if spoken and len(block.text) < 300:
            names = _specific(names_in_list(block.text[spoken.end() :], spoken.end()))
            yield from _clues(names, block, 3, "rubriken", block.text)
            if names:
                continue
        owned = _OF.match(block.text)
        if owned and is_body(owned["body"]) and not is_generic(owned["body"]):
            yield from _clues((Named(owned["body"], owned["body"], 0),), block, 3, "rubriken", block.text)
        if opening and len(block.text) <= 160 and block.text[0].isupper() and not TITLE_WORD.match(block.text) and not block.text.endswith("."):
            yield from _alone(block, draft, [other.text for other in reading.preface[:at]])
            if not at and len(block.lines) > 1:
                # The name alone on the very first line, to which layout has joined the next.
                yield from _alone(replace(block, text=block.lines[0].text.strip()), draft, [])
    for name, block in reading.furniture:
        if name == "sidhuvud" and len(block.text) <= 160 and not TITLE_WORD.match(block.text):
            yield from _alone(block, draft, [])
    yield from _letterhead(reading)
    if draft.role == "answer":
        yield from _deciding(reading)


def _deciding(reading: Reading) -> Iterator[SenderClue]:
    """The body that the points of the proposal or the decision name as the one that decides."""
    for sentence in reading.sentences("decision"):
        led = _IN_BOARD.match(sentence.text)
        if led and not is_generic(led["body"]) and not RECEIVERS.match(led["body"]):
            name = led["body"][0].upper() + led["body"][1:]
            listed = names_in_list(led["body"], 2)
            joint = listed if len(listed) > 1 and not any(is_generic(one.full) for one in listed) else (Named(led["body"], name, 2),)
            yield from _clues(joint, sentence.block, 3, "beslutet", sentence.text, shift=sentence.start)
        for pattern, strength in ((_IN_COMPANY, 3), (_OF_COMPANY, 2)):
            company = pattern.match(sentence.text)
            if company and not is_generic(company["body"]):
                firm = Named(company["body"], company["body"], company.start("body"))
                yield from _clues((firm,), sentence.block, strength, "beslutet", sentence.text, shift=sentence.start)
        board_of = _BOARD_OF.match(sentence.text)
        skipped = board_of.end() if board_of else 0
        match = re.match(rf"(?P<body>[A-ZÅÄÖ][\wÅÄÖåäö, -]{{3,120}}?)\s+{_DECIDES}\b", sentence.text[skipped:])
        if match and not RECEIVERS.match(match["body"]):
            names = _specific(names_in_list(match["body"], skipped))
            if names and all(is_body(name.full) for name in names):
                yield from _clues(names, sentence.block, 3, "beslutet", sentence.text, shift=sentence.start)


def _letterhead(reading: Reading) -> Iterator[SenderClue]:
    """The very first line, where it may be a name that only the register knows ("Stockholm Parkering"); and who was invited."""
    for block in reading.preface[:1]:
        if len(block.text) <= _PARAGRAPH and _PLAIN_NAME.match(block.text) and not _NO_NAME.search(block.text) and not is_body(block.text) and not TITLE_WORD.match(block.text):
            yield from _clues((Named(block.text, block.text, 0),), block, 2, "dokumenthuvudet", block.text)
    for sentence in itertools.islice(reading.sentences("preface", "background"), 6):
        invited = _INVITED.match(sentence.text)
        names = _specific(names_in_list(invited["body"])) if invited else ()
        if len(names) == 1 and is_body(names[0].full):
            yield from _clues(names, sentence.block, 2, "den som fick yttra sig", sentence.text, shift=sentence.start)


def _alone(block: Block, draft: Draft, before: Sequence[str]) -> Iterator[SenderClue]:
    """A line that holds nothing but the names of bodies; an addressee's is not the sender's."""
    settles = draft.role == "preparation" and draft.document_type == "protokollsutdrag"
    if settles and is_body(block.text) and not block.text.lower().startswith("till"):
        yield from _clues((Named(block.text, block.text, 0),), block, 3, "dokumenthuvudet", block.text)
        return
    if _ADDRESSED.match(block.text) or RECEIVERS.match(block.text):
        return
    if _NOT_ALONE.search(block.text) and not is_body(block.text):
        return
    if _UNIT.search(block.text) and any(is_body(other) for other in before):
        return  # the unit of the office that stands over it
    board_of = _BOARD_OF.match(block.text)
    skipped = board_of.end() if board_of else 0
    line = _BESIDE.sub("", block.text)
    if line != block.text and _TWO_NAMES.search(line):
        return
    line = _MUNICIPALITY.sub("", line)[skipped:]
    names = (Named(line, line, skipped),) if _ONE_BOARD.fullmatch(line) else names_in_list(line, skipped)
    covered = sum(len(name.name) for name in names)
    if not names or covered < 0.75 * len(line):
        return
    specific = _specific(names)
    if len(specific) == len(names) and all(is_body(name.full) for name in names):
        yield from _clues(specific, block, 3, "dokumenthuvudet", block.text)


def _speaking(reading: Reading) -> Iterator[SenderClue]:
    """An office as the subject of sentences: twice, or once about this very answer, is enough; once is a hint."""
    spoken: Counter[str] = Counter()
    found = []
    for sentence in reading.sentences("decision", "summary", "assessment", "preparation", "matter", "other"):
        match = _OFFICE_SPEAKS.match(sentence.text)
        joint = bool(match and " och " in match["office"])
        if match:
            for name in _offices(match["office"]):
                if not is_generic(name):
                    spoken[name.lower()] += bool(_OPINION.search(match.group()))
                    about = bool(_THIS_ANSWER.search(sentence.text))
                    found.append((name, sentence, 2 if about and not joint else 1, joint))
        prepared = _PREPARED.search(sentence.text)
        if prepared and not is_generic(prepared["office"]):
            mention = Mention(prepared["office"], prepared["office"], sentence.block.place_at(sentence.start + prepared.start("office")))
            yield SenderClue(mention, 2, "förvaltningen som berett ärendet", sentence.text)
    for name, sentence, strength, joint in found:
        enough = 2 if spoken[name.lower()] >= 2 and not joint else strength
        # A neighbour that is quoted speaks in its own name as well: two such sentences are one sort of hint, not two.
        yield SenderClue(Mention(name, name, sentence.place), enough, "förvaltningen talar i eget namn", sentence.text)


def _offices(text: str) -> list[str]:
    """ "Rinkeby-Kista och Spånga-Tensta stadsdelsförvaltning" → both offices in full."""
    parts = re.split(r"\s+och\s+", text)
    head = parts[-1].split()[-1]
    return [part if part.endswith(head) else f"{part} {head}" for part in parts]


def _series(reading: Reading) -> Iterator[SenderClue]:
    """A diary number named together with the board's own meetings: its letters are the board's series."""
    for sentence in reading.sentences():
        if not _OWN_BOARD.search(sentence.text):
            continue
        for number in diary_numbers(sentence.text):
            series = series_of(number.text)
            if series:
                place = sentence.block.place_at(sentence.start + number.start)
                yield SenderClue(Mention(number.text, series, place), 1, "diarieserie", sentence.text)
    for name, block in reading.furniture:
        if name == "sidhuvud":
            yield from _series_in(block)
    for block in reading.preface:
        yield from _series_in(block)


def _series_in(block: Block) -> Iterator[SenderClue]:
    for number in diary_numbers(block.text):
        if number.labelled and series_of(number.text) and not is_theirs(number.label):
            yield SenderClue(
                Mention(number.text, series_of(number.text), block.place_at(number.start)), 1, "diarieserie", block.text
            )


def _specific(names: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(name for name in names if not is_generic(name.full) and not RECEIVERS.match(name.full))


def _clues(
    names: tuple[Named, ...], block: Block, strength: int, sort: str, quote: str, shift: int = 0
) -> Iterator[SenderClue]:
    for name in names:
        yield SenderClue(Mention(name.name, name.full, block.place_at(shift + name.start)), strength, sort, quote)
