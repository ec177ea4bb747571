"""The stylesheets of a site: few files that nothing waits for in a row, and of Material's only what the archive's pages use.

Material styles a whole site with a header, a search, a drawer and code blocks of its own; the archive uses its text, its
lists of headings and tabs, its icons and its admonitions. A selector stays if every class it names is one of those: a fifth of the bytes.

A page asks for two stylesheets at once and paints when both are there: the base, which every page has and a browser keeps,
and the one of its kind. What is for paper is a third, which no screen waits for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

import tinycss2

# The classes of Material's that our templates use, each with what is built on it (md-nav → md-nav__item, md-nav--secondary).
KEPT: Final = ("md-content", "md-ellipsis", "md-grid", "md-icon", "md-nav", "md-tabs", "md-typeset")
# Its admonitions, by the kinds that the pages write.
KINDS: Final = frozenset({"admonition", "admonition-title", "info", "note", "question", "warning"})
# The archive's own stylesheets (site_config/theme/assets/stylesheets) by the kind of page that wants them, beside BASE and PAPER.
FOLDER: Final = "assets/stylesheets"
BASE: Final = "arkiv"
PAPER: Final = "utskrift"
_PAGES: Final = ("sidor", "tabeller", "listor")
_PICTURED: Final = (*_PAGES, "bilder")
# Few, so that most of the pages a reader goes between share theirs.
SHEETS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("", "start", "motion", "response", "comparison", "sources", "list", "matrix"), _PAGES),
    **dict.fromkeys(("body", "term", "person", "overview"), _PICTURED),
    "search": ("sok",),
}
_VARIABLE: Final = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED: Final = frozenset({"media", "supports", "layer"})

Token = Any  # tinycss2 has no types
Rule = Any


def sheet_addresses() -> dict[str, str]:
    """Where the stylesheet of each kind of page lies in the site, and under "base" and "paper" those that every page has."""
    kinds = {kind: f"{FOLDER}/stil-{'-'.join(parts)}.css" for kind, parts in SHEETS.items()}
    return {"base": f"{FOLDER}/stil.css", "paper": f"{FOLDER}/stil-papper.css", **kinds}


def put_together(material: Sequence[str], own: Mapping[str, str]) -> dict[str, str]:
    """Every stylesheet of a site by its address.

    ``material`` are Material's stylesheets in their order, which go in a cascade layer below the archive's ``own`` (text by name,
    ``{"arkiv": …}``): what those say always holds. A name that is missing from ``own`` is left out.
    """
    plain = {name: without_comments(text) for name, text in own.items()}
    below = "".join(
        trimmed(one, [*(other for other in material if other is not one), *plain.values()]) for one in material
    ).replace('@charset "UTF-8";', "")
    at = sheet_addresses()
    made = {at["base"]: f"@layer material{{{below}}}\n{plain.get(BASE, '')}", at["paper"]: plain.get(PAPER, "")}
    made.update({at[kind]: "".join(plain.get(name, "") for name in names) for kind, names in SHEETS.items()})
    return made


def without_comments(css: str) -> str:
    """``css`` without its comments and the blank lines and indents around them."""
    text = tinycss2.serialize(tinycss2.parse_component_value_list(css, skip_comments=True))
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def keeps(name: str) -> bool:
    """Whether rules for the class ``name`` are kept."""
    return name in KINDS or any(name == kept or name.startswith((f"{kept}__", f"{kept}--")) for kept in KEPT)


def trimmed(css: str, others: Sequence[str] = ()) -> str:
    """``css`` without rules for classes that are not kept, and without variables that nothing uses.

    ``others`` are stylesheets read beside it, which may use its variables. What cannot be parsed is left out, as a
    browser would.
    """
    rules = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    made, before = "".join(text for _, text in rules), ""
    # A variable may use another: what nothing uses goes first, then what only that used.
    while made != before:
        used = {name for text in (made, *others) for name in _VARIABLE.findall(text)}
        made, before = "".join(_without_unused(rule, text, used) for rule, text in rules), made
    return made


def _kept(rules: Sequence[Rule]) -> Iterator[tuple[Rule, str]]:
    """The rules that stay, each with its text."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            text = "".join(text for _, text in _kept(inner))
            if text:
                yield rule, f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}"
        elif rule.type == "at-rule":
            yield rule, rule.serialize()
        elif rule.type == "qualified-rule":
            selectors = [one for one in _selectors(rule.prelude) if all(map(keeps, _classes(one)))]
            if selectors:
                prelude = ",".join(tinycss2.serialize(one).strip() for one in selectors)
                yield rule, f"{prelude}{{{tinycss2.serialize(rule.content)}}}"


def _selectors(prelude: Sequence[Token]) -> Iterator[list[Token]]:
    """The selectors of a rule, parted at their commas."""
    for comma, group in groupby(prelude, key=lambda one: one == ","):
        if not comma:
            yield list(group)


def _classes(selector: Sequence[Token]) -> Iterator[str]:
    """The classes a selector asks for. Those inside :not(), :is() and the like ask for nothing by themselves."""
    for before, after in pairwise(selector):
        if before == "." and after.type == "ident":
            yield after.value


def _without_unused(rule: Rule, text: str, used: set[str]) -> str:
    """A rule's text without the variables that are not ``used``; other declarations stay."""
    if rule.type != "qualified-rule" or "--" not in text:
        return text
    stay = [
        one
        for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
        if one.type != "declaration" or not one.name.startswith("--") or one.name in used
    ]
    return f"{text[: text.index('{')]}{{{';'.join(one.serialize().rstrip(';') for one in stay)}}}" if stay else ""
