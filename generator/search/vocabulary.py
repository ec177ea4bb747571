"""The words of the archive as the query side needs them: each form with its lemma and parts, and the endings table.

The browser has no lemmatiser, so this table is shipped with the index (``sok/former.json``) and both halves of search
use it, and nothing else, to understand a query.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from generator.model import Passage
from generator.search.documents import SearchDocument
from generator.swedish.folding import fold
from generator.swedish.keys import EXACT, WORD_LIMIT, forms, has_digit, lemma_key, part_keys, plain
from generator.swedish.words import words

ORIGINAL_LIMIT = 4  # letters; a shorter misread word ("dr" for "är") is too often a word of its own

Entry = tuple[str, ...]  # a form, its lemma key and the keys of its parts


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Swedish inflection endings and what may stand in their place, shortest ending first (``endings.tsv``)."""
    text = files(__package__).joinpath("endings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda rule: len(rule[0])))


def originals(passage: Passage) -> tuple[tuple[str, str], ...]:
    """The words of a passage as the source spells them, where they were restored: (original form, form now)."""
    made: list[tuple[str, str]] = []
    for restored in passage.restored:
        now = [plain(word.text) for word in words(passage.text[restored.start : restored.end])]
        then = [plain(word.text) for word in words(restored.original)]
        if len(now) == len(then):
            made += [pair for pair in zip(then, now, strict=True) if _spelling(*pair)]
        else:
            made += [(form, now[0] if len(now) == 1 else "") for form in then if _spelling(form, "")]
    return tuple(made)


def original_keys(passage: Passage) -> tuple[str, ...]:
    """The exact keys of the spellings that a passage had before it was restored."""
    return tuple(EXACT + form for form, _ in originals(passage))


def vocabulary(documents: Iterable[SearchDocument]) -> dict[str, list[Entry]]:
    """Folded form → entries, for every form that stands in the archive, sorted.

    A spelling that restoring replaced leads to the lemma of the restored word, unless it is short or stands in the
    archive as a word of its own; its lemma is then its own, or empty if it is none.
    """
    seen: set[str] = set()
    replaced: dict[str, set[str]] = {}
    for document in documents:
        for text in (document.title, *document.body_names, *document.numbers, *document.names):
            seen.update(form for word in words(text) for form in forms(word.text))
        for passage in document.passages:
            seen.update(form for word in words(passage.text) for form in forms(word.text))
            for form, now in originals(passage):
                replaced.setdefault(form, set()).add(now)
    entries: set[Entry] = {(form, lemma_key(form), *part_keys(form)) for form in seen}
    for form in replaced.keys() - seen:
        known = sorted(now for now in replaced[form] if now)
        linked = known if len(form) >= ORIGINAL_LIMIT else []
        entries.update((form, lemma_key(now), *part_keys(now)) for now in linked)
        if not linked:
            entries.add((form, ""))
    table: dict[str, list[Entry]] = {}
    for entry in sorted(entries):
        table.setdefault(fold(entry[0]), []).append(entry)
    return table


def _spelling(form: str, now: str) -> bool:
    return 1 < len(form) <= WORD_LIMIT and not has_digit(form) and form != now
