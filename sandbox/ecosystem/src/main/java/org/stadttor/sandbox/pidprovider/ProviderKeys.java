// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.KeyFolder;
import org.stadttor.sandbox.keys.SigningIdentity;

/**
 * All keys of a PID provider.
 *
 * @param authority root of the signer of PIDs
 * @param signer signs PIDs
 * @param statusAuthority root of the signer of status lists; may be the same
 * @param statusSigner signs status lists
 */
record ProviderKeys(
        CertificateAuthority authority,
        SigningIdentity signer,
        CertificateAuthority statusAuthority,
        SigningIdentity statusSigner) {

    static ProviderKeys in(KeyFolder folder, PidProviderProfile profile) {
        CertificateAuthority root = folder.authority("pid-ca", profile.subject("Sandbox PID CA"));
        CertificateAuthority statusRoot = profile.statusAuthority()
                ? folder.authority("status-ca", profile.subject("Sandbox PID Status CA"))
                : root;
        return new ProviderKeys(
                root,
                folder.signer("pid-signer", profile.subject("Sandbox PID Signer"), root),
                statusRoot,
                folder.signer("status-signer", profile.subject("Sandbox PID Status Signer"), statusRoot));
    }

    /** A signer under an authority that was made up on the spot and looks just like the real one. */
    SigningIdentity stranger(Instant now) {
        X500Name name = name(authority.certificate().getSubjectX500Principal().getEncoded());
        return CertificateAuthority.create(name, now)
                .issue(name(signer.certificate().getSubjectX500Principal().getEncoded()), now);
    }

    /** A signer whose own certificate is its root. */
    SigningIdentity selfSigned(Instant now) {
        CertificateAuthority made = CertificateAuthority.create(
                name(signer.certificate().getSubjectX500Principal().getEncoded()), now);
        return new SigningIdentity(made.key(), List.of(made.certificate()));
    }

    /** A signer of the real authority whose certificate ended yesterday. */
    SigningIdentity expired(Instant now) {
        X500Name name = name(signer.certificate().getSubjectX500Principal().getEncoded());
        return authority.issue(name, now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1)), null);
    }

    @Override
    public String toString() {
        return "ProviderKeys[" + signer + "]";
    }

    private static X500Name name(byte[] encoded) {
        return X500Name.getInstance(encoded);
    }
}
