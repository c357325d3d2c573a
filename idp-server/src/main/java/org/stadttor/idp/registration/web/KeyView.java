// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.KeyDraft;

/**
 * A registered key as a page shows it.
 *
 * @param index where it stands in the list
 * @param kind for example {@code EC P-256}
 * @param thumbprint RFC 7638, to compare with the key file
 * @param expiresAt its last day as it was typed
 * @param daysLeft whole days after today; negative once it has expired
 */
public record KeyView(
        int index, String keyId, String kind, String thumbprint, String expiresAt, long daysLeft, Warning warning) {

    /** How urgent it is to add the next key. */
    public enum Warning {
        NONE,
        /** 60 or 30 days. */
        SOON,
        /** 7 days or 1. */
        URGENT,
        EXPIRED;

        /** Kind of notice and badge. */
        public String level() {
            return switch (this) {
                case NONE -> "success";
                case SOON -> "warning";
                case URGENT, EXPIRED -> "danger";
            };
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SOON_DAYS = 60;
    private static final int URGENT_DAYS = 7;

    /** The keys of a dossier; none, if they are fetched. */
    public static List<KeyView> of(DossierDraft dossier, Instant now) {
        List<KeyView> keys = new ArrayList<>();
        for (int i = 0; i < dossier.keys().size(); i++) {
            keys.add(of(i, dossier.keys().get(i), LocalDate.ofInstant(now, ZoneOffset.UTC)));
        }
        return keys;
    }

    /** Kind and thumbprint of a JSON Web Key; itself, if it is none. */
    static String describe(String jwk) {
        try {
            JWK key = JWK.parse(jwk);
            return kind(key) + ", " + key.computeThumbprint();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return jwk;
        }
    }

    private static KeyView of(int index, KeyDraft draft, LocalDate today) {
        long days = days(draft.expiresAt(), today);
        try {
            JWK key = JWK.parse(draft.jwk());
            String id = key.getKeyID() == null ? "" : key.getKeyID();
            String thumbprint = key.computeThumbprint().toString();
            return new KeyView(index, id, kind(key), thumbprint, draft.expiresAt(), days, warning(days));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new KeyView(index, "?", "?", "", draft.expiresAt(), days, warning(days));
        }
    }

    private static String kind(JWK key) {
        return switch (key) {
            case com.nimbusds.jose.jwk.RSAKey rsa -> "RSA " + rsa.size() + " (PS256)";
            case com.nimbusds.jose.jwk.ECKey ec -> "EC " + ec.getCurve() + " (ES256)";
            case com.nimbusds.jose.jwk.OctetKeyPair pair -> pair.getCurve() + " (EdDSA)";
            default -> key.getKeyType().getValue();
        };
    }

    private static long days(String date, LocalDate today) {
        try {
            return ChronoUnit.DAYS.between(today, LocalDate.parse(date));
        } catch (DateTimeException e) {
            return SOON_DAYS + 1L;
        }
    }

    private static Warning warning(long days) {
        if (days < 0) {
            return Warning.EXPIRED;
        }
        if (days <= URGENT_DAYS) {
            return Warning.URGENT;
        }
        return days <= SOON_DAYS ? Warning.SOON : Warning.NONE;
    }
}
