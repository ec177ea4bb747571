"""A built page as a browser would see it, near enough: elements with their attributes, and the text of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass(slots=True)
class Element:
    """One element: its name, attributes, text (its descendants' too) and the numbers of its ancestors."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    classes: frozenset[str] = field(default_factory=frozenset)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        made.classes = frozenset(made.attributes.get("class", "").split())
        self.elements.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1].tag if self.open else 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data[:40]}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data[:40]}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data[:40]}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's elements in order, and what was wrong with its nesting."""

    elements: tuple[Element, ...]
    faults: tuple[str, ...]

    def first(self, tag: str) -> Element:
        """The first element with this name."""
        return next(element for element in self.elements if element.tag == tag)

    def by_id(self, name: str) -> Element:
        """The element with this id."""
        return next(element for element in self.elements if element.attributes.get("id") == name)

    def links(self) -> list[str]:
        """Everything the page points at or loads."""
        return [
            value
            for element in self.elements
            for name, value in element.attributes.items()
            if name in ("href", "src", "action")
        ]

    def shape(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Names of elements and attributes, in order."""
        return tuple((element.tag, tuple(sorted(element.attributes))) for element in self.elements)


def parse(file: Path) -> Parsed:
    """The page in ``file``."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return Parsed(
        tuple(reader.elements), tuple(reader.faults + [f"<{element.tag}> left open" for element in reader.open])
    )
