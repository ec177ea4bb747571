"""Who was asked, in which round, and what became of the question: states, groups, rounds, and cases that nobody was asked in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.archive import Built, make_archive
from generator.model import Body, Motion, Settings
from generator.pages.context import of
from generator.pages.counted import asked_in_words, count_in_words
from generator.pages.gaps import gaps
from generator.pages.roll import in_rounds, roll_call
from generator.parse import parse
from tests.cases import draft_of
from tests.parse.made import line, unpaged

SETTINGS = Settings(
    bodies=(
        Body("fritidsnamnden", "Fritidsnämnden", "namnd", offices=("fritidsförvaltningen",)),
        Body("hamn-ab", "Hamn AB", "bolag"),
        Body("kommunstyrelsen", "Kommunstyrelsen", "styrelse", offices=("kommunledningskontoret",)),
        Body("kulturnamnden", "Kulturnämnden", "namnd"),
        Body("parknamnden", "Parknämnden", "namnd"),
        Body("skolnamnden", "Skolnämnden", "namnd"),
    )
)
MOTION = """Motion om en isbana i hamnen
Dnr KS 2021/45

Vi föreslår kommunfullmäktige besluta
att kommunen bygger en isbana i hamnen.

Anna Ek (M)
"""
OFFICE = """Kommunledningskontoret

Tjänsteutlåtande
Dnr KS 2021/45

Motion om en isbana i hamnen

Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta att motionen avslås.

Ärendets beredning
{told}
"""
ANSWER = """{body}

Remissvar Motion om en isbana i hamnen, KS 2021/45

Beslut
{body} tillstyrker motionen.

Bakgrund
{told}
"""
ASKED = "Motionen har remitterats till fritidsnämnden, kulturnämnden, parknämnden och Hamn AB för yttrande."


def build(texts: Mapping[str, str]) -> Built:
    """The archive of texts by file name."""
    return make_archive([draft_of(text, file) for file, text in texts.items()], (), SETTINGS)


def motion_of(texts: Mapping[str, str]) -> Motion:
    """The only motion of texts by file name."""
    (motion,) = build({"m.txt": MOTION, **texts}).archive.motions
    return motion


def states(texts: Mapping[str, str]) -> dict[str, str]:
    """By body, what became of the question; a second round's are marked."""
    return {one.body + ("" if one.round == 1 else " 2"): one.state for one in motion_of(texts).referrals}


def counted(texts: Mapping[str, str]) -> str:
    """The roll-call of the only motion in words."""
    made = build({"m.txt": MOTION, **texts})
    context = of(made.archive, SETTINGS, ())
    return count_in_words(made.archive.motions[0], roll_call(context, made.archive.motions[0]))


def answer(body: str, told: str = "Isen är hal.") -> str:
    """An answer of ``body``."""
    return ANSWER.format(body=body, told=told)


# --- states -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Samtliga remissinstanser har svarat utom parknämnden.", "silent"),
        ("Från parknämnden har inget svar inkommit.", "silent"),
        ("Parknämnden svarade inte.", "silent"),
        ("Parknämnden har avböjt att yttra sig.", "declined"),
        ("En instans svarade inte.", "not-in-archive"),
        ("Parknämnden har inte svarat på frågan om isens tjocklek.", "not-in-archive"),
        ("Svar har inkommit från parknämnden.", "not-in-archive"),
    ],
)
def test_a_state_is_what_a_document_says(sentence: str, state: str) -> None:
    """A body is silent or declined only where a sentence says so of its answer to the referral."""
    assert states({"o.txt": OFFICE.format(told=f"{ASKED} {sentence}")})["parknamnden"] == state


def test_an_unnamed_silence_is_nobodys() -> None:
    """That one body did not answer is kept as a count with its quote, and no body is made silent by it, not even the last one."""
    texts = {f"{name}.txt": answer(name) for name in ("Fritidsnämnden", "Kulturnämnden", "Hamn AB")}
    motion = motion_of({**texts, "o.txt": OFFICE.format(told=f"{ASKED} En instans svarade inte.")})
    assert motion.unnamed_silent is not None
    assert (motion.unnamed_silent.value, motion.unnamed_silent.quote) == ("1", "En instans svarade inte.")
    assert {one.state for one in motion.referrals} == {"answered", "not-in-archive"}


def test_a_told_answer_that_is_not_here_keeps_its_sentence() -> None:
    """Where a document says that an answer came, the row says so beside the fact that it is not here."""
    motion = motion_of({"o.txt": OFFICE.format(told=f"{ASKED} Svar har inkommit från parknämnden.")})
    (park,) = [one for one in motion.referrals if one.body == "parknamnden"]
    assert (park.state, park.quote) == ("not-in-archive", "Svar har inkommit från parknämnden.")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Två av remissinstanserna har inte svarat.", "2"),
        ("Från en instans har inget svar inkommit.", "1"),
        ("Samtliga instanser utom en har svarat.", "1"),
        ("Tre av fyra remissinstanser har svarat.", "1"),
        ("Tre av fyra remissinstanser har svarat att de avstyrker motionen.", ""),
        ("Fyra av fyra remissinstanser har svarat.", ""),
        ("En instans, parknämnden, svarade inte.", ""),
    ],
)
def test_how_many_were_silent_is_read_where_nobody_is_named(sentence: str, count: str) -> None:
    """The number of those that sent no answer is what the sentence counts; a sentence that names them counts none."""
    fact = motion_of({"o.txt": OFFICE.format(told=f"{ASKED} {sentence}")}).unnamed_silent
    assert (fact.value if fact else "") == count


# --- who was asked ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        "Kommunstyrelsen har remitterat motionen till nämnden.",
        "Nämnden har beretts tillfälle att yttra sig över motionen.",
        "Kommunstyrelsen har inkommit med en remiss om motionen.",
        "Nämnden har fått motionen på remiss från kommunstyrelsen.",
    ],
)
def test_whoever_says_that_it_was_asked_was_asked(told: str) -> None:
    """An answer whose text says that its own board was asked counts its sender, and not only the one that is named elsewhere."""
    texts = {"f.txt": answer("Fritidsnämnden", "Motionen har remitterats till fritidsnämnden."), "p.txt": answer("Parknämnden", told)}
    assert states(texts) == {"fritidsnamnden": "answered", "parknamnden": "answered"}
    assert counted(texts).startswith("Två tillfrågades. Båda har svarat.")


def test_a_heading_is_too_little_against_a_list() -> None:
    """Who answers without standing in the office's list is not counted as asked by its heading alone."""
    told = OFFICE.format(told="Motionen har remitterats till fritidsnämnden och parknämnden för yttrande.")
    assert "skolnamnden" not in states({"o.txt": told, "s.txt": answer("Skolnämnden")})
    assert set(states({"f.txt": answer("Fritidsnämnden"), "p.txt": answer("Parknämnden")})) == {"fritidsnamnden", "parknamnden"}


def test_a_row_of_the_offices_table_was_asked() -> None:
    """Without a list in words the bodies of the office's table are those that were asked, one that sent nothing among them."""
    rows = ("Remissinstans | Beslut", "Parknämnden | Avstyrker", "Hamn AB | Inget svar")
    head = ("Kommunledningskontoret", "Tjänsteutlåtande", "Motion om en isbana i hamnen, KS 2021/45")
    lines = [*(line(text) for text in head), line("Remissvaren", "heading"), *(line(row, "row", level=1) for row in rows)]
    office = parse(unpaged(*lines))
    (motion,) = make_archive([draft_of(MOTION, "m.txt"), office], (), SETTINGS).archive.motions
    assert {one.body: one.state for one in motion.referrals} == {"parknamnden": "answered", "hamn-ab": "silent"}


def test_a_group_stays_its_words() -> None:
    """A group is no body: nobody is put into it, it is told as it stands, and the count says at least."""
    motion = motion_of({"o.txt": OFFICE.format(told="Motionen har remitterats till kulturnämnden samt samtliga stadsdelsnämnder.")})
    assert [one.body for one in motion.referrals] == ["kulturnamnden"]
    assert [fact.value for fact in motion.asked_groups] == ["samtliga stadsdelsnämnder"]
    assert asked_in_words(motion) == "Minst en tillfrågades."


def test_an_open_list_is_closed_by_a_whole_one() -> None:
    """ "Bland andra" leaves a list open unless another document names them all."""
    part = answer("Kulturnämnden", "Motionen har skickats på remiss till bland andra kulturnämnden.")
    assert asked_in_words(motion_of({"k.txt": part})) == "Minst en tillfrågades."
    assert asked_in_words(motion_of({"k.txt": part, "o.txt": OFFICE.format(told=ASKED)})) == "Fyra tillfrågades."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Motionen har inte remitterats.", "Motionen skickades inte på remiss, enligt ett dokument här."),
        ("Inga remissinstanser har hörts.", "Motionen skickades inte på remiss, enligt ett dokument här."),
        ("Motionen har inte skickats på remiss till pensionärsrådet.", "Vilka som tillfrågades framgår inte av dokumenten."),
        ("Motionen borde inte ha avslagits.", "Vilka som tillfrågades framgår inte av dokumenten."),
    ],
)
def test_that_nobody_was_asked_is_stated(told: str, said: str) -> None:
    """Only words that say it of all make a motion one that was never referred."""
    assert asked_in_words(motion_of({"o.txt": OFFICE.format(told=told)})) == said


def test_without_words_nothing_is_said_of_a_referral() -> None:
    """A motion alone is not said to have been sent out, nor not to have been."""
    assert asked_in_words(motion_of({})) == "Inget dokument här säger att motionen skickades på remiss."


# --- rounds -------------------------------------------------------------------------------------------------------

TWICE = (
    "Motionen remitterades den 3 mars 2021 till kulturnämnden och parknämnden för yttrande senast den 1 juni 2021. "
    "Den 10 maj 2022 har motionen på nytt remitterats till kulturnämnden och Hamn AB med svar senast den 1 september 2022. Hamn AB svarade inte."
)
MINUTES = "Kulturnämnden\nProtokollsutdrag {day}\n\nYttrande över motion om en isbana i hamnen, KS 2021/45\n\nBeslut\nKulturnämnden {says} motionen.\n"


def test_a_motion_may_be_referred_twice() -> None:
    """Each round has its own bodies, answers, states and last day; the two days do not disagree."""
    texts = {
        "o.txt": OFFICE.format(told=TWICE),
        "k1.txt": MINUTES.format(day="2021-05-20", says="tillstyrker"),
        "k2.txt": MINUTES.format(day="2022-08-25", says="avstyrker"),
    }
    motion = motion_of(texts)
    assert states(texts) == {"kulturnamnden": "answered", "parknamnden": "not-in-archive", "kulturnamnden 2": "answered", "hamn-ab 2": "silent"}
    answers = {one.round: one.response for one in motion.referrals if one.body == "kulturnamnden"}
    assert len(set(answers.values())) == 2
    assert {(one.round, one.deadline.value) for one in motion.referrals if one.deadline} == {(1, "2021-06-01"), (2, "2022-09-01")}
    assert "deadline" not in {one.kind for one in motion.discrepancies}
    made = build({"m.txt": MOTION, **texts})
    context = of(made.archive, SETTINGS, ())
    assert [name for name, _ in in_rounds(roll_call(context, motion))] == ["Första remissomgången", "Andra remissomgången"]
    assert counted(texts) == (
        "Tre tillfrågades: två i första remissomgången och två i andra remissomgången. "
        "I första remissomgången har en svarat och ett svar saknas i arkivet. I andra remissomgången har en svarat och en svarade inte, enligt dokumenten."
    )


def test_whoever_answers_anew_was_asked_before() -> None:
    """Where only the second asking is told of, an earlier answer of the same body is the first round's."""
    first = answer("Kulturnämnden").replace("Kulturnämnden\n", "Kulturnämnden\nProtokollsutdrag\nSammanträdesdatum 2020-03-04\n", 1)
    anew = first.replace("2020-03-04", "2021-02-10").replace("Isen är hal.", "Motionen har på nytt remitterats till kulturnämnden för yttrande.")
    found = [(one.round, one.response) for one in motion_of({"m.txt": MOTION, "a.txt": first, "b.txt": anew}).referrals]
    assert [number for number, _ in found] == [1, 2]
    assert found[0][1] != found[1][1]


def test_two_last_days_are_no_second_round() -> None:
    """Without words of a second time two deadlines disagree, and there is one round."""
    told = "Motionen har remitterats till parknämnden för yttrande senast den {day}."
    texts = {"p.txt": answer("Parknämnden", told.format(day="1 maj 2021")), "o.txt": OFFICE.format(told=told.format(day="9 maj 2021"))}
    motion = motion_of(texts)
    assert {one.round for one in motion.referrals} == {1}
    assert [one.kind for one in motion.discrepancies] == ["deadline"]


def test_a_body_that_decides_twice_far_apart_was_asked_twice() -> None:
    """Two minutes of one body half a year apart or more are answers in two rounds; a month apart they are not."""
    near = {"k1.txt": MINUTES.format(day="2021-05-20", says="tillstyrker"), "k2.txt": MINUTES.format(day="2021-06-20", says="avstyrker")}
    far = {"k1.txt": MINUTES.format(day="2021-05-20", says="tillstyrker"), "k2.txt": MINUTES.format(day="2022-06-20", says="avstyrker")}
    office = {"o.txt": OFFICE.format(told="Motionen har remitterats till kulturnämnden.")}
    assert states(near | office) == {"kulturnamnden": "answered"}
    assert states(far | office) == {"kulturnamnden": "answered", "kulturnamnden 2": "answered"}


# --- the count in words, and what is missing ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "answers", "said"),
    [
        ("", ("Fritidsnämnden", "Kulturnämnden", "Parknämnden", "Hamn AB"), "Fyra tillfrågades. Alla fyra har svarat."),
        ("", (), "Fyra tillfrågades. Fyra svar saknas i arkivet."),
        ("Parknämnden svarade inte.", ("Fritidsnämnden",), "Fyra tillfrågades. En har svarat, en svarade inte, enligt dokumenten, och två svar saknas i arkivet."),
        (
            "Parknämnden svarade inte. Hamn AB har avstått från att svara.",
            ("Fritidsnämnden", "Kulturnämnden"),
            "Fyra tillfrågades. Två har svarat, en avstod från att svara och en svarade inte, enligt dokumenten.",
        ),
        (
            "En instans svarade inte.",
            ("Fritidsnämnden", "Skolnämnden"),
            "Fyra tillfrågades. En har svarat och tre svar saknas i arkivet. Dessutom har en svarat utan att stå bland de tillfrågade. "
            "En instans svarade inte, enligt ett dokument som inte säger vilken.",
        ),
    ],
)
def test_the_count_is_right_in_every_mix(told: str, answers: tuple[str, ...], said: str) -> None:
    """The sentences of the roll-call add up, whatever became of each question."""
    assert counted({"o.txt": OFFICE.format(told=f"{ASKED} {told}")} | {f"{name}.txt": answer(name) for name in answers}) == said


def test_gaps_are_told_in_plain_words() -> None:
    """What is missing is listed: the answers, what was silent without a name, and the council's decision."""
    made = build({"m.txt": MOTION, "o.txt": OFFICE.format(told=f"{ASKED} En instans svarade inte."), "f.txt": answer("Fritidsnämnden")})
    context = of(made.archive, SETTINGS, ())
    found = [(gap.text.partition("|")[0], [label for label, _ in gap.links]) for gap in gaps(context, made.archive.motions[0])]
    assert found == [
        ("Svaren från tre tillfrågade finns inte här:", ["Hamn AB", "Kulturnämnden", "Parknämnden"]),
        ("Ett dokument säger att något svar inte kom, men inte från vem.", []),
        ("Fullmäktiges beslut finns inte i arkivet.", []),
    ]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"o.txt": OFFICE.format(told=ASKED)}, "F313"),
        ({"o.txt": OFFICE.format(told="Motionen har remitterats till samtliga stadsdelsnämnder.")}, "F315"),
        ({"o.txt": OFFICE.format(told=TWICE), "k.txt": answer("Kulturnämnden")}, "F316"),
        ({"o.txt": OFFICE.format(told=f"{ASKED} En instans svarade inte.")}, "F317"),
        ({"k.txt": answer("Kulturnämnden").replace("KS 2021/45", "KS 2021/45, och motion om en bastu på ön, KS 2021/46")}, "F314"),
    ],
)
def test_staff_are_told_what_is_missing(texts: dict[str, str], code: str) -> None:
    """Each gap is a finding of its own, and none of them where the answer is here and tells what is needed."""
    assert code in {finding.code for finding in build({"m.txt": MOTION, **texts}).findings}
    plain = build({"m.txt": MOTION, "p.txt": answer("Parknämnden", "Motionen har remitterats till parknämnden.")})
    assert {finding.code for finding in plain.findings}.isdisjoint({"F313", "F314", "F315", "F316", "F317"})
