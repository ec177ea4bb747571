"""Markdown, read as markdown-it-py's tokens: what is markup is taken off, what is text stays on its own line.

Only what a registrar's Markdown has is understood: headings, paragraphs, lists, quotes, struck-out words and front matter.
Links give their text and where they lead, HTML and code are text. A fence that nobody closed is text as well, since it would otherwise swallow
the rest of the document.
"""

from __future__ import annotations

import re
from dataclasses import replace

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from generator.findings import found
from generator.model import Document, Finding, Line, LineStyle
from generator.readers.text import one_line
from generator.yamltree import Refused, compose

_ENDINGS = (".md", ".markdown")
# What a text must have to be taken for Markdown without being named so: a heading below the first level or as the first line, a
# struck-out line, or front matter. A lone "# …" further down is as likely a remark.
_SIGNS = re.compile(r"^#{2,6} \S|\A\s*# \S|^ {0,3}~~[^~\n]+~~|\A---\n(?:.*\n)*?---\s*$", re.MULTILINE)
# In such a text stars, brackets and angles are kept as they are: they may be no markup at all.
_ONLY_NAMED = ("emphasis", "link", "image", "backticks", "autolink", "html_inline", "escape")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_FRONT_LIMIT = 20_000  # characters of front matter; more than that is not a handful of facts
_FENCE_TRIES = 20  # unclosed fences taken as text one by one before fences are not looked for at all


def fits(file: str, text: str) -> bool:
    """By the file's ending, or by a heading, a struck-out line or front matter in the text."""
    return file.lower().endswith(_ENDINGS) or bool(_SIGNS.search(text))


def read(file: str, sha256: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
    """The lines of ``text`` with markup taken off and their style set; front matter comes as ``meta`` lines."""
    source = text.split("\n")
    tokens = _tokens(source, named=file.lower().endswith(_ENDINGS))
    made: dict[int, Line] = {}
    findings: tuple[Finding, ...] = ()
    style: LineStyle = "text"
    level, listed = 0, 0
    for token in tokens:
        if token.type == "front_matter" and token.map:
            meta, findings = _front_matter(file, token.content, token.map[0] + 2)
            made.update((line.number, line) for line in meta)
        elif token.type == "heading_open":
            style, level = "heading", int(token.tag[1:])
        elif token.type == "heading_close":
            style, level = "text", 0
        elif token.type == "list_item_open":
            listed = 1
        elif token.type == "inline" and token.map:
            for line in _inline(token, style, level, item=listed > 0):
                made[line.number] = line
            listed = 0
        elif token.type in {"fence", "code_block", "html_block"} and token.map:
            for index in range(*token.map):
                if not (token.type == "fence" and _FENCE.match(source[index])):
                    made[index + 1] = Line(index + 1, source[index])
    for number, written in enumerate(source, 1):
        if number not in made:
            # What no token speaks of is blank, or a mark that draws a line: kept, and accounted for as such.
            mark = bool(written.strip()) and not any(char.isalnum() for char in written)
            made[number] = Line(number, written, style="rule" if mark else "text")
    # Character references and quoted values may stand for what no line holds: a line break, a mark that turns the text.
    lines = tuple(replace(made[number], text=one_line(made[number].text)) for number in sorted(made))
    return Document(file, sha256, "text/markdown", lines, size=len(text.encode("utf-8", "replace"))), findings


def _tokens(source: list[str], *, named: bool) -> list[Token]:
    """The block tokens of the text, where an unclosed fence is a line of its own kind and opens nothing."""
    # An entity such as &shy; is kept as it is written: it would become a character that nobody sees.
    parser = MarkdownIt("commonmark").enable("strikethrough").disable("entity").use(front_matter_plugin)
    if not named:
        parser.disable(_ONLY_NAMED)
    lines = list(source)
    for _ in range(_FENCE_TRIES):
        tokens = parser.parse("\n".join(lines))
        unclosed = [token.map[0] for token in tokens if token.type == "fence" and token.map and not _closed(token, lines)]
        if not unclosed:
            return tokens
        for index in unclosed:
            lines[index] = ""  # the line keeps its number and becomes a "rule" in the result
    return parser.disable("fence").parse("\n".join(lines))


def _closed(token: Token, lines: list[str]) -> bool:
    assert token.map is not None
    last = min(token.map[1], len(lines)) - 1
    found_mark = _FENCE.match(lines[last].lstrip(" >"))
    return last > token.map[0] and bool(found_mark) and lines[last].strip(" >`~") == ""


def _inline(token: Token, style: LineStyle, level: int, *, item: bool) -> list[Line]:
    """The lines of a paragraph, heading or list item, markup off; a line is struck if all its words are."""
    assert token.map is not None
    number = token.map[0] + 1
    texts: list[list[tuple[str, bool]]] = [[]]
    struck, target = 0, ""
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            texts.append([])
        elif child.type == "link_open":
            target = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            written = "".join(text for text, _ in texts[-1])
            if target and target not in written and target.removeprefix("mailto:") not in written:
                texts[-1].append((f" ({target})", struck > 0))
        elif child.type == "s_open":
            struck += 1
        elif child.type == "s_close":
            struck -= 1
        elif child.content:
            texts[-1].append((child.content, struck > 0))
    lines = []
    for index, pieces in enumerate(texts):
        words = [piece for piece in pieces if piece[0].strip()]
        first = item and index == 0
        lines.append(
            Line(
                number + index,
                ("• " if first else "") + "".join(text for text, _ in pieces),
                style="item" if first else style,
                level=level,
                struck=bool(words) and all(piece[1] for piece in words),
            )
        )
    return lines


def _front_matter(file: str, text: str, first: int) -> tuple[list[Line], tuple[Finding, ...]]:
    """Each "key: value" as a line of its own; aliases are refused, since a few lines of them can unfold without end."""
    number = first
    try:
        node = compose(text, _FRONT_LIMIT)
    except Refused as refused:
        plain = [Line(number + index, row, style="meta") for index, row in enumerate(text.split("\n"))]
        return plain, (found("F114", file, number + (refused.line or 0), why=refused.why),)
    lines: list[Line] = []
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines.extend(
                Line(number + item.start_mark.line, f"{key.value}: {item.value}", style="meta")
                for item in (value.value if isinstance(value, yaml.SequenceNode) else [value])
                if isinstance(item, yaml.ScalarNode) and isinstance(key, yaml.ScalarNode)
            )
    else:
        lines = [Line(number + index, row, style="meta") for index, row in enumerate(text.split("\n"))]
    return lines, ()
