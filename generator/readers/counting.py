"""The visible labels of lists: "3.", "c)", "iv." and the bullet, as the document shows them."""

from __future__ import annotations

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_END = 4000  # above this the letters repeat without end, and programs write digits
_LETTERED_END = 26 * 20


def counted(number: int, kind: str) -> str:
    """``number`` written as ``kind``: "1" digits, "a" or "A" letters (aa after z), "i" or "I" Roman; digits where it has no such form."""
    if kind in {"i", "I"} and 0 < number < _ROMAN_END:
        written = ""
        for value, letters in _ROMAN:
            times, number = divmod(number, value)
            written += letters * times
        return written if kind == "i" else written.upper()
    if kind in {"a", "A"} and 0 < number <= _LETTERED_END:
        turns, place = divmod(number - 1, 26)
        written = chr(ord("a") + place) * (turns + 1)
        return written if kind == "a" else written.upper()
    return str(number)


def label_of(written: str) -> str:
    """A label as it goes before an item's text: numbers and letters with their marks stay, any other glyph is a bullet.

    A lone "o" or "§" is a bullet too: that is how Word writes one in another font. "" stays "".
    """
    bare = " ".join(written.split())
    if not bare:
        return ""
    return BULLET if bare in {"o", "§"} or not any(char.isalnum() for char in bare) or _private(bare) else bare


def _private(text: str) -> bool:
    """Whether the glyph comes from a symbol font, whose characters have no meaning of their own."""
    return len(text) == 1 and "\ue000" <= text <= "\uf8ff"
