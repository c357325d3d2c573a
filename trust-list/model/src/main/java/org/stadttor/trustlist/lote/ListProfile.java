// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fixed URIs of the EU lists, exactly as printed.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, annexes D to G</a>
 */
enum ListProfile {
    PID("EUPIDProvidersList", "PIDProvidersList", "PIDProviders", "PIDProvider"),
    WALLET("EUWalletProvidersList", "WalletProvidersList", "WalletProvidersList", "WalletProvider"),
    WRPAC("EUWRPACProvidersList", "WRPACProvidersList", "WRPACProvidersList", "WRPACProvider"),
    /** Its status determination URI lacks a letter in the standard, and so it does here. */
    WRPRC("EUWRPRCProvidersList", "WRPRCrovidersList", "WRPRCProvidersList", "WRPRCProvider");

    private static final String BASE = "http://uri.etsi.org/19602/";

    private final String type;
    private final String statusDetermination;
    private final String rules;
    private final String memberState;

    ListProfile(String type, String statusDetermination, String rules, String memberState) {
        this.type = BASE + "LoTEType/" + type;
        this.statusDetermination = BASE + statusDetermination + "/StatusDetn/EU";
        this.rules = BASE + rules + "/schemerules/EU";
        this.memberState = BASE + "ListOfTrustedEntities/" + memberState + "/";
    }

    static Optional<ListProfile> of(String typeUri) {
        return Arrays.stream(values()).filter(p -> p.type.equals(typeUri)).findFirst();
    }

    String statusDeterminationUri() {
        return statusDetermination;
    }

    String rulesUri() {
        return rules;
    }

    /** The TEInformationURI that names the responsible Member State. */
    String memberStateUri(String country) {
        return memberState + country;
    }
}
