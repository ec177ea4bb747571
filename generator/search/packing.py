"""Numbers as short text, the order of words, and names by content: how the index is written down.

A number is written in the signs that JSON takes as they are, but for the space: 80 end a number and stand for 0 … 79 by
themselves, 12 are followed by more. Numbers below 80, of which an index is full, so take one byte, numbers below 1,040 two,
and none needs a separator. The rule: the signs of a number, each times one more power of 12, add up to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')  # 92 of them
ENDING = 80  # the signs that end a number: with 80, places and documents of a large archive take least
DIGEST = 10  # hex digits of a file's name: 40 bits, enough for some tens of thousands of files
_MORE = len(SIGNS) - ENDING
_VALUES = {sign: value for value, sign in enumerate(SIGNS)}


def packed_number(number: int) -> str:
    """One number, zero or more, as text; ValueError for a negative one."""
    if number < 0:
        message = "a negative number cannot be packed"
        raise ValueError(message)
    made = ""
    while number >= ENDING:
        value = ENDING + (number - ENDING) % _MORE
        made += SIGNS[value]
        number = (number - value) // _MORE
    return made + SIGNS[number]


PACKED = tuple(packed_number(number) for number in range(4096))  # nearly all numbers of an index, made once


def packed(numbers: Iterable[int]) -> str:
    """Numbers as one text; "" for none, ValueError for a negative one."""
    return "".join(PACKED[number] if 0 <= number < len(PACKED) else packed_number(number) for number in numbers)


def unpacked(text: str) -> list[int]:
    """The numbers in a text that ``packed`` made; KeyError for a sign outside the alphabet."""
    made: list[int] = []
    number, power = 0, 1
    for sign in text:
        value = _VALUES[sign]
        number += value * power
        if value >= ENDING:
            power *= _MORE
        else:
            made.append(number)
            number, power = 0, 1
    return made


def rising(gaps: Iterable[int]) -> list[int]:
    """Rising numbers from what was passed over before each: [0, 0, 3] → [0, 1, 5]."""
    made: list[int] = []
    last = -1
    for gap in gaps:
        last += gap + 1
        made.append(last)
    return made


def in_code_units(text: str) -> bytes:
    """A sort key that orders texts as JavaScript does: by UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def trimmed(members: Sequence[object]) -> list[object]:
    """A list without the empty members ("", 0, [] …) at its end."""
    end = len(members)
    while end and not members[end - 1]:
        end -= 1
    return list(members[:end])


def encoded(value: object, *, keep_order: bool = False) -> bytes:
    """A value as compact JSON in UTF-8, keys sorted or in their own order: the same bytes for the same value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=not keep_order, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def digest(data: bytes) -> str:
    """The first hex digits of the SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()[:DIGEST]
