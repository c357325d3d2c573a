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
    public boolean isLive(ClientId clientId) {
        return jdbc.sql("SELECT count(*) FROM idp.relying_party WHERE client_id = ? AND state = 'live'")
                        .param(clientId.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Override
    public Stored store(RelyingParty relyingParty) {
        String document = rules.write(relyingParty);
        String clientId = relyingParty.clientId().value();
        Timestamp now = Timestamp.from(clock.instant());
        int inserted = jdbc.sql("INSERT INTO idp.relying_party SELECT ?, 'live', ?, ?"
                        + " WHERE NOT EXISTS (SELECT FROM idp.registration WHERE client_id = ?)"
                        + " ON CONFLICT (client_id) DO NOTHING")
                .params(clientId, document, now, clientId)
                .update();
        if (inserted == 1) {
            return Stored.NEW;
        }
        boolean changeable = jdbc.sql("SELECT count(*) FROM idp.relying_party p WHERE client_id = ? AND state = 'live'"
                                + " AND NOT EXISTS (SELECT FROM idp.registration r WHERE r.client_id = p.client_id)")
                        .param(clientId)
                        .query(Long.class)
                        .single()
                == 1;
        if (!changeable) {
            return Stored.REFUSED;
        }
        int changed = jdbc.sql("UPDATE idp.relying_party SET registration = ?, changed_at = ?"
                        + " WHERE client_id = ? AND registration <> ? AND state = 'live'")
                .params(document, now, clientId, document)
                .update();
        return changed == 1 ? Stored.CHANGED : Stored.UNCHANGED;
    }

    @Override
    public void project(RelyingParty relyingParty) {
        jdbc.sql("INSERT INTO idp.relying_party VALUES (?, 'live', ?, ?) ON CONFLICT (client_id)"
                        + " DO UPDATE SET state = 'live', registration = excluded.registration,"
                        + " changed_at = excluded.changed_at")
                .params(relyingParty.clientId().value(), rules.write(relyingParty), Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public boolean suspend(ClientId clientId) {
        // Where there is a life cycle it must not stay live, or its next harmless change would undo this.
        jdbc.sql("UPDATE idp.registration SET state = 'suspended', revision = revision + 1, changed_at = ?"
                        + " WHERE client_id = ? AND state = 'live'")
                .params(Timestamp.from(clock.instant()), clientId.value())
                .update();
        return leave(clientId, "suspended", "state = 'live'");
    }

    @Override
    public boolean retire(ClientId clientId) {
        return leave(clientId, "retired", "state <> 'retired'");
    }

    @Override
    public boolean isKnown(ClientId clientId) {
        return jdbc.sql("SELECT count(*) FROM idp.relying_party WHERE client_id = ?")
                        .param(clientId.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean leave(ClientId clientId, String state, String condition) {
        return jdbc.sql("UPDATE idp.relying_party SET state = ?, changed_at = ? WHERE client_id = ? AND " + condition)
                        .params(state, Timestamp.from(clock.instant()), clientId.value())
                        .update()
                == 1;
    }
}
