"""Who signed: lines of names over lines of titles, one or two persons on a line.

Two names on a line are paired with two titles only where it can come out one way: as many heads of titles as pairs of
names. Otherwise nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# The head of a title is the word that makes it one. Compounds count: stadsdelsdirektör, enhetschef.
_HEAD = re.compile(
    r"^\w*(?:direktör|chef|sekreterare|ordförande|handläggare|utredare|strateg|samordnare|controller|jurist|ledare|"
    r"ledamot|borgarråd|kommunalråd|stadsjurist|planerare|specialist|utvecklare|arkitekt|ekonom|konsult|inspektör|"
    r"ingenjör|rektor|notarie|ombudsman|vd|bibliotekarie|antikvarie|koordinator|intendent|registrator|sköterska|läkare|pedagog|revisor|kamrer|mästare|justerande|justerare|protokollförare)$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^[A-ZÅÄÖÉÜ][\w’'.-]*$")
_PARTICLES = frozenset({"af", "av", "von", "de", "van", "der", "da", "di", "el", "al"})
_NOT_NAMES = frozenset(
    ["förslag", "sammanfattning", "bakgrund", "ärendet", "motion", "bilaga", "bilagor", "remissvar", "yttrande", "tjänsteutlåtande", "sida", "dnr", "till", "nämnden", "förvaltningen", "kommunstyrelsen", "kommunfullmäktige", "stockholms", "stad", "stockholm", "datum", "befattning", "titel", "underskrift", "namnförtydligande", "namn", "ort"]
)
# Over a name it says that the person prepared or attended, not that they signed.
_CONTACT = re.compile(
    r"^(?:handläggare|beredningsansvarig\w*|kontakt\w*|föredragande|närvarande|deltagande|ledamöter|beslutande|ersättare|"
    r"vår referens|er referens|justerare)\b",
    re.IGNORECASE,
)
_PAIRS = 2  # pairs of a title over a name from which they are signatures; one at the top is a contact
_WORDS_OF_NAME = 4
_LONGEST = 100  # characters of a line of names or titles
_APART = re.compile(r"\s{2,}|\t")
# What a hand or a machine puts around a name: "/Eva Lind/", "Eva Lind (S)", "Digitalt signerat av Eva Lind, kulturchef 2023-04-05".
_EDGES = "/_ \t"
_OF_PARTY = re.compile(r"\s*\((?:[A-ZÅÄÖ]{1,3}|Fi)\)")
_SIGNED_BY = re.compile(r"^(?:(?:digitalt|elektroniskt) )?(?:signera[dt]|underteckna[dt])(?: (?:digitalt|elektroniskt))? av:?\s+", re.IGNORECASE)
_WHEN = re.compile(r",?\s+(?:den )?\d{4}-\d{2}-\d{2}(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$")


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as read: who, with which title (None where none stands), on which line of the block."""

    name: str
    title: str | None
    line: int  # index of the name's line


def signature_lines(texts: Sequence[str], apart: Sequence[bool] = ()) -> frozenset[int]:
    """The indexes in ``texts`` of name lines and of the title lines under them; of lines "Name, title" near the end too.

    ``apart`` says of each line whether a blank one stands before it. Titles that stand over their names count where
    two or more pairs do so: one such pair at the top is a contact.
    """
    claimed: set[int] = set(_titles_first(texts, apart))
    for index in range(len(texts) // 2, len(texts)):
        if _one_line(texts[index]) and not (index and _CONTACT.match(texts[index - 1])):
            claimed.add(index)
    for index in range(len(texts) - 1):
        if index not in claimed and index + 1 not in claimed and is_names(texts[index]) and is_titles(texts[index + 1]):
            claimed |= {index, index + 1}
    return frozenset(claimed)


def read_signatures(texts: Sequence[str]) -> tuple[tuple[Signed, ...], bool]:
    """The signatures in pairs of lines (names, titles), and whether every pair could be read."""
    made: list[Signed] = []
    whole = True
    index = 0
    while index < len(texts):
        alone = _one_line(texts[index])
        if alone:
            made.append(Signed(*alone, index))
            index += 1
            continue
        if index + 1 >= len(texts):
            whole = False  # a line of names without titles, or the other way about
            break
        turned = is_titles(texts[index]) and not is_titles(texts[index + 1]) and is_names(texts[index + 1])
        names, titles = (index + 1, index) if turned else (index, index + 1)
        pair = _paired(texts[names], texts[titles])
        if pair is None:
            whole = False
        else:
            made.extend(Signed(name, title, names) for name, title in pair)
        index += 2
    return tuple(made), whole


def _titles_first(texts: Sequence[str], apart: Sequence[bool]) -> list[int]:
    """The indexes of two or more pairs in a row of a title and, on the line right under it, a name."""
    claimed: list[int] = _alternating(texts)
    run: list[int] = []
    index = 0
    while index < len(texts):
        pair = (
            index + 1 < len(texts)
            and is_titles(texts[index])
            and is_names(texts[index + 1])
            and not is_titles(texts[index + 1])
            and not (apart and apart[index + 1])
            and not (index + 2 < len(texts) and is_titles(texts[index + 2]) and apart and not apart[index + 2])
        )
        if pair:
            run += [index, index + 1]
            index += 2
            continue
        claimed += run if len(run) > 2 else []
        run = []
        index += 1
    return claimed + (run if len(run) > 2 else [])


def _alternating(texts: Sequence[str]) -> list[int]:
    """The indexes of lines that alternate, a title first and a name last: read from the other end they would leave both over."""
    claimed: list[int] = []
    index = 0
    while index < len(texts):
        end = index
        while end + 1 < len(texts) and is_titles(texts[end]) and not is_names(texts[end]) and is_names(texts[end + 1]) and not is_titles(texts[end + 1]):
            end += 2
        led = index and is_names(texts[index - 1])
        if end - index >= 2 * _PAIRS and not led and not (end < len(texts) and is_titles(texts[end])):
            claimed.extend(range(index, end))
        index = max(end, index + 1)
    return claimed


def _one_line(text: str) -> tuple[str, str] | None:
    """ "Hans Ribbing, ordförande" → name and title; None for any other line, and for one that gives a party, as lists of members do."""
    name, comma, title = _WHEN.sub("", _SIGNED_BY.sub("", text.strip(_EDGES))).partition(", ")
    named = comma and is_names(name) and not _OF_PARTY.search(name) and len(name.split()) <= _WORDS_OF_NAME
    if named and "," not in title and is_titles(title) and (title[0].islower() or len(title.split()) == 1):
        return name, title
    return None


def is_names(text: str) -> bool:
    """Whether a line holds nothing but one to four names of persons, which may have their parties after them."""
    text = _OF_PARTY.sub("", text.strip(_EDGES))
    words = text.split()
    if not 2 <= len(words) <= 10 or len(text) > _LONGEST or any(char.isdigit() for char in text):
        return False
    if any(word.lower() in _NOT_NAMES or _HEAD.match(word) for word in words):
        return False
    return all(_NAME_WORD.match(word) or word in _PARTICLES for word in words) and not words[-1].endswith(".")


def is_titles(text: str) -> bool:
    """Whether a line holds one or more titles and nothing that looks like a sentence."""
    words = text.split()
    if not words or len(text) > _LONGEST or text.rstrip().endswith((".", ":", ";")):
        return False
    heads = sum(bool(_HEAD.match(word.strip(","))) for word in words)
    return heads >= 1 and len(words) <= 4 * heads + 2


def _paired(names: str, titles: str) -> list[tuple[str, str]] | None:
    names = _OF_PARTY.sub("", names.strip(_EDGES))
    columns = [part for part in _APART.split(names) if part]
    title_columns = [part for part in _APART.split(titles.strip()) if part]
    if len(columns) > 1 and len(columns) == len(title_columns):
        return list(zip(columns, title_columns, strict=True))
    split = _split_titles(titles.split())
    words = names.split()
    if len(split) == 1:
        # Four words may as well be two persons whose titles hold one known head.
        one = len(words) <= 3 or (len(words) == 4 and any(word in _PARTICLES for word in words))
        return [(" ".join(words), split[0])] if one else None
    if len(words) != 2 * len(split) or any(word in _PARTICLES for word in words):
        return None
    pairs = [f"{words[at]} {words[at + 1]}" for at in range(0, len(words), 2)]
    return list(zip(pairs, split, strict=True))


def _split_titles(words: list[str]) -> list[str]:
    """Titles of one head each: a word in lower case before a head belongs to it, one in upper case after it too."""
    titles: list[list[str]] = [[]]
    has_head = False
    for word in words:
        head = bool(_HEAD.match(word.strip(",")))
        if has_head and (head or word[0].islower()):
            titles.append([])
            has_head = False
        titles[-1].append(word)
        has_head = has_head or head
    if not has_head and len(titles) > 1:
        # Words after the last head in lower case, as in "chef för stab": they belong to the title before.
        rest = titles.pop()
        titles[-1].extend(rest)
    return [" ".join(title) for title in titles if title]
