// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ListPointer;
import org.stadttor.trustlist.lote.SchemeInformation;
import org.stadttor.trustlist.lote.TrustedEntity;

/**
 * What our lists say about themselves (TS 119 602, annexes D to H).
 *
 * @param operatorName the scheme operator
 * @param territory {@code EU} or a country
 * @param pidSchemeName {@code CC:name} of the list of PID providers; the other names follow from the purpose
 * @param operator address; information URIs: a page about the scheme and the archive of earlier lists
 * @param legalNoticeUri or empty
 * @param baseAddress under which the lists are published, without trailing slash
 */
public record ListScheme(
        String operatorName,
        String territory,
        String pidSchemeName,
        Contact operator,
        String legalNoticeUri,
        String baseAddress) {

    public ListScheme {
        Objects.requireNonNull(operatorName);
        Objects.requireNonNull(territory);
        Objects.requireNonNull(pidSchemeName);
        Objects.requireNonNull(operator);
        Objects.requireNonNull(legalNoticeUri);
        Objects.requireNonNull(baseAddress);
    }

    /** Where the list of a purpose is published. */
    public String location(ListPurpose purpose) {
        return baseAddress + "/" + purpose.listName();
    }

    /** The list of these entities; with a pointer to itself, where the profile has one, that names the next signers. */
    ListOfTrustedEntities list(
            ListPurpose purpose,
            long sequence,
            Instant issuedAt,
            Instant nextUpdate,
            List<TrustedEntity> entities,
            List<X509Certificate> signers) {
        String type = purpose.profile().typeUri();
        String location = location(purpose);
        List<ListPointer> pointers = purpose.profile().statesStatus()
                ? List.of()
                : List.of(new ListPointer(location, type, operatorName, territory, signers));
        String name = purpose == ListPurpose.PID ? pidSchemeName : territory + ":" + purpose.title();
        return new ListOfTrustedEntities(
                type,
                sequence,
                operatorName,
                territory,
                issuedAt,
                nextUpdate,
                entities,
                new SchemeInformation(name, operator, legalNoticeUri, pointers, List.of(location)));
    }
}
