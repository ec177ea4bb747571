"""The row of every file that came in: what was read, what it is used as, and which findings it has.

Nothing is lost in silence: a file that became no page is set aside in its row, a file of files counts by what was in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.archive.enclosed import published
from generator.fidelity import together
from generator.findings import found
from generator.intake import Taken
from generator.model import Archive, Document, Draft, Finding, Source, SourceOutcome, SourcePart

_COVER_WORDS = 150  # words below which a message with files is taken to be about them
Held = Callable[[Document], tuple[Finding, ...]]


def sort(taken: Sequence[Taken], held_back: Held) -> tuple[list[Document], list[Source], list[Finding]]:
    """The documents in ``taken`` that may be published; a row for every file; findings.

    The same bytes twice are one document; one for which ``held_back`` finds a reason is left out.
    """
    documents: list[Document] = []
    sources: list[Source] = []
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for one, delivery in ((each.entry, each.delivery) for each in taken):
        outcome, document = delivery.outcome, delivery.document
        if any(not char.isprintable() or "\ud800" <= char <= "\udfff" for char in one.file):
            findings.append(found("F110", one.file))
        if one.sha256 in first:
            findings.append(found("F107", one.file, other=first[one.sha256]))
            outcome, document = "duplicate", None
        else:
            findings += delivery.findings
        if document is not None:
            first[one.sha256] = one.file
            held = held_back(document)
            findings += held
            if held:
                outcome = "quarantined"
            elif outcome == "published":
                documents.append(document)
        media_type = document.media_type if document else ""
        sources.append(Source(one.file, one.sha256, outcome, media_type=media_type, size=one.size))
    return documents, sources, findings


def without_covers(drafts: Sequence[Draft], taken: Sequence[Taken]) -> list[Draft]:
    """``drafts`` where a message that only says what it brings ("Här kommer svaret") is nothing of its own.

    Such a message brought files, is short, and takes no stand itself; what it brought is what counts.
    """
    brought = {one.entry.inside for one in taken if one.entry.inside}
    return [
        replace(draft, kind="unknown")
        if draft.document.file in brought and draft.document.words < _COVER_WORDS and draft.stance.value == "unclear"
        else draft
        for draft in drafts
    ]


def about_messages(findings: Sequence[Finding], taken: Sequence[Taken]) -> list[Finding]:
    """``findings`` where a message that is no document itself, but brought some, is told of as that and not as a fault."""
    brought = {one.entry.inside for one in taken if one.entry.inside}
    return [
        found("F135", one.file, one.line) if one.code == "F201" and one.file in brought else one for one in findings
    ]


def rows(
    sources: Sequence[Source],
    archive: Archive,
    findings: Sequence[Finding],
    parts: Mapping[str, tuple[SourcePart, ...]],
    drafts: Sequence[Draft] = (),
) -> tuple[Source, ...]:
    """``sources`` with what each was used as, which findings it has and, of a bundle, what became of each part.

    ``drafts`` are all that was read, also what is in no archive: their ledgers give the share that is accounted for.
    """
    read: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        read[draft.document.file].append(draft)
    used: dict[str, list[str]] = defaultdict(list)
    documents: dict[str, list[Document]] = defaultdict(list)
    for name, document in published(archive):
        if name not in used[document.file]:  # an answer may have two papers in one file
            used[document.file].append(name)
        documents[document.file].append(document)
    codes: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.file is not None:
            codes[finding.file].append(finding.code)
    brought = _brought(sources, used)
    made = []
    for source in sources:
        shown = documents[source.file]
        total = sum(document.words for document in shown)
        lost = source.outcome == "published" and source.file not in used and not brought[source.file]
        made.append(
            replace(
                source,
                outcome=_set_aside(codes[source.file]) if lost else source.outcome,
                findings=tuple(sorted(set(codes[source.file]))),
                used_as=(*used.get(source.file, ()), *brought[source.file]),
                text_quality=_quality(shown, total) if shown else None,
                restored_words=sum(document.restored_words for document in shown),
                words=total,
                parts=_parts(parts.get(source.file, ()), read[source.file]),
                # Of a message that only says what it brings nothing is shown, so nothing of it is accounted for.
                accounted=None if brought[source.file] and not shown else _accounted(read[source.file]),
            )
        )
    return tuple(sorted(made, key=lambda source: source.file))


def _set_aside(codes: Sequence[str]) -> SourceOutcome:
    """What a file that was read and became nothing is: an editor may have said that it is nothing to show."""
    return "withdrawn" if "F414" in codes else "quarantined"


def _parts(told: Sequence[SourcePart], drafts: Sequence[Draft]) -> tuple[SourcePart, ...]:
    """The parts of a file with their shares, and with those that are held back."""
    known = {one.part.number: one for one in told}
    made = []
    for draft in drafts:
        if draft.document.part:
            one = known.pop(draft.document.part.number, SourcePart(draft.document.part, "held"))
            made.append(replace(one, accounted=_accounted([draft])))
    return tuple(sorted([*made, *known.values()], key=lambda one: one.part.number))


def _accounted(drafts: Sequence[Draft]) -> float | None:
    """The share of the text of ``drafts`` that is accounted for; None where none of it was counted."""
    ledgers = [draft.ledger for draft in drafts if draft.ledger]
    return together(ledgers).share if ledgers else None


def _brought(sources: Sequence[Source], used: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    """What the files inside each file are used as: a message is used as its attachments are."""
    known = {source.file for source in sources}
    made: dict[str, list[str]] = {source.file: [] for source in sources}
    for file, names in used.items():
        outer = file.rpartition("/")[0]
        while outer:
            if outer in known:
                made[outer] += names
            outer = outer.rpartition("/")[0]
    return made


def _quality(documents: Sequence[Document], words: int) -> float:
    """The text quality of a file's documents together, each by how many words it has."""
    if not words:
        return min(document.text_quality for document in documents)
    return sum(document.text_quality * document.words for document in documents) / words
