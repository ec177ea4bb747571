"""What a document says that other bodies did: declined to answer, or sent no answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from generator.model import BodyClaim, Draft, Mention
from generator.parse.bodynames import is_generic, names_in_list
from generator.parse.reading import Reading, Sentence

_DECLINED = re.compile(
    r"\b(?:har\s+)?(?:avstått|avstår|avböjt|avböjer|avstod|avböjde|valt att inte)\b.{0,30}\b(?:svara|yttra|yttrande|besvara|svar)",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:har inte (?:svarat|inkommit|besvarat|yttrat sig|lämnat)|svarade inte|inkom inte|(?:inget|något) svar har inte inkommit|"
    r"har ännu inte (?:svarat|inkommit|besvarat|yttrat sig|lämnat)|har inte hörts? av(?: sig)?|har ej (?:svarat|inkommit))\b",
    re.IGNORECASE,
)
# Silence on something else than the referral is no silence: "har inte svarat på frågan om reservkraft".
_ABOUT_ELSE = re.compile(r"^\s*(?:på|till|om)\s+(?!(?:remiss|motion|kommunstyrelsens)\w*)\w+", re.IGNORECASE)
_EXCEPT = re.compile(r"\bsamtliga\b.{0,60}\b(?:svarat|inkommit).{0,30}\butom\s+(?=\S)", re.IGNORECASE)
# "A har meddelat att nämnden avstår": nämnden is A.
_TOLD = re.compile(r"\s+(?:har\s+)?(?:meddela[tr]|uppge(?:r|tt)|uppgivit)(?:\s+kommunstyrelsen)?,?\s+att\s+(?:nämnden|bolaget|styrelsen|rådet|den|de|man)\s*$", re.IGNORECASE)
_FORMS: tuple[tuple[re.Pattern[str], Literal["declined", "silent"]], ...] = ((_DECLINED, "declined"), (_SILENT, "silent"))


def claims(reading: Reading, draft: Draft) -> Draft:
    """Fill ``body_claims`` from sentences whose subject is a list of named bodies."""
    made: list[BodyClaim] = []
    for sentence in reading.sentences():
        exception = _EXCEPT.search(sentence.text)
        if exception:
            made.extend(_claims(sentence, exception.end(), len(sentence.text), "silent"))
            continue
        for pattern, state in _FORMS:
            match = pattern.search(sentence.text)
            if match and match.start() > 0 and not (state == "silent" and _ABOUT_ELSE.match(sentence.text[match.end() :])):
                made.extend(_claims(sentence, 0, match.start(), state))
                break
    return replace(draft, body_claims=tuple(made))


def _claims(sentence: Sentence, start: int, end: int, state: Literal["declined", "silent"]) -> list[BodyClaim]:
    subject = sentence.text[start:end]
    told = _TOLD.search(subject)
    if told:
        subject = subject[: told.start()]
    # The subject is what stands last before the verb: "…, medan A och B" → "A och B".
    lead = max((match.end() for match in re.finditer(r"\b(?:medan|men|(?:och|om|uppger|noterar|konstaterar) att)\s", subject)), default=0)
    names = names_in_list(subject[lead:], start + lead)
    return [
        BodyClaim(Mention(name.name, name.full, sentence.block.place_at(sentence.start + name.start)), state, sentence.text)
        for name in names
        if not is_generic(name.full)
    ]
