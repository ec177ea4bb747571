"""What stands under a copied quote: whose words, what document, which day, which case, and how each is known."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from generator import addresses
from generator.model import Archive, Fact, Motion, Place, Report, Response, Statement, Status
from generator.pages import build_pages, citing
from generator.pages.context import Context, of
from generator.pages.papers import papers

from . import hostile, sample, states

MOTION = sample.ARCHIVE.motion(sample.M1)
CASE = "Ärende: ”Motion om tryggare vägar till skola och station”, diarienummer KS 2023/411 (härlett)."
NORTH = sample.ARCHIVE.response(f"{sample.M1}/norra-stadsdelsnamnden")
JOINT = sample.ARCHIVE.response(f"{sample.M1}/kulturnamnden-och-trafiknamnden")
NAMELESS = sample.ARCHIVE.response(f"{sample.M1}/okand-instans")


def context(archive: Archive = sample.ARCHIVE) -> Context:
    """The look-ups over an archive."""
    return of(archive, sample.SETTINGS, ())


def source(response: Response, motion: Motion = MOTION) -> str:
    """The citation of a response."""
    return citing.of_response(context(), motion, response)


def test_a_motion_is_cited_by_title_number_day_and_diary_number() -> None:
    """A motion's source tells what is known of it, and of each thing that no document states how it is known."""
    assert citing.of_motion(MOTION) == (
        "Motionen ”Motion om tryggare vägar till skola och station”, motion 2023:12, inlämnad 14 mars 2023 (härlett), diarienummer KS 2023/411 (härlett)."
    )


def test_what_is_not_known_of_a_motion_is_left_out() -> None:
    """A motion without day, number and diary number is cited by its title alone."""
    bare = replace(MOTION, filed=None, number=None, diary_numbers=())
    assert citing.of_motion(bare) == "Motionen ”Motion om tryggare vägar till skola och station”."


def test_a_title_by_an_editor_says_so() -> None:
    """A title that an editor has given is not passed off as the motion's own."""
    bare = replace(MOTION, filed=None, number=None, diary_numbers=(), title=Fact("Om vägar", Status.CURATED, ""))
    assert citing.of_motion(bare) == "Motionen ”Om vägar” (titeln är angiven av redaktionen)."


@pytest.mark.parametrize(
    ("response", "said"),
    [
        (JOINT, "Kulturnämnden och trafiknämnden, tjänsteutlåtande, 20 september 2023, eget diarienummer NSN 2023/55."),
        (NORTH, "Norra stadsdelsnämnden (avsändaren är härledd), tjänsteutlåtande, 28 september 2023, eget diarienummer NSN 2023/55."),
        (NAMELESS, "Svar utan angiven avsändare, tjänsteutlåtande, 12 oktober 2023, eget diarienummer NSN 2023/55."),
        (replace(NAMELESS, date=None, diary_numbers=()), "Svar utan angiven avsändare, tjänsteutlåtande."),
    ],
)
def test_a_response_is_cited_by_who_what_and_when(response: Response, said: str) -> None:
    """A response's source names its sender, kind and day, then the case; what its document does not say is left out."""
    assert source(response) == f"{said} {CASE}"


def test_an_editors_words_are_told_from_the_documents() -> None:
    """A sender and a day that an editor states stand as the editor's."""
    curated = replace(
        JOINT,
        bodies=("trafiknamnden",),
        body_facts=(Fact("trafiknämnden", Status.CURATED, ""),),
        date=Fact("2023-09", Status.CURATED, ""),
        diary_numbers=(),
    )
    assert source(curated).startswith("Trafiknämnden (instansen är angiven av redaktionen), tjänsteutlåtande, september 2023 (angivet av redaktionen). Ärende")


def test_each_paper_of_an_answer_is_cited_by_its_own_name_and_day() -> None:
    """Of an answer made of minutes and an office's paper, a quote is of the one that it stands in."""
    response = replace(
        NORTH,
        document_type="protokollsutdrag",
        papers=(sample.document("kontor.txt"),),
        paper_types=("tjansteutlatande",),
        paper_dates=(Fact("2023-09-11", Status.STATED, "", Place("kontor.txt", None, 1)),),
    )
    archive = replace(sample.ARCHIVE, responses=tuple(response if one.id == response.id else one for one in sample.ARCHIVE.responses))
    found = context(archive)
    said = [citing.of_paper(found, MOTION, response, paper) for paper in papers(found, response)]
    assert ["nämndens protokoll, 28 september 2023" in said[0], "förvaltningens tjänsteutlåtande, 11 september 2023" in said[1]] == [True, True]
    page = next(one.text for one in build_pages(archive, sample.SETTINGS, ()) if one.path == addresses.page_file(addresses.response(response.id)))
    assert [unescape(one) for one in re.findall('data-source="([^"]*)"', page)] == said


def test_an_answer_that_is_only_told_of_is_cited_with_its_teller() -> None:
    """Words that another paper tells are never cited as the body's own; a teller that is a referat makes the quote one too."""
    report = Report(NAMELESS.id, "reject", "Avstyrker", "", "Norra Avstyrker", Place("okand.txt", None, 5))
    told = replace(NORTH, told=True, reports=(report,), body_facts=())
    assert source(told) == f"Norra stadsdelsnämnden, återgivet i en annan handling. {CASE}"
    assert citing.note(context(), told) == ""
    retold = replace(sample.ARCHIVE, responses=tuple(replace(one, retold=one.id == NAMELESS.id) for one in sample.ARCHIVE.responses))
    assert citing.note(context(retold), told) == citing.RETOLD
    archive = of(states.ARCHIVE, states.SETTINGS, ())
    harbour = states.ARCHIVE.response(f"{states.CASE}/hamnbolaget")
    assert ", återgivet i en annan handling (" in citing.of_response(archive, states.ARCHIVE.motion(states.CASE), harbour)


def test_words_of_parties_are_not_passed_off_as_the_bodys() -> None:
    """A paper that holds reservations says so wherever it is quoted, and the page names whose words each known paragraph is."""
    archive = of(states.ARCHIVE, states.SETTINGS, ())
    park = states.ARCHIVE.response(f"{states.CASE}/parknamnden")
    assert "(där står också partiers egna ord)" in citing.of_response(archive, states.ARCHIVE.motion(states.CASE), park)
    assert "(där står också partiers egna ord)" not in source(NORTH)
    page = next(one.text for one in build_pages(states.ARCHIVE, states.SETTINGS, ()) if one.path == addresses.page_file(addresses.response(park.id)))
    assert re.findall('data-passage="(p-[0-9a-f]{8})" data-says="([^"]*)"', page) == [(park.remarks[0].passage, "Reservation av Ö")]


def test_a_referat_is_cited_as_one() -> None:
    """A page of a document that is only told again carries the note that its quotes must have."""
    pages = {one.path: one.text for one in build_pages(sample.ARCHIVE, sample.SETTINGS, ())}
    for address in (addresses.motion(sample.M2), addresses.response(f"{sample.M2}/trafiknamnden")):
        assert f'data-note="{citing.RETOLD}"' in pages[addresses.page_file(address)]
    assert "data-note" not in pages[addresses.page_file(addresses.response(NORTH.id))]


def test_a_partys_paper_and_an_attachment_are_cited_by_their_names() -> None:
    """A statement is cited by what its page is called and its day, an attachment by its name alone."""
    statement = Statement("reservation", "V", "2023-10-02", Place("v.txt", None, 1))
    assert citing.of_statement(MOTION, "Reservation av V", statement) == f"Reservation av V, 2 oktober 2023. {CASE}"
    assert citing.of_statement(MOTION, "Reservation av V", replace(statement, date=None)) == f"Reservation av V. {CASE}"
    assert citing.of_enclosure(MOTION, "Bilaga: Vad kostar det?") == f"Bilaga: Vad kostar det? {CASE}"


def test_no_text_breaks_out_of_its_attribute() -> None:
    """Titles, names and numbers of any letters stay inside the attribute that holds them, one to a page with paragraphs."""
    archive, findings = hostile.archive(hostile.PAYLOADS)
    for page in build_pages(archive, sample.SETTINGS, findings):
        if "kind: motion\n" in page.text or "kind: response\n" in page.text:
            assert len(re.findall(r'<(?:div|aside)(?: [\w-]+="[^"<>\n]*")* data-source="[^"<>\n]+"(?: data-note="[^"<>\n]+")?>', page.text)) == 1, page.path
