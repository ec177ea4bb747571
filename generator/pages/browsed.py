"""The ways into the motions: by year, party, stance, decision and state, each value with its motions and how it is known.

Only what a document says, or what is not here, divides the motions; what "is not in the archive" is never said not to exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.model import Motion, Response, Status
from generator.pages import parties, words
from generator.pages.context import Context
from generator.pages.decided import SETTLED
from generator.pages.words import Badge
from generator.pages.years import year_in_words, year_of

UNDATED: Final = "utan-datum"
NO_PARTY: Final = "framgar-inte"
DECIDED: Final = "med-beslut"
UNDECIDED: Final = "utan-beslut"
_ON_THE_WAY: Final = frozenset({"referred-back", "tabled"})
_LATER: Final = ", och inget senare beslut finns här,"
_OPEN: Final = "har behandlats, men det framgår inte vad beslutet blev för motionen,"
# The last decision of the council: its name in a list, the heading of its page, what is said of one motion and of several.
_OUTCOMES: Final[dict[str, tuple[str, str, str, str]]] = {
    "granted": ("bifölls", "Motioner som bifölls", "bifölls", "bifölls"),
    "partly": ("bifölls delvis", "Motioner som bifölls delvis", "bifölls delvis", "bifölls delvis"),
    "considered-answered": ("ansågs besvarad", "Motioner som ansågs besvarade", "ansågs besvarad", "ansågs besvarade"),
    "rejected": ("avslogs", "Motioner som avslogs", "avslogs", "avslogs"),
    "other": ("beslutet framgår inte", "Motioner där beslutet inte framgår", _OPEN, _OPEN),
    "referred-back": ("återremitterades", "Motioner som återremitterades", f"återremitterades{_LATER}", f"återremitterades{_LATER}"),
    "tabled": ("bordlades", "Motioner som bordlades", f"bordlades{_LATER}", f"bordlades{_LATER}"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """An answer that a motion stands in a list for: whose it is, its badge and page, and how the stance is known."""

    name: str
    badge: Badge
    target: str
    how: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A motion in a list, with the answers that it stands there for."""

    motion: Motion
    answers: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a way: its name in a list of values, the heading and lead of its page, and its motions in order."""

    address: str
    name: str
    heading: str
    lead: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """One way of dividing the motions. ``by`` is its part of the address; a motion may stand under several of its values."""

    by: str
    name: str
    about: str
    values: tuple[Value, ...]


def divisions(context: Context) -> tuple[Division, ...]:
    """Every way of dividing the archive's motions that has a value, with the newest motions first in each."""
    motions = context.newest
    made = (_years(motions), _answer_years(context), _parties(motions), _stances(context), _decisions(motions), _states(motions))
    return tuple(one for one in made if one.values)


def is_decided(motion: Motion) -> bool:
    """Whether the archive has the council's decision: not one to table the motion or to send it back."""
    return any(decision.stage == "council" and decision.outcome not in _ON_THE_WAY for decision in motion.decisions)


def counted(count: int, *, first: bool = True) -> str:
    """A number of motions in words, "Tre motioner", with a capital where it comes ``first``."""
    said = f"{words.number(count)} {'motion' if count == 1 else 'motioner'}"
    return words.upper_first(said) if first else said


def named(context: Context, response: Response) -> Named:
    """An answer as a list names it; a stance that no document of its own states says so."""
    how = "enligt en sammanställning" if response.told else "härlett" if response.stance.status is Status.INFERRED else ""
    return Named(context.sender(response), context.badge(response), addresses.response(response.id), how, response.told)


def _value(by: str, key: str, name: str, heading: str, lead: str, motions: Iterable[Motion | Entry]) -> Value:
    entries = tuple(one if isinstance(one, Entry) else Entry(one) for one in motions)
    return Value(addresses.browse(by, key), name, heading, lead, entries)


def _grouped(motions: Iterable[Motion], keys: Callable[[Motion], Iterable[str]]) -> dict[str, list[Motion]]:
    made: dict[str, list[Motion]] = {}
    for motion in motions:
        for key in dict.fromkeys(keys(motion)):
            made.setdefault(key, []).append(motion)
    return made


def _years(motions: Sequence[Motion]) -> Division:
    groups = _grouped(motions, lambda motion: [year_in_words(motion)])
    values = [
        _value("ar", year, year, f"Motioner från {year}", _year_lead(year, found), found)
        for year, found in sorted(groups.items(), reverse=True)
        if year
    ]
    if undated := groups.get(""):
        lead = f"För {counted(len(undated), first=False)} framgår inget år, varken när motionen lämnades in eller av diarienumret."
        lead += " Den som senast fick ett svar står först." if len(undated) > 1 else ""
        values.append(_value("ar", UNDATED, "utan årtal", "Motioner utan årtal", lead, undated))
    return Division("ar", "År", "Året då motionen lämnades in. Där det inte framgår är året det som står i ärendets diarienummer.", tuple(values))


def _year_lead(year: str, motions: Sequence[Motion]) -> str:
    """How many motions a year has, and for how many of them the year is only that of the diary number."""
    registered = sum(not year_of(motion)[1] for motion in motions)
    filed = len(motions) - registered
    said = [f"{counted(filed)} lämnades in {year}."] if filed else []
    if registered:
        more = f"{words.upper_first(words.number(registered))} till har" if filed else f"{counted(registered)} har"
        said.append(f"{more} {year} i diarienumret; när {'den' if registered == 1 else 'de'} lämnades in framgår inte.")
    return " ".join(said)


def _answer_years(context: Context) -> Division:
    def years(motion: Motion) -> Iterable[str]:
        return (year for response in context.answers(motion) if (year := words.year(response.date)))

    groups = sorted(_grouped(context.newest, years).items(), reverse=True)
    values = (
        _value("svarsar", year, year, f"Motioner med svar från {year}", f"{counted(len(found))} har minst ett svar som är daterat {year}.", found)
        for year, found in groups
    )
    return Division("svarsar", "År för svaren", "Året då ett svar är daterat. En motion kan stå under flera år.", tuple(values))


def _parties(motions: Sequence[Motion]) -> Division:
    groups = _grouped(motions, lambda motion: [parties.key(one) for one in _written(motion)] or [""])
    made = []
    for key, found in groups.items():
        if key:
            writings = Counter(party for motion in found for party in dict.fromkeys(_written(motion)) if parties.key(party) == key)
            ordered = parties.in_order(writings)
            made.append((parties.name(ordered), ordered, found))
    values: list[Value] = []
    taken: set[str] = {NO_PARTY}
    for party, ordered, found in sorted(made, key=lambda one: (words.alphabetical(one[0]), one[0])):
        key = addresses.numbered(addresses.slug(min(ordered, key=len)), taken)
        taken.add(key)
        quoted = words.listed([f"”{one}”" for one in ordered], "eller")
        lead = f"{counted(len(found))} har minst en förslagsställare med partibeteckningen {quoted}."
        values.append(_value("parti", key, party, f"Motioner från {party}", lead, found))
    if unknown := groups.get(""):
        many = counted(len(unknown), first=False)
        lead = f"För {many} står inget parti vid förslagsställarnas namn, eller så framgår det inte vem som lämnade motionen."
        values.append(_value("parti", NO_PARTY, "framgår inte", "Motioner där partiet inte framgår", lead, unknown))
    return Division("parti", "Parti", "Partierna vid förslagsställarnas namn. Ett parti som skrivs på flera sätt står på ett ställe. En motion kan stå under flera partier.", tuple(values))


def _written(motion: Motion) -> list[str]:
    return [party for one in motion.proposers if not one.struck and (party := parties.written(one.party))]


def _stances(context: Context) -> Division:
    groups: dict[str, list[Entry]] = {}
    for motion in context.newest:
        found: dict[str, list[Named]] = {}
        for response in context.answers(motion):
            found.setdefault(response.stance.value, []).append(named(context, response))
        for stance, answers in found.items():
            groups.setdefault(stance, []).append(Entry(motion, tuple(answers)))
    values = []
    for stance, badge in words.STANCES.items():
        if entries := groups.get(stance):
            many = words.answers(sum(len(entry.answers) for entry in entries))
            told = sum(one.told for entry in entries for one in entry.answers)
            aside = f" {words.upper_first(words.answers(told))} av dem återges bara i en sammanställning." if told else ""
            lead = f"{counted(len(entries))} har minst ett svar med hållningen ”{badge.word}”, {many} i allt.{aside} Svaren står under varje motion."
            heading = "Motioner med svar utan tydlig hållning" if stance == "unclear" else f"Motioner med svaret ”{badge.word}”"
            values.append(_value("hallning", addresses.slug(badge.word), badge.word, heading, lead, entries))
    return Division("hallning", "Hållning", "Vad minst ett av svaren kom fram till. En motion kan stå under flera.", tuple(values))


def _decisions(motions: Sequence[Motion]) -> Division:
    groups = _grouped(motions, lambda motion: [_outcome(motion)])
    values = [
        _value(
            "beslut",
            addresses.slug(name),
            name,
            heading,
            f"{counted(len(found))} {one if len(found) == 1 else many} enligt de beslut av fullmäktige som finns i arkivet.",
            found,
        )
        for outcome, (name, heading, one, many) in _OUTCOMES.items()
        if (found := groups.get(outcome))
    ]
    return Division("beslut", "Fullmäktiges beslut", "Det senaste beslutet av fullmäktige som finns i arkivet.", tuple(values))


def _outcome(motion: Motion) -> str:
    """What the last decision by the council that settled the motion came to, else its last decision; "" without any."""
    council = [decision for decision in motion.decisions if decision.stage == "council"]
    settled = [decision for decision in council if decision.outcome in SETTLED]
    last = (settled or council)[-1:]
    return last[0].outcome if last else ""


# Key, name in a list, heading, lead ("{}" for the number of motions) and whether a motion is in that state.
_STATES: Final[tuple[tuple[str, str, str, str, Callable[[Motion], bool]], ...]] = (
    (DECIDED, "slutligt beslut finns här", "Motioner med slutligt beslut i arkivet", "För {} finns fullmäktiges slutliga beslut i arkivet.", is_decided),
    (
        UNDECIDED,
        "inget slutligt beslut här",
        "Motioner utan slutligt beslut i arkivet",
        "För {} finns inget beslut av fullmäktige i arkivet som avgör motionen. Det betyder inte att ärendet är oavgjort. Att en motion bordlades eller återremitterades avgör den inte.",
        lambda motion: not is_decided(motion),
    ),
    (
        "svar-saknas",
        "svar saknas här",
        "Motioner där svar saknas i arkivet",
        "För {} saknas minst ett svar här från någon som tillfrågades. Det betyder inte att svaret aldrig kom.",
        lambda motion: any(one.state == "not-in-archive" for one in motion.referrals),
    ),
    (
        "inte-remitterad",
        "skickades inte på remiss",
        "Motioner som inte skickades på remiss",
        "{} skickades inte på remiss, enligt ett dokument här eller arkivets redaktion.",
        lambda motion: motion.not_referred is not None,
    ),
    (
        "motionen-saknas",
        "motionens text saknas här",
        "Motioner vars egen text saknas i arkivet",
        "För {} finns motionens egen text inte i arkivet. Uppgifterna kommer ur andra dokument.",
        lambda motion: motion.document is None,
    ),
)


def _states(motions: Sequence[Motion]) -> Division:
    values = []
    for key, name, heading, lead, test in _STATES:
        if found := [motion for motion in motions if test(motion)]:
            values.append(_value("lage", key, name, heading, lead.format(counted(len(found), first=lead.startswith("{}"))), found))
    return Division("lage", "Läge", "Vad som finns och saknas i arkivet. En motion kan stå under flera.", tuple(values))
