"""The pages of words: the list, and who uses a word, in which sentence, and who does not."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Archive, Response, Settings
from generator.pages import context, term, terms
from tests.sample_archive import ARCHIVE, CASE, response, section

MOTION = ARCHIVE.motions[0]
LONG = " ".join(f"ord{number}" for number in range(80))


def answer(name: str, *texts: str, case: str = CASE) -> Response:
    """An answer by the body of that name, which says these things."""
    made = response(name, (name,), (section("assessment", "", f"{name}.txt", 1, *texts),))
    return replace(made, id=f"{case}/{name}", motion=case)


def pages(archive: Archive, *words: str) -> dict[str, str]:
    """The text of every page of words by its path, where these words are listed."""
    made = context.of(archive, Settings(terms=words), ())
    return {page.path: page.text for page in terms.pages(made)}


def archive(*answers: Response) -> Archive:
    """The sample with other answers."""
    return replace(ARCHIVE, responses=answers)


def test_who_uses_a_word_and_who_does_not() -> None:
    """A word's page counts its uses body by body and names the bodies whose answers lack it."""
    made = pages(archive(answer("kulturnamnden", "En bastu. Bastun är varm."), answer("parknamnden", "Vi har lindar.")), "bastu")
    text = made["begrepp/bastu/index.md"]
    assert '">Kulturnämnden</a></th><td class="num">2</td><td class="num">1</td><td class="num">1</td>' in text
    assert "Har svar här men använder inte ordet: Parknämnden." in text
    assert "Svar utan ordet: Parknämnden." in text
    assert "Räknas med: bastun." in text


def test_every_sentence_has_the_word_marked_and_a_link() -> None:
    """Each use stands in its sentence, with the word marked, and leads to its paragraph."""
    made = pages(archive(answer("kulturnamnden", "Vi saknar en bastu vid sjön.")), "bastu")
    passage = section("assessment", "", "kulturnamnden.txt", 1, "Vi saknar en bastu vid sjön.").passages[0]
    assert f'/kulturnamnden/#{passage.id}">Vi saknar en <mark>bastu</mark> vid sjön.</a>' in made["begrepp/bastu/index.md"]


def test_long_sentence_is_cut_around_the_word() -> None:
    """A sentence that goes on and on is cut at words on either side of the word, and shows that it is."""
    made = pages(archive(answer("kulturnamnden", f"{LONG} bastu {LONG}.")), "bastu")
    text = made["begrepp/bastu/index.md"]
    assert "… ord" in text
    assert "ord79 <mark>bastu</mark> ord0" in text
    assert "ord40 ord41" not in text


def test_many_uses_unfold() -> None:
    """Where a document uses a word often, the first sentences stand open and the others unfold, none is left out."""
    said = [f"Bastu nummer {number} är varm." for number in range(20)]
    text = pages(archive(answer("kulturnamnden", *said)), "bastu")["begrepp/bastu/index.md"]
    opened, _, folded = text.partition("<details><summary>15 meningar till")
    assert opened.count("<mark>Bastu</mark>") == term.SHOWN
    assert folded.count("<mark>Bastu</mark>") == 15


def test_page_of_very_many_uses_is_shorter() -> None:
    """On a page with more than sixty sentences two of each document stand open."""
    said = [f"Bastu nummer {number} är varm." for number in range(70)]
    text = pages(archive(answer("kulturnamnden", *said)), "bastu")["begrepp/bastu/index.md"]
    assert text.partition("<details>")[0].count("<mark>Bastu</mark>") == term.SHOWN_OF_MANY


def test_relatives_are_named_and_linked() -> None:
    """Words with the same last part that stand in the same case are named, with a link where they have a page."""
    said = "Bybastun och skolbastun eldas med ved, och badbastun med el."
    text = pages(archive(answer("kulturnamnden", "Vår båtbastu är ny.", said)), "båtbastu", "skolbastu")["begrepp/batbastu/index.md"]
    assert "Besläktade ord, som inte räknas med" in text
    assert '<a href="../skolbastu/">skolbastu</a>' in text
    assert "<mark>" in text
    assert "<mark>skolbastun</mark>" not in text


def test_unused_words_are_told_apart() -> None:
    """A listed word that nobody uses is in a list of its own, and its page says no more than that it is not here."""
    made = pages(archive(answer("kulturnamnden", "En bastu.")), "bastu", "rymdfärja")
    index = made["begrepp/index.md"]
    assert index.index("bastu</a>") < index.index("Finns inte i arkivet") < index.index("rymdfärja</a>")
    page = made["begrepp/rymdfarja/index.md"]
    assert "Ordet förekommer inte i arkivet." in page
    assert "Har svar här men" not in page


def test_short_index_is_one_list() -> None:
    """A list of few words has no letters, and stands in Swedish order, å ä ö last."""
    said = "En åra, en ärta, en bastu, en zon."
    index = pages(archive(answer("kulturnamnden", said)), "åra", "ärta", "bastu", "zon")["begrepp/index.md"]
    places = [index.index(f">{word}</a>") for word in ("bastu", "zon", "åra", "ärta")]
    assert places == sorted(places)
    assert "bokstav-" not in index


def test_long_index_stands_under_letters() -> None:
    """A list of many words has its letters as links at the top, which need no script, and as headings."""
    words = [f"{letter}{tail}q" for letter in "abdfgiö" for tail in ("lm", "ln", "lr", "lt", "lk")]
    index = pages(archive(answer("kulturnamnden", " ".join(words))), *words)["begrepp/index.md"]
    letters = [index.index(f'<a href="#bokstav-{number}">{letter}</a>') for number, letter in enumerate("ABDFGIÖ", 1)]
    headings = [index.index(f'id="bokstav-{number}">{letter}</h2>') for number, letter in enumerate("ABDFGIÖ", 1)]
    assert letters + headings == sorted(letters + headings)


def test_what_is_only_told_of_is_no_answer() -> None:
    """Neither a statement that sums up nor an answer that it only tells of is named among those without the word."""
    summed = replace(answer("ostra-bolaget", "Sammanställning."), role="preparation")
    told = replace(answer("parknamnden", "Bastu avstyrks."), told=True)
    text = pages(archive(answer("kulturnamnden", "En bastu."), summed, told), "bastu")["begrepp/bastu/index.md"]
    assert "Parknämnden" not in text
    assert "Östra bolaget" not in text


def test_answer_without_a_sender() -> None:
    """An answer without a sender is named as such, whether it lacks the word or uses it."""
    nobody = replace(answer("okand", "Nej."), bodies=())
    text = pages(archive(answer("kulturnamnden", "En bastu."), nobody), "bastu")["begrepp/bastu/index.md"]
    assert "Svar utan ordet: ett svar utan angiven avsändare." in text
    some = replace(answer("okand", "En bastu."), bodies=())
    text = pages(archive(answer("kulturnamnden", "En bastu."), some), "bastu")["begrepp/bastu/index.md"]
    assert '<th scope="row">Svar utan angiven avsändare</th><td class="num">1</td>' in text


def test_word_in_several_cases() -> None:
    """A word of several motions is grouped by motion, and the page says how many there are."""
    other = replace(MOTION, id="ks-2022-1", title=replace(MOTION.title, value="Motion om lindar"), sections=(), decisions=())
    made = replace(
        archive(answer("kulturnamnden", "En bastu."), answer("parknamnden", "Två bastur.", case="ks-2022-1")),
        motions=(MOTION, other),
    )
    text = pages(made, "bastu")["begrepp/bastu/index.md"]
    assert "i två dokument om två motioner" in text
    assert "### Motion om lindar" in text
