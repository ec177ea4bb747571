"""The register of bodies: which body a written name means, and which body it is today.

Part of the room ``archive``: parse says what is written, this says who is meant. A name matches a body by the body's name,
its aliases or its offices, whatever the case, the definite form or a genitive: "kungsholmen stadsdelsnämnd", "Kungsholmens
stadsdelsnämnd". A name that matches nothing gives nothing; near misses are advice for staff, never an answer.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.addresses import slug
from generator.model import Body, BodyKind, Draft, Mention

_CITY = re.compile(r"^[\wåäö]+s (?:stads?|kommuns?) (?=\w)", re.IGNORECASE)
_FORMS = (
    (re.compile(r"(nämnd|förvaltning|beredning|stiftelse|styrelse|avdelning|myndighet)(?:en|n)?s?$"), r"\1"),
    (re.compile(r"(kontor|råd|bolag|utskott)(?:et)?s?$"), r"\1"),
    (re.compile(r"mus(?:é|e)et$"), "museum"),
)
_KINDS: tuple[tuple[str, BodyKind], ...] = (
    (r"(?:stadsdels|kommundels)nämnd", "stadsdelsnamnd"),
    (r"nämnd(?:en)?\b", "namnd"),
    (r"(?:förvaltning(?:en)?|kontoret)\b", "forvaltning"),
    (r"\bAB\b|bolag(?:et)?\b", "bolag"),
    (r"styrelse(?:n)?\b", "styrelse"),
    (r"fullmäktige\b", "fullmaktige"),
)
# "Grundskolenämnd" over a letter and "grundskolenämnden" in its text are one; a district's board is never written with -en.
# "Ekviks stads skolnämnd" is the city's own board; a company may have the city in its name ("Ekviks Stads Leasing AB").
_OWN_CITY = re.compile(r"^[A-ZÅÄÖ][\wåäö]+ (?:[Ss]tads?|[Kk]ommuns?) (?=[a-zåäö])")
_INDEFINITE = re.compile(r"((?<!dels)nämnd|(?<!dels)förvaltning)\b")
_CLOSE = 0.8  # likeness from which a registered name is offered as advice


@dataclass(frozen=True, slots=True)
class Register:
    """The bodies of ``site_config`` with the ways to find them."""

    bodies: dict[str, Body]
    by_name: dict[str, str] = field(default_factory=dict)
    by_office: dict[str, str] = field(default_factory=dict)
    by_series: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> Body | None:
        """The body that ``name`` means, by its own name, an alias or an office; None if it is in no list."""
        key = name_key(name)
        found = self.by_name.get(key) or self.by_office.get(key)
        return self.bodies[found] if found else None

    def is_office(self, name: str) -> bool:
        """Whether ``name`` is an office's rather than a board's."""
        key = name_key(name)
        return key in self.by_office and key not in self.by_name

    def of_series(self, series: str) -> Body | None:
        """The body whose diary numbers begin with ``series``."""
        found = self.by_series.get(series.upper())
        return self.bodies[found] if found else None

    def today(self, body: Body) -> Body:
        """The body that has taken over after ``body``, or itself."""
        seen = {body.id}
        while body.successor and body.successor in self.bodies and body.successor not in seen:
            body = self.bodies[body.successor]
            seen.add(body.id)
        return body

    def meant(self, name: str) -> Body:
        """The body of today that ``name`` means; one made of the name itself where the register has none."""
        found = self.named(name)
        return self.today(found) if found else unregistered(name)

    def nearest(self, name: str) -> str | None:
        """The registered name most like ``name``, for advice; None if none is close."""
        names = {body.name.lower(): body.name for body in self.bodies.values()}
        close = difflib.get_close_matches(name.lower(), names, 1, _CLOSE)
        return names[close[0]] if close else None


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
        name = f"{made[-1].name} och {mention.name}" if made else ""
        if made and name in quote and known.named(name):
            made[-1] = replace(made[-1], name=name, full=name)
        else:
            made.append(mention)
    return tuple(made)


def register(bodies: Iterable[Body]) -> Register:
    """The register over ``bodies``; a name claimed twice belongs to the first."""
    made = Register({body.id: body for body in bodies})
    for body in made.bodies.values():
        made.by_name.setdefault(name_key(body.name), body.id)
    for body in made.bodies.values():
        for office in body.offices:
            made.by_office.setdefault(name_key(office), body.id)
        for alias in body.aliases:
            # An alias that is an office's by its form says which office it is, not what the board is called.
            target = made.by_office if _kind(alias) == "forvaltning" and body.kind != "forvaltning" else made.by_name
            target.setdefault(name_key(alias), body.id)
        for series in body.series:
            made.by_series.setdefault(series.upper(), body.id)
    return made


def name_key(name: str) -> str:
    """The key under which forms of one name meet: case, city, definite form and genitives are taken off."""
    words = _CITY.sub("", " ".join(name.split())).lower().split(" ")
    words = [word if len(word) < 4 else word.removesuffix("s") for word in words[:-1]] + words[-1:]
    last = words[-1]
    for pattern, form in _FORMS:
        last, changed = pattern.subn(form, last)
        if changed:
            break
    else:
        last = last.removesuffix("s") if len(words) == 1 and len(last) > 3 else last
    return " ".join([*words[:-1], last])


def unregistered(name: str) -> Body:
    """A body that only the documents name, under the name they use."""
    shown = _OWN_CITY.sub("", " ".join(name.split()))
    shown = shown[:1].upper() + shown[1:]
    return Body(slug(_INDEFINITE.sub(r"\1en", shown)), shown, _kind(shown), registered=False)


def _kind(name: str) -> BodyKind:
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name, re.IGNORECASE)), "other")
