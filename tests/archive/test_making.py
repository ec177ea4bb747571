"""From drafts to the archive: who is meant, what answers what, what is not here, and what is left open."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import pytest

from generator.archive import Built, make_archive
from generator.curation import read_notes
from generator.model import Body, Motion, Response, Settings
from tests.cases import draft_of

SETTINGS = Settings(
    bodies=(
        Body("fritidsnamnden", "Fritidsnämnden", "namnd", offices=("fritidsförvaltningen",), series=("FN",)),
        Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse"),
        Body("norrby-stadsdelsnamnd", "Norrby stadsdelsnämnd", "stadsdelsnamnd", aliases=("Norrby",)),
        Body("parknamnden", "Parknämnden", "namnd"),
        Body("sunds-stadsdelsnamnd", "Sunds stadsdelsnämnd", "stadsdelsnamnd", successor="norrby-stadsdelsnamnd"),
    )
)
MOTION = """Motion om en isbana i Ekvik
{head}
Vi föreslår kommunfullmäktige besluta
att kommunen bygger en isbana vid hamnen.

Anna Ek (M)
"""
FRITID = """Fritidsnämnden

Remissvar Motion om en isbana i Ekvik, KS 2021/45

Förslag till beslut
Nämnden tillstyrker motionen.

Bakgrund
Motionen har remitterats till fritidsnämnden, Norrby och Sunds stadsdelsnämnder och parknämnden för yttrande senast den 1 maj 2021.
"""
NAMELESS = """Yttrande över motion om en isbana i Ekvik, KS 2021/45

Förslag till beslut
Nämnden avstyrker motionen.
"""


def build(texts: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Built:
    """The archive of texts by file name, and of case files."""
    said, findings = read_notes(notes or {}, set(texts))
    assert findings == ()
    return make_archive([draft_of(text, file) for file, text in texts.items()], said, SETTINGS)


def _motion(made: Built) -> Motion:
    assert len(made.archive.motions) == 1
    return made.archive.motions[0]


def _response(made: Built, file: str) -> Response:
    return next(one for one in made.archive.responses if one.document.file == file)


def _codes(made: Built) -> dict[str, set[str]]:
    codes: dict[str, set[str]] = {}
    for finding in made.findings:
        codes.setdefault(finding.file or "", set()).add(finding.code)
    return codes


# --- cases --------------------------------------------------------------------------------------------------------


def test_documents_meet_by_diary_number() -> None:
    """A motion and an answer with the same diary number in two forms are one case, whatever the title."""
    made = build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "s.txt": "Remissvar, KS 2021:45\n\nBeslut\nParknämnden tillstyrker motionen.\n"})
    assert _motion(made).responses == ("ks-2021-45/parknamnden",)


def test_a_motion_without_a_number_is_met_by_its_title() -> None:
    """An answer finds a motion that bears no number by its title, and gives it the number as inferred."""
    made = build({"m.txt": MOTION.format(head=""), "s.txt": FRITID})
    motion = _motion(made)
    assert [(fact.value, fact.status) for fact in motion.diary_numbers] == [("KS 2021/45", "inferred")]
    assert motion.id == "ks-2021-45"


def test_two_numbers_never_meet_by_title() -> None:
    """The same title under two diary numbers is two cases, and the one without a motion says so."""
    made = build({"m.txt": MOTION.format(head="Dnr KS 2020/9"), "s.txt": FRITID})
    assert [motion.id for motion in made.archive.motions] == ["ks-2020-9", "ks-2021-45"]
    assert "F301" in _codes(made)["s.txt"]
    assert made.archive.motion("ks-2021-45").document is None


@pytest.mark.parametrize(
    ("folder", "head", "title", "cases"),
    [
        ("ett", "KS 2021/54", "en isbana i Ekvik", 1),
        ("annan", "KS 2021/54", "en isbana i Ekvik", 2),
        ("ett", "KS 2021/54", "en isbana i Ekvik vintertid", 2),
        ("ett", "KS 2020/7", "en isbana i Ekvik", 2),
    ],
)
def test_an_answer_with_a_number_that_no_motion_bears(folder: str, head: str, title: str, cases: int) -> None:
    """It goes to the only motion of its folder under the very same title, and the numbers stand against each other."""
    texts = {
        "ett/m.txt": MOTION.format(head="Dnr KS 2021/45"),
        "tre/m.txt": MOTION.format(head="Dnr KS 2020/7").replace("en isbana i Ekvik", "bänkar i parken vid ån"),
        f"{folder}/s.txt": FRITID.replace("en isbana i Ekvik, KS 2021/45", f"{title}, {head}"),
    }
    made = build(texts)
    motion = made.archive.motion(_response(made, f"{folder}/s.txt").motion)
    if cases == 1:
        assert motion.id == "ks-2021-45"
        assert "diary-number" in [one.kind for one in motion.discrepancies]
    else:
        assert motion.id != "ks-2021-45"


@pytest.mark.parametrize(("number", "cases"), [("45/21", 1), ("45/20", 2), ("46/21", 2)])
def test_a_number_without_its_series_meets_its_own(number: str, cases: int) -> None:
    """A number written without its series is the same one only by year, running number and title."""
    made = build({"m.txt": MOTION.format(head=f"Dnr {number}"), "s.txt": FRITID})
    assert len(made.archive.motions) == cases


def test_a_paper_with_the_boards_proposal_is_its_offices() -> None:
    """An office that writes the executive board's proposal to the council prepares the matter, in its own name."""
    office = """Kommunledningskontoret    Tjänsteskrivelse
2021-09-01    Dnr KS 2021/45

Svar på motion om en isbana i Ekvik

Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta att motionen avslås.

Bedömning
Kontoret ser inget behov av en isbana till.
"""
    made = build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "k.txt": office})
    prepared = _response(made, "k.txt")
    assert (prepared.role, prepared.bodies) == ("preparation", ("kommunledningskontoret",))
    (proposal,) = _motion(made).decisions
    assert (proposal.stage, proposal.body, proposal.outcome) == ("proposal", "kommunledningskontoret", "rejected")


def test_an_answer_that_fits_two_cases_is_set_aside() -> None:
    """An answer whose title fits two motions belongs to neither, with a finding that names both."""
    answer = "Remissvar Motion om en isbana i Ekvik\n\nBeslut\nParknämnden tillstyrker motionen.\n"
    made = build({"a.txt": MOTION.format(head="Dnr KS 2020/9"), "b.txt": MOTION.format(head="Dnr KS 2021/45"), "s.txt": answer})
    assert len(made.archive.motions) == 2
    assert made.archive.responses == ()
    assert made.unplaced == ("s.txt",)
    assert _codes(made)["s.txt"] == {"F304"}


def test_an_answer_with_neither_goes_with_its_folders_only_case() -> None:
    """An answer that gives neither number nor title belongs to the one case of its folder, and to none in a flat one."""
    answer = "Remissvar\n\nBeslut\nParknämnden tillstyrker motionen.\n\nÄrendets beredning\nÄrendet har beretts av staben.\n"
    made = build({"a/m.txt": MOTION.format(head="Dnr KS 2021/45"), "a/s.txt": answer})
    assert _motion(made).responses == ("ks-2021-45/parknamnden",)
    flat = build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "s.txt": answer})
    assert flat.unplaced == ("s.txt",)
    assert _codes(flat)["s.txt"] == {"F202"}


def test_two_motions_cannot_have_one_case() -> None:
    """The second motion that claims a case is set aside with a finding."""
    made = build({"a.txt": MOTION.format(head="Dnr KS 2021/45"), "b.txt": MOTION.format(head="Dnr KS 2021:45").replace("isbana", "lekplats")})
    assert made.unplaced == ("b.txt",)
    assert "F302" in _codes(made)["b.txt"]
    assert _motion(made).document is not None


def test_the_order_of_files_does_not_matter() -> None:
    """The same documents in any order give the same archive."""
    texts = {"m.txt": MOTION.format(head=""), "s.txt": FRITID, "u.txt": NAMELESS}
    made = {build(dict(order)).archive for order in permutations(texts.items())}
    assert len(made) == 1


def test_what_is_neither_motion_nor_answer_is_set_aside() -> None:
    """A document of another kind is in no case, with a finding."""
    made = build({"x.txt": "Mjölk\nBröd\n"})
    assert made.unplaced == ("x.txt",)
    assert _codes(made)["x.txt"] == {"F201"}
    assert made.archive.motions == ()


def test_a_case_without_its_motion_takes_its_title_from_the_answers() -> None:
    """Where only answers tell of a motion, its title is inferred from them, and it has no proposers of its own."""
    motion = _motion(build({"s.txt": FRITID, "u.txt": NAMELESS}))
    assert motion.document is None
    assert (motion.title.value, motion.title.status) == ("Motion om en isbana i Ekvik", "inferred")
    assert motion.proposers == ()


# --- senders ------------------------------------------------------------------------------------------------------


def test_a_stated_sender_is_stated() -> None:
    """A board that names itself is stated, with the words and the line."""
    fact = _response(build({"s.txt": FRITID}), "s.txt").body_facts[0]
    assert (fact.value, fact.status, fact.place.line if fact.place else 0) == ("Fritidsnämnden", "stated", 1)


def test_an_office_lets_its_board_be_inferred() -> None:
    """Where only the office speaks, the board is inferred, and the evidence is named."""
    text = NAMELESS + "\nÄrendets beredning\nÄrendet har beretts av enheten för is vid fritidsförvaltningen.\n"
    made = _response(build({"u.txt": text}), "u.txt")
    assert made.bodies == ("fritidsnamnden",)
    assert [fact.status for fact in made.body_facts] == ["inferred"]
    assert "fritidsförvaltningen" in made.body_facts[0].quote


def test_an_answer_that_names_nobody_is_nobodys() -> None:
    """An answer without a sender gets no body but those it could be: the asked ones whose answer is not here."""
    made = build({"m.txt": MOTION.format(head=""), "s.txt": FRITID, "u.txt": NAMELESS})
    nameless = _response(made, "u.txt")
    assert nameless.id == "ks-2021-45/okand-instans"
    assert nameless.bodies == ()
    assert nameless.possible_bodies == ("norrby-stadsdelsnamnd", "parknamnden")
    assert "F204" in _codes(made)["u.txt"]
    states = {one.body: (one.state, one.possible_responses) for one in _motion(made).referrals}
    assert states["parknamnden"] == ("not-in-archive", (nameless.id,))
    assert states["fritidsnamnden"] == ("answered", ())


def test_a_district_boards_answer_is_a_district_boards() -> None:
    """An answer signed by a district's director could only be a district board's."""
    text = NAMELESS + "\nVera Lind\nStadsdelsdirektör\n"
    made = build({"m.txt": MOTION.format(head=""), "s.txt": FRITID, "u.txt": text})
    assert _response(made, "u.txt").possible_bodies == ("norrby-stadsdelsnamnd",)


def test_two_stated_senders_that_differ_are_nobody() -> None:
    """A document that states one sender at the top and another in its decision has none that is certain."""
    text = "Fritidsnämnden\n\nYttrande över motion om en isbana i Ekvik, KS 2021/45\n\nBeslut\nParknämnden tillstyrker motionen.\n"
    assert _response(build({"u.txt": text}), "u.txt").bodies == ()


def test_a_joint_answer_is_everybodys() -> None:
    """A joint answer is one response of several bodies, and all of them have answered."""
    text = "Gemensamt yttrande från fritidsnämnden och parknämnden\nMotion om en isbana i Ekvik, KS 2021/45\n\nBeslut\nMotionen avstyrks.\n"
    made = build({"s.txt": FRITID.replace("Fritidsnämnden\n\n", "Norrby stadsdelsnämnd\n\n"), "u.txt": text})
    joint = _response(made, "u.txt")
    assert joint.id == "ks-2021-45/fritidsnamnden-och-parknamnden"
    answered = {one.body for one in _motion(made).referrals if one.response == joint.id}
    assert answered == {"fritidsnamnden", "parknamnden"}


def test_a_merged_body_is_asked_as_its_successor() -> None:
    """A body that was merged is asked as the one that took over, under both names."""
    made = build({"s.txt": FRITID})
    referral = next(one for one in _motion(made).referrals if one.body == "norrby-stadsdelsnamnd")
    assert len(referral.names) == 2
    assert {body.id for body in made.archive.bodies} >= {"sunds-stadsdelsnamnd", "norrby-stadsdelsnamnd"}


def test_a_second_answer_gets_a_number() -> None:
    """A second answer from the same body gets the same address with a number, in the order of the files."""
    made = build({"a.txt": FRITID, "b.txt": FRITID.replace("tillstyrker", "avstyrker")})
    assert [_response(made, name).id for name in ("a.txt", "b.txt")] == ["ks-2021-45/fritidsnamnden", "ks-2021-45/fritidsnamnden-2"]


def test_an_unknown_body_is_told_with_a_guess() -> None:
    """A body that is in no list is a body of its own, and staff are told what it may have meant."""
    made = build({"s.txt": FRITID.replace("Fritidsnämnden", "Fritdsnämnden")})
    finding = next(one for one in made.findings if one.code == "F203")
    assert "Menade du ”Fritidsnämnden”?" in finding.message
    assert not made.archive.body("fritdsnamnden").registered


# --- states -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "state"),
    [("Parknämnden har avstått från att svara.", "declined"), ("Parknämnden har inte svarat.", "silent"), ("", "not-in-archive")],
)
def test_silence_is_only_what_a_document_says(sentence: str, state: str) -> None:
    """A body is silent or has declined only where a document says so; else its answer is merely not here."""
    made = build({"s.txt": FRITID + f"\nRemissvaren\n{sentence}\n"})
    referral = next(one for one in _motion(made).referrals if one.body == "parknamnden")
    assert referral.state == state
    assert bool(referral.quote) == bool(sentence)


def test_an_answer_that_declines_is_declined() -> None:
    """A body whose answer is that it will not answer has declined."""
    text = "Parknämnden\n\nYttrande över motion om en isbana i Ekvik, KS 2021/45\n\nBeslut\nNämnden avstår från att yttra sig.\n"
    made = build({"s.txt": FRITID, "p.txt": text})
    referral = next(one for one in _motion(made).referrals if one.body == "parknamnden")
    assert (referral.state, referral.response) == ("declined", "ks-2021-45/parknamnden")


# --- the editor ---------------------------------------------------------------------------------------------------


def test_the_editors_word_is_curated_and_told_where_it_differs() -> None:
    """An editor's sender and stance are curated with their reason, and a difference from the document is a finding."""
    note = "filer:\n  s.txt:\n    instans: Parknämnden\n    hållning: avstyrker\n    skäl: Enligt registratorn.\n"
    made = build({"s.txt": FRITID}, {"case.yml": note})
    response = _response(made, "s.txt")
    assert response.bodies == ("parknamnden",)
    assert (response.body_facts[0].status, response.body_facts[0].reason) == ("curated", "Enligt registratorn.")
    assert (response.stance.value, response.stance.status) == ("reject", "curated")
    assert "F405" in _codes(made)["case.yml"]


def test_an_editor_can_place_a_document() -> None:
    """An editor's type and case place a document that says nothing of itself."""
    note = "filer:\n  x.txt:\n    typ: svar\n    ärende: KS 2021/45\n    instans: Parknämnden\n    skäl: Enligt registratorn.\n"
    made = build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "x.txt": "Vi har inget att säga.\n"}, {"case.yml": note})
    assert _motion(made).responses == ("ks-2021-45/parknamnden",)


def test_a_case_file_gives_the_case_its_facts() -> None:
    """An editor's number, title and day stand for the case, as curated."""
    note = "diarienummer: KS 2021/45\ntitel: Motion om is\ninlämnad: 2021-03-04\nskäl: Pärmen.\n"
    motion = _motion(build({"a/m.txt": MOTION.format(head="")}, {"a/case.yml": note}))
    assert motion.id == "ks-2021-45"
    assert motion.filed is not None
    assert {motion.title.status, motion.filed.status, motion.diary_numbers[0].status} == {"curated"}


def test_a_case_file_speaks_of_its_own_folder_only() -> None:
    """A case.yml does not name the documents of another folder."""
    note = "titel: Motion om is\nskäl: Pärmen.\n"
    made = build({"a/m.txt": MOTION.format(head="Dnr KS 2021/45"), "b/m.txt": MOTION.format(head="Dnr KS 2020/9")}, {"a/case.yml": note})
    assert [motion.title.status for motion in made.archive.motions] == ["stated", "curated"]


# --- what disagrees -----------------------------------------------------------------------------------------------


def test_documents_that_agree_have_no_discrepancy() -> None:
    """Where every document says the same, nothing is set side by side."""
    assert _motion(build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "s.txt": FRITID})).discrepancies == ()


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("1 maj 2021", "2 maj 2021", "deadline"),
        ("KS 2021/45", "KS 2021:45", "diary-number"),
        ("Motion om en", "Motion angående en", "title"),
        (" och parknämnden", "", "referral-list"),
    ],
)
def test_a_disagreement_is_set_side_by_side(was: str, now: str, kind: str) -> None:
    """Two answers that differ in one thing give that one discrepancy, with both values and their places."""
    other = FRITID.replace("Fritidsnämnden\n\n", "Norrby stadsdelsnämnd\n\n").replace(was, now)
    motion = _motion(build({"s.txt": FRITID, "t.txt": other}))
    assert [one.kind for one in motion.discrepancies] == [kind]
    values = motion.discrepancies[0].values
    assert len({fact.value for fact in values}) == 2
    assert {fact.place.file for fact in values if fact.place} == {"s.txt", "t.txt"}


def test_proposers_that_differ_are_set_side_by_side() -> None:
    """An answer that names others than the motion does is a discrepancy; the motion's own names stay."""
    answer = FRITID + "\nÄrendet\nMotionen är skriven av Bo Alm (S).\n"
    motion = _motion(build({"m.txt": MOTION.format(head="Dnr KS 2021/45"), "s.txt": answer}))
    assert [one.kind for one in motion.discrepancies] == ["proposers"]
    assert [one.name for one in motion.proposers] == ["Anna Ek"]


def test_a_day_without_a_year_takes_it_from_the_number() -> None:
    """A motion filed on a day without a year gets the year of its number, as inferred; without a number it has no day."""
    text = MOTION.format(head="").replace("Motion om", "Inlämnad till fullmäktige 4/3\nMotion om", 1)
    filed = _motion(build({"m.txt": text, "s.txt": FRITID})).filed
    assert filed is not None
    assert (filed.value, filed.status) == ("2021-03-04", "inferred")
    assert _motion(build({"m.txt": text})).filed is None


# --- what a second round of unseen documents taught ------------------------------------------------------------------


def test_a_registered_name_with_och_is_one_body() -> None:
    """A list that is cut at the "och" inside a registered name is put together again; other names stay apart."""
    water = Body("ekvik-vatten-och-avfall-ab", "Ekvik Vatten och Avfall AB", "bolag")
    text = FRITID.replace("parknämnden för", "parknämnden samt Ekvik Vatten och Avfall AB för")
    made = make_archive([draft_of(text, "svar.txt")], (), Settings(bodies=(*SETTINGS.bodies, water)))
    assert {one.body for one in _motion(made).referrals} == {
        "fritidsnamnden",
        "norrby-stadsdelsnamnd",
        "parknamnden",
        "ekvik-vatten-och-avfall-ab",
    }


def test_a_deadline_that_two_documents_give_keeps_both_places() -> None:
    """The same last day in two documents is kept once for each."""
    other = FRITID.replace("Fritidsnämnden\n", "Parknämnden\n", 1)
    made = _motion(build({"a.txt": FRITID, "b.txt": other}))
    assert [(fact.value, fact.place and fact.place.file) for fact in made.deadlines] == [
        ("2021-05-01", "a.txt"),
        ("2021-05-01", "b.txt"),
    ]


def test_a_board_that_is_named_goes_before_its_office() -> None:
    """Where the letterhead has the office and the decision its board, the sender is stated."""
    text = """Fritidsförvaltningen

Yttrande över motion om en isbana i Ekvik, KS 2021/45

Förslag till beslut
Fritidsnämnden överlämnar utlåtandet som svar på remissen.
"""
    answer = _response(build({"svar.txt": text}), "svar.txt")
    assert [(fact.value, fact.status) for fact in answer.body_facts] == [("Fritidsnämnden", "stated")]


def test_answers_to_motions_with_similar_titles_keep_apart() -> None:
    """An answer that cites the case of another motion with nearly its title stays with its own."""
    motion = "Motion om {what}\n\nVi föreslår kommunfullmäktige besluta\natt kommunen bygger mer.\n\nAnna Ek (M)\n"
    answer = """Parknämnden

Yttrande över motion om belysning vid kommunens isbanor

Ärendet
Nämnden har förut svarat på motion om belysning vid kommunens badplatser (KS 2019/1204).

Förslag till beslut
Nämnden tillstyrker motionen.
"""
    made = build(
        {
            "a.txt": motion.format(what="belysning vid kommunens isbanor"),
            "b.txt": motion.format(what="belysning vid kommunens badplatser") + "Dnr KS 2019/1204\n",
            "c.txt": answer,
        }
    )
    assert {one.title.value: len(one.responses) for one in made.archive.motions} == {
        "Motion om belysning vid kommunens badplatser": 0,
        "Motion om belysning vid kommunens isbanor": 1,
    }
