"""What a motion asks for where its words run on in one paragraph, and where it says no "att"."""

from __future__ import annotations

import pytest

from generator.parse import parse
from tests.bundled import bundle

HEAD = "Motion av Anna Ek (C) om en isbana\n\nIsen ligger länge.\n\n"
FOOT = "\n\nAnna Ek (C)     Bo Alm (C)"


def _demands(text: str) -> list[str]:
    (part,) = bundle([("motion", HEAD + text + FOOT)])
    return [demand.text for demand in parse(part).demands]


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        (
            "Därför. Förslag till beslut i kommunfullmäktige: Fritidsnämnden får i uppdrag att ploga hamnen. Det ska ske varje vinter.",
            ["Fritidsnämnden får i uppdrag att ploga hamnen. Det ska ske varje vinter."],
        ),
        (
            "Kommunfullmäktige föreslås att besluta: 1. Hamnen plogas. 2. Belysning sätts upp den 1. december. 3. Kiosken öppnas.",
            ["Hamnen plogas.", "Belysning sätts upp den 1. december.", "Kiosken öppnas."],
        ),
        (
            "Förslag till beslut i kommunfullmäktige 1. Nämnden får i uppdrag att: a. ploga b. sanda 2. Isen mäts.",
            ["Nämnden får i uppdrag att: a. ploga b. sanda", "Isen mäts."],
        ),
        ("Kommunfullmäktige föreslås besluta: Att hamnen plogas. Att isen mäts.", ["Att hamnen plogas.", "Att isen mäts."]),
        ("Förslag till beslut i kommunfullmäktige:\n\nHamnen plogas.", ["Hamnen plogas."]),
        ("Förslag till beslut i kommunfullmäktige: 1. Hamnen plogas.\n\n2. Isen mäts.", ["Hamnen plogas.", "Isen mäts."]),
        (
            "Jag föreslår kommunfullmäktige besluta att hamnen plogas, samt att isen mäts.",
            ["att hamnen plogas", "att isen mäts."],
        ),
    ],
)
def test_demands_that_run_on(text: str, demands: list[str]) -> None:
    """Each point is a demand; a paragraph without points is one, whole; the names under it are none."""
    assert _demands(text) == demands


@pytest.mark.parametrize(
    "text",
    [
        "Ett förslag till beslut: det har funnits länge men ingen har läst det.",
        "Utredningen bör innehålla förslag till beslut i kommunfullmäktige och i nämnden.",
        "Kommunfullmäktige har beslutat att hamnen är stängd.",
    ],
)
def test_running_text_is_no_demand(text: str) -> None:
    """A sentence that only speaks of proposals or decisions asks for nothing."""
    assert _demands(text) == []


def test_a_demand_remembers_its_line() -> None:
    """A point in the middle of a paragraph is placed on the line of the file where the paragraph stands."""
    first, second = bundle([("other", "Ett försättsblad."), ("motion", HEAD + "Kommunfullmäktige föreslås besluta: 1. Ploga. 2. Mät isen." + FOOT)])
    (_, demand) = parse(second).demands
    assert second.part is not None
    assert second.part.first.line is not None
    assert demand.place.line is not None
    assert demand.place.line == second.part.first.line + 4
    assert demand.place.line > len(first.lines)


@pytest.mark.parametrize("lead", ["I kommunfullmäktige:", "Kommunfullmäktige beslutar:", "Till kommunfullmäktige:"])
def test_words_that_lead_into_the_points_are_no_demand(lead: str) -> None:
    """A line under the heading that only says who is to decide is no demand, and the first point keeps its number."""
    assert _demands(f"Förslag till beslut\n{lead}\n1. Hamnen får i uppdrag att ploga isen.\n2. Kiosken får i uppdrag att öppna.") == [
        "Hamnen får i uppdrag att ploga isen.",
        "Kiosken får i uppdrag att öppna.",
    ]
