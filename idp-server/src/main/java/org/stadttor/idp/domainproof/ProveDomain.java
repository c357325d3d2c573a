// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.domainproof.DomainProof.Method;
import org.stadttor.idp.domainproof.DomainRefusedException.Reason;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.UnitPath;

/** Use case: looks whether the challenge stands at the host or in its DNS. A proof counts for a year. */
public final class ProveDomain {

    /** How long a proof counts. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    /** Where the challenge can be. */
    public record Places(ChallengeFiles files, ChallengeRecords records) {}

    /** What was found. */
    public sealed interface Outcome {

        record Proved(DomainProof proof) implements Outcome {}

        /**
         * Nothing yet; the codes are {@code unreachable} or {@code without_challenge}.
         *
         * @param file what became of the file
         * @param dns what became of the TXT record
         */
        record NotProved(DomainProof proof, String file, String dns) implements Outcome {}
    }

    private static final String UNREACHABLE = "unreachable";
    private static final String WITHOUT_CHALLENGE = "without_challenge";
    private static final String FOUND = "found";

    private final DomainProofs proofs;
    private final Places places;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public ProveDomain(
            DomainProofs proofs, Places places, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.proofs = proofs;
        this.places = places;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Looks, and stores the proof if it is there.
     *
     * @throws DomainRefusedException if there is no challenge in this person's part of the tree
     */
    public Outcome prove(ActingPerson person, UnitPath unit, String host) {
        DomainProof proof = proofs.find(unit, host)
                .filter(found -> person.scope().includes(unit))
                .orElseThrow(() -> new DomainRefusedException(Reason.NOT_FOUND));
        String file = look(proof, () -> places.files().lines(proof.host()));
        if (file.equals(FOUND)) {
            return proved(person, proof, Method.FILE);
        }
        String dns = look(proof, () -> places.records().texts(proof.recordName()));
        return dns.equals(FOUND) ? proved(person, proof, Method.DNS) : new Outcome.NotProved(proof, file, dns);
    }

    private static String look(DomainProof proof, Supplier<List<String>> texts) {
        try {
            return texts.get().contains(proof.challenge()) ? FOUND : WITHOUT_CHALLENGE;
        } catch (RuntimeException e) {
            return UNREACHABLE;
        }
    }

    private Outcome proved(ActingPerson person, DomainProof proof, Method method) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DomainProof proved = proof.proved(method, now, now.plus(LIFETIME));
        transactions.executeWithoutResult(status -> {
            if (!proofs.prove(proved)) {
                throw new DomainRefusedException(Reason.NOT_FOUND);
            }
            audit.append(new AuditEvent(
                    "domain.proved",
                    person.id(),
                    proof.unit().value(),
                    Map.of("host", proof.host(), "method", method.code())));
        });
        return new Outcome.Proved(proved);
    }
}
