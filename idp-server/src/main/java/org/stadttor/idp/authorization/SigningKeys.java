// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The ES256 keys of this installation, the same on all nodes. Each node calls {@link #refresh()} regularly; the first to
 * notice that a key is due adds it. A new key is published for {@code lead} before it signs, an old one until its last
 * token has expired.
 */
public final class SigningKeys {

    private static final Duration SLACK = Duration.ofMinutes(5);

    /**
     * When keys change.
     *
     * @param period how long a key signs
     * @param lead how long it is published before
     * @param longestToken how long the tokens it signs live at most
     */
    public record Rotation(Duration period, Duration lead, Duration longestToken) {}

    private final SigningKeyStore store;
    private final Rotation rotation;
    private final Clock clock;
    private final AtomicReference<List<SigningKey>> known = new AtomicReference<>(List.of());

    public SigningKeys(SigningKeyStore store, Rotation rotation, Clock clock) {
        this.store = store;
        this.rotation = rotation;
        this.clock = clock;
        refresh();
    }

    /** Reads the keys of all nodes, adds the next one if it is due, deletes those whose last token has expired. */
    public void refresh() {
        Instant now = clock.instant();
        List<SigningKey> keys = store.all();
        if (keys.isEmpty() || isDue(keys.getLast(), now)) {
            store.add(next(keys, now));
            keys = store.all();
        }
        known.set(List.copyOf(keys));
        int oldest = published(now).getFirst().generation();
        if (keys.getFirst().generation() < oldest) {
            store.deleteBefore(oldest);
        }
    }

    /** The public keys, as relying parties see them. */
    public JWKSet published() {
        return new JWKSet(published(clock.instant()).stream()
                .map(key -> (JWK) key.key().toPublicJWK())
                .toList());
    }

    private List<SigningKey> published(Instant now) {
        List<SigningKey> keys = known.get();
        List<SigningKey> published = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean newest = i == keys.size() - 1;
            if (newest || now.isBefore(lastUse(keys.get(i + 1)))) {
                published.add(keys.get(i));
            }
        }
        return published;
    }

    /** When the last token signed by the predecessor of this key has expired. */
    private Instant lastUse(SigningKey successor) {
        return successor.activeFrom().plus(rotation.longestToken()).plus(SLACK);
    }

    /** A compact JWS with the key of now. */
    String sign(JOSEObjectType type, JWTClaimsSet claims) {
        ECKey key = current().key();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    private SigningKey current() {
        Instant now = clock.instant();
        return known.get().stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException("no signing key"));
    }

    private boolean isDue(SigningKey newest, Instant now) {
        return !now.isBefore(newest.activeFrom().plus(rotation.period()).minus(rotation.lead()));
    }

    private SigningKey next(List<SigningKey> keys, Instant now) {
        Instant activeFrom = now;
        int generation = 1;
        if (!keys.isEmpty()) {
            SigningKey newest = keys.getLast();
            Instant planned = newest.activeFrom().plus(rotation.period());
            Instant earliest = now.plus(rotation.lead());
            activeFrom = planned.isBefore(earliest) ? earliest : planned;
            generation = newest.generation() + 1;
        }
        return new SigningKey(generation, generate(), activeFrom);
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
