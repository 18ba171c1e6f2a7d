"""Signs a call of the native bank API. Python 3.8 or newer, no packages:

    python3 sign.py [METHOD REQUEST_TARGET TIMESTAMP REQUEST_ID [BODY]]

Without arguments: the first test vector.
"""

import base64
import hashlib
import hmac
import os
import sys


def sign(secret: str, method: str, target: str, timestamp: str, request_id: str, body: bytes) -> str:
    """`body` is the exact bytes that are sent; empty when there is no body."""
    body_hash = hashlib.sha256(body).hexdigest()
    string_to_sign = "\n".join([method, target, timestamp, request_id, body_hash])
    digest = hmac.new(secret.encode("utf-8"), string_to_sign.encode("utf-8"), hashlib.sha256).digest()
    return base64.b64encode(digest).decode("ascii")


FIRST_VECTOR = [
    "POST",
    "/api/v1/payment/verify",
    "2026-01-15T09:30:00+08:00",
    "req-00000001",
    '{"customer_number":"010203000046"}',
]

if __name__ == "__main__":
    given = sys.argv[1:] or FIRST_VECTOR
    method, target, timestamp, request_id = given[:4]
    body = given[4] if len(given) > 4 else ""
    secret = os.environ.get("BANK_API_SECRET", "demo-secret-sultra-do-not-use-in-production")
    print(sign(secret, method, target, timestamp, request_id, body.encode("utf-8")))
