// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stadttor.trustlist.certificate.CertificateInput;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.curation.FieldProblem.Kind;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;

/** Reads a form to its end: every field that cannot be read gets its own problem. */
public final class ReadEntityForm {

    private final EntityForm form;
    private final List<FieldProblem> problems;

    private ReadEntityForm(EntityForm form) {
        this.form = form;
        this.problems = new ArrayList<>(form.problems());
    }

    /** What the form says, or what is wrong with it. */
    public static FormReading of(EntityForm form) {
        return new ReadEntityForm(form).read();
    }

    private FormReading read() {
        String name = text(Field.NAME);
        String registrationId = registrationId();
        String country = country(Field.COUNTRY);
        Contact contact = contact(country);
        List<X509Certificate> issuance = certificates(Field.ISSUANCE, true);
        List<X509Certificate> status = certificates(Field.STATUS, false);
        StatusPolicy policy = statusPolicy();
        List<CredentialType> types = types();
        String legalBasis = text(Field.LEGAL_BASIS);
        String reason = text(Field.REASON);
        if (!problems.isEmpty()) {
            return new FormReading.Incomplete(problems.stream()
                    .sorted(Comparator.comparing(FieldProblem::field))
                    .toList());
        }
        return new FormReading.Complete(
                new IssuerDetails(
                        form.purpose(),
                        name,
                        registrationId,
                        country,
                        contact,
                        issuance,
                        status,
                        policy,
                        types,
                        legalBasis),
                reason);
    }

    private Contact contact(String country) {
        String street = text(Field.STREET);
        String postalCode = text(Field.POSTAL_CODE);
        String locality = text(Field.LOCALITY);
        String own = form.value(Field.ADDRESS_COUNTRY).isBlank() ? country : country(Field.ADDRESS_COUNTRY);
        List<String> reachable = lines(Field.REACHABLE_AT, FormText::reachable, Kind.REACHABLE_AT_FORM);
        if (reachable.isEmpty() && form.value(Field.REACHABLE_AT).isBlank()) {
            found(Field.REACHABLE_AT, Kind.MISSING, "");
        }
        List<String> information = lines(Field.INFORMATION, FormText::webAddress, Kind.WEB_ADDRESS_FORM);
        return new Contact(street, locality, postalCode, own, reachable, information);
    }

    private String text(Field field) {
        String value = form.value(field).strip();
        if (value.isEmpty()) {
            found(field, Kind.MISSING, "");
        } else if (value.length() > FormText.MAX_TEXT) {
            found(field, Kind.TOO_LONG, Integer.toString(FormText.MAX_TEXT));
        } else if (!FormText.isVisible(value)) {
            found(field, Kind.INVISIBLE_CHARACTERS, "");
        }
        return value;
    }

    private String registrationId() {
        String value = text(Field.REGISTRATION_ID);
        if (!value.isEmpty() && !FormText.isRegistrationId(value)) {
            found(Field.REGISTRATION_ID, Kind.REGISTRATION_ID_FORM, "");
        }
        return value;
    }

    private String country(Field field) {
        String value = text(field).toUpperCase(java.util.Locale.ROOT);
        if (!value.isEmpty() && !FormText.isCountry(value)) {
            found(field, Kind.COUNTRY_UNKNOWN, "");
        }
        return value;
    }

    private List<X509Certificate> certificates(Field field, boolean needed) {
        String value = form.value(field);
        boolean uploadFailed = form.problems().stream().anyMatch(problem -> problem.field() == field);
        if (value.isBlank()) {
            if (needed && !uploadFailed) {
                found(field, Kind.MISSING, "");
            }
            return List.of();
        }
        try {
            return CertificateInput.parse(value).certificates();
        } catch (CertificateInputException e) {
            problems.add(FieldProblem.of(field, e.reason()));
            return List.of();
        }
    }

    private StatusPolicy statusPolicy() {
        String value = form.value(Field.STATUS_POLICY);
        if (!form.asksForTypes()) {
            return StatusPolicy.STATUS_REQUIRED;
        }
        for (StatusPolicy policy : StatusPolicy.values()) {
            if (policy.name().equals(value)) {
                return policy;
            }
        }
        found(Field.STATUS_POLICY, Kind.MISSING, "");
        return StatusPolicy.STATUS_REQUIRED;
    }

    private List<CredentialType> types() {
        if (!form.asksForTypes()) {
            return List.of();
        }
        return Stream.of(
                        lines(Field.SD_JWT_TYPES, line -> FormText.type(EntityForm.SD_JWT, line), Kind.TYPE_FORM),
                        lines(Field.MDOC_TYPES, line -> FormText.type(EntityForm.MDOC, line), Kind.TYPE_FORM),
                        lines(Field.OTHER_TYPES, FormText::otherType, Kind.OTHER_TYPE_FORM))
                .flatMap(List::stream)
                .toList();
    }

    /** The lines of a field, read one by one; the first that cannot be read is named. */
    private <T> List<T> lines(Field field, Function<String, Optional<T>> read, Kind otherwise) {
        List<String> typed = form.value(field)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        if (typed.size() > FormText.MAX_LINES) {
            found(field, Kind.TOO_MANY_LINES, Integer.toString(FormText.MAX_LINES));
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (String line : typed) {
            Optional<T> value = read.apply(line);
            if (value.isEmpty()) {
                found(field, otherwise, line.length() > 60 ? line.substring(0, 60) + "…" : line);
                return List.of();
            }
            values.add(value.get());
        }
        return values;
    }

    private void found(Field field, Kind kind, String detail) {
        problems.add(FieldProblem.of(field, kind, detail));
    }
}
