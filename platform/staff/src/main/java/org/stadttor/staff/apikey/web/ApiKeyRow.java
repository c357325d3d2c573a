// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadttor.staff.Grant;
import org.stadttor.staff.apikey.ApiKey;

/**
 * A key in the list.
 *
 * @param state whether it works, or how it ended
 */
public record ApiKeyRow(
        UUID id,
        String name,
        List<Grant> grants,
        LocalDate expires,
        @Nullable LocalDate lastUsed,
        String state) {

    private static final int ENDED_SHOWN = 20;

    /** Those that work, and the latest that do no more. */
    static List<ApiKeyRow> of(List<ApiKey> keys, Instant now) {
        List<ApiKeyRow> rows = keys.stream().map(key -> row(key, now)).toList();
        return Stream.concat(
                        rows.stream().filter(ApiKeyRow::live),
                        rows.stream().filter(row -> !row.live()).limit(ENDED_SHOWN))
                .toList();
    }

    /** Whether it works. */
    public boolean live() {
        return state.equals("live");
    }

    private static ApiKeyRow row(ApiKey key, Instant now) {
        String ended = key.revokedAt() == null ? "expired" : "revoked";
        return new ApiKeyRow(
                key.id(),
                key.name(),
                key.grants().stream()
                        .sorted(Comparator.comparing(ApiKeyForm::value))
                        .toList(),
                LocalDate.ofInstant(key.expiresAt(), ZoneId.of("Europe/Berlin")),
                key.lastUsed(),
                key.isLive(now) ? "live" : ended);
    }
}
