"""The register of bodies: which body a written name means, and which body it is today.

Part of the room ``archive``: parse says what is written, this says who is meant. A name matches a body by the body's name,
its aliases or its offices, in any of its forms (``bodykeys``). A name that matches nothing gives nothing; near misses are
advice for staff, never an answer. What only the documents of one case can tell is added to the register for that case
(``localnames``).
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.archive.bodykeys import (
    bare,
    board_stem,
    firm_key,
    kind_of,
    looser_keys,
    name_key,
    office_stem,
    unregistered,
)
from generator.model import Body, Draft, Mention

__all__ = ["Register", "name_key", "register", "unregistered", "whole"]

_LINK = re.compile(r",?\s+(?:och|samt)\s+|,\s+")
_CLOSE = 0.8  # likeness from which a registered name is offered as advice
Names = Mapping[str, tuple[str, ...]]  # a key and the ids of those that claim it, in the order of the register


@dataclass(frozen=True, slots=True)
class Register:
    """The bodies of ``site_config`` with the ways to find them.

    ``municipality`` is the one whose documents are read, where that is known: what the register says of another's bodies
    does not hold for it. Of a ``foreign`` one it says nothing: there an office is a board's only where the case names the board. ``local`` and ``local_offices`` are what the documents of one case tell, by key; the latter with
    the words in which they tell it. ``present`` are the ids of the bodies that the case names.
    """

    bodies: Mapping[str, Body]
    by_name: Names = field(default_factory=dict)
    by_office: Names = field(default_factory=dict)
    by_firm: Names = field(default_factory=dict)
    by_series: Names = field(default_factory=dict)
    municipality: str | None = None
    foreign: bool = False
    local: Mapping[str, Body] = field(default_factory=dict)
    local_offices: Mapping[str, tuple[Body, str]] = field(default_factory=dict)
    present: frozenset[str] = frozenset()

    def named(self, name: str) -> Body | None:
        """The body that ``name`` means, by its own name, an alias or an office; None if it is in no list, or in two."""
        found = self._known(name_key(name))
        if found is None:
            found = next((body for key in self._loose(name) if (body := self._known(key))), None)
        return found or self._firm(name)

    def resolved(self, name: str) -> Body | None:
        """The body of today that ``name`` means by the register, or by the board of the case that an office's name points to."""
        found = self.named(name)
        return self.today(found) if found else self.local_offices.get(name_key(name), (None, ""))[0]

    def is_office(self, name: str) -> bool:
        """Whether ``name`` is an office's rather than a board's."""
        key = name_key(name)
        if self._first(self.by_name, key):
            return False
        return key in self.local_offices or self._only(self.by_office, key) is not None

    def evidence(self, name: str) -> str:
        """Why an office that stands in no list is taken for a board's; "" where the register itself says so."""
        return self.local_offices.get(name_key(name), (None, ""))[1]

    def of_series(self, series: str) -> Body | None:
        """The body whose diary numbers begin with ``series``; None where two bodies have the same."""
        return self._only(self.by_series, series.upper())

    def today(self, body: Body) -> Body:
        """The body that has taken over after ``body``, or itself."""
        seen = {body.id}
        while body.successor and body.successor in self.bodies and body.successor not in seen:
            body = self.bodies[body.successor]
            seen.add(body.id)
        return body

    def before(self, body: Body) -> tuple[Body, ...]:
        """The bodies that ``body`` was, as far as the register tells of the municipality whose documents are read."""
        return tuple(one for one in self.bodies.values() if one.successor == body.id and self._holds(one))

    def meant(self, name: str) -> Body:
        """The body of today that ``name`` means; one made of the name itself where the register has none."""
        found = self.named(name)
        if found:
            return self.today(found)
        key = name_key(name)
        if key in self.local_offices:
            return self.local_offices[key][0]
        return self.local.get(key) or next((self.local[loose] for loose in self._loose(name) if loose in self.local), None) or unregistered(name)

    def told(self, name: str) -> bool:
        """Whether the documents themselves give ``name``, as that of a body that no list has."""
        keys = (name_key(name), *self._loose(name))
        return any(key in self.local or key in self.local_offices for key in keys)

    def advice(self, name: str) -> str:
        """What helps staff with a name that means nobody here: where it is registered, else the registered name most like it.

        "" where neither is known.
        """
        key = name_key(name)
        elsewhere = [self.bodies[one] for one in (*self.by_name.get(key, ()), *self.by_office.get(key, ()))]
        places = list(dict.fromkeys(body.municipality for body in elsewhere if body.municipality and not self._holds(body)))
        if places:
            return f" Namnet är registrerat, men bara för {' och '.join(places)}."
        near = self.nearest(name)
        return f" Menade du ”{near}”?" if near else ""

    def nearest_told(self, name: str) -> str | None:
        """The one of the documents' own names, of bodies in no list, that is most like ``name``; None as for ``nearest``."""
        known = {body.name.lower(): body.name for body in self.local.values()}
        close = difflib.get_close_matches(name.lower(), known, 3, _CLOSE)
        return next((known[one] for one in close if not _apart(name, one)), None)

    def nearest(self, name: str) -> str | None:
        """The registered name most like ``name``, for advice; None if none is close, or if both look after different things."""
        names = {body.name.lower(): body for body in self.bodies.values() if self._holds(body)}
        names |= {alias.lower(): body for body in names.values() for alias in body.aliases if len(alias) > len(body.name) // 2}
        for close in difflib.get_close_matches(name.lower(), names, 3, _CLOSE):
            if not _apart(name, close):
                return names[close].name
        return None

    def _loose(self, name: str) -> Iterator[str]:
        """The looser keys of ``name``, and that without the municipality whose documents are read: "Ekviks pensionärsråd"."""
        yield from looser_keys(name)
        first, _, rest = name.strip().partition(" ")
        if self.municipality and first.endswith("s") and bare(first) == bare(self.municipality) and kind_of(rest) != "bolag":
            yield name_key(rest)

    def _known(self, key: str) -> Body | None:
        return self._first(self.by_name, key) or self._only(self.by_office, key)

    def _firm(self, name: str) -> Body | None:
        key = firm_key(name)
        return self._only(self.by_firm, key) if key else None

    def _holds(self, body: Body) -> bool:
        return not body.municipality or self.municipality is None or bare(body.municipality) == bare(self.municipality)

    def _first(self, names: Names, key: str) -> Body | None:
        return next((self.bodies[one] for one in names.get(key, ()) if self._holds(self.bodies[one])), None)

    def _only(self, names: Names, key: str) -> Body | None:
        """The one body that claims ``key``; of several the one that the case names, if it is one."""
        fit = [one for one in names.get(key, ()) if self._holds(self.bodies[one])]
        here = [one for one in fit if one in self.present] if len(fit) > 1 or (self.foreign and names is self.by_office) else fit
        return self.bodies[here[0]] if len(here) == 1 else None


def _apart(name: str, other: str) -> bool:
    """Whether two boards or offices that look alike are two: their names begin with words of their own (Förskole-, Grundskole-)."""
    for stem in (board_stem, office_stem):
        one, two = stem(name), stem(other)
        if one and two:
            return difflib.SequenceMatcher(None, one, two).ratio() < _CLOSE or one[:2] != two[:2]
    return False


def whole(draft: Draft, known: Register) -> Draft:
    """``draft`` with each registered name that holds an "och" put together where a list was cut at it.

    "Stockholm Vatten och Avfall AB" is one company, which only the register can tell.
    """
    lists = tuple(replace(one, names=_joined(one.names, one.quote, known)) for one in draft.referrals)
    claims = [
        replace(cut[0], mention=mention)
        for (_, quote), same in itertools.groupby(draft.body_claims, key=lambda claim: (claim.state, claim.quote))
        for cut in [tuple(same)]
        for mention in _joined([claim.mention for claim in cut], quote, known)
    ]
    clues = [
        replace(cut[0], mention=mention)
        for (_, _, quote), same in itertools.groupby(draft.senders, key=lambda clue: (clue.strength, clue.sort, clue.quote))
        for cut in [tuple(same)]
        for mention in _joined([clue.mention for clue in cut], quote, known)
    ]
    return replace(draft, referrals=lists, body_claims=tuple(claims), senders=tuple(clues))


def _joined(mentions: Sequence[Mention], quote: str, known: Register) -> tuple[Mention, ...]:
    made: list[Mention] = []
    for mention in mentions:
        pair = _cut_again(made[-1], mention, quote, known) if made else ()
        if pair:
            made[-1:] = pair
        else:
            made.append(mention)
    return tuple(made)


def _cut_again(one: Mention, other: Mention, quote: str, known: Register) -> tuple[Mention, ...]:
    """Two neighbours of a list as the register has them: one name, or two that are cut elsewhere; empty where they stand as they are.

    "Nämnden för stöd och äldre" and "vårdnämnden" are "Nämnden för stöd" and "Äldre och vårdnämnden" where it knows those.
    """
    start = quote.find(one.name)
    end = quote.find(other.name, start + len(one.name))
    between = quote[start + len(one.name) : end]
    if start < 0 or end < 0 or (between.strip() not in {"och", "samt", "&", ","} and between.strip(" ,") not in {"och", "samt"}):
        return ()
    span = quote[start : end + len(other.name)]
    if "," not in between and known.named(span):
        return (replace(one, name=span, full=span),)
    if known.named(one.full) and known.named(other.full):
        return ()
    for link in _LINK.finditer(span):
        left, right = span[: link.start()], span[link.end() :]
        if link.start() != len(one.name) and known.named(left) and known.named(right):
            return replace(one, name=left, full=left), replace(other, name=right, full=right)
    return ()


def register(bodies: Iterable[Body]) -> Register:
    """The register over ``bodies``; a name claimed twice belongs to the first, an office or a series claimed twice to neither."""
    made = {body.id: body for body in bodies}
    names: dict[str, list[str]] = {}
    offices: dict[str, list[str]] = {}
    firms: dict[str, list[str]] = {}
    series: dict[str, list[str]] = {}
    for body in made.values():
        _put(names, name_key(body.name), body)
    for body in made.values():
        for office in body.offices:
            _put(offices, name_key(office), body)
        for alias in body.aliases:
            # An alias that is an office's by its form says which office it is, not what the board is called.
            _put(offices if kind_of(alias) == "forvaltning" and body.kind != "forvaltning" else names, name_key(alias), body)
        for one in body.series:
            _put(series, one.upper(), body)
        if body.kind == "bolag":
            for name in (body.name, *body.aliases):
                _put(firms, firm_key(name), body)
    by_name, by_office, by_firm, by_series = ({key: tuple(ids) for key, ids in table.items()} for table in (names, offices, firms, series))
    return Register(made, by_name, by_office, by_firm, by_series)


def _put(table: dict[str, list[str]], key: str, body: Body) -> None:
    ids = table.setdefault(key, [])
    if key and body.id not in ids:
        ids.append(body.id)
