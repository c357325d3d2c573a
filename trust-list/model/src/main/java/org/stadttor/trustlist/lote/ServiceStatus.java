// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Status of a service, on the one list that states it.
 *
 * @param since StatusStartingTime, whole seconds
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, annex H</a>
 */
public record ServiceStatus(Value value, Instant since) {

    private static final String BASE = "http://uri.etsi.org/19602/PubEAAProvidersList/SvcStatus/";

    public ServiceStatus {
        Objects.requireNonNull(value);
        Objects.requireNonNull(since);
    }

    /** The statuses of annex H. */
    public enum Value {
        NOTIFIED,
        WITHDRAWN;

        /** ServiceStatus as it stands in the list. */
        public String uri() {
            return BASE + name().toLowerCase(Locale.ROOT);
        }

        static Optional<Value> of(String uri) {
            return Arrays.stream(values()).filter(v -> v.uri().equals(uri)).findFirst();
        }
    }
}
