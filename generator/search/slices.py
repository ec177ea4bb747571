"""What is counted, as files: slices of words, slices of places, and the words by first letter for suggestions.

A query fetches the slices that its words lie in and no others. A slice holds a stretch of the words in order; a word as
common as "och", whose entry fills a slice and more, stands alone. To each slice of words belongs a slice of places, which
holds the places of the same forms in the same order and is fetched for phrases only.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.model import DataFile
from generator.search.endings import endings
from generator.search.packing import digest, encoded, in_code_units, packed, trimmed
from generator.search.postings import ORIGINAL_LIMIT, Gathered
from generator.search.stored import PLACED
from generator.swedish.folding import fold
from generator.swedish.irregular import irregular_forms
from generator.swedish.keys import has_digit, lemma_key

FOLDER: Final = "sok"
WORDS: Final = f"{FOLDER}/ord/"
PLACES: Final = f"{FOLDER}/lagen/"
# Bytes before compression. At 10,000 answers, smaller slices make the root grow by more than a query saves: each slice costs
# it some 12 bytes.
WORD_SLICE: Final = 16_000
SUGGESTED: Final = 3  # letters of the shortest word that is proposed instead of another
OTHER: Final = "_"  # the file of words whose first letter is none of a–z

Entry = tuple[str, bytes]  # a folded word, and what is known of it as JSON


@dataclass(frozen=True, slots=True)
class Cut:
    """Files, and the first word of each; words before the first start are in no file."""

    starts: tuple[str, ...]
    files: tuple[DataFile, ...]

    def listed(self) -> dict[str, object]:
        """The cut as it is named in the root, or in a file of its own."""
        return {"starts": self.starts, "files": [file.path for file in self.files]}


def word_slices(gathered: Gathered) -> tuple[Cut, tuple[DataFile, ...]]:
    """Every folded word with its forms, lemmas, parts and restored spellings; and the slices of places, one for each.

    A slice of words and that of its places have one name, made from the content of both, so that the root names both.
    """
    made = cut(word_entries(gathered), WORD_SLICE, WORDS[:-1])
    by_word: dict[str, list[str]] = {}
    for form in gathered.forms:
        by_word.setdefault(fold(form), []).append(form)
    words = ordered(by_word)
    bounds = [bisect.bisect_left(words, in_code_units(start), key=in_code_units) for start in made.starts]
    slices: list[DataFile] = []
    places: list[DataFile] = []
    for file, (first, end) in zip(made.files, itertools.pairwise((*bounds, len(words))), strict=True):
        held = _places([form for word in words[first:end] for form in ordered(by_word[word])], gathered)
        path = f"{WORDS}{digest(file.data + held)}.json"
        slices.append(DataFile(path, file.data))
        places.append(DataFile(place_path(path), held))
    return Cut(made.starts, tuple(slices)), tuple(places)


def place_path(words: str) -> str:
    """Where the places of the forms in a slice of words lie."""
    return PLACES + words.removeprefix(WORDS)


def spelling_files(gathered: Gathered) -> dict[str, DataFile]:
    """The words that may be proposed, with how many documents hold each, by the first letter without dots."""
    by_letter: dict[str, list[str]] = {}
    for form in ordered(gathered.forms):
        if len(form) >= SUGGESTED and not has_digit(form):
            by_letter.setdefault(letter_of(fold(form)), []).append(form)
    return {
        letter: named(
            f"{FOLDER}/stavning",
            encoded({"words": found, "counts": packed(gathered.forms[form].documents for form in found)}),
        )
        for letter, found in sorted(by_letter.items())
    }


def letter_of(folded: str) -> str:
    """Under which letter a folded word is proposed."""
    return folded[:1] if "a" <= folded[:1] <= "z" else OTHER


def word_entries(gathered: Gathered) -> Iterator[Entry]:
    """[folded, forms, part, lemmas, spellings] of every word, in order; empty members at the end are left out.

    Base forms and parts with dots ("vård", "värd") have entries of their own, [word, [], part, lemmas], behind that of their
    letters ("vard") and always in the same slice.

    A form of a word of the archive that does not stand there itself, and that no ending leads to its word, has a row
    [form, lemma] without posting: "gick" so finds what holds "går".
    """
    forms: dict[str, list[str]] = {}
    lemmas: dict[str, list[str]] = {}
    spellings: dict[str, list[str]] = {}
    for form in gathered.forms:
        forms.setdefault(fold(form), []).append(form)
        if lemma_key(form):  # a sign whose letters are all marks has no lemma
            lemmas.setdefault(lemma_key(form), []).append(form)
    unseen: dict[str, list[list[object]]] = {}
    for form, lemma in _irregular():
        if form not in gathered.forms and (lemma in lemmas or lemma in gathered.parts):
            word = fold(form)
            unseen.setdefault(word, []).append(["" if form == word else form, "" if lemma == word else lemma])
    for spelling in gathered.spellings:
        spellings.setdefault(fold(spelling), []).append(spelling)
    dotted: dict[str, set[str]] = {}
    for base in (*lemmas, *gathered.parts):
        dotted.setdefault(fold(base), set()).add(base)
    for word in ordered({*forms, *dotted, *unseen, *spellings}):
        own = ordered(forms.get(word, ()))
        inflected = ordered(lemmas.get(word, ()))
        part = gathered.parts.get(word)
        members = [
            word,
            [*(_form(form, word, gathered) for form in own), *unseen.get(word, ())],
            part.packed() if part else 0,
            0 if inflected == [form for form in own if lemma_key(form) == word] else inflected,
            [row for spelling in ordered(spellings.get(word, ())) for row in _spelling(spelling, gathered)],
        ]
        entries = [] if len(found := trimmed(members)) == 1 else [encoded(found)]
        entries += [_dotted(base, lemmas, gathered) for base in ordered(dotted.get(word, set()) - {word})]
        yield word, b",".join(entries)


def cut(entries: Iterable[Entry], size: int, folder: str) -> Cut:
    """Entries in slices of at most ``size`` bytes; an entry that is larger has a slice of its own."""
    starts: list[str] = []
    files: list[DataFile] = []
    held: list[bytes] = []
    length = 0

    def close() -> None:
        if held:
            files.append(named(folder, b'{"words":[' + b",".join(held) + b"]}"))
            held.clear()

    for word, entry in entries:
        if held and length + len(entry) > size:
            close()
        if not held:
            starts.append(word)
            length = 0
        held.append(entry)
        length += len(entry) + 1
    close()
    return Cut(tuple(starts), tuple(files))


def named(folder: str, data: bytes) -> DataFile:
    """A file whose name is its content's digest, so that what is kept under it never goes out of date."""
    return DataFile(f"{folder}/{digest(data)}.json", data)


def ordered(found: Iterable[str]) -> list[str]:
    """Texts in the order in which both halves of search compare them."""
    return sorted(found, key=in_code_units)


@cache
def _irregular() -> tuple[tuple[str, str], ...]:
    return irregular_forms(endings())


def _places(forms: Sequence[str], gathered: Gathered) -> bytes:
    """The places of forms as ``stored.PLACED`` names them: by name one text, a piece for each form, with spaces between.

    A form with separators inside ("2019/1899") is no simple word and has an empty piece; those at the end are left out.
    """
    rows = [gathered.places[form].packed() if form in gathered.places else ("",) * len(PLACED) for form in forms]
    joined = {name: " ".join(row[number] for row in rows).rstrip(" ") for number, name in enumerate(PLACED)}
    return encoded({name: text for name, text in joined.items() if text})


def _dotted(base: str, lemmas: dict[str, list[str]], gathered: Gathered) -> bytes:
    """The entry of a base form or part that has dots: what stands under its letters holds its forms."""
    part = gathered.parts.get(base)
    return encoded(trimmed([base, [], part.packed() if part else 0, ordered(lemmas.get(base, ()))]))


def _form(form: str, word: str, gathered: Gathered) -> list[object]:
    lemma = lemma_key(form)
    return ["" if form == word else form, "" if lemma == word else lemma, gathered.forms[form].packed()]


def _spelling(spelling: str, gathered: Gathered) -> Sequence[list[object]]:
    """A row [spelling, lemma of the word it was restored to or null, posting]; a row without posting for each more lemma.

    A short spelling, and one that is also a word of the archive, leads to no other word.
    """
    linked = len(spelling) >= ORIGINAL_LIMIT and spelling not in gathered.forms
    now = [lemma_key(form) for form in gathered.restored[spelling] if form] if linked else []
    first, *others = [*ordered(set(now)), None][: max(1, len(set(now)))]
    rows: list[list[object]] = [[spelling, first, gathered.spellings[spelling].packed()]]
    return rows + [[spelling, other] for other in others]
