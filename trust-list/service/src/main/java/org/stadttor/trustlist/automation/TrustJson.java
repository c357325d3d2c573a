// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stadttor.trustlist.curation.Examination;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entities, versions and proposals as programs read them; the shapes are those of the interface description. */
public final class TrustJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TrustJson() {}

    public static ObjectNode entity(TrustedIssuer issuer) {
        ObjectNode json = JSON.objectNode();
        json.put("id", issuer.id().toString());
        json.put("version", issuer.version());
        json.put("list", issuer.purpose().listName());
        switch (issuer) {
            case Approved approved -> {
                json.put("state", "approved");
                json.put("proposed_by", approved.proposedBy().value());
                json.put("approved_by", approved.approvedBy().value());
            }
            case Suspended suspended -> {
                json.put("state", "suspended");
                json.put("suspended_by", suspended.suspendedBy().value());
                suspended.confirmedBy().ifPresent(by -> json.put("confirmed_by", by.value()));
                suspended.returnsAt().ifPresent(at -> json.put("returns_at", at.toString()));
            }
            case Withdrawn w -> json.put("state", "withdrawn");
        }
        json.set("changed", change(issuer.last()));
        json.set("details", details(issuer.details()));
        return json;
    }

    public static ObjectNode version(EntityVersion version) {
        ObjectNode json = JSON.objectNode();
        json.put("version", version.number());
        json.put("event", version.event().code());
        json.put("state", version.state().code());
        json.put("proposal", version.proposal().toString());
        json.set("changed", change(version.change()));
        json.set("details", details(version.details()));
        return json;
    }

    public static ObjectNode proposal(Proposal proposal) {
        ObjectNode json = JSON.objectNode();
        json.put("id", proposal.id().toString());
        json.put("kind", proposal.kind().code());
        json.put("entity", proposal.issuer().toString());
        json.put("base", proposal.base());
        json.put("sha256", proposal.hash());
        json.put("lapses_at", proposal.lapsesAt().toString());
        json.set("proposed", change(proposal.proposed()));
        json.set("decision", decision(proposal.decision()));
        json.set("details", details(proposal.details()));
        return json;
    }

    /** A proposal with what a careful colleague would say about its certificates. */
    public static ObjectNode examined(Proposal proposal) {
        Examination examination =
                Examination.of(proposal.details(), proposal.proposed().at());
        return proposal(proposal).set("findings", findings(examination));
    }

    /** What there is to say about certificates, each named by its SHA-256. */
    public static ArrayNode findings(Examination examination) {
        ArrayNode findings = JSON.arrayNode();
        Stream.concat(examination.issuance().stream(), examination.status().stream())
                .forEach(examined -> examined.findings()
                        .forEach(finding -> findings.addObject()
                                .put("certificate", examined.details().sha256())
                                .put("code", finding.code().code())
                                .put("severity", finding.severity().code())
                                .put("detail", finding.detail())));
        return findings;
    }

    /** One page of something. */
    public static <T> ObjectNode page(int total, Collection<T> items, Function<T, ObjectNode> toJson) {
        ObjectNode json = JSON.objectNode().put("total", total);
        json.set("items", array(items, toJson));
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode json = JSON.objectNode();
        return switch (decision) {
            case Decision.Pending p -> json.put("state", "pending");
            case Decision.Approved a -> json.put("state", "approved").set("decided", change(a.change()));
            case Decision.Rejected r -> json.put("state", "rejected").set("decided", change(r.change()));
            case Decision.Withdrawn w -> json.put("state", "withdrawn").set("decided", change(w.change()));
            case Decision.Lapsed l ->
                json.put("state", "lapsed").put("cause", l.cause().code()).put("lapsed_at", l.at().toString());
        };
    }

    private static ObjectNode change(Change change) {
        return JSON.objectNode()
                .put("by", change.by().value())
                .put("at", change.at().toString())
                .put("reason", change.reason());
    }

    static ObjectNode details(IssuerDetails details) {
        ObjectNode json = JSON.objectNode();
        json.put("purpose", details.purpose().code());
        json.put("name", details.name());
        json.put("registration_id", details.registrationId());
        json.put("country", details.country());
        ObjectNode contact = json.putObject("contact");
        contact.put("street", details.contact().street());
        contact.put("locality", details.contact().locality());
        contact.put("postal_code", details.contact().postalCode());
        contact.put("country", details.contact().country());
        contact.set("electronic_addresses", array(details.contact().electronicAddresses(), JSON::stringNode));
        contact.set("information_uris", array(details.contact().informationUris(), JSON::stringNode));
        json.set("issuance", array(details.issuance(), TrustJson::certificate));
        json.set("revocation", array(details.revocation(), TrustJson::certificate));
        json.put("status_policy", details.statusPolicy().name().toLowerCase(Locale.ROOT));
        json.set(
                "credentials",
                array(
                        details.credentials(),
                        c -> JSON.objectNode().put("format", c.format()).put("type", c.type())));
        json.put("legal_basis", details.legalBasis());
        return json;
    }

    private static JsonNode certificate(X509Certificate certificate) {
        try {
            return JSON.stringNode(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> ArrayNode array(Collection<T> values, Function<T, ? extends JsonNode> toJson) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(v -> array.add(toJson.apply(v)));
        return array;
    }
}
