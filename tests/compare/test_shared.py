"""Wording that answers share, what they quote from the motion, and what only one of them says."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.own import only_here
from generator.compare.shared import motion_quotes, own_share, shared_wording
from generator.model import Archive, Response, SectionKind
from tests.sample_archive import ARCHIVE, CASE, response, section

MOTION = ARCHIVE.motions[0]
SAME = "Förråden vid stationen byggs ut först när marken är sanerad, och det tar enligt kontoret minst tre år."
QUOTED = "Cyklisterna i Björkboda saknar trygga förråd. Varje vinter rostar hundratals cyklar utomhus."


def answer(name: str, *texts: str, bodies: tuple[str, ...] | None = None, kind: SectionKind = "assessment") -> Response:
    """An answer that says these things."""
    who = (name,) if bodies is None else bodies
    made = response(name, who, (section(kind, "", f"{name}.txt", 1, *texts),))
    return replace(made, id=f"{CASE}/{name}")


def archive(*answers: Response) -> Archive:
    """The sample's motion with these answers."""
    return replace(ARCHIVE, responses=answers)


def test_same_words() -> None:
    """A sentence that two answers have is shared, with both places word for word."""
    made = archive(answer("a", f"Vi har läst motionen. {SAME}"), answer("b", SAME), answer("c", "Vi håller inte med alls."))
    (found,) = shared_wording(made, MOTION)
    assert found.text == SAME.rstrip(".")
    assert found.owners == (f"{CASE}/a", f"{CASE}/b")
    assert (found.exact, found.from_motion, found.formula, found.words) == (True, False, False, 18)
    for span in found.spans:
        passages = {passage.id: passage.text for passage in made.response(span.owner).passages}
        assert passages[span.passage][span.start : span.end] == span.text == found.text


def test_nearly_the_same_words() -> None:
    """A word that differs is passed over, and the wording says that it is not exact."""
    (found,) = shared_wording(archive(answer("a", SAME), answer("b", SAME.replace("minst", "omkring"))), MOTION)
    assert not found.exact
    assert [span.text == SAME.rstrip(".") for span in found.spans] == [True, False]


def test_seven_words_are_too_few() -> None:
    """Seven words in common are no shared wording."""
    made = archive(answer("a", "Marken ska saneras innan något byggs där."), answer("b", "Marken ska saneras innan något byggs där."))
    assert shared_wording(made, MOTION) == ()


def test_opposite_words_are_not_shared() -> None:
    """Two sentences that differ in their verb of decision do not share what stands around it."""
    one, other = "Nämnden avstyrker förslaget då marken är dyr.", "Nämnden tillstyrker förslaget då marken är dyr."
    assert shared_wording(archive(answer("a", one), answer("b", other)), MOTION) == ()


def test_two_papers_of_a_body_are_one_voice() -> None:
    """What one body says in two papers, or in a joint answer and one of its own, is not shared by two."""
    assert not shared_wording(archive(answer("a", SAME), answer("a-2", SAME, bodies=("a",))), MOTION)
    assert not shared_wording(archive(answer("a", SAME), answer("b", SAME, bodies=("a", "b"))), MOTION)
    joined = archive(answer("a", SAME), answer("b", SAME), answer("ab", SAME, bodies=("a", "b")))
    assert not shared_wording(joined, MOTION)


def test_answer_without_a_sender_may_be_the_same_body() -> None:
    """An answer without a sender that mostly has another's words shares nothing; one that says much else does."""
    assert not shared_wording(archive(answer("a", SAME), answer("okand", SAME, bodies=())), MOTION)
    more = (
        "Räcket är löst på flera ställen och bör lagas av vaktmästaren innan skolstarten i augusti.",
        "Parkeringen vid torget används mest av dem som arbetar i stadshuset under dagen.",
        "Vakten i kuren hälsar glatt på alla som passerar grinden före frukost.",
        "Ingen har ännu frågat barnen vad de tycker om den nya leken bakom biblioteket.",
    )
    assert shared_wording(archive(answer("a", SAME, *more[:2]), answer("okand", SAME, *more[2:], bodies=())), MOTION)


def test_words_of_the_motion_are_told_apart() -> None:
    """What two answers quote from the motion is marked as the motion's, with its own place first."""
    (found,) = shared_wording(archive(answer("a", QUOTED), answer("b", f"De skriver: {QUOTED}")), MOTION)
    assert found.from_motion
    assert [span.owner for span in found.spans] == [CASE, f"{CASE}/a", f"{CASE}/b"]
    assert CASE not in found.owners


def test_one_answers_quotes() -> None:
    """What a single answer quotes from the motion is given apart, and is not shared wording."""
    made = archive(answer("a", QUOTED), answer("b", SAME))
    assert shared_wording(made, MOTION) == ()
    assert [quote.owners for quote in motion_quotes(made, MOTION)] == [(f"{CASE}/a",)]


def test_title_of_the_motion_is_no_wording() -> None:
    """Words that only name the motion and who filed it are a formula."""
    named = "Motion av Asta Lindqvist (Ö) och Egon Frisk om torra cyklar året runt"
    (found,) = shared_wording(archive(answer("a", named), answer("b", named)), MOTION)
    assert found.formula


def test_decisions_are_formulas_and_come_last() -> None:
    """Wording that stands among decisions only is a formula and comes after what is longer or shorter but argued."""
    decision = "Nämnden översänder kontorets utlåtande till styrelsen som sitt eget svar på remissen, och förklarar ärendet avslutat för sin egen del."
    both = [
        replace(answer(name, SAME), sections=(*answer(name, SAME).sections, *answer(name, decision, kind="decision").sections))
        for name in ("a", "b")
    ]
    assert [found.formula for found in shared_wording(archive(*both), MOTION)] == [False, True]


def test_reasons_under_a_decision_are_no_formula() -> None:
    """A paragraph after the decision itself, under the same heading, is the answers' own where it decides nothing."""
    made = archive(*(answer(name, f"Nämnden {verb} motionen.", SAME, kind="decision") for name, verb in (("a", "tillstyrker"), ("b", "bifaller"))))
    (found,) = shared_wording(made, MOTION)
    assert not found.formula


def test_how_a_paper_came_is_a_formula() -> None:
    """A short stretch on how the paper came or was handed on is a formula."""
    said = "Remissen ska vara besvarad och kansliet tillhanda senast den sista maj."
    (found,) = shared_wording(archive(answer("a", said), answer("b", said)), MOTION)
    assert found.formula


def test_wording_of_three_cases_is_a_formula() -> None:
    """Wording that several bodies share in three cases is a formula; in two it is not yet."""
    for count, formula in ((2, False), (3, True)):
        motions = tuple(replace(MOTION, id=f"m{number}") for number in range(count))
        answers = [replace(answer(name, SAME), id=f"{motion.id}/{name}", motion=motion.id) for motion in motions for name in "ab"]
        made = replace(ARCHIVE, motions=motions, responses=tuple(answers))
        assert [found.formula for found in shared_wording(made, motions[0])] == [formula]


def test_part_that_more_share() -> None:
    """Where three share half of what two share, both are told, each with everybody who says the whole of it."""
    more = "Dessutom behöver bron i norr målas om innan isen lägger sig på ån igen i höst."
    made = archive(answer("a", f"{SAME} {more}"), answer("b", f"{SAME} {more}"), answer("c", SAME))
    assert [(found.owners[-1][-1], found.words) for found in shared_wording(made, MOTION)] == [("c", 18), ("b", 34)]


def test_preparations_and_reports_are_no_answers() -> None:
    """A statement that sums up, and an answer that another paper only tells of, share nothing with anybody."""
    summed, told = replace(answer("a", SAME), role="preparation"), replace(answer("c", SAME), told=True)
    assert shared_wording(archive(summed, answer("b", SAME), told), MOTION) == ()


def test_struck_words_are_not_shared() -> None:
    """What is struck out is shared with nobody."""
    one = answer("a", SAME)
    struck = replace(one.sections[0], passages=tuple(replace(passage, struck=True) for passage in one.passages))
    assert shared_wording(archive(replace(one, sections=(struck,)), answer("b", SAME)), MOTION) == ()


def test_own_share() -> None:
    """An answer's own share is the part of its words that neither another answer nor the motion has."""
    made = archive(answer("a", SAME, "Det regnar på torget idag igen."), answer("b", SAME), answer("c", "Ingenting av det."))
    assert own_share(made, MOTION) == {f"{CASE}/a": 0.25, f"{CASE}/b": 0.0, f"{CASE}/c": 1.0}
    assert own_share(archive(answer("a", QUOTED)), MOTION) == {f"{CASE}/a": 0.0}


def test_what_only_one_says() -> None:
    """An answer's own words are nouns that no other answer has, shown in sentences that share nothing."""
    lake = "Kontoret vill i stället muddra hamnbassängen, eftersom hamnbassängens botten är full av båtvrak."
    first, second = only_here(archive(answer("a", SAME, lake), answer("b", SAME)), MOTION)
    assert "hamnbassäng" in first.words
    assert [span.text for span in first.spans] == [lake]
    assert (second.share, second.words, second.spans) == (0.0, (), ())


def test_single_answer_has_nothing_to_differ_from() -> None:
    """With one voice only nothing is said to be its own."""
    assert only_here(archive(answer("a", SAME)), MOTION) == ()


def test_other_motion() -> None:
    """A motion that is not in the archive has neither shared nor own wording."""
    stranger = replace(MOTION, id="annan")
    assert shared_wording(ARCHIVE, stranger) == motion_quotes(ARCHIVE, stranger) == ()
    assert only_here(ARCHIVE, stranger) == ()
    assert own_share(ARCHIVE, stranger) == {}
