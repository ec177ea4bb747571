"""One file that holds many documents (a council bundle) → its parts, each a document of its own.

``split`` finds where each part opens (``openings``), says what it is (``kinds``) and cuts apart what was run together when
the text was reflowed (``unfold``). Every line of the file belongs to exactly one part, and a file that holds one ordinary
document comes back as it was.
"""

from __future__ import annotations

from generator.bundles.parts import split

__all__ = ["split"]
