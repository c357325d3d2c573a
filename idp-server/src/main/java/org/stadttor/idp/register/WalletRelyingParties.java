// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.registration.ServiceDossier;
import org.stadttor.idp.registration.ServiceDossier.RequestedAttribute;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.wallet.dcql.DcqlJson;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.pid.PidQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registrations as the register shows them. Attributes with the same purpose are one intended use; its credentials are what
 * the wallet is really asked for. The postal address is left out.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-standards-and-technical-specifications">TS5 1.3,
 *     data model; TS6 1.0.1</a>
 */
public final class WalletRelyingParties {

    static final String ENTITLEMENT = "https://uri.etsi.org/19475/Entitlement/Service_Provider";

    private static final String PRIVACY_POLICY = "http://data.europa.eu/eudi/policy/privacy-policy";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Who asks wallets on behalf of the services.
     *
     * @param identifier semantic form; empty if it is not said
     */
    public record Intermediary(String identifier, String name) {}

    private final String registryUri;
    private final Intermediary intermediary;

    /**
     * For one register.
     *
     * @param registryUri where it is read
     */
    public WalletRelyingParties(String registryUri, Intermediary intermediary) {
        this.registryUri = registryUri;
        this.intermediary = intermediary;
    }

    /** The entry of a live registration. */
    public RegisterEntry entry(ServiceRegistration registration, ServiceDossier dossier) {
        ObjectNode document = document(registration, dossier);
        Set<String> paths =
                document.findValues("path").stream().map(JsonNode::toString).collect(Collectors.toSet());
        return new RegisterEntry(
                registration.clientId(),
                dossier.legalEntity().identifier(),
                SemanticIdentifier.parse(dossier.legalEntity().identifier()).value(),
                dossier.legalEntity().legalName(),
                dossier.names().getOrDefault("de", ""),
                dossier.privacyPolicyUri().toString(),
                paths.stream().sorted().toList(),
                document.findValuesAsString("intendedUseIdentifier"),
                document);
    }

    private ObjectNode document(ServiceRegistration registration, ServiceDossier dossier) {
        ObjectNode wrp = JSON.createObjectNode();
        wrp.putObject("legalPerson")
                .putArray("legalName")
                .add(dossier.legalEntity().legalName());
        wrp.set("identifier", identifiers(dossier.legalEntity().identifier()));
        wrp.put("country", dossier.legalEntity().country());
        put(wrp, "email", dossier.contact().email());
        put(wrp, "phone", dossier.contact().phone().replaceAll("[ ()/-]", ""));
        wrp.putArray("policy").add(policy(dossier));
        wrp.put("tradeName", dossier.names().getOrDefault("de", ""));
        wrp.putArray("supportURI").add(support(dossier.contact()));
        Map<String, String> description = dossier.descriptions().isEmpty() ? dossier.names() : dossier.descriptions();
        wrp.putArray("srvDescription").add(texts(description));
        wrp.set("intendedUse", intendedUses(registration, dossier));
        wrp.put("isPSB", dossier.publicBody());
        wrp.putArray("entitlements").add(ENTITLEMENT);
        wrp.set("supervisoryAuthority", authority(dossier.supervisoryAuthority()));
        wrp.put("registryURI", registryUri);
        if (!intermediary.identifier().isEmpty()) {
            ObjectNode used = wrp.putArray("usesIntermediary").addObject();
            used.set("identifier", identifiers(intermediary.identifier()));
            used.put("name", intermediary.name());
        }
        wrp.put("isIntermediary", false);
        return wrp;
    }

    private static ArrayNode identifiers(String semantic) {
        SemanticIdentifier identifier = SemanticIdentifier.parse(semantic);
        ObjectNode node = JSON.createObjectNode();
        identifier.type().ifPresent(type -> node.put("type", type));
        return JSON.createArrayNode().add(node.put("identifier", identifier.value()));
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.putArray(name).add(value);
        }
    }

    private static ObjectNode policy(ServiceDossier dossier) {
        return JSON.createObjectNode()
                .put("type", PRIVACY_POLICY)
                .put("policyURI", dossier.privacyPolicyUri().toString());
    }

    private static String support(Contact contact) {
        if (!contact.supportUri().isEmpty()) {
            return contact.supportUri();
        }
        return contact.email().isEmpty()
                ? "tel:" + contact.phone().replaceAll("[ ()/]", "")
                : "mailto:" + contact.email();
    }

    private static ArrayNode texts(Map<String, String> texts) {
        ArrayNode list = JSON.createArrayNode();
        new TreeMap<>(texts)
                .forEach((language, content) ->
                        list.addObject().put("lang", language).put("content", content));
        return list;
    }

    private static ObjectNode authority(SupervisoryAuthority authority) {
        ObjectNode node = JSON.createObjectNode().put("name", authority.name()).put("country", authority.country());
        put(node, "email", authority.email());
        put(node, "phone", authority.phone().replaceAll("[ ()/-]", ""));
        put(node, "formURI", authority.formUri());
        return node;
    }

    private static ArrayNode intendedUses(ServiceRegistration registration, ServiceDossier dossier) {
        Map<Map<String, String>, List<RequestedAttribute>> uses = new LinkedHashMap<>();
        dossier.attributes()
                .forEach(attribute -> uses.computeIfAbsent(attribute.purposes(), purposes -> new ArrayList<>())
                        .add(attribute));
        ArrayNode list = JSON.createArrayNode();
        uses.forEach((purposes, attributes) -> {
            ArrayNode purpose = texts(purposes);
            ObjectNode use = list.addObject();
            use.set("purpose", purpose);
            use.putArray("privacyPolicy").add(policy(dossier));
            use.put("intendedUseIdentifier", registration.clientId() + "." + digest(purpose.toString()));
            use.put(
                    "createdAt",
                    LocalDate.ofInstant(registration.createdAt(), ZoneOffset.UTC)
                            .toString());
            use.set("credentials", credentials(attributes));
        });
        return list;
    }

    private static ArrayNode credentials(List<RequestedAttribute> attributes) {
        Set<PidAttribute> asked =
                attributes.stream().map(RequestedAttribute::attribute).collect(Collectors.toSet());
        ArrayNode list = JSON.createArrayNode();
        for (JsonNode query : DcqlJson.write(PidQuery.forAttributes(asked)).get("credentials")) {
            ObjectNode credential = list.addObject();
            credential.set("format", query.get("format"));
            credential.set("meta", query.get("meta"));
            ArrayNode claims = credential.putArray("claims");
            query.get("claims").forEach(claim -> claims.addObject().set("path", claim.get("path")));
        }
        return list;
    }

    /** Stays the same as long as the purpose does. */
    private static String digest(String purpose) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(purpose.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
