// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.domainproof.DomainProof;
import org.stadttor.idp.domainproof.ReadDomains;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.relyingparty.RedirectUris;

/** The hosts of a dossier, complete or not, and whether control of each is proved. */
public final class DomainStates {

    private final ReadDomains domains;

    public DomainStates(ReadDomains domains) {
        this.domains = domains;
    }

    /** One for each host; this machine needs no proof. */
    public List<DomainState> of(UnitPath unit, DossierDraft dossier) {
        Set<String> hosts = hosts(dossier);
        if (hosts.isEmpty()) {
            return List.of();
        }
        Set<String> known = domains.proved(unit);
        Map<String, DomainProof> own = domains.of(Scope.of(unit.value()), unit).stream()
                .collect(Collectors.toMap(DomainProof::host, proof -> proof));
        return hosts.stream()
                .map(host -> new DomainState(host, known.contains(host), own.get(host), null))
                .toList();
    }

    /** The hosts that need a proof. */
    static Set<String> hosts(DossierDraft dossier) {
        Set<String> hosts = new TreeSet<>();
        Stream.concat(dossier.redirectUris().stream(), dossier.postLogoutRedirectUris().stream())
                .forEach(text -> {
                    String host = host(text);
                    if (host != null && !RedirectUris.isLoopback(host)) {
                        hosts.add(host);
                    }
                });
        return hosts;
    }

    private static @Nullable String host(String text) {
        try {
            return new URI(text).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
