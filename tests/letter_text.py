"""The words of a Swedish letter, apart from any format, so that its PDF, its Word twin and its scan say the same.

A soft hyphen (U+00AD) marks where a word may be divided at a line's end; a maker of Word documents takes it out
(``plain``), and so does a test that compares. ``¹`` stands where the mark of the piece's note stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["heading", "text", "columns", "item", "table"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a letter. ``text`` of an item has its label in front; "columns" is a paragraph of a two-column passage.

    ``note`` is the footnote whose mark stands in ``text``; ``rows`` are the rows of a table, the first of them its header.
    """

    sort: Sort
    text: str = ""
    note: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: what stands at the top and the foot of each page, its opening, its pieces, and who signed it."""

    header: str
    footer: str
    opening: tuple[str, ...]
    title: str
    pieces: tuple[Piece, ...]
    signatures: tuple[tuple[str, str], ...]

    def texts(self) -> tuple[str, ...]:
        """The title and every heading, paragraph, item, note and row in reading order, each as one plain text.

        A row's cells have tabs between them; a note follows the paragraph that holds its mark.
        """
        made = [self.title]
        for piece in self.pieces:
            made += ["\t".join(row) for row in piece.rows] if piece.sort == "table" else [plain(piece.text)]
            made += [f"¹ {plain(piece.note)}"] if piece.note else []
        return tuple(made)


def plain(text: str) -> str:
    """The text without marks of where its words may be divided."""
    return text.replace("\u00ad", "")


ANSWER = Letter(
    header="Lindsala kommun, Fritidsnämnden   Dnr FRN 2031/0417",
    footer="Lindsala kommun · Kvarngatan 12 · 599 31 Lindsala",
    opening=(
        "Fritidsförvaltningen",
        "Tjänsteutlåtande",
        "Diarienummer: FRN 2031/0417",
        "Datum: 2031-03-18",
        "Handläggare: Signe Åkerhielm",
        "Till fritidsnämnden",
    ),
    title="Svar på remiss av motion (2031:9) om lånecyklar vid badplatserna",
    pieces=(
        Piece("heading", "Förslag till beslut"),
        Piece("item", "1. Fritidsnämnden föreslår att motionen avslås."),
        Piece("item", "2. Tjänste\u00adutlåtandet över\u00adlämnas till kommun\u00adstyrelsen som svar på remissen."),
        Piece("heading", "Sammanfattning"),
        Piece(
            "text",
            "Motio\u00adnärerna vill att kommunen ställer ut lånecyklar vid alla sju badplatser mellan maj och september. "
            "Förvalt\u00adningen delar bilden av att bussarna går för sällan under somma\u00adren, men bedömer att cyklarna skulle "
            "stå oanvända de flesta dagar. En prövning vid Norrsjöns bad år 2029 gav färre än fyra lån om dagen.¹",
            note="Räknat på de 61 dagar då badplatsen hade badvakt.",
        ),
        Piece(
            "text",
            "Kostnaden för bygg- och anläggnings\u00adarbeten ingår inte i motio\u00adnärernas kalkyl. Förvalt\u00adningen har därför "
            "tagit fram egna siffror tillsammans med tekniska kontoret.",
        ),
        Piece("heading", "Ärendets beredning"),
        Piece(
            "columns",
            "Ärendet har beretts inom fritids\u00adförvalt\u00adningen. Samråd har skett med tekniska kontoret, som svarar för "
            "cykel\u00advägarna, och med Lindsala buss, som kör linjerna till badplatserna på uppdrag av regionen.",
        ),
        Piece(
            "columns",
            "Förening\u00adarna vid Norrsjön och Ekviken har fått tillfälle att lämna syn\u00adpunkter. Två av dem vill hellre se "
            "fler cykel\u00adställ och en pump, vilket ryms inom ramen för det vanliga under\u00adhållet.",
        ),
        Piece("heading", "Synpunkter och förslag"),
        Piece(
            "text",
            "Förvalt\u00adningen ser tre vägar till bättre resor utan bil. Tabellen visar vad var och en av dem skulle kosta "
            "under en sommar, om den införs vid alla badplatser på en gång.",
        ),
        Piece(
            "table",
            rows=(
                ("Åtgärd", "Kostnad (tkr)", "Införs"),
                ("Lånecyklar med lås", "1 840", "2033"),
                ("Fler cykelställ", "210", "2032"),
                ("Tätare busstrafik", "960", "Efter beslut i regionen"),
            ),
        ),
        Piece("text", "Av de tre är cykel\u00adställen den enda åtgärd som nämnden själv kan besluta om. Förvalt\u00adningen föreslår att"),
        Piece("item", "• cykelställ sätts upp vid Norrsjön, Ekviken och Fågelö före nästa sommar,"),
        Piece("item", "• pumpar prövas vid de två största baden,"),
        Piece("item", "• frågan om busstrafiken tas upp vid nästa samråd med regionen."),
        Piece(
            "text",
            "Barn och unga reser oftare än andra till badplatserna utan bil. Ett cykel\u00adställ nära entrén gör att den som "
            "kommer cyklande slipper gå över parkeringen, och det är en vinst för säker\u00adheten även om det inte gör vägen "
            "dit kortare. Förvalt\u00adningen anser därför att åtgärden är god för barnen, och att den inte behöver vänta på att "
            "frågan om busstrafiken får sitt svar.",
        ),
        Piece("heading", "Ekonomi"),
        Piece(
            "text",
            "Cykel\u00adställen ryms inom nämndens budget för 2032. Låne\u00adcyklar skulle kräva ett till\u00adskott på 1,8 miljoner "
            "kronor och en halv tjänst, som i dag inte finns.",
        ),
    ),
    signatures=(("Rut Malmsten", "fritidsdirektör"), ("Elof Brännlund", "enhetschef")),
)
