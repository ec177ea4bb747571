"""What the benchmark of search measures with: the made-up archives, the counting server, the queries."""

from __future__ import annotations

import gzip
import http.client
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.search.asked import misspelt, queries
from bench.search.corpus import archive, texts
from bench.search.serve import Server, Speed, serving
from generator.model import Archive


@pytest.fixture(scope="module")
def made() -> Archive:
    return archive(40)


def _get(server: Server, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc)
    connection.request("GET", path)
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), data


def test_the_same_number_gives_the_same_archive(made: Archive) -> None:
    """Two archives of one size are equal to the last letter."""
    assert archive(40) == made


def test_an_archive_is_what_its_description_says(made: Archive) -> None:
    """There are as many responses as asked for, every one to a motion that is there, of some hundreds of words each."""
    assert len(made.responses) == 40
    assert {one.motion for one in made.responses} == {one.id for one in made.motions}
    assert len({one.id for one in made.responses}) == 40
    words = [sum(len(passage.text.split()) for passage in one.passages) for one in made.responses]
    assert 500 < sum(words) / len(words) < 900
    for one in made.responses:
        assert len({passage.id for passage in one.passages}) == len(one.passages)


def test_the_queries_are_of_the_kinds_they_are_called(made: Archive) -> None:
    """The rare word stands in few papers, the common in many, and the misspelt in none."""
    found = [text.lower() for _, text in texts(made)]
    asked = {query.kind: query.text for query in queries(found)}

    def papers(word: str) -> int:
        return sum(word in text for text in found)

    assert 1 <= papers(asked["sällsynt ord"]) <= 6
    assert papers(asked["vanligt ord"]) > len(found) / 2
    assert papers(asked["felstavat ord"]) == 0
    assert misspelt("motionen") == "motoinen"


def test_the_server_counts_every_byte_it_sends(tmp_path: Path) -> None:
    """A response's size is its head and its compressed body; what is not there is counted too."""
    value = json.dumps(["ord"] * 500).encode()
    (tmp_path / "ord.json").write_bytes(value)
    with serving(tmp_path) as server:
        status, head, data = _get(server, "/ord.json")
        assert (status, gzip.decompress(data)) == (200, value)
        assert head["Content-Encoding"] == "gzip"
        assert _get(server, "/saknas.json")[0] == 404
        assert _get(server, "/../../etc/hostname")[0] == 404
        first, *others = server.sent
        assert first.size > len(data) + sum(len(name) + len(text) for name, text in head.items())
        assert [one.status for one in others] == [404, 404]


def test_a_line_of_limited_speed_lets_bytes_through_in_turn(tmp_path: Path) -> None:
    """On a line of 8,000 bits a second, the moment at which 500 bytes have passed is half a second after the last."""
    with serving(tmp_path) as server:
        server.speed = Speed(0, 8000)
        assert server.turn(500) + 0.5 == pytest.approx(server.turn(500))
