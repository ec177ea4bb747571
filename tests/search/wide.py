"""An archive that is hard on search, in words of our own, and the queries that both halves of search must answer alike.

Its texts hold what goes wrong where two languages count letters, fold case or sort: letters outside the first plane, marks
that stand apart, names that every JavaScript object has, numbers in many spellings, tables, sections of every kind.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Archive, Body, Motion, Passage, Place, Proposer, Response, Section, SectionKind

from .sample import ARCHIVE, document, fact, passage, response

Filters = dict[str, list[str]]
Asked = tuple[str, Filters, str]  # a query, the filters of the address, the order

BODIES = (
    Body("hamnnamnden", "Hamnnämnden", "namnd", aliases=("HN", "Hamn- och farledsnämnden")),
    Body("1984", "1984", "other"),
    Body("ostra-bolaget-ab", "Östra bolaget AB", "bolag"),
)


def sections(*pairs: tuple[SectionKind, Passage]) -> tuple[Section, ...]:
    """A section for each pair of kind and passage."""
    return tuple(Section(kind, kind.capitalize(), (one,)) for kind, one in pairs)


def table(text: str) -> Passage:
    """A passage whose cells are parted by tabs and rows by line feeds."""
    return Passage(f"p-{len(text):08x}", text, Place("prov.txt", None, 3))


def of(made: Response, *pairs: tuple[SectionKind, Passage]) -> Response:
    """A response with its passages in sections of their own."""
    return replace(made, sections=sections(*pairs))


BOATS = Motion(
    id="hn-2023-00899",
    title=fact("Elektriska pendelbåtar på älven"),
    diary_numbers=(fact("HN-2023-00899"), fact("HN 2023:0899")),
    filed=fact("2023-03-01"),
    proposers=(Proposer("Örjan Ångström", "Z", Place("prov.txt", None, 2)),),
    responses=("hn-2023-00899/hamnnamnden", "hn-2023-00899/1984", "hn-2023-00899/ostra-bolaget-ab-och-hamnnamnden"),
    sections=sections(
        ("background", passage("Pendelbåtarna går på diesel. Båten är gammal! Båtarnas motorer bullrar; hamnen luktar.")),
        ("decision", passage("Att hamnnämnden köper elbåtar, och att båtplatserna byggs ut.")),
        ("decision", passage("Att män och kvinnor, man och man emellan, får åka fritt i städerna och staden.")),
    ),
    document=document("batar.md"),
)
ODD = Motion(
    id="utan-nummer",
    title=fact("constructor och toString"),
    sections=sections(
        ("other", passage("Ordet constructor står här, liksom __proto__, hasOwnProperty och valueOf.")),
        ("matter", passage("İstanbul, ẞtraße, ﬁnans, Ǆungla, ΌΣΟΣ och ﬃ är ord. Även 𝐛åt 𝐛åtar 🚤 båt🚤hus.")),
        ("matter", passage("Ett ra\u030ad i delad skrivning, kafe\u0301 och café; nai\u0308v, œuvre, Łódź, Øster, þing, smørrebrød.")),
        ("summary", passage("Siffror: 0012, 12, ½, ², ٣, 四, XIV, 3.14, 1.5.1-135-2012, 2011-875-1.2.4, 316-259/2012.")),
        ("equality", passage("Bl.a. t.ex. m.m. Kl. 10.30 i v.s. e.d. Åkes' båt, d’Arcs båt, båt-till-båt och/eller.")),
    ),
    document=document("udda.md"),
)
ANSWERS = (
    of(
        response(BOATS.id, ("hamnnamnden",), "partly", date="2023-05-02", number="HN-2023-00899", signed=("Åsa Hamnström",)),
        ("summary", passage("Nämnden ser båtlivet som viktigt. Elbåtar är dyra.")),
        ("assessment", passage("Elbåten är tyst. En båt är en båt är en båt. Båt och hamn, hamn och båt.")),
        ("assessment", passage("Hamnstyrelsens ordförande vill vänta på sjöfartsöverenskommelsen.")),
        ("decision", passage("Motionen avstyrks i den del som rör bryggor och tillstyrks i övrigt.")),
        ("preparation", table("Båt\tPris\n\nElbåt\t12 000\nDieselbåt\t9 000")),
    ),
    of(
        replace(response(BOATS.id, ("1984",), "considered-answered", date="XXXX-05-01"), role="preparation"),
        ("matter", passage("Storebror ser båten. Att se är att veta. Veta. Se bort.")),
        ("background", passage("Dnr HN 2023/899, hn 2023:00899, SLK-2023-00025:26, N165-0681/23 och 0571/23.")),
        ("other", passage("Å\nÄ\rÖ. En mening slutar? En annan! Ja | nej; kanske.")),
    ),
    of(
        response(BOATS.id, ("ostra-bolaget-ab", "hamnnamnden"), "support", date="2022"),
        ("equality", passage("Kvinnors och mäns båtresor räknas. Männens resor är längre än kvinnornas.")),
        (
            "assessment",
            passage(
                "Bolaget bör anlägga båtplatser där gångvägarna möter vattnet.",
                ("båtplatser", "bdtplatser"),
                ("där", "ddr"),
                ("gångvägarna möter", "gdngvagarna moter"),
            ),
        ),
    ),
    of(
        response("utan-nummer", (), "unclear"),
        ("other", passage("X" * 90 + " är ett långt ord, och " + "y" * 80 + " är precis så långt som går.")),
    ),
)
WIDE = Archive(
    motions=(*ARCHIVE.motions, BOATS, ODD),
    responses=(*ARCHIVE.responses, *ANSWERS),
    bodies=(*ARCHIVE.bodies, *BODIES),
)

WORDS = """
båt båten båtar Båtarnas BÅTARNA bat batar elbåt elbåtar pendelbåt hamn hamnen hamnstyrelse styrelse ordförande
hamnstyrelsens båtplats plats platser överenskommelse overenskommelse sjöfart män man mannen männens kvinna kvinnor
stad städer stader staden och är att en i se veta se! råd rad rådd lyktor lykta lyktan vaktgrupp vaktgrupper grupp
gruppernas gruppen område områden omraden omrade polis polisen polismodell modell gängkriminalitet gangkriminalitet
kriminalitet torg torgen torgets park parker träd tradgard trädgård bdtplatser bdtplats gdngvagarna gångväg ddr dr
dndamalsenlig gingkriminalitet kafé kafe cafe café naiv naïv oeuvre œuvre lodz Łódź oster Øster thing þing smorrebrod
İstanbul istanbul i̇stanbul ẞtraße strasse STRASSE ﬁnans finans Ǆungla dzungla ǆungla ΌΣΟΣ όσος ﬃ ffi 𝐛åt bat🚤hus båt🚤hus
ra\u030ad kafe\u0301 nai\u0308v ½ 1⁄2 ² 2 ٣ 四 XIV 3.14 12 0012 00012 10.30 1899 1450 01450 77 899 0899 00899 2023-00899
2023/899 2023:0899 HN-2023-00899 HN2023/899 hn/2023/899 KS-2021-77 2021/77 2021:77 0681/23 N165-0681/23 0571 25:26
1.5.1-135-2012 316-259/2012 bl.a bl.a. t.ex. m.m. d’Arcs åkes' Åkes båt-till-båt och/eller eller HN Hamn- Norrort
bolaget 1984 Storebror Ångström angstrom Örjan Provdotter söder-malms malms bergs-torp torp yyy xyzzyqwerty vaktgrup
lytkor lyktorr battar ebåt elbåtr hamnenn kvinor cosntructor constructor __proto__ toString hasOwnProperty valueOf
prototype length undefined null NaN true
""".split()  # noqa: SIM905 - two hundred words are read more easily as words than as a list of strings

QUERIES: tuple[Asked, ...] = (
    *((word, {}, "relevans") for word in WORDS),
    *(
        (query, {}, "relevans")
        for query in (
            "KS 2022/1450",
            "hn 2023:00899",
            "båt hamn",
            "båt och hamn",
            "och att är",
            "båt -hamn",
            "båt -elbåt",
            "båt -båtplats*",
            "vaktgrupp -polis",
            "-båt",
            "-båt typ:motion",
            'båt -"båt"',
            '"en båt" -och -"en båt"',
            '"hamn hamn" -båt',
            "xyzzy qwrt* båt xyzzy hamnx",
            "xyzzy* xyzzy* qwrt",
            '-"en båt" typ:svar',
            "-och typ:svar",
            "-xyzzyqwerty -typ:motion",
            "-båt avsnitt:bedömning",
            "dnr HN 2023/899",
            "Diarienummer: HN-2023-00899",
            "SLK 0571/23",
            "XYZ 0571/23",
            "ÄRENDENR 2021:77 lyktor",
            "slk 0571/23",
            "SLK -0571/23 båt",
            "SLK 0571/2*",
            "SLK 0571",
            "slk0571/23",
            "SLK0571/23 båt",
            "XYZ-0571/23",
            "ÅÄÖ0571:23",
            "färg:röd",
            "parti:Vänstern båt",
            "SL:s",
            "båtet",
            "hamnret",
            'SLK "0571/23"',
            "ABCDEF 0571/23",
            "BÅT HN 2023/899",
            "gick",
            "sågs",
            "visste",
            "städers",
            "vet",
            "bröder",
            "bönder",
            "bondens",
            "lade",
            "vilja",
            "ville",
            "fler",
            "flest",
            "äldre",
            '"gick"',
            "gic*",
            "sågs båt",
            "-vet båt",
            "träd vaktgrupp",
            "bonde stad",
            "lyktorr trädd",
            "lyktor xyzzyqwerty",
            "xyz-qwerty",
            "båt-xyzzy",
            "torp-båt",
            "-torp-båt lyktor",
            "y" * 80,
            "x" * 90,
            "a" * 5000,
            "och " * 40,
            "å ä ö",
            "  båt \t\n hamn\u0085elbåt\u2028 ",
            "lyktor\u0085torg\u200b\ufeffträd",
            "😀 lyktor",
            "😀",
            "𝐛åt ﬁnans",
            "\u0301",
            "a\u0301\u0302\u0303 båt",
            "🚀båt",
            "\ud83dbåt",
            "<b>lindar</b> & lönnar",
            "båt*",
            "bå*",
            "ba*",
            "BÅ*",
            "elbåt* hamn",
            "2023*",
            "hn-2023*",
            "1.5*",
            "con*",
            "__p*",
            "xq*",
            "ﬁ*",
            "ö*",
            "st*",
            "sam*v",
            "*",
            "**",
            "båt**",
            "båt*,",
            "b*t",
            '"utsatta områden"',
            "”utsatta platser”",
            "«En båt är en båt»",
            '"en båt är en båt är en båt"',
            '"båt är en båt" hamn',
            '"är en"',
            '"och hamn"',
            '"hamn hamn"',
            '"hamn, hamn"',
            '"se är att veta"',
            '"veta veta"',
            '"veta. veta"',
            '"veta. Veta. Se"',
            '"Att se"',
            '"ja nej"',
            '"ja | nej"',
            '"båt pris"',
            '"båt | pris | elbåt"',
            '"å ä ö"',
            '"å! ä? ö"',
            '"KS 2021/77"',
            '"2021 77"',
            '"bergs torp"',
            '"bl a"',
            '"bl.a."',
            '"råd"',
            '"Rad"',
            '"ra\u030ad i"',
            '"åkes båt"',
            '"constructor står"',
            '"Åsa Hamnström"',
            '"Hamnström direktör"',
            '"hamnnämnden HN"',
            '"xyzzy båt"',
            '"polis"',
            '"träd lyktor"',
            'båt -"en båt"',
            'båt -"xyzzy båt"',
            'vaktgrupp -"mörka stigar"',
            '"mörka stigar" träd',
            '"båt" "hamn"',
            '"båt',
            '""',
            '" "',
            '-""',
            '"-"',
            '”båt"',
            "",
            "   ",
            "-",
            "--båt hamn",
            '"båt"-hamn',
            '-"båt"-hamn typ:svar',
            "- båt",
            "?",
            "|",
            "\\",
            "()[]{}",
            "%2F&amp;",
            "instans:hamnnamnden",
            "instans:hamn båt",
            "instans:1984 båt",
            'instans:"östra bolaget" båt',
            "instans:okand-instans",
            "instans:xyzzy båt",
            "-instans:hamn båt",
            "instans:",
            'instans:""',
            "Instans:Hamn båt",
            "motion:hn-2023-00899",
            "motion:hn båt",
            "motion:2021 lyktor",
            "motion:__proto__ båt",
            "typ:motion båt",
            "typ:svar båt",
            "typ:beredning",
            "typ:bil",
            "typ:xyzzy båt",
            "-typ:motion båt",
            "typ:",
            "ar:2023 båt",
            "år:2023 båt",
            "ar:2022 ar:2023 båt",
            "ar:23 båt",
            "-ar:2023 båt",
            "hallning:partly båt",
            "hållning:delvis båt",
            "hallning:tillstyrker",
            "hallning:a båt",
            "hallning:constructor båt",
            "avsnitt:bedömning båt",
            "avsnitt:assessment båt",
            "avsnitt:bedomning båt hamn",
            "avsnitt:decision båt",
            "avsnitt:sammanfattning",
            'avsnitt:assessment "en båt"',
            "avsnitt:assessment avsnitt:summary båt",
            "-avsnitt:assessment båt",
            "avsnitt:xyzzy båt",
            "avsnitt:assessment Hamnström",
            'avsnitt:"förslag till beslut" båt',
            "lyktor ar:2020 ar:2021",
            "båt typ:svar ar:2023 hallning:delvis instans:hamn",
        )
    ),
    *((query, {}, order) for query in ("båt", "och", "lyktor", "typ:svar", '"en båt"') for order in ("nyast", "aldst", "baklänges")),
    *(
        (query, filters, "relevans")
        for query in ("båt", "", "lyktor -polis", '"en båt"', "båt avsnitt:assessment")
        for filters in (
            {"instans": ["hamnnamnden"]},
            {"instans": ["okand-instans"]},
            {"instans": ["hamnnamnden", "1984"]},
            {"motion": ["hn-2023-00899"]},
            {"typ": ["svar", "beredning"]},
            {"ar": ["2023", "2021"], "typ": ["svar"]},
            {"ar": ["1999"]},
            {"hallning": ["partly", "reject"]},
            {"avsnitt": ["assessment"]},
            {"avsnitt": ["assessment", "equality"], "instans": ["ostra-bolaget-ab"]},
            {"instans": ["<b>", "__proto__"]},
            {"hallning": ["constructor"]},
            {"typ": [" ", ""]},
        )
    ),
)

REAL_QUERIES: tuple[Asked, ...] = (
    *(
        (query, {}, "relevans")
        for query in """
        aktionsgrupper aktionsgrupp grupp gruppernas omraden områden 1899 2019/1899 och samverkansöverenskommelse
        överenskommelse overenskommelser stadsdelsnämnd namnd nämndens kommunstyrelsen förvaltning barn skola trygghet
        trygga polisen brottsförebyggande forebyggande arbete arbeten kostnad kostnader ekonomisk avstyrker avslag bifall
        motionen motionären motionärerna yttrande remiss göteborg goteborgs staden stadens städer män kvinnor jämställdhet
        akutionsgrup nämdnen förslage
        """.split()  # noqa: SIM905 - as above
    ),
    *(
        (query, {}, "relevans")
        for query in (
            '"utsatta områden"',
            '"i och med"',
            '"och att"',
            '"kommunstyrelsen föreslår"',
            "insatsgrupper -polis",
            "polis -insatsgrupp*",
            "och i att",
            "sam*",
            "stads* nämnd",
            "trygghet avsnitt:bedömning",
            "förslag avsnitt:decision",
            "nämnden hallning:avstyrker",
            "nämnden typ:motion",
            'polis -"utsatta områden"',
            "instans:bromma polis",
        )
    ),
    *((query, {}, order) for query in ("polis", "typ:svar", "nämnden") for order in ("nyast", "aldst")),
    *(
        ("nämnden", filters, "relevans")
        for filters in ({"avsnitt": ["assessment"]}, {"hallning": ["reject", "support"]}, {"typ": ["svar"], "ar": ["2023"]})
    ),
)
