// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.Arrays;
import java.util.Optional;

/**
 * Service types of the EU lists of trusted entities, compared exactly.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, annexes D to I</a>
 */
public enum ServiceType {
    PID_ISSUANCE("PID/Issuance"),
    PID_REVOCATION("PID/Revocation"),
    WALLET_SOLUTION_ISSUANCE("WalletSolution/Issuance"),
    WALLET_SOLUTION_REVOCATION("WalletSolution/Revocation"),
    WRPAC_ISSUANCE("WRPAC/Issuance"),
    WRPAC_REVOCATION("WRPAC/Revocation"),
    WRPRC_ISSUANCE("WRPRC/Issuance"),
    WRPRC_REVOCATION("WRPRC/Revocation"),
    PUB_EAA_ISSUANCE("PubEAA/Issuance"),
    PUB_EAA_REVOCATION("PubEAA/Revocation"),
    REGISTER("Register"),
    /** Of our own list, see {@link ListProfile#EAA}. */
    EAA_ISSUANCE("urn:stadttor:trust-list:service-type:", "eaa:issuance"),
    /** Of our own list, see {@link ListProfile#EAA}. */
    EAA_REVOCATION("urn:stadttor:trust-list:service-type:", "eaa:revocation");

    private final String uri;

    ServiceType(String suffix) {
        this("http://uri.etsi.org/19602/SvcType/", suffix);
    }

    ServiceType(String base, String suffix) {
        this.uri = base + suffix;
    }

    public String uri() {
        return uri;
    }

    public static Optional<ServiceType> of(String uri) {
        return Arrays.stream(values()).filter(t -> t.uri.equals(uri)).findFirst();
    }
}
