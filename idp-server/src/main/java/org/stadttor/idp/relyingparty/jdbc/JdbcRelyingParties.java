// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.Registrations;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Registrations in the table {@code idp.relying_party}; what is read is checked again by the rules of today. */
public final class JdbcRelyingParties implements RelyingParties, Registrations {

    private final JdbcClient jdbc;
    private final RegistrationRules rules;
    private final Clock clock;

    public JdbcRelyingParties(JdbcClient jdbc, RegistrationRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Optional<RelyingParty> findLive(ClientId clientId) {
        return jdbc.sql("SELECT registration FROM idp.relying_party WHERE client_id = ? AND state = 'live'")
                .param(clientId.value())
                .query(String.class)
                .optional()
                .map(rules::read);
    }

    @Override
    public Stored store(RelyingParty relyingParty) {
        String document = rules.write(relyingParty);
        Timestamp now = Timestamp.from(clock.instant());
        int inserted = jdbc.sql(
                        "INSERT INTO idp.relying_party VALUES (?, 'live', ?, ?) ON CONFLICT (client_id) DO NOTHING")
                .params(relyingParty.clientId().value(), document, now)
                .update();
        if (inserted == 1) {
            return Stored.NEW;
        }
        int changed = jdbc.sql("UPDATE idp.relying_party SET state = 'live', registration = ?, changed_at = ?"
                        + " WHERE client_id = ? AND (registration <> ? OR state <> 'live')")
                .params(document, now, relyingParty.clientId().value(), document)
                .update();
        return changed == 1 ? Stored.CHANGED : Stored.UNCHANGED;
    }

    @Override
    public boolean suspend(ClientId clientId) {
        return jdbc.sql("UPDATE idp.relying_party SET state = 'suspended', changed_at = ?"
                                + " WHERE client_id = ? AND state = 'live'")
                        .params(Timestamp.from(clock.instant()), clientId.value())
                        .update()
                == 1;
    }
}
