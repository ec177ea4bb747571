"""Which passage answers which demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.matching import answer_to, asked, demand_stances, with_demand_stances
from generator.compare.rarity import Rarity, rarity
from generator.model import Demand, DemandStance, Place, Response, Section, SectionKind, Status
from tests.sample_archive import ARCHIVE, CASE, response, section

DEMAND = Demand(1, "Kommunen bygger en inomhushall för skridskoåkning i Tallbacken.", Place("m.txt", None, 4))


def answer(*parts: tuple[SectionKind, str]) -> Response:
    """A response with one passage a section."""
    made: list[Section] = [section(kind, "", "svar.txt", 1 + 10 * at, text) for at, (kind, text) in enumerate(parts)]
    return response("svar", ("isnamnden",), tuple(made))


def test_assessment_answers() -> None:
    """A passage of the assessment with most of the demand's words answers it, and its score is a share."""
    found = answer_to(DEMAND, answer(("assessment", "Kontoret ser inget behov av en skridskohall i Tallbacken.")))
    assert found is not None
    assert found[0].text.startswith("Kontoret")
    assert 0.3 <= found[1] <= 1


@pytest.mark.parametrize("kind", ["background", "preparation", "matter", "equality"])
def test_retelling_sections_never_answer(kind: SectionKind) -> None:
    """The sections that retell the motion answer nothing, however many of its words they hold."""
    assert answer_to(DEMAND, answer((kind, f"Kontoret noterar: {DEMAND.text}"))) is None


@pytest.mark.parametrize(
    "opening",
    [
        "Motionären föreslår att",
        "I motionen föreslås att",
        "Vidare yrkas att",
        "Skribenterna vill att",
        "Motionen innehåller kravet att",
    ],
)
def test_retelling_sentences_never_answer(opening: str) -> None:
    """A sentence of the assessment that says what the motion proposes is not taken for the body's answer."""
    text = f"{opening} kommunen bygger en inomhushall för skridskoåkning i Tallbacken. Frågan är känd sedan länge."
    assert answer_to(DEMAND, answer(("assessment", text))) is None


def test_answer_after_a_retelling() -> None:
    """After a retelling sentence the body's own words count again from where it is named."""
    text = "Motionären vill bygga en inomhushall. Kontoret avråder från en inomhushall i Tallbacken."
    (stance,) = demand_stances([DEMAND], answer(("assessment", text)))
    assert stance.quote == "Kontoret avråder från en inomhushall i Tallbacken."


def test_items_under_a_retelling_never_answer() -> None:
    """List items that a retelling sentence introduces belong to the retelling."""
    made = answer(("assessment", "Motionären föreslår följande:"))
    item = replace(section("assessment", "", "svar.txt", 3, f"Att {DEMAND.text}").passages[0], style="item")
    first = made.sections[0]
    assert answer_to(DEMAND, replace(made, sections=(replace(first, passages=(*first.passages, item)),))) is None


def test_forwarding_decision_is_no_answer() -> None:
    """A decision that only hands the statement on does not answer a demand, even if it names the motion by its title."""
    text = (
        "Nämnden överlämnar tjänsteutlåtandet som svar på motionen om en inomhushall för skridskoåkning i Tallbacken."
    )
    assert answer_to(DEMAND, answer(("decision", text))) is None


def test_deciding_sentence_is_an_answer() -> None:
    """A decision that takes a stand on what the demand asks for answers it."""
    text = "Nämnden avstyrker motionen om en inomhushall för skridskoåkning i Tallbacken."
    assert answer_to(DEMAND, answer(("decision", text))) is not None


def test_assessment_before_summary() -> None:
    """The assessment is asked first, even if the summary holds more of the words."""
    found = answer_to(
        DEMAND,
        answer(
            ("summary", "Förvaltningen ser gärna en inomhushall för skridskoåkning i Tallbacken."),
            ("assessment", "Förvaltningen bedömer att en inomhushall i Tallbacken är rimlig."),
        ),
    )
    assert found is not None
    assert "rimlig" in found[0].text


def test_other_matters_are_no_answer() -> None:
    """A passage about something else gives None and not the least bad passage."""
    assert answer_to(DEMAND, answer(("assessment", "Kontoret förordar fler bänkar vid hamnen."))) is None


@pytest.mark.parametrize("text", ["", "Kommunstyrelsen beslutar att motionen bifalls.", "§ 12"])
def test_demand_without_content_has_no_answer(text: str) -> None:
    """A demand with nothing but words of procedure is matched to nothing."""
    assert answer_to(Demand(1, text, Place("m", None, 1)), answer(("assessment", "Kommunstyrelsen bifaller."))) is None


def test_quote_is_verbatim_with_its_line() -> None:
    """The quote is a sentence of the passage as it stands, with the file and line where it stands."""
    made = with_demand_stances(ARCHIVE)
    stance = made.response(f"{CASE}/tekniska-namnden").demand_stances[0]
    passages = {passage.id: passage for passage in made.response(f"{CASE}/tekniska-namnden").passages}
    assert stance.value == "unclear"
    assert stance.quote in passages[stance.passage].text
    assert stance.place == Place(f"{CASE}/tekniska-namnden.txt", None, 15)


def test_every_answer_has_a_stance_a_demand() -> None:
    """Each answer gets one stance for each demand of its motion; where a passage answers, its sentence and score are there."""
    for made in with_demand_stances(ARCHIVE).responses:
        assert [stance.demand for stance in made.demand_stances] == [1, 2]
        assert all(bool(stance.quote) == bool(stance.passage) == (stance.score > 0) for stance in made.demand_stances)


def test_editors_stance_stays() -> None:
    """A stance that is already there stays as it is; the sentence that answers is set beside it."""
    first = ARCHIVE.responses[0]
    curated = replace(first, demand_stances=(DemandStance(2, "reject", Status.CURATED, "Nej.", reason="Samtal"),))
    made = with_demand_stances(replace(ARCHIVE, responses=(curated, *ARCHIVE.responses[1:]))).responses[0]
    second = made.demand_stances[1]
    assert (second.value, second.status, second.quote, second.passage, second.reason) == ("reject", Status.CURATED, "Nej.", "", "Samtal")
    assert second.answer in {passage.id: passage.text for passage in made.passages}[second.answer_passage]
    assert second.score > 0
    assert made.demand_stances[0].demand == 1


def test_what_another_paper_tells_has_no_answer() -> None:
    """An answer that only another paper tells of has no passage that answers, whatever that paper says."""
    told = replace(answer(("assessment", "Kontoret avråder från en inomhushall i Tallbacken.")), told=True)
    assert demand_stances([DEMAND], told) == (DemandStance(1, "unclear"),)


def test_who_is_to_do_it_does_not_count() -> None:
    """The names of bodies and the words before the commission are no part of what is asked."""
    demand = "Kommunstyrelsen får i uppdrag att i samverkan med park- och naturnämnden plantera syrener."
    assert {one.lemma for one in asked(demand, ("park- och naturnämnden",))} >= {"plantera", "syren"}
    assert not {"naturnämnd", "park"} & {one.lemma for one in asked(demand, ("park- och naturnämnden",))}


def test_demand_of_nothing_but_a_body() -> None:
    """A demand that is a body's name and nothing more keeps its words."""
    assert asked("Lekplatsnämnden läggs ned.", ("lekplatsnämnden",))


def test_words_of_every_demand_tell_none_apart() -> None:
    """Where a motion has several demands, a passage that holds only what all of them say answers none of them."""
    both = [
        Demand(1, "Kommunen utreder var en skridskohall kan byggas.", Place("m", None, 1)),
        Demand(2, "Kommunen redovisar elnotan för en skridskohall.", Place("m", None, 2)),
    ]
    said = demand_stances(both, answer(("assessment", "Kontoret anser att en skridskohall är trevlig för alla.")))
    assert [stance.passage for stance in said] == ["", ""]


def test_verdict_on_the_only_demand() -> None:
    """Where the motion asks for one thing, a verdict on "the motion" beside a word of the demand answers it."""
    said = "Frågan om en skridskohall har väckts förr och prövats av flera instanser. Kontoret tillstyrker motionen."
    (stance,) = demand_stances([DEMAND], answer(("assessment", said)))
    assert stance.quote == "Kontoret tillstyrker motionen."
    assert demand_stances([DEMAND], answer(("assessment", "Kontoret tillstyrker motionen.")))[0].quote == ""


BOTH = [
    Demand(1, "Kommunen bygger en ishall i Tallbacken.", Place("m", None, 1)),
    Demand(2, "Kommunen öppnar ett kafé vid torget.", Place("m", None, 2)),
]


def test_decision_that_says_what_it_decides_on() -> None:
    """A decision that rejects what one demand asks for, in its words, is a stated stand on that demand alone."""
    first, second = demand_stances(BOTH, answer(("decision", "Nämnden avstyrker förslaget att bygga en ishall i Tallbacken.")))
    assert (first.value, first.status, first.score > 0) == ("reject", Status.STATED, True)
    assert first.quote == "Nämnden avstyrker förslaget att bygga en ishall i Tallbacken."
    assert second.value == "unclear"


@pytest.mark.parametrize(
    "said",
    [
        "Nämnden avstyrker inte förslaget att bygga en ishall i Tallbacken.",
        "Anna Ek yrkar att nämnden avstyrker förslaget att bygga en ishall i Tallbacken.",
        "Nämnden avstyrker förslaget om en ishall.",
        "Nämnden avstyrker att en ishall byggs i Tallbacken. Nämnden tillstyrker att en ishall byggs i Tallbacken.",
    ],
)
def test_decision_that_leaves_doubt(said: str) -> None:
    """A verdict that is denied, a party's, about too little of the demand, or taken back is no stand on it."""
    assert demand_stances(BOTH, answer(("decision", said)))[0].value == "unclear"


def test_heading_that_ran_into_its_paragraph() -> None:
    """A paragraph of a retelling section that opens with the words of a heading is the body's own from there on."""
    text = "Förvaltningens bedömning En skridskohall i Tallbacken bedöms kosta för mycket."
    found = answer_to(DEMAND, answer(("matter", text)))
    assert found is not None
    assert answer_to(DEMAND, answer(("matter", text.removeprefix("Förvaltningens bedömning ")))) is None


def test_describing_is_not_judging() -> None:
    """A passage that only describes must hold more of the demand than one in which the body weighs."""
    assert answer_to(DEMAND, answer(("assessment", "En skridskohall öppnade i Tallbacken i fjol."))) is None
    assert answer_to(DEMAND, answer(("assessment", "En skridskohall i Tallbacken bedöms vara för dyr."))) is not None


def test_preparations_get_none() -> None:
    """A statement that sums the answers up answers no demand itself."""
    summed = replace(ARCHIVE.responses[0], role="preparation")
    assert with_demand_stances(replace(ARCHIVE, responses=(summed,))).responses[0].demand_stances == ()


def test_rarity_counts_cases() -> None:
    """A word weighs more the fewer cases hold it, and half where it stands in the motion's title."""
    known = Rarity(3, {"cykel": 3, "garage": 1}, {"x": frozenset({"garage"})})
    assert known.weight("okänt", "y") > known.weight("cykel", "y")
    assert known.weight("garage", "x") == known.weight("garage", "y") / 2
    assert rarity(ARCHIVE).cases == 1
