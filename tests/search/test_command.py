"""The verb ``search``: its options, its exit codes, and what it tells a person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator import cli

from .sample import ARCHIVE, files_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with nothing but the sample archive's search files."""
    made = tmp_path_factory.mktemp("sajt")
    for name, data in files_of(ARCHIVE).items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return made


def ask(site: Path, *words: str) -> int:
    """Run the verb on the site; its exit code."""
    return cli.main(["search", "--site", str(site), *words])


def hits(site: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The ids of the hits as the verb prints them in JSON."""
    assert ask(site, *words, "--json") == 0
    return [hit["id"].rpartition("/")[2] for hit in json.loads(capsys.readouterr().out)["hits"]]


def test_options_narrow_and_sort(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option does what its key in the query does, an option given twice lets either value through, and dates sort."""
    assert hits(site, capsys, "lyktor", "--kind", "motion") == ["ks-2021-77"]
    assert hits(site, capsys, "lyktor", "--stance", "avstyrker") == ["kulturnamnden"]
    assert set(hits(site, capsys, "lyktor", "--body", "kultur", "--body", "norra")) == {"kulturnamnden", "norra-stadsdelsnamnden"}
    assert hits(site, capsys, "polis", "--section", "bedömning") == ["kulturnamnden"]
    assert hits(site, capsys, "polis", "--section", "bakgrund") == []
    assert hits(site, capsys, "lyktor", "--sort", "aldst", "--motion", "ks-2021-77") == [
        "kulturnamnden", "ks-2021-77", "norra-stadsdelsnamnden", "okand-instans",
    ]  # fmt: skip
    assert hits(site, capsys, "lyktor", "--year", "2021", "--sort", "nyast") == ["norra-stadsdelsnamnden", "ks-2021-77", "okand-instans"]


def test_a_hit_is_told_in_plain_words(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person sees what a hit is, whose, when, the stance, the case, and in which section each passage stands."""
    assert ask(site, "fladdermöss") == 0
    said = capsys.readouterr().out
    assert said.startswith("1 träff\n\n1. ks-2021-77/kulturnamnden  /motioner/ks-2021-77/kulturnamnden/\n")
    assert "   Svar · Kulturnämnden · 24 december 2020 · avstyrker · ”Fler lyktor i parkerna”\n" in said
    assert "  [bedömning]  Kulturnämnden avstyrker. Ljuset stör fladdermöss" in said


def test_a_hit_without_sender_or_date_says_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer that names no body and no day is told as such."""
    assert ask(site, "belysningen", "--body", "okand-instans") == 0
    assert "   Svar utan angiven avsändare · utan datum · oklart · " in capsys.readouterr().out


def test_a_hit_by_what_stands_outside_its_passages_says_where(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hit by its title, its case, a number or a person shows that fact; one by its text does not."""
    assert ask(site, "Provdotter") == 0
    assert "   I dokumentets uppgifter: Gun Provdotter\n" in capsys.readouterr().out
    assert ask(site, "2021/77", "--kind", "motion") == 0
    assert "   I dokumentets uppgifter: KS 2021/77\n" in capsys.readouterr().out
    assert ask(site, "fler", "--body", "kulturnamnden") == 0
    assert "   I dokumentets uppgifter: Fler lyktor i parkerna\n" in capsys.readouterr().out
    assert ask(site, "fladdermöss") == 0
    assert "uppgifter" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (('gata "lilla',), "citattecken"),
        (("lyktor", "--year", "21"), "fyra siffror"),
        (("lyktor", "--stance", "nja"), "Ingen hållning heter ”nja”. Välj bland: tillstyrker"),
        (("lyktor", "--kind", "brev"), "Ingen sorts dokument heter ”brev”. Välj bland: motion"),
        (("lyktor avsnitt:x",), "Inget avsnitt heter ”x”"),
    ],
)
def test_what_cannot_be_read_gives_two(site: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    """A query or an option that cannot be understood is told on standard error, with exit code 2 and nothing else printed."""
    assert ask(site, *words) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_nothing_found_is_no_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A query without hits says why and what to try, with exit code 0."""
    assert ask(site, "lyktro") == 0
    printed = capsys.readouterr()
    assert printed.out == "0 träffar\n"
    assert "Menade du ”lyktor”?" in printed.err
    assert ask(site, "lyktor", "--body", "kulturnamden") == 0
    assert "Menade du ”Kulturnämnden”?" in capsys.readouterr().err


def test_an_index_of_another_kind_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site built by an older program has no index that can be read, and the way out is said."""
    (tmp_path / "sok").mkdir()
    (tmp_path / "sok/index.json").write_text('{"version":"2.3.9","fields":[]}', encoding="utf-8")
    assert ask(tmp_path, "lyktor") == 2
    assert "motionsarkiv build" in capsys.readouterr().err


def test_words_that_are_the_archives_own_are_told_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hit in a referat says that its words are not the document's; no other hit does."""
    first, *others = ARCHIVE.responses
    retold = replace(ARCHIVE, responses=(replace(first, retold=True), *others))
    for name, data in files_of(retold).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert ask(tmp_path, "", "--motion", first.motion) == 0
    lines = capsys.readouterr().out.splitlines()
    told = {lines[at - 1].split("  ")[0].split(" ")[-1] for at, line in enumerate(lines) if "ur arkivets referat" in line.lower()}
    assert told == {first.id}
