"""How well lost å ä ö are restored: run by hand, ``python -m bench.restoration [SHARED]``.

One table: the damaged seed, council documents damaged as the seed is and in ways that stand in no table, small damaged parts
of clean documents, and documents that are not damaged (where nothing may change). "Right" are the words that come out
right, "flagged" those marked as uncertain, "rest right" the right ones of those not flagged. Every draw has a fixed seed.

Which documents: those named 2025 and 2026 are held out, the words that go wrong in them were never looked at; ``--tuning``
runs the others instead, ``--every=3`` only each third. The ways of damage: ``seen`` is the table's rows that were read in a
real document, as often as they were; ``TRIED`` are readings in no row of the table that the method was tried on while it was
made; ``UNSEEN`` are readings in no row that were written down with its first version and never tuned to.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.model import Document, Line
from generator.swedish.restore import restore
from generator.swedish.tables import rows

Readings = Mapping[str, Sequence[tuple[str, float]]]

DAMAGED_EXAMPLE = "utan-avsandare.txt"  # an example of content/ that was written with lost letters
SIZE = 12_000  # characters of each document
TRIED: Readings = {
    "å": [("$", 1), ("aa", 1), ("q", 1), ("e", 1)],
    "ä": [("a:", 1), ("ae", 1), ("5", 1), ("u", 1)],
    "ö": [("o:", 1), ("oe", 1), ("c", 1), ("9", 1)],
}
UNSEEN: Readings = {
    "å": [("}", 1), ("ao", 1), ("3", 1), ("n", 1)],
    "ä": [("{", 1), ("ea", 1), ("2", 1), ("e", 1)],
    "ö": [("|", 1), ("co", 1), ("§", 1), ("u", 1)],
}
LOOKALIKES: Readings = {  # in the table, but nobody has met them in a document yet
    "å": [("ii", 1), ("@", 1), ("8", 1)],
    "ä": [("ii", 1), ("@", 1), ("8", 1)],
    "ö": [("0", 1), ("b", 1), ("8", 1)],
}
MARKS: Readings = {letter: [("?", 1)] for letter in "åäö"}
GONE: Readings = {letter: [("", 1)] for letter in "åäö"}


@dataclass(slots=True)
class Score:
    """What came of the words of a few documents."""

    words: int = 0
    right: int = 0
    flagged: int = 0
    rest_right: int = 0
    documents: int = 0
    opened: int = 0

    def add(self, after: Document, truth: str) -> None:
        """Count the white-space separated words of ``after`` against ``truth``, line by line."""
        self.documents += 1
        self.opened += after.restored_words > 0
        for line, true in zip(after.lines, truth.split("\n"), strict=True):
            position = 0
            for word, meant in zip(line.text.split(), true.split(), strict=True):
                start = line.text.index(word, position)
                position = start + len(word)
                unsure = any(not mark.sure and mark.start < position and start < mark.end for mark in line.restored)
                self.words += 1
                self.right += word == meant
                self.flagged += unsure
                self.rest_right += word == meant and not unsure


def document(name: str, text: str) -> Document:
    """``text`` as a document of numbered lines."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document(name, sha256="", media_type="text/plain", lines=lines)


def text_of(made: Document) -> str:
    """The lines of a document as one text."""
    return "\n".join(line.text for line in made.lines)


def seen() -> Readings:
    """What was read for each letter in a real document, and how often."""
    table: dict[str, list[tuple[str, float]]] = {"å": [], "ä": [], "ö": []}
    for read, meant, count, source in rows("confusions.tsv"):
        if source.startswith("read in"):
            table[meant].append((read, float(count)))
    return table


def damaged(text: str, share: float, seed: int, readings: Readings) -> str:
    """``text`` with ``share`` of its å ä ö read as ``readings`` say; a word of one letter never vanishes."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    capitals = readings == seen()
    made = []
    for at, char in enumerate(text):
        found = readings.get(char.lower())
        if found is None or chance.random() >= share:
            made.append(char)
        elif char.isupper() and capitals:  # in the seed a capital loses its dots only
            made.append("O" if char == "Ö" else "A")
        else:
            read = chance.choices([read for read, _ in found], [count for _, count in found])[0]
            alone = not text[at - 1 : at].isalpha() and not text[at + 1 : at + 2].isalpha()
            made.append(read.capitalize() if char.isupper() and read else char if alone and not read else read)
    return "".join(made)


def _row(label: str, score: Score, took: float) -> None:
    rest = score.words - score.flagged
    print(
        f"{label:<58} {score.words:>7} {100 * score.right / score.words:7.2f} % {100 * score.flagged / score.words:6.2f} % "
        f"{100 * score.rest_right / max(1, rest):7.2f} %  {score.opened:>2}/{score.documents:<2} {took:5.1f} s"
    )


def _timed(label: str, work: Callable[[], Score]) -> None:
    start = time.perf_counter()
    score = work()
    _row(label, score, time.perf_counter() - start)


def the_seed(shared: Path, *, siblings: bool, restored: bool = True) -> Score:
    """The damaged seed against its right text, alone or beside the four other seeds."""
    before = [
        document(file.name, file.read_text("utf-8").rstrip("\n")) for file in sorted((shared / "seeds").glob("*.txt"))
    ]
    hurt = next(made for made in before if made.file.startswith("001"))
    score = Score()
    after = restore(before)[before.index(hurt)] if siblings else restore([hurt])[0]
    score.add(after if restored else hurt, (shared / "gold" / "001_restored.txt").read_text("utf-8").rstrip("\n"))
    return score


def whole(texts: Iterable[str], share: float, readings: Readings, *, siblings: bool = False) -> Score:
    """The first half of each text, damaged and restored, alone or with the other half as its sibling."""
    score = Score()
    for number, text in enumerate(texts):
        lines = text.split("\n")
        truth = "\n".join(lines[: len(lines) // 2])[:SIZE]
        hurt = document("hurt", damaged(truth, share, number, readings))
        rest = [document("rest", "\n".join(lines[len(lines) // 2 :]))] if siblings else []
        score.add(restore([hurt, *rest])[0], truth)
    return score


def part(texts: Iterable[str], size: int, readings: Readings) -> tuple[Score, int, int]:
    """``size`` lines of each whole text, all their å ä ö lost: their score, and the clean lines changed, of how many."""
    score, changed, clean = Score(), 0, 0
    for text in texts:
        lines = text.split("\n")
        first = len(lines) // 3
        hurt = damaged("\n".join(lines[first : first + size]), 1.0, size, readings).split("\n")
        before = document("part", "\n".join([*lines[:first], *hurt, *lines[first + size :]]))
        after = restore([before])[0]
        inside = Document("part", "", "", after.lines[first : first + size], restored_words=after.restored_words)
        score.add(inside, "\n".join(lines[first : first + size]))
        beside = [*range(first), *range(first + size, len(lines))]
        changed += sum(after.lines[at] != before.lines[at] for at in beside)
        clean += len(beside)
    return score, changed, clean


def untouched(files: Sequence[Path], label: str) -> None:
    """How many lines change in documents that are not damaged: none may."""
    start = time.perf_counter()
    before = [document(file.name, file.read_text("utf-8")) for file in files]
    after = restore(before)
    pairs = [pair for pair in zip(before, after, strict=True) if not pair[0].file.startswith("001_")]
    changed = sum(one != other for old, new in pairs for one, other in zip(old.lines, new.lines, strict=True))
    words = sum(new.words for _, new in pairs)
    took = time.perf_counter() - start
    print(f"{label:<58} {len(pairs)} documents, {words} words: {changed} lines changed; {took:.1f} s")


def main(arguments: list[str]) -> None:
    """Print the table for the documents in the folder given (default: ``../shared`` beside the checkout)."""
    tuning = "--tuning" in arguments
    folders = [argument for argument in arguments if not argument.startswith("--")]
    shared = Path(folders[0]) if folders else Path(__file__).resolve().parents[1].parent / "shared"
    bundles = sorted((shared / "goteborg/handlingar").glob("*.txt"))
    chosen = [file for file in bundles if file.name.startswith(("2025", "2026")) != tuning]
    every = next((int(argument[8:]) for argument in arguments if argument.startswith("--every=")), 1)
    texts = [file.read_text("utf-8") for file in chosen[::every]]
    kind = "tuned on" if tuning else "held out"
    start = time.perf_counter()
    restore([document("first", "De forsta orden laser in ordlistan.")])
    print(f"loading the word lists: {time.perf_counter() - start:.1f} s")
    print(f"{'':<58} {'words':>7} {'right':>9} {'flagged':>8} {'rest right':>10} {'open':>5}")
    _timed("001 as it stands", lambda: the_seed(shared, siblings=False, restored=False))
    _timed("001 (in sample), alone", lambda: the_seed(shared, siblings=False))
    _timed("001 (in sample), with its siblings", lambda: the_seed(shared, siblings=True))
    for share in (1.0, 0.5, 0.2, 0.05):
        for siblings in (False, True):
            name = f"council text {kind}, seen confusions, {share:.0%} lost" + (", sibling" if siblings else "")
            _timed(name, partial(whole, texts, share, seen(), siblings=siblings))
    ways = {"look-alikes never met": LOOKALIKES, "in no table, tried": TRIED, "? for all": MARKS}
    if not tuning:
        ways |= {"in no table, never tried": UNSEEN, "fallen out": GONE}
    for label, readings in ways.items():
        for share in (1.0, 0.2):
            name = f"council text {kind}, {label}, {share:.0%} lost"
            _timed(name, partial(whole, texts, share, readings))
    for size in (8, 20, 60):
        for label, readings in (("seen", seen()), ("in no table, tried", TRIED)):
            start = time.perf_counter()
            score, changed, clean = part(texts, size, readings)
            _row(f"{size} damaged lines ({label}) of a clean document", score, time.perf_counter() - start)
            print(f"    beside them {changed} of {clean} clean lines changed")
    print(f"{'news and other text':<58} not measured: none at hand that the word list was not made from")
    untouched([*sorted((shared / "seeds").glob("*.txt")), *chosen], f"not damaged, {kind}")
    if not tuning:
        untouched([*sorted((shared / "seeds").glob("*.txt")), *bundles], "not damaged, all bundles and seeds")
        content = Path(__file__).resolve().parents[1] / "content"
        examples = sorted(file for file in content.rglob("*") if file.suffix in (".txt", ".md"))
        whole_ones = [file for file in examples if file.name != DAMAGED_EXAMPLE]
        untouched(whole_ones, "not damaged, content/")


if __name__ == "__main__":
    main(sys.argv[1:])
