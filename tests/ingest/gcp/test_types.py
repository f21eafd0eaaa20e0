"""Every type of Google Cloud reads the estate whole, and says what is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ingest.gcp.reader import GcpReader
from tests.ingest.gcp.reading import LABELS, read

Opened = Callable[..., GcpReader]


@pytest.mark.parametrize("label", LABELS)
def test_a_type_reads_the_estate_whole(label: str, opened: Opened) -> None:
    found = read(opened(), label)
    assert found.rows
    assert found.odd == []
    assert {uid: unread for uid, unread in found.unread.items() if unread} == {}
