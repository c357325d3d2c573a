// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stadttor.trustlist.lote.InvalidListException.Reason;
import tools.jackson.databind.JsonNode;

/** JSON tree to list (TS 119 602, clause 6). */
final class LoteReader {

    /** TEInformationURI that names the responsible Member State, for any kind of entity. */
    private static final Pattern MEMBER_STATE =
            Pattern.compile("(?:http://uri\\.etsi\\.org/19602/ListOfTrustedEntities/[A-Za-z]+/"
                    + "|urn:stadttor:trust-list:eaa-providers:member-state:)([A-Z]{2})");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** EN 319 412-1, 5.1.4: three letters, country, hyphen; or a national scheme with a colon; LEIXG is the LEI. */
    private static final Pattern REGISTRATION_ID = Pattern.compile("(?:[A-Z]{3}[A-Z]{2}|[A-Z]{2}:[A-Z]{2})-.+");

    private LoteReader() {}

    static ListOfTrustedEntities read(JsonNode root) {
        JsonNode wrapper = root.get("LoTE");
        if (wrapper == null || !wrapper.isObject()) {
            throw new InvalidListException(Reason.WRAPPER_MISSING, "LoTE");
        }
        JsonMembers lote = new JsonMembers(wrapper);
        JsonMembers scheme = lote.object("ListAndSchemeInformation");
        requireVersion(scheme);
        if (scheme.isNull("NextUpdate")) {
            throw new InvalidListException(Reason.NEXT_UPDATE_MISSING, "the list is closed");
        }
        scheme.extensions("SchemeExtensions");
        return new ListOfTrustedEntities(
                scheme.text("LoTEType"),
                scheme.positiveInteger("LoTESequenceNumber"),
                scheme.multilingual("SchemeOperatorName"),
                scheme.optionalText("SchemeTerritory"),
                scheme.instant("ListIssueDateTime"),
                scheme.instant("NextUpdate"),
                lote.optionalObjects("TrustedEntitiesList").stream()
                        .map(LoteReader::entity)
                        .toList(),
                schemeInformation(scheme));
    }

    private static void requireVersion(JsonMembers scheme) {
        if (scheme.positiveInteger("LoTEVersionIdentifier") != 1) {
            throw new InvalidListException(Reason.VERSION_NOT_SUPPORTED, "LoTEVersionIdentifier");
        }
    }

    private static SchemeInformation schemeInformation(JsonMembers scheme) {
        // The text of the standard uses both names, its schema the first.
        List<ListPointer> pointers = Stream.of("PointersToOtherLoTE", "PointerToOtherLoTE")
                .flatMap(name -> scheme.optionalObjects(name).stream())
                .flatMap(LoteReader::pointers)
                .toList();
        String legalNotice = scheme.optionalObjects("PolicyOrLegalNotice").stream()
                .flatMap(n -> n.optionalObject("LoTEPolicy").stream())
                .map(n -> n.text("uriValue"))
                .findFirst()
                .orElse("");
        return new SchemeInformation(
                scheme.optional("SchemeName") == null ? "" : scheme.multilingual("SchemeName"),
                contact(
                        scheme.optionalObject("SchemeOperatorAddress"),
                        "SchemeOperator",
                        scheme.uris("SchemeInformationURI")),
                legalNotice,
                pointers,
                scheme.optionalTexts("DistributionPoints"));
    }

    /** One pointer per qualifier. Identities may be null in the wild; such a pointer announces no signer. */
    private static Stream<ListPointer> pointers(JsonMembers pointer) {
        String location = pointer.text("LoTELocation");
        List<JsonMembers> identities = pointer.isNull("ServiceDigitalIdentities")
                ? List.of()
                : pointer.optionalObjects("ServiceDigitalIdentities");
        return pointer.objects("LoTEQualifiers").stream()
                .map(qualifier -> new ListPointer(
                        location,
                        qualifier.text("LoTEType"),
                        qualifier.multilingual("SchemeOperatorName"),
                        qualifier.optionalText("SchemeTerritory"),
                        Certificates.of(identities)));
    }

    private static TrustedEntity entity(JsonMembers entity) {
        JsonMembers information = entity.object("TrustedEntityInformation");
        information.extensions("TEInformationExtensions");
        List<String> uris = information.uris("TEInformationURI");
        Contact contact = contact(
                information.optionalObject("TEAddress"),
                "TE",
                uris.stream().filter(u -> !MEMBER_STATE.matcher(u).matches()).toList());
        return new TrustedEntity(
                information.multilingual("TEName"),
                registrationId(information),
                country(uris, contact),
                entity.objects("TrustedEntityServices").stream()
                        .flatMap(s -> service(s.object("ServiceInformation")).stream())
                        .toList(),
                contact);
    }

    private static String registrationId(JsonMembers information) {
        return information.optionalObjects("TETradeName").stream()
                .map(n -> n.text("value"))
                .filter(v -> REGISTRATION_ID.matcher(v).matches())
                .findFirst()
                .orElse("");
    }

    private static String country(List<String> uris, Contact contact) {
        List<String> stated = uris.stream()
                .map(MEMBER_STATE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .distinct()
                .toList();
        if (stated.size() > 1) {
            throw new InvalidListException(Reason.MEMBER_INVALID, "TEInformationURI names several Member States");
        }
        String postal = contact.country().toUpperCase(Locale.ROOT);
        return iso(stated.isEmpty() ? (COUNTRY.matcher(postal).matches() ? postal : "") : stated.getFirst());
    }

    /** The two codes in which ETSI lists differ from ISO 3166-1, which credentials use (TS 119 602, 6.3). */
    private static String iso(String code) {
        return switch (code) {
            case "EL" -> "GR";
            case "UK" -> "GB";
            default -> code;
        };
    }

    private static Contact contact(Optional<JsonMembers> address, String prefix, List<String> informationUris) {
        Optional<JsonMembers> postal = address.flatMap(
                a -> a.optionalObjects(prefix + "PostalAddress").stream().findFirst());
        return new Contact(
                postal.map(p -> p.optionalText("StreetAddress")).orElse(""),
                postal.map(p -> p.optionalText("Locality")).orElse(""),
                postal.map(p -> p.optionalText("PostalCode")).orElse(""),
                postal.map(p -> p.optionalText("Country")).orElse(""),
                address.map(a -> a.uris(prefix + "ElectronicAddress")).orElse(List.of()),
                informationUris);
    }

    /** Nothing for a service that has a status and is not (any longer) notified: it is not to be trusted. */
    private static Optional<TrustedService> service(JsonMembers information) {
        StatusPolicy policy = StatusPolicyExtension.read(information.extensions("ServiceInformationExtensions"));
        String status = information.optionalText("ServiceStatus");
        TrustedService service = new TrustedService(
                information.multilingual("ServiceName"),
                information.text("ServiceTypeIdentifier"),
                Certificates.of(List.of(information.object("ServiceDigitalIdentity"))),
                policy);
        if (status.isEmpty()) {
            return Optional.of(service);
        }
        return ServiceStatus.Value.of(status)
                .filter(ServiceStatus.Value.NOTIFIED::equals)
                .map(value -> information.isNull("StatusStartingTime")
                        ? service
                        : service.with(new ServiceStatus(value, information.instant("StatusStartingTime")), List.of()));
    }
}
