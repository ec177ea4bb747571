"""The page of an answer: what it is made of, what was proposed and decided, what others say of it, and what editors state."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from generator import addresses
from generator.archive import make_archive
from generator.curation import read_notes
from generator.model import (
    Archive,
    DemandStance,
    Edit,
    Fact,
    Passage,
    Place,
    Remark,
    Report,
    Response,
    Section,
    Settings,
    Source,
    Stance,
    StanceFact,
    Status,
)
from generator.pages import build_pages
from generator.pages.body import summary
from generator.pages.context import of, state_in_words
from generator.pages.papers import advice_in_words, other_paper, papers, sides
from generator.parse import parse
from tests.bundled import FILE, bundle

from . import sample

MOTION = sample.ARCHIVE.motion(sample.M1)
ANSWER = next(one for one in sample.ARCHIVE.responses if one.motion == sample.M1 and len(one.bodies) == 1 and one.role == "answer")


def with_answer(response: Response) -> Archive:
    """The made-up archive with ``response`` in the place of the one with its id."""
    return replace(sample.ARCHIVE, responses=tuple(response if one.id == response.id else one for one in sample.ARCHIVE.responses))


def page(archive: Archive, address: str) -> str:
    """The page at an address as a reader's text: entities resolved, tags kept."""
    path = addresses.page_file(address)
    return unescape(next(one.text for one in build_pages(archive, sample.SETTINGS, sample.FINDINGS) if one.path == path))


def words_of(text: str) -> str:
    """A page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"</?time[^>]*>", "", text)).split())


def said(value: Stance, quote: str, file: str = "") -> StanceFact:
    """A stated stance with its words."""
    return StanceFact(value, Status.STATED, quote, Place(file or ANSWER.document.file, None, 3))


def two_papers(advice: Stance, stance: Stance) -> Response:
    """The answer as minutes with the office's paper behind them."""
    office = sample.document("kontor.txt")
    passage = Passage("p-0000000a", "Kontoret har räknat på saken.", Place("kontor.txt", None, 9))
    return replace(
        ANSWER,
        document_type="protokollsutdrag",
        date=Fact("2024-05-02", Status.STATED, "2024-05-02", Place(ANSWER.document.file, None, 1)),
        stance=said(stance, "Så beslutar nämnden."),
        advice=said(advice, "Så föreslår kontoret.", "kontor.txt"),
        papers=(office,),
        paper_types=("tjansteutlatande",),
        paper_dates=(Fact("2024-04-11", Status.STATED, "2024-04-11", Place("kontor.txt", None, 1)),),
        sections=(*ANSWER.sections, Section("assessment", "Bedömning", (passage,))),
    )


def test_an_answer_of_two_papers_says_which_they_are() -> None:
    """Each paper of an answer has its heading, its own text under it, and its original."""
    response = two_papers("support", "reject")
    made = papers(of(with_answer(response), sample.SETTINGS, ()), response)
    assert [one.document.file for one in made] == [ANSWER.document.file, "kontor.txt"]
    assert [section.heading for section in made[1].sections] == ["Bedömning"]
    text = page(with_answer(response), addresses.response(response.id))
    assert "Svaret består av två handlingar:" in text
    assert "## Ur nämndens protokoll, 2 maj 2024" in text
    assert "Kontoret har räknat" in text.partition("## Ur förvaltningens tjänsteutlåtande, 11 april 2024")[2]
    assert text.count("<dt>Original: ") == 2


def test_words_of_the_officials_paper_are_told_as_theirs() -> None:
    """A paragraph of another paper than the one that speaks for the body is named by its paper; one of that paper is not."""
    response = two_papers("support", "reject")
    context = of(with_answer(response), sample.SETTINGS, ())
    own = ANSWER.sections[0].passages[0].id
    assert other_paper(context, response, "p-0000000a") == "förvaltningens tjänsteutlåtande, 11 april 2024"
    assert (other_paper(context, response, own), other_paper(context, response, "")) == ("", "")


@pytest.mark.parametrize(
    ("advice", "stance", "sentence"),
    [
        ("support", "reject", "Förvaltningen föreslog att motionen tillstyrks; nämnden beslutade att avstyrka den."),
        ("considered-answered", "support", "Förvaltningen föreslog att motionen ska anses besvarad; nämnden beslutade att tillstyrka den."),
        ("reject", "reject", "Nämnden beslutade i linje med det som förvaltningen föreslog."),
        ("unclear", "reject", ""),
        ("support", "unclear", ""),
    ],
)
def test_what_was_proposed_and_decided_is_put_in_words(advice: Stance, stance: Stance, sentence: str) -> None:
    """The officials' proposal and the board's decision stand in one sentence where both are clear, and in none where not."""
    response = two_papers(advice, stance)
    assert advice_in_words(of(with_answer(response), sample.SETTINGS, ()), response) == sentence


def test_what_was_sent_on_is_not_called_a_decision_of_its_own() -> None:
    """A board that sends its office's paper on is said to do that, and not to decide in line with it."""
    response = two_papers("support", "support")
    response = replace(response, stance=replace(response.stance, status=Status.INFERRED, reason="instansen sände vidare utlåtandet"))
    assert advice_in_words(of(with_answer(response), sample.SETTINGS, ()), response) == "Instansen sände vidare utlåtandet."


def test_the_two_sides_stand_beside_each_other() -> None:
    """The words of the proposal and those of the decision are both there, each under its own heading."""
    text = page(with_answer(two_papers("support", "reject")), addresses.response(ANSWER.id))
    assert "Förvaltningen föreslog" in text
    assert "Nämnden beslutade" in text
    assert text.index("”Så föreslår kontoret.”") < text.rindex("”Så beslutar nämnden.”")


def test_the_officials_words_are_not_shown_as_what_the_board_decided() -> None:
    """Where a board made the officials' paper its answer, its side shows its own decision and not their words."""
    response = two_papers("support", "support")
    assert response.advice is not None
    taken = replace(response.advice, status=Status.INFERRED, reason="instansen sände vidare utlåtandet")
    own = Fact("Nämnden godkände bilagt svar.", Status.STATED, "Nämnden godkände bilagt svar.", response.stance.place)
    response = replace(response, stance=taken, board_decision=own)
    officials, board = sides(of(with_answer(response), sample.SETTINGS, ()), response)
    assert officials.stance.quote == "Så föreslår kontoret."
    assert (board.stance.quote, board.words) == ("", own)


def test_a_partys_words_are_not_the_bodys() -> None:
    """Reservations inside a body's paper are listed as the parties' own, with whose they are."""
    remarks = (Remark("reservation", "Ö", "Vi hade velat bifalla.", Place(ANSWER.document.file, None, 40)), Remark("yrkande", "", "", Place(ANSWER.document.file, None, 41)))
    text = words_of(page(with_answer(replace(ANSWER, remarks=remarks)), addresses.response(ANSWER.id)))
    assert "Det är inte instansens hållning." in text
    assert "Reservation av Ö" in text
    assert "”Vi hade velat bifalla.”" in text
    assert "””" not in text


def test_an_answer_that_is_only_told_of_says_so() -> None:
    """A page on an answer that is not here says whose the words are, and where they stand."""
    teller = next(one for one in sample.ARCHIVE.responses if one.motion == sample.M1 and one.id != ANSWER.id)
    report = Report(teller.id, "reject", "Avstyrker", "", "Nämnden Avstyrker", Place(teller.document.file, None, 5), "p-0000000b")
    response = replace(
        ANSWER,
        told=True,
        document=teller.document,
        reports=(report,),
        stance=StanceFact("reject", Status.INFERRED, "Nämnden Avstyrker", report.place, "", "enligt sammanställningen"),
        board_decision=None,
        proposed_decision=None,
        signatories=(),
    )
    archive = with_answer(response)
    text = page(archive, addresses.response(ANSWER.id))
    assert "Svaret självt finns inte i arkivet" in text
    assert "Orden är inte instansens egna." in text
    assert "Härlett: enligt sammanställningen." in text
    assert "#p-0000000b" in text
    assert "”Avstyrker”" in text
    assert [word for word in ("Dokumenttyp", "Undertecknat av", "Vad beredningen säger om svaret") if word in text] == []
    context = of(archive, sample.SETTINGS, ())
    assert context.answered(MOTION) == of(sample.ARCHIVE, sample.SETTINGS, ()).answered(MOTION) - 1
    assert "Ett svar återges bara i en sammanställning." in state_in_words(context, MOTION)


def test_a_paper_that_tells_of_answers_leads_to_them() -> None:
    """A paper that sums answers up lists whose they are, with links to them and to the place in its own text."""
    teller = next(one for one in sample.ARCHIVE.responses if one.motion == sample.M1 and one.id != ANSWER.id)
    report = Report(teller.id, "reject", "Avstyrker", "", "Nämnden Avstyrker", Place(teller.document.file, None, 5), "p-0000000b")
    text = page(with_answer(replace(ANSWER, reports=(report,))), addresses.response(teller.id)).partition("Svar som återges här")[2]
    assert 'href="#p-0000000b"' in text
    assert addresses.relative(addresses.response(ANSWER.id), addresses.response(teller.id)) in text


def test_a_table_that_says_another_thing_is_told() -> None:
    """Where the office's table and the answer say different things, the answer's page says so."""
    teller = next(one for one in sample.ARCHIVE.responses if one.motion == sample.M1 and one.id != ANSWER.id)
    for value, differs in (("reject", True), ("support", False), ("unclear", False)):
        report = Report(teller.id, value, "Ord", "", "Nämnden Ord", Place(teller.document.file, None, 5))  # type: ignore[arg-type]
        text = page(with_answer(replace(ANSWER, stance=said("support", "Ja."), reports=(report,))), addresses.response(ANSWER.id))
        assert ("Svaret självt säger något annat." in text) == differs


def test_an_editors_word_says_who_why_and_when() -> None:
    """A curated stance bears its reason and day on the answer's page and in the roll-call, beside what the document says."""
    place = Place("case.yml", None, 4)
    fact = Fact("avstyrker", Status.CURATED, "hållning: avstyrker", place, reason="Besked per telefon", date="2026-11-20")
    stated = Fact("tillstyrker", Status.STATED, "Nämnden säger ja.", Place(ANSWER.document.file, None, 3))
    response = replace(
        ANSWER,
        stance=StanceFact("reject", Status.CURATED, "", place, "", "Besked per telefon", "2026-11-20"),
        demand_stances=(DemandStance(1, "support", Status.CURATED, "", place, "", 1.0, "Enligt ordföranden", "2026-11-21"),),
        edits=(Edit("hållning", fact, (stated,), differs=True),),
        proposed_decision=None,
    )
    archive = with_answer(response)
    own, roll = (words_of(page(archive, address)) for address in (addresses.response(ANSWER.id), addresses.motion(sample.M1)))
    assert "avstyrker (angivet av redaktionen) Skäl: Besked per telefon. Angivet 20 november 2026." in own
    assert "Skäl: Enligt ordföranden. Angivet 21 november 2026." in own
    assert "Dokumentet säger: tillstyrker ”Nämnden säger ja.”" in own
    assert '<time datetime="2026-11-20">' in page(archive, addresses.motion(sample.M1))
    assert "avstyrker (angivet av redaktionen) Skäl: Besked per telefon. Angivet 20 november 2026." in roll


def test_an_editors_word_on_the_case_stands_on_the_motions_page() -> None:
    """Every fact that an editor states of a case is listed with its reason and what the documents say."""
    fact = Fact("Motion om annat", Status.CURATED, "titel: Motion om annat", Place("case.yml", None, 1), reason="Avhuggen titel", date=None)
    motion = replace(MOTION, title=fact, edits=(Edit("titel", fact, (MOTION.title,), differs=True),))
    archive = replace(sample.ARCHIVE, motions=tuple(motion if one.id == motion.id else one for one in sample.ARCHIVE.motions))
    text = words_of(page(archive, addresses.motion(sample.M1)))
    assert "Titeln angivet av redaktionen" in text
    assert "Skäl: Avhuggen titel." in text
    assert f"Dokumentet säger: {MOTION.title.value}" in text


def test_an_editors_word_on_a_partys_paper_stands_on_its_page() -> None:
    """What an editor states of a part of a bundle stands on that part's own page, and not on another's."""
    parts = bundle([("motion", "Motion om en isbana\n\nDnr KS 2021/45\n\nJag föreslår\n\natt en isbana byggs\n"), ("other", "Vi tycker om is."), ("other", "Vi inte.")])
    said, _ = read_notes({"case.yml": f"skäl: Enligt akten\nfiler:\n  '{FILE}#2': {{typ: yrkande, parti: Ö}}\n"}, {FILE})
    built = make_archive([parse(one) for one in parts], said, Settings())
    (motion,) = built.archive.motions
    made = {one.path: unescape(one.text) for one in build_pages(built.archive, Settings(), ())}
    (own,) = (made[addresses.page_file(addresses.statement(one.id))] for one in motion.statements)
    (other,) = (made[addresses.page_file(addresses.statement(one.id))] for one in motion.enclosures)
    assert "Skäl: Enligt akten." in own
    assert "Skäl: Enligt akten." not in other


def test_what_is_held_back_leaves_a_trace() -> None:
    """A file that was set aside in a case's own folder stands on the motion's page; one in a shared folder does not."""
    assert MOTION.document is not None
    for folder, seen in (("akten", True), ("", False)):
        motion = replace(MOTION, document=replace(MOTION.document, file=f"{folder}/motion.txt".lstrip("/")))
        archive = replace(
            sample.ARCHIVE,
            motions=tuple(motion if one.id == motion.id else one for one in sample.ARCHIVE.motions),
            sources=(*sample.ARCHIVE.sources, Source(f"{folder}/hemlig.pdf".lstrip("/"), "0" * 64, "quarantined")),
        )
        text = words_of(page(archive, addresses.motion(sample.M1)))
        assert ("hemlig.pdf" in text) == seen


def test_a_bodys_page_counts_what_is_here() -> None:
    """Answers, answers that are only told of, and papers that prepare a matter are counted apart."""
    assert summary(3, 2, 1, 2) == (
        "Tillfrågad om tre motioner. Två svar finns här. Ett svar återges bara i en sammanställning. Två utlåtanden som bereder ett ärende."
    )
    assert summary(1, 0) == "Tillfrågad om en motion. Inget svar finns här."
    assert summary(0, 1) == "Ingen remisslista i arkivet nämner instansen. Ett svar finns här."
