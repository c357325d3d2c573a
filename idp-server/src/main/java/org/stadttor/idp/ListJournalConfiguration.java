// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.operations.ListJournal;
import org.stadttor.idp.operations.StatusListJournal;
import org.stadttor.idp.operations.TrustListHealth;
import org.stadttor.idp.operations.TrustListJournal;
import org.stadttor.wallet.statuslist.StatusListEvents;
import org.stadttor.wallet.trust.TrustListSource;

/** What operators see of trust lists and status lists. */
@Configuration(proxyBeanMethods = false)
class ListJournalConfiguration {

    @Bean
    ListJournal listJournal(AuditLog audit, MeterRegistry meters) {
        return new ListJournal(audit, meters);
    }

    @Bean
    TrustListJournal trustListJournal(ListJournal journal, Clock clock) {
        return new TrustListJournal(journal, clock);
    }

    @Bean
    StatusListEvents statusListEvents(ListJournal journal) {
        StatusListJournal statusLists = new StatusListJournal(journal);
        return new StatusListEvents() {
            @Override
            public void accepted(URI uri) {
                statusLists.accepted(uri);
            }

            @Override
            public void failed(URI uri, String reasonCode) {
                statusLists.failed(uri, reasonCode);
            }

            @Override
            public void servedStale(URI uri) {
                statusLists.servedStale();
            }
        };
    }

    @Bean
    TrustListHealth trustListHealthIndicator(TrustListSource source) {
        return new TrustListHealth(source);
    }
}
