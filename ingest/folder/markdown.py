"""Turns Markdown into HTML: CommonMark with tables and definition lists, raw HTML as text."""

from ingest.errors import Unreadable


def markdown_to_html(text: str) -> str:
    """Turn Markdown into an HTML fragment; raises `Unreadable` where it is nested beyond reason."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(deflist_plugin)
    try:
        return str(parser.render(_without_comments(text)))
    except RecursionError:
        raise Unreadable(
            "Die Datei ist zu tief verschachtelt. Bitte vereinfachen Sie Listen und Zitate."
        ) from None


def _without_comments(text: str) -> str:
    """Leave out HTML comments, in which editors keep what isn't to be read."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + 3
    return "".join(kept) + text[position:]
