"""What Classic Load Balancers and their listeners share: the ARN, which the API does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.aws.client import Aws


def balancer_arn(aws: Aws, name: str) -> str:
    """Return the ARN of a Classic Load Balancer by its name."""
    return aws.arn("elasticloadbalancing", f"loadbalancer/{name}")
