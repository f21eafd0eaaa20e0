"""Let programs in by tokens, and no longer."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

from schema.viewer import Role
from server.access.errors import BadGrant, BadTokenInput, NoSuchToken
from server.access.roles import Grant
from server.changes import given
from server.changes.changer import Changer
from server.changes.errors import Missing, Unfit

DAYS = 90


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewToken:
    """What a program may do, and until when; `connectors` are names or ids, none for all."""

    name: str
    role: Role
    connectors: Sequence[str] = ()
    expires: str | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Made:
    """A token that was just made; its secret is told this once."""

    id: str
    name: str
    secret: str = dataclasses.field(repr=False)
    expires: datetime.datetime


def create_token(changer: Changer, asked: NewToken) -> Made:
    """Make a token. Raises Forbidden, NoSuchConnector, Unfit."""
    doing = "making a token"
    changer.require("admin", doing)
    name = given.name(asked.name, "name")
    at = datetime.datetime.now(datetime.UTC)
    expires = at + datetime.timedelta(days=DAYS)
    if asked.expires is not None:
        expires = given.later(asked.expires, "expires", at)
    ids = [changer.connector(named, "admin", doing).id for named in asked.connectors]
    grant = Grant(on=dict.fromkeys(ids, asked.role)) if ids else Grant(everywhere=asked.role)
    with changer.record(
        "createToken", name=name, role=asked.role, connectors=ids, expires=expires.isoformat()
    ) as entry:
        try:
            id_, secret = changer.deployment.access.tokens.create(
                name, grant, expires, made_by=changer.viewer.name
            )
        except BadTokenInput as error:
            raise Unfit(error.field, str(error)) from None
        except BadGrant as error:
            raise Unfit("role", str(error)) from None
        entry.result = id_
    return Made(id=id_, name=name, secret=secret, expires=expires)


def revoke_token(changer: Changer, id_: str) -> None:
    """Let nobody in by a token any more. Raises Forbidden, Missing."""
    changer.require("admin", "revoking a token")
    with changer.record("revokeToken", id=id_):
        try:
            changer.deployment.access.tokens.revoke(id_)
        except NoSuchToken as error:
            raise Missing(str(error)[:500]) from None
