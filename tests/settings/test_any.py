"""Whatever stands in the configuration: findings, never an exception, and nothing that cannot be shown."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from generator.model import Archive
from generator.pages import about, context
from generator.settings import (
    BODY_KEYS,
    CHANGE_KEYS,
    FAILURE_KEYS,
    FILES,
    SITE_KEYS,
    STATEMENT_KEYS,
    checked,
    read_settings,
)

KEYS = [*SITE_KEYS, *STATEMENT_KEYS, *FAILURE_KEYS, *BODY_KEYS, *CHANGE_KEYS, "begrepp", "instanser", "ändringar"]
WORDS = ["", "~", "inga", "helt", "delvis", "flyttad", "a", "/motioner/a/", "2026-11-21", "2026-02-30", "12", "0", "²", "CC0 1.0", "x@y.example", "https://y.example", "https://", "\u202e<b>"]
VALUES = st.recursive(
    st.sampled_from(WORDS) | st.integers() | st.booleans() | st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=24,
)


@how(deadline=None)  # the first page of a run reads the templates
@given(st.sampled_from(FILES), VALUES, st.sampled_from(["", "2026-11-21", "9999-12-31"]))
def test_any_tree_is_read(file: str, value: Any, today: str) -> None:
    """Any tree of values gives settings and findings that name the file, and the pages can be made of the settings."""
    settings, findings = read_settings({file: yaml.safe_dump(value, allow_unicode=True)})
    assert all(one.file == file and one.line for one in findings)
    assert all("”" in one.message or one.code == "F401" for one in findings)
    assert all(one.message for one in checked(settings, today))
    assert len(list(about.pages(context.of(Archive(), settings, ())))) == 5


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Any text at all is read without an exception."""
    assert read_settings(dict.fromkeys(FILES, text))
