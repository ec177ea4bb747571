"""The archive's words for its own codes."""

from __future__ import annotations

import pytest

from generator.labels import statement_name


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("V, MP, S", "Yrkande av V, MP, S"),
        ("L, M Särskilt yttrande C", "Yrkande av L, M, med särskilt yttrande av C"),
        ("Moderaterna, särskilt yttrande Centerpartiet", "Yrkande av Moderaterna, med särskilt yttrande av Centerpartiet"),
        ("L, M med instämmande av KD", "Yrkande av L, M, med instämmande av KD"),
        ("Instämmandelistan", "Yrkande av Instämmandelistan"),
        ("", "Yrkande (parti framgår inte)"),
    ],
)
def test_who_only_joined_a_paper_is_told_apart(by: str, name: str) -> None:
    """A heading that stands among the parties is put in words; a party's name stays as it is written."""
    assert statement_name("yrkande", by) == name
