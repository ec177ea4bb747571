"""A response: who says what, the facts with their lines, and the text with an anchor on every paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator import addresses
from generator.model import Fact, Motion, Page, Response, Section
from generator.pages import citing, flow, linked, onward, words
from generator.pages.context import Context
from generator.pages.marked import Mark
from generator.pages.papers import advice_in_words, papers, remark_rows, sides
from generator.pages.render import render
from generator.pages.same import marks


def pages(context: Context) -> Iterator[Page]:
    """One page for each response whose motion is in the archive; more for one that is too long."""
    for motion in context.archive.motions:
        order = onward.in_order(context, motion)
        same = marks(context, motion)
        for response in context.by_motion.get(motion.id, ()):
            made = _values(context, motion, order, response, same.get(response.id, {}))
            yield from flow.sheets(addresses.response(response.id), partial(_page, context, motion, response, made))


def _page(context: Context, motion: Motion, response: Response, values: Mapping[str, object], sheet: flow.Sheet) -> Page:
    sender, headline, eyebrow = context.sender(response), context.headline(motion), _eyebrow(response)
    part = f", del {sheet.number}" if sheet.number > 1 else ""
    title = f"{sender}{_which(context, response)} om {words.quoted(headline)}{part}"
    return render(
        "response",
        sheet.address,
        context,
        title,
        f"{sender}: {context.badge(response).word}. {eyebrow} {words.quoted(headline)}.",
        r=response,
        motion=motion,
        eyebrow=eyebrow,
        sheet=sheet,
        home=addresses.response(response.id),
        image=addresses.share_image(motion.id),
        linked=linked.of_page(context, sheet.address, title) if sheet.number > 1 else None,
        **values,
    )


def _values(context: Context, motion: Motion, order: tuple[Response, ...], response: Response, same: Mapping[str, tuple[Mark, ...]]) -> dict[str, object]:
    """What the page shows, whichever part of it."""
    made_of = papers(context, response)
    return {
        "prepares": _prepares(response),
        "numbers": _numbers(response),
        "types": words.listed(dict.fromkeys(words.DOCUMENT_TYPES[kind] for kind in (response.document_type, *response.paper_types))),
        "papers": [replace(paper, sections=decision_first(paper.sections)) for paper in made_of],
        "sides": sides(context, response),
        "advice": advice_in_words(context, response),
        # Of an answer that is only told of, that nothing is said to a demand says nothing.
        "shown_demands": [one for one in response.demand_stances if not response.told or one.value != "unclear" or one.quote],
        "remarks": list(remark_rows(response)),
        "marks": same,
        "marks_of": {kind: any(mark.kind == kind for held in same.values() for mark in held) for kind in ("motion", "shared")},
        "restored": any(passage.restored for passage in response.passages),
        "reports": [(report, context.responses[report.source]) for report in response.reports if report.source in context.responses],
        "retells": [(other, report) for other in order for report in other.reports if report.source == response.id],
        "source": citing.of_response(context, motion, response),
        "sources_of": [citing.of_paper(context, motion, response, paper) for paper in made_of],
        "note": citing.note(context, response),
        "has_decision": any(section.kind == "decision" for section in response.sections),
        "ways": onward.of_response(context, motion, order, response),
    }


def _which(context: Context, response: Response) -> str:
    """What tells an answer from another of the same sender in the page's name: ", svar 2"; "" for the first, or the only one."""
    alike = [one.id for one in context.by_motion[response.motion] if (one.bodies, one.role) == (response.bodies, response.role)]
    number = alike.index(response.id) + 1
    return f", svar {number}" if number > 1 else ""


def _eyebrow(response: Response) -> str:
    if response.told:
        return "Vad som berättas om svaret på"
    if response.role == "answer":
        return "Svar på"
    if response.document_type == "missiv":
        return "Remissmissiv för"
    kind = response.document.part.kind if response.document.part else None
    return {"board-proposal": "Förslag till fullmäktige om", "office-statement": "Beredning av", "minutes": "Protokoll om"}.get(
        kind or "", "Sammanfattning av svaren på"
    )


def _prepares(response: Response) -> str:
    """What a paper that prepares the matter is, in a sentence; it says no more than the part's opening shows."""
    if response.document_type == "missiv":
        return "Missivet sänder ut motionen på remiss. Det är inte ett svar på remissen."
    kind = response.document.part.kind if response.document.part else None
    return {
        "board-proposal": "Här lägger styrelsen fram sitt förslag till fullmäktige. Det är inte ett svar på remissen.",
        "office-statement": "Tjänsteutlåtandet bereder ärendet. Det är inte ett svar på remissen.",
        "minutes": "Protokollet visar hur ärendet avgjordes. Det är inte ett svar på remissen.",
    }.get(kind or "", "Utlåtandet bereder ärendet och sammanfattar svaren; det är inte ett svar på remissen.")


def decision_first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections in the document's order, but with what it proposes to decide at the top.

    Text that stands before the first heading stays first: under another heading it would seem to belong there.
    """
    head = tuple(section for section in sections[:1] if not section.heading)
    return head + tuple(sorted(sections[len(head) :], key=lambda section: section.kind != "decision"))


def _numbers(response: Response) -> list[tuple[str, list[Fact]]]:
    own = [fact for fact in response.diary_numbers if fact.of == "own"]
    case = [fact for fact in response.diary_numbers if fact.of != "own"]
    pairs = [
        ("Eget diarienummer", own),
        ("Ärendets diarienummer", case),
        ("Andra nummer i texten", list(response.cited_numbers)),
    ]
    return [(label, list({fact.value: fact for fact in facts}.values())) for label, facts in pairs if facts]
