"""Documents → drafts, in other processes: a file that holds many documents is split, and each part is parsed as itself.

Parsing is our own work on text, but the text is a stranger's: a document that no process gets through costs itself only.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator import children
from generator.bundles import split
from generator.fidelity import accounts
from generator.findings import found
from generator.model import Document, Draft, Finding
from generator.parse import parse

LIMITS = children.Limits(memory=1536, processor=120, clock=600)
_TOGETHER = 10  # documents that one process parses, unless one of them fails

_Batch = Sequence[Document]


def understand(documents: Sequence[Document], jobs: int = 1) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """What each of ``documents``, or each part of it, says, sorted; findings for those that no process got through."""
    drafts: list[Draft] = []
    findings: list[Finding] = []
    alone: list[Document] = []
    for batch, outcome in _run([documents[start : start + _TOGETHER] for start in range(0, len(documents), _TOGETHER)], jobs):
        if outcome.answer is not None:
            drafts += pickle.loads(outcome.answer)  # noqa: S301 - made by our own rules from our own values
        else:
            alone += batch
    for (document,), outcome in _run([[document] for document in alone], jobs):
        if outcome.answer is not None:
            drafts += pickle.loads(outcome.answer)  # noqa: S301 - likewise
        elif outcome.failure == "time":
            findings.append(found("F120", document.file, seconds=LIMITS.processor))
        elif outcome.failure == "memory":
            findings.append(found("F121", document.file, limit=LIMITS.memory))
        else:
            findings.append(found("F122", document.file, why=outcome.why))
    return tuple(sorted(drafts, key=lambda draft: draft.document.key)), tuple(findings)


def restorations(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """A finding (F112) for each file of which words were restored."""
    restored: defaultdict[str, int] = defaultdict(int)
    words: defaultdict[str, int] = defaultdict(int)
    for document in (draft.document for draft in drafts):
        words[document.file] += document.words
        restored[document.file] += document.restored_words
    return tuple(found("F112", file, damaged=count, words=words[file]) for file, count in restored.items() if count)


def _run(batches: Sequence[_Batch], jobs: int) -> Iterator[tuple[_Batch, children.Outcome]]:
    def work(batch: _Batch) -> children.Work:
        return lambda: pickle.dumps([draft for document in batch for draft in _read(document)])

    for index, outcome in children.run([work(batch) for batch in batches], [LIMITS] * len(batches), jobs):
        yield batches[index], outcome


def _read(document: Document) -> list[Draft]:
    """The drafts of a document or its parts, each with its ledger."""
    drafts = [parse(part) for part in split(document)]
    return [replace(draft, ledger=ledger) for draft, ledger in zip(drafts, accounts(document, drafts), strict=True)]
