"""Which of an editor's words hold for which document, and for which case."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.curation import CaseNote, Row, Words
from generator.findings import found_at
from generator.model import Document, Draft, Fact, Finding, Part
from generator.parse.diary import number_key

Key = tuple[str, int]
_PAGES: Final = re.compile(r"(?:s\.?|sid\.?|sidan?|sidorna)\s*(\d+)(?:\s*[-–]\s*(\d+))?", re.IGNORECASE)
_LINES: Final = re.compile(r"(?:rad|rader|raderna|r\.)\s*(\d+)(?:\s*[-–]\s*(\d+))?", re.IGNORECASE)
_FOR_ALL: Final = ("ärende",)  # what can be said of a whole file that holds many documents


@dataclass(frozen=True, slots=True)
class Cases:
    """The words on each case, in the order of the cases; what is wrong with the rest."""

    words: tuple[Words, ...]
    findings: tuple[Finding, ...]


def words_of(documents: Sequence[Document], notes: Sequence[CaseNote]) -> tuple[Mapping[Key, Words], list[Finding]]:
    """What is said of each document, by its key. What cannot hold for one document is a finding and is not used."""
    by_file: dict[str, list[Document]] = {}
    for document in documents:
        by_file.setdefault(document.file, []).append(document)
    made: dict[Key, dict[str, tuple[Row, ...]]] = {}
    findings: list[Finding] = []
    for note in notes:
        for target, words in sorted(note.files.items()):
            whole, _, part = (target, "", "") if target in by_file else target.rpartition("#")
            held = by_file.get(whole or target, [])
            if not held:
                continue  # a file that was set aside has its own finding
            if part:
                held, why = _parts(held, part)
                if why and words:
                    findings.append(_at(words, "F411", name=whole.removeprefix(note.folder), part=part, why=why))
            many = not part and any(one.part for one in held)
            why = f"filen innehåller flera dokument; skriv vilket som menas, till exempel ”{target.removeprefix(note.folder)}#2”"
            for key, rows in words.items():
                if many and key not in _FOR_ALL:
                    findings.append(_at({key: rows}, "F403", key=key, why=why))
                    continue
                for document in held:
                    made.setdefault(document.key, {})[key] = rows
    return made, findings


def case_number(document: Document, words: Words, notes: Sequence[CaseNote]) -> Fact | None:
    """The number of the case that an editor puts a document in: said of the document itself, or of its folder."""
    rows = words.get("ärende") or (nearest(document, notes) or CaseNote("", {}, {})).case.get("diarienummer")
    return rows[0].fact if rows else None


def case_notes(groups: Sequence[Sequence[Draft]], words: Mapping[Key, Words], notes: Sequence[CaseNote]) -> Cases:
    """Which case each note speaks of: the only one of its folder, or the one whose number it gives."""
    made: list[Words] = [{} for _ in groups]
    findings: list[Finding] = []
    for note in notes:
        if not note.case:
            continue
        number = note.case.get("diarienummer")
        under = _under(note, groups, notes)
        if number and len(under) > 1:
            wanted = number_key(number[0].fact.value)
            under = [at for at in under if any(_numbered(draft, words, notes) == wanted for draft in groups[at])]
        if len(under) == 1:
            made[under[0]] = _added(made[under[0]], note.case, findings)
        elif not under:
            findings.append(_at(note.case, "F413"))
        else:
            cases = ", ".join(sorted(_called(groups[at]) for at in under))
            findings.append(_at(note.case, "F412", cases=cases))
    return Cases(tuple(made), tuple(findings))


def _under(note: CaseNote, groups: Sequence[Sequence[Draft]], notes: Sequence[CaseNote]) -> list[int]:
    """Which cases have documents that ``note`` speaks of, but for those that only have a document of another case there too."""
    keys = [{draft.document.key for draft in group if nearest(draft.document, notes) is note} for group in groups]
    return [at for at, own in enumerate(keys) if own and not any(own < other for other in keys)]


def _added(before: Words, more: Words, findings: list[Finding]) -> Words:
    """The words of two notes on one case; what both say is the first one's, and is told."""
    for key in sorted(set(before) & set(more)):
        place = before[key][0].fact.place
        findings.append(_at({key: more[key]}, "F410", key=key, first=f"i {place.file}" if place else "första"))
    return {**more, **before}


def nearest(document: Document, notes: Sequence[CaseNote]) -> CaseNote | None:
    """The note on a case in the folder of ``document``, or in the nearest folder above."""
    above = [note for note in notes if note.case and document.file.startswith(note.folder)]
    return max(above, key=lambda note: len(note.folder), default=None)


def _numbered(draft: Draft, words: Mapping[Key, Words], notes: Sequence[CaseNote]) -> str:
    fact = case_number(draft.document, words.get(draft.document.key, {}), notes)
    return number_key(fact.value) if fact else ""


def _parts(documents: Sequence[Document], part: str) -> tuple[list[Document], str]:
    """The documents of a file that ``part`` means, and why there is not one, "" where there is."""
    parts = [(one, one.part) for one in documents if one.part]
    if not parts:
        return [], "filen är ett enda dokument"
    if part.isascii() and part.isdigit():
        held = [one for one, of in parts if of.number == int(part)]
        return held, "" if held else f"filen har {len(parts)} delar"
    paged = _PAGES.fullmatch(part)
    lined = _LINES.fullmatch(part)
    said = paged or lined
    if not said:
        return [], "delen ska anges med nummer, rader (”rad 12–80”) eller sidor (”s. 3–5”)"
    first, last = int(said[1]), int(said[2] or said[1])
    spans = [(one, _span(of, paged=bool(paged))) for one, of in parts]
    touched = [(one, span) for one, span in spans if span and span[0] <= last and span[1] >= first]
    within = [one for one, span in touched if span[0] >= first and span[1] <= last]
    found_parts = [one for one, _ in touched] if len(touched) == 1 else within
    if len(found_parts) == 1:
        return found_parts, ""
    return [], "flera delar ligger där" if touched else "ingen del ligger där"


def _span(part: Part, *, paged: bool) -> tuple[int, int] | None:
    first, last = (part.first.page, part.last.page) if paged else (part.first.line, part.last.line)
    if first is None or last is None or (not paged and part.first.page is not None):
        return None
    return first, last


def _at(words: Words, code: str, **said: object) -> Finding:
    """A finding at the first line that states one of ``words``."""
    places = [row.fact.place for rows in words.values() for row in rows if row.fact.place]
    return found_at(code, min(places, key=lambda place: place.line or 0), **said)


def _called(drafts: Sequence[Draft]) -> str:
    facts = [fact.value for draft in drafts for fact in (*draft.diary_numbers, *draft.titles)]
    return facts[0] if facts else drafts[0].document.file
