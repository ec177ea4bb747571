"""YAML from people, read as a tree with line marks: no aliases, no depth, no more text than asked for.

A few lines of aliases can unfold without end, and deep nesting takes minutes to read; neither is of any use in a handful of
facts.
"""

from __future__ import annotations

import yaml

DEEPEST = 8  # levels of lists and mappings


class Refused(Exception):  # noqa: N818 - it is an answer about the text, not an error of the program
    """The text is not YAML that we read; ``why`` in Swedish or the library's words, ``line`` from 0 where it is known."""

    def __init__(self, why: str, line: int | None = None) -> None:
        """Keep why, and where."""
        super().__init__(why)
        self.why = why
        self.line = line


def compose(text: str, limit: int) -> yaml.Node | None:
    """The tree of ``text`` (None for no content); Refused for faults, aliases, depth, or more than ``limit`` characters."""
    if len(text) > limit:
        raise Refused("texten är för stor")
    depth = 0
    try:
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                raise Refused("alias (*) är inte tillåtna", _line(event.start_mark))
            if depth > DEEPEST:
                raise Refused("för många nivåer", _line(event.start_mark))
        return yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        why = getattr(problem, "problem", None) or str(problem) or "oväntat tecken"
        raise Refused(why, _line(getattr(problem, "problem_mark", None))) from problem


def _line(mark: object) -> int | None:
    line = getattr(mark, "line", None)
    return line if isinstance(line, int) else None
