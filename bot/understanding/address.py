"""Questions whose answer depends on where somebody lives."""

from bot.patterns import load_patterns


def depends_on_address(text: str) -> bool:
    """Whether the answer to `text` depends on an address: waste days, polling stations, catchment areas."""
    return bool(load_patterns("bot.understanding", "address.toml")["depends"].search(text))
