"""The overview: what its pictures and tables say is what can be counted in the archive."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from statistics import median
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from generator.labels import STANCES
from generator.model import Archive, Fact, Motion, Place, Response, Settings, Status
from generator.pages import overview, words
from generator.pages.context import of
from generator.pages.decided import decided
from generator.pages.outcomes import RESULTS, result_of
from generator.pages.years import year_of
from tests.charts import full
from tests.charts.drawn import assert_fits, read
from tests.charts.made_up import archives
from tests.pages import sample

FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
Rows = dict[str, list[str]]


def _page(archive: Archive) -> str:
    (page,) = overview.pages(of(archive, Settings(site_name="Arkivet"), ()))
    return page.text


def _sections(archive: Archive) -> dict[str, str]:
    found = re.split(r"^## (.*)$", _page(archive), flags=re.MULTILINE)
    return {unescape(heading): text for heading, text in zip(found[1::2], found[2::2], strict=True)}


def _rows(section: str) -> Rows:
    """The rows of the table in a section, by their heads."""
    figure = FIGURE.search(section)
    if not figure:
        return {}
    rows = [["".join(cell.itertext()) for cell in row] for row in ET.fromstring(figure[0]).iter("tr")]  # noqa: S314 - our own page
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows[1:]}


def _ints(rows: Rows, at: int) -> dict[str, int]:
    return {head: _int(cells[at]) for head, cells in rows.items()}


def _int(cell: str) -> int:
    return 0 if cell in {"–", "inga"} else int(cell.replace("\u00a0", ""))


def _own(archive: Archive) -> list[Response]:
    return [one for one in archive.responses if one.role == "answer" and not one.told]


def _whole(fact: Fact | None) -> date | None:
    try:
        return date.fromisoformat(fact.value) if fact and len(fact.value) == 10 else None
    except ValueError:
        return None


@settings(max_examples=60, deadline=None)
@given(archives())
def test_every_picture_is_whole(archive: Archive) -> None:
    """Whatever the archive holds, each figure is well-formed, its drawings fit, and every id of the page occurs once."""
    text = _page(archive)
    for figure in FIGURE.findall(text):
        ET.fromstring(figure)  # noqa: S314 - our own page
        drawn = re.findall(r"<svg.*?</svg>", figure)
        assert drawn
        for svg in drawn:
            assert_fits(read(svg))
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert "style=" not in text


@settings(max_examples=60, deadline=None)
@given(archives())
def test_stances_are_counted_once_an_answer(archive: Archive) -> None:
    """The first picture counts each answer that is here once, by its stance."""
    counts = Counter(words.upper_first(STANCES[one.stance.value]) for one in _own(archive))
    section = _sections(archive).get("Vad svarar instanserna?", "")
    assert _ints(_rows(section), 0) == counts


@settings(max_examples=60, deadline=None)
@given(archives())
def test_bodies_are_counted_with_what_they_share(archive: Archive) -> None:
    """The rows of bodies and the row of the others come to the answers of each body, a joint one with each of them."""
    names = {body.id: words.upper_first(body.name) for body in archive.bodies}
    counts = Counter(names[body] for one in _own(archive) for body in one.bodies)
    found = _ints(_rows(_sections(archive).get("Vilka instanser svarar vad?", "")), 0)
    rest = {head: count for head, count in found.items() if head.startswith("Övriga ")}
    assert all(counts[head] == count for head, count in found.items() if head not in rest)
    assert sum(found.values()) == counts.total()
    assert len(found) == min(len(counts), overview.SHOWN + 1)


@settings(max_examples=60, deadline=None)
@given(archives())
def test_years_are_the_years_of_motions_and_answers(archive: Archive) -> None:
    """The table of years has every motion and every answer whose year is known, in its year, and no other."""
    rows = _rows(_sections(archive).get("Motioner och svar, år för år", ""))
    motions = Counter(f"{year:04}" for one in archive.motions if (year := year_of(one)[0]))
    answers = Counter(given for one in _own(archive) if (given := words.year(one.date)))
    assert +Counter(_ints(rows, 0)) == motions
    assert +Counter(_ints(rows, 1)) == answers


@settings(max_examples=100, deadline=None)
@given(archives())
def test_waits_are_measured_between_days_that_are_stated(archive: Archive) -> None:
    """Each year's waits are those from a stated day of filing to a stated date; the others are told by their number."""
    motions = {one.id: one for one in archive.motions}
    waits: dict[str, list[int]] = {}
    left = 0
    for one in _own(archive):
        filed = motions[one.motion].filed
        first, last = _whole(filed), _whole(one.date)
        if first and last and first <= last and Status.INFERRED not in {filed and filed.status, one.date and one.date.status}:
            waits.setdefault(f"{last.year:04}", []).append((last - first).days)
        else:
            left += 1
    section = _sections(archive).get("Hur länge dröjer svaren?", "")
    rows = _rows(section)
    assert +Counter(_ints(rows, 0)) == {year: len(values) for year, values in waits.items()}
    for year, values in waits.items():
        assert [_int(rows[year][1]), _int(rows[year][3])] == [min(values), max(values)]
        assert float(rows[year][2].replace("\u00a0", "").replace(",", ".")) == median(values)
    said = {**{words.upper_first(words.answers(count)): count for count in range(1, 40)}}
    told = [said[words_] for words_ in re.findall(r">([^<>]*? svar) är inte med", section.replace("&#58;", ":"))]
    assert not waits or sum(told) == left


@settings(max_examples=60, deadline=None)
@given(archives())
def test_questions_are_counted_once_a_motion_and_body(archive: Archive) -> None:
    """What became of the questions comes to as many as were asked, and those with an answer here are the ones that have one."""
    section = _sections(archive).get("Finns svaren här?", "")
    figure = FIGURE.search(section)
    asked = sum(len({one.body for one in motion.referrals}) for motion in archive.motions)
    assert bool(figure) is bool(asked)
    if not figure:
        return
    responses = {one.id: one for one in archive.responses}
    heads = ["".join(cell.itertext()) for cell in next(ET.fromstring(figure[0]).iter("tr"))]  # noqa: S314 - our own page
    rows = _rows(section)
    assert sum(_ints(rows, 0).values()) == asked
    assert sum(sum(_ints(rows, at).values()) for at in range(1, len(heads) - 1)) == asked
    here = sum(
        any(one.body == body and one.response and responses[one.response].role == "answer" and not responses[one.response].told for one in motion.referrals)
        for motion in archive.motions
        for body in {one.body for one in motion.referrals}
    )
    assert (sum(_ints(rows, heads.index("Svar här") - 1).values()) if "Svar här" in heads else 0) == here


@settings(max_examples=60, deadline=None)
@given(archives())
def test_every_motion_has_one_outcome(archive: Archive) -> None:
    """The outcomes come to the motions, each where the sentence on its own page puts it."""
    counts = Counter(RESULTS[result_of(motion)] for motion in archive.motions)
    assert _ints(_rows(_sections(archive).get("Vad blev det av motionerna?", "")), 0) == counts
    for motion in archive.motions:
        settled = result_of(motion) in {"granted", "rejected", "considered-answered", "partly"}
        assert settled is decided(motion).startswith(("Bifölls", "Avslogs", "Ansågs"))
        assert (result_of(motion) == "none") is (decided(motion) == "Inget beslut finns i arkivet.")


def test_an_empty_archive_has_a_page_without_pictures() -> None:
    """An archive with nothing in it gets a page that says so."""
    text = _page(Archive())
    assert "<figure" not in text
    assert "Arkivet är tomt ännu" in text


def test_a_body_s_name_is_text() -> None:
    """What a body is called is shown letter for letter and is never markup."""
    answer = next(one for one in sample.ARCHIVE.responses if len(one.bodies) == 1)
    bodies = tuple(type(body)(body.id, 'Nämnd <script>1</script> *a* "b"', body.kind) if body.id == answer.bodies[0] else body for body in sample.BODIES)
    text = _page(Archive(sample.MOTIONS, sample.RESPONSES, bodies, ()))
    assert "<script" not in text.partition("---\n\n")[2]
    (figure,) = [one for one in FIGURE.findall(text) if "instans-1" in one]
    assert 'Nämnd <script>1</script> *a* "b"' in "".join(ET.fromstring(figure).itertext())  # noqa: S314 - our own page


def test_the_same_archive_gives_the_same_page() -> None:
    """The page is a function of the archive."""
    assert _page(sample.ARCHIVE) == _page(sample.ARCHIVE)


def test_years_far_apart_do_not_make_a_thousand_columns() -> None:
    """A year that some document got wrong takes no room from the others, and the table still has it."""
    fact = Fact("0203-01-01", Status.STATED, "q", Place("x.txt", None, 1))
    motions = tuple(Motion(f"m{at}", fact, filed=Fact(f"{year}-01-01", Status.STATED, "q", fact.place)) for at, year in enumerate((203, 2019, 2020, 2021, 9999), 1) if year > 999)
    section = _sections(Archive((*motions, Motion("m9", fact, filed=fact))))["Motioner och svar, år för år"]
    assert section.count("<text") < 20
    assert _ints(_rows(section), 0) == {"0203": 1, "2019": 1, "2020": 1, "2021": 1, "9999": 1}
    assert "Bilden visar 2019–2021." in unescape(section)


@pytest.mark.parametrize("years", [7, 30, 60])
def test_the_page_is_light_whatever_the_archive(years: int) -> None:
    """No row of years, bodies and stances makes the page weigh more than 90 kB beyond its words."""
    text = _page(full.archive(years))
    words_ = unescape(re.sub(r"<[^>]*>", "", text))
    assert len(text.encode()) - len(words_.encode()) < 90_000


@pytest.mark.parametrize(
    ("filed", "numbers", "expected"),
    [
        ("2020-05-06", ["KS 2019/1899"], (2020, True)),
        (None, ["KS 2019/1899"], (2019, False)),
        (None, ["0262/23"], (2023, False)),
        (None, ["KS 2019/1899", "SDN 2019-7"], (2019, False)),
        (None, ["KS 2019/1899", "0262/23"], (0, False)),
        ("XXXX-05-06", ["1.6.1-77"], (0, False)),
        (None, [], (0, False)),
    ],
)
def test_a_motion_s_year_is_that_of_its_filing_or_its_registering(filed: str | None, numbers: list[str], expected: tuple[int, bool]) -> None:
    """Where the day of filing is not known, the year in the case's diary number is, unless its numbers disagree."""
    place = Place("x.txt", None, 1)
    motion = Motion(
        "m",
        Fact("t", Status.STATED, "q", place),
        filed=Fact(filed, Status.STATED, "q", place) if filed else None,
        diary_numbers=tuple(Fact(number, Status.STATED, "q", place) for number in numbers),
    )
    assert year_of(motion) == expected
