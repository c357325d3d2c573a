// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.util.Locale;

/** A field of the form in which an entity is proposed. */
public enum Field {
    NAME,
    REGISTRATION_ID,
    COUNTRY,
    STREET,
    POSTAL_CODE,
    LOCALITY,
    /** Of the postal address; empty means {@link #COUNTRY}. */
    ADDRESS_COUNTRY,
    /** E-mail addresses, telephone numbers, web pages; one per line. */
    REACHABLE_AT,
    /** Pages with information about it, one per line. */
    INFORMATION,
    /** Certificates that sign what is issued, or their CAs. */
    ISSUANCE,
    /** The same for status lists. */
    STATUS,
    STATUS_POLICY,
    /** {@code vct} values, one per line. */
    SD_JWT_TYPES,
    /** Document types, one per line. */
    MDOC_TYPES,
    /** Format and type with a blank between, one per line. */
    OTHER_TYPES,
    LEGAL_BASIS,
    REASON;

    /** Name and id of the control. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
