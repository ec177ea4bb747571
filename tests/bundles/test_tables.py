from __future__ import annotations

import hashlib
import itertools
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.bundles import split
from generator.bundles.asked import names_asked
from generator.bundles.phrases import phrases
from generator.bundles.tables import tabled
from generator.fidelity import accounts
from generator.model import Document, Line, Restored
from generator.parse import parse
from generator.readers import read

HEAD = ("Remissinstans", "Beslut", "Kommentar")
ASKED = (
    "Remissinstanser Motionen har remitterats för yttrande till tekniska nämnden, nämnden för odling och trädgård, skol- och "
    "barnomsorgsnämnden, socialnämnderna Norr och Söder samt Granviks Hamn AB. Svaren är sammanställda i nedanstående tabell."
)
ROWS = (
    ("Tekniska nämnden", "Tillstyrker", "Nämnden ser gärna fler bänkar och anger att medel finns i den budget som redan är lagd för parkerna."),
    ("Nämnden för odling och trädgård", "Avstyrker", "Bänkar längs vattnet tar plats från rabatterna. Nämnden vill hellre se häckar och en plan för träden."),
    ("Skol- och barnomsorgsnämnden", "Anses besvarad", "Frågan hanteras i den plan för skolvägar som antogs i våras och som nämnden följer upp varje år."),
    ("Socialnämnd Norr", "Avstår från att ta ställning", "Äldre som går i parken behöver kunna vila, men nämnden har ingen egen mark där bänkar kan ställas ut."),
    ("Socialnämnd Söder", "Avstyrker Översänder förvaltningens tjänsteutlåtande som eget yttrande. Yrkande V",
     "Nämnden ser ett behov av belysning före bänkar och hänvisar till den trygghetsvandring som gjordes i höstas."),
    ("Granviks Hamn AB", "Tillstyrker", "Bolaget äger kajen och upplåter gärna plats så länge lossningen inte hindras av dem som sitter där."),
)  # fmt: skip
Row = Sequence[str]


def physical(row: Row, widths: Sequence[int]) -> list[str]:
    """A row as the lines that a page shows: each cell wrapped to its width, and padded to where the next column begins."""
    columns = [textwrap.wrap(cell, width - 1, break_long_words=False) for cell, width in zip(row, widths, strict=True)]
    lines = []
    for cells in itertools.zip_longest(*columns, fillvalue=""):
        lines.append("".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    return lines


def reflowed(rows: Sequence[Row], widths: Sequence[int], head: Row = HEAD) -> list[str]:
    """A table whose lines were joined by single spaces, each without its indent: one paragraph a row, the head run into the first."""
    first = [*physical(head[: len(widths)], widths), *physical(rows[0][: len(widths)], widths)]
    groups = [first, *(physical(row[: len(widths)], widths) for row in rows[1:])]
    return [" ".join(line.strip() for line in group) for group in groups]


def document(lines: Sequence[str]) -> Document:
    """A text document with an empty line between paragraphs."""
    every = [line for text in lines for line in (text, "")]
    return Document("tabell.txt", "0" * 64, "text/plain", tuple(Line(number, text) for number, text in enumerate(every, 1)))


def rows_in(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The rows that a table among ``lines`` has, without its head."""
    made = tabled(lines)
    return [row.cells for index in sorted(made) for row in made[index] if row.cells and row.cells[0] != HEAD[0]]


def words(row: Row) -> list[str]:
    """What a row says, cell by cell, whatever its white space."""
    return [" ".join(cell.split()) for cell in row]


WIDTHS = [(22, 34, 34), (26, 26, 40), (20, 18, 45), (30, 24, 60), (24, 32, 38)]


@pytest.mark.parametrize("widths", WIDTHS)
def test_columns_that_interleave_come_apart(widths: tuple[int, int, int]) -> None:
    """A table that was set with spaces and joined line by line comes back cell by cell, at any widths of its columns."""
    found = rows_in(document([ASKED, *reflowed(ROWS, widths)]).lines)
    assert [words(row) for row in found] == [words(row) for row in ROWS]


@pytest.mark.parametrize("order", range(4))
def test_any_row_may_stand_first(order: int) -> None:
    """Which row was run into the head makes no difference."""
    rows = [*ROWS[order:], *ROWS[:order]]
    assert [words(row) for row in rows_in(document([ASKED, *reflowed(rows, (24, 32, 38))]).lines)] == [words(row) for row in rows]


@pytest.mark.parametrize("widths", [(24, 30, 40), (32, 24, 40), (40, 36, 30)])
def test_a_page_may_set_its_columns_at_other_widths(widths: tuple[int, int, int]) -> None:
    """A row that begins with a known name and a decision shows its page's columns, whatever those of the head are."""
    head, *first = reflowed(ROWS[:2], (26, 26, 40))
    found = rows_in(document([ASKED, head, *first, *reflowed(ROWS[2:], widths, head=("", "", ""))]).lines)
    assert [words(row) for row in found] == [words(row) for row in ROWS]


def test_a_head_on_a_page_of_its_own_is_the_rows_head() -> None:
    """A head alone in its paragraph heads the rows after it, joined as they are."""
    head = " ".join(part.strip() for part in physical(HEAD, (30, 20, 40)))
    lines = ["Remissinstans                 Beslut              Kommentar", *reflowed(ROWS, (24, 32, 38), head=("", "", ""))]
    assert lines[0] == physical(HEAD, (30, 20, 40))[0]
    assert head
    assert [words(row) for row in rows_in(document([ASKED, *lines]).lines)] == [words(row) for row in ROWS]


def test_a_head_may_be_run_into_the_sentence_before_it() -> None:
    """What stands before a head on its line is text, and the rows come after it."""
    first, *others = reflowed(ROWS, (24, 32, 38))
    lines = document([f"{ASKED} {first}", *others]).lines
    assert [words(row) for row in rows_in(lines)] == [words(row) for row in ROWS]
    assert next((line.style, line.text) for line in tabled(lines)[0]) == ("text", ASKED)


def test_a_row_that_cannot_be_told_stays_text_among_the_others() -> None:
    """More of a name that was whole already shows that two rows became one: its words stand as they stood, the others are rows."""
    first, second, *others = reflowed(ROWS, (24, 32, 38))
    broken = second.replace("Nämnden för odling och ", "Tekniska nämnden       ", 1)
    rows = tabled(document([ASKED, first, broken, *others]).lines)
    made = [row for index in sorted(rows) for row in rows[index]]
    assert [row.style for row in made if "häckar" in row.text] == ["text"]
    assert [words(row.cells) for row in made if row.cells][1:] == [words(row) for row in (ROWS[0], *ROWS[2:])]


def test_a_comment_may_begin_as_a_heading_does() -> None:
    """A row after a paragraph that looks like a heading shows that the table was not over."""
    lines = reflowed(ROWS[:3], (24, 32, 38))
    made = rows_in(document([ASKED, *lines[:2], "Bakgrund Frågan har varit uppe förut.", lines[2], "Bedömning Vi delar synen."]).lines)
    assert [row[0] for row in made] == [row[0] for row in ROWS[:3]]
    assert made[1][2].endswith("Bakgrund Frågan har varit uppe förut.")
    assert "Bedömning" not in made[2][2]


@pytest.mark.parametrize("widths", [(24, 32, 38), (36, 60)])
def test_a_heading_that_was_run_into_the_last_row_ends_it(widths: tuple[int, ...]) -> None:
    """What comes after the table on the last row's own line is text again, from its heading on."""
    *first, last = reflowed(ROWS, widths)
    after = "Remissinstansernas överväganden Båda socialnämnderna avstyrker motionen."
    made = tabled(document([ASKED, *first, f"{last} {after}"]).lines)
    assert [words(row.cells) for index in sorted(made) for row in made[index] if row.cells][1:] == [words(row[: len(widths)]) for row in ROWS]
    assert [row.text for row in made[max(made)] if row.style == "text"] == [after]


def test_two_columns_need_no_comment() -> None:
    """A table of who and what alone is read too, and the heading after it ends it."""
    lines = document([ASKED, *reflowed(ROWS, (36, 60)), "Remissinstansernas överväganden Nämnderna ser gärna bänkar."]).lines
    assert [words(row) for row in rows_in(lines)] == [words(row[:2]) for row in ROWS]


def test_rows_stand_without_a_list_of_the_bodies() -> None:
    """Where nobody says who was asked, the first words of a row and its decision tell where it begins."""
    rows = [row for row in ROWS if "och" not in row[0]]
    assert [words(row) for row in rows_in(document(reflowed(rows, (26, 32, 38))).lines)] == [words(row) for row in rows]


def test_what_comes_after_a_table_is_not_its_last_rows() -> None:
    """A heading after the last row, and a sentence that tells of a stand, are text; a second decision is the row's."""
    rows = reflowed(ROWS[:2], (36, 60))
    after = "Remissinstansernas överväganden Båda nämnderna avstyrker motionen."
    told = "Av nämnderna är det en som avstyrker motionen."
    for lines in ([*rows, after], [*rows, told]):
        assert rows_in(document([ASKED, *lines]).lines)[-1] == ROWS[1][:2]
    assert rows_in(document([ASKED, *rows, "Tillstyrker det andra förslaget", after]).lines)[-1][1] == "Avstyrker Tillstyrker det andra förslaget"


def test_lines_between_rows_go_to_the_row_before() -> None:
    """A paragraph of a comment that goes on after an empty line is its row's; text after the last row is not."""
    made = reflowed(ROWS[:2], (24, 30, 40))
    lines = document([ASKED, made[0], "Nämnden vill också se ledstänger vid trapporna.", made[1], "Kommunledningen tackar för svaren."]).lines
    found = rows_in(lines)
    assert found[0][2].endswith("Nämnden vill också se ledstänger vid trapporna.")
    assert "tackar" not in " ".join(found[1])


def test_a_decision_on_lines_of_its_own_is_put_back() -> None:
    """Whose paper a body sends on, and which party moved what, stand in the decision though their lines had no gap to tell it."""
    text = (
        "Remissinstans         Beslut                Kommentar Tekniska nämnden      Avstyrker             Nämnden ser inga "
        "medel för fler bänkar Översänder kontorets i årets ram och vill först se utlåtande som eget hur de gamla används. "
        "yttrande. Därefter kan frågan tas upp igen. Yrkande S och V"
    )
    ((name, stand, comment),) = rows_in(document([ASKED, text]).lines)
    assert (name, stand) == ("Tekniska nämnden", "Avstyrker Översänder kontorets utlåtande som eget yttrande. Yrkande S och V")
    assert comment == "Nämnden ser inga medel för fler bänkar i årets ram och vill först se hur de gamla används. Därefter kan frågan tas upp igen."


def test_the_rest_of_a_name_is_known_by_the_list() -> None:
    """The end of a name on a line of its own is found where the text says who was asked."""
    text = (
        "Remissinstans         Beslut           Kommentar Nämnden för odling    Avstyrker        Rabatterna går före bänkarna och "
        "trädgård längs hela stranden."
    ).replace("före bänkarna och trädgård", "före bänkarna, och trädgård")
    ((name, stand, comment),) = rows_in(document([ASKED, text]).lines)
    assert (name, stand, comment) == ("Nämnden för odling och trädgård", "Avstyrker", "Rabatterna går före bänkarna, längs hela stranden.")


def test_the_rest_of_a_name_stands_among_decisions_where_there_is_no_comment() -> None:
    """In a table of two columns a line of the first hangs on to the decision before it."""
    text = "Remissinstans         Beslut Nämnden för odling    Avstyrker och trädgård Yrkande S"
    assert rows_in(document([ASKED, text]).lines) == [("Nämnden för odling och trädgård", "Avstyrker Yrkande S")]


def test_the_rest_of_a_name_may_stand_on_several_lines() -> None:
    """Each line of a name that has no gap to tell it is found among the lines of the comment."""
    text = (
        "Remissinstans         Beslut           Kommentar Nämnden för           Avstyrker        Rabatterna går före bänkarna, "
        "odling och och häckarna före allt annat längs trädgård hela stranden."
    )
    ((name, stand, comment),) = rows_in(document([ASKED, text]).lines)
    assert (name, stand) == ("Nämnden för odling och trädgård", "Avstyrker")
    assert comment == "Rabatterna går före bänkarna, och häckarna före allt annat längs hela stranden."


def test_a_word_that_a_narrow_cell_cut_is_whole_again() -> None:
    """Half a word at a cell's edge is joined to the other half where the whole word stands near by."""
    text = "Remissinstans     Beslut          Kommentar Socialnäm         Tillstyrker     Nämnden ser gärna nd Norr           bänkar."
    asked = "Motionen har remitterats för yttrande till socialnämnd Norr och tekniska nämnden."
    text = text.replace("gärna nd Norr           bänkar", "gärna nd Norr                           bänkar")
    assert rows_in(document([asked, text]).lines) == [("Socialnämnd Norr", "Tillstyrker", "Nämnden ser gärna bänkar.")]


def test_gaps_that_fit_no_column_leave_the_text_as_it_was() -> None:
    """A head whose rows do not stand under it is no table, and every line comes back as it stood."""
    text = "Remissinstans         Beslut                Kommentar Vi har     tre olika    frågor att   ställa till var och en."
    assert tabled(document([ASKED, text]).lines) == {}


def test_a_sentence_about_answers_is_no_table() -> None:
    """Words that a head holds make no table in running text."""
    assert tabled(document(["Remissinstans beslut kommentar skrivs i den ordningen.", "Bolag  Svar"]).lines) == {}


@pytest.mark.parametrize("widths", [(24, 30, 40), (30, 20, 50)])
def test_columns_under_each_other_come_apart(widths: tuple[int, int, int]) -> None:
    """Lines as they were set, with their indent, give the same rows; an empty line may stand between rows or not."""
    for between in ([], [""]):
        lines = [line for row in (HEAD, *ROWS) for line in [*physical(row, widths), *between]]
        made = [Line(number, text) for number, text in enumerate([ASKED, "", *lines, "", "Bedömning", "Kommunledningen instämmer."], 1)]
        assert [words(row) for row in rows_in(made)] == [words(row) for row in ROWS]


@pytest.mark.parametrize("sign", ["\t", " | "])
def test_tabs_and_bars_set_cells_apart(sign: str) -> None:
    """A line with a tab or a bar between its cells is a row, as long as it has as many as the head."""
    lines = [sign.join(row) for row in (HEAD, *ROWS)]
    made = [Line(number, text) for number, text in enumerate([*lines, "", "Kommunledningen instämmer."], 1)]
    assert rows_in(made) == [tuple(row) for row in ROWS]


def test_every_character_of_a_table_is_accounted_for() -> None:
    """The rows hold what the joined lines held, word by word, and nothing of it is left over."""
    paper = document(
        ["Tjänsteutlåtande", ASKED, *reflowed(ROWS, (24, 32, 38)), "Bedömning Kommunledningskontoret delar nämndernas syn på saken."]
    )
    drafts = [parse(part) for part in split(paper)]
    assert [ledger.unaccounted for ledger in accounts(paper, drafts)] == [()] * len(drafts)
    assert any(passage.style == "table" for draft in drafts for section in draft.sections for passage in section.passages)


def test_a_restored_word_keeps_its_mark_in_its_cell() -> None:
    """The mark of a restored word moves with it into the row."""
    text = reflowed(ROWS[:1], (24, 20, 60))[0]
    at = text.index("bänkar")
    (row,) = [row for rows in tabled((Line(1, text, restored=(Restored(at, at + 6, "bankar"),)),)).values() for row in rows if row.restored]
    mark = row.restored[0]
    assert row.text[mark.start : mark.end] == "bänkar"


@pytest.mark.parametrize("piece", ["Avstyrker   ord ord ord    ", "Översänder som eget yttrande som eget ", "Nämnden för   och   trädgård "])
def test_a_table_without_an_end_is_read_to_its_end(piece: str) -> None:
    """A line of thousands of words under a head comes back with all of them."""
    head = "Remissinstans         Beslut                Kommentar Tekniska nämnden      Avstyrker             Nej. "
    lines = document([ASKED, head + piece * 1_500]).lines
    made = tabled(lines)
    letters = sorted("".join(lines[2].text.split()).replace("-", ""))
    assert sorted("".join("".join(row.text for row in made[2]).split()).replace("-", "")) == letters


def test_rows_say_which_table_they_are_of() -> None:
    """Each row is numbered by its table, and its text is its cells with tabs between."""
    lines = document([ASKED, *reflowed(ROWS[:2], (24, 30, 40)), "Bedömning Vi delar synen.", *reflowed(ROWS[2:], (24, 30, 40))]).lines
    made = tabled(lines)
    rows = [row for index in sorted(made) for row in made[index]]
    assert {row.level for row in rows} == {1, 2}
    assert all(row.style == "row" and row.text == "\t".join(row.cells) for row in rows)


def test_names_that_share_a_head_are_known_apart() -> None:
    """The bodies that a sentence about referral names are known by their full names."""
    names = names_asked([ASKED])
    assert names.complete("Socialnämnden Söder")
    assert names.begins("Skol- och")
    assert names.goes_on("Nämnden för", "odling och")
    assert not names.complete("Nämnden för odling")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Översänder vi ser gärna förvaltningens bänkar vid utlåtande som vattnet eget yttrande. nu", "Översänder förvaltningens utlåtande som eget yttrande."),
        ("Översänder vi ser gärna bänkar vid vattnet", ""),
        ("Vi ser Yrkande S och V gärna bänkar", "Yrkande S och V"),
        ("Vi ser Tillstyrker motionens gärna förslag", "Tillstyrker motionens"),
        ("Vi ser. Tillstyrker motionens gärna förslag", ""),
        ("Ett yttrande från nämnden kom som svar", ""),
    ],
)  # fmt: skip
def test_only_known_phrases_are_taken_out_of_a_comment(text: str, taken: str) -> None:
    """Phrases of decisions are found between the words of a comment where they are whole, and other words stay."""
    tokens = [(word, False) for word in text.split()]
    assert " ".join(tokens[at][0] for at in phrases(tokens, [False] * len(tokens))) == taken


def test_the_bundles_tables_are_whole(shared: Path) -> None:
    """The tables of the council bundles give their rows: each begins with a body, and none is lost from the text."""
    folder = shared / "goteborg" / "handlingar"
    if not folder.is_dir():
        pytest.skip("../shared/goteborg saknas: provet behöver de verkliga handlingarna")
    for name in ("2022-nr245_0495-22.txt", "2024-nr054_SLK-2023-00807.txt", "2024-nr164_SLK-2024-00278.txt"):
        data = (folder / name).read_bytes()
        paper = read(name, hashlib.sha256(data).hexdigest(), data).document
        assert paper is not None
        made = tabled(paper.lines)
        rows = [row for index in sorted(made) for row in made[index]]
        assert len(rows) > 4
        taken = "".join(paper.lines[index].text for index in made)
        assert sorted("".join(taken.split()).replace("-", "")) == sorted("".join("".join(row.cells) for row in rows).replace(" ", "").replace("-", ""))
