"""What stands under a quote that a reader copies: whose words they are, what document, which day and which case.

One sentence or two a document, in the page's own words. What the archive does not know is left out; what a document does not
state itself says so in brackets. ``stycken.js`` finds them in ``data-source`` and adds the quote and its address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator import labels
from generator.model import Fact, Motion, Response, Statement, Status
from generator.pages import words
from generator.pages.context import Context
from generator.pages.papers import Paper, holds
from generator.pages.words import distinct

RETOLD: Final = "ur arkivets referat"
_PARTIES: Final = " (där står också partiers egna ord)"


def of_motion(motion: Motion) -> str:
    """A motion as a source: ”Motionen ”…”, motion 2023:12, inlämnad 14 mars 2023, diarienummer KS 2023/411.”."""
    parts = [f"Motionen {_title(motion)}"]
    if motion.number:
        parts.append(f"motion {_known(motion.number)}")
    if motion.filed:
        parts.append(f"inlämnad {_day(motion.filed)}")
    return _sentence([*parts, *_numbers("diarienummer", distinct(motion.diary_numbers))])


def of_response(context: Context, motion: Motion, response: Response) -> str:
    """A response as a source; of an answer that is only told of, also where it is told."""
    if response.told:
        return f"{_sentence([_sender(context, response), f'återgivet i {_tellers(context, response)}'])} {_case(motion)}"
    kinds = words.listed(dict.fromkeys(words.DOCUMENT_TYPES[kind] for kind in (response.document_type, *response.paper_types)))
    if any(one.key == "dokumenttyp" for one in response.edits):
        kinds += f" ({labels.CURATED})"
    # Its page says which paragraphs are a party's as far as the archive knows; it does not know where each ends.
    if response.remarks:
        kinds += _PARTIES
    day = [_day(response.date)] if response.date else []
    return f"{_sentence([_sender(context, response), kinds, *day, *_own(response)])} {_case(motion)}"


def of_paper(context: Context, motion: Motion, response: Response, paper: Paper) -> str:
    """One of the papers of a response as a source, by its own name and day."""
    own = _PARTIES if any(holds(paper.document, one.place) for one in response.remarks) else ""
    return f"{_sentence([_sender(context, response), paper.name + own, *_own(response)])} {_case(motion)}"


def of_statement(motion: Motion, name: str, statement: Statement) -> str:
    """A party's paper as a source; ``name`` is what its page is called."""
    return f"{_sentence([name, *([words.date(statement.date)] if statement.date else [])])} {_case(motion)}"


def of_enclosure(motion: Motion, name: str) -> str:
    """An attachment as a source; ``name`` is what its page is called, and of the rest nothing is known but its case."""
    return f"{_sentence([name])} {_case(motion)}"


def of_comparison(motion: Motion) -> str:
    """The comparison of a motion's answers as a source: the archive's own work, made of the answers."""
    return f"Jämförelse av remissvaren. {_case(motion)}"


def note(context: Context, response: Response) -> str:
    """What must stand at a quote from a response: that the words are the archive's own retelling; "" where they are not."""
    tellers = (context.responses.get(report.source) for report in response.reports) if response.told else ()
    return RETOLD if response.retold or any(one and one.retold for one in tellers) else ""


def _case(motion: Motion) -> str:
    return _sentence([f"Ärende: {_title(motion)}", *_numbers("diarienummer", distinct(motion.diary_numbers))])


def _title(motion: Motion) -> str:
    by = " (titeln är angiven av redaktionen)" if motion.title.status is Status.CURATED else ""
    return f"”{motion.title.value}”{by}"


def _sender(context: Context, response: Response) -> str:
    said = {fact.status for fact in response.body_facts}
    by = ""
    if Status.CURATED in said:
        by = f" ({labels.SENDER_BY_EDITOR})"
    elif Status.INFERRED in said:
        by = " (avsändaren är härledd)"
    return f"{context.sender(response)}{by}"


def _tellers(context: Context, response: Response) -> str:
    """What tells of an answer, as its page puts it: ”tjänsteutlåtandet som bereder ärendet (Stadsledningskontoret)”."""
    sources = dict.fromkeys(report.source for report in response.reports if report.source in context.responses)
    told = []
    for source in (context.responses[one] for one in sources):
        kind = source.document.part.kind if source.document.part else ""
        by = f" ({context.sender(source)})" if source.bodies else ""
        told.append(f"{words.TELLERS.get(kind, 'en annan handling')}{by}")
    return words.listed(told) or "en annan handling"


def _own(response: Response) -> list[str]:
    return _numbers("eget diarienummer", distinct(fact for fact in response.diary_numbers if fact.of == "own"))


def _numbers(label: str, facts: Sequence[Fact]) -> list[str]:
    return [f"{label} {words.listed(map(_known, facts))}"] if facts else []


def _day(fact: Fact) -> str:
    return f"{words.date(fact.value)}{_how(fact)}"


def _known(fact: Fact) -> str:
    return f"{fact.value}{_how(fact)}"


def _how(fact: Fact) -> str:
    """How a fact is known that the document does not state, in brackets; "" for one that it states."""
    said = {Status.INFERRED: labels.INFERRED, Status.CURATED: labels.CURATED}.get(fact.status, "")
    return f" ({said})" if said else ""


def _sentence(parts: Iterable[str]) -> str:
    said = ", ".join(parts)
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
