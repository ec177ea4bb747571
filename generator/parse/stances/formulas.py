"""The words that take a stand, in a table: what each says, and how it finds what it speaks of.

Counted in 124 council bundles, and in answers of small municipalities, regions, parishes and companies. A formula is a
word, not a sentence: what it is said of, and whether it is taken back, is settled around it (``clauses``, ``guards``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.model import Stance

# Where the thing spoken of stands: after the word, before it (or right after, in inverted order), or on either side;
# "none" for words that need none ("utan eget ställningstagande"), whose object, where there is one, may only be a detail.
Voice = Literal["active", "passive", "either", "none"]


@dataclass(frozen=True, slots=True)
class Formula:
    """``pattern`` is searched in a sentence; its group "v", or all of it, is the word that takes the stand.

    ``weak``: the words come short of the stance by name, which is then inferred and shown as such. ``denies``: it holds its
    own negation.
    """

    stance: Stance
    voice: Voice
    pattern: str
    weak: bool = False
    denies: bool = False


FORMULAS: tuple[Formula, ...] = (
    # A stand on what becomes of the motion: "tillstyrker bifall till", "tillstyrker att motionen avslås".
    Formula("reject", "active", r"\b(?P<v>avstyrk\w*\s+bifall(?:\s+(?:till|av))?)\b"),
    Formula("support", "active", r"\b(?P<v>tillstyrk\w*\s+bifall(?:\s+(?:till|av))?)\b"),
    Formula("reject", "active", r"\b(?P<v>tillstyrk\w*\s+avslag(?:\s+(?:på|till|av))?)\b"),
    Formula("support", "passive", r"\b(?P<v>tillstyrk\w*\s+att\s+motionen\s+bifalls)\b"),
    Formula("reject", "passive", r"\b(?P<v>tillstyrk\w*\s+att\s+motionen\s+avslås)\b"),
    # A grant that is denied is a rejection: there is no third thing that can become of a motion that is put to the vote.
    Formula("reject", "passive", r"\b(?:inte|ej|icke)\s+(?:(?:bör|ska|skall|kan|kunna)\s+)?(?P<v>bifall(?:s|es|as))\b", denies=True),
    Formula("reject", "passive", r"\b(?P<v>bifall(?:s|es))\s+(?:inte|ej|icke)\b", denies=True),
    Formula("reject", "passive", r"\b(?:anser|bedömer|tycker|finner|föreslår)\s+(?:inte|ej)\s+att\s+motionen\s+(?:bör\s+|ska\s+|skall\s+|kan\s+)?(?P<v>bifall(?:s|as))\b", denies=True),
    Formula("reject", "active", r"\b(?:inte|ej|icke)\s+(?P<v>bifall(?:a|er))\b", denies=True),
    Formula("reject", "active", r"\b(?P<v>bifaller)\s+(?:inte|ej|icke)\b", denies=True),
    Formula("reject", "active", r"\b(?P<v>avstyrk(?:er|a|t|te|ande(?:\s+(?:av|till))?))\b"),
    Formula("reject", "passive", r"\b(?P<v>avstyrk(?:s|es|as|ts|tes))\b"),
    Formula("reject", "active", r"\b(?P<v>avslå(?:r)?|avslog|avslag\s+(?:på|till|av|för|beträffande))\b"),
    Formula("reject", "passive", r"\b(?P<v>avslå(?:s|tt|tts)|avslogs?)\b"),
    Formula("support", "active", r"\b(?P<v>tillstyrk(?:er|a|t|te|ande(?:\s+(?:av|till))?))\b"),
    Formula("support", "passive", r"\b(?P<v>tillstyrk(?:s|es|as|ts|tes))\b"),
    Formula("support", "active", r"\b(?P<v>bifall(?:er|a|it)|biföll|bifall\s+(?:till|av|för))\b"),
    # "Att-sats 1: Avslag"
    Formula("reject", "passive", r"[:–]\s*(?P<v>avslag)\b(?=\s*(?:[.,;]|$))"),
    Formula("support", "passive", r"[:–]\s*(?P<v>bifall)\b(?=\s*(?:[.,;]|$))"),
    Formula("support", "passive", r"\bmotionen\s+(?P<v>antas)\b"),
    Formula("support", "passive", r"\b(?P<v>bifall(?:s|es|as|its)|bifölls)\b"),
    Formula("support", "active", r"\b(?P<v>ställ(?:er|a|de|t)\s+sig\s+(?:(?!inte|ej)\w+\s+){0,2}?bakom)\b"),
    Formula("support", "active", r"\b(?P<v>stöd(?:jer|er|ja)|säger\s+ja\s+till)\b"),
    Formula("reject", "active", r"\b(?P<v>avvisa(?:r)?|säger\s+nej\s+till)\b"),
    # To welcome a motion, or to have nothing against it, is in Swedish practice to let it pass (committees report "tillstyrker
    # eller har inget att erinra" as one); but the body did not say "tillstyrker", so the stance is inferred from its words.
    Formula("support", "active", r"\b(?P<v>(?:ställ(?:er|a)\s+sig|är)\s+(?:(?!inte|ej)\w+\s+)?positiv[at]?\s+till)\b", weak=True),
    Formula("reject", "active", r"\b(?P<v>(?:ställ(?:er|a)\s+sig|är)\s+(?:(?!inte|ej)\w+\s+)?(?:negativ[at]?|avvisande|nekande)\s+till)\b", weak=True),
    Formula("support", "active",
            r"\b(?P<v>(?:ingen|inga|inte\s+någon|inte\s+några)\s+(?:erinran|erinringar|invändning(?:ar)?)(?:\s+(?:mot|på))?"
            r"|(?:inget|ingenting|inte\s+något|intet)\s+att\s+(?:erinra|invända)(?:\s+(?:mot|i|på))?)\b", weak=True, denies=True),
    Formula("considered-answered", "either",
            r"\b(?:anse[rs]?|ansetts|betrakta[rs]?|förklara[rs]?|bedöm(?:a|er|s)|får|finner)\b(?:(?![;:]|\bmen\b).){0,400}?\b(?P<v>besvara(?:d|t|de|r(?=\s+i\s+enlighet)))\b"),
    Formula("considered-answered", "either", r"\b(?:är|vara|blir|blivit|därmed|härmed|som|för)\s+(?:\w+\s+){0,3}?(?P<v>besvara(?:d|t|de))\b"),
    Formula("considered-answered", "either", r"\bmotionen\s+(?P<v>besvarad)\b"),
    Formula("already-met", "either", r"\b(?P<v>(?:redan\s+)?(?:är\s+)?(?:redan\s+)?tillgodose(?:dd|tt|dda|ddes|s))\b"),
    Formula("already-met", "either", r"\b(?P<v>redan\s+(?:är\s+|har\s+)?(?:uppfyll(?:d|t|da|ts)|genomför(?:d|t|da|ts)|verkställ(?:d|t|da|ts)|infria(?:d|t|de|ts)))\b"),
    Formula("no-position", "none",
            r"\b(?P<v>(?:ta(?:r)?|tagit|tog)\s+(?:\w+\s+){0,2}?(?:inte|ej|ingen)\s+(?:\w+\s+)?ställning|(?:inte|ej)\s+(?:att\s+)?(?:har\s+)?ta(?:r|git)?\s+(?:\w+\s+)?ställning"
            r"|avstår?(?:r)?\s+(?:\w+\s+)?(?:från\s+)?(?:att\s+ta\s+)(?:\w+\s+)?ställning|avstå(?:r)?\s+(?:\w+\s+)?från\s+(?:eget\s+|ett\s+)?ställningstagande"
            r"|avstår\s+ställning|tar\s+varken\s+ställning\s+för\s+eller\s+(?:e)?mot)\b"),
    Formula("no-position", "none", r"\b(?P<v>utan\s+(?:eget|egen|något|att\s+ta)\s+(?:eget\s+)?(?:ställningstagande|ställning)|inget\s+(?:eget\s+)?ställningstagande|ingen\s+ståndpunkt)\b"),
    Formula("no-position", "none", r"\b(?P<v>(?:har|lämnar|framför)\s+inga\s+(?:egna\s+)?synpunkter)\b"),
    Formula("declined", "none",
            r"\b(?P<v>avstå(?:r)?\s+(?:\w+\s+)?från\s+(?:att\s+)?(?:yttra(?:nde|\s+sig)?|svar\b|svara|besvara|avge|avlämna|lämna|inkomma|synpunkter)"
            r"|avböj(?:er|a)\s+(?:att\s+(?:yttra|svara|besvara|avge|lämna)|yttrande))\b"),
    Formula("declined", "none", r"\b(?P<v>har\s+inget\s+att\s+(?:yttra|anföra))\b"),
    Formula("declined", "none", r"\b(?P<v>(?:beslutar?|väljer|valt|avser)\s+att\s+(?:inte|ej)\s+(?:yttra\s+sig|svara|besvara|avge|lämna))\b"),
    Formula("declined", "none", r"\b(?P<v>(?:avger|lämnar|avlämnar)\s+(?:inget|inte\s+något)\s+(?:eget\s+)?(?:yttrande|svar|remissvar)|yttrar\s+sig\s+(?:inte|ej))\b"),
)  # fmt: skip
COMPILED = tuple((formula, re.compile(formula.pattern, re.IGNORECASE)) for formula in FORMULAS)
# Formulas that hold their own negation.
NEGATIVE: frozenset[Stance] = frozenset({"no-position", "declined"})
