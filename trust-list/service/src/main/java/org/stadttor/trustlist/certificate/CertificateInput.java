// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stadttor.trustlist.certificate.CertificateInputException.Reason;

/**
 * Certificates that a person pasted or uploaded, in the order they came in, without duplicates. The one place where
 * such input is read: PEM (RFC 7468) with any text around the blocks, the base64 of one DER, the {@code x5c} member of
 * a JOSE header, or an uploaded DER file. Nothing about the certificates has been verified.
 *
 * @param certificates 1 to {@link #MAX_CERTIFICATES}
 */
public record CertificateInput(List<X509Certificate> certificates) {

    /** So many certificates are read at once; nobody lists more for one service. */
    public static final int MAX_CERTIFICATES = 20;

    /** Characters or bytes; a field or an upload holds no more. */
    public static final int MAX_LENGTH = 100_000;

    /** Bytes of one certificate. Readers refuse a list as a whole that has a larger one than 64 KiB on it. */
    public static final int MAX_DER = 32 * 1024;

    private static final int DER_SEQUENCE = 0x30;
    private static final String BOUNDARY = "-----BEGIN ";

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*+)-----END CERTIFICATE-----");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    public CertificateInput {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty() || certificates.size() > MAX_CERTIFICATES) {
            throw new IllegalArgumentException("1 to " + MAX_CERTIFICATES + " certificates");
        }
    }

    /**
     * Reads what stands in a field of a form.
     *
     * @throws CertificateInputException if it is not certificates from beginning to end
     */
    public static CertificateInput parse(String untrusted) {
        if (untrusted.length() > MAX_LENGTH) {
            throw new CertificateInputException(Reason.INPUT_TOO_LONG);
        }
        if (untrusted.isBlank()) {
            throw new CertificateInputException(Reason.INPUT_EMPTY);
        }
        return of(untrusted.contains(BOUNDARY) ? pem(untrusted) : base64(untrusted));
    }

    /**
     * Reads a file: DER, or text as above.
     *
     * @throws CertificateInputException if it is not certificates from beginning to end
     */
    public static CertificateInput parse(byte[] untrusted) {
        if (untrusted.length > MAX_LENGTH) {
            throw new CertificateInputException(Reason.INPUT_TOO_LONG);
        }
        return untrusted.length > 0 && untrusted[0] == DER_SEQUENCE && !isText(untrusted)
                ? of(List.of(untrusted))
                : parse(new String(untrusted, StandardCharsets.ISO_8859_1));
    }

    private static CertificateInput of(List<byte[]> ders) {
        if (ders.size() > MAX_CERTIFICATES) {
            throw new CertificateInputException(Reason.TOO_MANY_CERTIFICATES);
        }
        return new CertificateInput(
                ders.stream().map(CertificateInput::certificate).distinct().toList());
    }

    private static List<byte[]> pem(String text) {
        if (text.contains("PRIVATE KEY-----")) {
            throw new CertificateInputException(Reason.PRIVATE_KEY_INSIDE);
        }
        List<byte[]> ders = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        for (int begin = text.indexOf(BOUNDARY); begin >= 0; begin = text.indexOf(BOUNDARY, block.end())) {
            if (!block.region(begin, text.length()).lookingAt()) {
                throw new CertificateInputException(Reason.NOT_A_CERTIFICATE);
            }
            ders.add(decode(block.group(1)));
        }
        return ders;
    }

    /** One certificate without its PEM lines, or the strings of an x5c array. */
    private static List<byte[]> base64(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("[") && stripped.endsWith("]")) {
            return Arrays.stream(stripped.substring(1, stripped.length() - 1).split(",", -1))
                    .map(String::strip)
                    .map(CertificateInput::unquoted)
                    .map(CertificateInput::decode)
                    .toList();
        }
        return List.of(decode(stripped));
    }

    private static String unquoted(String json) {
        if (json.length() < 2 || !json.startsWith("\"") || !json.endsWith("\"")) {
            throw new CertificateInputException(Reason.NOT_PEM_OR_BASE64);
        }
        return json.substring(1, json.length() - 1);
    }

    private static byte[] decode(String text) {
        String base64 = text.replaceAll("\\s", "");
        try {
            if (BASE64.matcher(base64).matches()) {
                return Base64.getDecoder().decode(base64);
            }
        } catch (IllegalArgumentException e) {
            // The length does not fit: said below.
        }
        throw new CertificateInputException(Reason.NOT_PEM_OR_BASE64);
    }

    /** Anything after the DER is refused, and so is another encoding of the same certificate. */
    private static X509Certificate certificate(byte[] der) {
        try {
            if (der.length > 0 && der.length <= MAX_DER && der[0] == DER_SEQUENCE) {
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
                if (Arrays.equals(certificate.getEncoded(), der)) {
                    return certificate;
                }
            }
        } catch (CertificateException | RuntimeException e) {
            // Said below, without the parser's message: it may repeat what it read.
        }
        throw new CertificateInputException(Reason.CERTIFICATE_UNREADABLE);
    }

    /** The first byte of DER is the digit zero, too: text goes on with printable characters only. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
