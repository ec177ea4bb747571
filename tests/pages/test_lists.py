"""Lists and ways of browsing: what divides the motions, who filed them, who was asked, motions against bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator import addresses
from generator.model import Archive, Decision, Fact, Motion, Place, Proposer, Settings, Source, Status
from generator.pages import bodies, body, browse, browsed, matrix, motions, proposers, sources, start
from generator.pages.context import Context, of
from generator.pages.paged import chunks, lettered, sheets
from generator.pages.people import people

from . import sample
from .built import build_site
from .parsed import parse

PLACE = Place("motion-a.txt", None, 1)


def context(*made: Motion, archive: Archive = sample.ARCHIVE, sources: Iterable[Source] | None = None) -> Context:
    """The look-ups of the sample, with other motions or files in it."""
    archive = replace(archive, motions=made or archive.motions, sources=archive.sources if sources is None else tuple(sources))
    if made:
        here = {motion.id for motion in made}
        archive = replace(archive, responses=tuple(one for one in archive.responses if one.motion in here))
    return of(archive, sample.SETTINGS, sample.FINDINGS)


def motion(case: str, *names: Proposer, filed: str = "2021-02-03", title: str = "Motion om fler bänkar") -> Motion:
    """A motion with nothing but its title, day and proposers."""
    return Motion(case, sample.stated(title, "motion-a.txt", 1), filed=sample.stated(filed, "motion-a.txt", 2) if filed else None, proposers=names)


def signed(name: str, party: str | None = None, *, struck: bool = False) -> Proposer:
    """A name under a motion."""
    return Proposer(name, party, PLACE, struck=struck)


def decided(made: Motion, outcome: str) -> Motion:
    """A motion that the council has dealt with."""
    return replace(made, decisions=(Decision("council", "kommunfullmaktige", outcome, "Så.", PLACE),))  # type: ignore[arg-type]


def values(context: Context, by: str) -> dict[str, list[str]]:
    """The ids of the motions under each value of one way, by the last part of its address."""
    way = next((one for one in browsed.divisions(context) if one.by == by), None)
    return {one.address.split("/")[3]: [entry.motion.id for entry in one.entries] for one in way.values} if way else {}


# --- cutting lists ---------------------------------------------------------------------------------------------------


def test_chunks_keep_order_and_lose_nothing() -> None:
    """A list is cut into runs that weigh no more than they may; a piece that weighs more stands alone."""
    assert list(chunks([3, 3, 9, 1, 1], 6, lambda one: one)) == [(3, 3), (9,), (1, 1)]
    assert list(chunks([], 6)) == []


def test_empty_list_is_one_empty_page() -> None:
    """A list without items still has its page, and no pager."""
    nothing: list[int] = []
    (only,) = sheets(nothing, "/x/", 10)
    assert (only.items, only.number, only.of, only.previous, only.next) == ((), 1, 1, "", "")


def test_first_page_may_be_smaller() -> None:
    """Where more stands on the first page it takes fewer items, but one at least."""
    made = sheets(range(10), "/x/", 4, room=1)
    assert [sheet.items for sheet in made] == [(0,), (1, 2, 3, 4), (5, 6, 7, 8), (9,)]
    assert [sheet.before for sheet in made] == [0, 1, 5, 9]
    assert len(sheets(range(10), "/x/", 4, room=0)[0].items) == 1


def test_pager_names_ends_and_neighbours() -> None:
    """The pager names the first page, the last, and those beside its own; a gap of one page is no gap."""
    middle = sheets(range(20), "/x/", 1)[9]
    assert [number for number, _ in middle.numbers] == [1, 0, 8, 9, 10, 11, 12, 0, 20]
    early = sheets(range(20), "/x/", 1)[4]
    assert [number for number, _ in early.numbers] == [1, 2, 3, 4, 5, 6, 7, 0, 20]
    assert (early.previous, early.next) == ("/x/sida-4/", "/x/sida-6/")


def test_letters_lead_to_the_page_they_begin_on() -> None:
    """Each letter leads to the page where it begins; words that begin with no letter stand first, whatever their sign."""
    names = ["1 a", "al", "alm", "§ 3", "ek", "ö"]
    made = lettered(names, lambda one: one, "/x/", 3)
    assert made.letters == (("0–9", "/x/#bokstav-1"), ("A", "/x/#bokstav-2"), ("E", "/x/sida-2/#bokstav-3"), ("Ö", "/x/sida-2/#bokstav-4"))
    second = made.pages[1][1]
    assert [(one.letter, one.goes_on) for one in second] == [("A", True), ("E", False), ("Ö", False)]


def test_nothing_else_lives_where_pages_of_lists_lie() -> None:
    """No slug is "sida-2", which is the address of a list's second page, and no number makes one."""
    assert addresses.slug("Sida 2") == "sida-2-text"
    assert addresses.numbered("ks-1/sida", {"ks-1/sida"}) == "ks-1/sida-nummer-2"


# --- ways of browsing ------------------------------------------------------------------------------------------------


def test_years_and_those_without() -> None:
    """Motions are divided by the year they were filed; a day without a year is no year."""
    made = context(motion("a"), motion("b", filed="XXXX-03-01"), motion("c", filed=""), motion("d", filed="2019"))
    assert values(made, "ar") == {"2021": ["a"], "2019": ["d"], "utan-datum": ["b", "c"]}


def test_year_of_the_diary_number_is_told_apart() -> None:
    """A motion that no document dates stands under its diary number's year, and the page says that it is that."""
    undated = replace(motion("b", filed=""), diary_numbers=(sample.stated("KS 2021/14", "motion-a.txt", 3),))
    made = context(motion("a"), undated)
    assert values(made, "ar") == {"2021": ["a", "b"]}
    lead = browsed.divisions(made)[0].values[0].lead
    assert lead == "En motion lämnades in 2021. En till har 2021 i diarienumret; när den lämnades in framgår inte."
    text = next(page.text for page in motions.pages(made))
    assert "För en av dem framgår inte när den lämnades in; där gäller diarienumrets år." in text


def test_years_of_answers() -> None:
    """A motion stands under each year in which an answer to it is dated."""
    assert values(context(), "svarsar") == {"2023": [sample.M1], "2022": [sample.M2]}


def test_parties_by_their_names() -> None:
    """Parties are those written beside the names, short and long name together; struck names do not count; none, or a dash, is said to be none."""
    made = context(
        motion("a", signed("Ann Ek", "V"), signed("Bo Alm", "Vänsterpartiet")),
        motion("b", signed("Ann Ek", "S", struck=True), signed("Cia Lind", "---")),
        motion("c"),
    )
    assert values(made, "parti") == {"v": ["a"], "framgar-inte": ["b", "c"]}
    way = next(one for one in browsed.divisions(made) if one.by == "parti")
    assert way.values[0].name == "Vänsterpartiet (V)"
    assert "partibeteckningen ”V” eller ”Vänsterpartiet”" in way.values[0].lead


def test_parties_that_share_a_slug_have_pages_of_their_own() -> None:
    """Two parties whose names make one slug are numbered, and none takes the page of those without."""
    made = context(motion("a", signed("Ann Ek", "Å")), motion("b", signed("Bo Alm", "A")), motion("c", signed("Cia Lind", "Framgår inte")), motion("d"))
    found = values(made, "parti")
    assert sorted(map(tuple, found.values())) == [("a",), ("b",), ("c",), ("d",)]
    assert found["framgar-inte"] == ["d"]


def test_stances_name_the_answers() -> None:
    """A motion stands under the stance of each of its answers, with those answers named; a preparing statement is none."""
    way = next(one for one in browsed.divisions(context()) if one.by == "hallning")
    support = next(one for one in way.values if one.name == "tillstyrker")
    assert [[answer.name for answer in entry.answers] for entry in support.entries] == [["Kulturnämnden och trafiknämnden"]]
    prepared = replace(sample.ARCHIVE, responses=tuple(replace(one, role="preparation") for one in sample.ARCHIVE.responses))
    assert values(context(archive=prepared), "hallning") == {}


def test_inferred_stance_is_marked() -> None:
    """An answer whose stance the archive has inferred, or that is only told of, says so in the list."""
    first = sample.RESPONSES[0]
    inferred = replace(first, stance=replace(first.stance, status=Status.INFERRED))
    assert browsed.named(context(), first).how == ""
    assert browsed.named(context(), inferred).how == "härlett"
    assert browsed.named(context(), replace(inferred, told=True)).how == "enligt en sammanställning"


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("granted", "med-beslut"), ("other", "med-beslut"), ("tabled", "utan-beslut"), ("referred-back", "utan-beslut")],
)
def test_tabled_is_not_decided(outcome: str, state: str) -> None:
    """A motion that the council only tabled or sent back stands among those without a decision here."""
    assert values(context(decided(motion("a"), outcome)), "lage")[state] == ["a"]


def test_board_alone_decides_nothing() -> None:
    """The board's position is no decision by the council."""
    found = values(context(), "lage")
    assert found["med-beslut"] == [sample.M2]
    assert found["utan-beslut"] == [sample.M1]
    assert found["svar-saknas"] == [sample.M1]


def test_undecided_is_not_said_to_be_open() -> None:
    """The page of motions without a decision says what is not here, and never that nothing has been decided."""
    text = next(page.text for page in browse.pages(context()) if page.path == "bladdra/lage/utan-beslut/index.md")
    assert "finns inget beslut av fullmäktige i arkivet" in text
    assert "obeslut" not in text


def test_last_settling_decision_counts() -> None:
    """A motion that was sent back and then rejected stands under rejected alone."""
    made = motion("a")
    sent, rejected = (decided(made, one).decisions[0] for one in ("referred-back", "rejected"))
    assert values(context(replace(made, decisions=(sent, rejected))), "beslut") == {"avslogs": ["a"]}


def test_no_way_leads_to_nothing() -> None:
    """An empty archive has its list, its ways and its table, each of which says that it is empty."""
    empty = of(Archive(), Settings(), ())
    assert browsed.divisions(empty) == ()
    for kind in (motions, browse, proposers, matrix, bodies, sources, start):
        (only,) = kind.pages(empty)
        assert "sida-2" not in only.text


# --- who filed the motions -------------------------------------------------------------------------------------------


def test_one_name_is_one_page() -> None:
    """Motions under one name are on one page, whatever parties stand beside it; the page says that it may be two persons."""
    made = context(motion("a", signed("Ann Ek", "S"), filed="2019-01-01"), motion("b", signed("Ann  ek", "V"), filed="2022-01-01"))
    (person,) = made.proposers
    assert (person.id, person.name, len(person.signed)) == ("ann-ek", "Ann Ek", 2)
    text = next(page.text for page in proposers.pages(made) if page.path == "forslagsstallare/ann-ek/index.md")
    assert "Parti i dokumenten: S (2019) och V (2022)." in unescape(text)
    assert "Arkivet kan inte säga om det är samma person." in text
    assert "Arkivet skiljer inte på personer med samma namn." in text


def test_struck_name_is_no_proposer() -> None:
    """A name that is struck out has no page, and its motion says so itself."""
    assert [person.name for person in context().proposers] == ["Karin Ekblad", "Osman Lindh", "Nils Åkerö"]
    assert context().proposer_id("Britta Fors") == ""
    assert context().proposer_id("karin  ekblad") == "karin-ekblad"


def test_names_of_one_slug_are_numbered() -> None:
    """Two names that make one slug have two pages."""
    found = people([motion("a", signed("Åsa Öst"), signed("Asa Ost"))])
    assert {person.name: person.id for person in found.values()} == {"Asa Ost": "asa-ost", "Åsa Öst": "asa-ost-2"}


def test_surnames_in_swedish_order() -> None:
    """Proposers stand by surname, å, ä and ö last."""
    made = people([motion("a", signed("Eva Ö"), signed("Ulf Ärla"), signed("Bo Zorn"), signed("Cia Åhl"), signed("Dag af Alm"))])
    assert [person.name for person in made.values()] == ["Dag af Alm", "Bo Zorn", "Cia Åhl", "Ulf Ärla", "Eva Ö"]


def test_page_of_a_proposer_counts_answers() -> None:
    """The page of a name tells how the answers to its motions fell, and who stood beside it."""
    text = next(page.text for page in proposers.pages(context()) if page.path == "forslagsstallare/karin-ekblad/index.md")
    assert "Tre svar på motionerna finns i arkivet." in text
    assert '<a href="../osman-lindh/">Osman Lindh</a> <span class="quiet">en motion</span>' in text


def test_hostile_names_and_parties_stay_text() -> None:
    """A name or party of markup, signs alone or the address of another page is shown as text, on a page of its own."""
    names = ["<script>alert(1)</script>", "Sida 2", "Sida", "Sidä", "☃", "../../om", "x" * 3000, "{{ 7*7 }}", "\u202eekblad"]
    made = context(motion("a", *(signed(name, name[::-1]) for name in names)), motion("b", filed="２０２１-01-01"))
    assert len({person.id for person in made.proposers}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", person.id) and not re.fullmatch(r"sida-\d+", person.id) for person in made.proposers)
    pages = [page for kind in (start, motions, browse, proposers, matrix) for page in kind.pages(made)]
    assert len({page.path for page in pages}) == len(pages)
    bodies_of_pages = [page.text.partition("---\n\n")[2] for page in pages]
    assert not any("<script" in text or "{{" in text for text in bodies_of_pages)


def test_missing_party_is_said() -> None:
    """Where no party stands beside a name, or not always, the page says so."""
    one, other = motion("a", signed("Ann Ek")), motion("b", signed("Ann Ek", "S"))
    assert proposers.parties(people([one])["ann ek"].signed) == "Dokumenten anger inget parti."
    assert "I någon motion står inget parti vid namnet." in proposers.parties(people([one, other])["ann ek"].signed)


# --- bodies ----------------------------------------------------------------------------------------------------------


def record(name: str, archive: Archive = sample.ARCHIVE) -> bodies.Record:
    """What the list of bodies says of one."""
    made = context(archive=archive)
    return bodies.record(made, made.bodies[name])


def test_what_became_of_each_question() -> None:
    """Of the motions a body was asked about each counts once: answered here, declined, or missing here."""
    asked = record("trafiknamnden")
    assert (asked.asked, asked.here, asked.missing, asked.share) == (2, 2, 0, "100\u00a0%")
    south = record("sodra-stadsdelsnamnden")
    assert (south.asked, south.here, south.missing, south.share) == (2, 1, 1, "50\u00a0%")
    refused = record("skonhetsradet")
    assert (refused.asked, refused.declined, refused.missing, refused.share) == (1, 1, 0, "0\u00a0%")


def test_answer_without_a_question_is_told_apart() -> None:
    """An answer by a body that no list names is no answered question, and a body that was never asked has no share."""
    unasked = replace(sample.ARCHIVE, motions=tuple(replace(one, referrals=()) for one in sample.ARCHIVE.motions))
    found = record("trafiknamnden", unasked)
    assert (found.asked, found.here, found.unasked, found.share) == (0, 0, 2, "")


def test_told_answer_is_not_here() -> None:
    """An answer that only another paper tells of does not count as here, nor as missing."""
    told = replace(sample.ARCHIVE, responses=tuple(replace(one, told=True) for one in sample.ARCHIVE.responses))
    found = record("trafiknamnden", told)
    assert (found.here, found.told, found.missing) == (0, 2, 0)


def test_body_of_many_answers_has_years_and_pages() -> None:
    """The answers of a body are counted by year and stance on its first page, and listed once over its pages."""
    many = [replace(sample.RESPONSES[4], id=f"{sample.M2}/trafiknamnden-{number}") for number in range(2, 240)]
    made = context(archive=replace(sample.ARCHIVE, responses=(*sample.RESPONSES, *many)))
    pages = [page for page in body.pages(made) if page.path.startswith("instanser/trafiknamnden/")]
    assert len(pages) == 3
    assert ["Så föll svaren" in page.text for page in pages] == [True, False, False]
    assert sum(page.text.count('<li class="line">') for page in pages) == 240


# --- motions against bodies ------------------------------------------------------------------------------------------


def test_matrix_has_the_rows_of_the_roll_call() -> None:
    """A cell leads to the answer and says its stance; a joint answer stands under each of its bodies; an empty cell has nothing."""
    rows = {one.motion.id: one.marks for one in (matrix.row(context(), motion) for motion in sample.MOTIONS)}
    first = rows[sample.M1]
    joint = addresses.response(f"{sample.M1}/kulturnamnden-och-trafiknamnden")
    assert [mark.target for mark in first["kulturnamnden"]] == [joint] == [mark.target for mark in first["trafiknamnden"]]
    assert first["sodra-stadsdelsnamnden"][0].said == "svar saknas i arkivet"
    assert first[matrix.UNNAMED][0].target.endswith("/okand-instans/")
    assert "kulturnamnden" not in rows[sample.M2]


def test_matrix_has_only_bodies_that_occur() -> None:
    """A table has a column for each body that occurs in it, by name, and one for answers without a sender last."""
    made = context()
    rows = [matrix.row(made, motion) for motion in sample.MOTIONS]
    assert [column.name for column in matrix.columns(made, rows[:1])] == ["Södra stadsdelsnämnden", "Trafiknämnden"]
    assert matrix.columns(made, rows)[-1].name == "Utan angiven avsändare"


def test_matrix_explains_every_shape_it_shows() -> None:
    """The legend over the table has each badge that stands in it, and no other."""
    (page,) = matrix.pages(context())
    legend, _, table = page.text.partition('<table class="matrix">')
    assert set(re.findall(r"mark-(support|reject|partly|considered|met|missing|silent)", table)) == set(
        re.findall(r"badge-(support|reject|partly|considered|met|missing|silent)", legend)
    )


def test_small_matrix_is_one_page() -> None:
    """An archive whose motions have room in one table has no tables of years."""
    assert [page.path for page in matrix.pages(context())] == ["matris/index.md"]


# --- the pages as built ----------------------------------------------------------------------------------------------


def test_lists_as_built(tmp_path: Path) -> None:
    """Every list is well formed, has one first heading, unique ids and tables with scoped headings and captions."""
    made = context()
    pages = [page for kind in (start, motions, browse, proposers, matrix, bodies, body, sources) for page in kind.pages(made)]
    site, _ = build_site(pages, tmp_path, strict=False)
    for page in pages:
        built = parse(site / page.path.replace("index.md", "index.html"))
        ids = [element.attributes["id"] for element in built.elements if "id" in element.attributes]
        assert built.faults == (), page.path
        assert len(ids) == len(set(ids)), page.path
        assert sum(element.tag == "h1" for element in built.elements) == 1, page.path
        assert all(element.attributes.get("scope") for element in built.elements if element.tag == "th"), page.path
        tables = sum(element.tag == "table" for element in built.elements)
        assert sum(element.tag == "caption" for element in built.elements) == tables, page.path


def test_facts_that_are_inferred_say_so_on_cards() -> None:
    """A card says that the day a motion was filed is inferred or the editors' word."""
    text = next(page.text for page in motions.pages(context()))
    assert '14 mars 2023 <span class="quiet">(härlett)</span>' in text
    known = replace(sample.MOTIONS[0], filed=Fact("2022-02-01", Status.CURATED, ""))
    assert "angivet av redaktionen" in next(page.text for page in motions.pages(context(known)))
