// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Certificates and keys from settings: PEM by value, or {@code file:} and a path. */
final class Pem {

    private static final String FILE = "file:";
    private static final int KEY_LENGTH = 32;

    private Pem() {}

    /** The value itself, or the content of the file it names. */
    static String text(String setting, String name) {
        if (!setting.startsWith(FILE)) {
            return setting;
        }
        try {
            return Files.readString(Path.of(setting.substring(FILE.length()))).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " names a file that cannot be read", e);
        }
    }

    static List<X509Certificate> certificates(String setting, String name) {
        byte[] pem = text(setting, name).getBytes(StandardCharsets.UTF_8);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(name + " has no certificate");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IllegalArgumentException(name + " is not a PEM certificate", e);
        }
    }

    /** A TLS context that believes these certificate authorities and no other. */
    static SSLContext tls(String setting, String name) {
        try {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            int index = 0;
            for (X509Certificate authority : certificates(setting, name)) {
                authorities.setCertificateEntry("ca" + index++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(name + " cannot be used", e);
        }
    }

    static PrivateKey privateKey(String setting, String name) {
        try (PEMParser parser = new PEMParser(new StringReader(text(setting, name)))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PrivateKeyInfo key -> converter.getPrivateKey(key);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default -> throw new IllegalArgumentException(name + " is not an unencrypted PEM key");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is not a PEM key", e);
        }
    }

    static byte[] key(String setting, String name) {
        String text = text(setting, name);
        try {
            byte[] key = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            if (key.length == KEY_LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " must be 32 bytes in base64", e);
        }
        throw new IllegalArgumentException(name + " must be 32 bytes in base64");
    }
}
