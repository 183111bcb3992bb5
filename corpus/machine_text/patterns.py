"""The patterns of `addressed.toml`, compiled once, and which of them a word can be the start of."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from corpus.machine_text.fold import without_marks

_FRAGMENT = re.compile(r"%([a-z_]+)%")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Group:
    """Patterns that are tried where a word begins like one of `when` and another like one of `also`."""

    when: tuple[str, ...]
    also: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Patterns:
    """All patterns. `demands` are commands that prove nothing alone; the rest tells what is spared."""

    groups: tuple[Group, ...]
    demands: re.Pattern[str]
    subjects: re.Pattern[str]
    formal: re.Pattern[str]
    explains: re.Pattern[str]
    quoted: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Read the package's patterns; they never change while the program runs."""
    data = tomllib.loads(files("corpus.machine_text").joinpath("addressed.toml").read_text(encoding="utf-8"))
    fragments: dict[str, str] = data["fragments"]
    spared = data["spared"]
    groups = (
        Group(_stems(one["when"]), _stems(one.get("also", "")), any_of(one["patterns"], fragments))
        for one in data["groups"]
    )
    return Patterns(
        groups=tuple(groups),
        demands=any_of(data["demands"]["any"], fragments),
        subjects=any_of(spared["subjects"], fragments),
        formal=any_of(spared["formal"], fragments),
        explains=any_of(spared["explains"], fragments),
        quoted=re.compile("|".join(spared["quoted"])),
    )


def matching_groups(folded: str) -> list[Group]:
    """Give the groups that `folded` (of `fold`) has the words for."""
    words = {_roles(word) for word in set(_WORD.findall(folded))}
    when = frozenset().union(*(starts for starts, _ in words))
    also = frozenset().union(*(others for _, others in words))
    groups = patterns().groups
    return [groups[index] for index in when if not groups[index].also or index in also]


@lru_cache(maxsize=100_000)
def _roles(word: str) -> tuple[frozenset[int], frozenset[int]]:
    """Give the numbers of the groups that a word starts, and of those that it completes."""
    groups = patterns().groups
    return (
        frozenset(index for index, group in enumerate(groups) if word.startswith(group.when)),
        frozenset(index for index, group in enumerate(groups) if group.also and word.startswith(group.also)),
    )


def _stems(text: str) -> tuple[str, ...]:
    return tuple(without_marks(text.lower()).split())


def any_of(found: Iterable[str], fragments: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern of regular expressions, for text of `fold`; `%word%` stands for an entry of `fragments`."""
    each = (f"(?:{without_marks(_filled(one, fragments))})" for one in found)
    return re.compile("|".join(each), re.IGNORECASE)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda name: fragments[name[1]], pattern)
    return pattern
