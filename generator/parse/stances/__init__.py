"""What an answer says about the motion and about each of its demands: ``stance`` is the rule, ``FORMULAS`` the words it knows.

``formulas`` lists the words, ``clauses`` cuts a sentence between them, ``objects`` finds what each is said of, ``numbering``
which demands, ``partly`` whether all of it, ``guards`` what takes them back, ``speakers`` whose they are, ``forwarding``
whose paper is sent on, ``sections`` where to look, ``settle`` what all of it comes to.

Three readings are choices. A support on a condition ("tillstyrker under förutsättning att …") is support, as Göteborg's own
tables have it: the word is the body's, and the quote holds the condition. To have no objection ("ingen erinran") or to be
"positiv till motionen" is support that is inferred, for the body did not say "tillstyrker". "Har inga synpunkter" is no
position; that a motion is "besvaras med" a paper says only that the paper is sent on.
"""

from __future__ import annotations

from generator.parse.stances.formulas import FORMULAS
from generator.parse.stances.rule import stance, stances_in

__all__ = ["FORMULAS", "stance", "stances_in"]
