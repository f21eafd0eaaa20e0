"""The ground the demo's parts are built on: clients, names, tags, and the book of what was made.

Each part (`identity`, `storage`, ...) is a function that takes the `Ground`, makes things through
real boto3 and writes them into the book. Chance comes from one seeded generator, calls are made
one after the other: the same seed builds the same estate. No part imports another part: what one
needs of another (a key, a role, a subnet) it finds in the book under its name.
"""

from __future__ import annotations

import random
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator

REGIONS = ("us-east-1", "eu-west-1", "eu-central-1")
HOME = REGIONS[0]
UNKNOWN_ACCOUNT = "999988887777"

_OWNERS = ("shop", "billing", "data", "search")
_CONFIDENTIAL = ("billing", "data", "customer")


class Ground:
    """What the parts share.

    `counts`: how many were made of each type, such as `ec2:instance`; `notable`: a name such as
    `public_bucket` to an ARN; `book`: a part's own name for a thing, such as `key/us-east-1/logs`,
    to what the API wants to be told; `secrets`: canaries that must never be stored or logged.
    """

    def __init__(self, endpoint_url: str, *, seed: int) -> None:
        self.endpoint_url = endpoint_url
        self.chance = random.Random(seed)  # noqa: S311 - a demo's choices, no secrets
        self.counts: Counter[str] = Counter()
        self.notable: dict[str, str] = {}
        self.book: dict[str, str] = {}
        self.secrets: list[str] = []
        self._clients: dict[tuple[str, str], Any] = {}
        self.account: str = self.client("sts").get_caller_identity()["Account"]

    def client(self, service: str, region: str = HOME) -> Any:
        """Return the boto3 client of a service in a region, made once."""
        if (service, region) not in self._clients:
            self._clients[service, region] = boto3.client(
                service,
                region_name=region,
                endpoint_url=self.endpoint_url,
                aws_access_key_id="demo",
                aws_secret_access_key="demo",  # noqa: S106 - the stand-in takes any
                config=Config(retries={"mode": "standard", "max_attempts": 3}),
            )
        return self._clients[service, region]

    def use(self, key: str, secret: str) -> None:
        """Make one call with an access key, so that it counts as used."""
        boto3.client(
            "sts",
            region_name=HOME,
            endpoint_url=self.endpoint_url,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
        ).get_caller_identity()

    @contextmanager
    def days_ago(self, days: int) -> Iterator[None]:
        """Make things in the past; in the present where the stand-in has no such clock."""
        self._set_clock(days)
        try:
            yield
        finally:
            self._set_clock(0)

    def _set_clock(self, days: int) -> None:
        url = f"{self.endpoint_url}/demo/clock?days={days}"
        request = urllib.request.Request(url, method="POST")  # noqa: S310 - our own loopback URL
        try:
            urllib.request.urlopen(request, timeout=30).close()  # noqa: S310 - as above
        except urllib.error.HTTPError as refused:
            refused.close()  # a moto that we did not start

    def made(self, kind: str, number: int = 1) -> None:
        """Count what was made of a type."""
        self.counts[kind] += number

    def arn(self, service: str, region: str, rest: str) -> str:
        """Return the ARN of a thing of this account, for the APIs that give none."""
        return f"arn:aws:{service}:{region}:{self.account}:{rest}"

    def ec2_arn(self, region: str, kind: str, identifier: str) -> str:
        """Return the ARN of an EC2 thing, such as `instance`, from its id."""
        return self.arn("ec2", region, f"{kind}/{identifier}")

    def secret(self, where: str) -> str:
        """Return a new canary secret, remembered, that says where it was planted."""
        value = f"canary-{where}-{self.chance.getrandbits(64):016x}"
        self.secrets.append(value)
        return value


def tags(name: str, *, env: str = "prod", owner: bool = True) -> list[dict[str, str]]:
    """Return the company's tags of a thing, as `[{"Key": ..., "Value": ...}]`."""
    team = next((o for o in _OWNERS if o in name), "platform")
    confidential = any(word in name for word in _CONFIDENTIAL)
    found = {
        "Name": name,
        "env": env,
        "data-classification": "confidential" if confidential else "internal",
    }
    if owner:
        found["owner"] = f"team-{team}"
    return [{"Key": key, "Value": value} for key, value in found.items()]


def tag_map(name: str, *, env: str = "prod", owner: bool = True) -> dict[str, str]:
    """Return the same as a plain map, for the APIs that take one."""
    return {tag["Key"]: tag["Value"] for tag in tags(name, env=env, owner=owner)}


def statement(actions: list[str], resources: list[str], **more: Any) -> dict[str, Any]:
    """Return a policy document of one Allow statement."""
    allow = {"Effect": "Allow", "Action": actions, "Resource": resources, **more}
    return {"Version": "2012-10-17", "Statement": [allow]}


def trust(principal: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    """Return a trust policy that lets a principal assume the role."""
    allow = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **more}
    return {"Version": "2012-10-17", "Statement": [allow]}
