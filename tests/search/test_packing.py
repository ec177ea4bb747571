"""Numbers as text, and names by content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packing import digest, encoded, in_code_units, packed, rising, trimmed, unpacked

NUMBERS = st.lists(st.integers(0, 1 << 40) | st.integers(0, 70))


@given(NUMBERS)
def test_what_is_packed_comes_back(numbers: list[int]) -> None:
    """Numbers of any size are the same after they were packed and unpacked."""
    assert unpacked(packed(numbers)) == numbers


def test_small_numbers_take_one_sign() -> None:
    """A number below 80 takes one sign and one below 1,040 two; no sign is one that JSON or a list with spaces would touch."""
    assert packed([0, 1, 2, 79]) == "!#$r"
    assert [len(packed([number])) for number in (79, 80, 1039, 1040, 12_559, 12_560)] == [1, 2, 2, 3, 3, 4]
    assert packed([80, 91, 92]) == "s!~!s#"
    assert encoded(packed(range(80 * 12))).decode() == f'"{packed(range(80 * 12))}"'
    assert " " not in packed(range(80 * 12))
    assert packed([]) == ""
    assert unpacked("") == []


def test_what_is_no_number_is_refused() -> None:
    """A negative number cannot be packed, and a sign outside the alphabet not unpacked."""
    with pytest.raises(ValueError, match="negative"):
        packed([-1])
    with pytest.raises(KeyError):
        unpacked(" ")


@given(st.sets(st.integers(0, 5000)))
def test_rising_numbers_come_back_from_what_lies_between(numbers: set[int]) -> None:
    """Rising numbers are told by how many were passed over before each."""
    found = sorted(numbers)
    gaps = [number - last - 1 for number, last in zip(found, [-1, *found], strict=False)]
    assert rising(gaps) == found


def test_words_are_ordered_as_in_the_browser() -> None:
    """The order is that of UTF-16 code units, in which a sign outside the first plane stands before some within it."""
    assert sorted(["ﬁ", "😀", "å", "z", ""], key=in_code_units) == ["", "z", "å", "😀", "ﬁ"]


def test_json_is_the_same_for_the_same_value() -> None:
    """Keys are sorted unless their own order is asked for, letters stand as they are, and half a sign does no harm."""
    assert encoded({"b": "å", "a": 1}) == '{"a":1,"b":"å"}'.encode()
    assert encoded({"b": 1, "a": 2}, keep_order=True) == b'{"b":1,"a":2}'
    assert encoded("\ud83d") == b'"?"'
    assert digest(b"") == "e3b0c44298"


def test_empty_members_at_the_end_are_left_out() -> None:
    """Only what is empty at the end of a list is dropped."""
    assert trimmed(["", 0, "a", 0, "", []]) == ["", 0, "a"]
    assert trimmed(["", 0]) == []
