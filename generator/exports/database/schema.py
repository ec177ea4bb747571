"""The tables of data/archive.sqlite: their columns as SQLite has them, and what each means in Swedish.

Names are those of data/archive.json. A column that points to another table is a foreign key, which Datasette turns into a link
with the other row's ``title``, ``name`` or ``file``. Empty is what no document states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["TEXT", "INTEGER", "REAL"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds in Swedish, and the table it points to, "" for none. The first of a table is its key."""

    name: str
    says: str
    kind: Kind = "TEXT"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns; ``label`` names a row, ``facets`` are the columns that are worth counting by."""

    name: str
    says: str
    columns: tuple[Column, ...]
    label: str = ""
    facets: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The statement that makes the table."""
        lines = []
        for place, column in enumerate(self.columns):
            key = " PRIMARY KEY" if place == 0 else ""
            to = f' REFERENCES "{column.to}"("{_KEYS.get(column.to, "id")}")' if column.to else ""
            lines.append(f'  "{column.name}" {column.kind}{key}{to}')
        return f'CREATE TABLE "{self.name}" (\n' + ",\n".join(lines) + "\n)"


_KEYS: Final = {"metadata": "key"}
_ID: Final = Column("id", "radens nummer", "INTEGER")
_URL: Final = Column("url", "sidan i arkivet")
_PLACE: Final = (
    Column("file", "filen där uppgiften står"),
    Column("page", "sidan i filen", "INTEGER"),
    Column("line", "raden, räknad från sidans början där filen har sidor", "INTEGER"),
)
_MOTION: Final = Column("motion", "motionen", to="motions")
_STATUS: Final = Column("status", "stated: står i dokumentet; inferred: härledd; curated: angiven av redaktionen")
_WHY: Final = (Column("reason", "redaktionens skäl, eller vad en härledd uppgift vilar på"), Column("date", "dagen då redaktionen angav uppgiften"))

TABLES: Final[tuple[Table, ...]] = (
    Table("metadata", "Vad databasen är och vad den får användas till", (Column("key", "uppgift"), Column("value", "värde"))),
    Table(
        "sources",
        "Filerna som kom in, och vad som blev av dem",
        (
            _ID,
            Column("file", "sökväg i innehållsmappen"),
            Column("sha256", "filens fingeravtryck"),
            Column("outcome", "vad som blev av filen"),
            Column("media_type", "filens format"),
            Column("words", "antal ord", "INTEGER"),
            Column("restored_words", "antal ord vars bokstäver är återställda", "INTEGER"),
            Column("accounted", "andel av texten som är redovisad (0–1)", "REAL"),
            Column("original", "kopian som får hämtas"),
            Column("original_withheld", "varför ingen kopia lämnas ut"),
        ),
        "file",
        ("outcome",),
    ),
    Table(
        "bodies",
        "Instanserna",
        (
            Column("id", "instansens id"),
            Column("name", "namn"),
            Column("kind", "slag av instans"),
            Column("successor", "instansen som tog över", to="bodies"),
            Column("aliases", "andra namn, ett på varje rad"),
            _URL,
        ),
        "name",
        ("kind",),
    ),
    Table(
        "motions",
        "Motionerna",
        (
            Column("id", "motionens id"),
            Column("title", "titel"),
            Column("title_status", "hur titeln är känd"),
            Column("diary_number", "ärendets diarienummer, det första; alla står i facts"),
            Column("filed", "inlämnad (ISO 8601)"),
            Column("filed_status", "hur dagen är känd"),
            Column("retold", "1: arkivets referat, inte motionens egna ord", "INTEGER"),
            Column("source", "filen", "INTEGER", to="sources"),
            _URL,
        ),
        "title",
    ),
    Table(
        "proposers",
        "De som lämnade motionerna",
        (
            _ID,
            _MOTION,
            Column("name", "namn som det står skrivet"),
            Column("party", "parti som det står skrivet"),
            Column("struck", "1: struken i dokumentet", "INTEGER"),
            Column("note", "vad som står bredvid namnet"),
            _STATUS,
            *_PLACE,
        ),
        "name",
        ("party",),
    ),
    Table(
        "demands",
        "Motionernas förslag (att-satser)",
        (_ID, _MOTION, Column("number", "förslagets nummer", "INTEGER"), Column("text", "förslaget"), Column("passage", "styckets ankare på sidan"), _STATUS, *_PLACE),
        "text",
    ),
    Table(
        "responses",
        "Svaren, och handlingar som bereder ärendet",
        (
            Column("id", "svarets id"),
            Column("name", "avsändare och motion"),
            _MOTION,
            Column("document_type", "slag av dokument"),
            Column("role", "answer: svar; preparation: handling som bereder ärendet"),
            Column("date", "dokumentets datum (ISO 8601)"),
            Column("date_status", "hur datumet är känt"),
            Column("diary_number", "svarets eget diarienummer, det första"),
            Column("stance", "hållning till hela motionen"),
            Column("stance_status", "hur hållningen är känd; tomt där den är oklar"),
            Column("stance_quote", "orden som bär hållningen"),
            Column("advice", "tjänstemännens förslag, där det skiljer sig från beslutet"),
            Column("proposed_decision", "förslag till beslut"),
            Column("board_decision", "instansens beslut"),
            Column("retold", "1: arkivets referat, inte svarets egna ord", "INTEGER"),
            Column("told", "1: svaret finns inte här; en annan handling återger det", "INTEGER"),
            Column("text_quality", "andel läsbara ord (0–1)", "REAL"),
            Column("source", "filen", "INTEGER", to="sources"),
            _URL,
        ),
        "name",
        ("stance", "document_type", "role"),
    ),
    Table(
        "response_bodies",
        "Vems svaren är; ett gemensamt svar har flera rader, ett utan angiven avsändare ingen",
        (_ID, Column("response", "svaret", to="responses"), Column("body", "instansen", to="bodies")),
    ),
    Table(
        "referrals",
        "Vilka som tillfrågades, och vad det blev av frågan",
        (
            _ID,
            _MOTION,
            Column("body", "instansen", to="bodies"),
            Column("state", "answered: svarade; declined: avstod; silent: svarade inte, enligt ett dokument; not-in-archive: svaret saknas i arkivet"),
            Column("response", "svaret", to="responses"),
            Column("round", "vilken gång motionen skickades på remiss", "INTEGER"),
            Column("deadline", "sista svarsdag, där den gäller bara denna instans eller omgång"),
            Column("names", "instansens namn som det står skrivet"),
            Column("quote", "orden som säger att instansen avstod eller inte svarade"),
        ),
        facets=("state",),
    ),
    Table(
        "stances",
        "Vad varje svar säger om motionen och om vart och ett av förslagen",
        (
            _ID,
            Column("response", "svaret", to="responses"),
            _MOTION,
            Column("demand_number", "förslagets nummer; tomt för hela motionen", "INTEGER"),
            Column("demand", "förslaget", "INTEGER", to="demands"),
            Column("stance", "hållning"),
            Column("status", "hur hållningen är känd; tomt där den är oklar"),
            Column("quote", "orden som bär hållningen; tomt där den är oklar"),
            Column("score", "hur nära stycket står förslaget (0–1)", "REAL"),
            *_WHY,
            *_PLACE,
            _URL,
        ),
        facets=("stance",),
    ),
    Table(
        "decisions",
        "Förslag till beslut och beslut",
        (
            _ID,
            _MOTION,
            Column("stage", "proposal: förslag; board: kommunstyrelsen; council: fullmäktige"),
            Column("body", "den som föreslog eller beslutade"),
            Column("date", "datum (ISO 8601)"),
            Column("date_status", "hur datumet är känt"),
            Column("outcome", "utfall"),
            Column("yes", "ja-röster", "INTEGER"),
            Column("no", "nej-röster", "INTEGER"),
            Column("abstained", "avstod; tomt där det inte framgår", "INTEGER"),
            Column("text", "orden"),
            Column("evidence", "vad utfallet vilar på, där orden hänvisar till en annan handling"),
            _STATUS,
            *_PLACE,
        ),
        facets=("stage", "outcome"),
    ),
    Table(
        "statements",
        "Partiernas yrkanden, yttranden, reservationer och anteckningar",
        (_ID, _MOTION, Column("kind", "slag"), Column("by", "partierna som de står skrivna"), Column("date", "datum (ISO 8601)"), *_PLACE, _URL),
        facets=("kind",),
    ),
    Table("enclosures", "Bilagor som visas som de står", (_ID, _MOTION, Column("title", "bilagans första ord"), *_PLACE, _URL), "title"),
    Table(
        "signatories",
        "Undertecknare av svaren",
        (_ID, Column("response", "svaret", to="responses"), Column("name", "namn"), Column("title", "titel som den står skriven"), _STATUS, *_PLACE),
        "name",
    ),
    Table(
        "facts",
        "Uppgifter med källa: titlar, nummer, datum och annat som kan stå på flera ställen",
        (
            _ID,
            _MOTION,
            Column("response", "svaret; tomt för en uppgift om motionen", to="responses"),
            Column("key", "vilken uppgift"),
            Column("value", "värdet"),
            _STATUS,
            Column("quote", "orden i källan, eller vad en härledd uppgift vilar på"),
            *_WHY,
            *_PLACE,
        ),
        facets=("key", "status"),
    ),
    Table(
        "discrepancies",
        "Där källorna säger olika; arkivet avgör inte",
        (_ID, _MOTION, Column("kind", "vad de skiljer sig om"), Column("value", "ett av värdena"), Column("quote", "orden"), *_PLACE),
        facets=("kind",),
    ),
    Table(
        "edits",
        "Vad redaktionen har angett, med skäl",
        (
            _ID,
            _MOTION,
            Column("response", "svaret; tomt för en uppgift om motionen", to="responses"),
            Column("key", "vilken uppgift"),
            Column("value", "redaktionens uppgift"),
            Column("stated", "vad dokumenten säger, en uppgift på varje rad"),
            Column("differs", "1: skiljer sig från dokumenten", "INTEGER"),
            *_WHY,
        ),
    ),
    Table(
        "passages",
        "Styckena, som de står på sidorna",
        (
            _ID,
            _MOTION,
            Column("response", "svaret", to="responses"),
            Column("statement", "partiets inlaga", "INTEGER", to="statements"),
            Column("enclosure", "bilagan", "INTEGER", to="enclosures"),
            Column("section", "slag av avsnitt"),
            Column("heading", "avsnittets rubrik"),
            Column("text", "stycket"),
            Column("base_forms", "ordens grundformer och leden i sammansättningar, för sökning; tomt i det som inte räknas"),
            Column("style", "text: stycke; item: punkt i lista; table: tabell; note: fotnot"),
            Column("struck", "1: överstruket i dokumentet", "INTEGER"),
            Column("restored_words", "antal återställda ord i stycket", "INTEGER"),
            *_PLACE,
            _URL,
        ),
        facets=("section",),
    ),
)
# What most who ask want first: answers with names instead of ids.
VIEW: Final = "answers"
VIEW_SAYS: Final = "Svaren med namn: en rad för varje svar och instans; ett svar utan angiven avsändare har en rad utan instans."
_VIEW_SQL: Final = """CREATE VIEW "answers" AS
SELECT motions.title AS motion, bodies.name AS body, responses.date, responses.stance, responses.stance_quote, responses.advice,
  responses.retold, responses.told, responses.url, responses.id AS response
FROM responses
JOIN motions ON motions.id = responses.motion
LEFT JOIN response_bodies ON response_bodies.response = responses.id
LEFT JOIN bodies ON bodies.id = response_bodies.body
WHERE responses.role = 'answer'
ORDER BY motions.id, responses.id, bodies.id"""
# Full text: the table, its columns. The name of the table that holds the text stands in double quotes, by which Datasette knows it.
SEARCHED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (("passages", ("text", "base_forms")), ("motions", ("title",)), ("demands", ("text",)))
# å, ä and ö are letters of their own in Swedish, and stay so.
TOKENIZER: Final = "unicode61 remove_diacritics 0"


def statements() -> tuple[str, ...]:
    """What makes the empty database, in order: tables, indexes on what points elsewhere, the view, full text."""
    made = [table.sql for table in TABLES]
    made += [f'CREATE INDEX "{table.name}_{one.name}" ON "{table.name}"("{one.name}")' for table in TABLES for one in table.columns if one.to]
    made.append(_VIEW_SQL)
    for name, columns in SEARCHED:
        key = ', content_rowid="id"' if _key_of(name) == "INTEGER" else ""
        made.append(f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({", ".join(columns)}, content="{name}"{key}, tokenize="{TOKENIZER}")')
    return tuple(made)


def _key_of(name: str) -> Kind:
    return next(table.columns[0].kind for table in TABLES if table.name == name)
