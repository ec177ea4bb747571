"""What must be settled before a site is published."""

from __future__ import annotations

import pytest

from generator.findings import forbids, severity
from generator.model import Finding
from generator.reach import more_than_mail
from generator.settings import STATEMENT_KEYS, checked, read_settings

from .whole import SITE, changed, without

REQUIRED = tuple(key for key in STATEMENT_KEYS if key != "giltighet")
NO_ADDRESS = without("adress")


def _checked(text: str, today: str = "2026-04-01") -> tuple[Finding, ...]:
    settings, findings = read_settings({"site.yml": text})
    assert findings == ()
    return checked(settings, today)


def test_a_whole_configuration_gives_no_finding() -> None:
    """Where everything is said, and lately, there is nothing to find."""
    assert _checked(SITE) == ()


@pytest.mark.parametrize("key", REQUIRED)
def test_a_missing_part_stops_a_site_that_is_to_be_published(key: str) -> None:
    """A missing part is an error that forbids publication, names the key, shows what to write and where; without an address it is a note."""
    (one,) = _checked(without(key))
    assert (one.code, one.file, one.line) == ("F415", "site.yml", 7)
    assert (severity(one), forbids(one)) == ("error", True)
    assert f"”{key}” saknas" in one.message
    assert f"Skriv till exempel ”{key}: " in one.message
    (other,) = _checked(without(key).replace("adress: https://arkivet.ekvik.example/\n", ""))
    assert (other.code, other.message) == ("F416", one.message)
    assert (severity(other), forbids(other)) == ("note", False)


def test_no_statement_at_all_stops_it_too() -> None:
    """Without a statement the finding names every part it needs."""
    (one,) = _checked(without("tillgänglighet"))
    assert (one.code, one.line) == ("F415", None)
    assert all(key in one.message for key in REQUIRED)


@pytest.mark.parametrize(
    ("today", "months", "codes"),
    [
        ("2027-02-28", 12, []),
        ("2027-03-01", 12, ["F417"]),
        ("2026-03-28", 1, []),
        ("2026-03-29", 1, ["F417"]),
        ("2036-02-28", 120, []),
        ("2036-02-29", 120, ["F417"]),
        ("", 1, []),
    ],
)
def test_an_old_assessment_stops_it(today: str, months: int, codes: list[str]) -> None:
    """An assessment holds up to and with the same day so many months later; a day that is not known judges nothing."""
    text = SITE.replace("  metod:", f"  giltighet: {months}\n  metod:")
    assert [one.code for one in _checked(text, today)] == codes
    assert [one.code for one in _checked(text.replace("adress", "#"), today)] == ["F418"] * len(codes)


def test_the_last_day_of_a_longer_month_becomes_that_of_a_shorter() -> None:
    """An assessment of the 31st holds to the end of a month that has no 31st."""
    text = SITE.replace("2026-02-28", "2026-01-31").replace("2026-03-01", "2026-01-31").replace("  metod:", "  giltighet: 1\n  metod:")
    assert _checked(text, "2026-02-28") == ()
    assert [one.code for one in _checked(text, "2026-03-01")] == ["F417"]


def test_a_day_that_has_not_been_is_noted() -> None:
    """A build on a day before the assessment goes through, with a note."""
    found = _checked(SITE, "2020-01-01")
    assert {one.code for one in found} == {"F422"}
    assert not any(forbids(one, strict=True) for one in found)


@pytest.mark.parametrize("contact", ["registrator@ekvik.example", "[a@ekvik.example, 'E-post: b@ekvik.example']", "e-post"])
def test_mail_alone_is_not_enough(contact: str) -> None:
    """A statement whose only way to report is e-mail lacks a part."""
    (one,) = _checked(changed("kontakt", contact))
    assert (one.code, "bara e-post" in one.message) == ("F415", True)


@pytest.mark.parametrize(
    "way",
    ["08-123 45 00", "https://ekvik.example/synpunkter", "Besök receptionen på Storgatan 1", "a@ekvik.example eller 0123-45 67 89", "Box 1, 123 45 Ekvik"],
)
def test_other_ways_are(way: str) -> None:
    """A telephone, a form, a visit or a letter is more than e-mail."""
    assert more_than_mail(way)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("licens", without("licens")),
        ("felanmälan", SITE.replace("kontakt: registrator@ekvik.example\nlicens", "kontakt: receptionen\nlicens")),
        ("personuppgiftsansvarig", without("personuppgiftsansvarig")),
        ("dataskyddsombud", without("dataskyddsombud")),
    ],
)
def test_what_a_published_site_ought_to_say_warns(key: str, text: str) -> None:
    """What else readers need is asked for with a warning, only of a site that is to be published."""
    (one,) = _checked(text)
    assert (one.code, severity(one)) == ("F419", "warning")
    assert one.message.startswith(f"”{key}” saknas i site.yml: ")
    assert _checked(text.replace("adress: https://arkivet.ekvik.example/\n", "")) == ()


def test_contacts_left_from_an_example_warn() -> None:
    """A site with a real address is warned of each contact that nobody can be reached by; an example is not."""
    real = SITE.replace("https://arkivet.ekvik.example/", "https://arkivet.ekvik.se/")
    found = _checked(real)
    assert [(one.code, severity(one)) for one in found] == [("F423", "warning")] * 3
    assert [one.message.partition(" är kvar")[0] for one in found] == ["”kontakt”", "”dataskyddsombud”", "”tillgänglighet, kontakt”"]
    assert _checked(real.replace("ekvik.example", "ekvik.se")) == ()
