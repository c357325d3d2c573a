// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.idp.organisation.FieldChecks;
import org.stadttor.idp.relyingparty.ClientKeys;
import org.stadttor.idp.relyingparty.InvalidKeyException;

/** Reads registered keys, each with its end, which is at most two years away. */
final class RegisteredKeys {

    private static final int YEARS = 2;
    private static final int LIMIT = 20;

    private final FieldChecks checks;
    private final Instant now;

    RegisteredKeys(FieldChecks checks, Instant now) {
        this.checks = checks;
        this.now = now;
    }

    List<JWK> read(List<KeyDraft> drafts) {
        List<JWK> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean usable = false;
        if (drafts.size() > LIMIT) {
            checks.error("keys", "too_many");
        }
        for (int i = 0; i < drafts.size(); i++) {
            String field = "keys[" + i + "]";
            try {
                JWK key = ClientKeys.requireRegistrableKey(drafts.get(i).jwk());
                Instant end = end(drafts.get(i).expiresAt());
                requireEnd(field, end);
                usable |= now.isBefore(end);
                keys.add(until(key, end));
                if (!ids.add(key.getKeyID())) {
                    checks.error(field, InvalidKeyException.Reason.KEY_ID_TWICE.code());
                }
            } catch (InvalidKeyException e) {
                checks.error(field, e.reason().code());
            } catch (DateTimeException e) {
                checks.error(field + ".expires_at", "date_form");
            }
        }
        if (!usable && keys.size() == drafts.size()) {
            checks.error("keys", "keys_all_expired");
        }
        return keys;
    }

    /** An expired key may stay on the form beside a good one; it is refused where it is used. */
    private void requireEnd(String field, Instant end) {
        if (end.isAfter(now.atZone(ZoneOffset.UTC).plusYears(YEARS).plusDays(1).toInstant())) {
            checks.error(field + ".expires_at", "key_expiry_too_far");
        }
    }

    /** The end of the last day, in UTC. */
    static Instant end(String date) {
        return LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static JWK until(JWK key, Instant end) {
        try {
            Map<String, Object> members = ClientKeys.plain(key).toJSONObject();
            members.put("exp", end.getEpochSecond());
            return JWK.parse(members);
        } catch (ParseException e) {
            throw new InvalidKeyException(InvalidKeyException.Reason.KEY_MALFORMED);
        }
    }
}
