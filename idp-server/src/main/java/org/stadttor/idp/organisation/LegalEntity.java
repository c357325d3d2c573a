// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

/**
 * The legal person behind a service; texts as they were typed, empty where nothing was given.
 *
 * @param identifier semantic identifier, for example {@code NTRDE-HRB123} or {@code VATDE-123456789}
 * @param country ISO 3166-1 alpha-2
 * @param address postal address, several lines
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319400_319499/31941201/">ETSI EN 319 412-1, clause 5.1.4</a>
 */
public record LegalEntity(String legalName, String identifier, String country, String address) {

    public static LegalEntity empty() {
        return new LegalEntity("", "", "", "");
    }

    public boolean isEmpty() {
        return equals(empty());
    }
}
