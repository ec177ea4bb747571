"""What the archive says of itself: what it is, how to read it, who answers for it, whom it names and who can use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.model import Accessibility, Compliance, Page, ReferralState, Settings, Stance
from generator.pages import words
from generator.pages.context import Context
from generator.pages.reached import address_of, reached
from generator.pages.render import render
from generator.pages.start import introduction
from generator.pages.words import Badge
from generator.reach import is_mail, report_prefix

SUPERVISOR: Final = "https://www.digg.se/tdosanmalan"  # where the act says that complaints about accessibility go
DATA_AUTHORITY: Final = "https://www.imy.se/"
COMPLIANCE: Final[dict[Compliance, str]] = {
    "full": "helt förenlig med lagkraven",
    "partial": "delvis förenlig med lagkraven",
    "none": "inte förenlig med lagkraven",
}
# What a stance means for the one who reads it: what the body wants to happen to the motion.
MEANINGS: Final[dict[Stance, str]] = {
    "support": "Instansen vill att fullmäktige säger ja till motionen.",
    "reject": "Instansen vill att fullmäktige säger nej till motionen.",
    "partly": "Instansen säger ja till en del av motionen och nej till en annan, eller ja med ändringar.",
    "considered-answered": "Instansen vill att fullmäktige nöjer sig med svaret. Det är varken ett ja eller ett nej.",
    "already-met": "Instansen skriver att det som motionen föreslår redan görs.",
    "no-position": "Instansen har svarat, men säger varken ja eller nej.",
    "declined": "Instansen har meddelat att den inte svarar på frågan.",
    "unclear": "Det går inte att se i svaret vad instansen vill.",
}
STATES: Final[dict[ReferralState, str]] = {
    "silent": "Ett dokument i ärendet säger att instansen inte har svarat.",
    "not-in-archive": "Instansen tillfrågades, men svaret finns inte här. Det kan ändå ha lämnats.",
}
_UNKNOWN: Final[dict[str, str]] = {
    "aktör": "vem som ansvarar för webbplatsen",
    "tjänst": "vilken webbplats redogörelsen gäller",
    "förenlighet": "om webbplatsen följer lagkraven",
    "bedömd": "vilken dag webbplatsen bedömdes",
    "metod": "hur bedömningen gick till",
    "uppdaterad": "vilken dag redogörelsen uppdaterades",
    "brister": "vilka brister som är kända",
    "undantag": "vilket innehåll som lagen inte gäller",
    "oskälig börda": "om något undantag görs för att en anpassning är oskäligt betungande",
    "kontakt": "hur brister anmäls",
}


def pages(context: Context) -> Iterator[Page]:
    """The pages under ``/om/`` that are made from the settings alone; what the settings leave out is said to be missing."""
    settings = context.settings
    yield render(
        "about",
        addresses.ABOUT,
        context,
        "Om arkivet",
        "Vad arkivet är, och vad du kan lita på.",
        introduction=introduction(context),
        reached=reached,
        licence=(settings.licence.name, address_of(settings.licence.address)) if settings.licence else None,
    )
    yield render(
        "guide",
        addresses.GUIDE,
        context,
        "Så läser du ett remissvar",
        "Vad en motion, en remiss och ett remissvar är, och vad orden och märkena på sidorna betyder.",
        stances=meanings(),
    )
    yield render(
        "editors",
        addresses.EDITORS,
        context,
        "Redaktion och rättelser",
        "Vem som ger ut arkivet, hur du anmäler ett fel och vad redaktionen får ändra.",
        reached=reached,
        report=report_of(settings),
    )
    yield render(
        "privacy",
        addresses.PRIVACY,
        context,
        "Personuppgifter",
        "Vilka personuppgifter som finns här och varför, och hur du får något rättat eller borttaget.",
        reached=reached,
        authority=DATA_AUTHORITY,
    )
    statement = settings.accessibility
    yield render(
        "accessibility",
        addresses.ACCESSIBILITY,
        context,
        "Tillgänglighetsredogörelse",
        "Hur webbplatsen följer lagen om tillgänglighet till digital offentlig service, och hur du anmäler brister.",
        reached=reached,
        s=statement,
        state=COMPLIANCE[statement.compliance] if statement and statement.compliance else "",
        unsaid=unsaid(statement),
        supervisor=SUPERVISOR,
    )


def meanings() -> list[tuple[Badge, str]]:
    """Every badge that an answer, or a question without one, can have, with what it means."""
    stances = [(words.STANCES[stance], said) for stance, said in MEANINGS.items()]
    return [*stances, *((words.STATES[state], said) for state, said in STATES.items())]


def unsaid(statement: Accessibility | None) -> list[str]:
    """The parts that the statement lacks, in words; all of them where there is none."""
    return [said for part, said in _UNKNOWN.items() if statement is None or part in statement.missing]


def report_of(settings: Settings) -> tuple[str, str, str] | None:
    """Where a fault is reported: the address as people read it, the link to it, and the link up to a page's address; None without one."""
    prefix = report_prefix(settings.report, settings.site_name)
    if not prefix:
        return None
    return settings.report, prefix if is_mail(settings.report) else address_of(settings.report), prefix
