// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stadttor.trustlist.automation.InvalidRequestException.Reason;
import org.stadttor.trustlist.certificate.CertificateInput;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.curation.FormText;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;

/** The member {@code details} of a request. */
final class DetailsRequest {

    private static final Set<String> MEMBERS = Set.of(
            "purpose",
            "name",
            "registration_id",
            "country",
            "contact",
            "issuance",
            "revocation",
            "status_policy",
            "credentials",
            "legal_basis");
    private static final Set<String> CONTACT =
            Set.of("street", "locality", "postal_code", "country", "electronic_addresses", "information_uris");
    private static final Set<String> CREDENTIAL = Set.of("format", "type");

    private DetailsRequest() {}

    static IssuerDetails read(RequestBody body) {
        body.allow(MEMBERS);
        ListPurpose purpose = ListPurpose.of(body.text("purpose")).orElseThrow(() -> body.invalid("purpose"));
        StatusPolicy policy = body.optionalText("status_policy")
                .map(text -> policy(body, text))
                .orElse(StatusPolicy.STATUS_REQUIRED);
        List<CredentialType> credentials = body.objects("credentials").stream()
                .map(DetailsRequest::credential)
                .toList();
        try {
            return new IssuerDetails(
                    purpose,
                    visible(body, "name"),
                    visible(body, "registration_id"),
                    country(body),
                    contact(body.object("contact").allow(CONTACT)),
                    certificates(body, "issuance"),
                    certificates(body, "revocation"),
                    policy,
                    credentials,
                    visible(body, "legal_basis"));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, body.path() + ": " + e.getMessage());
        }
    }

    private static StatusPolicy policy(RequestBody body, String text) {
        return Arrays.stream(StatusPolicy.values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> body.invalid("status_policy"));
    }

    private static Contact contact(RequestBody body) {
        Function<String, String> optional = member -> body.has(member) ? visible(body, member) : "";
        return new Contact(
                optional.apply("street"),
                optional.apply("locality"),
                optional.apply("postal_code"),
                country(body),
                addresses(body, "electronic_addresses", FormText::reachable),
                addresses(body, "information_uris", FormText::webAddress));
    }

    /** Without characters that make something else of it on the page where it is decided on. */
    private static String visible(RequestBody body, String member) {
        String text = body.text(member);
        if (text.length() > Change.MAX_REASON || !FormText.isVisible(text)) {
            throw body.invalid(member);
        }
        return text;
    }

    private static String country(RequestBody body) {
        String country = body.text("country");
        if (!FormText.isCountry(country)) {
            throw body.invalid("country");
        }
        return country;
    }

    /** As people may type them, and as they then stand on the list: readers refuse a list for one wrong address. */
    private static List<String> addresses(RequestBody body, String member, Function<String, Optional<String>> read) {
        List<String> addresses = body.texts(member);
        if (addresses.size() > FormText.MAX_LINES
                || !addresses.stream()
                        .allMatch(address ->
                                read.apply(address).filter(address::equals).isPresent())) {
            throw body.invalid(member);
        }
        return addresses;
    }

    private static CredentialType credential(RequestBody body) {
        body.allow(CREDENTIAL);
        try {
            return new CredentialType(body.text("format"), body.text("type"));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, body.path());
        }
    }

    private static List<X509Certificate> certificates(RequestBody body, String member) {
        try {
            return body.certificates(member).stream()
                    .flatMap(text -> CertificateInput.parse(text).certificates().stream())
                    .toList();
        } catch (CertificateInputException e) {
            throw new InvalidRequestException(Reason.CERTIFICATE_UNREADABLE, body.at(member));
        }
    }
}
