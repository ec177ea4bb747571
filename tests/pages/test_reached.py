"""How people are reached: what becomes a link, and that nothing else does."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.reached import address_of, reached


def _plain(made: Markup) -> str:
    return unescape(str(made))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a.b@ekvik.example", '<a href="mailto:a.b@ekvik.example">a.b<wbr>@ekvik.example</a>'),
        ("a@växjö.example", '<a href="mailto:a@v%C3%A4xj%C3%B6.example">a<wbr>@växjö.example</a>'),
        ("Ring 0123-45 67 89.", 'Ring <a href="tel:0123456789">0123‑45 67 89</a>.'),
        ("+46 8 123 45 00", '<a href="tel:+4681234500">+46 8 123 45 00</a>'),
        ("Se https://ekvik.example/fel.", 'Se <a href="https://ekvik.example/fel" rel="external">https://ekvik.example/fel</a>.'),
        ("(https://ekvik.example/fel?a=1&b=2)", '(<a href="https://ekvik.example/fel?a=1&b=2" rel="external">https://ekvik.example/fel?a=1&b=2</a>)'),
        ("Box 1, 123 45 Ekvik", "Box 1, 123 45 Ekvik"),
        ("organisationsnummer 212000-0142", "organisationsnummer 212000-0142"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("", ""),
    ],
)
def test_what_is_an_address_becomes_a_link(text: str, made: str) -> None:
    """E-mail, web and telephone become links, numbers without a place to break, and what stands around them stays as it was."""
    assert _plain(reached(text)) == made


@given(st.text(alphabet=st.sampled_from(list("<>\"'&a@.:/0 +-[](){}\n`*_é")), max_size=60) | st.text(max_size=40))
def test_nothing_in_a_text_is_markup(text: str) -> None:
    """Whatever a text holds, no tag comes out but links, and every link leads to mail, web or telephone."""
    made = str(reached(text))
    inside = [part.partition(">")[0] for part in made.split("<")[1:]]
    assert all(part in {"/a", "wbr"} or part.startswith(('a href="mailto', 'a href="http', 'a href="tel')) for part in inside)


def test_what_leads_nowhere_has_no_address() -> None:
    """A text that is not an address alone leads nowhere."""
    assert [address_of(text) for text in ("", "Ekvik", "mailto:a@b.example", "ring 0123-45 67 89")] == [""] * 4
