"""``motionsarkiv show FILE``: what is read out of one document, each fact with its line."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.build import understand
from generator.commands.shared import PUBLISHED, USAGE, WITH_ERRORS, declare_paths, paths
from generator.findings import as_text, severity, shown
from generator.labels import OUTCOMES, STANCES
from generator.model import Draft, Fact, Place

NAME = "show"
HELP = "Visa vad som läses ut ur ett dokument, varje uppgift med sin rad."
EXAMPLE = "motionsarkiv show content/ks-2019-1899/bromma.txt"
_KINDS = {"motion": "motion", "response": "svar", "unknown": "okänt"}
_LABELS: tuple[tuple[str, str], ...] = (
    ("titles", "Titel"),
    ("motion_number", "Motionens nummer"),
    ("diary_numbers", "Diarienummer"),
    ("cited_numbers", "Nämner också"),
    ("filed", "Inlämnad"),
    ("date", "Datum"),
    ("deadlines", "Sista svarsdag"),
    ("proposer_claims", "Motionärer enligt svaret"),
    ("prepared_by", "Berett av"),
    ("proposed_decision", "Förslag till beslut"),
    ("board_decision", "Beslut"),
    ("attachments", "Bilaga"),
    ("authorities", "Myndigheter"),
    ("retold", "Referat"),
)


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the file and the output's form."""
    parser.add_argument("file", metavar="FIL", help="dokumentet")
    declare_paths(parser)
    parser.add_argument("--json", action="store_true", help="skriv allt som lästes som JSON")


def run(options: argparse.Namespace) -> int:
    """Print the draft of one document; 2 if there is no such file, 1 if it could not be read."""
    file = Path(options.file)
    where = paths(options)
    if not file.is_file():
        file = where.content / options.file
    if not file.is_file():
        print(f"Filen finns inte: {shown(options.file)}", file=sys.stderr)
        return USAGE
    draft, findings = understand(where, file)
    print(as_text(findings).encode("utf-8", "replace").decode("utf-8"), end="", file=sys.stderr)
    if draft is None:
        return WITH_ERRORS
    text = json.dumps(_plain(draft), ensure_ascii=False, indent=1) if options.json else "\n".join(_lines(draft))
    print(text.encode("utf-8", "replace").decode("utf-8"))
    return WITH_ERRORS if any(severity(finding) == "error" for finding in findings) else PUBLISHED


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(one) for one in value]
    return value


def _lines(draft: Draft) -> Iterator[str]:
    yield f"{shown(draft.document.file)}: {_KINDS[draft.kind]}" + (f" ({draft.document_type})" if draft.document_type else "")
    for name, label in _LABELS:
        value = getattr(draft, name)
        for fact in value if isinstance(value, tuple) else [value] if value else []:
            yield from _fact(label, fact)
    for clue in draft.senders:
        yield _row("Avsändare" if clue.strength == 3 else "Tecken på avsändare", f"{clue.mention.full} ({clue.sort})", clue.mention.place)
    for one in draft.referrals:
        for mention in one.names:
            yield _row("Tillfrågad", mention.full, mention.place)
    for proposer in draft.proposers:
        struck = f", struken{f': {proposer.note}' if proposer.note else ''}" if proposer.struck else ""
        yield _row("Motionär", f"{proposer.name}{f' ({proposer.party})' if proposer.party else ''}{struck}", proposer.place)
    for demand in draft.demands:
        yield _row(f"Förslag {demand.number}", demand.text, demand.place)
    if draft.kind == "response":
        stance = draft.stance
        yield _row("Hållning", f"{STANCES[stance.value]}{f' – ”{stance.quote}”' if stance.quote else ''}", stance.place)
    for signatory in draft.signatories:
        yield _row("Undertecknad av", ", ".join(filter(None, (signatory.name, signatory.title))), signatory.place)
    for decision in draft.decisions:
        yield _row("Beslutsgång", f"{decision.body}: {OUTCOMES[decision.outcome]} – ”{decision.text}”", decision.place)
    for section in draft.sections:
        yield _row("Avsnitt", f"{section.heading or '(utan rubrik)'} [{section.kind}], stycken: {len(section.passages)}", section.place)
    if draft.document.restored_words:
        yield f"  Återställda ord: {draft.document.restored_words} av {draft.document.words}"


def _fact(label: str, fact: Fact) -> Iterator[str]:
    of = {"own": " (eget)", "case": " (ärendets)"}.get(fact.of or "", "")
    yield _row(label + of, fact.value.replace("\n", " / "), fact.place)


def _row(label: str, value: str, place: Place | None) -> str:
    line = f"rad {place.line}" if place and place.line else ""
    return f"  {line:>8}  {label}: {value}"
