"""What is missing in a case, in plain words: answers, the motion itself, senders, decisions, pages that nobody could read."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.labels import round_name
from generator.model import Document, Fact, Motion, Referral, Status
from generator.pages import words
from generator.pages.context import Context
from generator.pages.held import aside


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: a sentence, links (words, address) to what it is about, and where a document says it."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    fact: Fact | None = None


def gaps(context: Context, motion: Motion) -> tuple[Gap, ...]:
    """The gaps of ``motion``, the gravest first; none where everything that the documents speak of is here."""
    made = [
        *_motion(motion),
        *_missing(context, motion),
        *_told(context, motion),
        *_unnamed(motion),
        *_senders(context, motion),
        *_unclear(context, motion),
        *_lists(motion),
        *_decision(motion),
        *_unread(context, motion),
        *_aside(context, motion),
    ]
    return tuple(made)


def _motion(motion: Motion) -> list[Gap]:
    if motion.document is None:
        return [Gap("Motionen själv finns inte i arkivet. Det som står om den kommer ur andra dokument.")]
    return [] if motion.demands else [Gap("Motionens förslag går inte att läsa ut ur dokumentet.")]


def _missing(context: Context, motion: Motion) -> list[Gap]:
    """The bodies that were asked and whose answer is not here, by round."""
    here = {key: response.bodies for key, response in context.responses.items() if response.motion == motion.id}
    # An answer of which nobody can tell the round is here.
    waiting = [
        one for one in motion.referrals if one.state == "not-in-archive" and not any(one.body in here.get(key, ()) for key in one.possible_responses)
    ]
    made: list[Gap] = []
    twice = len({one.round for one in motion.referrals}) > 1
    # Of some a document says that they answered: their answers are what is missing, not the knowledge of it.
    for one in waiting:
        if one.quote:
            link = (words.upper_first(context.body_name(one.body)), addresses.body(one.body))
            fact = Fact(context.body_name(one.body), Status.STATED, one.quote, one.quote_place)
            made.append(Gap("Ett svar finns inte här, men ett dokument säger att instansen har svarat:|", (link,), fact))
    waiting = [one for one in waiting if not one.quote]
    for number in sorted({one.round for one in waiting}):
        inside = [one for one in waiting if one.round == number]
        when = f" i {round_name(number)}" if twice else ""
        last = _last_day(motion, inside)
        day = f" Sista svarsdag var {words.date(last.value)}." if last else ""
        many = f"Svaren från {words.number(len(inside))} tillfrågade{when} finns inte här:" if len(inside) > 1 else f"Svaret från en tillfrågad{when} finns inte här:"
        links = tuple((words.upper_first(context.body_name(one.body)), addresses.body(one.body)) for one in inside)
        made.append(Gap(f"{many}|Om de har svarat framgår inte.{day}" if len(inside) > 1 else f"{many}|Om instansen har svarat framgår inte.{day}", links, last))
    return made


def _last_day(motion: Motion, inside: list[Referral]) -> Fact | None:
    """The only last day that holds for those whose answers are missing; None where the documents give none, or several."""
    own = {one.deadline.value: one.deadline for one in inside if one.deadline}
    if not own and len({one.round for one in motion.referrals}) == 1:
        own = {fact.value: fact for fact in motion.deadlines}
    return next(iter(own.values())) if len(own) == 1 else None


def _told(context: Context, motion: Motion) -> list[Gap]:
    told = [one for one in context.answers(motion) if one.told]
    if not told:
        return []
    links = tuple((context.sender(one), addresses.response(one.id)) for one in told)
    who = "Ett svar är känt" if len(told) == 1 else f"{words.upper_first(words.answers(len(told)))} är kända"
    return [Gap(f"{who} bara genom att ett annat dokument återger {'det' if len(told) == 1 else 'dem'}:|", links)]


def _unnamed(motion: Motion) -> list[Gap]:
    fact = motion.unnamed_silent
    return [Gap("Ett dokument säger att något svar inte kom, men inte från vem.", fact=fact)] if fact else []


def _senders(context: Context, motion: Motion) -> list[Gap]:
    nameless = [one for one in context.answers(motion) if not one.bodies]
    if not nameless:
        return []
    count = words.upper_first(words.answers(len(nameless)))
    return [Gap(f"{count} saknar angiven avsändare:|", tuple((f"svar {at}", addresses.response(one.id)) for at, one in enumerate(nameless, 1)))]


def _unclear(context: Context, motion: Motion) -> list[Gap]:
    unread = [one for one in context.answers(motion) if one.stance.value == "unclear" and one.bodies]
    if not unread:
        return []
    links = tuple((context.sender(one), addresses.response(one.id)) for one in unread)
    return [Gap(f"Vad {words.number(len(unread))} {'instans' if len(unread) == 1 else 'instanser'} anser om motionen går inte att läsa ut med säkerhet:|", links)]


def _lists(motion: Motion) -> list[Gap]:
    made = [
        Gap("Listan över de tillfrågade är inte hel: dokumentet säger att de var fler.", fact=fact)
        if fact.value == "m.fl."
        else Gap(f"Vilka som ingår i ”{fact.value}” framgår inte.", fact=fact)
        for fact in motion.asked_groups
    ]
    if not motion.referrals and not motion.asked_groups and not motion.not_referred and motion.responses:
        made.append(Gap("Vilka som tillfrågades framgår inte av dokumenten."))
    return made


def _decision(motion: Motion) -> list[Gap]:
    if any(one.stage == "council" and one.outcome not in {"tabled", "referred-back"} for one in motion.decisions):
        return []
    return [Gap("Fullmäktiges beslut finns inte i arkivet.")]


def _unread(context: Context, motion: Motion) -> list[Gap]:
    made = []
    documents = [(motion.document, "Motionen", addresses.motion(motion.id))] if motion.document else []
    for response in context.by_motion.get(motion.id, ()):
        if not response.told:
            documents += [(one, context.sender(response), addresses.response(response.id)) for one in (response.document, *response.papers)]
    seen: set[tuple[str, int]] = set()
    for document, name, target in documents:
        if document.unread and document.key not in seen:
            seen.add(document.key)
            made.append(Gap(f"{_pages(document)} gick inte att läsa:|", ((name, target),)))
    return made


def _aside(context: Context, motion: Motion) -> list[Gap]:
    files = aside(context, motion)
    if not files:
        return []
    count = "En fil" if len(files) == 1 else f"{words.upper_first(words.number(len(files)))} filer"
    links = tuple((file.rpartition("/")[2], context.source_row(file)) for file in files)
    return [Gap(f"{count} i samma mapp har inte kunnat placeras och kan höra till ärendet:|", links)]


def _pages(document: Document) -> str:
    if document.pages is None:
        return "En bild i dokumentet" if len(document.unread) == 1 else f"{words.upper_first(words.number(len(document.unread)))} bilder i dokumentet"
    return words.upper_first(words.pages_named(document.unread))
