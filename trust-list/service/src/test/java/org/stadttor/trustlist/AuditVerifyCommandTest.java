// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What operators run to check the audit trail. */
@ExtendWith(OutputCaptureExtension.class)
class AuditVerifyCommandTest {

    private static TestService.Roles roles;

    @BeforeAll
    static void make_a_trail() {
        roles = TestService.Roles.create();
        TestService.start(roles, TestKey.create("Signer"), Clock.systemUTC()).close();
        roles.execute("SELECT audit.append(now(), 'test.one', 'nobody', 'nothing', '{}')");
        roles.execute("SELECT audit.append(now(), 'test.two', 'nobody', 'nothing', '{}')");
    }

    @Test
    void tells_an_intact_trail_from_a_changed_one(CapturedOutput output) {
        assertThat(verify(roles.database().url())).isEqualTo(AuditVerifyCommand.INTACT);
        assertThat(output).containsPattern("(?m)^audit trail intact: \\d+ entries, last hash [0-9a-f]{64}$");

        roles.execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");
        roles.execute("UPDATE audit.entry SET actor = 'somebody' WHERE type = 'test.one'");

        assertThat(verify(roles.database().url())).isEqualTo(AuditVerifyCommand.BROKEN);
        assertThat(output).containsPattern("(?m)^audit trail broken at entry \\d+: entry_changed$");
    }

    @Test
    void says_when_it_could_not_check(CapturedOutput output) {
        assertThat(verify("jdbc:postgresql://localhost:9/nothing")).isEqualTo(AuditVerifyCommand.NOT_CHECKED);
        assertThat(output).containsPattern("(?m)^audit trail not checked: .+$").doesNotContain("\tat ");
    }

    private static int verify(String url) {
        List<String> arguments = new ArrayList<>(List.of(AuditVerifyCommand.NAME));
        arguments.add("--stadttor.trust-list.public-address=https://trust.example.org");
        arguments.add("--stadttor.trust-list.database.url=" + url);
        arguments.add("--stadttor.trust-list.database.user=" + roles.runtimeRole());
        arguments.add("--stadttor.trust-list.database.password=secret");
        arguments.add("--stadttor.trust-list.signing.key=not used");
        arguments.add("--stadttor.trust-list.signing.certificate=not used");
        arguments.add("--stadttor.trust-list.operator.name=Musterstadt");
        arguments.add("--stadttor.trust-list.operator.street=Rathausplatz 1");
        arguments.add("--stadttor.trust-list.operator.country=DE");
        arguments.add("--stadttor.trust-list.operator.electronic-addresses=mailto:trust@example.org");
        arguments.add("--stadttor.trust-list.operator.information-uris=https://example.org/a");
        return AuditVerifyCommand.run(arguments.toArray(String[]::new));
    }
}
