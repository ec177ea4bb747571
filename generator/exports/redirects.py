"""Old addresses that lead to new ones: a small page of HTML at each, and the same as ``_redirects`` for hosts that read it.

A case that staff say has moved leads from every page under its old address to the page that has it now. Beside them a case that
is called by its diary number is also found under its title's address and its other numbers, since that is what it was called
before the number was known. No redirect stands where a page is, and none leads to two cases.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final
from urllib.parse import quote, urlsplit

from generator import addresses
from generator.changelog import moves
from generator.exports.clean import for_xml
from generator.model import Archive, DataFile, Motion, Settings

PATH: Final = "_redirects"
DATA_FILES: Final = ("jamforelse.csv", "jamforelse.json", "feed.xml")  # beside a motion's page; no HTML can stand in their place
_PART: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,240}")
_NAMING: Final = ("diarienummer", "titel")  # what an editor may state that gives a case its address
_PAGE: Final = """<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<title>Sidan har flyttat</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={relative}">
<link rel="canonical" href="{whole}">
</head>
<body>
<h1>Sidan har flyttat</h1>
<p>Den finns nu på <a href="{relative}">{whole}</a>.</p>
</body>
</html>
"""


def redirects(archive: Archive, settings: Settings, pages: Sequence[str]) -> tuple[DataFile, ...]:
    """A page at each old address, and ``_redirects`` if there is one; ``pages`` are the addresses that pages have."""
    found = leading(archive, settings, pages)
    made = [DataFile(addresses.page_file(old).removesuffix(".md") + ".html", _page(old, new, settings)) for old, new in found.items()]
    return (*made, DataFile(PATH, _rules(archive, found, settings))) if made else ()


def leading(archive: Archive, settings: Settings, pages: Sequence[str]) -> dict[str, str]:
    """Old address → new address, sorted; what staff say goes before what follows from titles and numbers."""
    here = {page.partition("#")[0] for page in pages}
    made: dict[str, str] = dict(_aliases(archive, here))
    for old, new in moves(archive, settings, here).items():
        start = f"/{old}/"
        # Staff may write a case by its id alone, as everywhere else.
        if new.startswith(addresses.MOTIONS) and not start.startswith(addresses.MOTIONS):
            start = addresses.MOTIONS.rstrip("/") + start
        if start not in here:
            made |= {start + page.removeprefix(new): page for page in here if page.startswith(new)}
    return {old: made[old] for old in sorted(made) if old not in here and _plain(old)}


def _aliases(archive: Archive, here: set[str]) -> Iterator[tuple[str, str]]:
    """The other names of cases, with all that stands under them: nobody can tell which of them a case has lived by."""
    names = {motion.id: _names(motion) for motion in archive.motions}
    shared = Counter(name for found in names.values() for name in found)
    under: defaultdict[str, list[str]] = defaultdict(list)
    for page in here:
        if page.startswith(addresses.MOTIONS) and page.count("/") > 2:
            under[page.split("/")[2]].append(page)
    for case, found in names.items():
        for name in found:
            if shared[name] == 1 and name not in under:
                yield from ((page.replace(addresses.motion(case), addresses.motion(name), 1), page) for page in under[case])


def _names(motion: Motion) -> set[str]:
    """What else a case has been called or could be, as slugs: by its title or another number, or before an editor's word on either."""
    numbers = [addresses.slug(fact.value) for fact in motion.diary_numbers]
    made = {addresses.slug(fact.value) for edit in motion.edits if edit.key in _NAMING and not edit.about for fact in edit.stated}
    if numbers and motion.id == numbers[0]:
        made |= {addresses.slug(motion.title.value), *numbers[1:]}
    return made - {motion.id, "namnlos"}


def _plain(address: str) -> bool:
    """Whether an old address can be a folder of the site: it comes from people, and must not lead out of it."""
    return all(_PART.fullmatch(part) for part in address[1:-1].split("/"))


def _page(old: str, new: str, settings: Settings) -> bytes:
    relative = addresses.relative(new, old)
    whole = quote(for_xml(addresses.absolute(new, settings.address)), safe="%/:?#[]@!$&'()*+,;=~-._") if settings.address else relative
    return _PAGE.format(relative=escape(relative), whole=escape(whole)).encode()


def _rules(archive: Archive, found: Mapping[str, str], settings: Settings) -> bytes:
    """One rule a line: old, new, 301. Addresses are from the host's root, so with the folder that the site lies in."""
    folder = quote(urlsplit(settings.address).path.rstrip("/"), safe="/%") if settings.address else ""
    motions = {addresses.motion(motion.id) for motion in archive.motions}
    lines = [f"{folder}{old} {folder}{new} 301" for old, new in found.items()]
    lines += [f"{folder}{old}{name} {folder}{new}{name} 301" for old, new in found.items() if new in motions for name in DATA_FILES]
    return ("\n".join(lines) + "\n").encode()
