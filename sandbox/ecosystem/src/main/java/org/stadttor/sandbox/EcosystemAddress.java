// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the application is reached; with a free port it is known only after the start. */
final class EcosystemAddress implements Supplier<URI> {

    private final AtomicReference<@Nullable URI> address;

    EcosystemAddress(@Nullable URI configured) {
        this.address = new AtomicReference<>(configured);
    }

    void startedOn(int port) {
        address.compareAndSet(null, URI.create("http://localhost:" + port));
    }

    @Override
    public URI get() {
        URI known = address.get();
        if (known == null) {
            throw new IllegalStateException("the application has not started yet");
        }
        return known;
    }
}
