// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stadttor.sandbox.launcher.registration.RegistrationRefusedException;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer as a JSON file; the members are those of {@link IssuerDetails}. */
final class IssuerDocument {
    private static final Set<String> MEMBERS = Set.of(
            "purpose",
            "name",
            "registration_id",
            "country",
            "contact",
            "issuance",
            "revocation",
            "status_policy",
            "credentials");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private IssuerDocument() {}

    /**
     * Reads a document.
     *
     * @throws RegistrationRefusedException if something is missing, unknown or wrong
     */
    static IssuerDetails read(String id, String document) {
        JsonNode root = parse(document);
        try {
            return new IssuerDetails(
                    root.has("purpose") ? purpose(text(root, "purpose")) : ListPurpose.PID,
                    text(root, "name"),
                    text(root, "registration_id"),
                    text(root, "country"),
                    new Contact("", "", "", text(root, "country"), List.of(text(root, "contact")), List.of()),
                    certificates(root, "issuance"),
                    root.has("revocation") ? certificates(root, "revocation") : List.of(),
                    root.has("status_policy") ? policy(text(root, "status_policy")) : StatusPolicy.STATUS_REQUIRED,
                    credentials(root.path("credentials")),
                    IssuerRegistration.basis(id));
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefusedException(String.valueOf(e.getMessage()));
        }
    }

    static JsonNode parse(String document) {
        try {
            JsonNode root = JSON.readTree(document);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new RegistrationRefusedException("not JSON, or a member twice");
        }
        throw new RegistrationRefusedException("not a JSON object");
    }

    private static String text(JsonNode root, String member) {
        for (String name : root.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new RegistrationRefusedException("unknown member " + name);
            }
        }
        JsonNode node = root.path(member);
        if (!node.isString()) {
            throw new RegistrationRefusedException(member + " must be a string");
        }
        return node.stringValue();
    }

    private static StatusPolicy policy(String text) {
        return Arrays.stream(StatusPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new RegistrationRefusedException("status_policy must be status_required or no_status_issued"));
    }

    private static ListPurpose purpose(String text) {
        return ListPurpose.of(text).orElseThrow(() -> new RegistrationRefusedException("unknown purpose"));
    }

    private static List<CredentialType> credentials(JsonNode node) {
        return node.valueStream()
                .map(entry -> new CredentialType(
                        entry.path("format").asString(""), entry.path("type").asString("")))
                .toList();
    }

    private static List<X509Certificate> certificates(JsonNode root, String member) {
        JsonNode node = root.path(member);
        if (!node.isArray() || node.valueStream().anyMatch(entry -> !entry.isString())) {
            throw new RegistrationRefusedException(member + " must be an array of PEM certificates");
        }
        return node.valueStream()
                .map(JsonNode::stringValue)
                .map(IssuerDocument::certificate)
                .toList();
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new RegistrationRefusedException("not a PEM certificate");
        }
    }
}
