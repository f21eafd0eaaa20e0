"""`usage(month)` tells an admin who was active, as the command line does, and nobody else."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from schema.viewer import Viewer
from tests.server.changes.estate import ONE, Estate

AT = datetime.datetime(2026, 3, 31, 23, 30, tzinfo=datetime.UTC)
GONE = "gcp:gcp:gone"
QUERY = """query ($month: String!) { usage(month: $month) {
  month since until isOver connectors clouds
  active { id name cloud scans first last isRemoved } } }"""


@pytest.fixture
def noted(estate: Estate) -> Estate:
    ended = [("s1", ONE, "first", AT), ("s2", ONE, "one", AT), ("s3", GONE, "gone", AT),
             ("s4", ONE, "one", AT + datetime.timedelta(hours=1))]  # fmt: skip
    scans, connectors, names, times = zip(*ended, strict=True)
    estate.deployment.lake.append("scans", {
        "at": times, "scan": scans, "connector": connectors, "name": names,
        "state": ["complete"] * len(ended), "calls": [1] * len(ended),
    })  # fmt: skip
    return estate


def test_a_month_has_its_active_connectors(noted: Estate) -> None:
    said = noted.ask(QUERY, month="2026-03")["usage"]
    at = "2026-03-31T23:30:00+00:00"
    assert said == {
        "month": "2026-03", "since": "2026-03-01T00:00:00+00:00",
        "until": "2026-04-01T00:00:00+00:00", "isOver": True, "connectors": 2,
        "clouds": {"aws": 1, "gcp": 1},
        "active": [
            {"id": ONE, "name": "one", "cloud": "aws", "scans": 2, "first": at, "last": at,
             "isRemoved": False},
            {"id": GONE, "name": "gone", "cloud": "gcp", "scans": 1, "first": at, "last": at,
             "isRemoved": True},
        ],
    }  # fmt: skip
    assert noted.ask(QUERY, month="2020-01")["usage"]["connectors"] == 0


@pytest.mark.promise("S9")
def test_who_is_no_admin_is_told_nothing(noted: Estate) -> None:
    for viewer in (
        Viewer(name="all", everywhere="operator"), Viewer(name="one", on={ONE: "admin"}),
        Viewer(name="nobody"),
    ):  # fmt: skip
        assert noted.ask(QUERY, viewer, month="2026-03")["usage"] is None


def test_what_is_no_month_is_said_to_be_none(noted: Estate) -> None:
    said: Any = noted.api.execute(QUERY, {"month": "2026-13"})
    (error,) = said.errors
    assert error.message == "month: '2026-13' is no month: write it like 2026-03"
