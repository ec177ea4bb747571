"""The engines of the speed table: where each one's site lies, and how its page is asked and read in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Engine:
    """A search page: its address with a query, its input, what a hit is, and what says that there is none.

    ``typing``: it searches while one types, so that the time begins with the letters and not with Enter.
    """

    name: str
    title: str
    page: str
    input: str
    hit: str
    none: str
    typing: bool = False


OURS: Final = Engine(
    "ours",
    "Motionsarkivet",
    "/sok/?q=",
    "[data-search] input[name=q]",
    "[data-hit] mark",
    "document.querySelector('[data-search-count]')?.textContent.trim() === '0'"
    " && !document.querySelector('[data-search]').hasAttribute('aria-busy')",
)
PAGEFIND: Final = Engine(
    "pagefind", "Pagefind", "/sok/?q=", "#q", "#hits li", "document.getElementById('count')?.textContent === '0'"
)
_MATERIAL_NONE: Final = (
    "document.querySelector('.md-search-result__meta') && !document.querySelector('.md-search-result__item')"
    " && /^(No matching|Inga sökresultat)/.test(document.querySelector('.md-search-result__meta').textContent.trim())"
)
MATERIAL: Final = Engine(
    "material-en",
    "Material, utan val av språk",
    "/?q=",
    "input[data-md-component=search-query]",
    ".md-search-result__item",
    _MATERIAL_NONE,
    typing=True,
)
MATERIAL_SV: Final = Engine(
    "material-sv",
    "Material, svensk stam",
    "/?q=",
    "input[data-md-component=search-query]",
    ".md-search-result__item",
    _MATERIAL_NONE,
    typing=True,
)
ENGINES: Final = (OURS, PAGEFIND, MATERIAL, MATERIAL_SV)
