"""The demo's CloudTrail trails: one as it should be, one that is off, one in one region only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.demo.ground import HOME, tags

if TYPE_CHECKING:
    from server.demo.ground import Ground


def build_trails(ground: Ground) -> None:
    """Make the trails, into a bucket that is as it should be and one that is open."""
    good: dict[str, Any] = {
        "IsMultiRegionTrail": True,
        "EnableLogFileValidation": True,
        "KmsKeyId": ground.book[f"key/{HOME}/logs"],
    }
    ground.notable["good_trail"] = _trail(ground, HOME, "platform-all", good)
    ground.notable["stopped_trail"] = _trail(ground, HOME, "legacy-audit", {}, logging=False)
    regional = _trail(ground, "eu-west-1", "data-lake-audit", {}, bucket="data-lake-trail")
    ground.notable["trail_without_validation"] = regional


def _trail(
    ground: Ground,
    region: str,
    name: str,
    settings: dict[str, Any],
    *,
    bucket: str = "platform-trail",
    logging: bool = True,
) -> str:
    cloudtrail = ground.client("cloudtrail", region)
    made = cloudtrail.create_trail(Name=name, S3BucketName=bucket, TagsList=tags(name), **settings)
    if logging:
        cloudtrail.start_logging(Name=name)
    ground.made("cloudtrail:trail")
    arn: str = made["TrailARN"]
    return arn
