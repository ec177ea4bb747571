"""Every character of a document is accounted for by what its draft really carries, or told as unaccounted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import cli
from generator.bundles import split
from generator.fidelity import FURNITURE, THRESHOLDS, account, accounts, percent, together, weigh
from generator.model import (
    Archive,
    Aside,
    Document,
    Draft,
    Fact,
    Ledger,
    Line,
    LineStyle,
    Part,
    Passage,
    Place,
    Proposer,
    Restored,
    Section,
    Source,
    SourcePart,
    Status,
    Stretch,
)
from generator.parse import parse
from generator.readers import read
from generator.sources import rows
from tests.cases import document
from tests.parse.made import line, unpaged
from tests.parse.test_rules import TEXTS

LETTER = """Dnr KUN 2021/44
Yttrande över motion om en isbana

Bakgrund
Nämnden har prövat frågan om en isbana vid ham-
nen och finner att den kan byggas.

Förslag till beslut
1. Nämnden tillstyrker motionen.

Karin Holm
Kulturdirektör
"""


def _ledger(made: Document, draft: Draft | None = None) -> Ledger:
    return account(made.file, made.lines, parse(made) if draft is None else draft)


def _characters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _left(ledger: Ledger) -> int:
    return sum(_characters(stretch.text) for stretch in ledger.unaccounted)


def _of(ledger: Ledger, *kinds: str) -> int:
    return sum(count for kind, count in ledger.kinds if kind in kinds)


def _distinct(made: Document) -> bool:
    """Whether no line stands in another: where one does, the words of a fact may be found on either."""
    texts = ["".join(one.text.lower().replace("-", "").split()) for one in made.lines]
    texts = [text for text in texts if text]
    return not any(one in other for at, one in enumerate(texts) for other in (*texts[:at], *texts[at + 1 :]))


def _without(draft: Draft, passage: Passage) -> Draft:
    """A draft as a rule would make it that lost one passage."""
    sections = [replace(one, passages=tuple(kept for kept in one.passages if kept is not passage)) for one in draft.sections]
    return replace(draft, sections=tuple(sections))


# --- what is counted ------------------------------------------------------------------------------------------------


def test_a_letter_is_accounted_for_to_the_last_character() -> None:
    """Facts, headings, passages and signatures of an ordinary answer hold all of it, also the hyphen of a word cut in two."""
    made = document(LETTER)
    ledger = _ledger(made)
    assert ledger.unaccounted == ()
    assert ledger.total == _characters(LETTER) == sum(count for _, count in ledger.kinds)
    assert _of(ledger, "heading") == _characters("BakgrundFörslag till beslut")
    assert _of(ledger, "fact") == _characters("Dnr KUN 2021/44 Yttrande över motion om en isbana Karin Holm Kulturdirektör")


def test_half_a_paragraph_that_was_dropped_is_told_with_its_line_and_words() -> None:
    """Where a passage holds the first line of two, the second is unaccounted."""
    made = document(LETTER)
    draft = parse(made)
    whole = next(passage for section in draft.sections for passage in section.passages if passage.text.startswith("Nämnden har"))
    half = replace(whole, text=whole.text[: whole.starts[1][0]], starts=whole.starts[:1])
    sections = tuple(
        replace(one, passages=tuple(half if kept is whole else kept for kept in one.passages)) for one in draft.sections
    )
    ledger = _ledger(made, replace(draft, sections=sections))
    assert ledger.unaccounted == (Stretch(Place(made.file, None, 6), "nen och finner att den kan byggas."),)
    assert ledger.share < 1


def test_words_that_a_rule_put_in_account_for_nothing() -> None:
    """A passage that says what its line does not say leaves the line unaccounted."""
    made = unpaged(line("Nämnden avstyrker motionen.", opens=True))
    passage = Passage("p-1", "Nämnden tillstyrker motionen.", Place(made.file, None, 1), starts=((0, 1),))
    ledger = _ledger(made, Draft(made, sections=(Section("other", "", (passage,)),)))
    assert [stretch.text for stretch in ledger.unaccounted] == ["Nämnden avstyrker motionen."]


def test_a_fact_accounts_for_its_quote_only() -> None:
    """What stands beside a quote on the same line is unaccounted."""
    made = unpaged(line("Datum 2021-05-03 Rummet Bojen"))
    place = Place(made.file, None, 1)
    ledger = _ledger(made, Draft(made, kind="response", date=Fact("2021-05-03", Status.STATED, "Datum 2021-05-03", place)))
    assert ledger.kinds == (("fact", 15),)
    assert [stretch.text for stretch in ledger.unaccounted] == ["Rummet Bojen"]


def test_a_restored_word_must_be_told_as_restored() -> None:
    """A passage that holds the restored word without its mark does not hold what stood on the line."""
    mark = Restored(0, 7, "N?mnden")
    made = Document("svar.txt", "0" * 64, "text/plain", (Line(1, "Nämnden avstyrker.", restored=(mark,)),))
    told = Passage("p-1", "Nämnden avstyrker.", Place("svar.txt", None, 1), (mark,), ((0, 1),))
    untold = replace(told, restored=())
    assert _ledger(made, Draft(made, sections=(Section("other", "", (told,)),))).share == 1
    assert _ledger(made, Draft(made, sections=(Section("other", "", (untold,)),))).share == 0


def test_furniture_is_counted_by_its_name() -> None:
    """A page header is not text of the document, and is counted as what it is."""
    made = unpaged(line("Ekviks kommun", "header"), line("Nämnden avstyrker motionen.", opens=True))
    assert _ledger(made).kinds == (("passage", 25), (f"{FURNITURE}sidhuvud", 12))


def test_a_number_beside_a_date_is_not_taken_for_its_day() -> None:
    """Two readings of the same digits on a line: the one that stands between spaces is the passage's."""
    made = unpaged(line("2023-10-24 24"))
    place = Place(made.file, None, 1)
    passage = Passage("p-1", "24", place, starts=((0, 1),))
    ledger = _ledger(made, Draft(made, sections=(Section("other", "", (passage,)),)))
    assert [stretch.text for stretch in ledger.unaccounted] == ["2023-10-24"]


def test_parties_and_small_words_between_names_are_accounted_for() -> None:
    """The names under a motion hold the whole of their line: parties in parentheses, commas and "och"."""
    made = unpaged(line("Marta Ståhl (MP), Olle Fors (MP) och Vera Ek (V)"))
    place = Place(made.file, None, 1)
    people = tuple(Proposer(name, party, place) for name, party in [("Marta Ståhl", "MP"), ("Olle Fors", "MP"), ("Vera Ek", "V")])
    ledger = _ledger(made, Draft(made, kind="motion", proposers=people))
    assert ledger.unaccounted == ()
    assert _of(ledger, "separator") == len(",och")


def test_an_empty_document_lacks_nothing() -> None:
    """The share of nothing is whole."""
    assert _ledger(Document("tom.txt", "0" * 64, "text/plain", ()), Draft(document("x"))) == Ledger()
    assert Ledger().share == 1


# --- parts ------------------------------------------------------------------------------------------------------------


def test_the_parts_of_a_file_together_hold_each_of_its_lines() -> None:
    """Each part is held against its own lines, and what stands between two parts counts in the first of them."""
    made = unpaged(*(line(f"Stycke {number} säger sitt.", opens=True) for number in range(1, 5)))
    parts = [
        replace(made, lines=made.lines[:1], part=Part(1, "motion", Place(made.file, None, 1), Place(made.file, None, 1))),
        replace(made, lines=made.lines[2:], part=Part(2, "answer", Place(made.file, None, 3), Place(made.file, None, 4))),
    ]
    ledgers = accounts(made, [parse(part) for part in parts])
    assert [[stretch.place.line for stretch in ledger.unaccounted] for ledger in ledgers] == [[2], []]
    assert together(ledgers).total == sum(_characters(one.text) for one in made.lines)


# --- thresholds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("left", "codes", "kept"), [(0, [], 1), (10, [], 1), (30, ["F131"], 1), (300, ["F132"], 0)])
def test_too_little_is_warned_of_and_far_too_little_is_held_back(left: int, codes: list[str], kept: int) -> None:
    """Of a thousand characters ten may be missing; with thirty the answer is published with a warning, with three hundred not."""
    stretch = Stretch(Place("svar.txt", None, 7), "x" * left)
    draft = Draft(document("x"), kind="response", ledger=Ledger(1000, (("passage", 1000 - left),), (stretch,) if left else ()))
    drafts, findings = weigh([draft])
    assert [finding.code for finding in findings] == codes
    assert len(drafts) == kept
    assert all(finding.line == 7 for finding in findings)


def test_an_unknown_document_is_never_held_back() -> None:
    """It is shown as it stands, and nothing is read out of it."""
    draft = Draft(document("x"), ledger=Ledger(1000, (("passage", 1),)))
    assert weigh([draft])[0] == (draft,)
    assert all(threshold.holds < threshold.warns < 1 for threshold in THRESHOLDS.values())


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0 %"), (0.00001, "0,1 %"), (0.004, "0,4 %"), (0.12, "12 %"), (0.9951, "99,5 %"), (0.99999, "99,9 %"), (1, "100 %")]
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, told: str) -> None:
    """Less than everything is less than a hundred percent, and more than nothing is more than none."""
    assert percent(share).replace("\u00a0", " ") == told


# --- where it is told -------------------------------------------------------------------------------------------------


def test_show_ends_with_the_ledger(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells the shares in Swedish, and as data with the kinds by name."""
    file = tmp_path / "svar.txt"
    file.write_text(LETTER, encoding="utf-8")
    call = ["--project", str(root), "show", str(file), "--content", str(tmp_path)]
    cli.main(call)
    told = capsys.readouterr().out.splitlines()[-1].replace("\u00a0", " ")
    assert told.startswith(f"  Redovisning: {_characters(LETTER)} tecken: ")
    assert told.endswith("inget oredovisat")
    cli.main([*call, "--json"])
    ledger = json.loads(capsys.readouterr().out)["ledger"]
    assert ledger["total"] == ledger["accounted"] == sum(ledger["kinds"].values()) == _characters(LETTER)
    assert ledger["unaccounted"] == []


def test_a_part_that_is_held_back_has_its_row() -> None:
    """A part of which too little is accounted for is told of among the sources, with its share, and so is the whole file's."""
    file, digest = "handlingar.txt", "0" * 64
    made = [
        Draft(
            Document(file, digest, "text/plain", (), part=Part(number, "answer", Place(file, None, number), Place(file, None, number))),
            kind="response",
            ledger=Ledger(100, (("passage", count),)),
        )
        for number, count in ((1, 100), (2, 40))
    ]
    assert weigh(made)[0] == (made[0],)
    told = (SourcePart(made[0].document.part, "empty"),) if made[0].document.part else ()
    (row,) = rows([Source(file, digest, "published")], Archive((), (), ()), [], {file: told}, made)
    assert [(one.fate, one.accounted) for one in row.parts] == [("empty", 1.0), ("held", 0.4)]
    assert row.accounted == 0.7
    assert row.outcome == "quarantined"


# --- any document -----------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["nämnden", "motionen", "e-post", "brotts-", "och", "Bakgrund", "Hägersten-", "12", "§ 4", "(S)", "att", "avstyrker", "ord¹", "fi-", "Anna Ek", "2021-05-03"]
)  # fmt: skip
STYLES: st.SearchStrategy[LineStyle] = st.sampled_from(["text", "text", "text", "heading", "item", "row", "note", "header", "footer", "meta", "rule"])
FORMS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
    st.sampled_from(
        ["Förslag till beslut", "Bilagor", "1. Motionen", "att kommunen bygger en bana", "Karin Holm", "Kulturdirektör", "• en punkt",
         "Dnr KUN 2021/44", "Sida 2 (3)", "Yttrande över motion om is", "Justerandes sign", "---", ""]
    ),
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of lines of every style, in pages or not, with words restored here and there."""
    paged = draw(st.booleans())
    lines = []
    for number in range(1, draw(st.integers(1, 25)) + 1):
        style = draw(STYLES)
        cells = tuple(draw(st.lists(FORMS, min_size=1, max_size=3))) if style == "row" else ()
        text = "\t".join(cells) if style == "row" else draw(FORMS)
        marks = (Restored(0, 7, "n?mnden"),) if text.startswith("nämnden") and draw(st.booleans()) else ()
        opens = draw(st.sampled_from([None, True, False]))
        page, row = (divmod(number - 1, 8)[0] + 1, (number - 1) % 8 + 1) if paged else (None, number)
        lines.append(Line(row, text, page, style, 1 if style in {"heading", "row"} else 0, False, marks, opens, cells))
    return Document("svar.pdf" if paged else "svar.docx", "0" * 64, "application/x", tuple(lines), pages=4 if paged else None)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_of_any_document_the_kinds_are_the_whole(made: Document) -> None:
    """What is accounted for and what is not are together each character once; the rules lose no line."""
    ledger = _ledger(made)
    assert ledger.total == sum(_characters(one.text) for one in made.lines)
    assert ledger.accounted + _left(ledger) == ledger.total
    if _distinct(made):
        assert ledger.unaccounted == ()


@settings(max_examples=100, deadline=None)
@given(documents(), st.data())
def test_a_passage_that_is_lost_is_missed(made: Document, data: st.DataObject) -> None:
    """Without one of its passages a draft leaves that passage's characters unaccounted."""
    draft = parse(made)
    draft = Draft(made, sections=draft.sections, asides=draft.asides)  # no fact says the same words
    passages = [passage for section in draft.sections for passage in section.passages]
    if not passages:
        return
    lost = data.draw(st.sampled_from(passages))
    missed = _left(_ledger(made, _without(draft, lost))) - _left(_ledger(made, draft))
    # Hyphens are not looked for: one of a word cut in two is on the line and not in the passage.
    assert missed >= _characters(lost.text.replace("-", "")) or not lost.text.strip("- \n\t")


@settings(max_examples=100, deadline=None)
@given(documents(), st.lists(st.sampled_from(["Ekviks kommun", "Sida 3 av 9", "____"]), min_size=1, max_size=4))
def test_furniture_is_never_text(made: Document, more: list[str]) -> None:
    """Lines of furniture more leave the count of the text as it was and add their own characters to their kind."""
    draft = parse(made)
    lines = [Line(number, text, 99) for number, text in enumerate(more, 1)]
    asides = [Aside("sidhuvud", one.text, Place(made.file, 99, one.number)) for one in lines]
    before = _ledger(made, draft)
    after = account(made.file, (*made.lines, *lines), replace(draft, asides=(*draft.asides, *asides)))
    text = ("passage", "table", "note", "heading")
    head = f"{FURNITURE}sidhuvud"
    assert _of(after, *text) == _of(before, *text)
    assert _of(after, head) == _of(before, head) + sum(_characters(one) for one in more)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["dokument.txt", "dokument.md"]))
def test_of_any_text_nothing_is_lost(text: str, file: str) -> None:
    """Whatever a text file holds, the rules leave no line of it out of sight."""
    made = read(file, "0" * 64, text.encode("utf-8", "replace")).document if text.strip() else None
    if made is not None and _distinct(made):
        assert _ledger(made).unaccounted == ()


# --- real documents ----------------------------------------------------------------------------------------------------


def test_the_real_letters_are_accounted_for(shared: Path) -> None:
    """Of the five documents of the case, with their damage and their page furniture, nothing is lost."""
    for path in sorted((shared / "seeds").glob("*.*")):
        data = path.read_bytes()
        made = read(path.name, hashlib.sha256(data).hexdigest(), data).document
        assert made is not None
        assert _ledger(made).unaccounted == (), path.name


def test_real_bundles_are_accounted_for(shared: Path) -> None:
    """Of every tenth council bundle each part is accounted for, and the parts hold the whole file."""
    for path in sorted((shared / "goteborg" / "handlingar").glob("*.txt"))[::10]:
        data = path.read_bytes()
        made = read(path.name, hashlib.sha256(data).hexdigest(), data).document
        assert made is not None
        ledgers = accounts(made, [parse(part) for part in split(made)])
        assert min(ledger.share for ledger in ledgers) > 0.99, path.name
        assert together(ledgers).total == sum(_characters(one.text) for one in made.lines)
