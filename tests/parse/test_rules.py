"""Every rule of parsing against its readable cases, and that no text breaks one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Draft, Fact, Mention, Place
from generator.parse.bodynames import is_generic, names_in_list
from generator.parse.dates import dates
from generator.parse.diary import diary_numbers, number_key, series_of, year_of
from generator.parse.furniture import furniture
from generator.parse.headings import heading_kind, is_attachments
from generator.parse.layout import lay_out
from generator.parse.signatures import read_signatures
from tests.cases import Case, cases, document, draft_of

CASES = Path(__file__).parent / "cases"


def _line(place: Place | None) -> str:
    return f" ({place.line})" if place else ""


def _dates(text: str) -> Iterator[str]:
    return (date for date, _ in dates(text))


def _diary_numbers(text: str) -> Iterator[str]:
    return (number.text + (" (label)" if number.labelled else "") for number in diary_numbers(text))


def _body_lists(text: str) -> Iterator[str]:
    for named in names_in_list(text):
        assert text[named.start :].startswith(named.name)
        full = f" → {named.full}" if named.full != named.name else ""
        yield named.name + full + (" (unnamed)" if is_generic(named.full) else "")


def _signatures(text: str) -> Iterator[str]:
    signed, whole = read_signatures(text.split("\n"))
    for one in signed:
        yield f"{one.name} | {one.title}"
    if not whole:
        yield "(refused)"


def _paragraphs(text: str) -> Iterator[str]:
    return (f"{block.kind} | {block.text}" for block in lay_out(document(text)).blocks)


def _furniture(text: str) -> Iterator[str]:
    lines = document(text).lines
    return (f"{lines[index].number} {name}" for index, name in sorted(furniture(lines).items()))


def _headings(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield "(attachments)" if is_attachments(line) else heading_kind(line) or "(none)"


def _demands(text: str) -> Iterator[str]:
    return (f"{one.number}. {one.text}{_line(one.place)}" for one in draft_of(text).demands)


def _stances(text: str) -> Iterator[str]:
    stance = draft_of(f"Yttrande över motion om en isbana\n{text}").stance
    place = Place("", None, stance.place.line - 1) if stance.place and stance.place.line else None
    yield stance.value + (f" ”{stance.quote}”{_line(place)}" if stance.quote else "")


def _kinds(text: str) -> Iterator[str]:
    draft = draft_of(text)
    yield " ".join(filter(None, (draft.kind, draft.document_type, draft.role if draft.role != "answer" else "")))


def _referrals(text: str) -> Iterator[str]:
    draft = draft_of(text)
    for one in draft.referrals:
        also = " besides the sender" if one.besides_sender else ""
        yield f"list{_line(one.place)}{also}: {', '.join(mention.full for mention in one.names)}"
    if draft.asked_kind:
        yield f"asked: {draft.asked_kind.value}"
    for fact in draft.deadlines:
        yield f"deadline{_line(fact.place)}: {fact.value}"


def _senders(text: str) -> Iterator[str]:
    clues = {(clue.strength, clue.mention.full, clue.mention.place) for clue in draft_of(text).senders}
    first: dict[tuple[int, str], Place] = {}
    for strength, name, place in sorted(clues, key=lambda clue: (clue[2], clue[1])):
        first.setdefault((strength, name), place)
    return (f"{strength} {name}{_line(place)}" for (strength, name), place in first.items())


def _titles(text: str) -> Iterator[str]:
    draft = draft_of(text)
    for fact in draft.titles:
        yield f"{fact.value}{_line(fact.place)}"
    if draft.motion_number:
        yield f"number {draft.motion_number.value}{_line(draft.motion_number.place)}"


def _numbers(text: str) -> Iterator[str]:
    draft = draft_of(text)
    for fact in (*draft.diary_numbers, *draft.cited_numbers):
        yield f"{fact.of or 'cited'} {fact.value}{_line(fact.place)}"


def _proposers(text: str) -> Iterator[str]:
    draft = draft_of(text)
    for one in draft.proposers:
        struck = f" | struck: {one.note}" if one.struck else ""
        yield f"{one.name} | {one.party}{struck}{_line(one.place)}"
    for fact in draft.proposer_claims:
        yield f"claim {fact.value}{_line(fact.place)}"


def _decisions(text: str) -> Iterator[str]:
    draft = draft_of(text)
    for name, fact in (("proposed", draft.proposed_decision), ("made", draft.board_decision)):
        if fact:
            yield f"{name}{_line(fact.place)}: {' / '.join(fact.value.split(chr(10)))}"
    for one in draft.decisions:
        yield f"{one.stage} {one.body.replace('Kommunstyrelsen', 'kommunstyrelsen')} {one.outcome}{_line(one.place)}"


def _details(text: str) -> Iterator[str]:
    draft = draft_of(text)
    named: tuple[tuple[str, Fact | None], ...] = (
        ("filed", draft.filed),
        ("date", draft.date),
        ("prepared by", draft.prepared_by),
        *(("attachment", fact) for fact in draft.attachments),
    )
    for name, fact in named:
        if fact:
            yield f"{name} {fact.value}{_line(fact.place)}"
    if draft.retold:
        yield f"retold{_line(draft.retold.place)}"


def _claims(text: str) -> Iterator[str]:
    return (f"{one.state} {one.mention.full}" for one in draft_of(text).body_claims)


def _authorities(text: str) -> Iterator[str]:
    return (fact.value for fact in draft_of(text).authorities)


RULES: dict[str, Callable[[str], Iterator[str]]] = {
    "authorities": _authorities,
    "body_lists": _body_lists,
    "claims": _claims,
    "dates": _dates,
    "decisions": _decisions,
    "demands": _demands,
    "details": _details,
    "diary_numbers": _diary_numbers,
    "furniture": _furniture,
    "headings": _headings,
    "kinds": _kinds,
    "numbers": _numbers,
    "paragraphs": _paragraphs,
    "proposers": _proposers,
    "referrals": _referrals,
    "senders": _senders,
    "signatures": _signatures,
    "stances": _stances,
    "titles": _titles,
}
EVERY = [
    pytest.param(rule, case, id=f"{name}:{case.line} {case.title}")
    for name, rule in RULES.items()
    for case in cases(CASES / f"{name}.md")
]


def test_every_file_of_cases_is_run() -> None:
    """Each file of cases belongs to a rule of the table."""
    assert sorted(path.stem for path in CASES.glob("*.md")) == sorted(RULES)


@pytest.mark.parametrize(("rule", "case"), EVERY)
def test_the_case_holds(rule: Callable[[str], Iterator[str]], case: Case) -> None:
    """What is read out of each case's text is what stands under it."""
    assert "\n".join(rule(case.given)) == case.expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("KS 2019/1899", "KS 2019:1899"), ("KS-2019-1899", "ks 2019/1899"), ("SLK-2023-00899", "SLK 2023/899")],
)
def test_forms_of_one_number_share_a_key(one: str, other: str) -> None:
    """Two ways to write one diary number have the same key."""
    assert number_key(one) == number_key(other)


def test_a_number_gives_its_series_and_year() -> None:
    """The letters beside a number are its series; four digits that can be a year are its year, or two after a last slash."""
    assert (series_of("KS 2019/1899"), year_of("KS 2019/1899")) == ("KS", "2019")
    assert (series_of("2014/KS 0012 001"), year_of("2014/KS 0012 001")) == ("KS", "2014")
    assert (series_of("2025.368 KS"), year_of("2025.368 KS")) == ("KS", "2025")
    assert (series_of("0571/23"), year_of("0571/23")) == ("", "2023")
    assert (year_of("213/98"), year_of("KS 2019/2001"), year_of("303-225-04")) == ("1998", "2019", None)


def _facts(draft: Draft) -> Iterator[Fact]:
    for value in (
        draft.titles,
        draft.diary_numbers,
        draft.cited_numbers,
        draft.deadlines,
        draft.attachments,
        draft.authorities,
    ):
        yield from value
    yield from (fact for fact in (draft.filed, draft.date, draft.prepared_by, draft.proposed_decision) if fact)


WORDS = st.sampled_from(
    [
        "Motion",
        "motionen",
        "om",
        "Bakgrund",
        "Ärendet",
        "Förslag",
        "till",
        "beslut",
        "Nämnden",
        "tillstyrker",
        "avstyrker",
        "kulturnämnden,",
        "Norrby-",
        "och",
        "samt",
        "att",
        "Att:",
        "•",
        "1.",
        "(M)",
        "Anna",
        "Ek",
        "KS",
        "2019/1899",
        "Dnr:",
        "den",
        "3",
        "maj",
        "2020",
        "remitterat",
        "till",
        "yttrande",
        "senast",
        "Sida",
        "2",
        "(3)",
        "~~struken~~",
        "```",
        "~~~~",
        "---",
        "#",
        "*",
        "av",
        "från",
        "föreslår",
        "kommunfullmäktige",
        "besluta",
        "Bilaga",
        "Stadsdelsdirektör",
        ".",
    ]
)
TEXTS = st.lists(
    st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=40), st.just(""), st.just(" ")), max_size=25
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["dokument.txt", "dokument.md"]))
def test_no_text_breaks_a_rule(text: str, file: str) -> None:
    """Any text gives a draft whose facts stand on lines of the document."""
    if not text.strip():
        return
    try:
        draft = draft_of(text, file)
    except AssertionError:
        return  # the readers refused it, which is theirs to do
    numbers = {line.number for line in draft.document.lines}
    for fact in _facts(draft):
        assert fact.place is not None
        assert fact.place.line in numbers
        assert fact.quote
    places = [mention.place for one in draft.referrals for mention in one.names]
    assert all(place.line in numbers for place in places)
    ids = [passage.id for section in draft.sections for passage in section.passages]
    assert len(ids) == len(set(ids))
    assert all(isinstance(clue.mention, Mention) for clue in draft.senders)


@pytest.mark.parametrize(
    "piece", ["x", "Anna Ek, ", "remitterat till ", "A\n", "A", "KS 2019/1899 ", "Dnr \n", "att ", "bygg- och "]
)
def test_a_monstrous_text_is_read(piece: str) -> None:
    """Thirty thousand characters of the same, on one line or many, are read as the answer that they open as."""
    assert draft_of("Yttrande över motion om is\n\nBakgrund\n" + piece * (30_000 // len(piece))).kind == "response"
