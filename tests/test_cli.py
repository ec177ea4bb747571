"""The command line: verbs, what they print and where, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import build as building
from generator import cli, files
from generator.findings import KINDS
from tests.sites import project_copy

GOOD = Path(__file__).parent / "golden_content"
CONFIG = Path(__file__).parent / "golden_config"


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own with the real configuration."""
    return project_copy(root, tmp_path_factory.mktemp("projekt") / "projekt")


def _run(project: Path, verb: str, *arguments: str | Path) -> int:
    return cli.main(["--project", str(project), verb, *map(str, arguments)])


def test_a_folder_without_errors_gives_zero(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no document has an error, check ends with 0 and writes nothing on standard output but findings asked for."""
    assert _run(project, "check", "--content", GOOD, "--jobs", "1") == 0
    said = capsys.readouterr()
    assert "F303" in said.err
    assert said.out == ""


def test_a_folder_with_an_error_gives_one(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One document with an error gives exit code 1, and the finding stands with its file as the reader knows it."""
    (tmp_path / "tom.txt").write_text("")
    assert _run(project, "check", "--content", tmp_path) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/tom.txt: F101 ")


@pytest.mark.parametrize(
    "arguments",
    [[], ["bygg"], ["build", "--jobs", "0"], ["build", "--jobs", "x"], ["check", "--format", "xml"], ["show"], ["search"]],
)
def test_a_wrong_call_gives_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A verb or an option that does not exist gives exit code 2 and says how to call."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "motionsarkiv" in capsys.readouterr().err


def test_a_faulty_configuration_gives_two(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in the configuration gives exit code 2, with file and line."""
    (tmp_path / "site.yml").write_text("namm: Arkivet\n", encoding="utf-8")
    assert _run(project, "check", "--content", GOOD, "--config", tmp_path) == 2
    assert f"{tmp_path.name}/site.yml:1: F402" in capsys.readouterr().err


def test_a_bug_gives_three(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception that nobody expected gives exit code 3, with its trace and a word about what to do."""

    def fall(_: object) -> None:
        raise RuntimeError("ett fel")

    monkeypatch.setattr(building, "read_settings", fall)
    assert _run(project, "check", "--content", GOOD) == 3
    said = capsys.readouterr().err
    assert "RuntimeError: ett fel" in said
    assert "fel i programmet" in said


def test_a_blocked_build_gives_four(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build that may not be published gives exit code 4 and leaves what there was."""
    (tmp_path / "brev.txt").write_text("viktigt")
    assert _run(project, "build", "--content", GOOD, "--out", tmp_path) == 4
    said = capsys.readouterr()
    assert "F503" in said.err
    assert said.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_a_second_build_is_refused(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While one build holds the project another ends with 4."""
    with files.locked(project / "build"):
        assert _run(project, "build", "--content", GOOD, "--out", tmp_path / "site") == 4
    assert "F504" in capsys.readouterr().err


def test_strict_lets_a_note_pass_and_stops_a_warning(project: Path, tmp_path: Path) -> None:
    """With --strict a warning gives 4, a note does not."""
    assert _run(project, "check", "--strict", "--content", GOOD, "--config", CONFIG) == 0
    for path in GOOD.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "kopia.txt").write_bytes((GOOD / "fritid.txt").read_bytes())
    assert _run(project, "check", "--content", tmp_path, "--config", CONFIG) == 0
    assert _run(project, "check", "--strict", "--content", tmp_path, "--config", CONFIG) == 4


def test_findings_as_data_go_to_standard_output(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a format for machines check's findings are its data: JSON, or annotations, on standard output."""
    (tmp_path / "tom, 1:2.txt").write_text("")
    assert _run(project, "check", "--content", tmp_path, "--format", "json") == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "code": "F101", "severity": "error", "file": "tom, 1:2.txt", "line": None,
        "message": KINDS["F101"].message, "advice": KINDS["F101"].advice,
    }  # fmt: skip
    assert _run(project, "check", "--content", tmp_path, "--format", "github") == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=")
    assert "tom%2C 1%3A2.txt,line=1,title=F101::" in out


def test_show_tells_each_fact_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Show writes what is read out of one document, each fact with its line."""
    assert _run(project, "show", GOOD / "fritid.txt", "--content", GOOD) == 0
    out = capsys.readouterr().out
    for row in (
        "rad 3  Titel: Motion om en isbana i Ekvik",
        "rad 4  Diarienummer (eget): FN 2021/310",
        "rad 3  Diarienummer (ärendets): KS 2021/45",
        "rad 18  Sista svarsdag: 2021-06-01",
        "rad 21  Berett av: anläggningsenheten",
        "rad 28  Undertecknad av: Karin Holm, Fritidsdirektör",
    ):
        assert row in out, out


def test_show_as_json_holds_the_draft(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Show --json writes the whole draft as JSON."""
    assert _run(project, "show", GOOD / "motion.md", "--content", GOOD, "--json") == 0
    draft = json.loads(capsys.readouterr().out)
    assert draft["kind"] == "motion"
    assert [one["struck"] for one in draft["proposers"]] == [False, True]
    assert draft["filed"]["value"] == "2021-03-04"


def test_show_without_a_file_gives_two(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there gives exit code 2."""
    assert _run(project, "show", "finns-inte.txt") == 2
    assert "finns inte" in capsys.readouterr().err


def test_show_of_a_file_that_cannot_be_read_gives_one(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no document gives exit code 1 and its finding."""
    (tmp_path / "noll.txt").write_bytes(b"a\x00b")
    assert _run(project, "show", tmp_path / "noll.txt", "--content", tmp_path) == 1
    assert "F102" in capsys.readouterr().err


def test_search_without_a_site_gives_two(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A search where no site is built gives exit code 2 and says what to do."""
    assert _run(project, "search", "isbana", "--site", tmp_path) == 2
    assert "motionsarkiv build" in capsys.readouterr().err


def test_a_built_site_is_searched(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build publishes, says on standard output what came of it, and search finds the documents in the site."""
    assert _run(project, "build", "--content", GOOD, "--out", tmp_path / "site", "--jobs", "1") == 0
    assert capsys.readouterr().out.startswith("Klart: 1 motion, 2 svar, 3 filer → ")
    assert _run(project, "search", "isbanorna", "--site", tmp_path / "site", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert {hit["id"].partition("/")[0] for hit in said["hits"]} == {"ks-2021-45"}
    assert said["count"] == 3
    assert set(said) >= {"query", "count", "hits"}
    assert set(said["hits"][0]) >= {"id", "url", "score", "passages"}
    assert _run(project, "search", "isbana", "--site", tmp_path / "site", "--limit", "1") == 0
    assert capsys.readouterr().out.count("\n1. ") == 1


def test_every_verb_has_help_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """Each verb explains itself in Swedish and gives an example that begins with the program's name."""
    for verb in cli.VERBS:
        with pytest.raises(SystemExit) as stopped:
            cli.main([verb.NAME, "--help"])
        assert stopped.value.code == 0
        assert f"Exempel: motionsarkiv {verb.NAME}" in " ".join(capsys.readouterr().out.split())
