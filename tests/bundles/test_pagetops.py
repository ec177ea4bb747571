"""Bundles with pages: each page's top tells whether a new paper begins."""

from __future__ import annotations

from generator.bundles import split
from generator.model import Document, Line

PROPOSAL = (
    "Sjöviks kommun   Förslag till beslut   Sida 1 (1)",
    "Kommunstyrelsen 2031-05-02 Dnr KS 2030/77",
    "Kommunfullmäktige",
    "Svar på motion om badtåg",
    "Kommunstyrelsens förslag till beslut",
    "Kommunstyrelsen föreslår kommunfullmäktige besluta att motionen avslås.",
    "Rut Malm (S)",
)
PARTY = (
    "Vänsterpartiet i Sjövik   Dnr KS 2030/77",
    "Yttrande",
    "2031-04-20",
    "Vi hade hellre sett att tåget prövades en sommar.",
    "Elof Brun (V)",
)
OFFICE = (
    ("Kommunkansliet Tjänsteutlåtande   Dnr KS 2030/77", "2031-04-03", "Till kommunstyrelsen", "Kansliet bedömer att motionen bör avslås."),
    ("Kommunkansliet Tjänsteutlåtande   Dnr KS 2030/77", "2031-04-03", "Yttrande", "Tre nämnder har svarat.", "Nils Ek", "Kanslichef"),
)
MOTION = (
    "Sjöviks kommun",
    "Ink 2030-10-25",
    "Till kommunfullmäktige i Sjövik",
    "Motion: Låt badtåget gå igen",
    "Vi yrkar",
    "att tåget går varje dag i juli.",
    "Elof Brun (V)   Siv Ask (V)",
)
MINUTES = (
    "Sjöviks kommun   SAMMANTRÄDESPROTOKOLL",
    "Tekniska nämnden   2031-02-08",
    "§ 14   Dnr TN-2031-9",
    "Yttrande över motion om badtåg",
    "Tekniska nämnden avstyrker motionen.",
)


def _document(*pages: tuple[str, ...]) -> Document:
    lines = tuple(
        Line(number, text, page) for page, texts in enumerate(pages, 1) for number, text in enumerate(texts, 1)
    )
    return Document("bunt.pdf", "0" * 64, "application/pdf", lines, pages=len(pages))


def _kinds(*pages: tuple[str, ...]) -> list[tuple[str, int | None]]:
    return [(one.part.kind, one.part.first.page) for one in split(_document(*pages)) if one.part]


def test_each_paper_of_a_paged_bundle_is_a_part() -> None:
    """The board's proposal, a party's paper, the office's statement, the motion and the minutes begin on their own pages."""
    assert _kinds(PROPOSAL, PARTY, *OFFICE, MOTION, MINUTES) == [
        ("board-proposal", 1), ("statement", 2), ("office-statement", 3), ("motion", 5), ("minutes", 6),
    ]  # fmt: skip


def test_the_order_of_the_papers_is_of_no_account() -> None:
    """A motion after minutes, or before them, is found in either place."""
    assert _kinds(MINUTES, MOTION) == [("minutes", 1), ("motion", 2)]
    assert _kinds(MOTION, MINUTES) == [("motion", 1), ("minutes", 2)]


def test_a_head_that_comes_again_opens_nothing() -> None:
    """A document whose pages all have its own letterhead is one document, whatever words stand on them."""
    assert _kinds(*OFFICE) == []
    assert _kinds(*OFFICE, *OFFICE) == []


def test_a_heading_at_the_top_of_a_page_opens_nothing() -> None:
    """A page that begins with the word Yttrande and running text goes on with the document."""
    text = ("Yttrande", "Nämnden ser med oro på att tåget har lagts ned.", "Den 3 maj 2030 gick det för sista gången.")
    assert _kinds(OFFICE[0], text) == []


def test_an_attachments_number_in_a_letterhead_is_no_paper() -> None:
    """A number such as "Bilaga 2" over or in a letterhead belongs to that paper."""
    office = (OFFICE[0][0], "Bilaga 2", *OFFICE[0][1:])
    assert _kinds(PROPOSAL, office) == [("board-proposal", 1), ("office-statement", 2)]
