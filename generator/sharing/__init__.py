"""The pictures shown where somebody shares a link, and the site's icons: drawn when the site is built, the same everywhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from generator import addresses
from generator.model import Archive, DataFile, Settings
from generator.pages import context
from generator.sharing.card import Card, of_motion, of_site
from generator.sharing.drawing import Pen
from generator.sharing.icons import icon_files

# Source Serif Pro has the letters that names in Sweden are written with; its licence (OFL 1.1) lets anyone use it.
FONT_PACKAGE: Final = "font_source_serif_pro"
FONT_FILES: Final = (("files", "SourceSerifPro-Regular.otf"), ("files", "SourceSerifPro-Semibold.otf"))


@dataclass(frozen=True, slots=True)
class Fonts:
    """The bytes of the two fonts that the pictures are written in."""

    regular: bytes
    strong: bytes


class Cache(Protocol):
    """What earlier builds have drawn, by key."""

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, None if nothing was."""

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``."""

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop what is under other keys."""


def pictures(archive: Archive, settings: Settings, fonts: Fonts, cache: Cache | None = None) -> tuple[DataFile, ...]:
    """The site's own picture, one for each motion, and the icons; a picture that ``cache`` has is not drawn again.

    The pictures say nothing that the pages do not: they are made of the same values by the same functions.
    """
    looked_up = context.of(archive, settings, ())
    cards = [(addresses.SHARE_IMAGE, of_site(looked_up))]
    cards += [(addresses.share_image(motion.id), of_motion(looked_up, motion)) for motion in archive.motions]
    drawn = tuple(_drawn(cards, Pen(fonts.regular, fonts.strong), cache))
    return (*drawn, *icon_files(settings))


def _drawn(cards: Iterable[tuple[str, Card]], pen: Pen, cache: Cache | None) -> Iterator[DataFile]:
    """The picture of each card at its address."""
    used = set()
    for address, card in cards:
        key = hashlib.sha256(json.dumps(card.values(), ensure_ascii=True).encode()).hexdigest()
        data = cache.get(key) if cache else None
        if data is None:
            data = pen.picture(card)
            if cache:
                cache.put(key, data)
        used.add(key)
        yield DataFile(address.lstrip("/"), data)
    if cache:
        cache.keep_only(used)
