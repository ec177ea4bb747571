"""``motionsarkiv show FILE``: what is read out of one document, each fact with its line."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.build import explain
from generator.commands.shared import PUBLISHED, USAGE, WITH_ERRORS, declare_paths, paths
from generator.fidelity import FURNITURE, percent, together
from generator.findings import as_text, found, severity, shown
from generator.labels import OUTCOMES, STANCES
from generator.model import Draft, Fact, Ledger, Place
from generator.places import where

NAME = "show"
HELP = "Visa vad som läses ut ur ett dokument, varje uppgift med sin rad."
EXAMPLE = "motionsarkiv show content/ks-2019-1899/bromma.txt"
_KINDS = {"motion": "motion", "response": "svar", "statement": "partis inlaga", "unknown": "okänt"}
_LABELS: tuple[tuple[str, str], ...] = (
    ("titles", "Titel"),
    ("motion_number", "Motionens nummer"),
    ("diary_numbers", "Diarienummer"),
    ("cited_numbers", "Nämner också"),
    ("filed", "Inlämnad"),
    ("date", "Datum"),
    ("deadlines", "Sista svarsdag"),
    ("proposer_claims", "Motionärer enligt svaret"),
    ("parties", "Partier"),
    ("prepared_by", "Berett av"),
    ("proposed_decision", "Förslag till beslut"),
    ("board_decision", "Beslut"),
    ("attachments", "Bilaga"),
    ("authorities", "Myndigheter"),
    ("retold", "Referat"),
)
_ACCOUNTS = {
    "passage": "stycken",
    "table": "tabeller",
    "note": "fotnoter",
    "heading": "rubriker",
    "fact": "uppgifter",
    "label": "etiketter",
    "separator": "tecken mellan uppgifter",
    "heading-number": "rubriknummer",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the file and the output's form."""
    parser.add_argument("file", metavar="FIL", help="dokumentet")
    declare_paths(parser)
    parser.add_argument("--json", action="store_true", help="skriv allt som lästes som JSON")


def run(options: argparse.Namespace) -> int:
    """Print the draft of one document; 2 if there is no such file, 1 if it could not be read."""
    file = Path(options.file)
    where = paths(options)
    if not where.content.is_dir() and options.content != "content":
        print(as_text([found("F406", shown(options.content))]), end="", file=sys.stderr)
        return USAGE
    if not file.is_file():
        file = where.content / options.file
    if not file.is_file():
        print(f"Filen finns inte: {shown(options.file)}", file=sys.stderr)
        return USAGE
    drafts, findings = explain(where, file, jobs=os.cpu_count() or 1)
    print(as_text(findings).encode("utf-8", "replace").decode("utf-8"), end="", file=sys.stderr)
    if not drafts:
        return WITH_ERRORS
    if options.json:
        # One document is one object; the parts of a bundle, and what a message brought, are a list.
        text = json.dumps(_plain(drafts[0] if len(drafts) == 1 else drafts), ensure_ascii=False, indent=1)
    else:
        text = "\n".join([*(line for draft in drafts for line in _told(draft)), *_in_all(drafts)])
    print(text.encode("utf-8", "replace").decode("utf-8"))
    return WITH_ERRORS if any(severity(finding) == "error" for finding in findings) else PUBLISHED


def _plain(value: object) -> object:
    if isinstance(value, Ledger):
        return {
            "total": value.total,
            "accounted": value.accounted,
            "share": value.share,
            "kinds": dict(value.kinds),
            "unaccounted": _plain(value.unaccounted),
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(one) for one in value]
    return value


def _lines(draft: Draft) -> Iterator[str]:
    form = draft.document.media_type
    yield f"{shown(draft.document.file)}: {_KINDS[draft.kind]}" + (f" ({draft.document_type})" if draft.document_type else "")
    for name, label in _LABELS:
        value = getattr(draft, name)
        for fact in value if isinstance(value, tuple) else [value] if value else []:
            yield from _fact(label, fact, form)
    for clue in draft.senders:
        yield _row("Avsändare" if clue.strength == 3 else "Tecken på avsändare", f"{clue.mention.full} ({clue.sort})", clue.mention.place, form)
    for one in draft.referrals:
        for mention in one.names:
            yield _row("Tillfrågad", mention.full, mention.place, form)
    for proposer in draft.proposers:
        struck = f", struken{f': {proposer.note}' if proposer.note else ''}" if proposer.struck else ""
        yield _row("Motionär", f"{proposer.name}{f' ({proposer.party})' if proposer.party else ''}{struck}", proposer.place, form)
    for demand in draft.demands:
        yield _row(f"Förslag {demand.number}", demand.text, demand.place, form)
    if draft.kind == "response":
        stance = draft.stance
        yield _row("Hållning", f"{STANCES[stance.value]}{f' – ”{stance.quote}”' if stance.quote else ''}", stance.place, form)
    for signatory in draft.signatories:
        yield _row("Undertecknad av", ", ".join(filter(None, (signatory.name, signatory.title))), signatory.place, form)
    for decision in draft.decisions:
        yield _row("Beslutsgång", f"{decision.body}: {OUTCOMES[decision.outcome]} – ”{decision.text}”", decision.place, form)
    for section in draft.sections:
        yield _row("Avsnitt", f"{section.heading or '(utan rubrik)'} [{section.kind}], stycken: {len(section.passages)}", section.place, form)
    if draft.document.restored_words:
        yield f"  Återställda ord: {draft.document.restored_words} av {draft.document.words}"


def _told(draft: Draft) -> Iterator[str]:
    yield from _lines(draft)
    if draft.ledger:
        yield from _ledger(draft.ledger, draft.document.media_type)


def _ledger(ledger: Ledger, form: str) -> Iterator[str]:
    yield f"  Redovisning: {_account(ledger)}"
    for stretch in ledger.unaccounted:
        yield _row("Oredovisat", f"”{stretch.text}”", stretch.place, form)


def _in_all(drafts: Sequence[Draft]) -> Iterator[str]:
    """A row for a file that holds many documents."""
    ledgers = [draft.ledger for draft in drafts if draft.ledger]
    if len(drafts) > 1 and ledgers:
        yield f"Redovisning av allt: {_account(together(ledgers))}"


def _account(ledger: Ledger) -> str:
    """ "4 210 tecken: 91 % i stycken, 8,6 % i uppgifter, 0,4 % oredovisat"."""
    count = f"{ledger.total:,}".replace(",", "\u00a0")
    if not ledger.total:
        return "ingen text"
    kinds = [
        f"{percent(number / ledger.total)} i {_ACCOUNTS.get(kind) or kind.removeprefix(FURNITURE)}" for kind, number in ledger.kinds
    ]
    left = ledger.total - ledger.accounted
    return f"{count} tecken: {', '.join([*kinds, f'{percent(left / ledger.total)} oredovisat' if left else 'inget oredovisat'])}"


def _fact(label: str, fact: Fact, form: str) -> Iterator[str]:
    of = {"own": " (eget)", "case": " (ärendets)"}.get(fact.of or "", "")
    yield _row(label + of, fact.value.replace("\n", " / "), fact.place, form)


def _row(label: str, value: str, place: Place | None, form: str) -> str:
    return f"  {where(place, form):>8}  {label}: {value}"
