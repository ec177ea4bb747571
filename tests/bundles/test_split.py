from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bundles import split
from generator.model import Document, Line, Place
from tests.bundles.papers import PAGED, REFLOWED, SINGLE, flat, kinds, paged


def test_a_reflowed_bundle_is_split_where_its_papers_open() -> None:
    """Each paper of a council's printed matter becomes a part of the kind that its letterhead shows."""
    parts = split(flat(REFLOWED))
    assert kinds(parts) == ["board-proposal", "statement", "statement", "office-statement", "motion", "minutes", "answer"]
    assert [part.part.first.line for part in parts if part.part] == [1, 19, 29, 39, 59, 69, 89]


def test_a_paged_bundle_of_other_words_is_split_too() -> None:
    """Minutes of the board, a tjänsteskrivelse and a motion are parts, and a letterhead on a further page opens none."""
    parts = split(paged(PAGED))
    assert kinds(parts) == ["board-proposal", "office-statement", "motion"]
    assert [(part.part.first.page, part.part.last.page) for part in parts if part.part] == [(1, 2), (3, 4), (5, 5)]


def test_a_part_says_where_it_stands_and_what_opened_it() -> None:
    """A part holds its number, its first and last place, and the words of its letterhead."""
    motion = split(flat(REFLOWED, "arende.txt"))[4]
    assert motion.part is not None
    assert motion.part.number == 5
    assert motion.part.first == Place("arende.txt", None, 59)
    assert motion.part.last == Place("arende.txt", None, 68)
    assert motion.part.quote == "Kommunfullmäktige Handling 2030 nr 88"
    assert motion.key == ("arende.txt", 5)


def test_a_single_paper_comes_back_as_it_was() -> None:
    """A list of papers, a mention of one, a heading or those who get the decision do not open a part."""
    document = flat(SINGLE)
    assert split(document) == (document,)


@pytest.mark.parametrize("number", range(len(PAGED)))
def test_one_page_of_a_bundle_is_no_bundle(number: int) -> None:
    """A file with one opening in it is one document."""
    document = paged(PAGED[number : number + 1])
    assert split(document) == (document,)


def test_what_stands_before_the_first_opening_is_a_part_of_its_own() -> None:
    """A cover page is kept, as a part whose kind nobody can tell."""
    parts = split(flat("Till kommunfullmäktiges ledamöter\n\nHär kommer ärendet.\n\n" + REFLOWED))
    assert kinds(parts)[:2] == ["other", "board-proposal"]
    assert [line.text for line in parts[0].lines if line.text][:2] == ["Till kommunfullmäktiges ledamöter", "Här kommer ärendet."]


def test_those_who_get_the_minutes_do_not_send_the_next_paper() -> None:
    """A body in the list of addressees, right over a letterhead, belongs to the paper before."""
    text = (
        "Kulturnämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2030-01-09\n\n§ 4 Svar på motion om dans\n\n"
        "Protokollsutdrag skickas till\n\nKommunstyrelsen\n\n"
        "Tjänsteutlåtande          Handläggare: Mia Hav Utfärdat 2030-01-02 Diarienummer KN 2030/4\n\nSvar på motion om dans\n"
    )
    parts = split(flat(text))
    assert kinds(parts) == ["minutes", "answer"]
    assert [line.text for line in parts[0].lines if line.text][-1] == "Kommunstyrelsen"


def test_a_partys_yttrande_is_a_statement_wherever_it_stands() -> None:
    """A party's paper is a statement also under a board and also as an attachment to its minutes, never an answer."""
    text = (
        "Kulturnämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2030-01-09\n\n§ 4 Svar på motion om dans\n\n"
        "Kulturnämnden\n\nYttrande          Liberalerna\n\n2030-01-08\n\nVi gillar dans.\n\n"
        "Protokollsbilaga 2. Kulturnämnden 2030-01-09 § 4\n\nYttrande 2030-01-09\n\nÄrende nr 4\n\n"
        "Yttrande angående motion om dans\n\nVi vill dansa mer.\n"
    )
    assert kinds(split(flat(text))) == ["minutes", "statement", "statement"]


def test_a_party_may_stand_over_its_paper() -> None:
    """The party's name between the board's and the word Yrkande is part of the letterhead."""
    text = (
        "Kulturnämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2030-01-09\n\n§ 4 Svar på motion om dans\n\n"
        "Kulturnämnden\n\nLiberalerna\n\nYrkande ärende 4 Ang. motion av Ida Å (V) om dans\n\nVi vill dansa mer.\n"
    )
    parts = split(flat(text))
    assert kinds(parts) == ["minutes", "statement"]
    assert parts[1].part is not None
    assert parts[1].part.quote.startswith("Kulturnämnden Liberalerna Yrkande ärende 4")


def test_a_boards_yttrande_is_no_partys() -> None:
    """A board's name over the title "Yttrande över motion" opens no party's paper."""
    text = (
        "Kulturnämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2030-01-09\n\n§ 4 Dans\n\nOmröstning begärdes och genomfördes.\n\n"
        "Kulturnämnden\n\nYttrande över motion av Ida Å (V) om dans\n\nNämnden tillstyrker motionen.\n"
    )
    document = flat(text)
    assert split(document) == (document,)


def test_what_follows_a_motions_signatures_is_attached_to_it() -> None:
    """A long text after the names of those who moved is no part of the motion, but an attachment."""
    plan = "\n\n".join(f"Kapitel {number}. Planen gäller hela kommunen och alla dess nämnder." for number in range(1, 20))
    text = REFLOWED.split("Tekniska nämnden\n\nUtdrag")[0] + "Kommunens plan för möbler\n\n" + plan
    parts = split(flat(text))
    assert kinds(parts)[-2:] == ["motion", "attachment"]
    assert [line.text for line in parts[-2].lines if line.text][-1] == "Arvid Rask (L)"


def test_a_footnote_after_the_signatures_stays_with_the_motion() -> None:
    """A line or two after the names is the motion's own."""
    text = REFLOWED.split("Tekniska nämnden\n\nUtdrag")[0] + "1 Kommunens möbelplan, sidan 4\n"
    assert kinds(split(flat(text)))[-1] == "motion"


def test_an_attachments_number_goes_with_the_paper_under_it() -> None:
    """"Bilaga 2" over a letterhead is the first line of that paper, and alone it opens an attachment."""
    text = REFLOWED.replace("Tekniska förvaltningen\n\nTjänst", "Bilaga 2\n\nTekniska förvaltningen\n\nTjänst") + (
        "\n\nBilaga 3\n\nKarta över promenaden\n\nHär ligger alla bänkar."
    )
    parts = split(flat(text))
    assert kinds(parts)[-2:] == ["answer", "attachment"]
    assert parts[-2].lines[0].text == "Bilaga 2"


def test_a_copy_of_the_motion_is_a_part_too() -> None:
    """The motion printed once more at the end is a part of its own."""
    again = REFLOWED[REFLOWED.index("Kommunfullmäktige\n\nHandling 2030") : REFLOWED.index("Tekniska nämnden\n\nUtdrag")]
    assert kinds(split(flat(f"{REFLOWED}\n\n{again}"))).count("motion") == 2


def test_a_motion_is_known_by_a_line_of_that_word_under_the_councils_name() -> None:
    """"Kommunfullmäktige Motion" over a date and a title opens the motion as its printed number does."""
    text = REFLOWED.replace("Kommunfullmäktige\n\nHandling 2030 nr 88", "Kommunfullmäktige Motion\n\n2030-10-12")
    assert kinds(split(flat(text)))[4] == "motion"


def test_a_matter_printed_under_the_motions_own_title_is_the_boards_proposal() -> None:
    """A printed matter that begins with the motion's title and goes on with the board's proposal is the board's."""
    text = REFLOWED.replace("Yttrande över motion av Tova", "Motion av Tova", 1)
    assert kinds(split(flat(text)))[0] == "board-proposal"


def test_pages_that_text_recognition_read_are_told_part_by_part() -> None:
    """A part says only of its own pages that they were recognised or given up."""
    parts = split(replace(paged(PAGED), recognised=(1, 4), unread=(5,)))
    assert [(part.recognised, part.unread) for part in parts] == [((1,), ()), ((4,), ()), ((), (5,))]


def test_a_letterhead_set_as_a_table_opens_a_part() -> None:
    """A row of a table that holds a letterhead opens a part, a row that tells which party moved what does not."""
    lines = (
        Line(1, "Socialnämnden", opens=True),
        Line(2, "Protokollsutdrag\tSammanträdesdatum 2030-01-09", style="row", level=1, cells=("Protokollsutdrag", "Sammanträdesdatum 2030-01-09")),
        Line(3, "§ 7 Svar på motion om dans", opens=True),
        Line(4, "Socialnämnden", style="row", level=2, cells=("Socialnämnden", "")),
        Line(5, "Yttrande\tSD 2030-01-08", style="row", level=2, cells=("Yttrande", "SD 2030-01-08")),
        Line(6, "Socialförvaltningen", opens=True),
        Line(7, "Tjänsteskrivelse\tDatum 2030-01-02\tDnr SN 30/4", style="row", level=3, cells=("Tjänsteskrivelse", "Datum 2030-01-02", "Dnr SN 30/4")),
        Line(8, "Svar på motion om dans", style="heading", level=1, opens=True),
    )
    parts = split(Document("nämnd.docx", "0" * 64, "application/x", lines))
    assert kinds(parts) == ["minutes", "answer"]
    assert [len(part.lines) for part in parts] == [5, 3]


def test_a_letterhead_may_name_the_paper_last() -> None:
    """Who, when and whose reference may stand over the name of the paper; the part begins with the sender."""
    text = (
        "Havsnäs stad\n\nStadskontoret\n\n1 (2)\n\nDatum\n\n2030-03-04\n\nVår referens\n\nKim Sand\n\nTjänsteskrivelse\n\n"
        "Motion om fler badplatser\n\nStadskontoret föreslår att motionen avslås.\n\n"
        "Motion till kommunfullmäktige\n\n2029-09-01\n\nFler badplatser\n\nJag föreslår att fler badplatser anläggs.\n\nIda Å (V)\n"
    )
    parts = split(flat("Kommunstyrelsen\n\nProtokollsutdrag\n\n2030-04-05\n\n§ 8 Motion om fler badplatser\n\nMotionen avslås.\n\n" + text))
    assert kinds(parts) == ["minutes", "office-statement", "motion"]
    assert [part.lines[0].text for part in parts] == ["Kommunstyrelsen", "Havsnäs stad", "Motion till kommunfullmäktige"]


def test_a_heading_about_the_motion_on_a_new_page_opens_no_motion() -> None:
    """An answer that tells of the motion at the top of a page goes on; a motion there is signed by members of a party."""
    answer = ("Socialnämnden", "Tjänsteskrivelse", "Datum 2030-01-02", "Diarienummer SN 30/4", "Svar på motion om dans")
    told = ("Motion om mer dans", "Motionären föreslår mer dans på torget.", "Förvaltningen delar den bilden.")
    moved = ("Motion om mer dans", "Jag föreslår kommunfullmäktige besluta", "att det dansas på torget.", "Ida Å (V)")
    assert kinds(split(paged([answer, told]))) == [""]
    assert kinds(split(paged([answer, moved]))) == ["answer", "motion"]


def test_two_parties_with_papers_of_one_day_have_a_part_each() -> None:
    """On pages of their own, papers with the same date from different parties are not pages of one paper."""
    pages = [
        ("Kommunstyrelsen", "Yrkande", name, "2030-01-08", "Yrkande angående motion om dans", "Vi vill dansa mer.")
        for name in ("Moderaterna", "Liberalerna", "Liberalerna")
    ]
    assert kinds(split(paged(pages))) == ["statement", "statement"]


# --- nothing is lost -----------------------------------------------------------------------------------------------

_PIECES = [one for one in REFLOWED.split("\n\n") if one] + [line for page in PAGED for line in page] + ["", " ", "• a • b", "1. a 2. b"]


def _letters(lines: tuple[Line, ...], tables: dict[tuple[int | None, int], int]) -> dict[tuple[int | None, int], Counter[str]]:
    """The characters of each line of the source but for white space; those of the lines of a table together."""
    made: dict[tuple[int | None, int], Counter[str]] = {}
    for line in lines:
        key = (line.page, line.number)
        made.setdefault((None, -tables[key]) if key in tables else key, Counter()).update(re.sub(r"\s", "", line.text))
    return {key: letters for key, letters in made.items() if letters or key[1] > 0}


def _tables(document: Document, pieces: tuple[Line, ...]) -> dict[tuple[int | None, int], int]:
    """The table of each line that one took: its rows stand on the lines where they begin, and the others are in them."""
    kept = {(line.page, line.number) for line in pieces if line.style != "row"}
    rows = {(line.page, line.number): line.level for line in pieces if line.style == "row"}
    made: dict[tuple[int | None, int], int] = {}
    table = 0
    for line in document.lines:
        key = (line.page, line.number)
        table = rows.get(key, table)
        if table and (key in rows or key not in kept):
            made[key] = table
    return made


def assert_whole(document: Document) -> None:
    """Split the document, and hold its parts against it."""
    assert_parts(document, split(document))


def assert_parts(document: Document, parts: tuple[Document, ...]) -> None:
    """Each line is in one part, in order, and no character but white space is gone or new."""
    pieces = tuple(line for part in parts for line in part.lines)
    tables = _tables(document, pieces)
    assert _letters(pieces, tables) == _letters(document.lines, tables)
    order = [(line.page or 0, line.number) for part in parts for line in part.lines]
    assert order == sorted(order)
    seen = [{(line.page, line.number) for line in part.lines} for part in parts]
    assert not any(one & other for one, other in itertools.pairwise(seen))
    for part in parts:
        if part.part:
            assert part.part.first.line == part.lines[0].number
            assert (part.part.last.line or 0) >= part.lines[-1].number


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text("aÅ.1 \t•§:(", max_size=30)), max_size=40), st.booleans())
def test_every_line_belongs_to_exactly_one_part(texts: list[str], on_pages: bool) -> None:  # noqa: FBT001 — drawn by Hypothesis
    """Whatever lines follow each other, none is lost, doubled or moved to another part."""
    if on_pages:
        assert_whole(paged([texts[start : start + 7] for start in range(0, len(texts), 7)]))
    else:
        assert_whole(flat("\n".join(texts)))


def test_a_long_line_is_read_in_a_time_that_grows_with_it() -> None:
    """A line of a hundred thousand words, each a heading's, is cut without losing any."""
    text = "Sammanfattning Nämnden anser att det är bra som det är och att inget behöver göras åt saken i år. " * 4000
    assert_whole(flat(f"{text}\n\n{text}"))
