// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Details as the bytes that are approved: JSON with all members, always in the same order, certificates in base64.
 * What is stored is not written anew: a decision is on the bytes that were proposed.
 */
public final class DetailsDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DetailsDocument() {}

    /** The document of these details. */
    public static String write(IssuerDetails details) {
        ObjectNode json = NODES.objectNode();
        json.put("purpose", details.purpose().code());
        json.put("name", details.name());
        json.put("registrationId", details.registrationId());
        json.put("country", details.country());
        Contact contact = details.contact();
        ObjectNode address = json.putObject("contact");
        address.put("street", contact.street());
        address.put("locality", contact.locality());
        address.put("postalCode", contact.postalCode());
        address.put("country", contact.country());
        address.set("electronicAddresses", array(contact.electronicAddresses(), NODES::stringNode));
        address.set("informationUris", array(contact.informationUris(), NODES::stringNode));
        json.set("issuance", array(details.issuance(), DetailsDocument::encode));
        json.set("revocation", array(details.revocation(), DetailsDocument::encode));
        json.put("statusPolicy", details.statusPolicy().name());
        json.set(
                "credentials",
                array(
                        details.credentials(),
                        c -> NODES.objectNode().put("format", c.format()).put("type", c.type())));
        json.put("legalBasis", details.legalBasis());
        return JSON.writeValueAsString(json);
    }

    /** What a stored document says. The first ones had neither purpose nor credentials: all were PID providers. */
    public static IssuerDetails read(String document) {
        JsonNode json = JSON.readTree(document);
        JsonNode contact = json.path("contact");
        return new IssuerDetails(
                ListPurpose.of(json.path("purpose").asString(ListPurpose.PID.code()))
                        .orElseThrow(() -> new IllegalStateException("a stored purpose is unknown")),
                text(json, "name"),
                text(json, "registrationId"),
                text(json, "country"),
                new Contact(
                        text(contact, "street"),
                        text(contact, "locality"),
                        text(contact, "postalCode"),
                        text(contact, "country"),
                        texts(contact, "electronicAddresses"),
                        texts(contact, "informationUris")),
                certificates(json, "issuance"),
                certificates(json, "revocation"),
                StatusPolicy.valueOf(text(json, "statusPolicy")),
                json.path("credentials")
                        .valueStream()
                        .map(c -> new CredentialType(text(c, "format"), text(c, "type")))
                        .toList(),
                text(json, "legalBasis"));
    }

    private static String text(JsonNode json, String member) {
        return json.required(member).stringValue();
    }

    private static List<String> texts(JsonNode json, String member) {
        return json.required(member).valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<X509Certificate> certificates(JsonNode json, String member) {
        return texts(json, member).stream().map(DetailsDocument::decode).toList();
    }

    private static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> toJson) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(v -> array.add(toJson.apply(v)));
        return array;
    }

    private static JsonNode encode(X509Certificate certificate) {
        try {
            return NODES.stringNode(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static X509Certificate decode(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate is unreadable", e);
        }
    }
}
