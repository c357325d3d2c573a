// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.jdbc.JdbcAuditEntries;

/** The audit trail for people. */
@Configuration(proxyBeanMethods = false)
class AuditViewConfiguration {

    @Bean
    AuditEntries auditEntries(JdbcClient jdbc) {
        return new JdbcAuditEntries(jdbc);
    }
}
