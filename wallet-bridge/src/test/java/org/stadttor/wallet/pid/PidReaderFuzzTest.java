// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.EnumSet;
import java.util.Set;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.StrictJson;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.dcql.ClaimsQuery;
import org.stadttor.wallet.fixture.TestVerification;
import tools.jackson.databind.JsonNode;

/** Whatever an issuer has signed, a person is read from it or it is refused; every text is bounded. */
class PidReaderFuzzTest {

    private static final CredentialIssuer ISSUER = new CredentialIssuer("Provider", "DE", "00", 1);

    @FuzzTest
    void read(byte[] claims) {
        try {
            VerifiedCredential credential = new VerifiedCredential(
                    CredentialFormat.DC_SD_JWT,
                    "urn:eudi:pid:1",
                    ISSUER,
                    Claims.of(StrictJson.object(claims, Reason.MALFORMED)));
            for (ClaimsQuery claim : PidQuery.forAttributes(EnumSet.allOf(PidAttribute.class))
                    .credentials()
                    .getFirst()
                    .claims()) {
                assertThat(credential.claims().select(claim.path())).isNotNull();
            }
            PersonIdentification person =
                    new PidReader(TestVerification.CLOCK).read(credential, EnumSet.allOf(PidAttribute.class), Set.of());
            person.attributes().values().forEach(PidReaderFuzzTest::requireBounded);
        } catch (CredentialRejectedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static void requireBounded(JsonNode value) {
        if (value.isString()) {
            assertThat(value.stringValue()).isNotBlank();
            assertThat(value.stringValue().codePoints().count()).isLessThanOrEqualTo(150);
        } else {
            assertThat(value).isNotEmpty();
            value.forEach(PidReaderFuzzTest::requireBounded);
        }
    }
}
