"""What the documents of one case, or of the archive, tell of bodies that no register knows. Part of the room ``archive``.

Two spellings of one name are one body. An office without an entry is its board's where both stand in the same case and look
after the same by their names (Miljökontoret, Miljönämnden), and no second board does. A board's name with its municipality
after it is the board's where the case names no other municipality's. Nothing else is concluded from names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.archive.bodykeys import bare, board_stem, looser_keys, name_key, office_stem, place_in, unregistered
from generator.archive.nearmisses import near_misses
from generator.archive.register import Register
from generator.model import Body, Draft

# "Ekviks kommun", "Göteborgs Stad": whose documents they are.
_MUNICIPALITY = re.compile(r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)??)s? (?:[Kk]ommun|[Ss]tad)s?\b")
_BOARDS = frozenset({"namnd", "stadsdelsnamnd"})


def names_of(drafts: Iterable[Draft]) -> Iterator[str]:
    """Every body's name that ``drafts`` give, in order: as sender, as asked, as told of, as deciding."""
    for draft in drafts:
        yield from (clue.mention.full for clue in draft.senders if clue.sort != "diarieserie")
        yield from (mention.full for one in draft.referrals for mention in one.names)
        yield from (claim.mention.full for claim in draft.body_claims)
        yield from (one.mention.full for one in draft.reported)
        yield from (decision.body for decision in draft.decisions)


def spelled(known: Register, drafts: Sequence[Draft]) -> Register:
    """``known`` with one body for all spellings of a name that it does not have, under the one that most documents use."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in sorted(name for draft in drafts for name in set(names_of([draft]))):
        if known.named(name) is None:
            counts[name_key(name)][name] += 1
    made = {}
    for key, forms in counts.items():
        best = min(forms, key=lambda form: (-forms[form], -len(form), form))
        made[key] = unregistered(best)
    return replace(known, local={**known.local, **made})


def in_case(known: Register, drafts: Sequence[Draft], home: str = "") -> Register:
    """``known`` with what the documents of one case tell: whose they are, which boards they name, whose the offices are.

    ``home`` is the municipality that the archive is of, for a case that names none.
    """
    told = frozenset(bare(name) for name in (home, *(body.municipality for body in known.bodies.values())) if name)
    named = _municipality(drafts, told)
    here = replace(known, municipality=named or bare(home) or None, foreign=bool(home and named and named not in told))
    names = tuple(dict.fromkeys(names_of(drafts)))
    here = replace(here, present=frozenset(body.id for name in names if (body := here.named(name)) and not here.is_office(name)))
    here = replace(here, local={**here.local, **_without_place(here, names)})
    here = replace(here, local={**here.local, **near_misses(here, drafts)})
    boards = {body.id: (body, name) for name in names if (body := here.meant(name)).kind in _BOARDS and not here.is_office(name)}
    offices = {}
    for name in names:
        board = board_of(name, [said for _, said in boards.values()]) if here.named(name) is None else None
        if board:
            offices[name_key(name)] = (here.meant(board), f"namnet svarar mot nämndens, som står i samma ärende: ”{board}”")
    return replace(here, local_offices=offices)


def board_of(office: str, boards: Iterable[str]) -> str | None:
    """The one of ``boards`` that looks after the same as ``office`` by its name; None where none or several do."""
    stem = office_stem(office)
    fit = {name_key(board): board for board in boards if stem and board_stem(board) == stem}
    return next(iter(fit.values())) if len(fit) == 1 else None


def _without_place(known: Register, names: Sequence[str]) -> dict[str, Body]:
    """The names that end with a municipality, where the same name stands without it and no other municipality's does."""
    placed: dict[str, dict[str, str]] = defaultdict(dict)
    for name in names:
        if place_in(name) and known.named(name) is None:
            for key in looser_keys(name):
                placed[key].setdefault(place_in(name), name)
    plain = {name_key(name): name for name in names if not place_in(name)}
    return {
        name_key(name): known.meant(plain[key])
        for key, places in placed.items()
        if len(places) == 1 and key in plain
        for name in places.values()
    }


def _municipality(drafts: Sequence[Draft], known: frozenset[str]) -> str | None:
    """The municipality that the documents name most; None where they name none, or two as often.

    Those that are ``known`` are counted by their bare name too. One that is not is the documents' own only if it is named
    more than once: a neighbour is spoken of in passing.
    """
    texts = [line.text for draft in drafts for line in draft.document.lines]
    found = Counter(bare(match["name"].lower()) for text in texts for match in _MUNICIPALITY.finditer(text))
    found = Counter({name: count for name, count in found.items() if count > 1})
    for name in known:
        word = re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE)
        found[name] = sum(len(word.findall(text)) for text in texts)
    common = [one for one in found.most_common(2) if one[1]]
    if not common or (len(common) > 1 and common[0][1] == common[1][1]):
        return None
    return common[0][0]
