"""How well lost å ä ö are restored: run by hand, ``python -m bench.restoration [SHARED]``.

Three figures: the words of the damaged seed that come out right, the words of council documents that come out right
after being damaged as the confusion table says, and how many words change in documents that are not damaged (none may).
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from generator.model import Document, Line
from generator.swedish.damage import GATE
from generator.swedish.restore import damage, restore
from generator.swedish.tables import rows


def document(name: str, text: str) -> Document:
    """``text`` as a document of numbered lines."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document(name, sha256="", media_type="text/plain", lines=lines)


def text_of(made: Document) -> str:
    """The lines of a document as one text."""
    return "\n".join(line.text for line in made.lines)


def damaged(text: str, share: float, seed: int) -> str:
    """``text`` with ``share`` of its å ä ö read as the rows of the confusion table that were really seen say."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    table: dict[str, list[tuple[str, float]]] = {"å": [], "ä": [], "ö": []}
    for read, meant, count, source in rows("confusions.tsv"):
        if source.startswith("read in"):
            table[meant].append((read, float(count)))
    made = []
    for char in text:
        found = table.get(char.lower())
        if found is None or chance.random() >= share:
            made.append(char)
        elif char.isupper():  # a capital loses its dots only
            made.append("O" if char == "Ö" else "A")
        else:
            made.append(chance.choices([read for read, _ in found], [count for _, count in found])[0])
    return "".join(made)


def right(restored: str, truth: str) -> tuple[int, int]:
    """How many white-space separated words are right, of how many."""
    pairs = list(zip(restored.split(), truth.split(), strict=True))
    return sum(one == other for one, other in pairs), len(pairs)


def _row(label: str, good: int, total: int, note: str = "") -> None:
    print(f"{label:<40} {good:>6} / {total:<6} {100 * good / max(1, total):6.2f} %  {note}")


def seeds(shared: Path) -> None:
    """The damaged seed against the right text, with and without its siblings."""
    start = time.perf_counter()
    before = [document(file.name, file.read_text("utf-8")) for file in sorted((shared / "seeds").glob("*.txt"))]
    truth = (shared / "gold" / "001_restored.txt").read_text("utf-8")
    hurt = next(made for made in before if made.file.startswith("001"))
    after = restore(before)[before.index(hurt)]
    _row("001 as it stands", *right(text_of(hurt), truth))
    _row("001 restored with its siblings", *right(text_of(after), truth), f"{after.restored_words} marked")
    _row("001 restored alone", *right(text_of(restore([hurt])[0]), truth))
    print(f"    loading and restoring: {time.perf_counter() - start:.1f} s")


def clean(shared: Path) -> None:
    """What changes in documents that are not damaged: nothing may."""
    start = time.perf_counter()
    files = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "goteborg/handlingar").glob("*.txt"))]
    before = [document(file.name, file.read_text("utf-8")) for file in files]
    pairs = [pair for pair in zip(before, restore(before), strict=True) if not pair[0].file.startswith("001_")]
    changed = sum(one != other for old, new in pairs for one, other in zip(old.lines, new.lines, strict=True))
    words = sum(new.words for _, new in pairs)
    worst = max(damage(old) for old, _ in pairs)
    took = time.perf_counter() - start
    print(
        f"clean: {len(pairs)} documents, {words} words, {changed} lines changed; highest gate {worst:.5f}; {took:.1f} s"
    )


def held_out(bundles: list[Document], share: float, *, siblings: bool) -> None:
    """Half of each bundle, damaged and restored, alone or with the other half as its sibling."""
    start = time.perf_counter()
    good = total = opened = 0
    marks = {(sure, fine): 0 for sure in (True, False) for fine in (True, False)}
    for number, bundle in enumerate(bundles):
        lines = text_of(bundle).split("\n")
        truth = "\n".join(lines[: len(lines) // 2])[:12_000]
        hurt = document("hurt", damaged(truth, share, number))
        rest = document("rest", "\n".join(lines[len(lines) // 2 :]))
        after = restore([hurt, rest] if siblings else [hurt])[0]
        one, other = right(text_of(after), truth)
        good, total, opened = good + one, total + other, opened + (damage(hurt) > GATE)
        for line, true in zip(after.lines, truth.split("\n"), strict=True):
            for mark in line.restored:
                marks[mark.sure, line.text[mark.start : mark.end] in true] += 1
    sure = 100 * marks[True, True] / max(1, marks[True, True] + marks[True, False])
    unsure = marks[False, True] + marks[False, False]
    note = f"gate {opened}/{len(bundles)}; {unsure} marked unsure, {marks[False, False]} of them wrong; of the sure {sure:.2f} % right"
    name = f"council text, {share:.0%} lost" + (", with a sibling" if siblings else "")
    _row(name, good, total, f"{note}; {time.perf_counter() - start:.1f} s")


def main(arguments: list[str]) -> None:
    """Print the table for the documents in the folder given (default: ``../shared`` beside the checkout)."""
    shared = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1].parent / "shared"
    seeds(shared)
    clean(shared)
    files = sorted((shared / "goteborg/handlingar").glob("*.txt"))
    for label, offset in (("looked at while the rules were made", 0), ("misses never looked at", 4)):
        print(label)
        bundles = [document(file.name, file.read_text("utf-8")) for file in files[offset::8]]
        for share in (1.0, 0.5, 0.05):
            for siblings in (False, True):
                held_out(bundles, share, siblings=siblings)


if __name__ == "__main__":
    main(sys.argv[1:])
