// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.apikey.ApiKeyRefusedException.Reason;

/** Somebody makes a key for a program that acts for them. */
public final class CreateApiKey {

    /** Longest lifetime. */
    public static final int MAX_DAYS = 365;

    /** Lifetime that the page suggests. */
    public static final int DEFAULT_DAYS = 90;

    /** So many may be live at once. */
    public static final int MAX_KEYS = 20;

    private static final int MAX_NAME = 60;

    private final ApiKeys keys;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final SecureRandom random;
    private final Clock clock;

    public CreateApiKey(
            ApiKeys keys, AuditLog audit, TransactionOperations transactions, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new key and the only time its secret is known.
     *
     * @param secret to be shown once
     */
    public record Created(ApiKey key, ApiKeySecret secret) {}

    /**
     * Makes a key.
     *
     * @param grants some of what the person has now
     * @param days how long it works, at most a year
     * @throws ApiKeyRefusedException if it may not be made
     */
    public Created create(StaffMember member, String name, Set<Grant> grants, int days) {
        require(member.signIn() != SignIn.API_KEY, Reason.NOT_WITH_A_KEY);
        String label = name.strip();
        require(
                !label.isEmpty() && label.length() <= MAX_NAME && label.chars().noneMatch(Character::isISOControl),
                Reason.NAME_INVALID);
        require(days >= 1 && days <= MAX_DAYS, Reason.LIFETIME_INVALID);
        require(!grants.isEmpty(), Reason.GRANTS_MISSING);
        require(grants.stream().allMatch(grant -> member.has(grant.role(), grant.part())), Reason.GRANT_NOT_OWN);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiKey key = new ApiKey(
                UUID.randomUUID(),
                member.id(),
                label,
                grants,
                member.signIn(),
                now,
                now.plus(Duration.ofDays(days)),
                null,
                null);
        ApiKeySecret secret = ApiKeySecret.random(random);
        transactions.executeWithoutResult(status -> store(key, secret, now));
        return new Created(key, secret);
    }

    private void store(ApiKey key, ApiKeySecret secret, Instant now) {
        require(
                keys.of(key.owner()).stream().filter(known -> known.isLive(now)).count() < MAX_KEYS,
                Reason.TOO_MANY_KEYS);
        keys.add(key, secret.hash());
        audit.append(new AuditEvent(
                "staff.api-key-created",
                key.owner().value(),
                key.id().toString(),
                Map.of(
                        "roles",
                        key.grants().stream()
                                .map(grant -> grant.role() + " " + grant.part())
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        "expires",
                        key.expiresAt().toString())));
    }

    private static void require(boolean fulfilled, Reason reason) {
        if (!fulfilled) {
            throw new ApiKeyRefusedException(reason);
        }
    }
}
