"""The fixtures that give tests an AWS: take them in by `pytest_plugins` of the top conftest.

`moto`: one server a test process. `aws_cloud`: it, emptied, with a proxy before it; `read_cloud`:
the same, not emptied, for tests that look at calls and not at what is there. `estate`: the
demo's whole estate, filled once a session on a server of its own; read it, never change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.config import Config

from server.demo.estate import Estate, fill
from server.demo.moto_server import MotoServer
from tests.clouds.aws.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_RETRY = Config(retries={"mode": "standard", "total_max_attempts": 1})


@dataclass(frozen=True, kw_only=True)
class AwsCloud:
    """An AWS to talk to: `endpoint_url` is the proxy's, `moto_url` the way around it."""

    proxy: Proxy
    moto_url: str

    @property
    def endpoint_url(self) -> str:
        return self.proxy.endpoint_url

    def client(
        self, service: str, region: str = "us-east-1", *, config: Config = _NO_RETRY, **more: Any
    ) -> Any:
        """Make a boto3 client that does not retry, with keys of its own unless others are given."""
        keys = {"aws_access_key_id": "AKIATEST", "aws_secret_access_key": "test", **more}
        return boto3.client(
            service, region_name=region, endpoint_url=self.endpoint_url, config=config, **keys
        )


@dataclass(frozen=True, kw_only=True)
class EstateCloud(AwsCloud):
    """The demo's estate: what was made, and the AWS that holds it."""

    made: Estate


@pytest.fixture(scope="session")
def moto() -> Iterator[MotoServer]:
    with MotoServer() as server:
        yield server


@pytest.fixture
def aws_cloud(moto: MotoServer) -> Iterator[AwsCloud]:
    moto.reset()
    with Proxy(moto.endpoint_url) as proxy:
        yield AwsCloud(proxy=proxy, moto_url=moto.endpoint_url)


@pytest.fixture
def read_cloud(moto: MotoServer) -> Iterator[AwsCloud]:
    with Proxy(moto.endpoint_url) as proxy:
        yield AwsCloud(proxy=proxy, moto_url=moto.endpoint_url)


@pytest.fixture(scope="session")
def _filled() -> Iterator[tuple[MotoServer, Estate]]:
    with MotoServer() as server:
        yield server, fill(server.endpoint_url)


@pytest.fixture
def estate(_filled: tuple[MotoServer, Estate]) -> Iterator[EstateCloud]:
    server, made = _filled
    with Proxy(server.endpoint_url) as proxy:
        yield EstateCloud(proxy=proxy, moto_url=server.endpoint_url, made=made)
