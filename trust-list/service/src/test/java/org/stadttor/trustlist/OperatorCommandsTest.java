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
import org.stadttor.staff.audit.jdbc.AuditVerification;
import org.stadttor.staff.wiring.StaffInvite;

/** What operators run beside the service. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorCommandsTest {

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
        assertThat(verify(roles.database().url())).isEqualTo(AuditVerification.INTACT);
        assertThat(output).containsPattern("(?m)^audit trail intact: \\d+ entries, last hash [0-9a-f]{64}$");

        roles.execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");
        roles.execute("UPDATE audit.entry SET actor = 'somebody' WHERE type = 'test.one'");

        assertThat(verify(roles.database().url())).isEqualTo(AuditVerification.BROKEN);
        assertThat(output).containsPattern("(?m)^audit trail broken at entry \\d+: entry_changed$");
    }

    @Test
    void says_when_it_could_not_check(CapturedOutput output) {
        assertThat(verify("jdbc:postgresql://localhost:9/nothing")).isEqualTo(AuditVerification.NOT_CHECKED);
        assertThat(output).containsPattern("(?m)^audit trail not checked: .+$").doesNotContain("\tat ");
    }

    @Test
    void invites_two_administrators_when_all_are_lost(CapturedOutput output) {
        assertThat(StaffInviteCommand.run(
                        arguments(StaffInvite.NAME, roles.database().url())))
                .isEqualTo(StaffInviteCommand.INVITED);
        assertThat(output.getOut().lines().filter(line -> line.startsWith("http://localhost:8091/staff/invitation/")))
                .hasSize(2)
                .doesNotHaveDuplicates();
        roles.execute("DO $$ BEGIN ASSERT (SELECT count(*) FROM audit.entry WHERE type = 'staff.invited') = 2; END $$");
    }

    @Test
    void says_when_it_could_not_invite(CapturedOutput output) {
        assertThat(StaffInviteCommand.run(arguments(StaffInvite.NAME, "jdbc:postgresql://localhost:9/nothing")))
                .isEqualTo(StaffInviteCommand.NOT_INVITED);
        assertThat(output).containsPattern("(?m)^not invited: .+$").doesNotContain("\tat ");
    }

    private static int verify(String url) {
        return AuditVerifyCommand.run(arguments(AuditVerification.NAME, url));
    }

    private static String[] arguments(String command, String url) {
        List<String> arguments = new ArrayList<>(List.of(command));
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
        arguments.add("--stadttor.trust-list.staff.port=8091");
        return arguments.toArray(String[]::new);
    }
}
