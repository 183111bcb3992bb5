"""What a city's web editors put on their pages: the element, the iframe or a link."""

from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from corpus.city import City
from widget.assets import embed_hash, embed_version

# `allow-same-origin` leaves the chat its own origin, that of its server, not of the page around it; without
# it the browser would call it nobody's, and the server would refuse it.
SANDBOX = (
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads "
    "allow-modals"
)


@dataclass(frozen=True)
class Embedding:
    """The HTML for one city; `base` is the server's address without a slash at the end."""

    city: City
    base: str

    def script(self) -> Markup:
        """The element with its script, pinned by its hash; the look is told so that nothing moves later."""
        look = self.city.look
        attributes = {
            "city": self.city.id,
            "lang": self.city.languages[0],
            "base": self.base,
            "accent": look.accent,
            **({"accent-dark": look.accent_dark} if look.accent_dark else {}),
            **({"position": "left"} if look.position == "left" else {}),
        }
        shown = Markup(" ").join(Markup('{}="{}"').format(*pair) for pair in attributes.items())
        return Markup(
            '<script src="{base}/embed.js?v={version}" integrity="{hash}" crossorigin="anonymous" defer>'
            '</script>\n<stadt-lotse {attributes}><a href="{chat}">{label}</a></stadt-lotse>'
        ).format(
            base=self.base,
            version=embed_version(),
            hash=embed_hash(),
            attributes=shown,
            chat=self._address("/chat"),
            label=f"Fragen an die Stadt {self.city.name}",
        )

    def iframe(self) -> Markup:
        """The whole chat in a frame, for systems that allow no scripts."""
        return Markup(
            '<iframe src="{src}" title="{title}" width="100%" height="700" loading="lazy" '
            'sandbox="{sandbox}"></iframe>'
        ).format(
            src=self._address("/frame"),
            title=f"{self.city.look.title}: Fragen an die Stadt {self.city.name}",
            sandbox=SANDBOX,
        )

    def link(self) -> Markup:
        """A link to the page of its own."""
        return Markup('<a href="{href}">{label}</a>').format(
            href=self._address("/chat"), label=f"Fragen an die Stadt {self.city.name}"
        )

    def script_policy(self) -> tuple[str, ...]:
        """What a Content-Security-Policy of the page around must allow for `script`."""
        images = (f"img-src {self.base}",) if self.city.look.logo else ()
        return (f"script-src {self.base}/embed.js", f"connect-src {self.base}", *images)

    def iframe_policy(self) -> tuple[str, ...]:
        """What it must allow for `iframe`."""
        return (f"frame-src {self.base}",)

    def _address(self, path: str) -> str:
        query = urlencode({"city": self.city.id, "lang": self.city.languages[0]})
        return f"{self.base}{path}?{query}"
