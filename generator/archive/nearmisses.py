"""Names that one case writes in two ways, where a single body of the case can be meant. Part of the room ``archive``.

A slip of one letter in a long name; initials of a company that the case names in full; a board's name cut down to its first
word; a name alike in the place of the one that the office's list, the same in all else, has there. Each is the other body only where that is the one body of the case it fits, and only where no paper is sent under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.archive.bodykeys import board_stem, name_key
from generator.archive.register import Register
from generator.model import Body, Draft

_LONG = 8  # letters of a word in which one of them may be a slip: Sund and Lund are two places
_ALIKE = 10  # letters with which two names for one place in two lists both begin
_FEWEST = 4  # bodies of two lists that are the same but for one
_INITIALS = re.compile(r"[A-ZÅÄÖ]{3,5}")
_FIRM = re.compile(r"\b(?:AB|Aktiebolag)\b")


def near_misses(known: Register, drafts: Sequence[Draft]) -> dict[str, Body]:
    """By key, the body of the case that a name in no register is a near miss of; nothing for one that fits none, or two."""
    sure = {
        body.id: body
        for draft in drafts
        for name in _sure(draft)
        if (body := known.meant(name)).registered or not _INITIALS.fullmatch(name)
    }
    sent = {name_key(clue.mention.full) for draft in drafts for clue in draft.senders if clue.sort != "diarieserie"}
    made: dict[str, Body] = {}
    for draft in drafts:
        for one in draft.referrals:
            for mention in one.names:
                key = name_key(mention.full)
                if known.named(mention.full) is not None or key in sent:
                    continue
                for fits in (_slip, _initials, _cut):
                    found = [body for body in sure.values() if name_key(body.name) != key and fits(mention.full, body)]
                    if len(found) == 1:
                        made.setdefault(key, found[0])
                        break
    return {**_in_place_of(known, drafts, sure), **made}


def _in_place_of(known: Register, drafts: Sequence[Draft], sure: Mapping[str, Body]) -> dict[str, Body]:
    """Names that an answer's list has for the one body that it lacks of the office's list, where all the others are the same."""
    lists = [(draft.role, {known.meant(name.full).id: name.full for name in one.names}) for draft in drafts for one in draft.referrals]
    office = [ids.keys() for role, ids in lists if role == "preparation" and len(ids) >= _FEWEST]
    made: dict[str, Body] = {}
    for role, ids in lists:
        for whole in office:
            lacks, more = whole - ids.keys(), ids.keys() - whole
            if role == "preparation" or len(lacks) != 1 or len(more) != 1:
                continue
            (lacked,), (other,) = lacks, more
            key = name_key(ids[other])
            alike = lacked in sure and key[:_ALIKE] == name_key(sure[lacked].name)[:_ALIKE]
            if alike and known.named(ids[other]) is None and other not in sure:
                made[key] = sure[lacked]
    return made


def _sure(draft: Draft) -> Iterable[str]:
    """The names of those who answer in the case."""
    if draft.kind == "response" and draft.role == "answer":
        yield from (clue.mention.full for clue in draft.senders if clue.strength > 1 and clue.sort != "diarieserie")


def _slip(name: str, body: Body) -> bool:
    """Whether the two differ in one long word, by one letter that is missing, too many or another."""
    words, others = name_key(name).split(" "), name_key(body.name).split(" ")
    unlike = [sorted(pair, key=len) for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(unlike) != 1:
        return False
    ((one, two),) = unlike
    if len(one) < _LONG or len(two) - len(one) > 1 or not (one + two).isalpha():
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    rest = one[start:] if len(one) < len(two) else one[start + 1 :]
    return rest == two[start + 1 :]


def _initials(name: str, body: Body) -> bool:
    """Whether ``name`` is the initials of a company's name, its AB aside."""
    words = _FIRM.sub(" ", body.name).split()
    return bool(_INITIALS.fullmatch(name)) and "".join(word[0].upper() for word in words if word[0].isalpha()) == name


def _cut(name: str, body: Body) -> bool:
    """Whether ``name`` is a board's whose longer name begins so: "Miljönämnden", "Miljö- och klimatnämnden"."""
    short, long = board_stem(name), board_stem(body.name)
    return bool(short) and " " not in short and long.startswith((f"{short} och ", f"{short}- och "))


