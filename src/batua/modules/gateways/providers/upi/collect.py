"""Money in: a code or an address for the payer's app, known to the acquirer by our reference."""

from dataclasses import dataclass
from typing import Any

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import outcome_of, with_page
from batua.modules.gateways.providers.upi.codes import Asked, Payee, Signer, address, bharat
from batua.modules.gateways.providers.upi.wire import COLLECT, UNITS, Collect, ours
from batua.modules.gateways.types import Call, Outcome, Report, Scan


@dataclass(frozen=True, slots=True)
class Collects:
    """`tr` is our attempt's id without its lines, as it may have letters and digits alone.

    UPI itself answers nobody but banks. So the acquirer is told of what is asked for before the
    payer sees a code, and is asked what came of it.

    is_bharat  whether codes hold Bharat QR; else the address itself
    """

    api: JsonApi
    payee: Payee
    pages_url: str
    is_bharat: bool = False
    signer: Signer | None = None

    async def begin(self, call: Call) -> Report:
        """Tell the acquirer; raises Refused."""
        known = call.attempt
        body: dict[str, Any] = {
            "reference": known.id.hex,
            "payee": self.payee.vpa,
            "amount": UNITS.decimal(known.amount),
            "currency": str(known.amount.currency),
        }
        if known.expires_at is not None:
            body["expires_at"] = known.expires_at.isoformat()
        headers = {"idempotency-key": str(known.id)}
        return self._report(
            call, thing(await self.api.post("/v1/collects", body, headers), Collect)
        )

    async def query(self, call: Call) -> Report:
        """How it stands; raises Absent."""
        path = f"/v1/collects/{call.attempt.id.hex}"
        return self._report(call, thing(await self.api.get(path), Collect))

    async def cancel(self, call: Call) -> Report:
        """Have the acquirer refuse whoever still pays; raises Refused when it was paid."""
        path = f"/v1/collects/{call.attempt.id.hex}/close"
        return self._report(call, thing(await self.api.post(path, {}), Collect))

    async def page(self, call: Call) -> Scan:
        """What the payer scans, or opens on the phone itself."""
        asked = Asked(call.attempt.amount, call.attempt.id.hex)
        by_code, by_link = ("22", "04") if self.signer is None else ("16", "05")
        code = bharat(self.payee, asked)
        if not self.is_bharat:
            code = address(self.payee, asked, by_code, self.signer)
        link = address(self.payee, asked, by_link, self.signer)
        return Scan(code, link, self.payee.name, self.payee.vpa)

    def _report(self, call: Call, found: Collect) -> Report:
        outcome = outcome_of(COLLECT, found.status)
        arrived = outcome is Outcome.SUCCEEDED
        report = Report(
            outcome=outcome,
            reference=ours(found.reference),
            provider_ref=found.id,
            amount=UNITS.from_decimal(found.paid or "", found.currency) if arrived else None,
            failure=(found.failure or "payment_failed")[:64] if outcome is Outcome.FAILED else None,
        )
        return with_page(report, f"{self.pages_url.rstrip('/')}/{call.attempt.id}")
