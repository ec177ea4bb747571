"""Invented documents held against what a careful reader states about them; ``tests/corpus/README.md`` tells the format."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import Gathered, Paths, explain, gather
from generator.model import Draft, Fact, Response

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
DOCUMENTS = CORPUS / "documents"

Value = str | list[str]
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program makes of one document: what it says, and what it became in the archive."""

    draft: Draft
    response: Response | None
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """The data file of one case: which files share a motion, and the facts of each file."""

    title: str
    together: list[list[str]]
    documents: Mapping[str, Facts]


# --- reading ------------------------------------------------------------------------------------------------------


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _expected(case: str) -> Expected:
    made = _load(CORPUS / "expected" / f"{case}.yml")
    return Expected(made["case"], made["together"], made["documents"])


EXPECTED = {path.stem: _expected(path.stem) for path in sorted((CORPUS / "expected").glob("*.yml"))}
KNOWN = {(one["document"], one["fact"]): one["reason"] for one in _load(CORPUS / "known.yml")}


def _paths(content: Path) -> Paths:
    return Paths(ROOT, content, ROOT / "site_config", ROOT / "site")


@functools.cache
def _gathered(content: Path) -> Gathered:
    """A content folder as the build gathers it; each folder once a session."""
    return gather(_paths(content))


@functools.cache
def _reading(case: str, file: str) -> Reading:
    """One document, read with its case's others beside it."""
    folder = DOCUMENTS / case
    drafts, findings = explain(_paths(folder), folder / file)
    draft = drafts[0] if drafts else None
    assert draft is not None, findings
    archive = _gathered(folder).archive
    response = next((one for one in archive.responses if file in {paper.file for paper in (one.document, *one.papers)}), None)
    return Reading(draft, response, tuple(archive.body(one).name for one in response.bodies) if response else ())


def _motions(content: Path) -> dict[str, str]:
    """Which motion each file of a content folder belongs to; a file that belongs to none is left out."""
    archive = _gathered(content).archive
    own = {motion.document.file: motion.id for motion in archive.motions if motion.document}
    own |= {one.document.file: motion.id for motion in archive.motions for one in motion.statements if one.document}
    return own | {paper.file: one.motion for one in archive.responses if not one.told for paper in (one.document, *one.papers)}


# --- facts as the data files write them ---------------------------------------------------------------------------


def _said(fact: Fact | None) -> str:
    return fact.value if fact else "absent"


def _numbers(draft: Draft, of: str) -> list[str]:
    return [number.value for number in draft.diary_numbers if number.of == of]


def _stance(reading: Reading) -> str:
    return (reading.response or reading.draft).stance.value


READ: dict[str, Callable[[Reading], Value]] = {
    "kind": lambda one: one.draft.kind,
    "type": lambda one: one.draft.document_type or "absent",
    "role": lambda one: one.draft.role,
    "title": lambda one: one.draft.titles[0].value if one.draft.titles else "absent",
    "number": lambda one: _said(one.draft.motion_number),
    "own numbers": lambda one: _numbers(one.draft, "own"),
    "case numbers": lambda one: _numbers(one.draft, "case"),
    "filed": lambda one: _said(one.draft.filed),
    "date": lambda one: _said(one.draft.date),
    "proposers": lambda one: [f"{who.name} ({who.party})" if who.party else who.name for who in one.draft.proposers],
    "demands": lambda one: [demand.text for demand in one.draft.demands],
    "bodies": lambda one: list(one.bodies),
    "stance": _stance,
    "decisions": lambda one: [f"{made.stage} by {made.body}: {made.outcome}" for made in one.draft.decisions],
    "signatories": lambda one: [", ".join(filter(None, (who.name, who.title))) for who in one.draft.signatories],
    "attachments": lambda one: [attachment.value for attachment in one.draft.attachments],
    "referrals": lambda one: [mention.full for listed in one.draft.referrals for mention in listed.names],
    "deadlines": lambda one: [deadline.value for deadline in one.draft.deadlines],
    "claims": lambda one: [f"{claim.mention.full}: {claim.state}" for claim in one.draft.body_claims],
}
UNLESS_MENTIONED: dict[str, Value] = {"referrals": [], "claims": []}
ANY_ORDER = frozenset({"own numbers", "case numbers", "bodies", "referrals", "claims"})
ABOUT = frozenset({"expectation", "bytes", "note"})

_FORMAL = re.compile(r"motion(?:en)?\b[^.]*?(?:\b(?:om|angående|gällande)|[:,–])\s+", re.IGNORECASE)
_JOINT = re.compile(r"[\s,.;]*(?:\b(?:samt|och))?[\s,.;]*$")


def _agrees(fact: str, want: str, got: str) -> bool:
    """Whether one value is what is wanted, or one of what "a or b" allows; letters' case never matters."""
    got = got.casefold()
    wanted = [one.casefold() for one in want.split(" or ")]
    if fact == "title":
        formal = _FORMAL.match(got)
        return got in wanted or (formal is not None and got[formal.end() :] in wanted)
    if fact == "demands":
        return _JOINT.sub("", got.removeprefix("att ")) in [one.removeprefix("att ") for one in wanted]
    if fact == "proposers":
        return any(got == one or ("(" not in one and got.startswith(f"{one} (")) for one in wanted)
    return got in wanted


def _holds(fact: str, want: Value, got: Value) -> bool:
    """Whether a fact, a word or a list of them, is as wanted."""
    if isinstance(want, str) or isinstance(got, str):
        return isinstance(want, str) and isinstance(got, str) and _agrees(fact, want, got)
    if fact in ANY_ORDER:
        want, got = sorted(want, key=str.casefold), sorted(got, key=str.casefold)
    return len(want) == len(got) and all(_agrees(fact, one, other) for one, other in zip(want, got, strict=True))


# --- the tests ----------------------------------------------------------------------------------------------------


def _documents() -> Iterator[tuple[str, str, Facts]]:
    for case, expected in EXPECTED.items():
        for file, facts in expected.documents.items():
            yield case, file, facts


def _facts() -> Iterator[Any]:
    """One parameter set a fact; a known difference must go on differing."""
    for case, file, facts in _documents():
        for fact, want in (UNLESS_MENTIONED | dict(facts)).items():
            if fact in ABOUT:
                continue
            reason = KNOWN.get((f"{case}/{file}", fact))
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if reason else []
            yield pytest.param(case, file, fact, want, marks=marks, id=f"{case}/{file}: {fact}")


@pytest.mark.parametrize(("case", "file", "fact", "want"), list(_facts()))
def test_fact(case: str, file: str, fact: str, want: Value) -> None:
    """A document is read as a careful reader reads it, but for the differences listed as known."""
    got = READ[fact](_reading(case, file))
    assert _holds(fact, want, got), f"{EXPECTED[case].documents[file]['expectation']}\nwanted {want!r}\nread   {got!r}"


@pytest.mark.parametrize("case", list(EXPECTED))
def test_documents_of_one_motion_are_joined(case: str) -> None:
    """Documents about one motion come under one motion, and no other document comes there."""
    _assert_joined(_motions(DOCUMENTS / case), EXPECTED[case].together)


def test_cases_do_not_mix() -> None:
    """Documents of all cases in one archive are joined as they are case by case."""
    groups = [
        [f"{case}/{file}" for file in group] for case, expected in EXPECTED.items() for group in expected.together
    ]
    _assert_joined(_motions(DOCUMENTS), groups)


def _assert_joined(motions: Mapping[str, str], groups: list[list[str]]) -> None:
    for group in groups:
        found = {file: motions.get(file) for file in group}
        assert len(set(found.values())) == 1, found
        assert None not in found.values(), found
        motion = found[group[0]]
        assert {file for file, other in motions.items() if other == motion} == set(group)


@pytest.mark.parametrize(
    ("case", "file", "facts"), [pytest.param(*one, id=f"{one[0]}/{one[1]}") for one in _documents()]
)
def test_bytes(case: str, file: str, facts: Facts) -> None:
    """A document of the corpus is UTF-8 with line feeds and no trailing spaces, but for what its expectation names."""
    data = (DOCUMENTS / case / file).read_bytes()
    try:
        text, odd = data.decode("utf-8"), []
    except UnicodeDecodeError:
        text, odd = data.decode("cp1252"), ["cp1252"]
    if "\r\n" in text:
        odd.append("CRLF")
    if any(line.endswith(" ") for line in text.replace("\r\n", "\n").split("\n")):
        odd.append("trailing spaces")
    assert odd == facts.get("bytes", [])


def test_every_document_has_an_expectation() -> None:
    """Each document of the corpus has one expectation: a sentence, and facts that are words or lists of words."""
    there = {path.relative_to(DOCUMENTS).as_posix() for path in DOCUMENTS.rglob("*") if path.is_file()}
    assert there == {f"{case}/{file}" for case, file, _ in _documents()}
    assert all(facts["expectation"] for _, _, facts in _documents())
    assert all(set(facts) <= set(READ) | ABOUT for _, _, facts in _documents())
    values = [value for _, _, facts in _documents() for value in facts.values()]
    words = [word for value in values for word in (value if isinstance(value, list) else [value])]
    assert [word for word in words if not isinstance(word, str)] == []
    assert all(set(group) <= set(one.documents) for one in EXPECTED.values() for group in one.together)


def test_known_differences_have_a_reason() -> None:
    """Each known difference names a fact of the corpus and gives a reason."""
    compared = {
        (f"{case}/{file}", fact) for case, file, facts in _documents() for fact in UNLESS_MENTIONED | dict(facts)
    }
    assert set(KNOWN) <= compared
    assert all(KNOWN.values())
