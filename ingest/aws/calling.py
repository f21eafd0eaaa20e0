"""Call AWS for one account: paced, bounded, retried where that helps, refused by name.

`Account` holds what a scan of one account shares: session, clients, token buckets and the pool
that fans out the calls about single items. What one `fetch` gets of it is `ingest.aws.client.Aws`.

Retries are botocore's `standard` ones, with one exception: the first call of an operation is tried
without them, so that an API which an endpoint does not know is unread at once. Once an operation
has answered (or was throttled, which is an answer too), it is retried as usual. What is throttled
even so is asked again until `throttle_seconds` are over, ever more slowly; `Retry-After` holds the
whole service back. Keys that expire are looked up once more; what then still refuses is refused.

Left out: interpreting a refusal. What is lost by it is for the declaration to say.
"""

from __future__ import annotations

import concurrent.futures
import dataclasses
import gc
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import boto3
import botocore.config
import botocore.exceptions
from botocore.retries.standard import ThrottledRetryableChecker, register_retry_handler

from ingest import watch
from ingest.aws import answers
from ingest.calls import Calls
from ingest.fanout import Asked
from ingest.items import Answer
from ingest.model import Json
from ingest.pace import Pace
from ingest.refusal import CredentialsRefused, NotEnabled, Refused

THROTTLED = frozenset(ThrottledRetryableChecker._THROTTLED_ERROR_CODES)  # noqa: SLF001 - the SDK's own list, exported nowhere
EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
TROUBLE = frozenset({429, 503})  # the answers whose Retry-After says when to come back
LONGEST_HOLD = 60.0
NOT_ENABLED = frozenset({"OptInRequired", "SubscriptionRequiredException"})
SERVER_ERROR = 500
# Times the usual pace. S3 is made for it, and has nine calls about a bucket; Route 53 allows an
# account five calls a second.
PACES = {"s3": 4.0, "route53": 0.1}

_modelled: set[str] = set()  # services whose models are in memory, for as long as the process


@dataclasses.dataclass(frozen=True, kw_only=True)
class Limits:
    """How hard one account is asked: calls a second and at once for a service, calls in flight."""

    rate: float = 50.0
    burst: float = 100.0
    in_flight: int = 32
    attempts: int = 6
    connect_seconds: float = 5.0
    read_seconds: float = 60.0
    throttle_seconds: float = 600.0


class _Call(NamedTuple):
    """One call, and its name for people."""

    name: str
    service: str
    region: str
    operation: str
    arguments: Json

    @property
    def known(self) -> tuple[str, str]:
        """What is known to answer, once it has."""
        return self.service, self.operation


class Account:
    """One account's session, clients and buckets, shared by all units of a scan."""

    def __init__(
        self,
        session: boto3.Session,
        *,
        account: str,
        partition: str,
        endpoint_url: str | None = None,
        limits: Limits | None = None,
        renew: Callable[[], boto3.Session] | None = None,
    ) -> None:
        self.session = session
        self._renew = renew
        self.account = account
        self.partition = partition
        self._endpoint_url = endpoint_url
        self._limits = limits or Limits()
        self._pace = Pace(self._limits.rate, self._limits.burst, PACES)
        self._pool = concurrent.futures.ThreadPoolExecutor(
            self._limits.in_flight, thread_name_prefix="aws"
        )
        self._clients: dict[tuple[str, str], Any] = {}
        self._asking = threading.local()  # `once`: the call under way is not to be retried
        self._lock = threading.Lock()
        self._answered: set[tuple[str, str]] = set()
        self._slots = threading.BoundedSemaphore(self._limits.in_flight)
        self._calls = Calls()

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self._calls.take()

    def close(self) -> None:
        """Wait for the calls in flight and end their threads."""
        self._pool.shutdown(cancel_futures=True)

    def client(self, service: str, region: str) -> Any:
        """Return the SDK's client of a service in a region, made once."""
        made = self._clients.get((service, region))
        if made is not None:  # without the lock: every call comes here
            return made
        with self._lock:  # a session is not safe to make clients from several threads
            if (service, region) not in self._clients:
                client = self.session.client(
                    service,
                    region_name=region,
                    endpoint_url=self._endpoint_url,
                    config=_config(self._limits),
                )
                client.meta.events.register("before-sign.s3-control", self._plain_host)
                client.meta.events.register(answers.EVENT, answers.require_answer)
                client.meta.events.register_first("needs-retry", self._hold_back)
                self._let_off(client)
                self._clients[service, region] = client
                _keep_model(service)
            return self._clients[service, region]

    def _let_off(self, client: Any) -> None:
        """Put before the SDK's retries a look at whether this call is to be retried at all."""
        service = client.meta.service_model.service_id.hyphenize()
        event, its_id = f"needs-retry.{service}", f"retry-config-{service}"
        client.meta.events.unregister(event, unique_id=its_id)
        standard = register_retry_handler(client, max_attempts=self._limits.attempts)
        client.meta.events.unregister(event, unique_id=its_id)

        def needs_retry(**about: Any) -> float | None:
            _tell_throttled(client.meta.service_model.service_name, about.get("response"))
            if getattr(self._asking, "once", False):
                return None
            delay: float | None = standard.needs_retry(**about)
            return delay

        client.meta.events.register(event, needs_retry, unique_id=its_id)

    def invoke(self, service: str, region: str, operation: str, arguments: Json) -> Json:
        """Make one call. Raises Refused with the call's name and the cloud's code."""
        api = self.client(service, region)._PY_TO_OP_NAME[operation]  # noqa: SLF001 - no public way from method to API name
        call = _Call(f"{service}:{api}", service, region, operation, arguments)
        if call.known not in self._answered:
            try:
                return self._fresh(call, retrying=False)
            except Refused as refusal:
                if refusal.error not in THROTTLED:
                    raise
        until = time.monotonic() + self._limits.throttle_seconds
        pause = 1.0
        while True:
            try:
                return self._fresh(call, retrying=True)
            except Refused as refusal:
                if refusal.error not in THROTTLED or time.monotonic() + pause > until:
                    raise
            self._pace.hold(service, pause)
            pause = min(2 * pause, LONGEST_HOLD)

    def submit(self, work: Callable[[], Answer]) -> Asked:
        """Run one call about an item in the pool."""
        return self._pool.submit(work)

    def _plain_host(self, request: Any, **_: Any) -> None:
        """Take the account out of the host name, which an endpoint of one's own does not have."""
        if ".amazonaws." not in request.url:
            request.url = request.url.replace(f"//{self.account}.", "//", 1)

    @property
    def in_flight(self) -> int:
        """How many calls may be in flight at once."""
        return self._limits.in_flight

    def _hold_back(self, response: Any, operation: Any, **_: Any) -> None:
        """Hold a service back for as long as its answer says; the SDK's own handler follows."""
        http = response[0] if response else None
        if http is None or http.status_code not in TROUBLE:
            return
        told = http.headers.get("Retry-After", "")
        if told.isdigit():
            service = operation.service_model.service_name
            self._pace.hold(service, min(float(told), LONGEST_HOLD))
            self._pace.wait(service)  # the SDK's own pause may be shorter

    def _fresh(self, call: _Call, *, retrying: bool) -> Json:
        """Make one call; with keys that expired, look them up again and make it once more."""
        before = self.session
        try:
            return self._once(call, retrying=retrying)
        except Refused as refusal:
            if refusal.error not in EXPIRED or not self._renewed(before):
                raise
        return self._once(call, retrying=retrying)

    def _renewed(self, before: boto3.Session) -> bool:
        """Look the keys up again, once in all; tell whether there are others than `before` now."""
        with self._lock:
            if self.session is not before:
                return True
            renew, self._renew = self._renew, None
            if renew is None:
                return False
            try:
                self.session = renew()
            except CredentialsRefused:
                return False
            self._clients.clear()
            return True

    def _once(self, call: _Call, *, retrying: bool) -> Json:
        name = call.name
        self._pace.wait(call.service)
        client = self.client(call.service, call.region)
        self._asking.once = not retrying
        try:
            with self._slots:
                self._calls.count(name)
                body: Json = getattr(client, call.operation)(**call.arguments)
        except botocore.exceptions.ClientError as error:
            raise self._refusal(name, call.known, error) from None
        except botocore.exceptions.BotoCoreError as error:
            raise Refused(name, type(error).__name__, str(error)) from None
        except Exception as error:  # noqa: BLE001 - the SDK's parsers raise anything on a malformed body
            raise Refused(name, "MalformedAnswer", type(error).__name__) from None
        self._answered.add(call.known)
        return {k: v for k, v in body.items() if k != "ResponseMetadata"}

    def _refusal(
        self, name: str, operation: tuple[str, str], error: botocore.exceptions.ClientError
    ) -> Refused:
        said = error.response.get("Error", {})
        code = str(said.get("Code") or "Unknown")
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        if status < SERVER_ERROR or code in THROTTLED:
            self._answered.add(operation)
        kind = NotEnabled if code in NOT_ENABLED else Refused
        return kind(name, code, str(said.get("Message", "")))


def _tell_throttled(service: str, response: Any) -> None:
    said = response[1].get("Error", {}) if response and isinstance(response[1], dict) else {}
    if said.get("Code") in THROTTLED:
        watch.hold(service)


def _keep_model(service: str) -> None:
    """Spare the garbage collector a service's model: it stays, and it is most of the heap.

    Going through the models again and again took a third of a short scan.
    """
    if service not in _modelled:
        _modelled.add(service)
        gc.freeze()


def _config(limits: Limits) -> botocore.config.Config:
    return botocore.config.Config(
        retries={"mode": "standard", "total_max_attempts": limits.attempts},
        connect_timeout=limits.connect_seconds,
        read_timeout=limits.read_seconds,
        max_pool_connections=limits.in_flight * 2,
        user_agent_extra="cirrograph",
    )
