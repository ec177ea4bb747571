"""The words that the made-up archives are written with: words of municipal papers, and what compounds are put together from.

General Swedish comes from wordfreq's list with its frequencies; what a municipality says far more often than others do, and
the long compounds that no list holds, stand here.
"""

from __future__ import annotations

from typing import Final


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, parted by white space."""
    return tuple(text.split())


# In every municipality's papers, most frequent first; drawn with falling weight.
CIVIC: Final = words_of("""
motionen förvaltningen kommunstyrelsen nämnden kommunen staden förslag yttrande kommunfullmäktige ärendet beslut uppdrag
förvaltningens bedömning tjänsteutlåtande stadens arbete nämndens motionären stöd behov verksamhet kommunens förslaget
kostnader motionärerna möjligheter arbetet ansvar stadsdelen invånare barn skolan boende verksamheten insatser samverkan
medborgare åtgärder frågan bostäder remissen stadsbyggnadskontoret budget trafiken miljön ekonomiska konsekvenser
jämställdhet utredning området perspektiv handläggning utveckling anslag bifall avslag besvarad tillstyrker avstyrker
kontoret medarbetare upphandling planering uppföljning riktlinjer resurser bidrag äldre unga föreningar samråd synpunkter
remissinstanser svar direktör sekreterare ordförande sammanträde protokoll bilaga diarienummer handling underlag
""")

# First parts of compounds, as they stand in them (with the joining s where Swedish has one).
FIRST: Final = words_of("""
arbets avfalls barn behandlings bibliotek bostads brand bro budget buss cykel dagvatten datum demokrati detaljplane djur
drift elev energi enhets fastighets finansierings flykting folkhälso fordons forsknings fotbolls friluft fritids
funktions färd föräldra förenings förskole förvaltnings gatu gods granskings grund grönyte gymnasie hamn handels
havs hem hemtjänst hygien hälso idrotts information insats integrations jämställdhets kajak klimat kollektivtrafik kommun
konst kontroll kost kris kultur kunskaps kust kvalitets kvarters landsbygds ledar lek livsmedels lokal luft lån läkar
läns läxhjälps löne mark mat medborgar medel miljö mobilitets mottagnings museum musik mål natur nybyggnads närings
odlings områdes omsorgs organisations park parkerings patient pendlings pensionärs personal plan platsbrist program projekt
psykiatri regel region rekryterings renhållnings resurs revisions risk rådgivnings rökfri samarbets samhälls samverkans
servicehus simhalls skatte skol skötsel snö social spel sport språk spårvagns stads statistik stråk studie stöd
städ säkerhets tak teater tillgänglighets tillsyns tomt torg trafik transport trygghets trä träd turism ungdoms
upphandlings utbildnings utemiljö utrednings utvecklings vaccin vatten verksamhets vinter volontär vuxen vård väg
värme växt våld yrkes yt äldre ö översikts överenskommelse
""")

# Last parts: a stem with the endings that its class takes, or every form where the stem changes.
_REGULAR: Final = (
    (
        ("", "en", "ens", "ar", "arna", "ars", "arnas"),
        "anläggning avdelning bedömning lösning mottagning planering satsning utredning väg park dag",
    ),
    (
        ("", "en", "ens", "er", "erna", "ers", "ernas"),
        "byggnad enhet grupp insats kostnad nivå organisation plan process situation strategi tjänst verksamhet",
    ),
    (("", "t", "ts", "n", "na", "nas"), "arbete beteende boende område"),
    (("", "et", "ets", "en", "ens"), "ansvar avtal behov beslut bidrag bolag kontor krav mål problem projekt stöd system uppdrag"),
    (("a", "an", "ans", "or", "orna", "ors"), "fråg gat skol"),
    (("", "en", "ens", "er", "erna"), "lokal nämnd plats åtgärd"),
)
_CHANGING: Final = """
program programmet programmets programmen
hus huset husets husen
center centret centrets
överenskommelse överenskommelsen överenskommelser överenskommelserna
styrelse styrelsen styrelsens styrelser
man mannen männen männens
bok boken böcker böckerna
bostad bostaden bostäder bostäderna
stad staden städer städerna
fot foten fötter fötterna
hand handen händer händerna
son sonen söner sönerna
"""


def _declined() -> tuple[tuple[str, ...], ...]:
    made = [tuple(line.split()) for line in _CHANGING.strip().splitlines()]
    made += [tuple(stem + ending for ending in endings) for endings, stems in _REGULAR for stem in stems.split()]
    return tuple(made)


LAST: Final = _declined()
"""The forms of each last part, the plain one first."""

GIVEN: Final = words_of("""
Alva Anders Anna Astrid Axel Birgitta Britta Carina Christer Elin Emma Erik Eva Fatima Folke Greta Gunnar Gustav Hanna Hassan
Helena Henrik Inga Jakob Johan Karin Kerstin Klara Lars Lena Leyla Maja Malin Margareta Maria Mikael Mohammed Nils Olle Per
Sara Signe Sofia Stina Sven Tove Ulla Viktor Yusuf Åsa Örjan
""")

FAMILY: Final = words_of("""
Ahlgren Andersson Backman Berg Björk Blom Dahlin Ek Ekström Falk Forsman Frisk Granlund Hagberg Hansson Hedman Holm Hult
Hägg Jansson Karlsson Kvist Larsson Lind Lindqvist Ljung Löfgren Malm Mattsson Moberg Nilsson Norén Nyström Olsson Palm
Persson Quist Rask Rosén Rydberg Sand Sjöberg Skog Sten Strand Ström Sundin Svensson Söder Tall Törn Vall Vester Wik Åberg
Åkesson Öberg Öman Östlund
""")

# Invented districts: north, south … of names that no town has.
DISTRICTS: Final = tuple(
    f"{side}{place}"
    for place in ("almbacka", "björkmosse", "granvik", "hasselhed", "klöverdal", "lövåker", "rönnäng", "tallösund")
    for side in ("Norra ", "Södra ", "Östra ", "Västra ", "Övre ")
)

FIELDS: Final = words_of("""
arbetsmarknads bibliotek brand byggnads fastighets fritids förskole grundskole gymnasie hamn idrotts krets kretslopps kultur
kyrkogårds lokal miljö natur park renhållnings räddnings service social tekniska trafik trygghets utbildnings vatten val äldre
överförmyndar
""")
