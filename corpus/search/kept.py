"""What was read of an index that never changes, kept as long as it is asked for often."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """At most `most` values by key, those that were asked for last; safe to use from many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def of(
        self, keys: Iterable[Key], read: Callable[[Sequence[Key]], Mapping[Key, Value]]
    ) -> dict[Key, Value]:
        """The values of `keys`, in their order; those that aren't kept come from `read`, asked once.

        What `read` doesn't give is left out, and asked for again the next time.
        """
        wanted = dict.fromkeys(keys)
        found: dict[Key, Value] = {}
        with self._lock:
            for key in wanted:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    found[key] = self._kept[key]
        if len(found) == len(wanted):
            return found
        new = read([key for key in wanted if key not in found])
        with self._lock:
            self._kept.update(new)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return {key: new[key] if key in new else found[key] for key in wanted if key in new or key in found}
