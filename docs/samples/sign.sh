#!/bin/sh
# Signs a call of the native bank API with openssl, and sends it with curl when BANK_API_URL is set:
#   sh sign.sh [METHOD REQUEST_TARGET TIMESTAMP REQUEST_ID [BODY]]
#   BANK_API_URL=https://pdam.example sh sign.sh POST /api/v1/payment/verify \
#     "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(openssl rand -hex 16)" '{"customer_number":"010203000046"}'
# Without arguments: the first test vector. On a shared machine keep the secret out of the process list.
set -eu

key="${BANK_API_KEY:-demo-bank-sultra}"
secret="${BANK_API_SECRET:-demo-secret-sultra-do-not-use-in-production}"
if [ $# -eq 0 ]; then
  set -- POST /api/v1/payment/verify 2026-01-15T09:30:00+08:00 req-00000001 '{"customer_number":"010203000046"}'
fi
method=$1 target=$2 timestamp=$3 request_id=$4 body=${5:-}

body_hash=$(printf '%s' "$body" | openssl dgst -sha256 -hex | sed 's/^.*= *//')
signature=$(printf '%s\n%s\n%s\n%s\n%s' "$method" "$target" "$timestamp" "$request_id" "$body_hash" |
  openssl dgst -sha256 -hmac "$secret" -binary | openssl base64 -A)

if [ -z "${BANK_API_URL:-}" ]; then
  printf '%s\n' "$signature"
  exit 0
fi
# Arguments are built once, so that the bytes sent are the bytes signed.
set -- --silent --show-error --include --request "$method" \
  --header "X-Api-Key: $key" \
  --header "X-Timestamp: $timestamp" \
  --header "X-Request-Id: $request_id" \
  --header "X-Signature: $signature"
if [ -n "$body" ]; then
  set -- "$@" --header 'Content-Type: application/json' --data-binary "$body"
fi
curl "$@" "$BANK_API_URL$target"
