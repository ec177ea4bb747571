"""The cases that ship with the project: they are retold, and they keep the shapes of real documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
RESTORED = ROOT / "tests" / "data" / "utan-avsandare-restored.txt"
CASES = ("ks-2019-1899", "motion-2015-18-stadsgardshissen", "motion-2016-5-obelisken")
DOCUMENTS = sorted(path for case in CASES for path in (CONTENT / case).iterdir() if path.suffix in {".txt", ".md"})
RUN = 10  # words; a shared run of this length is a sentence carried over, not a fact


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of ten words; runs that are mostly names are facts and left out."""
    words = re.findall(r"[^\W_]+", text)
    made = set()
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        if sum(word[0].isupper() for word in run) < 0.6 * RUN:
            made.add(tuple(word.lower() for word in run))
    return made


def test_there_are_three_cases() -> None:
    """The content folder ships three cases with five, four and four documents."""
    assert [len([path for path in DOCUMENTS if path.parent.name == case]) for case in CASES] == [5, 4, 4]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_document_says_that_it_is_retold(path: Path) -> None:
    """Every document says in its first lines that it is a referat and where the original is kept."""
    first = " ".join(_text(path)[:400].split())
    assert first.startswith("Referat i arkivets egna ord av ")
    assert "Originalet förvaras i Stockholms stads registratur, kommunstyrelsen." in first


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_is_carried_over(path: Path, shared: Path) -> None:
    """No document shares ten words in a row with the real ones."""
    real = [*(shared / "seeds").glob("*.txt"), *(shared / "gold").glob("*.txt")]
    known = set().union(*(_runs(_text(source)) for source in real))
    assert not _runs(_text(path)) & known


def test_plain_text_is_hard_wrapped() -> None:
    """The plain text documents are wrapped at some seventy columns."""
    longest = max(len(line) for path in DOCUMENTS if path.suffix == ".txt" for line in _text(path).split("\n"))
    assert 60 < longest <= 72


def test_one_document_is_damaged() -> None:
    """At least fifteen words in a hundred of one document have lost their å, ä or ö, and nothing else has changed."""
    damaged = _text(CONTENT / CASES[0] / "utan-avsandare.txt").split()
    right = _text(RESTORED).split()
    assert len(damaged) == len(right)
    changed = [(was, now) for was, now in zip(damaged, right, strict=True) if was != now]
    assert len(changed) >= 0.15 * len(right)
    assert all(re.search(r"[åäöÅÄÖ•]", now) or (was, now) == ("1", "i") for was, now in changed)


def test_one_document_has_page_furniture_and_double_spacing() -> None:
    """One document has an empty line after each line and page headers in the middle of its text."""
    lines = _text(CONTENT / CASES[0] / "socialforvaltningen.txt").split("\n")
    assert not any(lines[1::2])
    text = "\n".join(lines)
    assert "Sida 2 (3)" in text
    assert re.search(r"^Error! Use the Home tab", text, re.MULTILINE)
    assert re.search(r"Hägersten-\n\nLiljeholmens", text)


def test_the_markdown_motion_has_a_struck_name() -> None:
    """The Markdown motion keeps a struck name, the note beside it and an unclosed fence."""
    text = _text(CONTENT / CASES[0] / "motion.md")
    assert text.count("~~~~") == 1
    assert "~~Mona Wallen (-----)~~" in text
    assert "~~Ej tjänstgörande~~" in text
