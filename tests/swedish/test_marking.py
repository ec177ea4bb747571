"""Marks and cells of lines whose words are restored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Line, Restored
from generator.swedish.marking import Change, marked
from generator.swedish.restore import restore
from tests.swedish.damaged import PARAGRAPHS, document, hurt

SEEN = {"å": "a", "ä": "a", "ö": "o"}
HURT = hurt("\n".join(PARAGRAPHS), SEEN)


def doubted(line: Line, *words: str) -> Line:
    """``line`` with ``words`` marked as read with too little confidence."""
    marks = [Restored(line.text.index(word), line.text.index(word) + len(word), word, False, "ocr") for word in words]
    return replace(line, restored=tuple(sorted(marks, key=lambda mark: mark.start)))


def with_line(line: Line, text: str = HURT) -> Line:
    """What becomes of ``line`` at the end of a damaged document."""
    before = document(text)
    return restore([replace(before, lines=(*before.lines, line))])[0].lines[-1]


def test_marks_of_text_recognition_move_along() -> None:
    """A word that text recognition doubted keeps its mark, moved to where it stands after the restored words before it."""
    line = doubted(Line(99, "Vigselforrattaren fran namnden skriver Kvxt i f&rslaget."), "Kvxt")
    after = with_line(line, HURT.replace("o", "oé"))
    (mark,) = [mark for mark in after.restored if mark.by == "ocr"]
    assert after.text[mark.start : mark.end] == mark.original == "Kvxt"
    assert any(one.by == "restoration" for one in after.restored)
    assert [one.start for one in after.restored] == sorted(one.start for one in after.restored)


def test_a_doubted_word_that_is_restored_stays_in_doubt() -> None:
    """Restoring takes the mark over from text recognition, and the word stays unsure."""
    after = with_line(doubted(Line(99, "Beslutet om forslaget drojer."), "forslaget"))
    (mark,) = [mark for mark in after.restored if mark.original == "forslaget"]
    assert (after.text[mark.start : mark.end], mark.by, mark.sure) == ("förslaget", "restoration", False)


def test_marks_of_text_recognition_do_not_stop_restoring() -> None:
    """A document whose words were doubted is restored; one that was restored is not restored again."""
    before = document(HURT)
    before = replace(before, lines=(doubted(before.lines[0], "torg"), *before.lines[1:]), unsure_words=1)
    once = restore([before])[0]
    assert once.restored_words > 0
    assert restore([once])[0] is once


def test_quality_counts_doubt() -> None:
    """Text quality is the share of words neither changed, left in doubt, nor read with doubt; the reader's count is kept."""
    clean = replace(document("\n".join(PARAGRAPHS)), unsure_words=12)
    (after,) = restore([clean])
    assert (after.unsure_words, after.restored_words) == (12, 0)
    assert after.text_quality == pytest.approx(1 - 12 / after.words)
    (after,) = restore([replace(document(HURT + "\nrdtter Mohamsson"), unsure_words=3)])
    doubts = sum(mark.original == line.text[mark.start : mark.end] for line in after.lines for mark in line.restored)
    assert doubts > 0
    assert after.unsure_words == 3
    assert after.text_quality == pytest.approx(1 - (after.restored_words + doubts + 3) / after.words)


def test_a_word_that_may_be_damaged_is_marked_though_it_stays() -> None:
    """A word of a damaged text that no list knows stays as it is and is marked as unsure; a plain word is not."""
    after = with_line(Line(99, "Handlingen skrevs under av Bonnfryd."))
    assert [(mark.original, mark.sure) for mark in after.restored] == [("Bonnfryd", False)]
    assert after.text == "Handlingen skrevs under av Bonnfryd."


def test_cells_follow_the_text() -> None:
    """A row keeps its tabs, and its cells say what its text says after restoring."""
    cells = ("Namnden foreslar", "", "atgarder for skolan", "4 400")
    after = with_line(Line(99, "\t".join(cells), style="row", level=1, cells=cells))
    assert after.cells == ("Nämnden föreslår", "", "åtgärder för skolan", "4 400")
    assert after.text == "\t".join(after.cells)


def test_a_row_is_not_joined_with_the_next() -> None:
    """A hyphen at the end of a row breaks no word."""
    before = document(HURT)
    plain = (Line(98, "om forsl-"), Line(99, "ag till"))
    rows = tuple(replace(line, style="row", cells=(line.text,)) for line in plain)
    ends = [
        [line.text for line in restore([replace(before, lines=(*before.lines, *two))])[0].lines[-2:]]
        for two in (plain, rows)
    ]
    assert ends == [["om försl-", "ag till"], ["om forsl-", "ag till"]]


def test_no_change_is_the_same_line() -> None:
    """Without changes, or with none but doubt of a word that is marked already, the line is the very same object."""
    line = doubted(Line(1, "Ett ord till."), "ord")
    assert marked(line, []) is line
    assert marked(line, [Change(4, 7, "ord", sure=False)]) is line
