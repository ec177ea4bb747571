"""What became of the motions: every motion counted once, by the last that the archive knows of the council's decision."""

from __future__ import annotations

from collections import Counter
from typing import Final

from generator import charts
from generator.model import Motion
from generator.pages import words
from generator.pages.context import Context
from generator.pages.decided import SETTLED
from generator.pages.pictures import Cell, Drawn, Figure, Lists, Row, Table

# In the order they are shown. What the council has not settled is told from what the archive does not have.
RESULTS: Final[dict[str, str]] = {
    **{str(outcome): said for outcome, said in SETTLED.items()},
    "referred-back": "Återremitterades, inget senare beslut här",
    "tabled": "Bordlades, inget senare beslut här",
    "other": "Fullmäktige har beslutat, men utfallet framgår inte",
    "proposed": "Förslag till beslut, inget beslut av fullmäktige här",
    "none": "Varken beslut eller förslag till beslut här",
}
_CSS: Final[dict[str, tuple[str, str]]] = {
    "granted": ("s-support", "▲"),
    "rejected": ("s-reject", "▼"),
    "considered-answered": ("s-considered-answered", "●"),
    "partly": ("s-partly", "◆"),
}


def result_of(motion: Motion) -> str:
    """A key of ``RESULTS``; agrees with the sentence on the motion's own page (``decided``)."""
    council = [decision for decision in motion.decisions if decision.stage == "council"]
    settled = [decision for decision in council if decision.outcome in SETTLED]
    if settled:
        return settled[-1].outcome
    if council:
        return council[-1].outcome
    return "proposed" if any(decision.outcome != "other" for decision in motion.decisions) else "none"


def outcomes(context: Context, lists: Lists) -> Figure:
    """A bar for each outcome, on one scale; those that no motion has are left out."""
    found = Counter(result_of(motion) for motion in context.archive.motions)
    if not found:
        return Figure("Inga motioner finns i arkivet ännu.")
    total, whole = found.total(), max(found.values())
    kept = [(key, said, found[key]) for key, said in RESULTS.items() if found[key]]
    pictures = []
    for key, said, count in kept:
        css, shape = _CSS.get(key, ("s-unclear", ""))
        title = f"{said}: {words.number(count)} {'motion' if count == 1 else 'motioner'}"
        drawn = charts.bar(f"utfall-{key}", title, f"{words.percent(count / total)} av motionerna i arkivet.", [(css, count, shape)], whole=whole)
        pictures.append(Drawn(drawn, Cell(said), words.grouped(count)))
    table = Table(
        "Motioner efter vad som blev av dem",
        ("Utfall", "Motioner", "Andel"),
        tuple(Row(Cell(said), (Cell(words.grouped(count), lists.where("beslut", said.partition(",")[0], count)), Cell(words.percent(count / total)))) for _, said, count in kept),
    )
    here = sum(count for key, _, count in kept if key not in {"proposed", "none"})
    told = f"Fullmäktiges beslut finns här för {words.out_of(here, total)} motioner." if total > 1 else ("Fullmäktiges beslut finns här." if here else "Fullmäktiges beslut finns inte här.")
    return Figure(f"{told} En motion räknas efter det senaste beslut som avgjorde den.", tuple(pictures), table, rows=True)
