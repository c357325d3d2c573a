// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;

/**
 * What is decided on: somebody who issues something, with its certificates. Written once with the proposal; who wants
 * to change something proposes a change.
 *
 * @param purpose for what it is trusted; never changes
 * @param name the entity, for people
 * @param registrationId identifier with EN 319 412-1 semantics, for example {@code NTRDE-HRB80443}
 * @param country the responsible Member State, ISO 3166-1 alpha-2
 * @param contact with one electronic address at least
 * @param issuance CA certificates of its signers, or the very signer certificates; one at least
 * @param revocation the same for its status lists; may be empty if the issuance certificates sign them too
 * @param statusPolicy whether what it issues names a status list
 * @param credentials formats and types of what it issues, for people; may be empty
 * @param legalBasis why it is to be trusted: notification, contract, test agreement
 */
public record IssuerDetails(
        ListPurpose purpose,
        String name,
        String registrationId,
        String country,
        Contact contact,
        List<X509Certificate> issuance,
        List<X509Certificate> revocation,
        StatusPolicy statusPolicy,
        List<CredentialType> credentials,
        String legalBasis) {

    /** More certificates than this has no issuer for one service. */
    public static final int MAX_CERTIFICATES = 20;

    /** More formats and types than this has nobody. */
    public static final int MAX_CREDENTIALS = 50;

    private static final int MAX_TEXT = 200;
    private static final Pattern REGISTRATION_ID = Pattern.compile("(?:[A-Z]{5}|[A-Z]{2}:[A-Z]{2})-\\S.{0,99}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public IssuerDetails {
        Objects.requireNonNull(purpose);
        requireText("name", name);
        requireText("legalBasis", legalBasis);
        require(REGISTRATION_ID.matcher(registrationId).matches(), "registrationId");
        require(COUNTRY.matcher(country).matches(), "country");
        require(!contact.electronicAddresses().isEmpty(), "contact: an electronic address is needed");
        issuance = issuance.stream().distinct().toList();
        revocation = revocation.stream().distinct().toList();
        require(!issuance.isEmpty() && issuance.size() <= MAX_CERTIFICATES, "issuance: 1 to 20 certificates");
        require(revocation.size() <= MAX_CERTIFICATES, "revocation: 0 to 20 certificates");
        Objects.requireNonNull(statusPolicy);
        credentials = credentials.stream().distinct().toList();
        require(credentials.size() <= MAX_CREDENTIALS, "credentials: 0 to 50");
    }

    /** How it stands on its list (TS 119 602, annexes D to H). */
    public TrustedEntity toTrustedEntity() {
        List<TrustedService> services = new ArrayList<>();
        String what = name + " (" + purpose.service();
        services.add(new TrustedService(what + ")", purpose.profile().issuance().uri(), issuance, statusPolicy));
        if (!revocation.isEmpty()) {
            services.add(new TrustedService(
                    what + " status)", purpose.profile().revocation().uri(), revocation, StatusPolicy.STATUS_REQUIRED));
        }
        return new TrustedEntity(name, registrationId, country, services, contact);
    }

    /** All certificates of both services. */
    public List<X509Certificate> certificates() {
        return Stream.concat(issuance.stream(), revocation.stream()).distinct().toList();
    }

    /**
     * Two entities that list one key on one list would make it worthless for both; also for different services, because
     * an issuance key signs status lists, too.
     */
    public boolean sharesKeyWith(IssuerDetails other) {
        return purpose == other.purpose && share(certificates(), other.certificates());
    }

    private static boolean share(List<X509Certificate> ours, List<X509Certificate> theirs) {
        Set<PublicKey> keys = ours.stream().map(X509Certificate::getPublicKey).collect(Collectors.toSet());
        return theirs.stream().anyMatch(c -> keys.contains(c.getPublicKey()));
    }

    private static void requireText(String member, String value) {
        require(
                !value.isBlank() && value.length() <= MAX_TEXT && value.chars().noneMatch(Character::isISOControl),
                member);
    }

    private static void require(boolean condition, String member) {
        if (!condition) {
            throw new IllegalArgumentException("issuer details: " + member);
        }
    }
}
