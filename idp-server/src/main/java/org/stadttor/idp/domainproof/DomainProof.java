// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.UnitPath;

/**
 * A host that a unit wants to send citizens to, and whether it has shown that it controls it.
 *
 * @param challenge the text that must appear at the host: {@value #PREFIX} and random characters
 * @param proved null until it was found there
 */
public record DomainProof(
        UnitPath unit,
        String host,
        String challenge,
        Instant createdAt,
        @Nullable Proved proved) {

    /** What every challenge begins with. */
    public static final String PREFIX = "stadttor-domain-verification=";

    /** Where the file is. */
    public static final String FILE_PATH = "/.well-known/stadttor-domain-verification";

    /** What the name of the TXT record begins with. */
    public static final String RECORD_LABEL = "_stadttor-challenge.";

    /** Where the challenge was found. */
    public enum Method {
        FILE,
        DNS;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When and how it was proved, and until when that counts. */
    public record Proved(Method method, Instant at, Instant expiresAt) {}

    public boolean isValid(Instant now) {
        return proved != null && now.isBefore(proved.expiresAt());
    }

    /** The address the file must have. */
    public String fileAddress() {
        return "https://" + host + FILE_PATH;
    }

    /** The name the TXT record must have. */
    public String recordName() {
        return RECORD_LABEL + host;
    }

    DomainProof proved(Method method, Instant now, Instant until) {
        return new DomainProof(unit, host, challenge, createdAt, new Proved(method, now, until));
    }
}
