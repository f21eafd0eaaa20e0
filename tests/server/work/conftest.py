"""What the tests of workers share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.connect import Settings
from tests.clouds.aws.fixtures import AwsCloud
from tests.server.running import furnish
from tests.server.work.nursery import Nursery
from tests.server.work.scene import Scene


@pytest.fixture
def scene(
    aws_cloud: AwsCloud, graph: neo4j.Driver, neo4j_server: Settings, tmp_path: Path
) -> Scene:
    return make_scene(aws_cloud, graph, neo4j_server, tmp_path)


def make_scene(cloud: AwsCloud, driver: neo4j.Driver, at: Settings, folder: Path) -> Scene:
    furnish(cloud.moto_url)
    for name in ("ledger", "public-site"):
        cloud.client("s3").delete_bucket(Bucket=name)
    scene = Scene(driver=driver, proxy=cloud.proxy, moto_url=cloud.moto_url, folder=folder, at=at)
    scene.next_generation()
    return scene


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    with Nursery(tmp_path) as made:
        yield made
