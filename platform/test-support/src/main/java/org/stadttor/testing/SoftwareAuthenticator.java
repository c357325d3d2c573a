// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * An authenticator with one ES256 passkey, and the browser around it, that does one thing wrong when told so. Writes its
 * own CBOR and shares no code with what checks it.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">Web Authentication Level 3, 6.1</a>
 */
public final class SoftwareAuthenticator {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair key;
    private byte[] credentialId = new byte[32];
    private byte[] userHandle = {};
    private String origin;
    private String rpId = "localhost";
    private int flags = USER_PRESENT | USER_VERIFIED;
    private long counter;
    private boolean counts = true;
    private boolean crossOrigin;

    /** One with a new key, in a browser at this address. */
    public SoftwareAuthenticator(String origin) {
        this(origin, newKey());
        RANDOM.nextBytes(credentialId);
    }

    private SoftwareAuthenticator(String origin, KeyPair key) {
        this.origin = origin;
        this.key = key;
    }

    /** Another with the same key and another credential id. */
    public SoftwareAuthenticator withSameKey() {
        SoftwareAuthenticator other = new SoftwareAuthenticator(origin, key);
        RANDOM.nextBytes(other.credentialId);
        return other;
    }

    /** Another with the same credential id and another key. */
    public SoftwareAuthenticator withSameCredentialId() {
        SoftwareAuthenticator other = new SoftwareAuthenticator(origin);
        other.credentialId = credentialId.clone();
        return other;
    }

    /** The browser is at another address. */
    public SoftwareAuthenticator at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Answers for another relying party. */
    public SoftwareAuthenticator forRelyingParty(String otherRpId) {
        rpId = otherRpId;
        return this;
    }

    /** Whether the user gives a PIN or a finger. */
    public SoftwareAuthenticator verifyingUser(boolean verifying) {
        flags = verifying ? USER_PRESENT | USER_VERIFIED : USER_PRESENT;
        return this;
    }

    /** Whether the page is in a frame of another origin. */
    public SoftwareAuthenticator inFrame(boolean framed) {
        crossOrigin = framed;
        return this;
    }

    /** The value of the counter before the next use. */
    public SoftwareAuthenticator counter(long value) {
        counter = value;
        return this;
    }

    /** One of those that have no counter. */
    public SoftwareAuthenticator withoutCounter() {
        counts = false;
        return this;
    }

    /** Answers with another user handle. */
    public SoftwareAuthenticator userHandle(byte[] handle) {
        userHandle = handle.clone();
        return this;
    }

    /** The user handle it was made for. */
    public byte[] userHandle() {
        return userHandle.clone();
    }

    /** The credential id, in base64url. */
    public String credentialId() {
        return base64(credentialId);
    }

    /** Makes the passkey; the answer as the script of a page writes it. */
    public String create(String challenge, String user) {
        userHandle = Base64.getUrlDecoder().decode(user);
        byte[] clientData = clientData("webauthn.create", challenge);
        Cbor attestation = new Cbor()
                .map(3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .map(0)
                .text("authData")
                .bytes(authenticatorData(true));
        return "{\"id\":\"" + base64(credentialId) + "\",\"clientDataJSON\":\"" + base64(clientData)
                + "\",\"attestationObject\":\"" + base64(attestation.toBytes()) + "\",\"transports\":[\"usb\"]}";
    }

    /** Signs; the answer as the script of a page writes it. */
    public String sign(String challenge) {
        byte[] clientData = clientData("webauthn.get", challenge);
        byte[] data = authenticatorData(false);
        return "{\"id\":\"" + base64(credentialId) + "\",\"clientDataJSON\":\"" + base64(clientData)
                + "\",\"authenticatorData\":\"" + base64(data)
                + "\",\"signature\":\"" + base64(signature(data, clientData)) + "\""
                + (userHandle.length == 0 ? "" : ",\"userHandle\":\"" + base64(userHandle) + "\"") + "}";
    }

    private byte[] clientData(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + crossOrigin + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(boolean attested) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
        out.write(attested ? flags | ATTESTED : flags);
        counter = counts ? counter + 1 : 0;
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (attested) {
            out.writeBytes(new byte[16]);
            out.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
            out.writeBytes(credentialId);
            out.writeBytes(coseKey());
        }
        return out.toByteArray();
    }

    /** RFC 9053, 7.1.1: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] coseKey() {
        ECPublicKey publicKey = (ECPublicKey) key.getPublic();
        return new Cbor()
                .map(5)
                .number(1)
                .number(2)
                .number(3)
                .number(-7)
                .number(-1)
                .number(1)
                .number(-2)
                .bytes(coordinate(publicKey.getW().getAffineX()))
                .number(-3)
                .bytes(coordinate(publicKey.getW().getAffineY()))
                .toBytes();
    }

    private byte[] signature(byte[] data, byte[] clientData) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(clientData));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] digits = value.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(digits.length, 32);
        System.arraycopy(digits, digits.length - length, padded, 32 - length, length);
        return padded;
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As much CBOR (RFC 8949) as an authenticator writes. */
    private static final class Cbor {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Cbor map(int entries) {
            return head(5, entries);
        }

        Cbor text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head(3, bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Cbor bytes(byte[] bytes) {
            head(2, bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Cbor number(int value) {
            return value < 0 ? head(1, -1 - value) : head(0, value);
        }

        private Cbor head(int type, int value) {
            if (value < 24) {
                out.write(type << 5 | value);
            } else if (value < 256) {
                out.write(type << 5 | 24);
                out.write(value);
            } else {
                out.write(type << 5 | 25);
                out.write(value >> 8);
                out.write(value);
            }
            return this;
        }

        byte[] toBytes() {
            return out.toByteArray();
        }
    }
}
