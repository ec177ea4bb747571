"""Which of a document's diary numbers is the case's, which its own, and which it only cites."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from generator.model import Draft, Fact, Status
from generator.parse.diary import DiaryNumber, diary_numbers, is_day, is_label, number_key, series_of
from generator.parse.reading import Reading, without_label
from generator.parse.titles import connective, subject
from generator.swedish.words import sentences

Belongs = Literal["own", "case", "cited"]
# The executive board's and the council's registers, where a motion is filed.
CASE_SERIES = frozenset({"KS", "KF", "KSF", "KSN", "KSK", "KLK", "SLK", "STK"})
_ABOUT_CASE = re.compile(r"\b(?:motion|remiss|yttrande till|kommunstyrelsens? (?:dnr|diarie)|svar till)", re.IGNORECASE)
_MOTION = re.compile(r"\bmotion(?:en)?\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:liknande|tidigare|annan|snarlik|motsvarande)\s*$", re.IGNORECASE)
_SAME = 0.75  # share of the words of the shorter title that two ways to name one motion have in common
_LINE = 100  # characters: what is longer and ends a sentence is running text
_STEM = 5  # letters that two forms of one word share
_FIRST = 25  # characters within which a line's own label stands
_NEAR = 60  # characters between "motion" and the number that belongs to it
# "Ert dnr", "KS diarienummer", "Motionens dnr": whoever sent the motion out gives it the case's number.
_THEIRS = re.compile(r"^(?:ert?|era|edert?|ks[fnk]?|kf|klk|slk|stk|kommun(?:styrelse|fullmäktige)\w*|fullmäktiges?|stadslednings\w+|kommunlednings\w+|motionens|remiss(?:ens)?) ")
_OURS = re.compile(r"^(?:vårt?|våra|eget|egen|\w*(?:nämnden|förvaltningen|kontoret|bolaget|förbundet|stiftelsen)s?) ")
_YOURS = re.compile(r"\b(?:er|ert|your) (?:referens|beteckning|reference|ref)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"^§\s*\d+[,:.]?\s*$")  # minutes name the matter's number beside that of the paragraph
_CASE_LABELS = {"ärende", "remiss"}


def numbers(reading: Reading, draft: Draft) -> Draft:
    """Fill ``diary_numbers`` (with ``of``: case or own) and ``cited_numbers``, each form once, at its first place."""
    kept: dict[tuple[str, str], Fact] = {}
    cited: dict[str, Fact] = {}
    # A motion in a bundle may have grown into what stands after it: only what stands before its text is its opening.
    preface = reading.preface if not (draft.kind == "motion" and reading.document.part) else reading.preface[: _running(reading)]
    opening = {block.place for block in preface}
    spots = [(block, True) for name, block in reading.furniture if name == "sidhuvud"]
    spots += [(block, True) for block in preface]
    spots += [(block, False) for _, block in reading.blocks() if block.place not in opening]
    above = ""
    for block, head in spots:
        # A label alone on its line goes for the number under it, also where the day under the label beside it comes between.
        led = f"{above.rstrip(' :')} " if above else ""
        above = block.text if head and is_label(block.text) else above if is_day(block.text) else ""
        for found in diary_numbers(led + block.text):
            number = replace(found, start=found.start - len(led))
            belongs = _belongs(block.text, number, draft, head=head)
            fact = Fact(
                number.text,
                Status.STATED,
                led + _quote(block.text, max(0, number.start)),
                block.place_at(number.start),
                of=None if belongs == "cited" else belongs,
            )
            if belongs == "cited":
                cited.setdefault(number.text, fact)
            else:
                kept.setdefault((belongs, number.text), fact)
    known = {number_key(text) for _, text in kept}
    return replace(
        draft,
        diary_numbers=tuple(kept.values()),
        cited_numbers=tuple(fact for text, fact in cited.items() if number_key(text) not in known),
    )


def is_theirs(label: str) -> bool:
    """Whether a number's label says that it is the receiver's: "ert dnr", "slk dnr"."""
    return bool(_THEIRS.match(label))


def _running(reading: Reading) -> int:
    """The index of the first block of running text in the preface."""
    return next((at for at, block in enumerate(reading.preface) if len(block.text) > _LINE and block.text.rstrip().endswith(".")), len(reading.preface))


def _belongs(text: str, number: DiaryNumber, draft: Draft, *, head: bool) -> Belongs:
    if draft.kind == "motion":
        # Its own number stands on a line of the opening; in running text it speaks of another matter.
        lined = head and not (len(text) > _LINE and text.rstrip().endswith((".", "!", "?")))
        return "case" if lined and (number.labelled or series_of(number.text) in CASE_SERIES) else "cited"
    if draft.kind == "statement":
        # A party's paper is about the case and has no number of its own.
        return "case" if head and (number.labelled or series_of(number.text) in CASE_SERIES) else "cited"
    before = text[max(0, number.start - _NEAR) : max(0, number.start)]
    about = bool(_ABOUT_CASE.search(before))
    ours = _OURS.match(number.label)
    theirs = _THEIRS.match(number.label) or (not ours and _YOURS.search(before))
    prepares = draft.role == "preparation" and draft.document_type != "protokollsutdrag"
    if not head and _of_another(text[: number.start], draft):
        return "cited"
    if theirs:
        # To the office that prepares the matter for the council "your number" is somebody else's.
        return "case" if not prepares or series_of(number.text) in CASE_SERIES else "cited"
    if ours and head and not prepares:
        return "own"
    if (series_of(number.text) in CASE_SERIES and (head or about)) or without_label(text)[0] in _CASE_LABELS:
        return "case"
    if head and prepares and number.labelled:
        return "case"  # the office that prepares the matter for the council files it under the case's number
    if head and about and (not number.labelled or number.start >= _FIRST):
        # Beside a number of the executive board's register one of another's is not the case's; whose it is is not said.
        known = number.labelled or not any(series_of(other.text) in CASE_SERIES for other in diary_numbers(text[: max(0, number.start)]))
        return "case" if known else "cited"
    running = number.start >= _FIRST and len(text) > _LINE and text.rstrip().endswith((".", "!", "?"))
    if head and ((number.labelled and not running) or _PARAGRAPH.match(text[: number.start])):
        return "own"
    if about and not number.labelled and re.search(r"\bmotion\w*\s*\(?$", before, re.IGNORECASE):
        return "case"
    return "own" if head and text.strip() == number.text else "cited"


def _of_another(before: str, draft: Draft) -> bool:
    """Whether the words before a number speak of another motion than the one the document answers."""
    motions = list(_MOTION.finditer(before[-200:]))
    if not motions:
        return False
    last = motions[-1]
    if _ANOTHER.search(before[-200:][: last.start()]):
        return True
    named = subject(last.group() + before[-200:][last.end() :])
    known = [subject(fact.value) for fact in draft.titles]
    told = connective(last.group() + before[-200:][last.end() :])
    return bool(told and named and known) and not any(_same(named, words) for words in known)


def _same(named: frozenset[str], words: frozenset[str]) -> bool:
    """Whether two ways to name a motion may mean one: most words shared, and not a word of its own on either side."""
    if len(named & words) < _SAME * min(len(named), len(words)):
        return False
    apart = [{word[:_STEM] for word in one - other if len(word) >= _STEM} for one, other in ((named, words), (words, named))]
    return not (apart[0] - apart[1] and apart[1] - apart[0])


def _quote(text: str, offset: int) -> str:
    return next((s.text for s in sentences(text) if s.start <= offset < s.end), text)
