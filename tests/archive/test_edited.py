"""The editor's word on documents and cases: what it changes, what stays beside it, and what staff are told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.archive import Built, make_archive
from generator.archive.edited import case_notes
from generator.curation import read_notes
from generator.model import Body, Edit, Finding, Motion, Response, Settings
from generator.parse import parse
from tests.bundled import FILE, bundle
from tests.cases import draft_of

SETTINGS = Settings(
    bodies=(
        Body("fritidsnamnden", "Fritidsnämnden", "namnd"),
        Body("parknamnden", "Parknämnden", "namnd"),
        Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse"),
        Body("kommunfullmaktige", "Kommunfullmäktige", "fullmaktige"),
    )
)
MOTION = """Motion om en isbana i Ekvik

Dnr KS 2021/45

Inlämnad den 4 mars 2021

Jag föreslår fullmäktige besluta

att en isbana byggs i Ekvik
att isbanan får belysning

Anna Ek (C)
"""
ANSWER = """Fritidsnämnden

Remissvar Motion om en isbana i Ekvik, KS 2021/45

Datum 2021-04-20

Förslag till beslut
Nämnden tillstyrker motionen.

Bakgrund
Motionen har remitterats till fritidsnämnden och parknämnden för yttrande senast den 1 maj 2021.

Eva Holm
Förvaltningschef
"""
WHY = "skäl: Enligt akten.\ndatum: 2026-11-20\n"


def build(note: str, texts: Mapping[str, str] | None = None) -> Built:
    """The archive of a motion and an answer, or of ``texts``, with what a case.yml beside them says."""
    texts = texts or {"a/motion.txt": MOTION, "a/svar.txt": ANSWER}
    said, findings = read_notes({"a/case.yml": note}, set(texts))
    assert findings == ()
    return make_archive([draft_of(text, file) for file, text in texts.items()], said, SETTINGS)


def case(note: str) -> tuple[Motion, Built]:
    """The motion, where the note of the case says ``note``."""
    made = build(WHY + note)
    assert len(made.archive.motions) == 1
    return made.archive.motions[0], made


def answer(note: str) -> tuple[Response, Built]:
    """The answer, where the note of its file says ``note``."""
    lines = "".join(f"    {line}\n" for line in note.splitlines())
    made = build(f"{WHY}filer:\n  svar.txt:\n{lines}")
    return next(one for one in made.archive.responses if one.document.file == "a/svar.txt"), made


def edit(edits: tuple[Edit, ...], key: str) -> Edit:
    """The edit of ``key``."""
    return next(one for one in edits if one.key == key)


def told(made: Built, code: str) -> list[Finding]:
    """The findings of a kind in case.yml."""
    return [one for one in made.findings if one.code == code and one.file == "a/case.yml"]


# --- one document -------------------------------------------------------------------------------------------------


def test_a_stated_stance_stands_beside_the_documents() -> None:
    """An editor's stance has reason and day and no quote; the document's own stays beside it with its words, and staff are told."""
    response, made = answer("hållning: avstyrker")
    assert (response.stance.value, response.stance.status, response.stance.quote) == ("reject", "curated", "")
    assert (response.stance.reason, response.stance.date) == ("Enligt akten.", "2026-11-20")
    one = edit(response.edits, "hållning")
    assert (one.differs, [fact.value for fact in one.stated]) == (True, ["tillstyrker"])
    assert one.stated[0].quote
    assert one.stated[0].place is not None
    (finding,) = told(made, "F405")
    assert "avstyrker" in finding.message
    assert "tillstyrker" in finding.message
    assert finding.line == 5


def test_a_word_that_the_document_also_says_is_no_contradiction() -> None:
    """An editor who says what the document says is not told of a difference."""
    response, made = answer("hållning: tillstyrker\ndatum-svar: 2021-04-20")
    assert [one.differs for one in response.edits] == [False, False]
    assert told(made, "F405") == []


def test_each_demand_can_have_a_stance_of_its_own() -> None:
    """Stances on single demands are curated; one on a demand that the motion does not have is a fault and is not shown."""
    response, made = answer("yrkanden: {1: avstyrker, 2: tillstyrker, 7: delvis}")
    assert [(one.demand, one.value, one.status, one.reason) for one in response.demand_stances] == [
        (1, "reject", "curated", "Enligt akten."),
        (2, "support", "curated", "Enligt akten."),
    ]
    (finding,) = told(made, "F403")
    assert "inget yrkande 7" in finding.message
    assert {one.key for one in response.edits} == {"hållning till yrkande 1", "hållning till yrkande 2"}


def test_every_fact_of_an_answer_can_be_stated() -> None:
    """Date, numbers, officials, signatures, decisions and attachments are the editor's where the editor gives them."""
    response, _ = answer(
        "datum-svar: 2021-04-21\neget diarienummer: FN 2021/7\nhandläggare: Ida Berg\nundertecknare:\n  - Karl Ask, ordförande\n"
        "  - namn: Mia Ö\n    titel: sekreterare\nnämndens beslut: Nämnden avstår.\nförslag till beslut: Motionen bifalls.\nbilagor: [Karta]\n"
        "dokumenttyp: yttrande"
    )
    assert response.date is not None
    assert response.prepared_by is not None
    assert response.board_decision is not None
    assert response.proposed_decision is not None
    facts = (response.date, response.prepared_by, response.board_decision, response.proposed_decision, *response.attachments)
    assert {fact.status.value for fact in facts} == {"curated"}
    assert [fact.value for fact in response.diary_numbers if fact.of == "own"] == ["FN 2021/7"]
    assert [(one.name, one.title, one.editor is not None) for one in response.signatories] == [
        ("Karl Ask", "ordförande", True), ("Mia Ö", "sekreterare", True),
    ]  # fmt: skip
    assert response.document_type == "yttrande"


def test_what_was_read_wrongly_is_taken_away() -> None:
    """"framgår inte" removes a fact, and the document's own stays beside it."""
    response, made = answer("datum-svar: framgår inte\nundertecknare: framgår inte\ninstans: framgår inte")
    assert (response.date, response.signatories, response.bodies) == (None, (), ())
    assert edit(response.edits, "datum-svar").stated[0].value == "2021-04-20"
    assert len(told(made, "F405")) == 3


def test_a_joint_answer_can_be_stated() -> None:
    """Several bodies make an answer of them all, and each is curated."""
    response, made = answer("instans: [Fritidsnämnden, Parknämnden]")
    assert response.bodies == ("fritidsnamnden", "parknamnden")
    assert [fact.value for fact in response.body_facts if fact.status == "curated"] == ["Fritidsnämnden", "Parknämnden"]
    assert {one.response for one in made.archive.motions[0].referrals} == {response.id}


def test_a_body_that_nobody_knows_comes_with_the_nearest() -> None:
    """A name that the register does not know is told of at its line, with the nearest that it does."""
    _, made = answer("instans: Fritidsnämden")
    (finding,) = set(told(made, "F203"))
    assert (finding.line, "Menade du ”Fritidsnämnden”?" in finding.message) == (5, True)


@pytest.mark.parametrize(
    ("typ", "where"),
    [("svar", "answer"), ("beredning", "preparation"), ("yrkande", "statement"), ("reservation", "statement"), ("bilaga", "enclosure"), ("inget", "")],
)
def test_a_document_becomes_what_the_editor_says(typ: str, where: str) -> None:
    """A document that says nothing of itself becomes an answer, a preparation, a party's paper, an attachment, or nothing."""
    note = f"{WHY}filer:\n  x.txt: {{typ: {typ}, ärende: KS 2021/45}}\n"
    made = build(note, {"a/motion.txt": MOTION, "a/x.txt": "Vi har inget att säga.\n"})
    motion = made.archive.motions[0]
    found: set[str] = {response.role for response in made.archive.responses}
    found |= {"statement"} if motion.statements else set()
    found |= {"enclosure"} if motion.enclosures else set()
    assert found == ({where} if where else set())
    assert ("a/x.txt" in made.unplaced) == (not where)
    assert [one.file for one in made.findings if one.code == "F414"] == ([] if where else ["a/x.txt"])


def test_a_part_that_is_nothing_to_show_says_so() -> None:
    """A part of a bundle that the editor leaves out has that as its fate, and not that nobody knows where it belongs."""
    said, _ = read_notes({"case.yml": f"{WHY}filer:\n  'handling.txt#2': {{typ: inget}}\n"}, {FILE})
    made = make_archive([parse(one) for one in bundle([("motion", MOTION), ("other", "Vi har inget att säga.")])], said, SETTINGS)
    assert [one.fate for one in made.parts[FILE]] == ["page", "withdrawn"]


def test_an_editors_word_on_the_motions_own_file_stands_with_the_case() -> None:
    """What is said of a document that is no answer is told on the motion's page, with which document it is."""
    made = build(f"{WHY}filer:\n  x.txt: {{typ: bilaga, ärende: KS 2021/45}}\n", {"a/motion.txt": MOTION, "a/x.txt": "Vi har inget att säga.\n"})
    assert [(one.key, one.about) for one in made.archive.motions[0].edits] == [("typ", "a/x.txt"), ("ärende", "a/x.txt")]


def test_an_attachment_goes_where_the_editor_says() -> None:
    """An attachment in another folder goes to the case whose number it is given; without one it is set aside, with a finding."""
    for case_number, placed in ((", ärende: KS 2021/45", True), ("", False)):
        note = f"{WHY}filer:\n  b/x.txt: {{typ: bilaga{case_number}}}\n"
        said, _ = read_notes({"case.yml": note}, {"b/x.txt"})
        texts = {"a/motion.txt": MOTION, "b/x.txt": "Vi har inget att säga.\n"}
        made = make_archive([draft_of(text, file) for file, text in texts.items()], said, SETTINGS)
        assert [bool(motion.enclosures) for motion in made.archive.motions] == [placed]
        assert ("F202" in {one.code for one in made.findings if one.file == "b/x.txt"}) == (not placed)


def test_a_document_is_read_as_what_it_is() -> None:
    """A text that becomes a motion by the editor's word has its demands read, and one that becomes an answer its stance."""
    texts = {
        "a/m.txt": "En isbana i Ekvik\n\nJag föreslår fullmäktige besluta\n\natt en isbana byggs i Ekvik\natt isbanan får belysning\n\nAnna Ek (C)\n",
        "a/s.txt": "Till kansliet\n\nBeslut\nNämnden avstyrker motionen.\n",
    }
    made = build(f"{WHY}diarienummer: KS 2021/45\nfiler:\n  m.txt: {{typ: motion}}\n  s.txt: {{typ: svar, instans: Parknämnden}}\n", texts)
    (motion,) = made.archive.motions
    assert [one.number for one in motion.demands] == [1, 2]
    assert [(one.bodies, one.stance.value, one.stance.status) for one in made.archive.responses] == [(("parknamnden",), "reject", "stated")]


def test_a_part_of_a_bundle_can_be_spoken_of() -> None:
    """What is said of a part, by number or by lines, holds for that part alone; a part that is not there is a fault."""
    parts = bundle([("motion", MOTION), ("other", "Vi har inget att säga."), ("other", "Och vi ingenting.")])
    first = parts[1].part
    assert first is not None
    for name in ("handling.txt#2", f"handling.txt#rad {first.first.line}–{first.last.line}"):
        note = f"{WHY}filer:\n  '{name}': {{typ: svar, instans: Parknämnden, hållning: avstår}}\n  'handling.txt#9': {{typ: svar}}\n"
        said, findings = read_notes({"case.yml": note}, {FILE})
        assert findings == ()
        made = make_archive([parse(one) for one in parts], said, SETTINGS)
        answers = [one for one in made.archive.responses if one.bodies == ("parknamnden",)]
        assert [(one.document.part.number if one.document.part else 0, one.stance.value) for one in answers] == [(2, "declined")]
        assert [(one.code, one.line) for one in made.findings if one.code == "F411"] == [("F411", 5)]


# --- the case -----------------------------------------------------------------------------------------------------


def test_every_fact_of_a_case_can_be_stated() -> None:
    """Title, numbers, day, proposers, demands and last day are the editor's, and each keeps the document's beside it."""
    motion, made = case(
        "titel: Motion om is\ndiarienummer: [KS 2021/54, KF 9/21]\ninlämnad: 2021-03-05\nförslagsställare: [Bo Lind (S), {namn: Cia Dal, parti: V}]\n"
        "yrkanden: [att en isbana byggs]\nsista svarsdag: 2021-05-02\n"
    )
    assert motion.id == "ks-2021-54"
    assert (motion.title.value, motion.title.status) == ("Motion om is", "curated")
    assert motion.filed is not None
    assert (motion.filed.value, motion.filed.status) == ("2021-03-05", "curated")
    assert [(one.name, one.party, one.editor is not None) for one in motion.proposers] == [("Bo Lind", "S", True), ("Cia Dal", "V", True)]
    assert [(one.number, one.text, one.editor is not None) for one in motion.demands] == [(1, "att en isbana byggs", True)]
    assert [fact.value for fact in motion.deadlines] == ["2021-05-02"]
    assert [fact.value for fact in motion.diary_numbers] == ["KS 2021/54", "KF 9/21"]
    assert {one.key: one.differs for one in motion.edits} == dict.fromkeys(
        ("titel", "diarienummer", "inlämnad", "förslagsställare", "yrkanden", "sista svarsdag"), True
    )
    assert all(one.stated for one in motion.edits)
    assert len(told(made, "F405")) == 6


def test_who_was_asked_can_be_stated() -> None:
    """Bodies that an editor names are asked beside those of the documents, with what became of the question."""
    motion, made = case("remissinstanser:\n  - namn: Parknämnden\n    läge: svarade inte\n  - namn: Kulturnämnden\n    sista svarsdag: 2021-06-01\n")
    states = {one.body: (one.state, one.editor is not None) for one in motion.referrals}
    assert states == {"fritidsnamnden": ("answered", False), "parknamnden": ("silent", True), "kulturnamnden": ("not-in-archive", True)}
    (own,) = (one for one in motion.referrals if one.body == "kulturnamnden")
    assert own.deadline is not None
    assert own.deadline.value == "2021-06-01"
    # That the documents say the board was asked does not speak against that it never answered.
    assert told(made, "F405") == []


def test_one_who_was_silent_is_no_candidate() -> None:
    """An answer without a sender cannot be from a body that an editor says sent none."""
    nameless = ANSWER.replace("Fritidsnämnden\n\n", "", 1)
    for note, could in (("", ("fritidsnamnden", "parknamnden")), ("remissinstanser:\n  - {namn: Parknämnden, läge: svarade inte}\n", ("fritidsnamnden",))):
        made = build(WHY + note, {"a/motion.txt": MOTION, "a/svar.txt": nameless})
        assert [one.possible_bodies for one in made.archive.responses] == [could]


def test_one_who_was_not_asked_is_taken_away() -> None:
    """A body that was not asked, by the editor's word, leaves the roll-call; that a document names it stays beside, and is told."""
    motion, made = case("remissinstanser:\n  - {namn: Parknämnden, läge: inte tillfrågad}\n")
    assert [one.body for one in motion.referrals] == ["fritidsnamnden"]
    assert [fact.place.file for fact in edit(motion.edits, "remissinstans").stated if fact.place] == ["a/svar.txt"]
    assert len(told(made, "F405")) == 1


def test_an_answer_that_is_here_was_given() -> None:
    """An editor's word that a body was silent does not hold against an answer that the archive has."""
    motion, made = case("remissinstanser:\n  - {namn: Fritidsnämnden, läge: svarade inte}\n")
    assert {one.body: one.state for one in motion.referrals}["fritidsnamnden"] == "answered"
    assert len(told(made, "F403")) == 1


def test_that_nobody_was_asked_can_be_stated() -> None:
    """An editor's word that the motion was not referred is a curated fact, against the lists of the documents."""
    motion, made = case("inte remitterad: ja\n")
    assert motion.not_referred is not None
    assert motion.not_referred.status == "curated"
    assert len(told(made, "F405")) == 1


def test_a_decision_can_be_stated() -> None:
    """A decision has its body, day, outcome and votes from the editor, and a place in case.yml."""
    motion, made = case(
        "beslut:\n  - {led: fullmäktige, datum: 2021-09-13, utfall: avslag, röster: 45-30-6, text: Motionen avslås.}\n"
        "  - {led: styrelse, utfall: bifall}\n"
    )
    council = next(one for one in motion.decisions if one.stage == "council")
    assert council.editor is not None
    assert council.date is not None
    assert council.votes is not None
    assert (council.outcome, council.body, council.date.value, council.date.status) == ("rejected", "kommunfullmaktige", "2021-09-13", "curated")
    assert (council.votes.yes, council.votes.no, council.votes.abstained) == (45, 30, 6)
    assert {"kommunfullmaktige", "kommunstyrelsen"} <= {body.id for body in made.archive.bodies}


def test_a_proposal_is_somebodys() -> None:
    """A proposal without a body is not used, and is told."""
    motion, made = case("beslut:\n  - {led: förslag, utfall: bifall}\n  - {led: förslag, instans: Parknämnden, utfall: avslag}\n")
    assert [(one.body, one.outcome) for one in motion.decisions] == [("parknamnden", "rejected")]
    assert len(told(made, "F403")) == 1


DECIDED = """Kommunfullmäktige

Protokollsutdrag
Sammanträdesdatum 2021-09-13

§ 9 Svar på motion om en isbana i Ekvik, KS 2021/45

Beslut
Kommunfullmäktige bifaller motionen.
"""


def test_a_stated_decision_takes_the_place_of_the_documents() -> None:
    """An editor's decision of a stage stands instead of the documents', which stays beside it and is told where it differs."""
    note = "beslut:\n  - {led: fullmäktige, datum: 2021-09-13, utfall: avslag}\n"
    made = build(WHY + note, {"a/motion.txt": MOTION, "a/svar.txt": ANSWER, "a/kf.txt": DECIDED})
    (motion,) = made.archive.motions
    council = [one for one in motion.decisions if one.stage == "council"]
    assert [(one.outcome, one.editor is not None) for one in council] == [("rejected", True)]
    before = build(WHY + "titel: Motion om is\n", {"a/motion.txt": MOTION, "a/svar.txt": ANSWER, "a/kf.txt": DECIDED}).archive.motions[0]
    stated = [one for one in before.decisions if one.stage == "council"]
    assert [one.outcome for one in stated] == ["granted"]
    assert [fact.place for fact in edit(motion.edits, "beslut").stated] == [one.place for one in stated]
    assert len(told(made, "F405")) == 1


def test_two_stated_decisions_of_one_stage_are_two() -> None:
    """An editor's own rows never take each other's place."""
    motion, _ = case("beslut:\n  - {led: styrelse, utfall: återremiss}\n  - {led: styrelse, utfall: avslag}\n")
    assert [one.outcome for one in motion.decisions] == ["referred-back", "rejected"]


def test_two_cases_in_a_folder_are_not_one() -> None:
    """What is said of "the case" in a folder with two holds for neither, and is told; with a diary number it is that case's."""
    other = MOTION.replace("2021/45", "2020/9").replace("isbana", "badplats")
    texts = {"a/motion.txt": MOTION, "a/annan.txt": other}
    made = build(f"{WHY}titel: Motion om is\n", texts)
    assert [motion.title.status.value for motion in made.archive.motions] == ["stated", "stated"]
    assert [one.code for one in made.findings if one.file == "a/case.yml"] == ["F412"]


def test_an_answer_to_two_motions_does_not_hide_whose_folder_it_is() -> None:
    """A note speaks of the case whose motion lies beside it, also where an answer there treats another motion too."""
    other = MOTION.replace("2021/45", "2020/9").replace("isbana", "badplats").replace("isbanan", "badplatsen")
    both = "Parknämnden\n\nRemissvar på motion om en isbana i Ekvik, KS 2021/45, och motion om en badplats i Ekvik, KS 2020/9\n\nBeslut\nParknämnden avstyrker motionerna.\n"
    drafts = [draft_of(text, file) for file, text in {"a/motion.txt": MOTION, "a/svar.txt": both, "b/motion.txt": other}.items()]
    notes, _ = read_notes({"a/case.yml": f"{WHY}titel: Motion om is\n"}, {"a/motion.txt", "a/svar.txt"})
    cases = case_notes([drafts[:2], drafts[1:]], {}, notes)
    assert cases.findings == ()
    assert [[row.fact.value for row in words.get("titel", ())] for words in cases.words] == [["Motion om is"], []]


def test_two_notes_on_one_case_are_put_together() -> None:
    """What the notes of two folders say of one case holds together; what both say is the first one's, and is told."""
    texts = {"a/motion.txt": MOTION, "b/svar.txt": ANSWER}
    notes = {"a/case.yml": f"{WHY}titel: Motion om is\n", "b/case.yml": f"{WHY}titel: Motion om annat\ninlämnad: 2021-03-05\n"}
    said, _ = read_notes(notes, set(texts))
    made = make_archive([draft_of(text, file) for file, text in texts.items()], said, SETTINGS)
    (motion,) = made.archive.motions
    assert motion.title.value == "Motion om is"
    assert motion.filed is not None
    assert motion.filed.value == "2021-03-05"
    assert [(one.file, one.line) for one in made.findings if one.code == "F410"] == [("b/case.yml", 3)]


def test_a_note_without_documents_is_told_of() -> None:
    """A case.yml in a folder where nothing belongs to a case is a finding."""
    made = build(f"{WHY}titel: Motion om is\n", {"b/motion.txt": MOTION})
    assert [one.code for one in made.findings if one.file == "a/case.yml"] == ["F413"]


# --- words that cannot be meant as they stand ------------------------------------------------------------------------


def test_a_misspelt_body_does_not_replace_the_documents() -> None:
    """A name all but the same as a known body's is told of and not used: the document's own body stays."""
    response, made = answer("instans: Fritidsnmänden")
    assert response.bodies == ("fritidsnamnden",)
    assert response.edits == ()
    (finding,) = told(made, "F203")
    assert "Menade du ”Fritidsnämnden”? Uppgiften används inte." in finding.message
    assert told(made, "F405") == []


def test_a_body_of_its_own_is_used_though_no_register_has_it() -> None:
    """A name that is like no other is the editor's word, also where it only adds a word to a known body's."""
    for name in ("Skärgårdsrådet", "Norra fritidsnämnden"):
        response, made = answer(f"instans: {name}")
        assert [fact.value for fact in response.body_facts[:1]] == [name]
        assert told(made, "F203")
        assert not any("används inte" in one.message for one in told(made, "F203"))


def test_a_misspelt_body_of_a_case_is_neither_asked_nor_decides() -> None:
    """Among those asked and in a decision a misspelt name is told of and makes no body either."""
    motion, made = case(
        "remissinstanser:\n  - namn: Parknmänden\n    läge: svarade inte\nbeslut:\n  - led: styrelse\n    instans: Kommunstyrlesen\n    utfall: avslag\n"
    )
    assert {one.body for one in motion.referrals} == {"fritidsnamnden", "parknamnden"}
    assert {one.state for one in motion.referrals if one.body == "parknamnden"} == {"not-in-archive"}
    assert motion.decisions == ()
    assert [one.message.count("Uppgiften används inte.") for one in told(made, "F203")] == [1, 1]


UNKNOWN = "2021-05-03\n\nAngående en isbana i Ekvik, KS 2021/45\n\nVi är tveksamma till läget.\n"


def test_whose_a_document_is_makes_it_an_answer() -> None:
    """What is said only of answers makes a document that no rule knows an answer; without it the document has no place."""
    texts = {"a/motion.txt": MOTION, "a/lapp.txt": UNKNOWN}
    assert build(f"{WHY}filer:\n  lapp.txt:\n    datum-svar: 2021-05-03\n", texts).unplaced == ("a/lapp.txt",)
    made = build(f"{WHY}filer:\n  lapp.txt:\n    instans: Parknämnden\n    hållning: avstyrker\n", texts)
    (response,) = made.archive.responses
    assert (response.bodies, response.stance.value, response.document.file) == (("parknamnden",), "reject", "a/lapp.txt")
    assert made.unplaced == ()


def test_a_stance_of_a_motion_is_told_of() -> None:
    """What is said only of answers is not used for a document that is read as a motion, and staff are told."""
    made = build(f"{WHY}filer:\n  motion.txt:\n    hållning: avstyrker\n")
    (finding,) = told(made, "F403")
    assert "används inte" in finding.message
    assert "läses som motion" in finding.message


@pytest.mark.parametrize(("written", "meant"), [("avslår", "avstyrker"), ("bifaller", "tillstyrker"), ("tilstyrker", "tillstyrker")])
def test_a_strange_stance_gets_the_nearest_word(written: str, meant: str) -> None:
    """A stance in other words gets the word for what it means, not the one with the likest letters."""
    _, (finding,) = read_notes({"a/case.yml": f"{WHY}filer:\n  svar.txt:\n    hållning: {written}\n"}, {"a/svar.txt"})
    assert f"närmast ligger ”{meant}”" in finding.message
