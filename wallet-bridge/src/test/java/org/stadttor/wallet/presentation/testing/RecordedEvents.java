// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationId;

/** Remembers what happened. */
public final class RecordedEvents implements PresentationEvents {

    private final List<PresentationEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    @Override
    public void happened(PresentationEvent event) {
        if (failing) {
            throw new IllegalStateException("the audit trail cannot be written");
        }
        events.add(event);
    }

    public void setFailing(boolean failing) {
        this.failing = failing;
    }

    public List<PresentationEvent> of(PresentationId id) {
        return events.stream().filter(event -> event.id().equals(id)).toList();
    }
}
