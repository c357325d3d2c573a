// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** A query is read or refused; what was read is written and read again. */
class DcqlJsonFuzzTest {

    @FuzzTest
    void parse(byte[] json) {
        try {
            DcqlQuery query = DcqlJson.parse(new String(json, StandardCharsets.UTF_8));
            assertThat(DcqlJson.parse(DcqlJson.write(query).toString())).isEqualTo(query);
        } catch (InvalidQueryException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
