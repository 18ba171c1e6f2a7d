// Signs a call of the native bank API. Java 17 or newer, no packages:
//   java Sign.java [METHOD REQUEST_TARGET TIMESTAMP REQUEST_ID [BODY]]
// Without arguments: the first test vector.

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class Sign {
    private static final String[] FIRST_VECTOR = {
        "POST",
        "/api/v1/payment/verify",
        "2026-01-15T09:30:00+08:00",
        "req-00000001",
        "{\"customer_number\":\"010203000046\"}",
    };

    /** {@code body} is the exact bytes that are sent; empty when there is no body. */
    static String sign(String secret, String method, String target, String timestamp, String requestId, byte[] body)
            throws GeneralSecurityException {
        String bodyHash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        String stringToSign = String.join("\n", method, target, timestamp, requestId, bodyHash);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        String[] given = arguments.length > 0 ? arguments : FIRST_VECTOR;
        String body = given.length > 4 ? given[4] : "";
        String secret = System.getenv().getOrDefault("BANK_API_SECRET", "demo-secret-sultra-do-not-use-in-production");
        System.out.println(sign(secret, given[0], given[1], given[2], given[3], body.getBytes(StandardCharsets.UTF_8)));
    }
}
