"""data/dcat.rdf, held against shapes of the profile DCAT-AP-SE."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.datafiles import missing
from generator.exports.dcat import PATH, dcat
from generator.model import Archive, Settings
from generator.model.publishing import Licence
from tests.exports.sample import FULL, LICENCE, PUBLISHED, exported

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
pyshacl = pytest.importorskip("pyshacl", reason="pySHACL is not installed")

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # pySHACL is a step behind rdflib

SHAPES = Path(__file__).with_name("dcat_ap_se.ttl")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
TERMS = rdflib.Namespace("http://purl.org/dc/terms/")


def graph(settings: Settings = PUBLISHED) -> Any:
    """The description as a graph."""
    (file,) = dcat(FULL, settings)
    return rdflib.Graph().parse(data=file.data, format="xml")


def faults(data: Any) -> list[str]:
    """What the shapes have against a graph, warnings too, without those about what the archive cannot know."""
    _, found, _ = pyshacl.validate(data, shacl_graph=str(SHAPES), shacl_graph_format="turtle", allow_warnings=False)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    return sorted(f"{found.value(one, shacl.focusNode)} {found.value(one, shacl.resultPath)}" for one in found.subjects(rdflib.RDF.type, shacl.ValidationResult))


def test_the_description_keeps_to_the_profile() -> None:
    """Everything that the profile demands and recommends is there, in the form it asks for."""
    assert faults(graph()) == []


@pytest.mark.parametrize(
    ("subject", "taken"),
    [
        (DCAT.Catalog, TERMS.license), (DCAT.Catalog, TERMS.publisher), (DCAT.Dataset, TERMS.title), (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, TERMS["format"]), (DCAT.Dataset, DCAT.theme), (DCAT.Distribution, TERMS.license),
    ],
    ids=str,
)  # fmt: skip
def test_the_shapes_see_what_is_missing(subject: Any, taken: Any) -> None:
    """Without any one of its properties the description does not pass."""
    made = graph()
    for node in made.subjects(rdflib.RDF.type, subject):
        made.remove((node, taken, None))
    assert faults(made)


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (replace(PUBLISHED, address=""), "adress"),
        (replace(PUBLISHED, publisher=""), "utgivare"),
        (replace(PUBLISHED, licence=None), "licens"),
        (replace(PUBLISHED, licence=Licence("Egen licens", "")), "licens"),
        (replace(PUBLISHED, contact="Rådhuset"), "kontakt"),
    ],
)
def test_without_what_the_profile_demands_there_is_none(settings: Settings, key: str) -> None:
    """Where site.yml does not give what the profile demands, no description is published, and the missing key has its name."""
    assert missing(settings) == (key,)
    assert PATH not in exported(settings=settings)


def test_an_empty_archive_has_no_data_to_describe() -> None:
    """Without a motion there is no dataset, and so no description."""
    assert dcat(Archive(), PUBLISHED) == ()


def test_every_file_it_names_is_published() -> None:
    """What can be downloaded by the description is a file of the site, and the data have the licence that is stated."""
    files = exported(settings=PUBLISHED)
    made = graph()
    named = {str(one).removeprefix(PUBLISHED.address) for one in made.objects(None, DCAT.downloadURL)}
    assert named <= set(files)
    assert len(named) == 6
    licences = {str(made.value(one, TERMS.license)) for one in made.subjects(rdflib.RDF.type, DCAT.Distribution)}
    assert licences == {LICENCE.address}


def test_hostile_settings_stay_text() -> None:
    """Markup and spaces in the settings are text and parts of addresses, and the description still passes."""
    name = '<rdf:Description/>"&\x00'
    settings = replace(PUBLISHED, publisher=f"{name} kommun", site_name=name, municipality=name, address="https://ekvik.example/å <b>/")
    made = graph(settings)
    assert faults(made) == []
    assert (None, None, rdflib.Literal('<rdf:Description/>"&\ufffd kommun')) in made
