"""The least that a reader of an account needs, as an IAM policy made from the declarations.

Only actions that read configuration are in it. One that would read what is kept in a resource (an
object, a secret, a parameter, a queue's messages, a function's code) has no place there, whatever
a declaration says: `check_reads` refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ingest.catalogue import Catalogue

READS = re.compile(r"^([a-z0-9-]+:(Describe|Get|List|BatchGet|Lookup)[A-Za-z0-9]*|apigateway:GET)$")
# API Gateway has one action for whatever is read, the values of API keys among it.
NARROWED = {"apigateway:GET": ["arn:*:apigateway:*::/restapis*", "arn:*:apigateway:*::/apis*"]}
# Actions that begin like reads and hand out content, or change something.
CONTENT = re.compile(
    r"^(s3:GetObject.*|secretsmanager:(GetSecretValue|BatchGetSecretValue)|ssm:GetParameter.*|"
    r"dynamodb:(GetItem|BatchGetItem|GetRecords)|kinesis:GetRecords|sqs:GetMessage.*|"
    r"lambda:GetFunction|ecr:(GetAuthorizationToken|GetDownloadUrlForLayer|BatchGetImage)|"
    r"sts:GetFederationToken|sts:GetSessionToken|logs:GetLogEvents|logs:GetLogRecord|"
    r"athena:GetQueryResults|codecommit:GetFile|ec2:GetPasswordData|ec2:GetConsole.*|"
    r"cognito-identity:Get(Id|OpenIdToken.*|CredentialsForIdentity)|"
    r"rds-data:.*|glacier:GetJobOutput|lightsail:GetInstanceAccessDetails)$"
)
IN_A_STATEMENT = 200  # a managed policy holds 6,144 characters without its blanks


class NotARead(ValueError):
    """A declaration asks for more than reading configuration; the message names the action."""


def check_reads(actions: Iterable[str]) -> None:
    """Raise NotARead for an action that does more than read configuration."""
    for action in actions:
        if not READS.match(action) or CONTENT.match(action):
            raise NotARead(f"{action} is more than reading configuration: find another call")


def policy(catalogue: Catalogue, *, more: Iterable[str] = ()) -> dict[str, Any]:
    """Return the IAM policy document that reading every declared type needs. Raises NotARead."""
    actions = sorted({*catalogue.permissions("aws"), *more})
    check_reads(actions)
    wide = [action for action in actions if action not in NARROWED]
    statements: list[tuple[list[str], str | list[str]]] = [
        (wide[start : start + IN_A_STATEMENT], "*") for start in range(0, len(wide), IN_A_STATEMENT)
    ]
    statements += [([action], NARROWED[action]) for action in actions if action in NARROWED]
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": f"CirrographReads{number or ''}",
                "Effect": "Allow",
                "Action": allowed,
                "Resource": resources,
            }
            for number, (allowed, resources) in enumerate(statements)
        ],
    }
