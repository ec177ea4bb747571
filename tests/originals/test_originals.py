"""Which originals may be downloaded, and what is said of those that may not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator import children
from generator.model import Archive, Document, Motion, Original, Source
from generator.originals import with_originals
from generator.readers.docx.package import MEDIA_TYPE as WORD
from tests.letter_text import ANSWER
from tests.letters import letter_pdf
from tests.sample_archive import archive as sample

LETTER = letter_pdf(ANSWER)


def _archive(file: str, media_type: str, data: bytes) -> Archive:
    """The made-up archive with its motion in another file."""
    made = sample()
    document = Document(file, hashlib.sha256(data).hexdigest(), media_type, (), size=len(data))
    motion: Motion = replace(made.motions[0], document=document)
    source = Source(file, document.sha256, "published", media_type=media_type, size=len(data))
    return Archive((motion,), (), made.bodies, (source, Source("tom.txt", "", "rejected")))


def _original(archive: Archive) -> Original:
    original = archive.sources[0].original
    assert original is not None
    return original


def test_text_is_offered_as_it_came() -> None:
    """A text's copy has the text's own bytes, and a source without a page has none."""
    data = b"En motion."
    archive, copies = with_originals(_archive("motion.txt", "text/plain", data), lambda _: data)
    assert [copy.data for copy in copies] == [data]
    original = _original(archive)
    assert (original.address.lstrip("/"), original.size, original.cleaned) == (copies[0].path, len(data), False)
    assert archive.sources[1].original is None


def test_a_pdf_is_offered_as_a_clean_copy_with_its_own_ending() -> None:
    """A PDF's copy is other bytes, said to be cleaned, and is called .pdf whatever the file is called."""
    archive, copies = with_originals(_archive("svar.doc", "application/pdf", LETTER), lambda _: LETTER, jobs=2)
    assert copies[0].data.startswith(b"%PDF-")
    assert copies[0].data != LETTER
    assert _original(archive).cleaned
    assert _original(archive).address.endswith("/svar.doc.pdf")


def test_a_format_that_can_hide_things_is_withheld() -> None:
    """A Word file has no copy, and the reason is a sentence."""
    archive, copies = with_originals(_archive("svar.docx", WORD, b"PK"), lambda _: b"PK")
    assert copies == ()
    assert _original(archive).address == ""
    assert "dold text" in _original(archive).withheld


def test_a_pdf_that_cannot_be_cleaned_is_withheld() -> None:
    """A damaged PDF has no copy, and the page can say why."""
    archive, copies = with_originals(_archive("svar.pdf", "application/pdf", b"%PDF-1.4 trasig"), lambda _: b"%PDF-1.4 trasig")
    assert copies == ()
    assert "gick inte att rensa" in _original(archive).withheld


def test_a_file_that_changed_is_withheld() -> None:
    """A file whose bytes can no longer be had has no copy, whether it is text or PDF."""
    for file, media_type in (("motion.txt", "text/plain"), ("motion.pdf", "application/pdf")):
        archive, copies = with_originals(_archive(file, media_type, b"x"), lambda _: None)
        assert copies == ()
        assert "ändrades" in _original(archive).withheld


def test_what_was_cleaned_before_is_not_cleaned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build takes the copy, and the reason why there is none, from what the first one kept."""

    class Kept(dict[str, bytes]):
        def put(self, key: str, data: bytes) -> None:
            self[key] = data

        def keep_only(self, keys: Iterable[str]) -> None:
            assert set(self) <= set(keys)

    for data in (LETTER, b"%PDF-1.4 trasig"):
        kept = Kept()
        archive = _archive("svar.pdf", "application/pdf", data)
        content = {"svar.pdf": data}
        first = with_originals(archive, content.get, kept)
        with monkeypatch.context() as patched:
            patched.setattr(children, "run", lambda work, *_: pytest.fail("cleaned again") if work else iter(()))
            assert with_originals(archive, lambda _: None, kept) == first
