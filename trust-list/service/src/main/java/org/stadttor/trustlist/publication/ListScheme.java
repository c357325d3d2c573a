// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ListPointer;
import org.stadttor.trustlist.lote.SchemeInformation;

/**
 * What our list says about itself (TS 119 602, annex D).
 *
 * @param operatorName the scheme operator
 * @param territory {@code EU} or a country
 * @param schemeName {@code CC:name}
 * @param operator address; information URIs: a page about the scheme and the archive of earlier lists
 * @param legalNoticeUri or empty
 * @param location where the list is published
 */
public record ListScheme(
        String operatorName,
        String territory,
        String schemeName,
        Contact operator,
        String legalNoticeUri,
        String location) {

    public ListScheme {
        Objects.requireNonNull(operatorName);
        Objects.requireNonNull(territory);
        Objects.requireNonNull(schemeName);
        Objects.requireNonNull(operator);
        Objects.requireNonNull(legalNoticeUri);
        Objects.requireNonNull(location);
    }

    /** The list of these issuers, with a pointer to itself that names the certificates of the next issues. */
    ListOfTrustedEntities list(
            long sequence,
            Instant issuedAt,
            Instant nextUpdate,
            List<IssuerDetails> issuers,
            List<X509Certificate> signers) {
        ListPointer self =
                new ListPointer(location, ListOfTrustedEntities.PID_PROVIDERS, operatorName, territory, signers);
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                sequence,
                operatorName,
                territory,
                issuedAt,
                nextUpdate,
                issuers.stream().map(IssuerDetails::toTrustedEntity).toList(),
                new SchemeInformation(schemeName, operator, legalNoticeUri, List.of(self), List.of(location)));
    }
}
