// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.VerifiedCredential;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads a person from a verified PID: the attributes asked for, typed, and nothing else, whatever was disclosed.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog">PID rulebook 1.7,
 *     sections 2 and 4.1.2</a>
 */
public final class PidReader {

    private static final List<String> PLACE = List.of("locality", "region", "country");
    private static final List<String> ADDRESS =
            List.of("formatted", "street_address", "house_number", "postal_code", "locality", "region", "country");

    private final Clock clock;

    public PidReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads the person.
     *
     * @param asked the attributes that were asked for
     * @param mandatory those that must be there, a subset
     * @throws CredentialRejectedException {@code TYPE_NOT_ALLOWED}, {@code TYPE_NOT_ALLOWED_FOR_ISSUER},
     *     {@code ISSUING_COUNTRY_MISMATCH}, {@code CREDENTIAL_EXPIRED_ADMINISTRATIVELY}, {@code CLAIM_INVALID} or
     *     {@code CLAIM_MISSING}
     */
    public PersonIdentification read(
            VerifiedCredential credential, Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        requireTypeOfIssuer(credential);
        requireIssuingCountry(credential);
        requireNotExpired(credential.claims());
        Map<PidAttribute, JsonNode> attributes = new EnumMap<>(PidAttribute.class);
        for (PidAttribute attribute : asked) {
            read(credential.claims(), attribute).ifPresent(value -> attributes.put(attribute, value));
        }
        if (!attributes.keySet().containsAll(mandatory)) {
            throw new CredentialRejectedException(Reason.CLAIM_MISSING);
        }
        return new PersonIdentification(attributes, credential.issuer());
    }

    private static void requireTypeOfIssuer(VerifiedCredential credential) {
        PidType type = PidType.of(credential.type())
                .orElseThrow(() -> new CredentialRejectedException(Reason.TYPE_NOT_ALLOWED));
        if (!type.issuableIn(credential.issuer().country())) {
            throw new CredentialRejectedException(Reason.TYPE_NOT_ALLOWED_FOR_ISSUER);
        }
    }

    private static void requireIssuingCountry(VerifiedCredential credential) {
        Optional<String> country = PidValues.country(claim(credential.claims(), "issuing_country"));
        if (country.isPresent() && !country.get().equals(credential.issuer().country())) {
            throw new CredentialRejectedException(Reason.ISSUING_COUNTRY_MISMATCH);
        }
    }

    /** The administrative expiry, which is another than the technical one; over only when it is over everywhere. */
    private void requireNotExpired(Claims claims) {
        Optional<String> text = PidValues.text(claim(claims, "date_of_expiry"));
        if (text.isEmpty()) {
            return;
        }
        try {
            LocalDate expiry = LocalDate.parse(text.get(), DateTimeFormatter.ISO_LOCAL_DATE);
            if (expiry.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.MIN))) {
                throw new CredentialRejectedException(Reason.CREDENTIAL_EXPIRED_ADMINISTRATIVELY);
            }
        } catch (DateTimeParseException _) {
            throw PidValues.invalid();
        }
    }

    private Optional<JsonNode> read(Claims claims, PidAttribute attribute) {
        JsonNode value = claim(claims, attribute.claim());
        return switch (attribute) {
            case FAMILY_NAME, GIVEN_NAME, BIRTH_GIVEN_NAME, PERSONAL_ADMINISTRATIVE_NUMBER, TITLE, ALSO_KNOWN_AS ->
                PidValues.textNode(value);
            // The German PID has the whole birth name in one claim.
            case BIRTH_FAMILY_NAME ->
                PidValues.textNode(value).or(() -> PidValues.textNode(claim(claims, "birth_name")));
            case BIRTHDATE -> PidValues.birthdate(value, LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX));
            case PLACE_OF_BIRTH -> PidValues.object(value, PLACE);
            case ADDRESS -> PidValues.object(value, ADDRESS);
            case NATIONALITIES -> PidValues.nationalities(value);
        };
    }

    private static JsonNode claim(Claims claims, String name) {
        List<JsonNode> selected = claims.select(ClaimsPath.of(name));
        return selected.isEmpty() ? MissingNode.getInstance() : selected.getFirst();
    }
}
