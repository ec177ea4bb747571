"""The text of tables in search: words are found, and cells stay apart where a hit is shown."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.model import Archive, Section
from generator.search.index import INDEX, build_index, text_path
from generator.swedish.words import sentences
from tests import sample_archive as sample


def _shown(text: str) -> str:
    """The first passage of the motion as search shows it, where its text is ``text``."""
    motion = sample.ARCHIVE.motions[0]
    table = replace(sample.passage(sample.FILE, 1, text), style="table")
    archive = Archive((replace(motion, sections=(Section("other", "", (table,)),)),), (), sample.ARCHIVE.bodies)
    files = {file.path: file.data for file in build_index(archive, sample.SETTINGS)}
    passages: list[list[str]] = json.loads(files[text_path(motion.id, json.loads(files[INDEX])["motions"][0][2], 0)])["passages"]
    return passages[0][1]


def test_cells_of_a_table_stay_apart_in_a_hit() -> None:
    """Where a hit is shown, cells and rows have a line between them, and empty cells are left out."""
    assert _shown("Instans\tBeslut\n\tAvstyrker\nKulturnämnden\t") == "Instans | Beslut | Avstyrker | Kulturnämnden"


def test_other_text_is_shown_as_it_is() -> None:
    """A text without cells is not changed."""
    assert _shown("Kommunen  bygger | en bana.") == "Kommunen  bygger | en bana."


def test_a_sentence_ends_with_its_cell() -> None:
    """Sentences are cut at tabs and line feeds, also after an abbreviation, and each has its own place in the text."""
    text = "Bygger ca\tAvstyrker. Men inte nu\nNej"
    found = sentences(text)
    assert [one.text for one in found] == ["Bygger ca", "Avstyrker.", "Men inte nu", "Nej"]
    assert all(text[one.start : one.end] == one.text for one in found)
