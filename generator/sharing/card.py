"""What a picture says, before it is drawn: a headline, who filed it, how the case stands, and where the answers stand."""

from __future__ import annotations

import unicodedata
from dataclasses import astuple, dataclass
from typing import Final

from generator.model import Motion, Stance
from generator.pages import words
from generator.pages.context import Context, state_in_words
from generator.pages.motion import tally
from generator.pages.roll import roll_call

_LEGEND: Final[tuple[Stance, ...]] = ("support", "reject", "partly", "considered-answered")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of the roll-call carry a badge: ``shape`` is the badge's sign, ``tone`` its style. 0: only what the sign means."""

    count: int
    word: str
    shape: str
    tone: str


@dataclass(frozen=True, slots=True)
class Card:
    """The words of one picture, in the order they stand; "" and () for what there is nothing to say of."""

    site: str
    owner: str
    headline: str
    byline: str = ""
    sentences: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()

    def values(self) -> tuple[object, ...]:
        """All that the picture depends on beside the program and its fonts."""
        return astuple(self)


def of_site(context: Context) -> Card:
    """The site's own picture: its name, whose it is and its introduction."""
    settings = context.settings
    introduction = (plain(settings.introduction),) if settings.introduction else ()
    name = plain(settings.site_name)
    legend = tuple(Tally(0, badge.word, badge.shape, badge.tone) for badge in (words.STANCES[one] for one in _LEGEND))
    return Card(name, plain(settings.municipality), name, sentences=introduction, tallies=legend)


def of_motion(context: Context, motion: Motion) -> Card:
    """A motion's picture: the words of its page's head, and its roll-call counted by badge."""
    settings = context.settings
    return Card(
        plain(settings.site_name),
        plain(settings.municipality),
        plain(context.headline(motion)),
        plain(context.filed_by(motion)),
        tuple(sentence for sentence in _sentences(plain(state_in_words(context, motion))) if sentence),
        tallies(context, motion),
    )


def tallies(context: Context, motion: Motion) -> tuple[Tally, ...]:
    """What stands over the page's roll-call: its rows by badge. An answer known only by a summary is counted apart, last."""
    rows = roll_call(context, motion)
    made = [Tally(count, badge.word, badge.shape, badge.tone) for badge, _, count in tally(row for row in rows if not row.told)]
    told = sum(row.told for row in rows)
    return (*made, Tally(told, "bara enligt en sammanställning", "●", "none")) if told else tuple(made)


def plain(text: str) -> str:
    """``text`` as one line of signs that are seen: marks joined to their letters, no control or formatting signs."""
    joined = unicodedata.normalize("NFC", text)
    seen = "".join(" " if sign.isspace() else sign for sign in joined if sign.isspace() or unicodedata.category(sign)[0] != "C")
    return " ".join(seen.split())


def _sentences(text: str) -> tuple[str, ...]:
    """``text`` parted where ``words`` sees a sentence end."""
    made: list[str] = []
    rest = text
    while rest:
        first = words.first_sentence(rest, len(rest))
        made.append(first)
        rest = rest[len(first) :].strip()
    return tuple(made)
