"""What the documents of a case tell of bodies that no register knows: spellings, offices and boards, municipalities."""

from __future__ import annotations

import pytest

from generator.archive import Built, make_archive
from generator.archive.localnames import board_of, in_case, spelled
from generator.archive.register import Register, register
from generator.model import Body, Settings
from tests.cases import draft_of

LETTER = "{head}\n\nYttrande över motion om en isbana, KS 2021/45\n\nFörslag till beslut\n{decides} avstyrker motionen.\n\nBakgrund\nMotionen har remitterats till {asked} för yttrande.\n"
CITY = Body("miljo-namnden-i-staden", "Miljö- och parknämnden", "namnd", offices=("miljökontoret",), municipality="Storstad")
OTHER = Body("miljo-och-hamnnamnden", "Miljö- och hamnnämnden", "namnd", offices=("miljökontoret",))
OLD = Body("byggnadsnamnden", "Byggnadsnämnden", "namnd", successor="stadsbyggnadsnamnden", successor_from="2023-01-01", municipality="Storstad")
NEW = Body("stadsbyggnadsnamnden", "Stadsbyggnadsnämnden", "namnd")


def _archive(*texts: str, bodies: tuple[Body, ...] = (), home: str = "") -> Built:
    drafts = [draft_of(text, f"svar{number}.txt") for number, text in enumerate(texts)]
    return make_archive(drafts, (), Settings(municipality=home, bodies=bodies))


def _letter(head: str, decides: str = "Nämnden", asked: str = "kulturnämnden") -> str:
    return LETTER.format(head=head, decides=decides, asked=asked)


@pytest.mark.parametrize(
    ("office", "boards", "board"),
    [
        ("Miljökontoret", ["Miljönämnden", "Kulturnämnden"], "Miljönämnden"),
        ("Idrotts- och friluftsförvaltningen", ["Idrotts- och friluftsnämnden"], "Idrotts- och friluftsnämnden"),
        ("Tekniska kontoret", ["Tekniska nämnden"], "Tekniska nämnden"),
        ("Förvaltningen för stöd", ["Nämnden för stöd"], "Nämnden för stöd"),
        ("Socialförvaltningen Norr", ["Socialnämnden Norr", "Socialnämnden Söder"], "Socialnämnden Norr"),
        ("Miljöförvaltningen", ["Miljö- och klimatnämnden"], None),
        ("Förvaltningen", ["Nämnden"], None),
        ("Stadsdelsförvaltningen", ["Stadsdelsnämnden"], None),
        ("Kulturnämnden", ["Kulturnämnden"], None),
        ("Parkförvaltningen", [], None),
    ],
)
def test_an_office_looks_after_what_its_board_does(office: str, boards: list[str], board: str | None) -> None:
    """An office is a board's where their names say the same and no more; part of the name is too little."""
    assert board_of(office, boards) == board


def test_an_office_answers_for_the_board_of_the_same_case() -> None:
    """An answer under an office's letterhead is inferred to be its board's where the case names that board."""
    built = _archive(_letter("Miljökontoret", asked="kulturnämnden och miljönämnden"))
    (response,) = built.archive.responses
    assert response.bodies == ("miljonamnden",)
    (fact,) = response.body_facts
    assert fact.status == "inferred"
    assert "”miljönämnden”" in fact.quote


def test_an_office_whose_board_is_in_another_case_stays_an_office() -> None:
    """A board that only another case names is not taken for the office's."""
    other = _letter("Parknämnden", asked="miljönämnden").replace("isbana", "hamn").replace("2021/45", "2021/46")
    built = _archive(_letter("Miljökontoret"), other)
    assert {response.bodies for response in built.archive.responses} == {("miljokontoret",), ("parknamnden",)}


def test_two_spellings_of_a_name_are_one_body() -> None:
    """Names that differ in inflection alone are one body, under the form that most documents use."""
    texts = [
        _letter("Förvaltnings AB Hamnen", "Bolaget", "Socialnämnden Norr").replace("2021/45", "2021/46").replace("isbana", "hamn"),
        _letter("Socialnämnd Norr", asked="Förvaltnings AB Hamnen"),
        _letter("Kulturnämnden", asked="Förvaltning AB Hamnen"),
    ]
    ids = {body.id for body in _archive(*texts).archive.bodies}
    assert {"forvaltnings-ab-hamnen", "socialnamnden-norr"} <= ids
    assert not {"forvaltning-ab-hamnen", "socialnamnd-norr"} & ids


def test_a_municipality_after_the_name_is_no_other_board() -> None:
    """A board with its municipality after its name is the board, unless the case names two municipalities'."""
    known = register([])
    one = [draft_of(_letter("Valnämnden i Ekviks kommun", asked="valnämnden"))]
    assert in_case(known, one).meant("Valnämnden i Ekviks kommun").id == "valnamnden"
    two = [draft_of(_letter("Valnämnden i Ekviks kommun", asked="valnämnden och valnämnden i Norrby kommun"))]
    here = in_case(known, two)
    assert len({here.meant(name).id for name in ("Valnämnden i Ekviks kommun", "Valnämnden i Norrby kommun", "Valnämnden")}) == 3


def _here(text: str, home: str = "") -> Register:
    return in_case(register([CITY, OTHER, OLD, NEW]), [draft_of(_letter("Hamnstyrelsen") + text)], home)


def test_what_the_register_says_of_one_municipality_holds_for_it_alone() -> None:
    """A body that was renamed in one municipality keeps its name in the documents of another."""
    assert _here("Det gäller Storstads stad. Så är det i Storstads stad.").meant("Byggnadsnämnden").id == "stadsbyggnadsnamnden"
    assert _here("Det gäller Ekviks kommun. Så är det i Ekviks kommun.").meant("Byggnadsnämnden").registered is False
    assert _here("Inget sägs.", "Storstads stad").meant("Byggnadsnämnden").id == "stadsbyggnadsnamnden"
    assert _here("Det gäller Ekviks kommun. Så är det i Ekviks kommun.").before(NEW) == ()


def test_an_office_that_two_bodies_have_is_the_one_that_the_case_names() -> None:
    """An office claimed by two bodies of the register means the one that stands in the case, and else neither."""
    assert _here("Det gäller Storstads stad. Så är det i Storstads stad.").named("Miljökontoret") is None
    assert _here("Det gäller Ekviks kommun. Så är det i Ekviks kommun.").named("Miljökontoret") == OTHER
    known = register([CITY, OTHER])
    drafts = [draft_of(_letter("Miljö- och parknämnden") + "Det gäller Storstads stad. Så är det i Storstads stad.")]
    assert in_case(known, drafts).named("Miljökontoret") == CITY


def test_registered_names_are_left_as_the_register_has_them() -> None:
    """Spellings are gathered only for names that the register does not have."""
    known = register([NEW])
    drafts = [draft_of(_letter("Stadsbyggnadsnämnd"))]
    assert spelled(known, drafts).meant("Stadsbyggnadsnämnd") == NEW


def test_an_old_name_after_the_change_is_told() -> None:
    """An answer that bears a body's old name after the day it changed stands under the new one, with a warning; before it, without."""
    letter = _letter("Byggnadsnämnden\nStorstads stad\nDatum: {}", "Byggnadsnämnden")
    for day, codes in (("2022-05-04", set()), ("2023-05-04", {"F207"})):
        built = _archive(letter.format(day), bodies=(OLD, NEW))
        (response,) = built.archive.responses
        assert response.bodies == ("stadsbyggnadsnamnden",)
        assert any("Byggnadsnämnden är sedan 2023-01-01 Stadsbyggnadsnämnden" in fact.quote for fact in response.body_facts)
        assert {finding.code for finding in built.findings if finding.code == "F207"} == codes



def test_an_office_of_a_municipality_that_the_register_is_not_of_is_nobodys() -> None:
    """In documents from a municipality that the register does not hold, an office means its board only where that is named."""
    parks = Body("parknamnden", "Parknämnden", "namnd", offices=("friluftsförvaltningen",))
    known = register([parks])
    alone = draft_of(_letter("Friluftsförvaltningen") + "Det gäller Ekviks kommun. Så är det i Ekviks kommun.")
    beside = draft_of(_letter("Friluftsförvaltningen", asked="parknämnden") + "Det gäller Ekviks kommun. Så är det i Ekviks kommun.")
    assert in_case(known, [alone], "Storstads stad").named("Friluftsförvaltningen") is None
    assert in_case(known, [beside], "Storstads stad").named("Friluftsförvaltningen") == parks
    assert in_case(known, [alone], "Ekviks kommun").named("Friluftsförvaltningen") == parks


def test_a_name_that_begins_a_longer_one_is_short_for_it() -> None:
    """An answer that names its board in full and in short is the full name's, also where the short one is another board's."""
    bodies = (Body("socialnamnden", "Socialnämnden", "namnd"), Body("socialnamnd-norr", "Socialnämnd Norr", "namnd"))
    (response,) = _archive(_letter("Socialnämnd Norr", "Socialnämnden"), bodies=bodies).archive.responses
    assert response.bodies == ("socialnamnd-norr",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ekviks Hamn AB styrelse", "Ekviks Hamn AB"),
        ("Nämnden för miljö- och parknämnden", "Miljö- och parknämnden"),
        ("Regionstyrelsen i Norrland,", "Regionstyrelsen i Norrland"),
        ("Nämnden för miljö och park", "Nämnden för miljö och park"),
        ("Hamnstyrelsen AB Ekvik", "Hamnstyrelsen AB Ekvik"),
    ],
)
def test_what_is_written_around_a_name_is_no_other_body(written: str, meant: str) -> None:
    """A company's board, a head written twice and a comma left over name no body of their own."""
    body = register(()).meant(written)
    assert (body.name, body.id) == (meant, register(()).meant(meant).id)
