"""The ways on from a motion's pages, its short title, and the box of facts beside an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from generator import addresses, places
from generator.model import Archive, Fact, Motion, Place, Response, Status
from generator.pages import motion, onward, response, words
from generator.pages.context import of
from generator.pages.motion import tally
from generator.pages.roll import roll_call

from . import sample, states

MOTION = next(one for one in sample.ARCHIVE.motions if one.id == sample.M1)
ANSWER = next(one for one in sample.ARCHIVE.responses if one.id == f"{sample.M1}/norra-stadsdelsnamnden")


def _with(one: Motion | Response) -> Archive:
    motions = tuple(one if each.id == one.id else each for each in sample.ARCHIVE.motions)
    responses = tuple(one if each.id == one.id else each for each in sample.ARCHIVE.responses)
    return replace(sample.ARCHIVE, motions=motions, responses=responses)  # type: ignore[arg-type]


def _page(archive: Archive, address: str) -> str:
    context = of(archive, sample.SETTINGS, ())
    made = {page.path: page.text for page in (*motion.pages(context), *response.pages(context))}
    return made[addresses.page_file(address)]


def test_answers_stand_in_the_roll_calls_order_and_preparations_last() -> None:
    """The order of reading is that of the motion's list; every response is in it once; what prepares the matter comes last."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    (case,) = states.ARCHIVE.motions
    order = onward.in_order(context, case)
    assert sorted(one.id for one in order) == sorted(one.id for one in states.ARCHIVE.responses)
    listed = list(dict.fromkeys(row.response for row in roll_call(context, case) if row.response))
    assert [one.id for one in order][: len(listed)] == listed
    assert order[-1].role == "preparation"


def test_what_comes_next_is_called_what_it_is() -> None:
    """An answer is followed by "nästa svar", a paper that prepares the matter is "nästa handling", and the ends have no neighbour."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    (case,) = states.ARCHIVE.motions
    order = onward.in_order(context, case)
    first, before_last, last = (onward.of_response(context, case, order, order[at]) for at in (0, -2, -1))
    assert [way[0] for way in first] == ["compare", "up", "next"]
    assert before_last[-1][:2] == ("next", "Nästa handling")
    assert [way[0] for way in last] == ["compare", "up", "prev"]
    assert (last[-1][2], last[-1][3]) == (context.sender(order[-2]), addresses.response(order[-2].id))


def test_the_heading_is_short_and_the_whole_title_is_there() -> None:
    """A title that names who filed the motion is a short heading, with the whole title and its source under it."""
    title = "Motion av Ada Holm (Ö) om att bygga en bro"
    text = _page(_with(replace(MOTION, title=replace(MOTION.title, value=title))), addresses.motion(sample.M1))
    assert "\n# Bygga en bro\n" in text
    whole = re.search(r'<div class="whole">(.*?)</div>\n', text, re.DOTALL)
    assert whole
    assert unescape(whole[1]).startswith(f"Hela titeln: {title} <details")
    other = _page(_with(replace(MOTION, title=replace(MOTION.title, value="Fler bänkar"))), addresses.motion(sample.M1))
    assert "\n# Fler bänkar\n" in other
    assert "Hela titeln" not in other


def test_the_box_of_facts_has_room() -> None:
    """Three attachments are in sight, each by its first words; the others, and the whole of each, are folded and nothing is gone."""
    said = [f"Bilaga {at}: {'ett långt dokument om bänkar och broar ' * 9}" for at in range(40)]
    place = Place(ANSWER.document.file, None, 60)
    facts = tuple(Fact(value, Status.STATED, value, place) for value in said)
    text = unescape(_page(_with(replace(ANSWER, attachments=facts)), addresses.response(ANSWER.id)))
    box = text[text.index("<dt>Bilagor</dt>") : text.index("</dd></div>", text.index("<dt>Bilagor</dt>"))]
    sight, _, folded = box.partition('<details class="more-facts">')
    assert sight.count("<li>") == 3
    assert "Visa 37 till" in folded
    assert folded.count("<li>") == 27 + 1
    assert "Tio till står i" in folded
    for value in said[:30]:
        assert value.strip() in " ".join(box.split())
    assert all(len(lead) < 130 for lead in re.findall(r'<span class="long-cut">(.*?)</span>', box))


def test_what_is_unknown_is_quiet() -> None:
    """A fact that the document does not give is said to be missing, in quiet type."""
    text = _page(_with(replace(ANSWER, signatories=(), date=None)), addresses.response(ANSWER.id))
    assert '<dt>Undertecknat av</dt><dd class="quiet">framgår inte</dd>' in text
    assert '<dt>Datum</dt><dd class="quiet">framgår inte</dd>' in text


def test_the_tally_counts_every_row_once() -> None:
    """What stands over the roll-call comes to its rows, in the order of the stances, with what is not here last."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    (case,) = states.ARCHIVE.motions
    roll = roll_call(context, case)
    counted = tally(roll)
    assert sum(count for _, _, count in counted) == len(roll)
    assert counted[0][0].word == words.STANCES["support"].word
    assert counted[-1][1] in ("not-in-archive", "silent", "declined")


def test_a_margin_says_where_in_few_letters() -> None:
    """A line of a text is a number, a paragraph "st", a page "s." with its line; nothing is said of no place."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert places.short(Place("a.txt", None, 14), "text/plain") == "14"
    assert places.short(Place("a.pdf", 2, 14), "application/pdf") == "s. 2 r 14"
    assert places.short(Place("a.pdf", 2, None), "application/pdf") == "s. 2"
    assert places.short(Place("a.docx", None, 9), word) == "st 9"
    assert places.short(Place("a.txt", None, None)) == ""
    assert places.short(None) == ""


def test_days_for_programs() -> None:
    """A whole day, a month or a year is written for programs; anything else is not."""
    assert [words.iso(value) for value in ("2024-05-17", "2024-05", "2024", "XXXX-05-17", "2024-13", "maj", None)] == ["2024-05-17", "2024-05", "2024", "", "", "", ""]
