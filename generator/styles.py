"""Material's stylesheets without the rules for what the archive's pages do not have: a fifth of the bytes.

Material styles a whole site with a header, a search, a drawer and code blocks of its own; the archive uses its text, its
lists of headings and tabs, its icons and its admonitions. A selector stays if every class it names is one of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

import tinycss2

# The classes of Material's that our templates use, each with what is built on it (md-nav → md-nav__item, md-nav--secondary).
KEPT: Final = ("md-content", "md-ellipsis", "md-grid", "md-icon", "md-nav", "md-tabs", "md-typeset")
# Its admonitions, by the kinds that the pages write.
KINDS: Final = frozenset({"admonition", "admonition-title", "info", "note", "question", "warning"})
_VARIABLE: Final = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED: Final = frozenset({"media", "supports", "layer"})

Token = Any  # tinycss2 has no types
Rule = Any


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
