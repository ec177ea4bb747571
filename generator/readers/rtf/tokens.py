"""RTF → tokens, and the tables that tell what its bytes mean (RTF Specification 1.9.1).

The tokens come one after another, never nested: groups are for the reader to count, so that no depth of braces can exhaust a stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"(?P<text>[^\\{}\r\n\x00]+)|(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)|[\r\n\x00]+|\\",
    re.DOTALL,
)
_BINARY = b"bin"

# Charset of a font → encoding (the specification's \fcharset table).
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL = "symbol"  # \fcharset2: a font of signs, whose bytes are no letters
_SYMBOLS = {0xB7: "•", 0xA7: "•", 0x6F: "•", 0xA8: "•", 0xD8: "•", 0x2D: "–", 0x20: " "}

# Control words that stand for one character.
SIGNS = {
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "qmspace": " ", "tab": "\t", "line": "\n", "lbr": "\n",
}  # fmt: skip
# Control symbols: a backslash and a sign.
SYMBOLS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``word`` is a control word; ``data`` the bytes of text, of a brace or of a sign; ``size`` of binary data."""

    kind: Literal["text", "open", "close", "word", "byte", "sign", "binary"]
    word: str = ""
    number: int | None = None
    data: bytes = b""
    size: int = 0


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file from its first brace; binary data is stepped over, line ends mean nothing."""
    at = data.find(b"{")
    while 0 <= at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            return
        at = match.end()
        if (text := match["text"]) is not None:
            yield Token("text", data=text)
        elif (brace := match["brace"]) is not None:
            yield Token("open" if brace == b"{" else "close")
        elif (word := match["word"]) is not None:
            number = int(match["number"]) if match["number"] is not None else None
            if word == _BINARY:
                size = max(0, min(number or 0, len(data) - at))
                at += size
                yield Token("binary", size=size)
            else:
                yield Token("word", word.decode("ascii"), number)
        elif (digits := match["hex"]) is not None:
            yield Token("byte", data=bytes([int(digits, 16)]))
        elif (sign := match["sign"]) is not None:
            yield Token("word", "par") if sign in b"\r\n" else Token("sign", data=sign)


def meant(data: bytes, encoding: str) -> str:
    """The text that bytes mean in an encoding; a byte that means nothing there becomes �, so that it is seen."""
    if encoding == SYMBOL:
        return "".join(_SYMBOLS.get(byte, "�") for byte in data)
    return data.decode(encoding, "replace")


def codepage(number: int) -> str:
    """The encoding of a code page's number; Windows-1252 for one that is not known."""
    name = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 1361: "johab"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
