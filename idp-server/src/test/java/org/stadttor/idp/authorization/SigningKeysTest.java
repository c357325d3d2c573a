// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.idp.authorization.jdbc.JdbcSigningKeyStore;
import org.stadttor.testing.TestDatabase;

class SigningKeysTest {

    private static final SigningKeys.Rotation ROTATION =
            new SigningKeys.Rotation(Duration.ofDays(30), Duration.ofDays(1), Duration.ofMinutes(5));

    private final TestClock clock = new TestClock();
    private JdbcClient jdbc;

    @BeforeEach
    void migrate() {
        TestDatabase database = TestDatabase.create();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("idp")
                .locations("classpath:db/idp")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
    }

    @Test
    void publishes_the_next_key_before_it_signs_and_the_old_one_until_its_tokens_have_expired() throws Exception {
        SigningKeys node = node((byte) 1);
        SigningKeys other = node((byte) 1);
        assertThat(kids(node)).hasSize(1).isEqualTo(kids(other));
        String first = signer(node);

        clock.pass(Duration.ofDays(29).plusSeconds(1));
        node.refresh();
        other.refresh();
        assertThat(kids(node)).hasSize(2).isEqualTo(kids(other));
        assertThat(signer(node)).isEqualTo(first);

        clock.pass(Duration.ofDays(1));
        assertThat(signer(node)).isNotEqualTo(first).isEqualTo(signer(other));
        assertThat(kids(node)).contains(first);

        clock.pass(Duration.ofMinutes(11));
        node.refresh();
        assertThat(kids(node)).hasSize(1).doesNotContain(first);
        assertThat(jdbc.sql("SELECT count(*) FROM idp.signing_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keeps_signing_with_a_published_key_after_a_long_sleep() throws Exception {
        SigningKeys node = node((byte) 1);
        clock.pass(Duration.ofDays(400));
        SigningKeys woken = node((byte) 1);
        assertThat(kids(woken)).hasSize(2).contains(signer(woken));
        assertThat(signer(woken)).isEqualTo(signer(node));
    }

    @Test
    void stores_no_readable_private_key_and_opens_none_with_another_data_key() {
        node((byte) 1);
        String stored = jdbc.sql("SELECT encode(sealed_key, 'escape') FROM idp.signing_key")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("\"d\"").doesNotContain("kty");
        assertThatThrownBy(() -> node((byte) 2)).isInstanceOf(IllegalStateException.class);
    }

    private SigningKeys node(byte dataKey) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, dataKey);
        return new SigningKeys(
                new JdbcSigningKeyStore(jdbc, new Sealing("test", new SecureRandom()), key), ROTATION, clock);
    }

    private static List<String> kids(SigningKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String signer(SigningKeys keys) throws Exception {
        String jwt = keys.sign(
                JOSEObjectType.JWT, new JWTClaimsSet.Builder().subject("s").build());
        return SignedJWT.parse(jwt).getHeader().getKeyID();
    }

    /** A clock that tests move. */
    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
