"""What of a page counts as a change."""

import pytest

from ingest.website.essence import same_content

PAGE = (
    '<html><head><meta name="description" content="Pass"><script>x=1</script></head><body><!-- 12:00 -->'
    '<form action="/suche?token=1"><input name="t" value="1"></form><p class="a">Der Pass kostet 70 Euro.</p>'
    '<script type="application/ld+json">{"price": 70}</script><a href="/b">B</a></body></html>'
)


@pytest.mark.parametrize(
    ("old", "new"), [("x=1", "x=2"), ("12:00", "12:01"), ('value="1"', 'value="2"'), ("token=1", "token=2")]
)
def test_tokens_scripts_and_comments_are_no_change(old: str, new: str) -> None:
    assert same_content(PAGE.encode(), PAGE.replace(old, new).encode(), "text/html")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("70 Euro", "80 Euro"),
        ('": 70', '": 80'),
        ("/b", "/c"),
        ('class="a"', 'class="a" hidden'),
        ("Pass", "Paß"),
    ],
)
def test_text_links_structure_and_structured_data_are(old: str, new: str) -> None:
    assert not same_content(PAGE.encode(), PAGE.replace(old, new).encode(), "text/html")
