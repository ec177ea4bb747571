"""How well lost å ä ö are restored: run by hand, ``python -m bench.restoration [SHARED]``.

Three figures: the words of the damaged seed that come out right, the words of council documents that come out right
after being damaged as the confusion table says, and how many words change in documents that are not damaged (none may).
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from generator.model import Document, Line
from generator.swedish.confusions import confusions
from generator.swedish.restore import damage, restore


def document(name: str, text: str) -> Document:
    """``text`` as a document of numbered lines."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Document(name, sha256="", media_type="text/plain", lines=lines)


def text_of(made: Document) -> str:
    """The lines of a document as one text."""
    return "\n".join(line.text for line in made.lines)


def damaged(text: str, share: float, seed: int) -> str:
    """``text`` with ``share`` of its å ä ö read as the observed rows of the confusion table say."""
    chance = random.Random(seed)
    table = {
        meant: [(read, 2.718281828**-cost) for read, cost in found.items() if read.isascii() or read in ("é", "éd", "éi", "éa", "oé")]
        for meant, found in confusions().items()
    }
    made = []
    for char in text:
        found = table.get(char.lower())
        if found is None or chance.random() >= share:
            made.append(char)
            continue
        reads, weights = zip(*found, strict=True)
        read = chance.choices(reads, weights)[0]
        # A capital loses its dots only; text recognition keeps it a letter.
        made.append({"å": "A", "ä": "A", "ö": "O"}[char.lower()] if char.isupper() else read)
    return "".join(made)


def right(restored: str, truth: str) -> tuple[int, int]:
    """How many white-space separated words are right, of how many."""
    pairs = list(zip(restored.split(), truth.split(), strict=True))
    return sum(one == other for one, other in pairs), len(pairs)


def _row(label: str, good: int, total: int, note: str = "") -> None:
    sys.stdout.write(f"{label:<44} {good:>7} / {total:<7} {100 * good / max(1, total):6.2f} %  {note}\n")


def main(arguments: Iterable[str]) -> None:
    """Print the table for the documents in the folder given (default: ``../shared`` beside the checkout)."""
    given = list(arguments)
    shared = Path(given[0]) if given else Path(__file__).resolve().parents[1].parent / "shared"
    start = time.perf_counter()
    seeds = [document(file.name, file.read_text("utf-8")) for file in sorted((shared / "seeds").glob("*.txt"))]
    restored = restore(seeds)
    truth = (shared / "gold" / "001_restored.txt").read_text("utf-8")
    for before, after in zip(seeds, restored, strict=True):
        if before.file.startswith("001"):
            _row("001, damaged as it stands", *right(text_of(before), truth))
            _row("001, restored with its siblings", *right(text_of(after), truth))
            alone = restore([before])[0]
            _row("001, restored alone", *right(text_of(alone), truth))
            for one, other in zip(text_of(after).split(), truth.split(), strict=True):
                if one != other:
                    sys.stdout.write(f"    {one} should be {other}\n")
    sys.stdout.write(f"    (loading and restoring the seeds: {time.perf_counter() - start:.1f} s)\n")
    bundles = [document(file.name, file.read_text("utf-8")) for file in sorted((shared / "goteborg/handlingar").glob("*.txt"))]
    start = time.perf_counter()
    everything = seeds + bundles
    unharmed = [(b, a) for b, a in zip(everything, restore(everything), strict=True) if not b.file.startswith("001")]
    changed = sum(one.text != other.text for b, a in unharmed for one, other in zip(b.lines, a.lines, strict=True))
    worst = max(damage(before) for before, _ in unharmed)
    sys.stdout.write(
        f"clean documents: {len(unharmed)}, {sum(a.words for _, a in unharmed)} words, {changed} lines changed, "
        f"worst gate {worst:.5f} ({time.perf_counter() - start:.1f} s)\n"
    )
    for share in (1.0, 0.5, 0.05):
        for siblings in (False, True):
            good = total = flagged = flagged_wrong = marked = marked_wrong = opened = 0
            start = time.perf_counter()
            for number, bundle in enumerate(bundles[::8]):
                lines = text_of(bundle).split("\n")
                middle = len(lines) // 2
                held = "\n".join(lines[:middle])[:12_000]
                rest = document("rest", "\n".join(lines[middle:]))
                hurt = document("hurt", damaged(held, share, number))
                after = restore([hurt, rest] if siblings else [hurt])[0]
                one, other = right(text_of(after), held)
                good, total = good + one, total + other
                opened += damage(hurt) > 0.005
                truth_lines = held.split("\n")
                for line, true in zip(after.lines, truth_lines, strict=True):
                    for mark in line.restored:
                        wrong = line.text[mark.start : mark.end] not in true
                        marked += 1
                        marked_wrong += wrong
                        flagged += not mark.sure
                        flagged_wrong += wrong and not mark.sure
            name = f"council text, {share:.0%} lost{', half as sibling' if siblings else ''}"
            sure, sure_wrong = marked - flagged, marked_wrong - flagged_wrong
            note = (
                f"gate opened {opened}/{len(bundles[::8])}; {marked} marked, {flagged} unsure "
                f"({flagged_wrong} wrong), sure {100 * (1 - sure_wrong / max(1, sure)):.2f} % right; "
                f"{time.perf_counter() - start:.1f} s"
            )
            _row(name, good, total, note)


if __name__ == "__main__":
    main(sys.argv[1:])
