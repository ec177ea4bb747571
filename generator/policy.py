"""What a browser may do with the archive's pages, stated once: for the pages' own meta element and for every web server.

The policy (Content Security Policy Level 3, W3C) lets a page use the archive's own files and nothing else. It is the third
layer under text that is escaped and pages that are sanitised: it holds even where both have let something through. What it
cannot stop is a link that a reader follows and a refresh of the page, which CSP does not govern.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses

OWN: Final = "'self'"
NONE: Final = "'none'"

# In force on every page by its meta element. Pictures may be data: because stylesheets hold small icons.
POLICY: Final[tuple[tuple[str, str], ...]] = (
    ("default-src", NONE),
    ("script-src", OWN),
    ("style-src", OWN),
    ("img-src", f"{OWN} data:"),
    ("font-src", OWN),
    ("connect-src", OWN),
    ("manifest-src", OWN),
    ("form-action", OWN),
    ("base-uri", NONE),
    ("object-src", NONE),
    # No text can become script by way of innerHTML and its like: the scripts make every element by hand.
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", NONE),
)
# A meta element cannot say these (CSP3, 3.3).
_HEADER_ONLY: Final[tuple[tuple[str, str], ...]] = (("frame-ancestors", NONE),)
REFERRER: Final = "same-origin"
# What no page asks for. The clipboard is left as it is: a reader copies citations.
_CLOSED: Final = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb")


@dataclass(frozen=True, slots=True)
class Caching:
    """How long a browser may keep the files whose addresses begin with ``start`` and end with ``end``."""

    start: str
    end: str
    control: str


PAGES: Final = "max-age=300, must-revalidate"
# The search's slices are named by a digest of what they hold; index.json, which names them, is not.
_SLICES: Final = ("ord", "lagen", "texter", "stavning", "datum", "motioner")
CACHING: Final[tuple[Caching, ...]] = (
    *(Caching(f"/sok/{folder}/", ".json", "max-age=31536000, immutable") for folder in _SLICES),
    Caching(addresses.ORIGINALS, "", "max-age=86400"),
    Caching("/assets/", "", "max-age=3600"),
)
OPEN_DATA: Final = addresses.DATA  # other sites' scripts may read what lies here


def meta() -> str:
    """The policy as the content of a page's ``<meta http-equiv="Content-Security-Policy">``."""
    return _joined(POLICY)


def headers() -> tuple[tuple[str, str], ...]:
    """Every header that goes with every file, as names and values; the policy holds what a meta element can say, and more."""
    return (
        ("Content-Security-Policy", _joined((*POLICY, *_HEADER_ONLY))),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", REFERRER),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _CLOSED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )


def headers_file() -> str:
    """The headers as ``_headers``, which static hosts read at the root of a site (Netlify's format; others have taken it up).

    No two blocks that match the same address name the same header: some hosts would send both.
    """
    blocks = [("/*", headers()), (f"{OPEN_DATA}*", (("Access-Control-Allow-Origin", "*"),))]
    blocks += [(f"{one.start}*", (("Cache-Control", one.control),)) for one in CACHING]
    return "\n".join(f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in block) for address, block in blocks)


def nginx() -> str:
    """The headers, and how long files may be kept, for nginx: two maps and a server to complete."""
    maps = "".join(f"    {_pattern(one)} {_quoted(one.control)};\n" for one in CACHING)
    said = "".join(f"    add_header {name} {_quoted(value)} always;\n" for name, value in headers())
    return f"""\
# nginx för arkivet. Filen kommer ur generator/policy.py: bara det som är märkt ÄNDRA rättas för hand.
# Lägg den i http-blocket, till exempel som /etc/nginx/conf.d/arkivet.conf.

map $uri $arkivet_cache {{
{maps}    default {_quoted(PAGES)};
}}
map $uri $arkivet_data {{
    ~^{OPEN_DATA} "*";
    default "";
}}

server {{
    listen 443 ssl;
    server_name motioner.example.se; # ÄNDRA
    ssl_certificate /etc/ssl/motioner.pem; # ÄNDRA
    ssl_certificate_key /etc/ssl/motioner.key;
    root /srv/motionsarkivet/site; # ÄNDRA
    index index.html;
    error_page 404 /404.html;
    server_tokens off;
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/html text/css text/csv application/javascript application/json application/xml application/atom+xml;

    # Alla add_header står på samma nivå: ett i ett location-block skulle ta bort de andra där.
{said}    add_header Cache-Control $arkivet_cache always;
    add_header Access-Control-Allow-Origin $arkivet_data always; # tomt värde: inget huvud

    gzip on;
    gzip_vary on;
    gzip_min_length 1024;
    gzip_types text/css text/csv text/plain application/javascript application/json application/xml application/rdf+xml application/atom+xml image/svg+xml;

    location / {{
        try_files $uri $uri/ =404;
    }}
    location ~ /feed[.]xml$ {{
        types {{ }}
        default_type application/atom+xml;
    }}
    location ~ [.]rdf$ {{
        types {{ }}
        default_type application/rdf+xml;
    }}
    # Dokument som andra har skrivit: ingen ändelse får göra dem till en webbsida. Teckenkoden är deras egen.
    location ^~ {addresses.ORIGINALS} {{
        types {{ application/pdf pdf; image/png png; image/jpeg jpg jpeg; image/tiff tif tiff; }}
        default_type text/plain;
        charset off;
    }}
    # Filer som webbplatsen bär till den som publicerar den, inte till läsare.
    location ~ ^/_(headers|redirects)$ {{
        return 404;
    }}
}}
"""


def apache() -> str:
    """The headers, and how long files may be kept, for Apache 2.4: a virtual host to complete."""
    said = "".join(f"    Header always set {name} {_quoted(value)}\n" for name, value in headers())
    kept = "".join(
        f"    Header always set Cache-Control {_quoted(one.control)} \"expr=%{{REQUEST_URI}} =~ m#{_pattern(one).removeprefix('~')}#\"\n"
        for one in CACHING
    )
    return f"""\
# Apache 2.4 för arkivet. Filen kommer ur generator/policy.py: bara det som är märkt ÄNDRA rättas för hand.
# Behöver modulerna headers, mime, dir, deflate, filter och ssl. Rätta raden efter varje ÄNDRA.

<VirtualHost *:443>
    # ÄNDRA
    ServerName motioner.example.se
    # ÄNDRA
    DocumentRoot "/srv/motionsarkivet/site"
    SSLEngine on
    # ÄNDRA
    SSLCertificateFile /etc/ssl/motioner.pem
    SSLCertificateKeyFile /etc/ssl/motioner.key
    ErrorDocument 404 /404.html
    DirectoryIndex index.html
    AddDefaultCharset Off
    AddCharset utf-8 .html .css .js .json .xml .csv
    AddType application/rdf+xml .rdf

{said}    Header always set Cache-Control {_quoted(PAGES)}
{kept}    Header always set Access-Control-Allow-Origin "*" "expr=%{{REQUEST_URI}} =~ m#^{OPEN_DATA}#"

    AddOutputFilterByType DEFLATE text/html text/css text/csv text/plain application/javascript application/json application/xml application/rdf+xml application/atom+xml image/svg+xml

    <Directory "/srv/motionsarkivet/site">
        Require all granted
        AllowOverride None
        Options -Indexes -FollowSymLinks -ExecCGI -Includes
    </Directory>
    <LocationMatch "/feed[.]xml$">
        ForceType application/atom+xml
    </LocationMatch>
    # Dokument som andra har skrivit: ingen ändelse får göra dem till en webbsida. Teckenkoden är deras egen.
    <Location "{addresses.ORIGINALS}">
        SetHandler default-handler
        ForceType text/plain
        RemoveEncoding .gz .tgz .Z .bz2
    </Location>
    <LocationMatch "^{addresses.ORIGINALS}.*[.]pdf$">
        ForceType application/pdf
    </LocationMatch>
    <LocationMatch "^{addresses.ORIGINALS}.*[.]png$">
        ForceType image/png
    </LocationMatch>
    <LocationMatch "^{addresses.ORIGINALS}.*[.]jpe?g$">
        ForceType image/jpeg
    </LocationMatch>
    <LocationMatch "^{addresses.ORIGINALS}.*[.]tiff?$">
        ForceType image/tiff
    </LocationMatch>
    # Filer som webbplatsen bär till den som publicerar den, inte till läsare.
    <LocationMatch "^/_(headers|redirects)$">
        Require all denied
    </LocationMatch>
</VirtualHost>
"""


def _joined(directives: Sequence[tuple[str, str]]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives)


def _pattern(one: Caching) -> str:
    """The addresses of ``one`` as a regular expression that nginx reads as one."""
    return f"~^{one.start}" + (f".*{one.end.replace('.', '[.]')}$" if one.end else "")


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
