// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The authorities whose access certificates this wallet accepts; more can be added while it runs. */
public final class AccessAuthorities {

    private final List<X509Certificate> certificates;

    public AccessAuthorities(List<X509Certificate> certificates) {
        this.certificates = new CopyOnWriteArrayList<>(certificates);
    }

    /** Accepts one more. */
    public void add(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** All of them. */
    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }
}
