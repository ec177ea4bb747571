"""What the pictures say, how they are drawn, and what they weigh."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

import pytest
from PIL import Image

from generator import addresses, files
from generator.labels import STANCES
from generator.model import Archive, Settings
from generator.pages import build_pages, context, words
from generator.pages.roll import roll_call
from generator.sharing import FONT_FILES, FONT_PACKAGE, Fonts, pictures
from generator.sharing.card import Card, Tally, of_motion, plain, tallies
from generator.sharing.drawing import HEIGHT, WIDTH, Pen
from generator.sharing.shapes import drawn_signs, shape_mask
from tests.pages import sample

FONTS = Fonts(*(files.package_file(FONT_PACKAGE, *name) for name in FONT_FILES))
PEN = Pen(FONTS.regular, FONTS.strong)
MOST = 60_000  # bytes
LOOKED_UP = context.of(sample.ARCHIVE, sample.SETTINGS, ())


class Kept:
    """A cache in memory that counts what is asked of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.data: dict[str, bytes] = {}
        self.put_count = 0

    def get(self, key: str) -> bytes | None:
        """What was put."""
        return self.data.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep it, and count."""
        self.data[key] = data
        self.put_count += 1

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop the others."""
        self.data = {key: self.data[key] for key in keys}


def test_every_motion_has_a_picture_of_the_right_size() -> None:
    """There is a picture for the site and one for each motion, 1200 × 630 in a palette, none heavier than 60 kB."""
    made = {one.path: one.data for one in pictures(sample.ARCHIVE, sample.SETTINGS, FONTS)}
    wanted = [addresses.SHARE_IMAGE, *(addresses.share_image(motion.id) for motion in sample.ARCHIVE.motions)]
    for address in wanted:
        image = Image.open(io.BytesIO(made[address.lstrip("/")]))
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
        assert len(made[address.lstrip("/")]) <= MOST
    assert len(wanted) == len(sample.ARCHIVE.motions) + 1 == len([path for path in made if path.endswith("delning.png")])


def test_pages_about_a_case_name_its_picture() -> None:
    """The motion, its comparison and its answers tell those who share a link of the motion's picture."""
    pages = {page.path: page.text for page in build_pages(sample.ARCHIVE, sample.SETTINGS, ())}
    named = f"image: {addresses.share_image(sample.M1).lstrip('/')}\n"
    for address in (addresses.motion(sample.M1), addresses.comparison(sample.M1), addresses.response(f"{sample.M1}/okand-instans")):
        assert named in pages[addresses.page_file(address)]


def test_a_picture_says_only_what_its_page_says() -> None:
    """Every word of a motion's picture stands on the motion's page, and the numbers are those of its roll-call."""
    pages = {page.path: page.text for page in build_pages(sample.ARCHIVE, sample.SETTINGS, ())}
    for motion in sample.ARCHIVE.motions:
        card = of_motion(LOOKED_UP, motion)
        page = " ".join(unescape(pages[addresses.page_file(addresses.motion(motion.id))]).split())
        assert card.headline in page
        assert " ".join(card.sentences) in page
        assert sum(one.count for one in card.tallies) == len(roll_call(LOOKED_UP, motion))
        assert all(one.word in page for one in card.tallies if "sammanställning" not in one.word)


def test_an_answer_that_is_only_told_of_is_counted_apart() -> None:
    """A stance that only a summary gives is not counted with the stances that the answers themselves state."""
    told = replace(sample.ARCHIVE, responses=tuple(replace(one, told=True) for one in sample.ARCHIVE.responses))
    motion = told.motion(sample.M1)
    made = tallies(context.of(told, sample.SETTINGS, ()), motion)
    assert made[-1].word == "bara enligt en sammanställning"
    assert not {one.word for one in made} & {STANCES["support"], STANCES["reject"]}


def test_the_same_archive_gives_the_same_bytes() -> None:
    """Two runs, in processes that hash differently, draw the same bytes."""
    program = (
        "import hashlib; from tests.sharing.test_pictures import FONTS, sample, pictures\n"
        "print(hashlib.sha256(b''.join(one.data for one in pictures(sample.ARCHIVE, sample.SETTINGS, FONTS))).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"})
        for seed in ("1", "2")
    ]
    here = hashlib.sha256(b"".join(one.data for one in pictures(sample.ARCHIVE, sample.SETTINGS, FONTS))).hexdigest()
    assert {run.stdout.strip() for run in runs} == {here}


def test_what_is_kept_is_not_drawn_again() -> None:
    """A picture is drawn once as long as it says the same, and what no picture is any longer is dropped."""
    kept = Kept()
    first = pictures(sample.ARCHIVE, sample.SETTINGS, FONTS, kept)
    drawn = kept.put_count
    assert pictures(sample.ARCHIVE, sample.SETTINGS, FONTS, kept) == first
    assert kept.put_count == drawn
    pictures(Archive(), sample.SETTINGS, FONTS, kept)
    assert len(kept.data) == 1


@pytest.mark.parametrize(
    ("headline", "ends"),
    [
        ("Bygg en bro", "bro"),
        ("Förskolor " * 60, "…"),
        ("Ärendehanteringssystemsupphandlingsförberedelsearbetsgruppssammanträdesprotokollsutdrag" * 2, "…"),
    ],
)
def test_a_long_headline_ends_in_an_ellipsis(headline: str, ends: str) -> None:
    """A headline is set in lines that fit; what there is no room for is marked with …"""
    size, lines = PEN._headlines(headline.strip())[0]
    assert all(PEN.width(line, "strong", size) <= WIDTH - 144 for line in lines)
    assert lines[-1].endswith(ends)
    assert len(lines) <= 4


def test_a_sentence_is_whole_or_left_out() -> None:
    """Of the sentences as many are set as there is room for, none of them cut."""
    sentences = ("Sju tillfrågades.", "Fyra svar finns här. " * 12, "Inget beslut finns i arkivet.")
    assert PEN._whole(sentences, 2, 32) == ["Sju tillfrågades."]
    assert PEN._whole(sentences, 0, 32) == []


def test_stances_without_room_are_counted() -> None:
    """Where the stances do not fit, the last place says how many rows are left, so that the numbers still add up."""
    many = [Tally(3, f"{badge.word} (angivet av redaktionen)", badge.shape, badge.tone) for badge in words.STANCES.values()]
    rows = PEN._stance_rows(many)
    shown = [one for row in rows for one in row]
    assert len(rows) == 2
    assert shown[-1].word == f"och {3 * len(many) - sum(one.count for one in shown)} till"
    assert [one for row in PEN._stance_rows(many[:2]) for one in row] == many[:2]
    assert PEN._stance_rows([]) == []


def test_every_badge_has_a_shape_of_its_own() -> None:
    """Each sign that a badge can have is drawn, and no two are drawn alike."""
    signs = {badge.shape for badge in (*words.STANCES.values(), *words.STATES.values())}
    assert signs <= drawn_signs()
    assert len({shape_mask(sign, 34).tobytes() for sign in signs}) == len(signs)


def test_swedish_letters_are_in_the_fonts() -> None:
    """å, ä, ö, é and most letters of its neighbours are drawn, not boxes."""
    for font in ("regular", "strong"):
        box = PEN._font(font, 40).getmask("\u3042").getbbox(), bytes(PEN._font(font, 40).getmask("\u3042"))
        for sign in "åäöÅÄÖéüčšžđáłøæ”’–…":
            assert (PEN._font(font, 40).getmask(sign).getbbox(), bytes(PEN._font(font, 40).getmask(sign))) != box, sign


@pytest.mark.parametrize("text", ["a\u202eb\u200b", "a\nb\tc", "a\u0308ndring", "\x00\x1b[31mröd", "\ud800 ensam"])
def test_no_hidden_sign_reaches_a_picture(text: str) -> None:
    """Control and formatting signs are left out, marks are joined to their letters, and the picture is one line of text."""
    made = plain(text)
    assert not [sign for sign in made if unicodedata.category(sign).startswith("C")]
    assert unicodedata.is_normalized("NFC", made)
    assert PEN.picture(Card("Arkivet", "Ekvik", made or "x")).startswith(b"\x89PNG")


def test_an_empty_card_is_a_picture() -> None:
    """A site without words of its own still has a picture, and icons."""
    made = pictures(Archive(), Settings(site_name="", municipality=""), FONTS)
    assert made[0].data.startswith(b"\x89PNG")


def test_the_icons_are_what_they_are_called() -> None:
    """Each icon has the size that its name and the manifest give it, and the manifest has the site's name."""
    made = {one.path: one.data for one in pictures(Archive(), sample.SETTINGS, FONTS)}
    for size in (180, 192, 512):
        assert Image.open(io.BytesIO(made[f"assets/ikon-{size}.png"])).size == (size, size)
    assert Image.open(io.BytesIO(made["favicon.ico"])).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    manifest = json.loads(made["manifest.webmanifest"])
    assert manifest["name"] == sample.SETTINGS.site_name
    assert all(icon["src"] in made for icon in manifest["icons"])
