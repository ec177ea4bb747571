"""Where a page stands: the way to it from the start page, and the feed that it has of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator import addresses
from generator.pages.context import Context

# The lists that pages stand under, by how their addresses begin.
LISTS: Final[Mapping[str, str]] = {
    addresses.MOTIONS: "Motioner",
    addresses.BODIES: "Instanser",
    addresses.TERMS: "Begrepp",
    addresses.ABOUT: "Om arkivet",
    addresses.BROWSE: "Bläddra",
    addresses.PROPOSERS: "Förslagsställare",
}
# What is a way of looking at the motions stands under them.
OF_MOTIONS: Final = (addresses.BROWSE, addresses.PROPOSERS, addresses.MATRIX)
_SHEET: Final = re.compile(r", sida \d+ av \d+$")
_PAGE: Final = re.compile(r"sida-\d+/$")


def crumbs(context: Context, address: str, title: str) -> tuple[tuple[str, str], ...]:
    """The names and addresses from the start page to this one, in order; a page of a long list stands under the list's first."""
    made = [("Start", addresses.START)]
    own = _PAGE.sub("", address)
    if own.startswith(OF_MOTIONS):
        made.append((LISTS[addresses.MOTIONS], addresses.MOTIONS))
    for found, name in LISTS.items():
        if own.startswith(found) and own != found:
            made.append((name, found))
    case = own.removeprefix(addresses.MOTIONS).partition("/")
    if own.startswith(addresses.MOTIONS) and case[2] and case[0] in context.motions:
        made.append((context.headline(context.motions[case[0]]), addresses.motion(case[0])))
    response = context.responses.get(own.removeprefix(addresses.MOTIONS).strip("/"))
    last = context.sender(response) if response else LISTS.get(own) or _SHEET.sub("", title)
    if own == addresses.motion(case[0]) and case[0] in context.motions:
        last = context.headline(context.motions[case[0]])
    elif own == addresses.comparison(case[0]):
        last = "Jämförelse"
    return (*made, (last, own))


def feed_of(context: Context, address: str) -> str:
    """The feed of a page of its own (a motion, a body, a word, the change log), also on the later pages of its list; "" where it has none."""
    own = _PAGE.sub("", address)
    parts = own.strip("/").split("/")
    owners: Mapping[str, Mapping[str, object]] = {addresses.MOTIONS: context.motions, addresses.BODIES: context.bodies}
    alone = owners.get(f"/{parts[0]}/", {})
    is_word = own.startswith(addresses.TERMS) and len(parts) == 2
    return addresses.feed(own) if own == addresses.CHANGES or is_word or (len(parts) == 2 and parts[1] in alone) else ""
