// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a program sends: a request that is right in all its parts, or a refusal with a reason. */
class ProposalRequestFuzzTest {

    @FuzzTest
    void body(byte[] input) {
        try {
            ProposalRequest request = ProposalRequest.parse(input);
            assertThat(request.reason()).isNotBlank();
            request.details().ifPresent(d -> assertThat(d.issuance()).isNotEmpty());
        } catch (InvalidRequestException e) {
            assertThat(e.reason().code()).isNotEmpty();
            assertThat(e.member()).hasSizeLessThan(400);
        }
    }
}
