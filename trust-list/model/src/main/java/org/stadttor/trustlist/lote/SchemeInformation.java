// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.List;
import java.util.Objects;

/**
 * What a list says about its scheme beside what is decided on (TS 119 602, 6.3).
 *
 * @param name SchemeName, or empty
 * @param operator address of the scheme operator; its information URIs are SchemeInformationURI
 * @param legalNoticeUri PolicyOrLegalNotice, or empty
 * @param pointers PointersToOtherLoTE; those whose type is the list's own type point to the list itself
 * @param distributionPoints where the list is published, may be empty
 */
public record SchemeInformation(
        String name,
        Contact operator,
        String legalNoticeUri,
        List<ListPointer> pointers,
        List<String> distributionPoints) {

    /** Of a list that does not say. */
    public static final SchemeInformation UNSTATED =
            new SchemeInformation("", Contact.UNSTATED, "", List.of(), List.of());

    public SchemeInformation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(operator);
        Objects.requireNonNull(legalNoticeUri);
        pointers = List.copyOf(pointers);
        distributionPoints = List.copyOf(distributionPoints);
    }
}
