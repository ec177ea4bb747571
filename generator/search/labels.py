"""Words that search shows to people; shipped with the index, so that the terminal and the browser say the same."""

from __future__ import annotations

from generator.model import SectionKind
from generator.search.documents import Kind

MESSAGES: dict[str, str] = {
    "empty": "Skriv ett eller flera ord att söka efter.",
    "quote": "Ett citattecken saknar sin avslutning. Skriv ett ” också efter frasen.",
    "only-without": "Skriv också ett ord att söka efter, eller välj till exempel typ:svar: ett minustecken tar bara bort träffar.",
    "star": "En stjärna kan bara stå sist i ett ord, efter minst två tecken, till exempel samverkan*.",
    "long": "Frågan är för lång. Sök på högst {limit} ord.",
    "filter": "Skriv ett värde direkt efter ”{key}:”, utan mellanslag, till exempel {key}:{example}.",
    "none": "Inget dokument stämmer med sökningen.",
    "none-unknown": "Ordet ”{word}” finns inte i arkivet.",
    "none-unknown-more": "Orden {words} finns inte i arkivet.",
    "none-prefix": "Inget ord i arkivet börjar på ”{word}”.",
    "no-such-key": "Det finns inget val som heter ”{key}:”. Välj bland instans:, motion:, typ:, ar:, hallning: och avsnitt:.",
    "other-word": "Kontrollera stavningen eller pröva ett annat ord.",
    "none-together": "Orden finns i arkivet, men inte i samma dokument. Antal dokument: {counts}. Sök på färre ord.",
    "none-without": "Det som skulle bort står i alla dokument som har orden ({count}).",
    "none-left": "Det som skulle bort står i alla dokument i urvalet ({count}).",
    "none-phrase": "Orden finns i arkivet, men inte som just den frasen. Sök utan citattecken för dokument som har orden var för sig.",
    "none-filtered": "Inget dokument stämmer med både sökningen och urvalet. Utan urval: {count}.",
    "unknown-instans": "Ingen instans i arkivet heter ”{value}”.",
    "bodies-page": "Alla instanser står på sidan Instanser.",
    "unknown-motion": "Inget ärende i arkivet heter ”{value}”. Skriv ärendet som i dess adress eller med diarienumret.",
    "unknown-typ": "Ingen sorts dokument heter ”{value}”.",
    "unknown-ar": "Inget dokument i arkivet är från år ”{value}”.",
    "unknown-hallning": "Ingen hållning heter ”{value}”.",
    "unknown-avsnitt": "Inget avsnitt heter ”{value}”.",
    "known": "Välj bland: {words}.",
    "meant": "Menade du {words}?",
    "or": "eller",
}

KIND_WORDS: dict[Kind, str] = {
    "motion": "motion",
    "svar": "svar",
    "beredning": "beredning",
    "inlaga": "partiinlaga",
    "bilaga": "bilaga",
}
SECTION_WORDS: dict[SectionKind, str] = {
    "decision": "förslag till beslut",
    "summary": "sammanfattning",
    "background": "bakgrund",
    "preparation": "ärendets beredning",
    "matter": "ärendet",
    "assessment": "bedömning",
    "equality": "jämställdhet",
    "other": "övrigt",
}

FILTER_EXAMPLES: dict[str, str] = {
    "instans": "bromma",
    "motion": "ks-2019-1899",
    "typ": "bilaga",
    "ar": "2020",
    "hallning": "avstyrker",
    "avsnitt": "bedömning",
}


def message(code: str, **words: object) -> str:
    """The message ``code`` with its words filled in; KeyError for an unknown code."""
    text = MESSAGES[code]
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return text
