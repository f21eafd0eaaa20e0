"""Faults a proxy answers with instead of AWS, each in the form and with the code AWS itself uses.

A fault is picked by the name of the call (`s3:GetBucketEncryption`, patterns such as `ec2:*`),
by region and by access key. What is not here: how the answer gets on the wire (`proxy`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clouds.aws.operations import Call


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What goes back: a status, headers, a body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A rule: which calls it hits, how often, and one of what happens to them.

    `times` is how many calls it still hits (None: all); `delay` in seconds may go with anything.
    """

    names: tuple[str, ...]
    region: str | None = None
    access_key: str | None = None
    probability: float = 1.0
    times: int | None = None
    delay: float = 0.0
    cut: bool = False
    answer: Callable[[Call], Answer] | None = None
    rewrite: Callable[[bytes], bytes] | None = None

    def hits(self, call: Call) -> bool:
        return (
            any(fnmatchcase(call.name, name) for name in self.names)
            and self.region in (None, call.region)
            and self.access_key in (None, call.access_key)
        )


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A kind of error: its status and code by default, and where a service has its own."""

    status: int
    code: str
    message: str
    own: dict[str, tuple[int, str]]  # service or protocol to status and code

    def answer(self, call: Call) -> Answer:
        status, code = self.own.get(
            call.service, self.own.get(call.protocol, (self.status, self.code))
        )
        return error(call, status, code, self.message.format(call=call))


DENIED = Trouble(
    status=403,
    code="AccessDenied",
    message="User: arn:aws:iam::123456789012:user/scanner is not authorized to perform: "
    "{call.name} because no identity-based policy allows the action",
    own={
        "ec2": (403, "UnauthorizedOperation"),
        "sns": (403, "AuthorizationError"),
        "json": (400, "AccessDeniedException"),
        "rest-json": (403, "AccessDeniedException"),
    },
)
EXPIRED = Trouble(
    status=403,
    code="ExpiredToken",
    message="The security token included in the request is expired",
    own={
        "ec2": (400, "RequestExpired"),
        "s3": (400, "ExpiredToken"),
        "json": (400, "ExpiredTokenException"),
        "rest-json": (403, "ExpiredTokenException"),
    },
)
THROTTLED = Trouble(
    status=400,
    code="Throttling",
    message="Rate exceeded",
    own={
        "ec2": (503, "RequestLimitExceeded"),
        "s3": (503, "SlowDown"),
        "json": (400, "ThrottlingException"),
        "rest-json": (429, "TooManyRequestsException"),
    },
)
BROKEN = Trouble(
    status=500,
    code="InternalFailure",
    message="We encountered an internal error. Please try again.",
    own={
        "ec2": (500, "InternalError"),
        "s3": (500, "InternalError"),
        "json": (500, "InternalFailure"),
        "lambda": (500, "ServiceException"),
    },
)
UNKNOWN = Trouble(
    status=400,
    code="InvalidAction",
    message="The action {call.operation} is not valid for this endpoint.",
    own={
        "rest-xml": (501, "NotImplemented"),
        "json": (400, "UnknownOperationException"),
        "rest-json": (404, "UnknownOperationException"),
    },
)


def error(call: Call, status: int, code: str, message: str) -> Answer:
    """Return an error in the form of the call's protocol."""
    if call.protocol in ("json", "rest-json"):
        return _json(call, status, code, message)
    body = _XML[call.protocol].format(code=escape(code), message=escape(message))
    return Answer(status=status, headers={"Content-Type": "text/xml"}, body=body.encode())


def bare(status: int, text: str) -> Callable[[Call], Answer]:
    """Return an answer that is no AWS error at all, such as a gateway's HTML page."""

    def answer(_: Call) -> Answer:
        return Answer(status=status, headers={"Content-Type": "text/html"}, body=text.encode())

    return answer


def _json(call: Call, status: int, code: str, message: str) -> Answer:
    body = {"message": message, "Message": message}
    headers = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-ErrorType": code}
    if call.protocol == "json":
        body["__type"] = code
    return Answer(status=status, headers=headers, body=json.dumps(body).encode())


_XML = {
    "query": "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code>"
    "<Message>{message}</Message></Error><RequestId>0</RequestId></ErrorResponse>",
    "ec2": "<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message>"
    "</Error></Errors><RequestID>0</RequestID></Response>",
    "rest-xml": '<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code>'
    "<Message>{message}</Message><RequestId>0</RequestId></Error>",
}
