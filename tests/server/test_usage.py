"""`cirrograph usage`, from a scan to a connector that is gone."""

from __future__ import annotations

from pathlib import Path

import neo4j

from graph.connect import Settings
from tests.clouds.aws.fixtures import AwsCloud
from tests.server.running import furnish, shell


def test_usage_counts_what_was_read_also_when_it_is_gone(
    aws_cloud: AwsCloud, graph: neo4j.Driver, neo4j_server: Settings, tmp_path: Path
) -> None:
    assert graph is not None  # emptied
    furnish(aws_cloud.moto_url)
    user = shell(tmp_path / "home", neo4j_server, aws_cloud.endpoint_url)
    user.json("connectors", "add", "aws", "--name", "shop", "--regions", "us-east-1")
    assert user.json("usage")["connectors"] == 0
    user.json("scan")
    said = user.json("usage")
    assert (said["connectors"], said["clouds"], said["is_over"]) == (1, {"aws": 1}, False)
    (one,) = said["active"]
    assert (one["id"], one["name"], one["scans"]) == ("aws:aws:123456789012", "shop", 1)
    user.json("connectors", "remove", "shop", "--yes")
    (gone,) = user.json("usage", "--month", said["month"])["active"]
    assert (gone["name"], gone["is_removed"]) == ("shop", True)
    assert user.json("usage", "--month", "2020-01")["connectors"] == 0
    assert "shop (removed)" in user.run("usage").out
    assert "write it like 2026-03" in user.refused("usage", "--month", "March")
