"""A caller that holds documents, and servers on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.ingest.xzufi.stand_in import StandIn
from tests.unit.ingest.xzufi.conftest import Holder


@pytest.fixture
def holder(tmp_path: Path) -> Holder:
    return Holder(tmp_path)


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn() as served:
        yield served
