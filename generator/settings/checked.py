"""What must be settled before a site is published: a whole accessibility statement, and one that is not too old."""

from __future__ import annotations

import calendar
import datetime
from typing import Final

from generator.findings import found
from generator.model import Accessibility, Finding, Settings
from generator.reach import example_host, more_than_mail
from generator.settings.statement import PARTS

_FILE: Final = "site.yml"
# What else a published site ought to say: its key, and why.
_OUGHT: Final = (
    ("licens", "licence", "ingen vet vad de öppna data får användas till. Skriv till exempel ”licens: CC0 1.0”"),
    ("felanmälan", "report", "länken för att anmäla fel har ingen mottagare. Skriv en e-postadress eller adressen till ett formulär"),
    ("personuppgiftsansvarig", "controller", "sidan om personuppgifter kan inte säga vem som ansvarar. Skriv namnet på nämnden eller styrelsen"),
    ("dataskyddsombud", "data_protection", "sidan om personuppgifter kan inte säga hur ombudet nås. Skriv en e-postadress eller ett telefonnummer"),
)


def checked(settings: Settings, today: str = "") -> tuple[Finding, ...]:
    """What is missing in ``settings`` on the day ``today`` (ISO; "" where it is not known, and then no age is judged).

    A site with an address is to be published, and must have a whole statement of an assessment that is young enough: what is missing is an
    error that stops the build. Without an address the same is a warning. A site with a real address is warned of contacts that are left
    from an example. ValueError for a ``today`` that is no day.
    """
    statement = settings.accessibility
    public = bool(settings.address)
    whole, young = ("F415", "F417") if public else ("F416", "F418")
    line = statement.line or None if statement else None
    made = [found(whole, _FILE, line, why=why, write=write) for why, write in _gaps(statement)]
    if statement and too_old(statement, today):
        words = {"day": statement.assessed, "months": statement.valid_months, "today": today}
        made.append(found(young, _FILE, line, **words))
    if statement and today:
        # A build that is told another day than the clock's (to come out the same twice) must still go through: a note.
        days = (("bedömd", statement.assessed), ("uppdaterad", statement.updated))
        made += [found("F422", _FILE, line, key=key, day=day, today=today) for key, day in days if day > today]
    if public:
        made += [found("F419", _FILE, key=key, why=why) for key, field, why in _OUGHT if not getattr(settings, field)]
    if public and not example_host(settings.address):
        made += [found("F423", _FILE, key=key, host=host) for key, said in _ways(settings) if (host := example_host(said))]
    return tuple(made)


def too_old(statement: Accessibility, today: str) -> bool:
    """Whether more than the configured number of months has gone since the assessment; False where either day is not known."""
    if not (statement.assessed and today):
        return False
    return datetime.date.fromisoformat(today) > _after(datetime.date.fromisoformat(statement.assessed), statement.valid_months)


def _ways(settings: Settings) -> list[tuple[str, str]]:
    """Every key that says how somebody is reached, with what it says."""
    statement = settings.accessibility
    return [
        ("kontakt", settings.contact),
        *([] if settings.report == settings.contact else [("felanmälan", settings.report)]),
        ("dataskyddsombud", settings.data_protection),
        *([("tillgänglighet, kontakt", " ".join(statement.contacts))] if statement else []),
    ]


def _after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(year, datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _gaps(statement: Accessibility | None) -> list[tuple[str, str]]:
    """What the statement lacks, each with what to write."""
    if statement is None:
        return [("hela avsnittet ”tillgänglighet” saknas", f"en rad för var och en av {', '.join(PARTS)}")]
    gaps = [(f"”{part}” saknas", PARTS[part]) for part in PARTS if part in statement.missing]
    if statement.contacts and not any(map(more_than_mail, statement.contacts)):
        gaps.append(("”kontakt” har bara e-post, men det måste finnas ett sätt till", PARTS["kontakt"]))
    return gaps
