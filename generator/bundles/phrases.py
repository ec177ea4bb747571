"""The phrases that the column of decisions is made of, found again where their lines stand between the lines of a comment.

"Översänder förvaltningens" – a line of the comment – "tjänsteutlåtande som eget" – a line of the comment – "yttrande.": the
words of the phrase are known and stand in order, and each piece between them is about a line long. Nothing else is taken out of
a comment: a sentence that nobody knows beforehand cannot be told from the comment's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_STARTS = re.compile(r"Översänder|Överlämnar|Översända|Överlämna")
_REMARKS = re.compile(r"(?:Tilläggs|Återremiss|Avslags)?[Yy]rkande|Yttrande|Reservation(?:er)?|Protokollsanteckning(?:ar)?|Protokollsyttrande")
_ALONE = re.compile(r"(?:Omröstning|Votering|Protokollsanteckning(?:ar)?)[.,]?")
# A stance with a capital in the middle of a sentence is another line of the decision: "Tillstyrker motionens" – "förslag om …".
_STANDS = re.compile(r"(?:Tillstyrker|Avstyrker|Avslår|Bifaller)")
_OBJECT = re.compile(r"motion\w*|förslag\w*|att-sats\w*|beslutssats\w*|yrkande\w*|den|det|delvis|första|andra|tredje|i|övrigt|\d[.,]?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;][”\"’)]*$")
_PARTY = re.compile(r"\(?(?:[A-ZÅÄÖ]{1,3}|Fi|Mp|FI)\)?[,.]?")
_WHOSE = r"(?:[\wåäö-]*(?:förvaltningens|kontorets|nämndens|styrelsens|bolagets)|sin|sitt)"
# The words of the phrase in their order: a pattern, and whether the phrase is none without it.
_PHRASE: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), needed)
    for pattern, needed in (
        (_STARTS.pattern, True),
        (_WHOSE, False),
        (r"tjänste-?\s?utlåtande|tjänsteskrivelse|skrivelse|utlåtande|yttrande|svar|beslutsunderlag", True),
        (r"och", False),
        (r"yttrande", False),
        (r"som", True),
        (r"sitt|eget|nämndens|bolagets|styrelsens|förvaltningens", True),
        (r"eget", False),
        (r"(?:yttrande|svar|remissvar)[.,]?", True),
        (r"till", False),
        (r"(?:kommunstyrelsen|stadsledningskontoret|kommunfullmäktige)[.,]?", False),
    )
)
# What stands before "besvarad" where it is a word of the comment's own, and not the rest of "Anses" in a narrow column.
_OWN_ANSWERED = frozenset({"är", "vara", "anses", "som", "blir", "redan", "därmed", "bli", "anse"})
_AHEAD = 24  # words that may stand between two pieces of a phrase: two lines of a comment
_OFFICE = re.compile(r"\w*(?:förvaltningens|kontorets|bolagets)", re.IGNORECASE)
_OF_OFFICE = 3  # pieces that an office's name is worth
_MOST = 7  # pieces of a phrase


def phrases(tokens: Sequence[tuple[str, bool]], apart: Sequence[bool]) -> list[int]:
    """The positions of the words that belong to the column of decisions.

    ``tokens`` are the words of a row's decision and comment as they follow each other, with whether a word is known to be of the
    decision; ``apart`` tells which do not follow the one before directly.
    """
    found: set[int] = set()
    for at, (word, _) in enumerate(tokens):
        if at in found:
            continue
        if _STARTS.fullmatch(word):
            found.update(_phrase(tokens, at))
        elif word == "Anses" and tokens[at][1]:
            found.update(_answered(tokens, at))
        elif _REMARKS.fullmatch(word) or _ALONE.fullmatch(word):
            found.update(_remark(tokens, apart, at))
        elif _STANDS.fullmatch(word) and at and not tokens[at][1] and not _ENDED.search(tokens[at - 1][0]):
            found.update(_stand(tokens, at))
    return sorted(found)


def _phrase(tokens: Sequence[tuple[str, bool]], first: int) -> list[int]:
    """The positions of the phrase that begins at ``first``, in as few pieces as may be; empty where it is not whole."""
    best: tuple[tuple[int, int, int], list[int]] | None = None
    open_ends: list[tuple[int, int, int, int, list[int]]] = [(first, 1, 1, 0, [first])]
    reached: dict[tuple[int, int, int], int] = {}  # in how few pieces a word was reached as a part of the phrase
    while open_ends:
        at, slot, pieces, whose, path = open_ends.pop()
        needed = next((number for number in range(slot, len(_PHRASE)) if _PHRASE[number][1]), None)
        if needed is None:
            # Whose paper it is belongs to the phrase, also where it stands on a line of its own.
            rank = (pieces - whose, -len(path), path[-1])
            best = min(best, (rank, path), key=lambda one: one[0]) if best else (rank, path)
        last = len(_PHRASE) - 1 if needed is None else needed
        for following in range(at + 1, min(at + 1 + _AHEAD, len(tokens))):
            jumps = following > at + 1
            if jumps and (needed is None or pieces >= _MOST or tokens[following - 1][1]):
                break  # no word of the decision is passed over, and what may follow a whole phrase follows at once
            word = tokens[following][0]
            for number in range(slot, last + 1):
                pattern, must = _PHRASE[number]
                if not ((must or not jumps or number == 1) and word[0].islower() and pattern.fullmatch(word)):
                    continue
                worth = _weight(word) if number == 1 else whose
                if reached.get((following, number, worth), _MOST + 1) > pieces + jumps:
                    reached[following, number, worth] = pieces + jumps
                    open_ends.append((following, number + 1, pieces + jumps, worth, [*path, following]))
    return best[1] if best else []


def _answered(tokens: Sequence[tuple[str, bool]], at: int) -> list[int]:
    """The position of the "besvarad" that an "Anses" at the end of its line needs; empty where it has one, or none is sure."""
    for following in range(at + 1, min(at + 1 + _AHEAD, len(tokens))):
        word, fixed = tokens[following]
        if re.fullmatch(r"besvarade?[.,]?", word):
            return [] if fixed or tokens[following - 1][0].lower() in _OWN_ANSWERED else [following]
        if fixed:
            return []
    return []


def _stand(tokens: Sequence[tuple[str, bool]], at: int) -> range:
    """The positions of a stance and of what it is about."""
    end = at + 1
    while end < len(tokens) and _OBJECT.fullmatch(tokens[end][0]):
        end += 1
    return range(at, end)


def _weight(word: str) -> int:
    """How well a word says whose paper it is: an office's is sent on, "nämndens" is more often a comment's own word."""
    return (_OF_OFFICE if _OFFICE.fullmatch(word) else 1) if re.fullmatch(_WHOSE, word, re.IGNORECASE) else 0


def _remark(tokens: Sequence[tuple[str, bool]], apart: Sequence[bool], at: int) -> list[int]:
    """The positions of "Yrkande S, V och MP med instämmande av C"; empty where no party follows and the word says too little."""
    made, position = [at], at + 1
    if position < len(tokens) and tokens[position][0] in {"från", "av"}:
        position += 1
    parties = _parties(tokens, position)
    if not parties:
        return made if _ALONE.fullmatch(tokens[at][0]) else []
    made = list(range(at, parties))
    words = [token for token, _ in tokens[parties : parties + 3]]
    if [word.lower().rstrip(",") for word in words] in (["med", "instämmande", "av"], ["med", "instämmande", "från"]):
        more = _parties(tokens, parties + 3)
        made = list(range(at, more or parties))
    elif words[:1] == ["med"] and _joined_by(tokens, parties):
        made += [parties, *_joined_by(tokens, parties)]
    elif words[:1] == ["med"] and parties + 1 < len(tokens) and (tokens[parties + 1][1] or apart[parties + 1]):
        made.append(parties)  # its line ends there
    return made


def _joined_by(tokens: Sequence[tuple[str, bool]], at: int) -> range:
    """The positions of "instämmande av C" on a line of its own after the "med" at ``at``; empty where a decision stands between."""
    for following in range(at + 2, min(at + 1 + _AHEAD, len(tokens) - 2)):
        if tokens[following - 1][1]:
            break
        if tokens[following][0] == "instämmande" and tokens[following + 1][0] in {"av", "från"}:
            end = _parties(tokens, following + 2)
            return range(following, end) if end else range(0)
    return range(0)


def _parties(tokens: Sequence[tuple[str, bool]], at: int) -> int:
    """Where the list of parties ends that begins at ``at``; 0 if none does."""
    end = 0
    while at < len(tokens):
        if _PARTY.fullmatch(tokens[at][0]) and tokens[at][0] not in {"I", "Å"}:
            at += 1
            end = at
        elif end and tokens[at][0] in {"och", "samt", "&"} and at + 1 < len(tokens) and _PARTY.fullmatch(tokens[at + 1][0]):
            at += 1
        else:
            break
    return end
