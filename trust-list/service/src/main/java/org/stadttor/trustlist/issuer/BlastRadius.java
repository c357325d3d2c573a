// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many relying parties and logins rested on an issuer lately, so that who decides on it knows what a decision moves.
 * The answer never stands in the way of a decision: without it, the decision is taken without it.
 */
public interface BlastRadius {

    /** What rested on these certificates; the issuance certificates of an issuer are what logins rest on. */
    default IssuerUsage of(Collection<X509Certificate> certificates) {
        return ofAnchors(certificates.stream().map(Fingerprint::of).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What rested on these anchors; never throws, whatever the state of the database.
     *
     * @param anchorsSha256 lower-case hex SHA-256 of certificates
     */
    IssuerUsage ofAnchors(Set<String> anchorsSha256);
}
