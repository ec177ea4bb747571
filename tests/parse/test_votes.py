"""How a vote came out, and which of several votes decided."""

from __future__ import annotations

import pytest

from generator.model import Outcome
from generator.parse.votes import ballots, by_minority, deciding, number, votes_in

FORMS: list[tuple[str, tuple[int, int, int | None]]] = [
    ("Omröstningen utfaller med 52 Ja mot 29 Nej.", (52, 29, None)),
    ("Utfallet är 33 Ja mot 21 Nej. 7 ledamöter avstår från att rösta.", (33, 21, 7)),
    ("Utfallet är 33 Ja mot 24 Nej. 1 ledamot avstår. 3 ledamöter är frånvarande.", (33, 24, 1)),
    ("Ja-röster: 45, Nej-röster: 30, avstår: 6", (45, 30, 6)),
    ("Antal Ja: 43\nAntal Nej: 29\nAntal Avstår: 9", (43, 29, 9)),
    ("Nämnden beslutade med sju röster mot sex att bifalla yrkandet.", (7, 6, None)),
    ("Med 21 ja-röster mot 24 nej-röster och 2 som avstår beslutar fullmäktige", (21, 24, 2)),
    ("31 ledamöter röstar ja, 14 ledamöter röstar nej och ingen avstår.", (31, 14, 0)),
    ("med tjugofem röster mot fyrtioen", (25, 41, None)),
    ("25 röster för och 20 emot", (25, 20, None)),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_result_is_read_in_every_form(text: str, expected: tuple[int, int, int | None]) -> None:
    """Figures and words give the same numbers, and those who abstained are counted only where a number is given."""
    votes = votes_in(text)
    assert votes is not None
    assert (votes.yes, votes.no, votes.abstained) == expected


@pytest.mark.parametrize("text", ["Ja: Anna Ek (V), Bo Alm (MP)", "Anna Ek (V) röstar ja, Bo Alm (MP) röstar nej.", "Kostnaden ökade med 7 kronor mot 6 i fjol."])
def test_names_without_a_total_are_not_counted(text: str) -> None:
    """A list of who voted how gives no result, and neither do figures of other things."""
    assert votes_in(text) is None


def test_a_number_in_words_is_a_number() -> None:
    """Swedish numerals to ninety-nine are read; another word is none."""
    assert [number(word) for word in ("nitton", "tjugo", "fyrtioett", "nittionio", "ingen", "flera")] == [19, 20, 41, 99, 0, None]


def test_the_main_vote_decides() -> None:
    """The vote on which counter-proposal to put says nothing of the motion; the main vote is the one that counts."""
    found = ballots(
        [
            ("Omröstning – motförslag i huvudvotering", "”Ja för yrkandet från Anna Ek. Nej för yrkandet från Bo Alm.” 9 Ja mot 29 Nej."),
            ("Huvudvotering", "”Ja för bifall till styrelsens förslag. Nej för bifall till Bo Alms yrkande.” 43 Ja mot 38 Nej."),
        ]
    )
    votes = deciding(found, "rejected")
    assert votes is not None
    assert (votes.yes, votes.no) == (43, 38)
    assert votes.question == "Ja för bifall till styrelsens förslag. Nej för bifall till Bo Alms yrkande."


@pytest.mark.parametrize(
    ("asked", "outcome", "counts"),
    [
        ("”Ja för ärendets avgörande idag och Nej för ärendets återremiss.”", "rejected", False),
        ("”Ja för ärendets avgörande idag och Nej för ärendets återremiss.”", "referred-back", True),
        ("”Ja för avslag på C:s tilläggsyrkande. Nej för bifall till det.”", "granted", False),
        ("”Ja för bifall till styrelsens förslag. Nej för bifall till motionen.”", "rejected", True),
    ],
)
def test_a_vote_counts_only_for_what_was_asked(asked: str, outcome: Outcome, *, counts: bool) -> None:
    """A vote to settle the matter today belongs to a sending back, a vote on an addition to nothing, the other to the motion."""
    found = ballots([("Omröstning", f"Godkänd proposition: {asked} Omröstningen utfaller med 48 Ja mot 33 Nej.")])
    assert (deciding(found, outcome) is not None) is counts


def test_two_votes_nobody_can_tell_apart_give_no_result() -> None:
    """Where two votes differ and neither is called the main one, no result is told."""
    assert deciding(ballots([("Omröstning", "20 Ja mot 10 Nej."), ("Omröstning", "11 Ja mot 19 Nej.")]), "rejected") is None


def test_two_votes_with_one_result_keep_no_question() -> None:
    """Two votes to send back that came out alike give their result, but neither's question."""
    votes = deciding(
        ballots([("Omröstning", f"”Ja för avgörande idag av punkt {one}. Nej för återremiss av punkt {one}.” 40 Ja mot 29 Nej.") for one in (1, 2)]), "referred-back"
    )
    assert votes is not None
    assert (votes.yes, votes.no, votes.question) == (40, 29, "")


POINT = "Godkänd proposition: ”Ja för att avgöra punkt {0} i dag. Nej för återremiss av punkt {0}.” Utfallet är 30 Ja mot 21 Nej. {1}"
BACK = "Ordföranden finner att fullmäktige beslutat återremittera punkt 1 genom en minoritetsåterremiss."
NOT_BACK = "Ordföranden finner att de flesta i fullmäktige beslutat att inte återremittera punkt 2."


def test_the_vote_that_sent_a_matter_back_keeps_its_question() -> None:
    """Of two points with the same figures, the one the chair says was sent back is the vote, with what yes and no were for."""
    found = ballots([("Omröstning", POINT.format(1, BACK)), ("Omröstning", POINT.format(2, NOT_BACK))])
    votes = deciding(found, "referred-back")
    assert votes is not None
    assert votes.question == "Ja för att avgöra punkt 1 i dag. Nej för återremiss av punkt 1."
    assert by_minority(found, votes) == BACK.rstrip(".")


def test_a_vote_that_kept_a_matter_is_not_the_one_that_sent_it_back() -> None:
    """A vote after which the chair says that nothing was sent back is never told beside a sending back, and no minority is made up."""
    kept = ballots([("Omröstning", POINT.format(2, NOT_BACK))])
    assert deciding(kept, "referred-back") is None
    plain = ballots([("Omröstning", POINT.format(1, "Ordföranden finner att fullmäktige beslutat återremittera punkt 1."))])
    votes = deciding(plain, "referred-back")
    assert votes is not None
    assert by_minority(plain, votes) == ""


def test_figures_without_yes_and_no_keep_the_words_that_tell_them() -> None:
    """ "Sju röster mot sex" has no yes and no: the words after it say what the seven were for; a printed total needs none."""
    told = votes_in("Styrelsen beslutade med sju röster mot sex att bifalla Anna Eks yrkande. Ingen reserverade sig.")
    assert told is not None
    assert told.question == "med sju röster mot sex att bifalla Anna Eks yrkande"
    printed = votes_in("Utfallet är 33 Ja mot 21 Nej.")
    assert printed is not None
    assert printed.question == ""
