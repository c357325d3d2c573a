// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.trustlist.curation.web.StaffMoments;

/** Pages on which staff propose, decide and take trust away. */
@Configuration(proxyBeanMethods = false)
class CurationConfiguration {

    @Bean
    StaffMoments staffMoments(Clock clock) {
        return new StaffMoments(clock);
    }
}
