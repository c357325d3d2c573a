// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.pid.PersonIdentification;

/** Who is not trusted any more ends the logins that rest on it: codes and access tokens die at once and for good. */
class DistrustTest {

    private static final String GONE = "distrusted-issuer";

    private static TestIdp idp;
    private static TestRelyingParty portal;
    private static TestIssuers issuers;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        portal = TestRelyingParty.register(idp, "portal");
        issuers = idp.bean(TestIssuers.class);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @BeforeEach
    void trustEverybody() {
        issuers.setAvailable(true);
        issuers.trust(GONE);
        idp.bean(JdbcClient.class).sql("DELETE FROM idp.login_grant").update();
    }

    @Test
    void ends_a_code_that_was_not_redeemed() {
        String code = code(TestBrowser.issuedBy(GONE));
        String other = code(TestBrowser.person("other"));
        issuers.distrust(GONE);
        assertInvalidGrant(portal.redeem(idp, code));
        assertThat(audited()).containsExactly(Map.of("anchor", GONE, "reason", "issuer_untrusted"));
        assertThat(sealedClaims()).isEqualTo(1);
        assertThat(portal.redeem(idp, other).statusCode()).isEqualTo(200);
        issuers.trust(GONE);
        assertInvalidGrant(portal.redeem(idp, code));
    }

    @Test
    void ends_an_access_token() {
        String token = token(TestBrowser.issuedBy(GONE));
        String other = token(TestBrowser.person("other"));
        assertThat(TestRelyingParty.userInfo(idp, token).statusCode()).isEqualTo(200);
        issuers.distrust(GONE);
        assertInvalidToken(TestRelyingParty.userInfo(idp, token));
        assertThat(audited()).containsExactly(Map.of("anchor", GONE, "reason", "issuer_untrusted"));
        assertThat(sealedClaims()).isEqualTo(1);
        assertThat(TestRelyingParty.userInfo(idp, other).statusCode()).isEqualTo(200);
        issuers.trust(GONE);
        assertInvalidToken(TestRelyingParty.userInfo(idp, token));
        assertThat(audited()).hasSize(1);
    }

    @Test
    void ends_both_where_no_list_says_who_is_trusted() {
        String code = code(TestBrowser.issuedBy(GONE));
        String token = token(TestBrowser.issuedBy(GONE));
        issuers.setAvailable(false);
        assertInvalidGrant(portal.redeem(idp, code));
        assertInvalidToken(TestRelyingParty.userInfo(idp, token));
        assertThat(audited())
                .containsExactly(
                        Map.of("anchor", GONE, "reason", "trust_list_unavailable"),
                        Map.of("anchor", GONE, "reason", "trust_list_unavailable"));
    }

    @Test
    void refuses_grants_of_a_release_that_did_not_keep_the_issuer() {
        String code = code(TestBrowser.person("old"));
        String token = token(TestBrowser.person("old"));
        idp.bean(JdbcClient.class)
                .sql("UPDATE idp.login_grant SET issuer_anchor_sha256 = NULL")
                .update();
        assertInvalidGrant(portal.redeem(idp, code));
        assertInvalidToken(TestRelyingParty.userInfo(idp, token));
    }

    private static String code(PersonIdentification person) {
        return new TestBrowser().login(idp, portal, person);
    }

    private static String token(PersonIdentification person) {
        return TestRelyingParty.json(portal.redeem(idp, code(person)))
                .get("access_token")
                .stringValue();
    }

    /** Of the grants of this test. */
    private static List<Map<String, String>> audited() {
        return idp.bean(JdbcClient.class)
                .sql("SELECT e.details::jsonb ->> 'anchor' AS anchor, e.details::jsonb ->> 'reason' AS reason"
                        + " FROM audit.entry e JOIN idp.login_grant g ON g.id::text = e.details::jsonb ->> 'grant'"
                        + " WHERE e.type = 'authorization.issuer-not-trusted' AND e.actor = 'system'"
                        + " AND e.subject = 'portal' ORDER BY e.seq")
                .query((row, number) -> Map.of("anchor", row.getString(1), "reason", row.getString(2)))
                .list();
    }

    private static long sealedClaims() {
        return idp.bean(JdbcClient.class)
                .sql("SELECT count(sealed_claims) FROM idp.login_grant")
                .query(Long.class)
                .single();
    }

    private static void assertInvalidGrant(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestRelyingParty.json(response).get("error").stringValue()).isEqualTo("invalid_grant");
    }

    private static void assertInvalidToken(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
    }
}
