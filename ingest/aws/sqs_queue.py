"""Amazon SQS queues: who may use them, how they are encrypted, where failed messages go.

Left out: its address, which says the same as the ARN, and how many messages wait, which changes
all the time.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ingest.aws.kms import kms_ref
from ingest.aws.policy import document, public_actions, requires_tls
from ingest.aws.times import of_seconds
from ingest.items import Item, Part
from ingest.model import Document, Json, Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.aws.client import Aws
    from ingest.aws.kms_alias import AwsKmsAlias
    from ingest.aws.kms_key import AwsKmsKey

ATTRIBUTES = "sqs:GetQueueAttributes"


class AwsSqsQueue(Resource, service="sqs", lists="sqs:ListQueues"):
    """An Amazon SQS queue."""

    arn: str = key("Amazon Resource Name.")
    is_fifo: bool = prop("It keeps messages in order.")
    is_encrypted: bool = prop(
        "Its messages are encrypted at rest, with a key of SQS's own or a KMS key.",
        reads=ATTRIBUTES,
    )
    retention_seconds: int | None = prop("How long it keeps messages.", reads=ATTRIBUTES)
    visibility_timeout_seconds: int | None = prop(
        "How long a message that somebody took is hidden from others.", reads=ATTRIBUTES
    )
    max_receives: int | None = prop(
        "How often a message is given out before it counts as failed; null where it never does.",
        reads=ATTRIBUTES,
    )
    redrive_permission: str | None = prop(
        "Which queues may send failed messages here: `allowAll`, `denyAll`, `byQueue`, or null "
        "where nothing is set and all may.",
        reads=ATTRIBUTES,
    )
    policy: Document | None = prop("The queue policy.", reads=ATTRIBUTES)
    policy_public_actions: list[str] = prop(
        "Actions that the policy allows to anyone, without a condition that narrows who.",
        reads=ATTRIBUTES,
    )
    requires_tls: bool = prop(
        "The policy denies requests that are not made over TLS.", reads=ATTRIBUTES
    )
    kms_key: Ref[AwsKmsKey | AwsKmsAlias] | None = edge(
        "ENCRYPTED_BY", "KMS key of the messages at rest.", reads=ATTRIBUTES
    )
    dead_letters: Ref[AwsSqsQueue] | None = edge(
        "SENDS_TO", "Queue that gets the messages that failed.", reads=ATTRIBUTES
    )
    tags: dict[str, str] = tags(reads="sqs:ListQueueTags")
    created_at: datetime | None = prop("When it was made.", reads=ATTRIBUTES)


PAGES = {"PageSize": 1000}
URL = {"QueueUrl": "QueueUrl"}
PARTS = (
    Part(
        "QueueAttributes", "get_queue_attributes", ATTRIBUTES, URL, keep={"AttributeNames": ["All"]}
    ),
    Part("Tagging", "list_queue_tags", "sqs:ListQueueTags", URL),
)


def fetch(aws: Aws) -> Records[AwsSqsQueue]:
    """Yield the region's queues."""
    # Without a size of the page, AWS tells of a thousand queues and not that there are more.
    addresses = aws.pages("list_queues", "QueueUrls", PaginationConfig=PAGES)
    return aws.records(read, ({"QueueUrl": address} for address in addresses), PARTS)


def read(aws: Aws, item: Item) -> AwsSqsQueue:
    """Make the record of one queue, whose account and name stand at the end of its address."""
    account, name = item["QueueUrl"].split("/")[-2:]
    about = item.part("QueueAttributes")
    return AwsSqsQueue(
        arn=aws.arn("sqs", name, account=account),
        name=name,
        raw=item.raw,
        is_fifo=name.endswith(".fifo"),
        is_encrypted=about.read(_is_encrypted),
        retention_seconds=about.read(lambda a: _number(a, "MessageRetentionPeriod")),
        visibility_timeout_seconds=about.read(lambda a: _number(a, "VisibilityTimeout")),
        max_receives=about.read(lambda a: _redrive(a).get("maxReceiveCount")),
        redrive_permission=about.read(_redrive_permission),
        policy=about.read(_policy),
        policy_public_actions=about.read(lambda a: public_actions(_policy(a))),
        requires_tls=about.read(lambda a: requires_tls(_policy(a))),
        kms_key=about.read(lambda a: kms_ref(aws, _of(a, "KmsMasterKeyId"))),
        dead_letters=about.read(_dead_letters),
        tags=item.part("Tagging").get("Tags", default={}),
        created_at=about.read(lambda a: of_seconds(_of(a, "CreatedTimestamp"))),
    )


def _of(answer: Json, attribute: str) -> Any:
    return answer["Attributes"].get(attribute)


def _number(answer: Json, attribute: str) -> int | None:
    value = _of(answer, attribute)
    return None if value is None else int(value)


def _is_encrypted(answer: Json) -> bool:
    return bool(_of(answer, "KmsMasterKeyId")) or _of(answer, "SqsManagedSseEnabled") == "true"


def _policy(answer: Json) -> Document | None:
    return document(_of(answer, "Policy"))


def _redrive(answer: Json) -> Json:
    found: Json = json.loads(_of(answer, "RedrivePolicy") or "{}")
    return {**found, "maxReceiveCount": int(found["maxReceiveCount"])} if found else found


def _redrive_permission(answer: Json) -> str | None:
    found: Json = json.loads(_of(answer, "RedriveAllowPolicy") or "{}")
    return found.get("redrivePermission")


def _dead_letters(answer: Json) -> Ref[AwsSqsQueue] | None:
    arn = _redrive(answer).get("deadLetterTargetArn")
    return Ref(arn) if arn else None
