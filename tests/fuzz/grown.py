"""Bytes → well-formed markup, glyphs and rules, so that a fuzzer's every input gets past the libraries into our own code."""

from __future__ import annotations

from collections.abc import Sequence

from generator.readers.pdf.glyphs import Face, Glyph
from generator.readers.pdf.objects import Rule

TEXTS = (
    "isbana", " ", "Nämnden ", "-", "1.", "(a) ", "\u00ad", "\u200b", "¹", "A\u030a", "ﬁ", "\u202e", "\u2028", "•", "\n", "\t", "KS 2021/45",
    ".", "\ue000", "\U0001f6d1", "  ", "\x85", "\ufeff",
)  # fmt: skip
VALUES = (
    "0", "1", "2", "-1", "9", "99999999999", "", "x", "true", "false", "none", "single", "1.5", "A", "B", "L", "page", "PAGE", "decimal",
    "bullet", "0.5cm", "-3in", "1e400", "nan", "#ffffff", "FFFFFF", "auto", "٣", "%1.", "%1.%9", "superscript", "restart", "continue",
)  # fmt: skip
_DEEPEST = 100


def markup(data: bytes, tags: Sequence[str], *, escaped: bool = True) -> str:
    """Elements, closings and texts, as each byte says; "%" in a tag becomes a value that the next byte chooses."""
    made: list[str] = []
    open_tags: list[str] = []
    stream = iter(data)
    for byte in stream:
        if byte < 48 and open_tags:
            made.append(f"</{open_tags.pop()}>")
        elif byte < 96 or len(open_tags) >= _DEEPEST:
            text = TEXTS[byte % len(TEXTS)]
            made.append(text if not escaped else text.replace("&", "&amp;").replace("<", "&lt;"))
        else:
            tag = tags[byte % len(tags)]
            while "%" in tag:
                tag = tag.replace("%", VALUES[next(stream, 0) % len(VALUES)].replace("%", "\x00"), 1)
            made.append(f"<{tag.replace(chr(0), '%')}>")
            open_tags.append(tag.split()[0])
    made += [f"</{tag}>" for tag in reversed(open_tags)]
    return "".join(made)


_LETTERS = "aNä 1.-–•¨˚¹(§\ue000\uf0b7\u00adfi%½"
_SIZES = (11.0, 11.0, 11.0, 9.0, 6.5, 14.0, 2.5, 1000.0, 90_000.0)  # what is smaller is told apart as hidden before
_TURNS = (0, 0, 0, 0, 90, 180, 270, -1)
_STEPS = (0.0, 5.5, 6.0, 11.0, 40.0, 200.0, -6.0, 0.05, 900_000.0, -900_000.0)


def glyphs(data: bytes) -> tuple[Glyph, ...]:
    """Glyphs one after another: three bytes choose the letter, the way to it, and its face."""
    made: list[Glyph] = []
    x = base = 100.0
    for at in range(0, len(data) - 2, 3):
        letter, step, look = data[at : at + 3]
        size = _SIZES[look % len(_SIZES)]
        x = max(-1e6, min(1e6, x + _STEPS[step % len(_STEPS)]))
        if step >= 224:
            x = 70.0 + (step - 224) * 16
            base = max(-1e6, min(1e6, base + _STEPS[look % len(_STEPS)] * 1.3))
        face = Face("F", size, look >= 128, _TURNS[look % len(_TURNS)], (0, 0, 0, 255), drawn=True, stroked=False)
        text = _LETTERS[letter % len(_LETTERS)]
        made.append(
            Glyph(text, face, size, x, base - size * 0.7, x + size / 2, base, x, x + size / 2, base, letter < 250)
        )
    return tuple(made)


def rules(data: bytes) -> tuple[Rule, ...]:
    """Rules, four bytes each: which way it runs, where, from where and to where."""
    return tuple(
        Rule(data[at] < 128, data[at + 1] * 3.0, data[at + 2] * 3.0, data[at + 2] * 3.0 + data[at + 3] * 2.0)
        for at in range(0, min(len(data) - 3, 400), 4)
    )
