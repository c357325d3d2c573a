// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException.Reason;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import tools.jackson.databind.JsonNode;

/**
 * From attributes to the keyed HMACs an account is found by. Attributes are normalised first: Unicode NFC, upper and lower
 * case alike, ß and ẞ like ss, white space collapsed, invisible characters left out. A missing attribute, one without a letter or digit, and an incomplete birth date are refused.
 */
public final class PersonMatching {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final List<String> PLACE_MEMBERS = List.of("locality", "region", "country");

    private final byte[] key;

    /**
     * With the key of this installation.
     *
     * @param key 32 bytes; with another key nobody is found again
     */
    public PersonMatching(byte[] key) {
        this.key = key.clone();
    }

    PersonKeys keys(PersonIdentification person) {
        String country = normalised(person.issuer().country());
        byte[] number = number(person, country);
        return new PersonKeys(
                hmac(
                        "match",
                        text(person, PidAttribute.FAMILY_NAME),
                        text(person, PidAttribute.GIVEN_NAME),
                        birthDate(person),
                        placeOfBirth(person, number != null)),
                hmac("country", country),
                number);
    }

    static String normalised(String text) {
        String folded = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return SPACES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private byte @Nullable [] number(PersonIdentification person, String country) {
        return value(person.attributes().get(PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER))
                .map(number -> hmac("number", country, number))
                .orElse(null);
    }

    private static String text(PersonIdentification person, PidAttribute attribute) {
        return value(person.attributes().get(attribute)).orElseThrow(PersonMatching::missing);
    }

    private static String birthDate(PersonIdentification person) {
        String date = text(person, PidAttribute.BIRTHDATE);
        try {
            return LocalDate.parse(date).toString();
        } catch (DateTimeException e) {
            throw missing();
        }
    }

    /**
     * The most precise that is known, with its name; what is known besides may change with the issuer's format. A region
     * or a country alone does not tell apart people of the same name and day of birth, so then there must be a number.
     */
    private static String placeOfBirth(PersonIdentification person, boolean numbered) {
        JsonNode place = person.attributes().get(PidAttribute.PLACE_OF_BIRTH);
        if (place == null) {
            throw missing();
        }
        return PLACE_MEMBERS.stream()
                .limit(numbered ? PLACE_MEMBERS.size() : 1)
                .flatMap(member -> value(place.get(member)).map(v -> member + "\n" + v).stream())
                .findFirst()
                .orElseThrow(PersonMatching::missing);
    }

    private static Optional<String> value(@Nullable JsonNode node) {
        if (node == null || !node.isString()) {
            return Optional.empty();
        }
        String value = normalised(node.stringValue());
        boolean says = value.codePoints().anyMatch(Character::isLetterOrDigit);
        return says ? Optional.of(value) : Optional.empty();
    }

    /** Each part with its length before it, so that no two lists of parts are alike. */
    private byte[] hmac(String label, String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            Stream.concat(Stream.of("stadttor matching v1", label), Stream.of(parts))
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(part -> {
                        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
                        mac.update(part);
                    });
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CitizenNotIdentifiableException missing() {
        return new CitizenNotIdentifiableException(Reason.MATCHING_ATTRIBUTE_MISSING);
    }
}
