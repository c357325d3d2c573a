// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stadttor.trustlist.lote.ServiceStatus;
import org.stadttor.trustlist.lote.ServiceStatus.Value;
import org.stadttor.trustlist.lote.TrustedEntity;

/** What stands on the list of a purpose now. */
public final class Listings {

    private final TrustedIssuers issuers;
    private final EntityHistory history;

    public Listings(TrustedIssuers issuers, EntityHistory history) {
        this.issuers = issuers;
        this.history = history;
    }

    /**
     * The entries, in the order of their listing: the approved ones, and on a list that states the status of each
     * service (TS 119 602, annex H) the others too, as withdrawn, each with its past.
     */
    public List<TrustedEntity> of(ListPurpose purpose) {
        if (purpose.profile().statesStatus()) {
            return issuers.of(purpose).stream()
                    .map(issuer -> withStatus(issuer.details().toTrustedEntity(), statuses(issuer)))
                    .toList();
        }
        return issuers.approved(purpose).stream()
                .map(issuer -> issuer.details().toTrustedEntity())
                .toList();
    }

    private static TrustedEntity withStatus(TrustedEntity entity, List<ServiceStatus> statuses) {
        return new TrustedEntity(
                entity.name(),
                entity.registrationId(),
                entity.country(),
                entity.services().stream()
                        .map(s -> s.with(statuses.getFirst(), statuses.subList(1, statuses.size())))
                        .toList(),
                entity.contact());
    }

    /** The present status and the earlier ones, the latest first. */
    private List<ServiceStatus> statuses(TrustedIssuer issuer) {
        List<ServiceStatus> statuses = new ArrayList<>();
        for (EntityVersion version : history.versions(issuer.id())) {
            Value value = version.state() == EntityVersion.State.APPROVED ? Value.NOTIFIED : Value.WITHDRAWN;
            if (statuses.isEmpty() || statuses.getLast().value() != value) {
                statuses.add(new ServiceStatus(value, version.change().at()));
            }
        }
        Collections.reverse(statuses);
        return List.copyOf(statuses);
    }
}
