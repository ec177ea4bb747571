"""What every export does to text: no broken bytes, JSON and CSV that mean the same to every reader."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator import addresses
from generator.model import Settings
from generator.model.publishing import Licence

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_BROKEN: Final = re.compile("[\ud800-\udfff]")  # bytes of a file name that are no UTF-8
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠]")
LICENCE: Final = "licens"  # the last column of every table


def whole(text: str) -> str:
    """``text`` with � for each broken byte, so that it is valid UTF-8."""
    return _BROKEN.sub("\ufffd", text)


def for_xml(text: str) -> str:
    """``text`` on one line without the characters that XML 1.0 cannot hold; not yet escaped."""
    return " ".join(_NOT_XML.sub("\ufffd", whole(text)).split())


def json_bytes(value: Json) -> bytes:
    """JSON in UTF-8, keys sorted, one space of indent, a line feed at the end: the same bytes for the same value."""
    return whole(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n").encode(
        "utf-8"
    )


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table that Excel opens as it is: UTF-8 with BOM, semicolons, CRLF.

    Line breaks in a cell become spaces, None an empty cell, and a text that a spreadsheet would run as a formula gets an
    apostrophe before it (OWASP, CSV Injection), as does a text that already has apostrophes before such a sign. So nothing is
    lost: where apostrophes stand before ``=``, ``+``, ``-`` or ``@``, the text is the cell without the first of them.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def licensed(header: Sequence[str], rows: Iterable[Sequence[object]], settings: Settings) -> bytes:
    """A table as ``csv_bytes`` makes it with a last column that names the licence of the data, empty where none is stated."""
    name = settings.licence.name if settings.licence else None
    return csv_bytes((*header, LICENCE), ((*row, name) for row in rows))


def licence_json(licence: Licence | None) -> Json:
    """A licence as an object, or null where none is stated."""
    return None if licence is None else {"name": licence.name, "url": licence.address or None}


def link(address: str, settings: Settings) -> str:
    """An address with the site's own before it where that is known; else the root-relative address."""
    return addresses.absolute(address, settings.address) if settings.address else address


def _cell(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = " ".join(whole(value).replace("\0", "\ufffd").split())
    return "'" + text if _FORMULA.match(text) else text
