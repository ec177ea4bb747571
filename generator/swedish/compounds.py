"""The parts of a compound as words that can be searched for: *aktionsgrupper* → *aktion*, *grupp*."""

from __future__ import annotations

from functools import lru_cache

from generator.swedish.dictionary import looked_up
from generator.swedish.lemmas import lemma
from generator.swedish.names import is_name
from generator.swedish.splitting import Part, split, whole

_VOWELS = tuple("aeiouyåäö")


@lru_cache(maxsize=200_000)
def parts(word: str) -> tuple[str, ...]:
    """The lemmas of the parts of ``word`` (lower case in and out), left to right; () if it is not a compound.

    Particles and prefixes (*samman-, genom-, åter-*) make no compound here: "sammanställning" → (). Nor does a name
    (*Lindberg*), or a verb with anything but a noun before it (*fastställa*). A word of more than 60 letters, or with
    anything but letters in it, → ().
    """
    return tuple(lemma(part.word) for part in _split(word))


@lru_cache(maxsize=200_000)
def parts_and_runs(word: str) -> tuple[str, ...]:
    """What can be found inside ``word``: its parts, what they are made of, and what neighbours of them make together.

    "stadsdelsnämndsordförande" → stad, del, nämnd, ordförande and the lemmas of *stadsdel*, *delsnämnd*,
    *stadsdelsnämnd*, …, each once; the word as a whole is not among them. () where ``parts`` finds none.
    """
    found = _leaves(_split(word), len(word))
    made = [lemma(part.word) for part in (*_split(word), *found)]
    for length in range(2, len(found)):
        for start in range(len(found) - length + 1):
            run = found[start : start + length]
            made.append(_joined("".join(part.surface for part in run[:-1]), run[-1].word))
    whole = lemma(word)
    return tuple(part for part in dict.fromkeys(made) if part != whole)


def _leaves(found: tuple[Part, ...], length: int) -> tuple[Part, ...]:
    """``found`` with each part that is a compound itself taken apart: *stadsdels|nämnd* → *stads|dels|nämnd*.

    ``length``: of the word they stand in. A part's base form may be longer than the part, and than the word: such a part
    stays as it is, and so the taking apart comes to an end.
    """
    made: list[Part] = []
    for part in found:
        inner = _leaves(_split(part.word), len(part.word)) if len(part.word) < length else ()
        head = "".join(leaf.surface for leaf in inner[:-1])
        if inner and part.surface.startswith(head) and len(part.surface) > len(head):
            # The last leaf takes over the linking letter of the part: nämnd-s.
            made += [*inner[:-1], Part(part.surface[len(head) :], inner[-1].word)]
        else:
            made.append(part)
    return tuple(made)


def _joined(head: str, tail: str) -> str:
    """The lemma of ``head`` and ``tail`` as one word; a word that nobody has listed inherits its tail's."""
    word = head + tail
    return lemma(word) if looked_up(word) is not None else head + lemma(tail)


def _split(word: str) -> tuple[Part, ...]:
    # The base form is split, so that *tjänsten* does not become *tjän-sten*. That of *Lindholm* is *lindholme*.
    base = lemma(word)
    if is_name(base) or (word == base[:-1] and is_name(word)) or whole(base):
        return ()
    found = split(base)
    return () if found and _is_verb(found[-1].word) and not _is_noun(found[0].word) else found


def _is_verb(word: str) -> bool:
    """Whether ``word`` is an infinitive in -a and no noun, by the dictionary's present (and definite form) of it."""
    if not word.endswith("a") or word in (looked_up(word + "n"), looked_up(word[:-1] + "or")):
        return False
    return word in (looked_up(word + "r"), looked_up(word[:-1] + "er"))


def _is_noun(word: str) -> bool:
    """Whether the dictionary knows a definite form of ``word`` (*bordet*, *kvinnan*, *hemmet*) and no comparative."""
    if any(looked_up(word + ending) == word for ending in ("are", "ast", "aste")):
        return False
    endings = ("n",) if word.endswith("a") else ("n", "t") if word.endswith(_VOWELS) else ("en", "et")
    stems = (word, word + word[-1]) if word.endswith(("m", "n")) else (word,)
    return any(looked_up(stem + ending) is not None for stem in stems for ending in endings)
