"""Trimming Material's stylesheets: what goes, what stays, and that no page loses a rule it could use."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from generator.site import material_styles
from generator.styles import (
    BASE,
    FOLDER,
    PAPER,
    SHEETS,
    keeps,
    put_together,
    sheet_addresses,
    trimmed,
    without_comments,
)

# A class attribute, in a template or a script, with what the template chooses between: class="admonition {{ "warning" if … }}".
WRITTEN = re.compile(r"""class(?:Name)?(?:=|: ?)["']((?:\{\{.*?\}\}|\{%.*?%\}|[^"'])*)["']""")
# Words that both use for things of their own: Material's are for key strokes, grids of cards, code and one more admonition.
NAMESAKES = {"card", "cards", "keys", "p", "quote"}
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


def material() -> str:
    """Material's own stylesheets, as they are installed."""
    return "".join(files("material").joinpath("templates", *name.split("/")).read_text() for name in material_styles())


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".md-search{color:red}", ""),
        (".md-typeset{color:red}", ".md-typeset{color:red}"),
        (".md-typeset .md-nav__item,.md-dialog a{top:0}", ".md-typeset .md-nav__item{top:0}"),
        (".md-typeset-like{top:0}", ""),
        ("p:not(.md-dialog){top:0}", "p:not(.md-dialog){top:0}"),
        (":is(a,b).md-grid{top:0}", ":is(a,b).md-grid{top:0}"),
        ("@media print{.md-footer{top:0}}", ""),
        ("@media print{.md-footer{top:0}a{top:0}}", "@media print{a{top:0}}"),
        ("@keyframes x{from{top:0}to{top:1px}}", "@keyframes x{from{top:0}to{top:1px}}"),
        ('@charset "UTF-8";a{top:0}', '@charset "UTF-8";a{top:0}'),
        (":root{--a:1;--b:2}p{top:var(--a)}", ":root{--a:1}p{top:var(--a)}"),
        (":root{--a:var(--b);--b:2;--c:var(--a)}", ""),
        (":root{--a:var(--b);--b:2}p{top:var(--a, 0)}", ":root{--a:var(--b);--b:2}p{top:var(--a, 0)}"),
        (":root{--a:1;color:red}", ":root{color:red}"),
        ("", ""),
        ("a{", "a{}"),
    ],
)
def test_rules_for_absent_classes_and_unused_variables_go(css: str, expected: str) -> None:
    """A selector stays if all its classes are kept, a variable if something that stays uses it."""
    assert trimmed(css) == expected


def test_a_variable_that_another_stylesheet_uses_stays() -> None:
    """The archive's own stylesheets lean on Material's variables."""
    assert trimmed(":root{--a:1}", ["p{top:var(--a)}"]) == ":root{--a:1}"


def test_no_page_has_a_class_whose_rules_are_gone(pages_of_all_kinds: set[str]) -> None:
    """Every class in the archive's templates that Material has rules for is one that is kept."""
    known = set(CLASS.findall(re.sub(r"url\([^)]*\)", "", material())))
    assert {name for name in pages_of_all_kinds & known if not keeps(name)} <= NAMESAKES
    assert {"md-typeset", "admonition", "md-tabs__link"} <= pages_of_all_kinds


@pytest.fixture(scope="module")
def pages_of_all_kinds(root: Path) -> set[str]:
    """Every class that the templates or the scripts write."""
    texts = [path.read_text() for path in (root / "generator/pages").rglob("*.jinja")]
    texts += [path.read_text() for path in (root / "generator/pages").rglob("*.py")]
    texts += [path.read_text() for path in (root / "site_config/theme").rglob("*.html")]
    texts += [path.read_text() for folder in ("generator", "site_config") for path in (root / folder).rglob("*.js")]
    texts += [files("material").joinpath("templates/partials", name).read_text() for name in ("tabs.html", "tabs-item.html", "toc.html", "toc-item.html")]
    return {word for text in texts for written in WRITTEN.findall(text) for word in re.findall(r"[A-Za-z][\w-]*", written)}


def test_material_is_cut_to_less_than_half_and_can_still_be_read(root: Path) -> None:
    """The trimmed stylesheet is valid and much smaller."""
    own = [path.read_text() for path in (root / "site_config/theme/assets/stylesheets").glob("*.css")]
    whole, cut = material(), trimmed(material(), own)
    assert len(cut) < len(whole) / 2
    assert not [rule for rule in tinycss2.parse_stylesheet(cut) if rule.type == "error"]


def test_every_kind_of_page_has_its_stylesheet(root: Path) -> None:
    """Each kind that a template gives its page is in the table, and each stylesheet in the table is a file of the theme."""
    written = {
        kind
        for path in (root / "generator/pages/templates").glob("*.jinja")
        for kind in re.findall(r"^kind: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert written
    assert written <= set(SHEETS)
    there = {path.stem for path in (root / "site_config/theme" / FOLDER).glob("*.css")}
    assert {BASE, PAPER, *(name for names in SHEETS.values() for name in names)} == there


def test_material_lies_in_a_layer_below_the_archives_own() -> None:
    """Material's rules stand in a layer, in their order, before the archive's; paper and each kind have a file of their own."""
    made = put_together(["a{top:0}", "b{top:0}"], {"arkiv": "i{top:1px}", "utskrift": "u{top:2px}", "sok": "q{top:3px}", "sidor": "s{top:4px}", "tabeller": "t{top:5px}"})
    at = sheet_addresses()
    assert made[at["base"]] == "@layer material{a{top:0}b{top:0}}\ni{top:1px}\n"
    assert (made[at["paper"]], made[at["search"]], made[at["motion"]]) == ("u{top:2px}\n", "q{top:3px}\n", "s{top:4px}\nt{top:5px}\n")
    assert set(made) == set(at.values())


def test_a_variable_of_materials_that_the_archive_uses_stays() -> None:
    """What the archive's own stylesheets ask Material for is not trimmed away."""
    made = put_together([":root{--a:1;--b:2}"], {"tabeller": "p{top:var(--a)}"})
    assert "--a:1" in made[sheet_addresses()["base"]]
    assert "--b" not in made[sheet_addresses()["base"]]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("/* varför */\na { top: 0; /* här */ left: 0 }\n\n", "a { top: 0;  left: 0 }\n"),
        ("@media print {\n  a { /* x */ top: 0 }\n}\n", "@media print {\na {  top: 0 }\n}\n"),
        ('a::before { content: "/* inte */" }', 'a::before { content: "/* inte */" }\n'),
        ("a{background:url(x/*y*/z)}", "a{background:url(x/*y*/z)}\n"),
        ("", ""),
    ],
)
def test_comments_go_and_nothing_else(css: str, expected: str) -> None:
    """Comments are taken out wherever they stand; what only looks like one stays."""
    assert without_comments(css) == expected


def test_the_themes_own_rules_survive_being_put_together(root: Path) -> None:
    """Every rule of the theme's stylesheets is in what is put together of them, word for word."""
    folder = root / "site_config/theme" / FOLDER
    for path in sorted(folder.glob("*.css")):
        text = path.read_text(encoding="utf-8")
        before = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        after = tinycss2.parse_stylesheet(without_comments(text), skip_comments=True, skip_whitespace=True)
        assert [squeezed(one) for one in after] == [squeezed(one) for one in before], path.name


def squeezed(rule: Any) -> str:
    """A rule without its blanks and comments."""
    return re.sub(r"/\*.*?\*/|\s+", "", rule.serialize(), flags=re.DOTALL)
