// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;

/**
 * What somebody typed, untouched, so that it can be shown again.
 *
 * @param changed the entity that is to be changed; empty for a new one
 * @param problems of uploads, which are read before everything else
 */
public record EntityForm(
        ListPurpose purpose, Optional<IssuerId> changed, Map<Field, String> values, List<FieldProblem> problems) {

    static final String SD_JWT = "dc+sd-jwt";
    static final String MDOC = "mso_mdoc";

    public EntityForm {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(changed);
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** An empty form. */
    public static EntityForm empty(ListPurpose purpose) {
        return new EntityForm(purpose, Optional.empty(), Map.of(), List.of());
    }

    /** A form that says what these details say. */
    public static EntityForm of(Optional<IssuerId> changed, IssuerDetails details, String reason) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.NAME, details.name());
        values.put(Field.REGISTRATION_ID, details.registrationId());
        values.put(Field.COUNTRY, details.country());
        values.put(Field.STREET, details.contact().street());
        values.put(Field.POSTAL_CODE, details.contact().postalCode());
        values.put(Field.LOCALITY, details.contact().locality());
        values.put(Field.ADDRESS_COUNTRY, details.contact().country());
        values.put(Field.REACHABLE_AT, lines(details.contact().electronicAddresses()));
        values.put(Field.INFORMATION, lines(details.contact().informationUris()));
        values.put(Field.ISSUANCE, CertificateText.of(details.issuance()));
        values.put(Field.STATUS, CertificateText.of(details.revocation()));
        values.put(Field.STATUS_POLICY, details.statusPolicy().name());
        values.put(Field.SD_JWT_TYPES, types(details, SD_JWT::equals, CredentialType::type));
        values.put(Field.MDOC_TYPES, types(details, MDOC::equals, CredentialType::type));
        values.put(
                Field.OTHER_TYPES,
                types(details, f -> !f.equals(SD_JWT) && !f.equals(MDOC), t -> t.format() + " " + t.type()));
        values.put(Field.LEGAL_BASIS, details.legalBasis());
        values.put(Field.REASON, reason);
        return new EntityForm(details.purpose(), changed, values, List.of());
    }

    /** The same with an uploaded file, which becomes text below what stands in the field. */
    public EntityForm withFile(Field field, byte[] file) {
        if (file.length == 0) {
            return this;
        }
        try {
            Map<Field, String> more = new EnumMap<>(Field.class);
            more.putAll(values);
            more.merge(
                    field, CertificateText.ofFile(file), (typed, read) -> typed.isBlank() ? read : typed + "\n" + read);
            return new EntityForm(purpose, changed, more, problems);
        } catch (CertificateInputException e) {
            List<FieldProblem> more = new ArrayList<>(problems);
            more.add(FieldProblem.of(field, e.reason()));
            return new EntityForm(purpose, changed, values, more);
        }
    }

    /** What was typed; empty if nothing was. */
    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    /** For templates: by the name of the control. */
    public String value(String code) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().code().equals(code))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether what this entity issues are credentials of types that can be named. */
    public boolean asksForTypes() {
        return asksForTypes(purpose);
    }

    static boolean asksForTypes(ListPurpose purpose) {
        return switch (purpose) {
            case PID, PUB_EAA, EAA -> true;
            case WALLET, ACCESS_CERTIFICATE, REGISTRATION_CERTIFICATE -> false;
        };
    }

    private static String lines(List<String> values) {
        return String.join("\n", values);
    }

    private static String types(
            IssuerDetails details, java.util.function.Predicate<String> format, Function<CredentialType, String> text) {
        return details.credentials().stream()
                .filter(type -> format.test(type.format()))
                .map(text)
                .collect(Collectors.joining("\n"));
    }
}
