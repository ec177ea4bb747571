"""A whole ``site.yml`` that tests take parts out of, or change."""

from __future__ import annotations

import re

SITE = """namn: Ekviks arkiv
adress: https://arkivet.ekvik.example/
kontakt: registrator@ekvik.example
licens: CC0 1.0
personuppgiftsansvarig: Kommunstyrelsen
dataskyddsombud: ombud@ekvik.example
tillgänglighet:
  aktör: Ekviks kommun
  tjänst: Ekviks arkiv
  förenlighet: delvis
  bedömd: 2026-02-28
  metod: Egen kontroll.
  uppdaterad: 2026-03-01
  brister:
    - vad: Originalen saknar rubriker.
      skäl: Andra har gjort dem.
      kriterium: 1.3.1
  undantag: [Kartor.]
  oskälig börda: inga
  kontakt: [telefon 031-390 06 05, registrator@ekvik.example]
"""


def without(key: str) -> str:
    """``SITE`` without a key and what stands under it; of two keys with one name, that of the statement."""
    for indent in ("  ", ""):
        made, count = re.subn(rf"^{indent}{key}:.*\n(?:{indent} +.*\n)*", "", SITE, flags=re.MULTILINE)
        if count:
            return made
    raise ValueError(key)


def changed(key: str, value: str) -> str:
    """``SITE`` with another value for a key of the statement, or of the site where that has no such part."""
    for indent in ("  ", ""):
        made, count = re.subn(rf"^{indent}{key}:.*\n(?:{indent} +.*\n)*", f"{indent}{key}: {value}\n", SITE, flags=re.MULTILINE)
        if count == 1:
            return made
    return SITE + f"{key}: {value}\n"
