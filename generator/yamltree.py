"""YAML from people, read as a tree with line marks: no aliases, no depth, no more text than asked for.

A few lines of aliases can unfold without end, and deep nesting takes minutes to read; neither is of any use in a handful of
facts. What is wrong with a text is told in Swedish, for people who have never heard of YAML.
"""

from __future__ import annotations

from typing import Final

import yaml
from yaml.reader import ReaderError

DEEPEST = 8  # levels of lists and mappings
# The library's words for what is wrong, by how they begin or what they hold, in its order of likelihood, and ours.
_FAULTS: Final[tuple[tuple[str, str], ...]] = (
    ("found character '\\t'", "raden har en tabb; gör indrag med mellanslag"),
    ("that cannot start any token", "värdet börjar med ett tecken som betyder något särskilt; sätt citattecken om det"),
    ("mapping values are not allowed", "ett kolon på fel plats: sätt citattecken om ett värde med kolon i, ha mellanslag efter nyckelns kolon och kontrollera indraget"),
    ("sequence entries are not allowed", "ett bindestreck på fel plats; en lista börjar på en egen rad under sin nyckel"),
    ("could not find expected ':'", "raden saknar kolon efter sin nyckel"),
    ("found unexpected end of stream", "citattecknet som börjar på raden avslutas inte"),
    ("found unexpected document separator", "citattecknet som börjar på raden avslutas inte"),
    ("found unknown escape character", "ett omvänt snedstreck på fel plats; sätt enkla citattecken om värdet"),
    ("but found '<scalar>'", "det står mer på raden efter ett avslutat citattecken"),
    ("but found '<stream end>'", "filen slutar mitt i en lista eller en grupp; avsluta [ med ] och { med }"),
    ("expected <block end>", "raden passar inte ihop med raderna ovanför; kontrollera indrag och citattecken"),
    ("expected ',' or ']'", "en lista som börjar med [ är inte avslutad, eller saknar ett komma"),
    ("expected ',' or '}'", "uppgifterna som börjar med { är inte avslutade, eller saknar ett komma"),
    ("expected the node content", "här saknas ett värde"),
    ("but found another document", "filen har fler än en avdelning; ta bort raden med ---"),
    ("expected '<document start>'", "raden passar inte ihop med raderna ovanför; skriv ”nyckel: värde” på varje rad"),
    ("undefined alias", "alias (*) är inte tillåtna; sätt citattecken om ett värde som börjar med *"),
    ("found duplicate anchor", "ett värde börjar med &; sätt citattecken om det"),
)
_UNKNOWN: Final = "raden går inte att läsa som ”nyckel: värde”"
_QUOTES: Final = "while scanning a quoted scalar"


class Refused(Exception):  # noqa: N818 - it is an answer about the text, not an error of the program
    """The text is not YAML that we read; ``why`` in Swedish, ``line`` from 0 where it is known."""

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
                raise Refused("alias (*) är inte tillåtna; sätt citattecken om ett värde som börjar med *", _line(event.start_mark))
            if depth > DEEPEST:
                raise Refused("för många nivåer", _line(event.start_mark))
        return yaml.compose(text, yaml.SafeLoader)
    except ReaderError as problem:
        code = problem.character if isinstance(problem.character, int) else ord(problem.character)
        raise Refused(f"texten har ett tecken som inte syns och inte får finnas här (U+{code:04X})", _line_at(text, problem.position)) from problem
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise Refused(_why(problem), _fault_line(problem)) from problem


def _why(problem: Exception) -> str:
    """What is wrong, in Swedish."""
    said = f"{getattr(problem, 'problem', None) or problem}"
    return next((ours for theirs, ours in _FAULTS if theirs in said), _UNKNOWN)


def _fault_line(problem: Exception) -> int | None:
    """The line of a fault; of a quote that never ends, the line where it begins."""
    begun = getattr(problem, "context", None) == _QUOTES
    return _line(getattr(problem, "context_mark" if begun else "problem_mark", None))


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position)


def _line(mark: object) -> int | None:
    line = getattr(mark, "line", None)
    return line if isinstance(line, int) else None
