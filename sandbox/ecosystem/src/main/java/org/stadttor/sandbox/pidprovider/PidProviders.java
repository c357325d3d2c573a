// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The PID providers of the sandbox: a German and a European one. */
public final class PidProviders {

    private final List<PidProvider> providers;

    /**
     * Providers that keep their keys below a folder.
     *
     * @param address of the application that serves their status lists, without a slash at the end
     */
    public PidProviders(Path folder, Supplier<URI> address, Clock clock) {
        this.providers = List.of(PidProviderProfile.GERMAN, PidProviderProfile.EUROPEAN).stream()
                .map(profile -> new PidProvider(
                        profile, folder.resolve(profile.id()), () -> addressOf(address.get(), profile), clock))
                .toList();
    }

    /** All providers. */
    public List<PidProvider> all() {
        return providers;
    }

    /** The provider of this name. */
    public Optional<PidProvider> find(String id) {
        return providers.stream().filter(p -> p.profile().id().equals(id)).findFirst();
    }

    /** The provider that issues PIDs to this person. */
    public PidProvider of(Person person) {
        return providers.stream()
                .filter(provider -> provider.profile().type() == person.type())
                .findFirst()
                .orElseThrow();
    }

    /** A PID for this person. */
    public String issue(Person person, ECKey holderKey, CredentialFlaw flaw) {
        return of(person).issue(person, holderKey, flaw);
    }

    private static URI addressOf(URI application, PidProviderProfile profile) {
        return URI.create(application + "/pid-provider/" + profile.id());
    }
}
