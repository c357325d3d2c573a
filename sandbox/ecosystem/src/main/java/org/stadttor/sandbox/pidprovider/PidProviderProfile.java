// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Who a PID provider claims to be.
 *
 * @param id stable name in addresses and folders
 * @param type what it issues
 * @param name of the organisation
 * @param organizationIdentifier in the form of EN 319 412-1, section 5.1.4
 * @param country two letters
 * @param statusAuthority whether signers of status lists have an authority of their own, as in Germany
 */
public record PidProviderProfile(
        String id, PidType type, String name, String organizationIdentifier, String country, boolean statusAuthority) {

    /** A provider in the manner of the German one. */
    public static final PidProviderProfile GERMAN =
            new PidProviderProfile("de", PidType.DE, "Musterdruckerei (Testumgebung)", "NTRDE-HRB000001", "DE", true);

    /** A provider in the manner of the European reference implementation. */
    public static final PidProviderProfile EUROPEAN = new PidProviderProfile(
            "eu", PidType.EU, "Sandbox Example Authority", "LEIEU-00000000000000000001", "EU", false);

    /** A subject name of this organisation. */
    X500Name subject(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organizationIdentifier)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
