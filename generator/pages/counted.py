"""The rows of the roll-call, and what they come to in sentences that are right in every mix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.labels import round_name
from generator.model import Fact, Motion, Place, Status
from generator.pages import words
from generator.pages.words import Badge


@dataclass(frozen=True, slots=True)
class RollRow:
    """One body (or one answer without a sender) in the roll-call.

    ``asked``: a document says that it was asked. ``told``: what another paper says of its answer is all there is, and
    ``quote_of`` says whose word the quote is. ``shared`` are the other motions that the same document answers.
    """

    name: str
    badge: Badge
    state: str
    body: str = ""
    note: str = ""
    quote: str = ""
    quote_target: str = ""
    retold: bool = False
    response: str = ""
    possible: str = ""
    possible_responses: tuple[str, ...] = ()
    quote_of: str = ""  # what the quote is, where it does not carry the stance
    place: Place | None = None
    asked: bool = True
    told: bool = False
    round: int = 1
    deadline: Fact | None = None
    shared: tuple[str, ...] = ()
    editor: Fact | None = None  # an editor's word that the row rests on

    @property
    def untold(self) -> bool:
        """Whether an answer of the body is here of which nobody can tell which round it is in."""
        return bool(self.possible) and not self.response and bool(self.body)

    @property
    def answered(self) -> bool:
        """Whether an answer is here."""
        return bool(self.response)


def asked_in_words(motion: Motion) -> str:
    """How many were asked, in one sentence; what the documents leave open is left open."""
    bodies = {one.body for one in motion.referrals}
    at_least = "minst " if motion.asked_groups else ""
    last = max((one.round for one in motion.referrals), default=1)
    if last > 1:
        counts = [len({one.body for one in motion.referrals if one.round == number}) for number in range(1, last + 1)]
        said = [f"{words.number(count)} i {round_name(number)}" for number, count in enumerate(counts, 1) if count]
        return words.upper_first(f"{at_least}{words.number(len(bodies))} tillfrågades: {words.listed(said)}.")
    if bodies:
        return words.upper_first(f"{at_least}{words.number(len(bodies))} tillfrågades.")
    if motion.asked_groups:
        return f"Enligt dokumenten tillfrågades {words.listed(f'”{fact.value}”' for fact in motion.asked_groups)}. Vilka det är står inte."
    if motion.not_referred:
        by = "arkivets redaktion" if motion.not_referred.status is Status.CURATED else "ett dokument här"
        return f"Motionen skickades inte på remiss, enligt {by}."
    if motion.responses:
        return "Vilka som tillfrågades framgår inte av dokumenten."
    return "Inget dokument här säger att motionen skickades på remiss."


def count_in_words(motion: Motion, rows: Sequence[RollRow], aside: int = 0) -> str:
    """The roll-call in sentences: "Sju tillfrågades. Fyra har svarat, en avstod från att svara och två svar saknas i arkivet.".

    ``aside``: how many files beside the case's own found no place, so that the count may leave some out.
    """
    numbers = sorted({row.round for row in rows if row.asked})
    said = [asked_in_words(motion)]
    if len(numbers) > 1:
        for number in numbers:
            inside = [row for row in rows if row.asked and row.round == number]
            said.append(f"I {round_name(number)} {_outcomes(inside, len(inside), inner=True)}")
    else:
        inside = [row for row in rows if row.asked]
        said.append(words.upper_first(_outcomes(inside, 0 if motion.asked_groups else len(inside))))
    said.append(_besides([row for row in rows if not row.asked], some=any(row.asked for row in rows)))
    if motion.unnamed_silent:
        said.append(_unnamed(motion.unnamed_silent.value))
    if aside:
        many = "En fil" if aside == 1 else f"{words.upper_first(words.number(aside))} filer"
        said.append(f"{many} i samma mapp har inte kunnat placeras och är inte med i räkningen.")
    return " ".join(part for part in said if part)


def _outcomes(rows: Sequence[RollRow], asked: int, *, inner: bool = False) -> str:
    """What became of the questions to ``rows``; ``asked``: how many there were in all, 0 where that is not known.

    ``inner``: the sentence has begun ("I andra remissomgången …"), so that the verb comes first.
    """
    answered, declined, silent, waiting = ([row for row in rows if row.state == state] for state in ("answered", "declined", "silent", "not-in-archive"))
    untold = [row for row in waiting if row.untold]
    missing = [row for row in waiting if not row.untold]
    told = sum(row.told for row in answered)
    if answered and len(answered) == asked:
        subject = {1: "den", 2: "båda"}.get(asked, f"alla {words.number(asked)}")
    else:
        subject = words.number(len(answered))
    tail = ""
    if told:
        which = "" if told == len(answered) else f"{words.number(told)} av dem "
        tail = f" ({which}bara enligt en sammanställning)"
    by = f"enligt {_source(silent)}"
    verbs = [
        (f"{subject} har svarat{tail}", f"har {subject} svarat{tail}") if answered else None,
        (f"{words.number(len(declined))} avstod från att svara", f"avstod {words.number(len(declined))} från att svara") if declined else None,
        (f"{words.number(len(silent))} svarade inte, {by}", f"svarade {words.number(len(silent))} inte, {by}") if silent else None,
        (
            f"{words.number(len(untold))} har svarat utan att det framgår i vilken omgång",
            f"har {words.number(len(untold))} svarat utan att det framgår i vilken omgång",
        )
        if untold
        else None,
        (f"{words.answers(len(missing))} saknas i arkivet", f"saknas {words.answers(len(missing))} i arkivet") if missing else None,
    ]
    kept = [pair for pair in verbs if pair]
    if not kept:
        return ""
    parts = [pair[1] if inner and not at else pair[0] for at, pair in enumerate(kept)]
    # "…, enligt dokumenten" closes with a comma of its own before "och".
    text = words.listed(parts)
    return text.replace(f", {by} och ", f", {by}, och ") + "."


def _source(rows: Sequence[RollRow]) -> str:
    """Who says that these sent no answer."""
    edited = sum(row.editor is not None and not row.quote for row in rows)
    return "dokumenten" if not edited else "redaktionen" if edited == len(rows) else "dokumenten eller redaktionen"


def _besides(rows: Sequence[RollRow], *, some: bool) -> str:
    """Those that answered and stand in no list of the asked, and the answers that nobody can tell the sender of."""
    named = len({row.body for row in rows if row.body and row.state == "answered"})
    refused = len({row.body for row in rows if row.body and row.state == "declined"})
    unnamed = sum(not row.body for row in rows)
    said = []
    if named:
        said.append(f"{'dessutom har ' if some else ''}{words.number(named)} {'svarat utan att stå bland de tillfrågade' if some else 'har svarat'}")
    if refused:
        said.append(f"{words.number(refused)} har avstått från att svara")
    if unnamed:
        said.append(f"{words.answers(unnamed)} saknar angiven avsändare")
    return words.upper_first(words.listed(said)) + "." if said else ""


def _unnamed(value: str) -> str:
    count = int(value) if value.isdigit() else 0
    who = "En instans" if count == 1 else f"{words.upper_first(words.number(count))} instanser" if count else "Någon instans"
    return f"{who} svarade inte, enligt ett dokument som inte säger vilk{'en' if count < 2 else 'a'}."
