"""What the comparison says of shared wording."""

from __future__ import annotations

from dataclasses import replace

from generator import addresses
from generator.model import Archive
from generator.pages import build_pages
from generator.pages.alike import Alike, alike
from generator.pages.context import of

from . import sample

MOTION = sample.ARCHIVE.motion(sample.M1)
BOTH = "Vi räknar med att den nya lampan vid skolan tänds varje kväll före klockan fem."
NEARLY = "Vi räknar med att den nya lampan vid skolan tänds varje morgon före klockan fem."
QUOTED = "De skriver: bygger en sammanhängande cykelbana mellan Ekviks station och Sörgårdens skola."


def _with(texts: dict[str, tuple[str, ...]]) -> Archive:
    """The sample with one more section in the answers named."""
    made = []
    for response in sample.ARCHIVE.responses:
        added = texts.get(response.id.rpartition("/")[2], ()) if response.motion == sample.M1 else ()
        passages = tuple(sample.passage(text, response.document.file, 200 + at) for at, text in enumerate(added))
        more = (sample.section("assessment", "Mer", *passages),) if passages else ()
        made.append(replace(response, sections=(*response.sections, *more)))
    return replace(sample.ARCHIVE, responses=tuple(made))


def _alike(archive: Archive) -> Alike:
    return alike(of(archive, sample.SETTINGS, ()), archive.motion(sample.M1))


def test_a_shared_wording_names_all_who_say_it() -> None:
    """What two answers say in the same words is quoted once, with a link to each paragraph."""
    found = _alike(_with({"norra-stadsdelsnamnden": (BOTH,), "okand-instans": (BOTH,)}))
    (wording,) = found.own
    assert wording.quote.startswith("Vi räknar med att den nya lampan")
    assert wording.notes == ()
    anchor = addresses.anchor(BOTH)
    assert [(one.name, one.target) for one in wording.speakers] == [
        ("Norra stadsdelsnämnden", f"/motioner/{sample.M1}/norra-stadsdelsnamnden/#{anchor}"),
        ("Svar utan angiven avsändare", f"/motioner/{sample.M1}/okand-instans/#{anchor}"),
    ]


def test_a_wording_shows_where_it_was_cut() -> None:
    """A run of words from inside a sentence has an ellipsis at either end, a whole sentence at neither."""
    inside = ("Först säger vi att bron över ån behöver nytt räcke på båda sidor senast i vår.", "Kom ihåg att bron över ån behöver nytt räcke på båda sidor innan isen går.")
    found = _alike(_with({"norra-stadsdelsnamnden": (inside[0],), "okand-instans": (inside[1],)}))
    assert [one.quote for one in found.own] == ["… att bron över ån behöver nytt räcke på båda sidor …"]
    found = _alike(_with({"norra-stadsdelsnamnden": (BOTH,), "okand-instans": (BOTH,)}))
    assert "…" not in found.own[0].quote


def test_who_says_it_twice_is_named_once() -> None:
    """An answer that has the words in two paragraphs is named once, with a link to each."""
    found = _alike(_with({"norra-stadsdelsnamnden": (BOTH, f"{BOTH} Det är bra."), "okand-instans": (BOTH,)}))
    first = found.own[0].speakers[0]
    assert (first.name, len(first.again)) == ("Norra stadsdelsnämnden", 1)
    assert first.again[0].endswith(addresses.anchor(f"{BOTH} Det är bra."))


def test_a_wording_that_differs_a_little_says_so() -> None:
    """Where not all words are the same, the page says "nästan ordagrant"."""
    archive = _with({"norra-stadsdelsnamnden": (BOTH,), "okand-instans": (NEARLY,)})
    assert [one.notes for one in _alike(archive).own] == [("nästan ordagrant",)]
    page = next(one for one in build_pages(archive, sample.SETTINGS, ()) if one.path == addresses.page_file(addresses.comparison(sample.M1)))
    assert "nästan ordagrant" in page.text


def test_the_motions_words_are_told_apart() -> None:
    """What answers repeat from the motion stands under a heading of its own, with the motion among those who say it."""
    found = _alike(_with({"norra-stadsdelsnamnden": (QUOTED,), "okand-instans": (QUOTED,)}))
    assert [one.speakers[0].name for one in found.quoted if not one.notes] == ["Motionen"]
    assert all(one.notes == ("till största delen ur motionen",) for one in found.quoted if one.speakers[0].name != "Motionen")
    assert [heading for heading, _, _ in found.parts][-1:] == ["Ord ur motionen"]
    assert not [one for one in found.own if "cykelbana mellan" in one.quote]


def test_each_answer_has_its_own_share() -> None:
    """Every answer is there with the share of its words that stand nowhere else, and its sentences lead to their paragraphs."""
    found = _alike(_with({"norra-stadsdelsnamnden": (BOTH,), "okand-instans": (BOTH,)}))
    assert [one.who.name for one in found.alone] == ["Kulturnämnden och trafiknämnden", "Norra stadsdelsnämnden", "Svar utan angiven avsändare"]
    assert found.alone[0].share == 1
    assert 0 < found.alone[2].share < 1
    assert all(target.startswith(one.who.target + "#p-") for one in found.alone for _, target in one.sentences)


def test_one_answer_shares_nothing() -> None:
    """Where fewer than two have answered there is nothing to hold against each other, and the page says so in words."""
    alone = replace(sample.ARCHIVE, responses=tuple(one for one in sample.ARCHIVE.responses if one.id.endswith("/okand-instans")))
    found = _alike(alone)
    assert found.parts == ()
    assert found.alone == ()
    assert MOTION.responses
