"""Sentences, items and headings in which the office that prepares a matter tells where a named body stands.

Only a sure subject counts: the sentence begins with bodies by name ("Kulturnämnden och Hamnen AB avstyrker motionen"), or with
all of those asked ("Samtliga remissinstanser tillstyrker"), where the paper itself says who they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Draft, Mention, Place, Reported, Stance
from generator.parse.blocks import Block
from generator.parse.bodynames import is_body, is_generic, names_in_list
from generator.parse.headings import heading_kind
from generator.parse.reading import Part, Reading, Sentence
from generator.parse.verdicts import settled, stands

_VERB = re.compile(
    r"\b(?:har\s+(?:\w+\s+){0,2}?(?:avstyrkt|tillstyrkt|avstått|avböjt|ansett)|avstyrker|avstyrkte|tillstyrker|tillstyrkte|(?:an|före)s(?:er|ag|lår|log)|"
    r"(?:beslutade|beslöt|har\s+beslutat)\s+(?:[^.;:]{1,80}?\s)?att\s+(?:delvis\s+)?(?:tillstyrka|avstyrka|anse|avstå|avböja|inte\s+ta)|tar|tog|avstår|avstod|avböjer|avböjde|vill|bedömer|bedömde)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"^(?:Motionen (?P<verb>(?:avstyrk|tillstyrk)s) av (?P<who>.+?)[.,]?"
    r"|(?:Av (?:de )?(?:tillfrågade )?(?:remissinstanserna|instanserna|nämnderna) )(?P<verb2>avstyrker|tillstyrker) (?P<who2>.+?) motionen[.,]?)$"
)
_CLAUSE = re.compile(r",?\s+(?:medan|men|samtidigt som|däremot)\s+|;\s+|,\s+(?:och\s+)?(?=[\wåäö -]{3,60}\s+(?:avstyrker|tillstyrker)\b)")
_LEAD = re.compile(r"^(?:av remissinstanserna\s+(?:är det\s+)?|(?:både|såväl|även|också|vidare|därutöver)\s+)", re.IGNORECASE)
_ALL = re.compile(
    r"^(?:samtliga|alla|båda|bägge|de (?:båda|två|tre|fyra|fem|sex))(?: de)?(?: \w+)? (?P<what>remissinstanser(?:na)?|instanser(?:na)?|tillfrågade\w*|nämnder(?:na)?|bolag(?:en)?|remissvar(?:en)?)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?:[\s,]|\b(?:och|samt|liksom|respektive|både|såväl|som|även)\b)*", re.IGNORECASE)
# What the stand is about: the motion, what it asks for, or nothing but the verb itself.
_ABOUT = re.compile(r"\bmotion(?!är)\w*|\bmotionär\w*\s+(?:förslag|yrkande)\w*|\bremissen\b|\bförslage[tn]\b|\batt-sats\w*|\byrkande\w*", re.IGNORECASE)
_BARE = re.compile(r"^\s*[.,;:)]?\s*$")
_EXCEPT = re.compile(r"\b(?:utom|förutom|med undantag (?:av|för))\b", re.IGNORECASE)
_LABELLED = re.compile(r"^[\s•–*-]*(?P<who>[A-ZÅÄÖ][^:–(]{3,90}?)\s*(?::|\s[–-]\s|\((?=(?i:av|till|an|del|tar)\w+))\s*(?P<stand>\S.*)$")
_LABEL_STANDS = re.compile(r"^\(?(?:avstyrk|tillstyrk|delvis|anses?|avslag|avslå|bifall|besvarad|tar (?:inte|ej)|avstår|inget ställningstagande|ja\b|nej\b)", re.IGNORECASE)
_ITSELF = re.compile(r"^(?:nämnden|styrelsen|bolaget|förvaltningen|kontoret|rådet|förbundet|motionen)\b", re.IGNORECASE)
# A stand on one proposal of the motion beside another on the rest of it is no stand on the motion.
_OF_SOME = re.compile(r"\bmotion(?:en|ären|ärerna)s förslag (?:om|att|till|på)\b.*\b(?:men|däremot|medan)\b", re.IGNORECASE)
# Bodies that settle the matter or prepare it are not among those that answered.
_PREPARES = re.compile(r"^(?:stads|kommun|region)\w*(?:lednings)\w*|^kommunstyrelsen|^\w*fullmäktige", re.IGNORECASE)
_FOLDED = re.compile(r"[^a-zåäöéü0-9&]")
_DEFINITE = re.compile(r"(?<=nämnd)en|(?<=styrelse)n|(?<=råd)et|(?<=bolag)et|(?<=förbund)et")
_OFFICE_SPEAKS = frozenset({"decision", "attachments", "matter"})


def name_key(name: str) -> str:
    """A body's name in small letters without spaces, hyphens and the definite ending, to know it again in the same paper."""
    return _DEFINITE.sub("", _FOLDED.sub("", name.lower()))


def told(reading: Reading, draft: Draft) -> list[Reported]:
    """What the sentences, items and headings of ``reading`` tell of other bodies' stands, each body's first word of each kind."""
    asked = {name_key(one.full): one for listed in draft.referrals for one in listed.names}
    made: dict[tuple[str, str], Reported] = {}
    for one in (*_labelled(reading, asked), *_spoken(reading, asked), *_headed(reading, asked)):
        made.setdefault((name_key(one.mention.full), one.value), one)
    return list(made.values())


def _spoken(reading: Reading, asked: dict[str, Mention]) -> Iterator[Reported]:
    for sentence in reading.sentences():
        if sentence.section in _OFFICE_SPEAKS or sentence.block.kind == "table" or _OF_SOME.search(sentence.text):
            continue
        position = 0
        for cut in [*_CLAUSE.finditer(sentence.text), None]:
            end = cut.start() if cut else len(sentence.text)
            yield from _clause(sentence, position, end, asked)
            position = cut.end() if cut else end


def _clause(sentence: Sentence, start: int, end: int, asked: dict[str, Mention]) -> Iterator[Reported]:
    """What one clause tells: its subject is all that stands before its verb, its stand what stands after."""
    clause = sentence.text[start:end]
    turned = _TURNED.match(clause)
    if turned:
        # "Motionen avstyrks av A och B", "Av remissinstanserna tillstyrker A och B motionen": the subject stands after its verb.
        word, who = ("verb", "who") if turned["verb"] else ("verb2", "who2")
        value = settled(stands(turned[word]))
        for mention in _subject(turned[who], sentence, start + turned.start(who), asked) if value != "unclear" else ():
            yield Reported(mention, value, turned[word], "", sentence.text, mention.place, sentence.passage)
        return
    verb = _VERB.search(clause)
    if not verb:
        return
    values = stands(clause[verb.start() :])
    value = settled(values)
    after = clause[verb.end() :]
    if value == "unclear" or not (_ABOUT.search(after) or _BARE.match(after) or value in {"no-position", "declined"}):
        return
    mentions = _subject(clause[: verb.start()], sentence, start, asked)
    for mention in mentions:
        yield Reported(mention, value, clause[verb.start() :].strip(" .,"), "", sentence.text, mention.place, sentence.passage)


def _subject(text: str, sentence: Sentence, start: int, asked: dict[str, Mention]) -> list[Mention]:
    """The bodies that ``text`` is nothing but a list of; empty for any other subject."""
    lead = _LEAD.match(text)
    offset = lead.end() if lead else 0
    everyone = _ALL.match(text)
    if everyone:
        what = everyone["what"].lower()
        counted = not re.match(r"(?:nämnd|bolag)", what) or re.match(r"(?:båda|bägge)", text, re.IGNORECASE)
        few = not re.match(r"(?:båda|bägge|de båda|de två)", text, re.IGNORECASE) or len(asked) == 2
        rest = text[everyone.end() :].strip()
        if not counted or not few or (rest and not _EXCEPT.match(rest)) or _EXCEPT.search(sentence.text):
            return []
        return list(asked.values())
    names = names_in_list(text[offset:], offset)
    if not names:
        return []
    left = text[offset:]
    for one in names:
        left = left.replace(one.name, " ", 1)
    if not _SMALL.fullmatch(left):
        return []
    return [
        Mention(one.name, one.full, sentence.block.place_at(sentence.start + start + one.start))
        for one in names
        if _answers(one.full, asked)
    ]


def _answers(name: str, asked: dict[str, Mention]) -> bool:
    """Whether a body is one that may have answered: one of those asked, or any but those that settle the matter."""
    if asked:
        return name_key(name) in asked
    return is_body(name) and not is_generic(name) and not _PREPARES.match(name)


def _labelled(reading: Reading, asked: dict[str, Mention]) -> Iterator[Reported]:
    """Items and lines of the form "Kulturnämnden: avstyrker"."""
    for part, block in reading.blocks():
        if part.kind in _OFFICE_SPEAKS or block.kind not in {"item", "text", "meta"}:
            continue
        match = _LABELLED.match(block.text)
        if not match or not _LABEL_STANDS.match(match["stand"]):
            continue
        value = settled(stands(match["stand"].strip("()")))
        names = [one for one in names_in_list(match["who"]) if _answers(one.full, asked)]
        if value == "unclear" or not names:
            continue
        for one in names:
            mention = Mention(one.name, one.full, block.place_at(match.start("who")))
            yield Reported(mention, value, match["stand"].strip("()"), "", block.text, mention.place, reading.anchor(block))


def _headed(reading: Reading, asked: dict[str, Mention]) -> Iterator[Reported]:
    """Sections under a body's own name ("Kulturnämnden" – "Nämnden avstyrker motionen.")."""
    for part in reading.parts:
        if part.kind in _OFFICE_SPEAKS:
            continue
        for mention, blocks in _sections(part, asked):
            found = [one for one in _own(reading, blocks) if one[1] != "unclear"]
            if len({value for _, value in found}) == 1:
                sentence, value = found[0]
                yield Reported(mention, value, sentence.text, "", sentence.text, sentence.place, sentence.passage)


def _sections(part: Part, asked: dict[str, Mention]) -> Iterator[tuple[Mention, list[Block]]]:
    """The bodies that speak in ``part``, each with its blocks: the one over it, and those asked whose name stands alone on a line in it."""
    mention = _heading(part.heading, asked)
    held: list[Block] = []
    for block in part.blocks:
        over = _heading(block, asked) if block.kind == "text" and name_key(block.text.rstrip(":")) in asked else None
        if over is None:
            held.append(block)
            continue
        if mention:
            yield mention, held
        mention, held = over, []
    if mention:
        yield mention, held


def _heading(block: Block | None, asked: dict[str, Mention]) -> Mention | None:
    if block is None:
        return None
    name = " ".join(block.text.split()).rstrip(":")
    if heading_kind(name) is not None or not is_body(name) or not _answers(name, asked):
        return None
    return Mention(name, name, Place(block.place.file, block.place.page, block.place.line))


def _own(reading: Reading, blocks: Sequence[Block]) -> Iterator[tuple[Sentence, Stance]]:
    """The sentences of a section in which the body over it speaks as "nämnden" or without a subject, with the stand of each."""
    held = {id(block) for block in blocks}
    for sentence in reading.sentences():
        if id(sentence.block) not in held or _OF_SOME.search(sentence.text):
            continue
        verb = _VERB.search(sentence.text)
        starts = _ITSELF.match(sentence.text) or (verb and verb.start() == 0)
        if starts and verb and (_ABOUT.search(sentence.text) or _BARE.match(sentence.text[verb.end() :])):
            yield sentence, settled(stands(sentence.text[verb.start() :]))
