"""Letters that only a symbol font makes signs of: what a reader sees, as Unicode.

Word writes them as codes of the font, often lifted to the private area (F000–F0FF). The tables hold the codes of Adobe's
Symbol and Microsoft's Wingdings that letters and forms have; any other sign becomes "�", which says that a sign stood here.
"""

from __future__ import annotations

UNKNOWN = "�"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{ord("A") + index: sign for index, sign in enumerate(_GREEK)},
    **{ord("a") + index: sign for index, sign in enumerate(_SMALL)},
    **{code: chr(code) for code in (*range(0x20, 0x22), 0x23, *range(0x25, 0x27), *range(0x28, 0x2A), *range(0x2B, 0x2D), *range(0x2E, 0x40))},
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x5B: "[", 0x5D: "]", 0x7B: "{", 0x7C: "|", 0x7D: "}",
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC6: "∅", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_NO_LETTERS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapf dingbats")


def sign(font: str | None, code: int) -> str:
    """The sign that ``code`` (0..255, or lifted to F000–F0FF) is in ``font``; "�" where that is not known."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = (font or "").lower().strip()
    if name in _FONTS:
        return _FONTS[name].get(low, UNKNOWN)
    if name in _NO_LETTERS or 0xE000 <= code <= 0xF8FF:
        return UNKNOWN
    return chr(code) if 0x20 <= code < 0xD800 else UNKNOWN


def written(font: str | None, text: str) -> str:
    """``text`` as it looks in ``font``: unchanged in a font of letters, but for codes of the private area."""
    name = (font or "").lower().strip()
    if name in _NO_LETTERS:
        return "".join(char if char.isspace() else sign(name, ord(char)) for char in text)
    if text.isascii() or not any("\uf000" <= char <= "\uf0ff" for char in text):
        return text
    # Word lifts the codes of whatever symbol font stood there; without its name only the bullet is sure.
    return "".join(("•" if char == "\uf0b7" else UNKNOWN) if "\uf000" <= char <= "\uf0ff" else char for char in text)
