"""Coverage-guided fuzzing of our own reading code for a fixed number of rounds, and what it has found so far."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.readers import mail, markdown, pdf, plain, rtf
from generator.readers.delivery import Delivery
from generator.readers.text import clean
from tests.fuzz.targets import TARGETS, holds
from tests.readers.pdf_raw import one_page, text_at

SHA = "0" * 64
TIME_LIMIT = 300  # seconds for one target; a round that hangs ends its run long before


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_reader(name: str, root: Path, tmp_path: Path) -> None:
    """Mutated for a fixed number of rounds, no input makes a reader raise anything but its refusal, or deliver what no line may hold."""
    command = [sys.executable, "-m", "tests.fuzz", str(tmp_path), name]
    run = subprocess.run(
        command, cwd=root, capture_output=True, text=True, errors="replace", timeout=TIME_LIMIT, check=False
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-3000:]
    assert "Done " in run.stderr + run.stdout


def test_every_seed_holds() -> None:
    """The inputs to begin from hold what every delivery must, so a broken invariant shows without any fuzzing."""
    for target in TARGETS.values():
        seeds = target.seeds()
        assert seeds
        for seed in seeds:
            target.feed(seed)


# --- found by fuzzing ---------------------------------------------------------------------------------------------


def _texts(delivery: Delivery) -> list[str]:
    holds(delivery)
    assert delivery.document is not None
    return [line.text for line in delivery.document.lines]


def test_a_label_is_cleaned_as_its_text_is() -> None:
    """A list label with control characters in it loses them."""
    assert _texts(rtf.read("a", SHA, b"{\\rtf1 {\\listtext 1.\\tab\x18}Isbana\\par}")) == ["1. Isbana"]


def test_a_row_without_cells_is_no_row() -> None:
    """Two rows of which one has neither cells nor edges make a table of the other."""
    body = b"{\\rtf1 \\row\\trowd\\cellx9\\cellx99\\intbl a\\cell b\\cell\\row\\pard c\\par}"
    assert _texts(rtf.read("a", SHA, body)) == ["a\tb", "c"]


@pytest.mark.parametrize("charset", ["punycode", "utf-16\x00", "x-finns-inte", "idna", "base64"])
def test_no_character_set_breaks_a_message(charset: str) -> None:
    """A message is read whatever it says its letters are."""
    body = f"From: a@example.se\nSubject: Svar\nContent-Type: text/plain; charset={charset}\n\nNej till förslaget.\n"
    assert "Nej till förslaget." in _texts(mail.read("a.eml", SHA, body.encode()))


@pytest.mark.parametrize("text", ["a\u0301\u200d \t", "a\u200d\u0301", "b\u200c ", "isbana\u200d\u200d"])
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is, joiners at the end of it or between a letter and its accent included."""
    assert clean(clean(text)) == clean(text)
    assert "\u200c" not in clean(text)
    assert "\u200d" not in clean(text)


@pytest.mark.parametrize(
    "text", ["# Motion\n\nEn&#10;is&#12;bana&#x202e;", '---\na: "b\\nc"\n---\n# Motion\n', "# Motion\n\n> \f\n"]
)
def test_no_reference_puts_a_control_character_into_a_line(text: str) -> None:
    """A character reference or a quoted value in Markdown cannot break or turn a line."""
    assert markdown.fits("a.md", text)
    assert not set("\n\f\u202e") & set("".join(_texts(plain.read("a.md", SHA, text.encode()))))


def test_a_damaged_document_says_so() -> None:
    """A PDF document without its mark, or without the place of its list, and RTF without its last brace are read with a warning."""
    page = one_page(text_at(72, 700, "Nämnden tillstyrker motionen."))
    for data in (page.replace(b"%PDF-1.7", b"%1.7"), page.rpartition(b"startxref")[0]):
        assert pdf.fits("a", data)
        delivery = pdf.read("a.pdf", SHA, data)
        assert _texts(delivery) == ["Nämnden tillstyrker motionen."]
        assert [finding.code for finding in delivery.findings] == ["F139"]
    cut = rtf.read("a.rtf", SHA, b"{\\rtf1 Ett\\par tv")
    assert _texts(cut) == ["Ett", "tv"]
    assert [finding.code for finding in cut.findings] == ["F139"]
