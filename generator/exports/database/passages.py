"""The passages as rows, with what each can be found by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator import addresses
from generator.compare.terms import term_index
from generator.exports.clean import link
from generator.exports.database.cells import Keys, Row, among, place
from generator.model import Archive, Motion, Response, Section, Settings

_WORD: Final = re.compile(r"[^\W_]+")


def passages(archive: Archive, motions: Sequence[Motion], responses: Sequence[Response], keys: Keys, settings: Settings) -> Iterator[Row]:
    """All passages, document by document. Those of an answer that is only told of stand in the paper that tells of it."""
    base = _base_forms(archive)
    statement = enclosure = 0
    for motion in motions:
        yield from _of_sections(motion.sections, (motion.id, None, None, None), addresses.motion(motion.id), base.get(motion.id, {}), settings)
        for one in motion.statements:
            statement += 1
            if one.id:
                yield from _of_sections(one.sections, (motion.id, None, statement, None), addresses.statement(one.id), {}, settings)
        for held in motion.enclosures:
            enclosure += 1
            yield from _of_sections(held.sections, (motion.id, None, None, enclosure), addresses.statement(held.id), {}, settings)
    for response in responses:
        if not response.told:
            owner: Row = (among(response.motion, keys.motions), response.id, None, None)
            yield from _of_sections(response.sections, owner, addresses.response(response.id), base.get(response.id, {}), settings)


def _of_sections(sections: Iterable[Section], owner: Row, page: str, base: Mapping[str, Sequence[str]], settings: Settings) -> Iterator[Row]:
    for section in sections:
        for one in section.passages:
            here = {word.lower() for word in _WORD.findall(one.text)}
            keys = " ".join(sorted({key for key in base.get(one.id, ()) if key not in here}))
            restored = sum(mark.by == "restoration" for mark in one.restored)
            yield (
                *owner,
                section.kind,
                section.heading or None,
                one.text,
                keys or None,
                one.style,
                int(one.struck),
                restored,
                *place(one.place),
                link(f"{page}#{one.id}", settings),
            )


def _base_forms(archive: Archive) -> dict[str, dict[str, list[str]]]:
    """What each passage can be found by beside its own words: owner → anchor → base forms, as the pages of words count them."""
    index = term_index(archive)
    made: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    lists: list[list[str]] = []
    for text in index.texts:
        lists.append(made[text.owner].setdefault(text.passage.id, []))
    for key, numbers in index.postings.items():
        for number in numbers:
            lists[number].append(key)
    return made
