"""A message with files: what it brought are documents, and the message is only what brought them."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from generator.build import Gathered, Paths, gather

ROOT = Path(__file__).resolve().parents[1]
ANSWER = """Idrottsnämnden

Yttrande över motion om en skridskobana i Ekvik, KS 2024/11

Förslag till beslut
Idrottsnämnden tillstyrker motionen.

Förvaltningens bedömning
En skridskobana vid torget blir använd av många, och kostnaden ryms i nämndens ram.
"""
MOTION = """Motion om en skridskobana i Ekvik
Dnr KS 2024/11
Inlämnad 2024-02-01 av Anna Alm (C)

Ekvik har ingen bana. Jag föreslår därför kommunfullmäktige besluta

att anlägga en skridskobana vid torget.

Anna Alm (C)
"""


def _message(body: str, *files: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"] = "Registrator <registrator@ekvik.example>"
    made["To"] = "Kansliet <kansli@ekvik.example>"
    made["Subject"] = "Svar på remiss, KS 2024/11"
    made["Date"] = "Mon, 04 Mar 2024 10:00:00 +0100"
    made["MIME-Version"] = "1.0"
    made.set_content(body)
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def _gathered(tmp_path: Path, **files: bytes) -> Gathered:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    for name, data in files.items():
        (content / name.replace("__", ".")).write_bytes(data)
    return gather(Paths(tmp_path, content, ROOT / "site_config", tmp_path / "site"))


def test_what_a_message_brought_is_published_and_the_message_is_not(tmp_path: Path) -> None:
    """The attached answer is an answer; the covering message is a row that says what it is used as, and no fault."""
    made = _gathered(
        tmp_path,
        svar__eml=_message("Hej!\n\nHär kommer nämndens svar.\n\nHälsningar\nBo\n", ("svar.txt", ANSWER.encode())),
        motion__txt=MOTION.encode(),
    )
    (response,) = made.archive.responses
    assert response.document.file == "svar.eml/svar.txt"
    rows = {source.file: source for source in made.archive.sources}
    assert set(rows) == {"svar.eml", "svar.eml/svar.txt", "motion.txt"}
    assert rows["svar.eml"].outcome == "published"
    assert rows["svar.eml"].used_as == (response.id,)
    assert "F135" in rows["svar.eml"].findings
    assert not {"F201", "F202"} & set(rows["svar.eml"].findings)


def test_an_answer_in_the_message_itself_is_an_answer(tmp_path: Path) -> None:
    """A message whose own words are the answer is published as one, without the addresses at its head."""
    made = _gathered(tmp_path, svar__eml=_message(ANSWER), motion__txt=MOTION.encode())
    (response,) = made.archive.responses
    assert response.document.file == "svar.eml"
    assert response.stance.value == "support"
    text = " ".join(passage.text for passage in response.passages)
    assert "skridskobana vid torget" in text
    assert "@ekvik.example" not in text


def test_an_archive_of_documents_is_used_as_they_are(tmp_path: Path) -> None:
    """A zip file's documents are read each for itself, and its row names all of them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as container:
        container.writestr("ärende/motion.txt", MOTION)
        container.writestr("ärende/svar.txt", ANSWER)
    made = _gathered(tmp_path, allt__zip=packed.getvalue())
    rows = {source.file: source for source in made.archive.sources}
    (motion,) = made.archive.motions
    assert motion.document is not None
    assert set(rows) == {"allt.zip", "allt.zip/ärende/motion.txt", "allt.zip/ärende/svar.txt"}
    assert rows["allt.zip"].outcome == "published"
    assert len(rows["allt.zip"].used_as) == 2
