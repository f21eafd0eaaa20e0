"""Transit gateways, own and shared ones, and what is attached to them.

The owner of a gateway lists all that is attached, another account only what it attached itself.
Left out: peers of other regions, which the listing of attachments names without their region; and
the route tables of the gateways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.aws.ec2 import PAGES, ec2_arn, name_of
from ingest.aws.tagged import tags_of
from ingest.items import Item, Part
from ingest.model import Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.ec2_vpc import AwsVpc

ATTACHMENTS = "ec2:DescribeTransitGatewayAttachments"
ATTACHED = {
    "attachment": "Id of the attachment, `tgw-attach-...`.",
    "state": "`available`, `pendingAcceptance`, `rejected`, ...",
}


class AwsTransitGateway(Resource, service="ec2", lists="ec2:DescribeTransitGateways"):
    """A transit gateway: a hub that networks are attached to."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Its id, `tgw-...`.", indexed=True)
    state: str = prop("`available`, `pending`, `modifying`, `deleting` or `deleted`.")
    description: str | None = prop("What its makers said it is for.")
    accepts_attachments: bool | None = prop(
        "What accounts attach that it is shared with is accepted unasked; null where not told."
    )
    associates_by_default: bool | None = prop(
        "What is attached gets its default route table; null where not told."
    )
    propagates_by_default: bool | None = prop(
        "What is attached makes its routes known to the default route table; null where not told."
    )
    cidrs: list[str] = prop("The blocks of its own addresses.")
    vpcs: list[Ref[AwsVpc]] = edge(
        "CONNECTS_TO",
        "The networks that are attached; they may be another account's.",
        reads=ATTACHMENTS,
        props=ATTACHED,
    )
    others: list[Ref[Resource]] = edge(
        "CONNECTS_TO",
        "The VPN connections and Direct Connect gateways that are attached.",
        reads=ATTACHMENTS,
        props=ATTACHED,
    )
    tags: dict[str, str] = tags()


PARTS = (
    Part(
        "Attachments", "describe_transit_gateway_attachments", ATTACHMENTS,
        {"Filters": lambda g: [
            {"Name": "transit-gateway-id", "Values": [g.get("TransitGatewayId")]}
        ]},
        pages="TransitGatewayAttachments",
    ),
)  # fmt: skip


def fetch(aws: Aws) -> Records[AwsTransitGateway]:
    """Yield the region's transit gateways, with those that other accounts share."""
    listed = aws.pages("describe_transit_gateways", "TransitGateways", PaginationConfig=PAGES)
    return aws.records(read, listed, PARTS)


def read(aws: Aws, item: Item) -> AwsTransitGateway:
    """Make the record of one transit gateway."""
    options, attachments = item.get("Options", {}), item.part("Attachments")
    return AwsTransitGateway(
        arn=item["TransitGatewayArn"],
        name=name_of(item, item["TransitGatewayId"]),
        created_at=item.get("CreationTime"),
        raw=item.raw,
        id=item["TransitGatewayId"],
        state=item["State"],
        description=item.get("Description") or None,
        accepts_attachments=_is_on(options, "AutoAcceptSharedAttachments"),
        associates_by_default=_is_on(options, "DefaultRouteTableAssociation"),
        propagates_by_default=_is_on(options, "DefaultRouteTablePropagation"),
        cidrs=options.get("TransitGatewayCidrBlocks") or [],
        vpcs=attachments.read(lambda a: _attached(aws, a, {"vpc": "vpc"})),
        others=attachments.read(
            lambda a: [
                *_attached(aws, a, {"vpn": "vpn-connection"}),
                *_direct_connect(aws, a),
            ]
        ),
        tags=tags_of(item.get("Tags")),
    )


def _is_on(options: Json, name: str) -> bool | None:
    return options[name] == "enable" if options.get(name) else None


def _attached(aws: Aws, answer: Json, kinds: dict[str, str]) -> list[Ref[Any]]:
    return [
        Ref(ec2_arn(aws, kinds[a["ResourceType"]], a["ResourceId"], a["ResourceOwnerId"]), _said(a))
        for a in _there(answer)
        if a["ResourceType"] in kinds
    ]


def _direct_connect(aws: Aws, answer: Json) -> list[Ref[Any]]:
    """Return the Direct Connect gateways, which belong to no region."""
    return [
        Ref(
            aws.arn(
                "directconnect",
                f"dx-gateway/{a['ResourceId']}",
                region="",
                account=a["ResourceOwnerId"],
            ),
            _said(a),
        )
        for a in _there(answer)
        if a["ResourceType"] == "direct-connect-gateway"
    ]


def _there(answer: Json) -> list[Json]:
    """Return the attachments that were not deleted."""
    return [a for a in answer.get("TransitGatewayAttachments") or [] if a["State"] != "deleted"]


def _said(attachment: Json) -> Json:
    return {
        "attachment": attachment["TransitGatewayAttachmentId"],
        "state": attachment["State"],
    }
