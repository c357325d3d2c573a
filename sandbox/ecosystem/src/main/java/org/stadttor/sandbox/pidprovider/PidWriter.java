// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.stadttor.sandbox.keys.SigningIdentity;
import org.stadttor.sandbox.sdjwt.SdJwtWriter;
import org.stadttor.sandbox.statuslist.StatusValue;

/**
 * Writes PIDs in the shape of the European rulebook and of the German provider, with at most one flaw.
 *
 * @see <a href="https://github.com/eu-digital-identity-wallet/eudi-doc-attestation-rulebooks-catalog">PID rulebook 1.7,
 *     section 4.1</a>
 */
final class PidWriter {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DAYS_VALID = 14;
    private static final int[] AGES = {12, 14, 16, 18, 21, 65};

    private final ProviderKeys keys;
    private final StatusRegister register;
    private final Supplier<URI> address;
    private final Clock clock;

    PidWriter(ProviderKeys keys, StatusRegister register, Supplier<URI> address, Clock clock) {
        this.keys = keys;
        this.register = register;
        this.address = address;
        this.clock = clock;
    }

    String write(Person person, ECKey holderKey, CredentialFlaw flaw) {
        SdJwtWriter writer = new SdJwtWriter();
        writer.plain("iss", address.get().toString());
        writer.plain(
                "vct",
                flaw == CredentialFlaw.WRONG_TYPE
                        ? "urn:eudi:pid:zz:1"
                        : person.type().vct());
        if (flaw != CredentialFlaw.NO_HOLDER_KEY) {
            writer.plain("cnf", Map.of("jwk", holderKey.toPublicJWK().toJSONObject()));
        }
        writeTimes(writer, person.type(), flaw);
        if (flaw != CredentialFlaw.NO_STATUS) {
            writer.plain("status", Map.of("status_list", statusReference(person, flaw)));
        }
        writer.disclosable(claims(person, flaw));
        return writer.write(flaw == CredentialFlaw.WRONG_HEADER_TYPE ? "vc+sd-jwt" : "dc+sd-jwt", signer(flaw));
    }

    static String listAddress(URI provider, StatusListName name) {
        return provider + "/status-lists/" + name.path();
    }

    /** Validity by whole days in Berlin, so that the times tell nothing about the holder. */
    private void writeTimes(SdJwtWriter writer, PidType type, CredentialFlaw flaw) {
        LocalDate today = clock.instant().atZone(BERLIN).toLocalDate();
        LocalDate from = switch (flaw) {
            case EXPIRED -> today.minusDays(DAYS_VALID + 1L);
            case NOT_YET_VALID -> today.plusDays(1);
            default -> today;
        };
        long days = flaw == CredentialFlaw.NO_STATUS ? 365 : DAYS_VALID;
        if (type == PidType.EU) {
            writer.plain("iat", midnight(from));
        }
        if (type == PidType.DE || flaw == CredentialFlaw.NOT_YET_VALID) {
            writer.plain("nbf", midnight(from));
        }
        writer.plain("exp", midnight(from.plusDays(days)));
    }

    private Map<String, Object> statusReference(Person person, CredentialFlaw flaw) {
        int index = switch (flaw) {
            case REVOKED -> register.place(person, StatusValue.INVALID);
            case SUSPENDED -> register.place(person, StatusValue.SUSPENDED);
            case APPLICATION_STATUS -> register.place(person, StatusValue.APPLICATION_SPECIFIC);
            case STATUS_INDEX_OUT_OF_RANGE -> StatusRegister.SIZE + 1;
            default -> register.place(person, StatusValue.VALID);
        };
        return Map.of("idx", index, "uri", listAddress(address.get(), StatusListName.of(flaw)));
    }

    private Map<String, Object> claims(Person person, CredentialFlaw flaw) {
        Map<String, Object> claims = new HashMap<>(person.claims());
        LocalDate today = clock.instant().atZone(BERLIN).toLocalDate();
        LocalDate expiry = flaw == CredentialFlaw.EXPIRED_ADMINISTRATIVELY ? today.minusDays(1) : today.plusYears(5);
        claims.put("date_of_expiry", expiry.toString());
        if (person.type() == PidType.DE) {
            claims.put("age_equal_or_over", ages(person.claim("birthdate"), today));
        } else {
            claims.put("date_of_issuance", today.toString());
        }
        return claims;
    }

    private SigningIdentity signer(CredentialFlaw flaw) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return switch (flaw) {
            case UNKNOWN_ISSUER -> keys.stranger(now);
            case SELF_SIGNED_ISSUER -> keys.selfSigned(now);
            case ISSUER_CERTIFICATE_EXPIRED -> keys.expired(now.plus(Duration.ofMinutes(1)));
            default -> keys.signer();
        };
    }

    /** Ages on the day of issue; a birth date that is not known counts as the latest possible. */
    private static Map<String, Object> ages(String birthdate, LocalDate today) {
        int year = Integer.parseInt(birthdate.substring(0, 4));
        int month = Integer.parseInt(birthdate.substring(5, 7));
        int day = Integer.parseInt(birthdate.substring(8, 10));
        LocalDate born = month == 0
                ? LocalDate.of(year, 12, 31)
                : day == 0 ? LocalDate.of(year, month, 1).plusMonths(1).minusDays(1) : LocalDate.of(year, month, day);
        Map<String, Object> ages = new HashMap<>();
        for (int age : AGES) {
            ages.put(String.valueOf(age), !born.plusYears(age).isAfter(today));
        }
        return ages;
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(BERLIN).toEpochSecond();
    }
}
