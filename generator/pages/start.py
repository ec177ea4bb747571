"""The start page: what this is, the search box, what came in last, what is undecided."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Motion, Page
from generator.pages import words
from generator.pages.context import Context
from generator.pages.render import render

SHOWN = 8  # of each kind; the rest is one link away


def pages(context: Context) -> Iterator[Page]:
    """One page at ``/``; an empty archive gets one that says how to begin."""
    archive = context.archive
    answers = [response for response in archive.responses if response.role == "answer"]
    newest = sorted(answers, key=lambda response: words.sortable(response.date), reverse=True)
    motions = newest_first(archive.motions)
    decided = [motion for motion in motions if _is_decided(motion)]
    undecided = [motion for motion in motions if not _is_decided(motion)]
    yield render(
        "start",
        addresses.START,
        context,
        context.settings.site_name,
        introduction(context),
        introduction=introduction(context),
        examples=(context.settings.examples or context.settings.terms)[:3] if archive.motions else (),
        newest=newest[:SHOWN],
        undecided=undecided[:SHOWN],
        decided=decided[:SHOWN],
    )


def introduction(context: Context) -> str:
    """The one sentence on what this is: the site's own, or one made of the municipality's name."""
    if context.settings.introduction:
        return context.settings.introduction
    where = f" i {context.settings.municipality}" if context.settings.municipality else ""
    return f"Här kan du läsa och jämföra vad nämnder och andra svarade när de fick frågan om en motion{where}."


def newest_first(motions: tuple[Motion, ...]) -> list[Motion]:
    """Motions by the day they were filed, the latest first and those without a date last."""
    return sorted(motions, key=lambda motion: words.sortable(motion.filed), reverse=True)


def _is_decided(motion: Motion) -> bool:
    return any(decision.stage == "council" for decision in motion.decisions)
