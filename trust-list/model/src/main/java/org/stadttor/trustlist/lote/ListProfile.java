// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of lists with their fixed URIs, exactly as printed. The standard has no list for providers of (qualified)
 * electronic attestations of attributes: {@link #EAA} is the same shape under type URIs of our own.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, annexes D to H</a>
 */
public enum ListProfile {
    PID(
            "EUPIDProvidersList",
            "PIDProvidersList",
            "PIDProviders",
            "PIDProvider",
            ServiceType.PID_ISSUANCE,
            ServiceType.PID_REVOCATION),
    PUB_EAA(
            "EUPubEAAProvidersList",
            "PubEAAProvidersList",
            "PubEAAProvidersList",
            "PubEAAProvider",
            ServiceType.PUB_EAA_ISSUANCE,
            ServiceType.PUB_EAA_REVOCATION),
    EAA(ServiceType.EAA_ISSUANCE, ServiceType.EAA_REVOCATION),
    WALLET(
            "EUWalletProvidersList",
            "WalletProvidersList",
            "WalletProvidersList",
            "WalletProvider",
            ServiceType.WALLET_SOLUTION_ISSUANCE,
            ServiceType.WALLET_SOLUTION_REVOCATION),
    WRPAC(
            "EUWRPACProvidersList",
            "WRPACProvidersList",
            "WRPACProvidersList",
            "WRPACProvider",
            ServiceType.WRPAC_ISSUANCE,
            ServiceType.WRPAC_REVOCATION),
    /** Its status determination URI lacks a letter in the standard, and so it does here. */
    WRPRC(
            "EUWRPRCProvidersList",
            "WRPRCrovidersList",
            "WRPRCProvidersList",
            "WRPRCProvider",
            ServiceType.WRPRC_ISSUANCE,
            ServiceType.WRPRC_REVOCATION);

    /** HistoricalInformationPeriod of annex H: for ever. */
    static final int FOR_EVER = 65_535;

    private static final String BASE = "http://uri.etsi.org/19602/";
    private static final String OWN = "urn:stadttor:trust-list:eaa-providers";

    private final String type;
    private final String statusDetermination;
    private final String rules;
    private final String memberState;
    private final ServiceType issuance;
    private final ServiceType revocation;

    ListProfile(
            String type,
            String statusDetermination,
            String rules,
            String memberState,
            ServiceType issuance,
            ServiceType revocation) {
        this.type = BASE + "LoTEType/" + type;
        this.statusDetermination = BASE + statusDetermination + "/StatusDetn/EU";
        this.rules = BASE + rules + "/schemerules/EU";
        this.memberState = BASE + "ListOfTrustedEntities/" + memberState + "/";
        this.issuance = issuance;
        this.revocation = revocation;
    }

    ListProfile(ServiceType issuance, ServiceType revocation) {
        this.type = OWN;
        this.statusDetermination = OWN + ":status-determination";
        this.rules = OWN + ":rules";
        this.memberState = OWN + ":member-state:";
        this.issuance = issuance;
        this.revocation = revocation;
    }

    /** The profile of a LoTE type, compared exactly. */
    public static Optional<ListProfile> of(String typeUri) {
        return Arrays.stream(values()).filter(p -> p.type.equals(typeUri)).findFirst();
    }

    /** LoTEType. */
    public String typeUri() {
        return type;
    }

    /** Type of the services that issue. */
    public ServiceType issuance() {
        return issuance;
    }

    /** Type of the services that tell the status of what was issued. */
    public ServiceType revocation() {
        return revocation;
    }

    /**
     * Whether services carry a status and stay on the list when it is withdrawn (annex H). In the other profiles being
     * listed is the status. A list of this kind has no pointer to itself.
     */
    public boolean statesStatus() {
        return this == PUB_EAA;
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
