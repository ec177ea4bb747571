"""Whose answer a paper without a sender is, by the place its own text gives to a body that the case asked. Part of the room ``archive``.

A body's name in a text proves nothing by itself: others are spoken of there as well. It counts where it stands as the
sender's does: over the points of the proposal ("I kulturnämnden:"), as the subject of the decision ("Kulturnämnden
föreslås"), as the one whose meeting the minutes are of, as the one that was asked or has gone through the referral. The
sender is inferred, with those words as its evidence, only where a single one of the bodies asked stands so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.archive.senders import Answer, Sender, is_open
from generator.model import Body, Draft, Fact, Place, Status

_TOP = 16  # lines with text within which a paper names itself, those of its letterhead counted
_DEEP = 40  # lines with text within which its proposal stands
_LONGEST = 160  # characters of the evidence that is kept
_BOARD = re.compile(r"(?<=[a-zåäö])(?P<head>nämnd|styrelse|förvaltning)(?:en)?$", re.IGNORECASE)
_FIRM = re.compile(r"\b(?:AB|aktiebolag(?:et)?)\b", re.IGNORECASE)
# "föreslås få i uppdrag" is what a motion wants of a body, and "beslutade 2019" what it once did.
_DECIDES = (
    r"(?:föreslås(?=\s*:?$|\s+(?:att\s+)?(?:besluta|avstyrka|tillstyrka|godkänna|överlämna|översända|lämna|avge|anta)\b)"
    r"|(?:beslutar|beslutade|har beslutat)(?=\s*[:,]?$|\s+att\b|\s+(?:följande|enligt|i enlighet)\b)|(?:avstår från att|avstyrker|tillstyrker|godkänner)\b)"
)
_TREATS = (
    r"(?:har granskat|har tagit del av|har (?:givits|getts|fått|beretts) (?:möjlighet|tillfälle) att (?:som remissinstans )?"
    r"(?:yttra|lämna|svara|avge|besvara)|har (?:ombetts|blivit ombedd|anmodats) (?:att )?)"
)
# What may stand before the name where it is the subject of the decision; anything else tells of another sentence.
_LED = r"(?:^|[.;:]\s+|\bFörslag till beslut\s+|\bfinner\s+(?:\w+\s+)?att\s+|^\d+[.)]\s+)(?:(?:att|i|vd föreslår att)\s+)?(?:styrelsen (?:för|i) )?"
_MEETING = r"(?:styrelse)?(?:sammanträde|möte)t?\w* (?:vid|i|med|för|hos) (?:styrelsen (?:för|i) )?"


def by_own_words(answers: Sequence[Answer], asked: Mapping[str, Body]) -> list[Answer]:
    """``answers`` where each without a sender, whose text puts a single body of ``asked`` in the sender's place, is that body's."""
    made = [_settled(answer, asked) if is_open(answer) else answer for answer in answers]
    return [_presented(answer, made) if is_open(answer) else answer for answer in made]


def _settled(answer: Answer, asked: Mapping[str, Body]) -> Answer:
    found = {key: fact for key, body in asked.items() if (fact := _placed(answer.draft, body))}
    if len(found) != 1:
        return answer
    ((key, fact),) = found.items()
    return replace(answer, sender=Sender((asked[key],), (fact,)))


def _presented(answer: Answer, others: Sequence[Answer]) -> Answer:
    """Minutes without a name are the body's whose own paper has the one that presents the matter in them as its author."""
    draft = answer.draft
    if draft.document_type != "protokollsutdrag" or draft.document.part is None:
        return answer
    found: dict[frozenset[str], tuple[Sender, Fact]] = {}
    for other in others:
        by = other.draft.prepared_by
        if not by or not other.sender.bodies or other.draft.role != "answer" or other.draft.document.file != draft.document.file:
            continue
        presents = re.compile(rf"(?<!\w){re.escape(by.value)} (?:informera|redogö|föredr|presentera)\w+", re.IGNORECASE)
        place = next((place for text, place in _lines(draft) if presents.search(text)), None)
        if place:
            quote = f"{by.value} föredrar ärendet här och har skrivit instansens eget underlag"
            found[frozenset(body.id for body in other.sender.bodies)] = other.sender, Fact(by.value, Status.INFERRED, quote, place)
    if len(found) != 1:
        return answer
    ((sender, fact),) = found.values()
    return replace(answer, sender=Sender(sender.bodies, tuple(replace(fact, value=body.name) for body in sender.bodies)))


def _placed(draft: Draft, body: Body) -> Fact | None:
    """The first words of ``draft`` in which ``body`` stands where a sender does."""
    names = "|".join(sorted({form for name in (body.name, *body.aliases) if (form := _form(name))}, key=len, reverse=True))
    if not names:
        return None
    name = rf"(?<![\w-])(?:{names})(?!-?\w)"
    over = (
        re.compile(rf"^(?:I )?(?:styrelsen för )?{name}\s*:?$", re.IGNORECASE),
        re.compile(rf"\bFörslag till beslut (?:I )?(?:styrelsen för )?{name}\s*[:;]", re.IGNORECASE),
        re.compile(rf"{_LED}{name} {_DECIDES}", re.IGNORECASE),
        re.compile(rf"{_LED}{name} {_TREATS}", re.IGNORECASE),
    )
    top = (
        re.compile(rf"\b{_MEETING}{name}", re.IGNORECASE),
        re.compile(rf"^styrelsen för\b.*(?<![\w-])(?:{names})(?:s?koncernen)?(?!-?\w)", re.IGNORECASE),
        re.compile(rf"\b(?:inkom|remitterats|översänts|skickats) till {name} (?:den )?\d", re.IGNORECASE),
        re.compile(rf"^{name}(?::?s)? (?:svar|yttrande|remissvar)\b", re.IGNORECASE),
    )
    minutes = draft.document_type == "protokollsutdrag"
    for count, (text, place) in enumerate(_lines(draft)):
        # Further down a paper tells of others too; minutes come to their decision there.
        for pattern in (*over, *top) if count < _TOP else over if minutes or count < _DEEP else ():
            match = pattern.search(text)
            if match:
                quote = text[max(0, match.start()) :][:_LONGEST].strip()
                return Fact(body.name, Status.INFERRED, f"instansen står i texten som den som svarar: ”{quote}”", place)
    return None


def _lines(draft: Draft) -> Iterator[tuple[str, Place]]:
    for line in draft.document.lines:
        text = " ".join(line.text.split())
        if text:
            yield text, Place(draft.document.file, line.page, line.number)


def _form(name: str) -> str:
    """A pattern for ``name`` as running text has it: a board in either form, a company with or without its AB."""
    core = " ".join(_FIRM.sub(" ", name).split())
    if len(core) < 4:
        return ""
    words = []
    for word in core.split(" "):
        head = _BOARD.search(word)
        words.append(re.escape(word[: head.end("head")]) + "(?:en)?" if head else re.escape(word))
    firm = r"(?: AB| aktiebolag)?" if core != " ".join(name.split()) else ""
    return rf"{'AB ' if name.startswith('AB ') else ''}{' '.join(words)}{firm}"
