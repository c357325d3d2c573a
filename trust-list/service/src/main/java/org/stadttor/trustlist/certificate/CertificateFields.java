// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.stadttor.trustlist.certificate.CertificateDetails.AlternativeName;

/** Reads single fields of a certificate of unknown origin. What cannot be read throws {@link UnreadableException}. */
final class CertificateFields {

    static final String ORGANIZATION_IDENTIFIER = "2.5.4.97";
    static final String COUNTRY = "2.5.4.6";

    private static final Map<String, String> ATTRIBUTES = Map.of(
            ORGANIZATION_IDENTIFIER,
            "organizationIdentifier",
            "2.5.4.5",
            "serialNumber",
            "1.2.840.113549.1.9.1",
            "emailAddress");

    private static final List<String> KEY_USAGES = List.of(
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only");

    /** In the order of GeneralName (RFC 5280, 4.2.1.6). */
    private static final List<String> NAME_TYPES =
            List.of("other", "email", "dns", "x400", "directory", "edi", "uri", "ip", "registered_id");

    private CertificateFields() {}

    /** An extension that is not what it should be. */
    static final class UnreadableException extends RuntimeException {
        UnreadableException(Exception cause) {
            super(cause.getClass().getName());
        }
    }

    static String name(X500Principal principal) {
        return VisibleText.of(principal.getName(X500Principal.RFC2253, ATTRIBUTES));
    }

    /** The first value of an attribute of the subject. */
    static Optional<String> subject(X509Certificate certificate, String attribute) {
        try {
            RDN[] found = X500Name.getInstance(
                            certificate.getSubjectX500Principal().getEncoded())
                    .getRDNs(new ASN1ObjectIdentifier(attribute));
            return Arrays.stream(found)
                    .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                    .filter(value -> value.getType().getId().equals(attribute))
                    .findFirst()
                    .map(value -> IETFUtils.valueToString(value.getValue()).replace("\\", ""));
        } catch (RuntimeException e) {
            throw new UnreadableException(e);
        }
    }

    static List<String> keyUsage(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        return bits == null
                ? List.of()
                : IntStream.range(0, Math.min(bits.length, KEY_USAGES.size()))
                        .filter(i -> bits[i])
                        .mapToObj(KEY_USAGES::get)
                        .toList();
    }

    static List<String> extendedKeyUsage(X509Certificate certificate) {
        try {
            List<String> oids = certificate.getExtendedKeyUsage();
            return oids == null ? List.of() : oids;
        } catch (CertificateParsingException | RuntimeException e) {
            throw new UnreadableException(e);
        }
    }

    static List<AlternativeName> alternativeNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(CertificateFields::alternativeName).toList();
        } catch (CertificateParsingException | RuntimeException e) {
            throw new UnreadableException(e);
        }
    }

    private static AlternativeName alternativeName(List<?> name) {
        String type = NAME_TYPES.get((Integer) name.get(0));
        return name.get(1) instanceof byte[] bytes
                ? new AlternativeName(type, VisibleText.of(HexFormat.of().formatHex(bytes)))
                : new AlternativeName(type, VisibleText.of(String.valueOf(name.get(1))));
    }

    static List<String> policies(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue("2.5.29.32");
        try {
            return extension == null
                    ? List.of()
                    : Arrays.stream(CertificatePolicies.getInstance(ASN1OctetString.getInstance(extension)
                                            .getOctets())
                                    .getPolicyInformation())
                            .map(policy -> policy.getPolicyIdentifier().getId())
                            .toList();
        } catch (RuntimeException e) {
            throw new UnreadableException(e);
        }
    }
}
