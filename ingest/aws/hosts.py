"""Find what stands behind a host name that AWS gave: a bucket, a load balancer, a distribution.

A bucket's name is part of its host name. The others have names with digits of chance, so they are
looked up among what the account has: balancers in the region that their name tells, distributions
wherever they are, elastic addresses in every region, since an address tells none. What is not found
is another account's, or gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ingest.items import Answer, Item, Part
from ingest.model import Json, Ref

if TYPE_CHECKING:
    from ingest.aws.client import Aws

BALANCERS = "elasticloadbalancing:DescribeLoadBalancers"
REGION = r"[a-z]{2}(-[a-z]+)+-\d"
ENDING = r"\.amazonaws\.com(\.cn)?"
BUCKET = re.compile(
    rf"(?P<bucket>.+)\.s3(?P<website>-website)?(\.dualstack)?([.-]{REGION})?{ENDING}"
)
WEBSITE = re.compile(rf"s3-website[.-]{REGION}{ENDING}")
BALANCER = re.compile(rf".+\.((?P<old>{REGION})\.elb|elb\.(?P<new>{REGION})){ENDING}")
DISTRIBUTION = re.compile(r"[a-z0-9]+\.cloudfront\.(net|cn)")
DUAL_STACK = "dualstack."


def plain(host: str) -> str:
    """Return a host name as load balancers and distributions say it of themselves."""
    return host.lower().rstrip(".").removeprefix(DUAL_STACK)


def bucket_of(host: str) -> str | None:
    """Return the name of the bucket that a host name holds."""
    found = BUCKET.fullmatch(plain(host))
    return found["bucket"] if found else None


def is_website(host: str) -> bool:
    """Tell whether a host name is that of a bucket's website, which speaks no TLS."""
    found = BUCKET.fullmatch(plain(host))
    return bool(found and found["website"])


def is_website_of_region(host: str) -> bool:
    """Tell whether a host name serves websites by the name that they are asked for under."""
    return WEBSITE.fullmatch(plain(host)) is not None


def balancer_region(host: str) -> str | None:
    """Return the region of the load balancer that a host name is of, None where it is of none."""
    found = BALANCER.fullmatch(plain(host))
    return (found["old"] or found["new"]) if found else None


def is_distribution(host: str) -> bool:
    """Tell whether a host name is that of a distribution."""
    return DISTRIBUTION.fullmatch(plain(host)) is not None


def bucket_ref(aws: Aws, bucket: str) -> Ref[Any]:
    """Return the reference to a bucket by its name."""
    return Ref(aws.arn("s3", bucket, region="", account=""))


def balancers_in(region: str, hosts: Callable[[Json], Iterable[str]]) -> Part:
    """Return the part that lists the load balancers of a region, where `hosts` name one of it."""
    return Part(
        f"Balancers in {region}", "describe_load_balancers", BALANCERS, {},
        service="elbv2", pages="LoadBalancers", shared=True, region=lambda _: region,
        when=lambda entry: any(balancer_region(host) == region for host in hosts(entry)),
    )  # fmt: skip


def lookup(item: Item, prefix: str) -> Answer:
    """Return what was listed by the parts whose names begin so, by the rest of their names.

    One refusal refuses it all.
    """
    answers = {name: a for name, a in item.answers.items() if name.startswith(prefix)}
    refused = next((a.refused for a in answers.values() if a.refused is not None), None)
    listed = {
        name.removeprefix(prefix): entries
        for name, answer in answers.items()
        for entries in answer.body.values()
    }
    return Answer(body=listed, refused=refused)


def named(listed: Json, hosts: Iterable[str], host: str, arn: str) -> list[Ref[Any]]:
    """Return references to what was listed under one of the host names.

    `host` and `arn` are the members that hold a listed thing's host name and ARN.
    """
    wanted = {plain(name) for name in hosts}
    return [
        Ref(entry[arn])
        for entries in listed.values()
        for entry in entries
        if plain(entry.get(host) or "") in wanted
    ]


def own_raw(item: Item, *prefixes: str) -> Json:
    """Return the configuration as read, without what was listed to look something up."""
    return {name: value for name, value in item.raw.items() if not name.startswith(prefixes)}
