"""Templates to pages: one Jinja environment in which everything that is printed goes through ``escape``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape as html_escape
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator import addresses, findings
from generator.model import Page, Passage
from generator.pages import crumbs, flow, marked, words
from generator.pages import linked as linked_data
from generator.pages.context import Context
from generator.pages.escape import escape

_LABEL: Final = re.compile(r"[•◦▪‣·–*-]|(?:\d{1,3}|[a-zåäö]|[ivx]{1,5})[.)]\s|\(?(?:\d{1,3}|[a-zåäö])\)\s")
_BLANKS: Final = re.compile(r"\n{3,}")
_SAFE_ADDRESS: Final = re.compile(r"[A-Za-z0-9/._~#?=&%+-]*")


def render(
    template: str,
    address: str,
    context: Context,
    title: str,
    description: str = "",
    *,
    linked: Mapping[str, object] | None = None,
    image: str = "",
    **values: object,
) -> Page:
    """The page at ``address``, made from ``template`` with ``values``.

    ``title`` and ``description`` go to its front matter, escaped; ``linked`` is what the page is about as JSON-LD (left out:
    what ``linked.py`` makes of the address), ``image`` the address of a picture for those who share it. UndefinedError if
    the template wants another value.
    """
    text = (
        _environment()
        .get_template(f"{template}.md.jinja")
        .render(
            page=address,
            c=context,
            title=title,
            description=description,
            linked=_data_block(linked or linked_data.about(context, address, title, description)),
            own_feed=crumbs.feed_of(context, address).lstrip("/"),
            image=image.lstrip("/"),
            rel=linker(address),
            **values,
        )
    )
    return Page(addresses.page_file(address), _BLANKS.sub("\n\n", text).strip("\n") + "\n")


def _data_block(value: Mapping[str, object]) -> Markup:
    """``value`` as JSON that can stand in a YAML scalar in single quotes and then in a <script>: no markup, no quote that ends either."""
    made = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=False)
    for sign in "<>&'":
        made = made.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(made)  # noqa: S704 - what could mean something is written by its number


def linker(page: str) -> Callable[[str], Markup]:
    """A function that turns an address of the archive into a safe relative link on ``page``."""

    def rel(target: str) -> Markup:
        made = addresses.relative(target, page)
        if not _SAFE_ADDRESS.fullmatch(made):
            raise ValueError(f"not an address of the archive: {target!r}")
        return Markup(html_escape(made, quote=True))  # noqa: S704 - held against the letters of an address

    return rel


def grouped_passages(passages: tuple[Passage, ...]) -> list[list[Passage]]:
    """Passages in order, list items that follow each other together: a group of items is a list."""
    groups: list[list[Passage]] = []
    for passage in passages:
        if groups and passage.style == "item" == groups[-1][-1].style:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return groups


def has_own_mark(passage: Passage) -> bool:
    """Whether a list item's text brings its own bullet, number or letter, so that the page must not add one."""
    return _LABEL.match(passage.text) is not None


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        finalize=escape,  # runs before Jinja's own escaping, which then finds markup and leaves it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals.update(
        a=addresses,
        flow=flow,
        words=words,
        passage_text=marked.text,
        passage_rows=marked.rows,
        grouped_passages=grouped_passages,
        has_own_mark=has_own_mark,
        shown=findings.shown,
    )
    return made
