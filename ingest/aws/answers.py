"""Tell an answer of the API from a page of whoever else stands in the way.

The SDK's parsers are lenient: JSON that is none, an empty body and a well-formed HTML page (a
proxy's, a sign-in's) all become an answer without members, and a listing without members would be
taken for an empty one. So an answer that must have a body is looked at before it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson
from botocore.parsers import ResponseParserError

EVENT = "before-parse"
OK, NO_CONTENT = 200, 204
PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)


def require_answer(operation_model: Any, response_dict: Mapping[str, Any], **_: Any) -> None:
    """Raise ResponseParserError for a success whose body is not of the API's form.

    Takes what botocore emits as `before-parse`.
    """
    if not OK <= response_dict["status_code"] < NO_CONTENT or not _has_body(operation_model):
        return
    body = bytes(response_dict["body"])
    is_json = "json" in operation_model.service_model.resolved_protocol
    if not (_is_object(body) if is_json else body and not PAGE.match(body)):
        raise ResponseParserError(f"{operation_model.name}: the body is no answer of the API")


def _has_body(operation_model: Any) -> bool:
    shape = operation_model.output_shape
    if shape is None or shape.serialization.get("payload"):
        return False
    return any("location" not in member.serialization for member in shape.members.values())


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(orjson.loads(body), dict)
    except orjson.JSONDecodeError:
        return False
