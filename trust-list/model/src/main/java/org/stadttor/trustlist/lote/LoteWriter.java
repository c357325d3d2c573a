// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** List to JSON tree, in the order and shape of the ETSI schema; texts are marked as English. */
final class LoteWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MIME_TYPE = "application/jose";

    /** The schema wants an address where none is known. */
    private static final String UNKNOWN = "-";

    private static final String UNKNOWN_URI = "about:blank";

    private LoteWriter() {}

    static ObjectNode write(ListOfTrustedEntities list) {
        ObjectNode lote = JSON.objectNode();
        lote.set("ListAndSchemeInformation", scheme(list));
        if (!list.entities().isEmpty()) {
            Optional<ListProfile> profile = ListProfile.of(list.typeUri());
            lote.set("TrustedEntitiesList", array(list.entities(), e -> entity(e, profile)));
        }
        return JSON.objectNode().set("LoTE", lote);
    }

    private static ObjectNode scheme(ListOfTrustedEntities list) {
        SchemeInformation scheme = list.scheme();
        ObjectNode json = JSON.objectNode();
        json.put("LoTEVersionIdentifier", 1);
        json.put("LoTESequenceNumber", list.sequenceNumber());
        json.put("LoTEType", list.typeUri());
        json.set("SchemeOperatorName", text(list.operatorName()));
        json.set("SchemeOperatorAddress", address(scheme.operator(), "SchemeOperator", UNKNOWN));
        if (!scheme.name().isEmpty()) {
            json.set("SchemeName", text(scheme.name()));
        }
        putUris(json, "SchemeInformationURI", scheme.operator().informationUris());
        ListProfile.of(list.typeUri()).ifPresent(profile -> {
            json.put("StatusDeterminationApproach", profile.statusDeterminationUri());
            json.set("SchemeTypeCommunityRules", array(List.of(profile.rulesUri()), LoteWriter::uri));
        });
        if (!list.territory().isEmpty()) {
            json.put("SchemeTerritory", list.territory());
        }
        if (!scheme.legalNoticeUri().isEmpty()) {
            ObjectNode policy = JSON.objectNode().set("LoTEPolicy", uri(scheme.legalNoticeUri()));
            json.set("PolicyOrLegalNotice", JSON.arrayNode().add(policy));
        }
        if (ListProfile.of(list.typeUri()).filter(ListProfile::statesStatus).isPresent()) {
            json.put("HistoricalInformationPeriod", ListProfile.FOR_EVER);
        }
        if (!scheme.pointers().isEmpty()) {
            json.set("PointersToOtherLoTE", array(scheme.pointers(), LoteWriter::pointer));
        }
        json.put("ListIssueDateTime", time(list.issuedAt()));
        json.put("NextUpdate", time(list.nextUpdate()));
        if (!scheme.distributionPoints().isEmpty()) {
            json.set("DistributionPoints", array(scheme.distributionPoints(), JSON::stringNode));
        }
        return json;
    }

    private static ObjectNode pointer(ListPointer pointer) {
        ObjectNode qualifier = JSON.objectNode().put("LoTEType", pointer.typeUri());
        qualifier.set("SchemeOperatorName", text(pointer.operatorName()));
        if (!pointer.territory().isEmpty()) {
            qualifier.put("SchemeTerritory", pointer.territory());
        }
        qualifier.put("MimeType", MIME_TYPE);
        ObjectNode json = JSON.objectNode().put("LoTELocation", pointer.location());
        json.set("ServiceDigitalIdentities", JSON.arrayNode().add(ServiceJson.identity(pointer.signers())));
        json.set("LoTEQualifiers", JSON.arrayNode().add(qualifier));
        return json;
    }

    private static ObjectNode entity(TrustedEntity entity, Optional<ListProfile> profile) {
        ObjectNode information = JSON.objectNode();
        information.set("TEName", text(entity.name()));
        if (!entity.registrationId().isEmpty()) {
            information.set("TETradeName", text(entity.registrationId()));
        }
        information.set("TEAddress", address(entity.contact(), "TE", entity.country()));
        Stream<String> memberState =
                profile.filter(p -> !entity.country().isEmpty()).map(p -> p.memberStateUri(entity.country())).stream();
        List<String> uris = Stream.concat(entity.contact().informationUris().stream(), memberState)
                .toList();
        putUris(information, "TEInformationURI", uris.isEmpty() ? List.of(UNKNOWN_URI) : uris);
        ObjectNode json = JSON.objectNode();
        json.set("TrustedEntityInformation", information);
        json.set("TrustedEntityServices", array(entity.services(), ServiceJson::write));
        return json;
    }

    private static ObjectNode address(Contact contact, String prefix, String countryIfUnknown) {
        ObjectNode postal = JSON.objectNode().put("lang", "en");
        postal.put("StreetAddress", contact.street().isEmpty() ? UNKNOWN : contact.street());
        if (!contact.locality().isEmpty()) {
            postal.put("Locality", contact.locality());
        }
        if (!contact.postalCode().isEmpty()) {
            postal.put("PostalCode", contact.postalCode());
        }
        postal.put("Country", contact.country().isEmpty() ? countryIfUnknown : contact.country());
        ObjectNode json = JSON.objectNode();
        json.set(prefix + "PostalAddress", JSON.arrayNode().add(postal));
        List<String> electronic = contact.electronicAddresses();
        putUris(json, prefix + "ElectronicAddress", electronic.isEmpty() ? List.of(UNKNOWN_URI) : electronic);
        return json;
    }

    static ArrayNode text(String value) {
        return JSON.arrayNode().add(JSON.objectNode().put("lang", "en").put("value", value));
    }

    private static void putUris(ObjectNode json, String name, List<String> uris) {
        if (!uris.isEmpty()) {
            json.set(name, array(uris, LoteWriter::uri));
        }
    }

    private static ObjectNode uri(String uri) {
        return JSON.objectNode().put("lang", "en").put("uriValue", uri);
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> toJson) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(v -> array.add(toJson.apply(v)));
        return array;
    }
}
