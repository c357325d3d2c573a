// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;

/** Subject key identifier: that of the certificate, else SHA-1 of the key (RFC 5280, 4.2.1.2). It names, it proves nothing. */
final class KeyIdentifier {

    private static final String EXTENSION = "2.5.29.14";

    private KeyIdentifier() {}

    static byte[] of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        return extension == null ? digest(certificate) : value(value(extension));
    }

    private static byte[] digest(X509Certificate certificate) {
        ByteBuffer information =
                ByteBuffer.wrap(value(certificate.getPublicKey().getEncoded()));
        next(information);
        byte[] bits = next(information);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            // The first octet of a bit string counts unused bits.
            digest.update(bits, 1, bits.length - 1);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] value(byte[] der) {
        return next(ByteBuffer.wrap(der));
    }

    /** Contents of the next element; the JDK made or checked this DER. */
    private static byte[] next(ByteBuffer der) {
        der.get();
        int length = der.get() & 0xff;
        if (length > 0x7f) {
            int octets = length & 0x7f;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (der.get() & 0xff);
            }
        }
        byte[] contents = new byte[length];
        der.get(contents);
        return contents;
    }
}
