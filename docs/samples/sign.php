<?php
// Signs a call of the native bank API. PHP 7.4 or newer:
//   php sign.php [METHOD REQUEST_TARGET TIMESTAMP REQUEST_ID [BODY]]
// Without arguments: the first test vector.

/** $body is the exact text that is sent; an empty string when there is no body. */
function sign(string $secret, string $method, string $target, string $timestamp, string $requestId, string $body): string
{
    $stringToSign = implode("\n", [$method, $target, $timestamp, $requestId, hash('sha256', $body)]);

    return base64_encode(hash_hmac('sha256', $stringToSign, $secret, true));
}

$secret = getenv('BANK_API_SECRET') ?: 'demo-secret-sultra-do-not-use-in-production';
$given = array_slice($argv, 1);
if ($given === []) {
    $given = ['POST', '/api/v1/payment/verify', '2026-01-15T09:30:00+08:00', 'req-00000001', '{"customer_number":"010203000046"}'];
}
[$method, $target, $timestamp, $requestId] = $given;
echo sign($secret, $method, $target, $timestamp, $requestId, $given[4] ?? ''), "\n";
