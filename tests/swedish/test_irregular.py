"""Forms that endings do not explain."""

from __future__ import annotations

import pytest

from generator.swedish.irregular import irregular_forms
from generator.swedish.keys import lemma_key

ENDINGS = (("er", ""), ("en", ""), ("s", ""), ("na", ""))


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """The forms that four endings leave over."""
    return dict(irregular_forms(ENDINGS))


@pytest.mark.parametrize(("form", "key"), [("böcker", "bok"), ("gick", "gå"), ("bröder", "bror"), ("kf", "kommunfullmäktige")])
def test_irregular_forms_and_abbreviations_are_listed(found: dict[str, str], form: str, key: str) -> None:
    """Umlaut plurals, strong verbs and abbreviations are listed with their lemma key."""
    assert found[form] == key


@pytest.mark.parametrize("form", ["nämnden", "städer", "ärendena", "bok", "polisens"])
def test_what_the_endings_explain_is_not_listed(found: dict[str, str], form: str) -> None:
    """A base form, and a form that an ending leads to its lemma, is left out, unless two endings would be needed."""
    assert (form in found) == (form == "polisens")


def test_every_form_has_its_own_lemma_key(found: dict[str, str]) -> None:
    """The key beside a form is the one that the form has in a text, and no form is listed twice or out of order."""
    assert all(lemma_key(form) == key for form, key in found.items())
    listed = irregular_forms(ENDINGS)
    assert list(listed) == sorted(set(listed))
    assert len(listed) > 1_000
