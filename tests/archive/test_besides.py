"""What the papers of a case hold that is not of the case: other referrals, and papers from before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.archive.besides import of_the_case
from generator.archive.register import register
from generator.model import Document, Draft, Fact, Mention, Part, Place, ReferralList, SenderClue, Status

FILE = "bunt.txt"
PLACE = Place(FILE, None, 1)


def _draft(number: int, *lists: tuple[str, ...], sender: str = "", day: str = "") -> Draft:
    part = Part(number, "answer", Place(FILE, None, number * 10), Place(FILE, None, number * 10 + 9), "Tjänsteutlåtande")
    return Draft(
        Document(FILE, "0" * 64, "text/plain", (), part=part),
        kind="response",
        referrals=tuple(ReferralList(tuple(Mention(one, one, PLACE) for one in names), "lista", PLACE) for names in lists),
        senders=(SenderClue(Mention(sender, sender, PLACE), 3, "dokumenthuvudet", sender),) if sender else (),
        date=Fact(day, Status.STATED, day, PLACE) if day else None,
    )


OFFICE = replace(
    _draft(1, ("Kulturnämnden", "Parknämnden"), sender="Kommunkansliet"),
    role="preparation",
    diary_numbers=(Fact("KS 2021/45", Status.STATED, "KS 2021/45", PLACE, of="case"),),
)


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("Hälsonämnden", "Sjukhusstyrelsen"), 0),  # what the region asked about a motion of its own
        (("Parknämnden", "Hamnstyrelsen"), 1),
        (("Hamnstyrelsen",), 1),  # the office left it out, but it answers
    ],
)
def test_a_list_counts_that_shares_a_body_with_the_case(names: tuple[str, ...], kept: int) -> None:
    """An answer's list counts beside the office's where it names one whom the office asked, or one who answers."""
    made = of_the_case([OFFICE, _draft(2, names, sender="Kulturnämnden"), _draft(3, sender="Hamnstyrelsen")], register(()))
    assert len(made[1].referrals) == kept
    assert made[0].referrals == OFFICE.referrals


def test_without_the_offices_list_every_list_counts() -> None:
    """Where no paper of the office lists those asked, an answer's list is all there is."""
    (alone,) = of_the_case([_draft(2, ("Hälsonämnden",), sender="Kulturnämnden")], register(()))
    assert alone.referrals


@pytest.mark.parametrize(
    ("day", "sender", "kind"),
    [("2019-10-27", "", "unknown"), ("2021-10-27", "", "response"), ("2019-10-27", "Parknämnden", "response"), ("", "", "response")],
)
def test_a_paper_from_before_the_case_is_an_attachment(day: str, sender: str, kind: str) -> None:
    """A part older than the year of the case's number, which tells neither motion nor sender, is no answer."""
    assert of_the_case([OFFICE, _draft(2, sender=sender, day=day)], register(()))[1].kind == kind


def test_what_an_editor_says_it_is_stays() -> None:
    """A paper of which an editor says what it is stays that, however old."""
    old = _draft(2, day="2019-10-27")
    assert of_the_case([OFFICE, old], register(()), [old.document.key])[1].kind == "response"
