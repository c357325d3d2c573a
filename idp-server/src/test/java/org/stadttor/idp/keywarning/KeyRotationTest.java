// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.keywarning.net.SignedWebhooks;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.KeyDraft;
import org.stadttor.idp.registration.RegistrationRoom;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.TestDossiers;
import tools.jackson.databind.node.ArrayNode;

/** From one key to the next over real HTTP, and the warnings before. */
class KeyRotationTest {

    private static TestIdp idp;

    @BeforeAll
    static void start() {
        idp = RegistrationRoom.idp();
    }

    @Test
    void keys_overlap_without_a_refused_request() {
        ECKey first = TestRelyingParty.newKey("first");
        ECKey second = TestRelyingParty.newKey("second");
        ServiceRegistration old = RegistrationRoom.live(dossier("", key(first, "")));
        assertThat(status(old, first)).isEqualTo(201);
        assertThat(status(old, second)).isEqualTo(401);
        ServiceRegistration both = RegistrationRoom.change(old, dossier("", key(first, ""), key(second, "")));
        assertThat(status(both, first)).isEqualTo(201);
        assertThat(status(both, second)).isEqualTo(201);
        ServiceRegistration done = RegistrationRoom.change(both, dossier("", key(second, "")));
        assertThat(status(done, second)).isEqualTo(201);
        assertThat(status(done, first)).isEqualTo(401);
    }

    @Test
    void a_key_that_has_ended_is_refused() {
        ECKey ended = TestRelyingParty.newKey("ended");
        ECKey good = TestRelyingParty.newKey("good");
        ServiceRegistration live = RegistrationRoom.live(dossier("", key(ended, "2020-01-01"), key(good, "")));
        assertThat(status(live, good)).isEqualTo(201);
        assertThat(status(live, ended)).isEqualTo(401);
        assertThat(TestRelyingParty.as(live.clientId().value(), ended)
                        .redeem(idp, "code")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void warns_by_a_signed_webhook_once_and_tries_again() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        AtomicInteger status = new AtomicInteger(500);
        HttpServer receiver = receiver(bodies, status);
        ECKey key = TestRelyingParty.newKey("ending");
        LocalDate lastDay = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(5);
        ServiceRegistration live = RegistrationRoom.live(
                dossier("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook", key(key, lastDay.toString())));
        try {
            send(Duration.ZERO);
            assertThat(bodies).hasSize(1);
            send(Duration.ZERO);
            assertThat(bodies).as("not again within a minute").hasSize(1);
            status.set(204);
            send(Duration.ofMinutes(2));
            assertThat(bodies).hasSize(2);
            send(Duration.ofHours(20));
            assertThat(bodies).as("sent is sent").hasSize(2);
            send(Duration.ofDays(5).plusHours(1));
            assertThat(bodies).as("a day before the end").hasSize(3);
        } finally {
            receiver.stop(0);
        }
        SignedJWT notice = SignedJWT.parse(bodies.get(1));
        assertThat(notice.getHeader().getType()).hasToString("stadttor-notice+jwt");
        JWKSet published = JWKSet.parse(TestRelyingParty.send(
                        HttpRequest.newBuilder(idp.uri("/oauth2/jwks")).build())
                .body());
        ECKey signer = published.getKeyByKeyId(notice.getHeader().getKeyID()).toECKey();
        assertThat(notice.verify(new ECDSAVerifier(signer))).isTrue();
        assertThat(notice.getJWTClaimsSet().getAudience())
                .containsExactly(live.clientId().value());
        assertThat(notice.getJWTClaimsSet().getClaims())
                .containsEntry("iss", TestIdp.ISSUER)
                .containsEntry("event", "key-expires")
                .containsEntry("kid", "ending")
                .containsEntry("days_left", 7L)
                .doesNotContainKeys("sub", "exp");
        assertThat(SignedJWT.parse(bodies.getFirst()).getJWTClaimsSet().getJWTID())
                .isEqualTo(notice.getJWTClaimsSet().getJWTID());
        assertThat(idp.bean(ReadKeyWarnings.class)
                        .list(Scope.of("/de/"), "", 100)
                        .items())
                .anySatisfy(ending -> {
                    assertThat(ending.clientId()).isEqualTo(live.clientId());
                    assertThat(ending.daysLeft(Instant.now())).isLessThan(6);
                });
        assertThat(idp.bean(ReadKeyWarnings.class)
                        .list(Scope.of("/at/"), "", 100)
                        .items())
                .isEmpty();
    }

    /** The job as it would run so much later. */
    private static void send(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        new SendKeyWarnings(
                        idp.bean(KeyWarnings.class),
                        idp.bean(SignedWebhooks.class),
                        idp.bean(AuditLog.class),
                        idp.bean(TransactionOperations.class),
                        clock)
                .run();
    }

    private static HttpServer receiver(List<String> bodies, AtomicInteger status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int status(ServiceRegistration registration, ECKey key) {
        TestRelyingParty party = TestRelyingParty.as(registration.clientId().value(), key);
        var request = party.request();
        request.put("scope", "openid profile");
        return party.push(idp, request).statusCode();
    }

    private static KeyDraft key(ECKey key, String expiresAt) {
        return new KeyDraft(key.toPublicJWK().toJSONString(), expiresAt);
    }

    private static DossierDraft dossier(String webhook, KeyDraft... keys) {
        return TestDossiers.with(json -> {
            ArrayNode list = json.putArray("keys");
            new ArrayList<>(Arrays.asList(keys)).forEach(key -> {
                var node = list.addObject();
                node.set("jwk", TestRelyingParty.JSON.readTree(key.jwk()));
                node.put("expires_at", key.expiresAt());
            });
            json.put("webhook_uri", webhook);
            return json;
        });
    }
}
