"""All bodies: how often each was asked, and how many of its answers are here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model import Body, Motion, Page, Referral
from generator.pages import words
from generator.pages.context import Context
from generator.pages.paged import NAMES, sheets
from generator.pages.render import render
from generator.pages.words import alphabetical


@dataclass(frozen=True, slots=True)
class Record:
    """A body's questions and answers, counted in motions but for ``again``.

    Of the motions that it was ``asked`` about its answer is ``here``, or only told of in another paper, or it declined or
    kept silent by a document's or the editors' word, or the answer is ``missing`` here: one of them each. ``unasked`` are
    motions it answered that no list asked it about, ``again`` those beside the first to one motion.
    """

    body: Body
    asked: int
    unasked: int
    again: int
    here: int
    told: int
    declined: int
    silent: int
    missing: int

    @property
    def share(self) -> str:
        """The share of the motions it was asked about that it has an answer to here: "75 %"; "" where it was never asked."""
        return words.percent(self.here / self.asked) if self.asked else ""


def pages(context: Context) -> Iterator[Page]:
    """``/instanser/`` with the bodies that the documents speak of, on as many pages as they need."""
    bodies = sorted(context.archive.bodies, key=lambda body: alphabetical(body.name))
    for sheet in sheets(bodies, addresses.BODIES, NAMES // 2):
        yield render(
            "bodies",
            sheet.address,
            context,
            sheet.titled("Instanser"),
            "Alla som har tillfrågats om en motion, med antal svar i arkivet.",
            sheet=sheet,
            rows=[record(context, body) for body in sheet.items],
            lead=_lead(context),
        )


def record(context: Context, body: Body) -> Record:
    """What became of every question to a body; a motion that was sent out twice counts once."""
    asked: dict[str, list[Referral]] = {}
    for motion, referral in context.asked.get(body.id, ()):
        asked.setdefault(motion.id, []).append(referral)
    own = [response for response in context.by_body.get(body.id, ()) if response.role == "answer"]
    here = {response.motion for response in own if not response.told}
    told = {response.motion for response in own if response.told} - here
    count = dict.fromkeys(("here", "told", "declined", "silent", "missing"), 0)
    for motion_id, referrals in asked.items():
        states = {referral.state for referral in referrals}
        if motion_id in here:
            count["here"] += 1
        elif motion_id in told:
            count["told"] += 1
        else:
            count["declined" if "declined" in states else "silent" if "silent" in states else "missing"] += 1
    again = sum(not response.told for response in own) - len(here)
    return Record(body, len(asked), len(here - asked.keys()), again, **count)


def _lead(context: Context) -> str:
    count = len(context.archive.bodies)
    idle = sum(not context.asked.get(body.id) and not any(one.role == "answer" for one in context.by_body.get(body.id, ())) for body in context.archive.bodies)
    named = f" {words.upper_first(words.number(idle))} av dem har varken tillfrågats eller svarat, men nämns i dokumenten eller i arkivets lista över instanser." if idle else ""
    many = f"{words.upper_first(words.number(count))} {'instans' if count == 1 else 'instanser'}"
    return f"{many} förekommer i arkivet: nämnder, bolag och andra. Tabellen visar hur många motioner var och en fick frågan om (som remissinstans), och hur många svar som finns här.{named}"


def predecessors(context: Context, body: Body) -> list[Body]:
    """The bodies whose successor this one is."""
    return [old for old in context.archive.bodies if old.successor == body.id]


def unanswered(context: Context, body: Body) -> list[tuple[Motion, Referral]]:
    """The questions to a body that no answer here answers."""
    return [(motion, referral) for motion, referral in context.asked.get(body.id, ()) if not referral.response]
