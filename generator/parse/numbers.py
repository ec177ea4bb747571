"""Which of a document's diary numbers is the case's, which its own, and which it only cites."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from generator.model import Draft, Fact, Status
from generator.parse.diary import DiaryNumber, diary_numbers, number_key, series_of
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
_NEAR = 60  # characters between "motion" and the number that belongs to it
_LABELS = {"dnr", "diarienummer", "diarienr", "ärendenummer", "ärendenr", "vårt dnr", "nämndens dnr", "förvaltningens dnr", "vår referens", "var referens", "vår beteckning", "vårt diarienummer"}
_CASE_LABELS = {"ärende", "kommunstyrelsens dnr", "ks dnr", "ert dnr", "motionens dnr", "motionens diarienummer", "er referens", "er beteckning", "ert diarienummer"}


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
    for block, head in spots:
        for number in diary_numbers(block.text):
            belongs = _belongs(block.text, number, draft, head=head)
            fact = Fact(
                number.text,
                Status.STATED,
                _quote(block.text, number.start),
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
    label, _ = without_label(text)
    before = text[max(0, number.start - _NEAR) : number.start]
    about = bool(_ABOUT_CASE.search(before))
    if not head and _of_another(text[: number.start], draft):
        return "cited"
    if series_of(number.text) in CASE_SERIES and (head or about):
        return "case"
    if label in _CASE_LABELS:
        return "case"
    if head and draft.role == "preparation" and number.labelled and draft.document_type != "protokollsutdrag":
        return "case"  # the office that prepares the matter for the council files it under the case's number
    if head and (label in _LABELS or (number.labelled and number.start < 25)):
        return "own"
    if about and not number.labelled and re.search(r"\bmotion\w*\s*\(?$", before, re.IGNORECASE):
        return "case"
    if head and about:
        return "case"
    if head and text.strip() == number.text:
        return "own"
    return "cited"


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
