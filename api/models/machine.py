"""What this machine has for a model."""

from pathlib import Path

_GIB_TO_GB = 1024 / 10**9


def memory_gb() -> float | None:
    """The machine's memory in GB (10^9 bytes), or what its container may use; None where nobody tells."""
    limits = [_total(Path("/proc/meminfo")), _container(Path("/sys/fs/cgroup/memory.max"))]
    known = [limit for limit in limits if limit is not None]
    return min(known) if known else None


def _total(path: Path) -> float | None:
    """`MemTotal` of Linux' meminfo, which is in KiB (proc(5))."""
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    sizes = [line.split()[1] for line in lines if line.startswith("MemTotal:")]
    return int(sizes[0]) * _GIB_TO_GB if sizes else None


def _container(path: Path) -> float | None:
    try:
        limit = path.read_text(encoding="ascii").strip()
    except OSError:
        return None
    return int(limit) / 10**9 if limit.isdigit() else None
