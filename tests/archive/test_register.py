"""Which body a written name means: its forms meet, and a name that is in no list gives nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.archive.register import Register, register, whole
from generator.model import Body
from tests.cases import draft_of

BODIES = (
    Body("norrby-stadsdelsnamnd", "Norrby stadsdelsnämnd", "stadsdelsnamnd", aliases=("Norrby",), offices=("Norrby stadsdelsförvaltning",)),
    Body("sunds-stadsdelsnamnd", "Sunds stadsdelsnämnd", "stadsdelsnamnd", successor="norrby-stadsdelsnamnd"),
    Body("fritidsnamnden", "Fritidsnämnden", "namnd", offices=("fritidsförvaltningen",), series=("FN",)),
    Body("byggnadsnamnden", "Byggnadsnämnden", "namnd", aliases=("stadsbyggnadskontoret",)),
    Body("konstmuseet", "Konstmuséet", "other"),
    Body("ekviks-stads-hamn-ab", "Ekviks Stads Hamn AB", "bolag"),
    Body("ab-ekvikshem", "AB Ekvikshem", "bolag"),
    Body("namnden-for-stod", "Nämnden för stöd", "namnd", offices=("förvaltningen för stöd",)),
    Body("socialnamnd-centrum", "Socialnämnd Centrum", "namnd", offices=("Socialförvaltningen Centrum",)),
    Body("lunda-stadsdelsnamnd", "Lunda stadsdelsnämnd", "stadsdelsnamnd"),
    Body("idrotts-och-parknamnden", "Idrotts- och parknämnden", "namnd"),
    Body("aldre-samt-vardnamnden", "Äldre samt vårdnämnden", "namnd"),
)


@pytest.fixture
def made() -> Register:
    """A small register."""
    return register(BODIES)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Fritidsnämnden", "fritidsnamnden"),
        ("fritidsnämnd", "fritidsnamnden"),
        ("FRITIDSNÄMNDENS", "fritidsnamnden"),
        ("Fritidsförvaltningen", "fritidsnamnden"),
        ("Norrby  stadsdelsnämnd", "norrby-stadsdelsnamnd"),
        ("Norrbys stadsdelsnämnd", "norrby-stadsdelsnamnd"),
        ("norrby", "norrby-stadsdelsnamnd"),
        ("Sund stadsdelsnämnd", "sunds-stadsdelsnamnd"),
        ("Ekviks stads fritidsnämnd", "fritidsnamnden"),
        ("Konstmuseet", "konstmuseet"),
        ("Stadsbyggnadskontoret", "byggnadsnamnden"),
        ("fritidsnämnden i Ekvik", "fritidsnamnden"),
        ("Fritidsnämnden i Ekviks kommun", "fritidsnamnden"),
        ("kommunens fritidsnämnd", "fritidsnamnden"),
        ("nämnden för stöd i Ekvik", "namnden-for-stod"),
        ("Förvaltningen för stöd", "namnden-for-stod"),
        ("Socialnämnden Centrum", "socialnamnd-centrum"),
        ("Socialförvaltning Centrum", "socialnamnd-centrum"),
        ("Stadsdelsnämnden Lunda", "lunda-stadsdelsnamnd"),
        ("SDN Lunda", "lunda-stadsdelsnamnd"),
        ("Idrott- och parknämnden", "idrotts-och-parknamnden"),
        ("Ekviks Stads Hamn", "ekviks-stads-hamn-ab"),
        ("Styrelsen för Ekviks Stads Hamn AB", "ekviks-stads-hamn-ab"),
        ("Ekvikshem AB", "ab-ekvikshem"),
        ("Ekvikshem Aktiebolag", "ab-ekvikshem"),
        ("Ekvikshem", "ab-ekvikshem"),
    ],
)
def test_forms_of_a_name_meet(made: Register, name: str, body: str) -> None:
    """Case, definite form, genitive and the city before it do not hide which body is named."""
    found = made.named(name)
    assert found is not None
    assert found.id == body


@pytest.mark.parametrize("name", ["Fritids", "Kulturnämnden", "Norrbyholms stadsdelsnämnd", "nämnden", "", "Hamn AB", "Socialnämnden", "Socialnämnd Norr", "Parknämnden"])
def test_a_name_in_no_list_gives_nothing(made: Register, name: str) -> None:
    """What is not in the register is not guessed at."""
    assert made.named(name) is None


def test_an_office_is_known_as_one(made: Register) -> None:
    """An office means its board, and is known to be the office; an alias that is an office's by its form too."""
    assert made.is_office("fritidsförvaltningen")
    assert made.is_office("stadsbyggnadskontoret")
    assert not made.is_office("Fritidsnämnden")


def test_a_merged_body_is_its_successor_of_today(made: Register) -> None:
    """The body of today that a merged body's name means is the one that took over."""
    assert made.meant("Sunds stadsdelsnämnd").id == "norrby-stadsdelsnamnd"


def test_successors_in_a_ring_end() -> None:
    """Two bodies that are each other's successors do not send the search round for ever."""
    ring = register((Body("a", "A-nämnden", "namnd", successor="b"), Body("b", "B-nämnden", "namnd", successor="a")))
    assert ring.meant("A-nämnden").id in {"a", "b"}


def test_a_body_that_only_documents_name_is_marked(made: Register) -> None:
    """A name in no list becomes a body of its own, not registered, of the kind its name tells."""
    body = made.meant("kulturnämnden")
    assert (body.id, body.name, body.kind, body.registered) == ("kulturnamnden", "Kulturnämnden", "namnd", False)


def test_a_near_miss_is_advice_only(made: Register) -> None:
    """The nearest registered name is offered, and never taken."""
    assert made.nearest("Fritidsnämden") == "Fritidsnämnden"
    assert made.nearest("Sjöbevakningen") is None
    assert not made.meant("Fritidsnämden").registered


def test_a_name_registered_for_another_municipality_is_told_as_such() -> None:
    """Of a body that is registered for one municipality only, another's staff are told that, and not that nobody knows it."""
    known = register([Body("hamnnamnden", "Hamnnämnden", "namnd", municipality="Ekvik"), Body("fritidsnamnden", "Fritidsnämnden", "namnd")])
    elsewhere = replace(known, municipality="Norrby")
    assert elsewhere.named("Hamnnämnden") is None
    assert elsewhere.advice("Hamnnämnden") == " Namnet är registrerat, men bara för Ekvik."
    assert elsewhere.advice("Fritidsnämden") == " Menade du ”Fritidsnämnden”?"
    assert elsewhere.advice("Skärgårdsrådet") == ""


def test_two_boards_that_may_both_exist_are_no_near_miss(made: Register) -> None:
    """A board that looks after something else by its name is not offered, however alike the letters are."""
    known = register([Body("grundskolenamnden", "Grundskolenämnden", "namnd")])
    assert known.nearest("Förskolenämnden") is None
    assert known.nearest("Grundskolenämden") == "Grundskolenämnden"
    assert made.nearest("Stadsbyggnadsnämnden") is None


def test_a_list_is_cut_where_the_register_has_its_names(made: Register) -> None:
    """Neighbours of a list that were cut at the wrong "och" or "samt" are cut again as the register has them."""
    text = "Yttrande över motion om is\n\nBakgrund\nMotionen har remitterats till nämnden för stöd och äldre samt vårdnämnden för yttrande."
    (listed,) = whole(draft_of(text), made).referrals
    assert [mention.full for mention in listed.names] == ["nämnden för stöd", "äldre samt vårdnämnden"]


def test_a_series_of_diary_numbers_means_its_board(made: Register) -> None:
    """The letters of a board's own diary numbers mean the board, in any case."""
    body = made.of_series("fn")
    assert body is not None
    assert body.id == "fritidsnamnden"
    assert made.of_series("XX") is None
