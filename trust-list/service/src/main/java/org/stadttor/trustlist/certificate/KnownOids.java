// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.util.Map;

/** Object identifiers people know by name. */
final class KnownOids {

    static final String ANY_POLICY = "2.5.29.32.0";

    /** ETSI TS 119 411-8 V1.1.1, 5.3: policies of access certificates of wallet-relying parties. */
    static final Map<String, String> ACCESS_POLICIES = Map.of(
            "0.4.0.194118.1.1", "NCP-n-eudiwrp",
            "0.4.0.194118.1.2", "NCP-l-eudiwrp",
            "0.4.0.194118.1.3", "QCP-n-eudiwrp",
            "0.4.0.194118.1.4", "QCP-l-eudiwrp");

    private static final Map<String, String> OTHERS = Map.of(
            ANY_POLICY,
            "anyPolicy",
            "2.5.29.37.0",
            "anyExtendedKeyUsage",
            "1.3.6.1.5.5.7.3.1",
            "serverAuth",
            "1.3.6.1.5.5.7.3.2",
            "clientAuth",
            "1.3.6.1.5.5.7.3.3",
            "codeSigning",
            "1.3.6.1.5.5.7.3.4",
            "emailProtection",
            "1.3.6.1.5.5.7.3.8",
            "timeStamping",
            "1.3.6.1.5.5.7.3.9",
            "OCSPSigning",
            "1.0.18013.5.1.2",
            "mdlDS",
            "0.4.0.2231.3.0",
            "tslSigning");

    private KnownOids() {}

    /** {@code name (1.2.3)}, or the numbers alone. */
    static String named(String oid) {
        String name = ACCESS_POLICIES.getOrDefault(oid, OTHERS.getOrDefault(oid, ""));
        return name.isEmpty() ? oid : name + " (" + oid + ")";
    }
}
