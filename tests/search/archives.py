"""Small archives made up by hypothesis, and what is asked of them: few words, so that they meet, and every kind of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generator.model import Archive, Body, Motion, Response, Section, SectionKind, Stance
from generator.model.kinds import Role
from generator.search.documents import SECTIONS

from .sample import document, fact, passage, response

WORDS = (
    "gata", "gatan", "gator", "gatukontor", "storgata", "råd", "rad", "rader", "rådet", "lykta", "lyktor", "parklykta", "park",
    "parken", "och", "i", "är", "2020/12", "2020", "KS", "Norr-Torp", "torp", "bl.a", "Gunnar", "samverkan",
    "samverkansöverenskommelse", "överenskommelse", "områden", "omraden", "E4:an", "Torp-torp",
)  # fmt: skip
JOINTS = (" ", " ", " ", " ", ", ", ". ", "? ", " – ", "; ", " | ", "\n", "\t")
ROLES: tuple[Role, ...] = ("answer", "answer", "preparation")
STANCES: tuple[Stance, ...] = ("support", "reject", "unclear")
NAMES = ("kulturnamnden", "parknamnden", "gatunamnden")

words = st.sampled_from(WORDS)


@st.composite
def texts(draw: st.DrawFn, most: int = 12) -> str:
    """A text of known words with all that may stand between them."""
    found = draw(st.lists(words, min_size=1, max_size=most))
    return "".join(word + draw(st.sampled_from(JOINTS)) for word in found).strip()


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    """Up to three sections of any kinds, each with up to two passages."""
    kinds: list[SectionKind] = draw(st.lists(st.sampled_from(SECTIONS), max_size=3))
    return tuple(Section(kind, "", tuple(map(passage, draw(st.lists(texts(), max_size=2))))) for kind in kinds)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Up to three cases, each with a motion and up to four answers; one archive in a few is empty."""
    motions: list[Motion] = []
    responses: list[Response] = []
    for number in range(draw(st.integers(0, 3))):
        case = f"ks-{2019 + number}-{draw(st.integers(1, 3))}"
        answers = []
        for body in draw(st.lists(st.sampled_from(("", *NAMES)), unique=True, max_size=4)):
            made = response(
                case,
                (body,) if body else (),
                draw(st.sampled_from(STANCES)),
                date=draw(st.sampled_from((None, "2020-05-06", "2021-01-02", "XXXX-05-06"))),
                number=draw(st.sampled_from((None, "KS 2020/12", "GN 2021-0033"))),
                signed=draw(st.sampled_from(((), ("Gunnar Park",)))),
            )
            role: Role = draw(st.sampled_from(ROLES))
            answers.append(replace(made, sections=draw(sections()), role=role))
        title = fact(draw(texts(4)))
        motions.append(
            Motion(case, title, responses=tuple(one.id for one in answers), sections=draw(sections()), document=document(case))
        )
        responses += answers
    bodies = tuple(Body(name, name.capitalize(), "namnd") for name in NAMES)
    return Archive(tuple(motions), tuple(responses), bodies)
