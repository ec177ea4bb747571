"""The rows of the roll-call and the section of what is missing, as a reader meets them on the motion's page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.addresses import motion as motion_address
from generator.addresses import page_file
from generator.archive import make_archive
from generator.model import Document, Source
from generator.pages.context import Context, of
from generator.pages.counted import count_in_words
from generator.pages.gaps import gaps
from generator.pages.motion import pages
from generator.pages.roll import roll_call
from tests.archive.test_asked import ASKED, MOTION, OFFICE, SETTINGS, TWICE, answer
from tests.cases import draft_of
from tests.pages import states

JOINT = "Kulturnämnden\n\nYttrande över motion om en isbana i hamnen (KS 2021/45) och motion om en bastu på ön (KS 2021/46)\n\nBeslut\nNämnden avstyrker motionerna.\n"


def context_of(texts: Mapping[str, str]) -> Context:
    """The look-ups of the archive of texts by file name, with a row for each file."""
    archive = make_archive([draft_of(text, file) for file, text in texts.items()], (), SETTINGS).archive
    used = {file: tuple(one.id for one in archive.responses if one.document.file == file) for file in texts}
    sources = tuple(Source(file, "0" * 64, "published", used_as=names) for file, names in sorted(used.items()))
    return of(replace(archive, sources=sources), SETTINGS, ())


def test_a_told_answer_says_whose_word_it_is() -> None:
    """A row whose answer is only told of by the office says so, before the office's words."""
    context = context_of({"m.txt": MOTION, "o.txt": OFFICE.format(told=f"{ASKED} Parknämnden avstyrker motionen.")})
    (row,) = [one for one in roll_call(context, context.archive.motions[0]) if one.told]
    assert (row.body, row.state, row.badge.word) == ("parknamnden", "answered", "avstyrker")
    assert row.quote_of == "Enligt Kommunstyrelsens sammanställning; svaret självt finns inte här:"
    (page,) = pages(context)
    assert "svaret självt finns inte här" in page.text


def test_a_row_of_a_table_is_quoted_without_its_first_cell() -> None:
    """An answer told of in a table is quoted by its verdict and comment; the cell that names the body is not among the words."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    (row,) = [one for one in roll_call(context, states.ARCHIVE.motions[0]) if one.body == "hamnbolaget"]
    assert row.quote == "Avstyrker · Bolaget har andra planer"


def test_a_short_list_of_answers_says_how_many_more_there_are() -> None:
    """The list that leads to the comparison shows three answers and says how many it leaves out."""
    context = of(states.ARCHIVE, states.SETTINGS, ())
    (page,) = [one for one in pages(context) if one.path == page_file(motion_address(states.CASE))]
    assert re.search(r"<li class=\"quiet\">och \d+ till</li>", page.text)


def test_a_row_names_the_other_motion_of_its_document() -> None:
    """An answer to two motions says in each case which other motion the same document answers."""
    context = context_of({"k.txt": JOINT})
    for motion, other in (("ks-2021-45", "ks-2021-46"), ("ks-2021-46", "ks-2021-45")):
        (row,) = roll_call(context, context.motions[motion])
        assert row.shared == (other,)
    assert all("Samma dokument besvarar också" in page.text for page in pages(context))


def test_an_answer_of_an_unknown_round_is_offered_to_both() -> None:
    """Where nobody can tell which question an answer answers, both rows lead to it and neither says that it is missing."""
    context = context_of({"m.txt": MOTION, "o.txt": OFFICE.format(told=TWICE), "k.txt": answer("Kulturnämnden")})
    count = count_in_words(context.archive.motions[0], roll_call(context, context.archive.motions[0]))
    assert "I första remissomgången har en svarat utan att det framgår i vilken omgång och ett svar saknas i arkivet." in count
    rows = [row for row in roll_call(context, context.archive.motions[0]) if row.body == "kulturnamnden"]
    assert [(row.round, row.state, len(row.possible_responses)) for row in rows] == [(1, "not-in-archive", 1), (2, "not-in-archive", 1)]
    assert all(row.possible.startswith("Ett svar från instansen finns här") for row in rows)


def test_pages_that_nobody_could_read_are_a_gap() -> None:
    """A page that text recognition gave up is told among what is missing."""
    context = context_of({"m.txt": MOTION, "p.txt": answer("Parknämnden")})
    (motion,), (response,) = context.archive.motions, context.archive.responses
    unread: Document = replace(response.document, pages=4, unread=(2, 3))
    with_gap = of(replace(context.archive, responses=(replace(response, document=unread),)), SETTINGS, ())
    assert "Sidorna 2–3 gick inte att läsa:" in [gap.text.partition("|")[0] for gap in gaps(with_gap, motion)]
