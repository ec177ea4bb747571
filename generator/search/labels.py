"""Words that search shows to people; shipped with the index, so that the terminal and the browser say the same."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "empty": "Skriv ett eller flera ord att söka efter.",
    "quote": "Ett citattecken saknar sin avslutning. Skriv ett ” också efter frasen.",
    "only-without": "Skriv minst ett ord att söka efter: ett minustecken kan bara ta bort träffar.",
    "star": "En stjärna kan bara stå sist i ett ord, efter minst två tecken, till exempel samverkan*.",
    "long": "Frågan är för lång. Sök på högst {limit} ord.",
    "filter": "Skriv ett värde efter ”{key}:”, till exempel {key}:{example}.",
    "none": "Inget dokument stämmer med sökningen.",
    "none-unknown": "Ordet ”{word}” finns inte i arkivet.",
    "none-together": "Orden finns i arkivet, men inte i samma dokument. Antal dokument: {counts}.",
    "none-without": "Det som skulle bort står i alla dokument som har orden ({count}).",
    "none-phrase": "Orden finns i arkivet, men inte som just den frasen.",
    "none-filtered": "Inget dokument stämmer med både sökningen och urvalet. Utan urval: {count}.",
    "meant": "Menade du {words}?",
    "or": "eller",
}

FILTER_EXAMPLES: dict[str, str] = {
    "instans": "bromma",
    "motion": "ks-2019-1899",
    "ar": "2020",
    "hallning": "avstyrker",
}


def message(code: str, **words: object) -> str:
    """The message ``code`` with its words filled in; KeyError for an unknown code."""
    text = MESSAGES[code]
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return text
